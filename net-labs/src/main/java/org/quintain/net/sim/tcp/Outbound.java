package org.quintain.net.sim.tcp;

import org.quintain.net.wire.Ipv4;
import org.quintain.net.wire.Tcp;
import org.quintain.net.wire.TcpOptions;

/**
 * What a stack sends: new text within the peer's window, acknowledgments, what must be sent again.
 *
 * <p>There is no congestion window: as much as the peer's window takes is on the way at once. Each segment with text is
 * acknowledged at once, by the answer to it if the application gives one before it returns.
 */
final class Outbound {
    private static final int MSS_OPTION_BYTES = 4;
    /** RFC 9293 section 3.8.6.2.1: the override timeout is 0.1 to 1.0 seconds. */
    private static final long OVERRIDE_MICROS = 500_000;

    private final TcpStack stack;
    private final SegmentPath path;
    private final Tcp tcp = new Tcp();
    private final TcpOptions options = new TcpOptions();

    Outbound(TcpStack stack, SegmentPath path) {
        this.stack = stack;
        this.path = path;
    }

    /** Sends one segment of a connection; text is taken from the buffer. */
    void segment(TcpConnection c, int sequence, int flags, int textBytes) {
        boolean isSyn = (flags & Tcp.SYN) != 0;
        int headerBytes = Tcp.MIN_LENGTH_BYTES + (isSyn ? MSS_OPTION_BYTES : 0);
        Ipv4 packet = path.begin(c.remoteAddress, headerBytes + textBytes);
        int at = packet.payloadOffset();
        int window = c.receiveWindow();
        tcp.begin(packet.array(), at, at + headerBytes + textBytes)
                .sourcePort(c.localPort)
                .destinationPort(c.remotePort)
                .sequenceNumber(sequence)
                .flags(flags)
                .window(window);
        if ((flags & Tcp.ACK) != 0) {
            tcp.acknowledgmentNumber(c.rcvNxt);
            c.advertisedEdge = c.rcvNxt + window;
            c.isAckOwed = false;
        }
        if (isSyn) {
            options.begin(tcp).maximumSegmentSizeBytes(stack.maxSegmentBytes()).end(tcp);
        }
        c.outgoing.copy(sequence - c.sndUna, packet.array(), at + headerBytes, textBytes);
        tcp.writeChecksum(packet);
        path.send(packet);
    }

    /** Answers a segment that belongs to nothing (RFC 9293 section 3.5.2, group 1 and 2). */
    void resetFor(int remoteAddress, Tcp segment) {
        boolean hasAck = segment.has(Tcp.ACK);
        int sequence = hasAck ? segment.acknowledgmentNumber() : 0;
        int ack = hasAck ? 0 : segment.sequenceNumber() + segment.segmentLength();
        int sourcePort = segment.destinationPort();
        int destinationPort = segment.sourcePort();
        Ipv4 packet = path.begin(remoteAddress, Tcp.MIN_LENGTH_BYTES);
        tcp.begin(packet.array(), packet.payloadOffset(), packet.payloadOffset() + Tcp.MIN_LENGTH_BYTES)
                .sourcePort(sourcePort)
                .destinationPort(destinationPort)
                .sequenceNumber(sequence)
                .acknowledgmentNumber(ack)
                .flags(hasAck ? Tcp.RST : Tcp.RST | Tcp.ACK)
                .writeChecksum(packet);
        path.send(packet);
        stack.countReset();
    }

    /** The first segment of an active opening. */
    void syn(TcpConnection c) {
        c.enter(TcpState.SYN_SENT);
        c.sndNxt = c.iss + 1;
        time(c);
        segment(c, c.iss, Tcp.SYN, 0);
        setTimer(c);
    }

    /** The answer to a SYN: passive, or of a simultaneous opening. */
    void synAck(TcpConnection c) {
        if (c.sndNxt == c.iss) {
            c.sndNxt = c.iss + 1;
            time(c);
        }
        segment(c, c.iss, Tcp.SYN | Tcp.ACK, 0);
    }

    /** Sends what can be sent now, an acknowledgment if one is owed, and sets the timer. */
    void flush(TcpConnection c) {
        if ((c.state == TcpState.ESTABLISHED || c.state == TcpState.CLOSE_WAIT) && !c.isFinSent) {
            sendText(c);
        }
        if (c.isAckOwed && c.state != TcpState.CLOSED) {
            segment(c, c.sndNxt, Tcp.ACK, 0);
        }
        setTimer(c);
    }

    private void sendText(TcpConnection c) {
        int pending = c.outgoing.size() - (c.sndNxt - c.sndUna);
        while (pending > 0) {
            int inFlight = c.sndNxt - c.sndUna;
            int bytes = Math.min(pending, Math.min(c.sndWnd - inFlight, c.maxSegmentBytes));
            if (bytes <= 0 || !isWorthIt(c, bytes, pending, inFlight)) {
                return;
            }
            pending -= bytes;
            newText(c, bytes, pending == 0);
        }
        if (c.isCloseAsked && !c.isFinSent) {
            newText(c, 0, true);
        }
    }

    /** RFC 9293 section 3.8.6.2.1: no small segments, unless nothing is kept back by them. */
    private boolean isWorthIt(TcpConnection c, int bytes, int pending, int inFlight) {
        boolean isAll = bytes == pending && (inFlight == 0 || !stack.policy().isNagle());
        return isAll || bytes == c.maxSegmentBytes || bytes >= Math.max(1, c.maxSndWnd / 2);
    }

    private void newText(TcpConnection c, int bytes, boolean isLast) {
        boolean isFin = isLast && c.isCloseAsked;
        int flags = Tcp.ACK | (isLast && bytes > 0 ? Tcp.PSH : 0) | (isFin ? Tcp.FIN : 0);
        int sequence = c.sndNxt;
        c.sndNxt += bytes + (isFin ? 1 : 0);
        time(c);
        segment(c, sequence, flags, bytes);
        if (isFin) {
            c.isFinSent = true;
            c.enter(c.state == TcpState.CLOSE_WAIT ? TcpState.LAST_ACK : TcpState.FIN_WAIT_1);
        }
    }

    /** Measures one round trip at a time (RFC 6298 section 3). */
    private void time(TcpConnection c) {
        if (!c.isTiming) {
            c.isTiming = true;
            c.timedSequence = c.sndNxt;
            c.timedAtMicros = stack.now();
        }
    }

    /** SND.UNA has moved. */
    void acknowledged(TcpConnection c) {
        if (c.isTiming && Sequence.isAtMost(c.timedSequence, c.sndUna)) {
            c.time.measured(stack.now() - c.timedAtMicros);
            c.isTiming = false;
        }
        c.timer.cancel(); // RFC 6298 (5.2) and (5.3): off, or on from now
        if (c.isRecovering) {
            if (Sequence.isAtMost(c.recoverUntil, c.sndUna)) {
                c.isRecovering = false;
            } else {
                again(c); // the next hole (RFC 6582 section 3.2, partial acknowledgment, without its window)
            }
        }
    }

    /** Begins to fill holes: all that was sent until now may be lost. */
    void recover(TcpConnection c) {
        c.isRecovering = true;
        c.recoverUntil = c.sndNxt;
        again(c);
    }

    /** A closed window has opened: what probed it goes again with more. */
    void windowOpened(TcpConnection c) {
        c.timer.cancel();
        if (c.sndUna != c.sndNxt && c.state.isSynchronized()) {
            again(c);
        }
    }

    /** This side reads again: the peer must hear of it if it is worth a segment. */
    void windowMayHaveOpened(TcpConnection c) {
        if (c.state.takesText()) {
            int gained = c.rcvNxt + c.receiveWindow() - c.advertisedEdge;
            int worth = Math.min(stack.policy().limits().windowBytes() / 2, c.maxSegmentBytes);
            c.isAckOwed |= gained >= Math.max(1, worth);
        }
    }

    private void again(TcpConnection c) {
        c.isTiming = false; // Karn's algorithm (RFC 6298 section 3)
        c.note(TcpEvent.Kind.RETRANSMITTED, c.sndUna, 0, 0);
        if (c.state == TcpState.SYN_SENT) {
            segment(c, c.iss, Tcp.SYN, 0);
            return;
        }
        if (c.state == TcpState.SYN_RECEIVED) {
            synAck(c);
            return;
        }
        int room = Math.max(1, Math.min(c.sndWnd, c.maxSegmentBytes));
        int bytes = Math.min(c.outgoing.size(), room);
        boolean isLast = bytes == c.outgoing.size();
        c.sndNxt = Sequence.later(c.sndNxt, c.sndUna + bytes);
        int flags = Tcp.ACK | (isLast && bytes > 0 ? Tcp.PSH : 0) | (isLast && c.isFinSent ? Tcp.FIN : 0);
        segment(c, c.sndUna, flags, bytes);
    }

    private void setTimer(TcpConnection c) {
        if (c.state == TcpState.CLOSED || c.state == TcpState.TIME_WAIT) {
            return;
        }
        boolean isOutstanding = c.sndUna != c.sndNxt;
        boolean isBlocked = !isOutstanding && c.outgoing.size() > 0;
        if (!isOutstanding && !isBlocked) {
            c.timer.cancel();
        } else if (!c.timer.isScheduled() || c.isPersisting != isBlocked) {
            long timeout = c.time.timeoutMicros();
            c.timer.schedule(isBlocked && c.sndWnd > 0 ? Math.min(timeout, OVERRIDE_MICROS) : timeout);
        }
        c.isPersisting = isBlocked;
    }

    /** The connection's timer rings. */
    void ring(TcpConnection c) {
        if (c.state == TcpState.TIME_WAIT) {
            c.end(CloseReason.NORMAL);
            return;
        }
        if (c.isPersisting) {
            probe(c);
            return;
        }
        TcpLimits limits = stack.policy().limits();
        boolean isOpening = !c.state.isSynchronized();
        if (c.tries >= (isOpening ? limits.synRetransmissions() : limits.retransmissions())) {
            c.end(CloseReason.TIMED_OUT);
            return;
        }
        c.tries++;
        c.duplicateAcks = 0;
        c.time.backOff();
        recover(c);
        setTimer(c);
    }

    /** Sends text although the window has no room for it, or little (RFC 9293 sections 3.8.6.1 and 3.8.6.2.1). */
    private void probe(TcpConnection c) {
        int bytes = Math.max(1, Math.min(c.outgoing.size(), Math.min(c.sndWnd, c.maxSegmentBytes)));
        if (c.sndWnd == 0) {
            c.note(TcpEvent.Kind.PROBED, c.sndNxt, 0, bytes);
        }
        int sequence = c.sndNxt;
        c.sndNxt += bytes;
        segment(c, sequence, Tcp.ACK | (bytes == c.outgoing.size() ? Tcp.PSH : 0), bytes);
        setTimer(c);
    }

    /** Waits for 2 MSL, from now. */
    void timeWait(TcpConnection c) {
        if (c.state != TcpState.TIME_WAIT) {
            c.enter(TcpState.TIME_WAIT);
        }
        c.timer.schedule(stack.policy().limits().timeWaitMicros());
        if (c.unread.size() == 0 && c.isPeerClosedTold) {
            c.tellClosed(CloseReason.NORMAL);
        }
    }
}
