package org.quintain.net.sim.tcp;

import java.util.ArrayDeque;
import org.quintain.net.wire.Tcp;

/** What a connection remembers: the transmission control block, TCB (RFC 9293 section 3.3.1). */
abstract class ControlBlock {
    final TcpStack stack;
    final int localPort;
    final int remoteAddress;
    final int remotePort;
    final long serial;
    final boolean isPassive;

    Listener listener;
    TcpHandler handler;
    TcpState state = TcpState.CLOSED;

    // Send sequence variables (RFC 9293 section 3.3.1).
    int iss;
    int sndUna;
    int sndNxt;
    int sndWnd;
    int sndWl1;
    int sndWl2;
    int maxSndWnd;
    int maxSegmentBytes;
    boolean isCloseAsked;
    boolean isFinSent;
    final ByteRing outgoing;

    // Receive sequence variables (RFC 9293 section 3.3.1).
    int irs;
    int rcvNxt;
    int advertisedEdge;
    int finSequence;
    boolean isFinKnown;
    boolean isPeerClosedTold;
    boolean isPaused;
    final ByteRing unread;
    final Reassembly reassembly;

    final RetransmissionTime time;
    boolean isPersisting;
    int tries;
    int duplicateAcks;
    int recoverUntil;
    boolean isRecovering;
    boolean isTiming;
    int timedSequence;
    long timedAtMicros;
    boolean isAckOwed;
    boolean isBusy;
    boolean isRoomWanted;
    boolean isClosedTold;
    AckLimit.Used challenges;
    AckLimit.Used unacceptables;

    long bytesSent;
    long bytesReceived;
    ArrayDeque<TcpEvent> journal;
    long events;

    ControlBlock(TcpStack stack, int localPort, int remoteAddress, int remotePort, boolean isPassive, long serial) {
        this.stack = stack;
        this.localPort = localPort;
        this.remoteAddress = remoteAddress;
        this.remotePort = remotePort;
        this.isPassive = isPassive;
        this.serial = serial;
        TcpLimits limits = stack.policy().limits();
        this.maxSegmentBytes = Math.min(TcpStack.DEFAULT_SEND_MSS, stack.maxSegmentBytes());
        this.outgoing = new ByteRing(limits.sendBufferBytes());
        this.unread = new ByteRing(limits.windowBytes());
        this.reassembly = new Reassembly(stack.policy().overlap());
        this.time = new RetransmissionTime(limits.minTimeoutMicros());
    }

    void enter(TcpState next) {
        state = next;
        note(TcpEvent.Kind.STATE, 0, 0, 0);
    }

    void note(TcpEvent.Kind kind, Tcp segment) {
        note(kind, segment.sequenceNumber(), segment.acknowledgmentNumber(), segment.payloadLengthBytes());
    }

    void note(TcpEvent.Kind kind, int sequenceNumber, int acknowledgmentNumber, int lengthBytes) {
        if (journal == null) {
            journal = new ArrayDeque<>(8);
        }
        if (journal.size() == TcpConnection.JOURNAL_LINES) {
            journal.poll();
        }
        events++;
        journal.add(new TcpEvent(
                stack.path().network().now(), kind, state, sequenceNumber, acknowledgmentNumber, lengthBytes));
    }
}
