package org.quintain.net.sim.tcp;

import org.quintain.core.Incubating;

/**
 * What an application wants to know of its connection. Each method does nothing unless overridden.
 *
 * <p>A method MAY call the connection, and set timers; it MUST NOT advance the network, and MUST NOT throw: an exception
 * would end the network's call of {@code advance}.
 */
@Incubating
public interface TcpHandler {
    /**
     * The connection is open.
     *
     * @param connection in state ESTABLISHED
     */
    default void connected(TcpConnection connection) {}

    /**
     * Bytes have come, in order, each once.
     *
     * @param connection where
     * @param from holds the bytes; MUST NOT be changed or kept
     * @param offset index of the first one
     * @param lengthBytes 1 or more
     */
    default void data(TcpConnection connection, byte[] from, int offset, int lengthBytes) {}

    /**
     * The peer has closed: no more data will come; one may still send.
     *
     * @param connection where
     */
    default void peerClosed(TcpConnection connection) {}

    /**
     * There is room again after {@link TcpConnection#send} could not take everything.
     *
     * @param connection where
     */
    default void writable(TcpConnection connection) {}

    /**
     * The connection is over. Nothing is called after it. For an orderly end it comes when the last acknowledgment is
     * there, in TIME_WAIT at its beginning.
     *
     * @param connection CLOSED, or in TIME_WAIT
     * @param why how it ended
     */
    default void closed(TcpConnection connection, CloseReason why) {}
}
