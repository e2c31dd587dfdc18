package org.quintain.net.sim.tcp;

import org.quintain.net.wire.Flaw;
import org.quintain.net.wire.Tcp;
import org.quintain.net.wire.TcpOptions;

/** SEGMENT ARRIVES for a connection that exists (RFC 9293 section 3.10.7.3 and 3.10.7.4), in the RFC's order of steps. */
final class Inbound {
    private final TcpStack stack;
    private final Outbound outbound;
    private final Suspicion suspicion;
    private final TextArrival text;
    private final TcpOptions options = new TcpOptions();

    Inbound(TcpStack stack, Outbound outbound) {
        this.stack = stack;
        this.outbound = outbound;
        this.suspicion = new Suspicion(stack, outbound);
        this.text = new TextArrival(outbound);
    }

    void arrive(TcpConnection c, Tcp segment) {
        c.isBusy = true;
        if (c.state == TcpState.SYN_SENT) {
            synSent(c, segment);
        } else {
            otherStates(c, segment);
        }
        text.deliver(c);
        c.isBusy = false;
        outbound.flush(c);
    }

    /** Gives the application what waits unread, if it reads. */
    void deliver(TcpConnection c) {
        text.deliver(c);
    }

    /** Reads the SYN's numbers and its MSS option (RFC 9293 section 3.7.1); text in a SYN is left to be sent again. */
    void takeSyn(TcpConnection c, Tcp segment) {
        c.irs = segment.sequenceNumber();
        c.rcvNxt = c.irs + 1;
        c.advertisedEdge = c.rcvNxt;
        takeWindow(c, segment);
        options.wrap(segment);
        while (options.next()) {
            if (options.isKind(TcpOptions.KIND_MAXIMUM_SEGMENT_SIZE)) {
                int peerBytes = Math.max(1, options.maximumSegmentSizeBytes());
                c.maxSegmentBytes = Math.min(peerBytes, stack.maxSegmentBytes());
            }
        }
        if (options.flaw() != Flaw.NONE) {
            c.note(TcpEvent.Kind.UNACCEPTABLE, segment);
        }
    }

    /** RFC 9293 section 3.10.7.3. */
    private void synSent(TcpConnection c, Tcp segment) {
        boolean hasAck = segment.has(Tcp.ACK);
        boolean isAckRight = hasAck && segment.acknowledgmentNumber() == c.sndNxt;
        if (hasAck && !isAckRight) {
            c.note(TcpEvent.Kind.BAD_ACKNOWLEDGMENT, segment);
            if (!segment.has(Tcp.RST)) {
                outbound.resetFor(c.remoteAddress, segment);
            }
            return;
        }
        if (segment.has(Tcp.RST)) {
            if (isAckRight) {
                c.note(TcpEvent.Kind.RESET, segment);
                c.end(CloseReason.REFUSED);
            }
            return;
        }
        if (!segment.has(Tcp.SYN)) {
            return;
        }
        takeSyn(c, segment);
        if (!isAckRight) {
            c.enter(TcpState.SYN_RECEIVED);
            outbound.synAck(c);
            return;
        }
        acknowledged(c, segment.acknowledgmentNumber());
        c.isAckOwed = true;
        established(c, segment);
        if (c.state.takesText()) {
            text.arrive(c, segment, segment.sequenceNumber() + 1);
        }
    }

    /** RFC 9293 section 3.10.7.4. */
    private void otherStates(TcpConnection c, Tcp segment) {
        int sequence = segment.sequenceNumber();
        boolean isSynAgain = c.state == TcpState.SYN_RECEIVED
                && segment.has(Tcp.SYN | Tcp.ACK)
                && !segment.has(Tcp.RST)
                && sequence == c.irs;
        if (isSynAgain) {
            // Figure 8, lines 5 and 7: the SYN was taken before, the acknowledgment is new and text begins behind it.
            sequence++;
        } else if (!suspicion.isPassed(c, segment)) {
            return;
        }
        if (!segment.has(Tcp.ACK)) {
            c.note(TcpEvent.Kind.BAD_ACKNOWLEDGMENT, segment);
            return;
        }
        if (!acknowledgment(c, segment)) {
            return;
        }
        if (c.state.takesText()) {
            text.arrive(c, segment, sequence);
        } else if (segment.segmentLength() > 0) {
            c.isAckOwed = true;
        }
    }

    /** Fifth, check the ACK field. False if the segment is to be dropped. */
    private boolean acknowledgment(TcpConnection c, Tcp segment) {
        int ack = segment.acknowledgmentNumber();
        if (c.state == TcpState.SYN_RECEIVED) {
            if (!Sequence.isBefore(c.sndUna, ack) || !Sequence.isAtMost(ack, c.sndNxt)) {
                c.note(TcpEvent.Kind.BAD_ACKNOWLEDGMENT, segment);
                outbound.resetFor(c.remoteAddress, segment);
                return false;
            }
            takeWindow(c, segment);
            acknowledged(c, ack);
            established(c, segment);
            return c.state != TcpState.CLOSED;
        }
        if (!suspicion.isAckPassed(c, segment)) {
            return false;
        }
        boolean isWindowNews = isWindowNews(c, segment);
        if (Sequence.isBefore(c.sndUna, ack)) {
            acknowledged(c, ack);
        } else if (ack == c.sndUna) {
            duplicate(c, segment);
        }
        if (isWindowNews && Sequence.isAtMost(c.sndUna, ack)) {
            boolean wasClosed = c.sndWnd == 0;
            takeWindow(c, segment);
            if (wasClosed && c.sndWnd > 0) {
                outbound.windowOpened(c);
            }
        }
        return closing(c, segment);
    }

    /** What an acknowledgment of the own FIN changes. */
    private boolean closing(TcpConnection c, Tcp segment) {
        boolean isFinAcknowledged = c.isFinSent && c.sndUna == c.sndNxt;
        switch (c.state) {
            case FIN_WAIT_1 -> {
                if (isFinAcknowledged) {
                    c.enter(TcpState.FIN_WAIT_2);
                }
            }
            case CLOSING -> {
                if (isFinAcknowledged) {
                    outbound.timeWait(c);
                }
            }
            case LAST_ACK -> {
                if (isFinAcknowledged) {
                    c.end(CloseReason.NORMAL);
                }
            }
            case TIME_WAIT -> {
                if (segment.has(Tcp.FIN)) {
                    outbound.timeWait(c);
                }
            }
            default -> {}
        }
        return c.state != TcpState.CLOSED;
    }

    private void established(TcpConnection c, Tcp segment) {
        c.enter(TcpState.ESTABLISHED);
        if (c.tries > 0) {
            c.time.synWasLost();
        }
        c.tries = 0;
        if (c.isPassive) {
            c.handler = stack.accepted(c);
            if (c.handler == null) {
                c.abort();
                return;
            }
        }
        if (c.handler != null) {
            c.handler.connected(c);
        }
    }

    /** Takes an acknowledgment of something new. */
    private void acknowledged(TcpConnection c, int ack) {
        boolean isSyn = c.state == TcpState.SYN_SENT || c.state == TcpState.SYN_RECEIVED;
        int bytes = ack - c.sndUna - (isSyn ? 1 : 0);
        int textBytes = Math.min(bytes, c.outgoing.size());
        c.sndUna = ack;
        c.outgoing.drop(textBytes);
        c.bytesSent += textBytes;
        c.duplicateAcks = 0;
        if (!isSyn) {
            c.tries = 0;
        }
        outbound.acknowledged(c);
        if (c.isRoomWanted && textBytes > 0 && c.state.maySend() && !c.isCloseAsked) {
            c.isRoomWanted = false;
            c.handler.writable(c);
        }
    }

    /** RFC 5681 section 2, "duplicate acknowledgment", and section 3.2: the third one stands for a loss. */
    private void duplicate(TcpConnection c, Tcp segment) {
        if (c.sndWnd == 0 || segment.window() == 0) {
            c.tries = 0; // somebody is there: a closed window is no reason to give up (RFC 9293 section 3.8.6.1)
        }
        if (segment.segmentLength() == 0 && segment.window() == c.sndWnd && c.sndUna != c.sndNxt) {
            c.duplicateAcks++;
            if (c.duplicateAcks == 3 && !c.isRecovering) {
                outbound.recover(c);
            }
        }
    }

    private static boolean isWindowNews(TcpConnection c, Tcp segment) {
        return Sequence.isBefore(c.sndWl1, segment.sequenceNumber())
                || c.sndWl1 == segment.sequenceNumber() && Sequence.isAtMost(c.sndWl2, segment.acknowledgmentNumber());
    }

    private static void takeWindow(TcpConnection c, Tcp segment) {
        c.sndWnd = segment.window();
        c.maxSndWnd = Math.max(c.maxSndWnd, c.sndWnd);
        c.sndWl1 = segment.sequenceNumber();
        c.sndWl2 = segment.acknowledgmentNumber();
    }
}
