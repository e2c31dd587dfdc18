package org.quintain.net.sim.tcp;

import org.quintain.net.wire.Tcp;

/**
 * The checks that segments must pass: sequence number, RST, SYN and the range of the acknowledgment (RFC 9293 section
 * 3.10.7.4, first to fifth), after RFC 793 or RFC 5961.
 */
final class Suspicion {
    private final TcpStack stack;
    private final Outbound outbound;

    Suspicion(TcpStack stack, Outbound outbound) {
        this.stack = stack;
        this.outbound = outbound;
    }

    private boolean isStrict() {
        return stack.policy().checks() == SegmentChecks.RFC_5961;
    }

    /** First to fourth check; whatever else is to be done for a segment that does not pass is done here. */
    boolean isPassed(TcpConnection c, Tcp segment) {
        boolean isReset = segment.has(Tcp.RST);
        boolean isSyn = segment.has(Tcp.SYN) && !isReset;
        if (isSyn && isStrict() && c.state.isSynchronized()) {
            challenge(c, segment); // RFC 5961 section 4.2: "irrespective of the sequence number"
            return false;
        }
        if (!isAcceptable(c, segment)) {
            unacceptable(c, segment);
            return false;
        }
        if (isReset) {
            reset(c, segment);
            return false;
        }
        if (isSyn) {
            synInWindow(c, segment);
            return false;
        }
        return true;
    }

    /**
     * RFC 9293 section 3.10.7.4, table 6. With a closed window a segment at RCV.NXT passes without its text, for the sake of
     * its acknowledgment; a bare FIN counts as no text, as in the stacks that derive from Berkeley's.
     */
    private static boolean isAcceptable(TcpConnection c, Tcp segment) {
        int sequence = segment.sequenceNumber();
        int window = c.receiveWindow();
        int length = segment.has(Tcp.RST) ? 0 : segment.payloadLengthBytes() + (segment.has(Tcp.SYN) ? 1 : 0);
        if (length == 0 || window == 0) {
            return Sequence.isWithin(sequence, c.rcvNxt, Math.max(1, window));
        }
        return Sequence.isWithin(sequence, c.rcvNxt, window)
                || Sequence.isWithin(sequence + length - 1, c.rcvNxt, window);
    }

    private void unacceptable(TcpConnection c, Tcp segment) {
        c.note(TcpEvent.Kind.UNACCEPTABLE, segment);
        if (segment.has(Tcp.RST)) {
            return;
        }
        if (c.state == TcpState.TIME_WAIT && segment.has(Tcp.FIN)) {
            outbound.timeWait(c); // the last acknowledgment was lost
        }
        answer(c, segment);
    }

    /** An acknowledgment of what is known; for segments that could be such an answer themselves, within the limit. */
    private void answer(TcpConnection c, Tcp segment) {
        boolean isBare = segment.payloadLengthBytes() == 0 && !segment.has(Tcp.FIN);
        AckLimit limit = stack.policy().unacceptableAcks();
        if (!isBare || stack.unacceptables(c, limit).take(limit, stack.now())) {
            c.isAckOwed = true;
        }
    }

    private void challenge(TcpConnection c, Tcp segment) {
        AckLimit limit = stack.policy().challengeAcks();
        boolean isLeft = stack.challenges(c, limit).take(limit, stack.now());
        c.note(isLeft ? TcpEvent.Kind.CHALLENGED : TcpEvent.Kind.CHALLENGE_WITHHELD, segment);
        c.isAckOwed |= isLeft;
    }

    /** Second, check the RST bit. */
    private void reset(TcpConnection c, Tcp segment) {
        if (isStrict() && segment.sequenceNumber() != c.rcvNxt) {
            challenge(c, segment); // RFC 5961 section 3.2 (3)
            return;
        }
        c.note(TcpEvent.Kind.RESET, segment);
        if (c.state == TcpState.SYN_RECEIVED) {
            c.end(CloseReason.REFUSED);
        } else {
            c.end(CloseReason.RESET);
        }
    }

    /** Fourth, check the SYN bit: RFC 793's answer; of RFC 5961 only what comes before ESTABLISHED. */
    private void synInWindow(TcpConnection c, Tcp segment) {
        c.note(TcpEvent.Kind.SYN_IN_WINDOW, segment);
        if (c.state != TcpState.SYN_RECEIVED || !c.isPassive) {
            outbound.segment(c, c.sndNxt, Tcp.RST | Tcp.ACK, 0);
        }
        c.end(CloseReason.RESET);
    }

    /** Fifth, check the ACK field, as far as it may be forged. */
    boolean isAckPassed(TcpConnection c, Tcp segment) {
        int ack = segment.acknowledgmentNumber();
        boolean isTooNew = Sequence.isBefore(c.sndNxt, ack);
        if (isStrict() && (isTooNew || Sequence.isBefore(ack, c.sndUna - c.maxSndWnd))) {
            c.note(TcpEvent.Kind.BAD_ACKNOWLEDGMENT, segment);
            challenge(c, segment); // RFC 5961 section 5.2
            return false;
        }
        if (isTooNew) {
            c.note(TcpEvent.Kind.BAD_ACKNOWLEDGMENT, segment);
            answer(c, segment);
        }
        return !isTooNew;
    }
}
