package org.quintain.net.sim.tcp;

import java.util.List;
import org.quintain.core.Incubating;
import org.quintain.net.sim.Timer;
import org.quintain.net.wire.Ipv4Address;
import org.quintain.net.wire.Tcp;

/**
 * One end of a connection: what an application uses, and what a checker reads.
 *
 * <p>Made by {@link TcpStack#connect} or handed to a {@link TcpAcceptor}. A flow of bytes: the borders between calls of
 * {@link #send} are not kept. Urgent data is delivered as any other (RFC 9293 section 3.8.5: SHOULD NOT be used).
 */
@Incubating
public final class TcpConnection extends ControlBlock {
    /** Lines of the journal that are kept: the newest. */
    public static final int JOURNAL_LINES = 256;

    final Timer timer;
    TcpConnection nextInBucket;

    TcpConnection(TcpStack stack, int localPort, int remoteAddress, int remotePort, boolean isPassive, long serial) {
        super(stack, localPort, remoteAddress, remotePort, isPassive, serial);
        this.timer = stack.path().network().timer(() -> stack.outbound().ring(this));
    }

    /**
     * Sends bytes, as far as there is room for them in the buffer; before the handshake is done they wait.
     *
     * @param bytes any number; copied
     * @return how many were taken, from the first on: all of them, or fewer if the buffer is full, of which
     *     {@link TcpHandler#writable} tells the end; 0 once this side has closed or the connection is over
     */
    public int send(byte[] bytes) {
        return send(bytes, 0, bytes.length);
    }

    /**
     * {@link #send(byte[])} of a part of an array.
     *
     * @param from holds the bytes
     * @param offset index of the first one
     * @param lengthBytes 0 or more
     * @return how many were taken
     */
    public int send(byte[] from, int offset, int lengthBytes) {
        if (isCloseAsked || !state.maySend()) {
            return 0;
        }
        int taken = outgoing.add(from, offset, lengthBytes);
        isRoomWanted |= taken < lengthBytes;
        flush();
        return taken;
    }

    /**
     * Closes this side once all that was sent has gone: the peer may still send, and closes itself (RFC 9293 section 3.10.4).
     * Does nothing the second time.
     */
    public void close() {
        if (isCloseAsked || !state.maySend()) {
            return;
        }
        if (state == TcpState.SYN_SENT) {
            end(CloseReason.ABORTED);
            return;
        }
        isCloseAsked = true;
        flush();
    }

    /** Ends the connection at once, with a reset if the peer may know of it (RFC 9293 section 3.10.5). */
    public void abort() {
        if (state == TcpState.CLOSED) {
            return;
        }
        if (state != TcpState.SYN_SENT && state != TcpState.TIME_WAIT) {
            stack.outbound().segment(this, sndNxt, Tcp.RST | Tcp.ACK, 0);
        }
        end(CloseReason.ABORTED);
    }

    /** Lets bytes wait unread: the window closes as they come, up to its size. */
    public void pause() {
        isPaused = true;
    }

    /** Reads again, what waits first. Called from within a handler's {@code data} it goes on after that call. */
    public void resume() {
        isPaused = false;
        if (!isBusy) {
            isBusy = true;
            stack.inbound().deliver(this);
            isBusy = false;
            stack.outbound().windowMayHaveOpened(this);
            flush();
        }
    }

    private void flush() {
        if (!isBusy) {
            stack.outbound().flush(this);
        }
    }

    /**
     * The state.
     *
     * @return never {@link TcpState#LISTEN}
     */
    public TcpState state() {
        return state;
    }

    /**
     * This side's port.
     *
     * @return 16 bits
     */
    public int localPort() {
        return localPort;
    }

    /**
     * The peer's address, as its segments claim.
     *
     * @return IPv4 address
     */
    public int remoteAddress() {
        return remoteAddress;
    }

    /**
     * The peer's port.
     *
     * @return 16 bits
     */
    public int remotePort() {
        return remotePort;
    }

    /**
     * Whether the peer has asked for the connection.
     *
     * @return true if a port listened for it
     */
    public boolean isPassive() {
        return isPassive;
    }

    /**
     * ISS, the initial send sequence number.
     *
     * @return 32 bits
     */
    public int initialSendSequence() {
        return iss;
    }

    /**
     * IRS, the initial receive sequence number.
     *
     * @return 32 bits; 0 until a SYN has come
     */
    public int initialReceiveSequence() {
        return irs;
    }

    /**
     * SND.UNA, the oldest unacknowledged sequence number.
     *
     * @return 32 bits
     */
    public int sendUnacknowledged() {
        return sndUna;
    }

    /**
     * SND.NXT, the next sequence number to be sent.
     *
     * @return 32 bits
     */
    public int sendNext() {
        return sndNxt;
    }

    /**
     * SND.WND, the window that the peer has given.
     *
     * @return 0 to 65,535
     */
    public int sendWindow() {
        return sndWnd;
    }

    /**
     * RCV.NXT, the next sequence number expected.
     *
     * @return 32 bits
     */
    public int receiveNext() {
        return rcvNxt;
    }

    /**
     * RCV.WND, the window that the next segment will give. What was given is never taken back, and a closed window opens by
     * a segment or by half (RFC 9293 sections 3.8.6 and 3.8.6.2.2).
     *
     * @return 0 to 65,535
     */
    public int receiveWindow() {
        int windowBytes = stack.policy().limits().windowBytes();
        int room = windowBytes - unread.size();
        boolean isWorthIt = room >= Math.min(windowBytes / 2, maxSegmentBytes);
        return isWorthIt ? room : Math.max(0, advertisedEdge - rcvNxt);
    }

    /**
     * What the application was given.
     *
     * @return bytes
     */
    public long bytesReceived() {
        return bytesReceived;
    }

    /**
     * What the peer has acknowledged of the application's bytes.
     *
     * @return bytes
     */
    public long bytesAcknowledged() {
        return bytesSent;
    }

    /**
     * What is held and was not given to the application: before its turn, or unread.
     *
     * @return bytes, at most the receive window
     */
    public int bytesHeld() {
        return reassembly.heldBytes() + unread.size();
    }

    /**
     * What the application has sent and the peer has not acknowledged.
     *
     * @return bytes, at most the send buffer
     */
    public int bytesUnacknowledged() {
        return outgoing.size();
    }

    /**
     * The newest {@link #JOURNAL_LINES} events, oldest first.
     *
     * @return a copy
     */
    public List<TcpEvent> journal() {
        return journal == null ? List.of() : List.copyOf(journal);
    }

    /**
     * How many events there were, the forgotten ones included.
     *
     * @return 0 or more
     */
    public long events() {
        return events;
    }

    /** Enters CLOSED, forgets what was held and tells the application. */
    void end(CloseReason why) {
        timer.cancel();
        outgoing.clear();
        unread.clear();
        reassembly.clear();
        stack.remove(this);
        enter(TcpState.CLOSED);
        tellClosed(why);
    }

    void tellClosed(CloseReason why) {
        if (!isClosedTold && handler != null) {
            isClosedTold = true;
            handler.closed(this, why);
        }
    }

    /** Local port, remote address and port. */
    @Override
    public String toString() {
        return localPort + "<>" + Ipv4Address.format(remoteAddress) + ":" + remotePort + " " + state;
    }
}
