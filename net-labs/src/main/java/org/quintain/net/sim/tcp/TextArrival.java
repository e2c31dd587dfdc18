package org.quintain.net.sim.tcp;

import org.quintain.net.wire.Tcp;

/** Seventh, process the segment text; eighth, check the FIN bit (RFC 9293 section 3.10.7.4). */
final class TextArrival {
    private final Outbound outbound;

    TextArrival(Outbound outbound) {
        this.outbound = outbound;
    }

    /** Takes text and FIN of a segment that passed the checks; the number is that of the first byte of text. */
    void arrive(TcpConnection c, Tcp segment, int sequence) {
        c.isAckOwed |= segment.segmentLength() > 0;
        int edge = c.rcvNxt + c.receiveWindow();
        int end = sequence + segment.payloadLengthBytes();
        boolean isFin = segment.has(Tcp.FIN) && Sequence.isAtMost(end, edge) && Sequence.isAtMost(c.rcvNxt, end);
        if (isFin && !c.isFinKnown) {
            c.isFinKnown = true;
            c.finSequence = end;
        }
        if (c.isFinKnown) {
            edge = Sequence.earlier(edge, c.finSequence);
        }
        int from = Sequence.later(sequence, c.rcvNxt);
        int to = Sequence.earlier(end, edge);
        if (Sequence.isBefore(from, to)) {
            text(c, segment, from, segment.payloadOffset() + (from - sequence), to - from);
        }
        if (c.isFinKnown && c.rcvNxt == c.finSequence && c.state.takesText()) {
            fin(c);
        }
    }

    private void text(TcpConnection c, Tcp segment, int sequence, int offset, int lengthBytes) {
        if (sequence == c.rcvNxt && c.reassembly.isEmpty()) {
            take(c, segment.array(), offset, lengthBytes);
            return;
        }
        if (!c.reassembly.put(c.rcvNxt, sequence, segment.array(), offset, lengthBytes)) {
            c.note(TcpEvent.Kind.TOO_MANY_PIECES, segment);
            return;
        }
        if (c.reassembly.hasOverlapped()) {
            c.note(TcpEvent.Kind.OVERLAP, segment);
        } else if (sequence != c.rcvNxt) {
            c.note(TcpEvent.Kind.OUT_OF_ORDER, segment);
        }
        while (c.reassembly.hasNext(c.rcvNxt)) {
            c.reassembly.takeNext(c.rcvNxt, (from, at, bytes) -> take(c, from, at, bytes));
        }
    }

    private static void take(TcpConnection c, byte[] from, int offset, int lengthBytes) {
        c.rcvNxt += lengthBytes;
        if (c.isPaused || c.unread.size() > 0) {
            c.unread.add(from, offset, lengthBytes);
        } else {
            c.bytesReceived += lengthBytes;
            c.handler.data(c, from, offset, lengthBytes);
        }
    }

    private void fin(TcpConnection c) {
        c.rcvNxt++;
        c.isAckOwed = true;
        c.reassembly.clear();
        switch (c.state) {
            case ESTABLISHED -> c.enter(TcpState.CLOSE_WAIT);
            case FIN_WAIT_1 -> c.enter(TcpState.CLOSING);
            default -> outbound.timeWait(c);
        }
    }

    /** Gives the application what waits unread, if it reads, and then tells it that the peer has closed. */
    void deliver(TcpConnection c) {
        while (!c.isPaused && c.unread.size() > 0) {
            byte[] bytes = new byte[c.unread.size()];
            c.unread.copy(0, bytes, 0, bytes.length);
            c.unread.drop(bytes.length);
            c.bytesReceived += bytes.length;
            c.handler.data(c, bytes, 0, bytes.length);
        }
        boolean isOver = c.isFinKnown && c.rcvNxt == c.finSequence + 1 && c.unread.size() == 0;
        if (!isOver || c.state == TcpState.CLOSED) {
            return;
        }
        if (!c.isPeerClosedTold) {
            c.isPeerClosedTold = true;
            c.handler.peerClosed(c);
        }
        if (c.state == TcpState.TIME_WAIT) {
            c.tellClosed(CloseReason.NORMAL);
        }
    }
}
