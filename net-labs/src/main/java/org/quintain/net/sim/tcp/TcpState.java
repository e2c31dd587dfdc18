package org.quintain.net.sim.tcp;

import org.quintain.core.Incubating;

/** The states of a connection (RFC 9293 section 3.3.2). */
@Incubating
public enum TcpState {
    /** Waits for any connection request. Only ports listen here: no {@link TcpConnection} is in this state. */
    LISTEN,
    /** Has asked for a connection and waits for a matching request. */
    SYN_SENT,
    /** Has asked and was asked, and waits for the acknowledgment. */
    SYN_RECEIVED,
    /** Open: data goes both ways. */
    ESTABLISHED,
    /** Has closed and waits for the acknowledgment of that, or for the peer to close. */
    FIN_WAIT_1,
    /** Has closed, which is acknowledged, and waits for the peer to close. */
    FIN_WAIT_2,
    /** The peer has closed; this side may still send. */
    CLOSE_WAIT,
    /** Both have closed; waits for the acknowledgment of the own closing. */
    CLOSING,
    /** The peer has closed, then this side; waits for the last acknowledgment. */
    LAST_ACK,
    /** Waits until no segment of the connection can be under way. */
    TIME_WAIT,
    /** No connection. */
    CLOSED;

    /** Whether both sides know each other's sequence numbers: ESTABLISHED and all that follow but CLOSED. */
    boolean isSynchronized() {
        return compareTo(SYN_RECEIVED) > 0 && this != CLOSED;
    }

    /** Whether text of the peer is still taken. */
    boolean takesText() {
        return this == ESTABLISHED || this == FIN_WAIT_1 || this == FIN_WAIT_2;
    }

    /** Whether the application may still send. */
    boolean maySend() {
        return this == SYN_SENT || this == SYN_RECEIVED || this == ESTABLISHED || this == CLOSE_WAIT;
    }
}
