package org.quintain.net.sim.tcp;

import org.quintain.core.Incubating;

/**
 * A line of a connection's journal.
 *
 * @param atMicros virtual time
 * @param kind what happened
 * @param state the connection's state after it
 * @param sequenceNumber SEG.SEQ of the segment that it is about, or 0
 * @param acknowledgmentNumber SEG.ACK of that segment, or 0
 * @param lengthBytes its text in bytes, or 0
 */
@Incubating
public record TcpEvent(
        long atMicros, Kind kind, TcpState state, int sequenceNumber, int acknowledgmentNumber, int lengthBytes) {
    /** What can happen. */
    public enum Kind {
        /** The state has changed. */
        STATE,
        /** A segment was sent again. */
        RETRANSMITTED,
        /** A closed window was probed (RFC 9293 section 3.8.6.1). */
        PROBED,
        /** A segment was not acceptable: its numbers are outside of the window. */
        UNACCEPTABLE,
        /** A segment was dropped for its acknowledgment, or for having none. */
        BAD_ACKNOWLEDGMENT,
        /** A challenge ACK was sent (RFC 5961). */
        CHALLENGED,
        /** A challenge ACK was due and the limit was used up. */
        CHALLENGE_WITHHELD,
        /** Text came before its turn and is held. */
        OUT_OF_ORDER,
        /** Text overlapped held text. */
        OVERLAP,
        /** Held text was in too many pieces: text that came before its turn was dropped. */
        TOO_MANY_PIECES,
        /** A reset was believed. */
        RESET,
        /** A SYN in the window was believed to be an error, and answered by a reset (RFC 793 section 3.9). */
        SYN_IN_WINDOW
    }
}
