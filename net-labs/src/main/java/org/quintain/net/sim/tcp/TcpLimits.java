package org.quintain.net.sim.tcp;

import org.quintain.core.Incubating;

/**
 * What bounds a stack.
 *
 * @param windowBytes the receive window, 1 to 65,535 (there is no window scaling)
 * @param sendBufferBytes what the application may send ahead of acknowledgments, 1 to 1,048,576
 * @param maxSegmentBytes the MSS option sent, and text in a segment at most, 1 to 1,460 (RFC 9293 section 3.7.1)
 * @param maxConnections connections at most, those in TIME_WAIT and SYN_RECEIVED included, 1 to 65,536. At the bound the
 *     oldest one in TIME_WAIT makes room; if there is none, a SYN is dropped and counted, and a connection of one's own ends
 *     at once with {@link CloseReason#NO_ROOM}
 * @param backlog connections in SYN_RECEIVED at most for each listening port; at the bound a SYN is dropped and counted
 * @param retransmissions how often a segment is sent again before the connection is given up (RFC 9293 section 3.8.3, R2)
 * @param synRetransmissions the same for SYN and SYN-ACK
 * @param minTimeoutMicros the least RTO (RFC 6298 (2.4): SHOULD be 1 second), 1 to 60,000,000
 * @param timeWaitMicros 2 MSL (RFC 9293 section 3.4.2: MSL is 2 minutes), 1 or more
 */
@Incubating
public record TcpLimits(
        int windowBytes,
        int sendBufferBytes,
        int maxSegmentBytes,
        int maxConnections,
        int backlog,
        int retransmissions,
        int synRetransmissions,
        long minTimeoutMicros,
        long timeWaitMicros) {
    /**
     * 65,535 bytes of window and 65,536 of buffer, segments of 1,460, 1,024 connections, 128 of them half open, 8
     * retransmissions (more than the 100 seconds and 3 minutes of RFC 9293 section 3.8.3), 1 second, 4 minutes.
     */
    public static final TcpLimits DEFAULT =
            new TcpLimits(65_535, 65_536, 1_460, 1_024, 128, 8, 8, 1_000_000, 240_000_000);

    /** Refuses what is out of range. */
    public TcpLimits {
        range("windowBytes", windowBytes, 65_535);
        range("sendBufferBytes", sendBufferBytes, 1 << 20);
        range("maxSegmentBytes", maxSegmentBytes, 1_460);
        range("maxConnections", maxConnections, 65_536);
        range("backlog", backlog, 65_536);
        range("retransmissions", retransmissions, 1_000);
        range("synRetransmissions", synRetransmissions, 1_000);
        range("minTimeoutMicros", minTimeoutMicros, RetransmissionTime.MAX_MICROS);
        range("timeWaitMicros", timeWaitMicros, Long.MAX_VALUE);
    }

    private static void range(String name, long value, long max) {
        if (value < 1 || value > max) {
            throw new IllegalArgumentException("1 to " + max + " wanted: " + name + "=" + value);
        }
    }

    /** The same with another receive window and another send buffer. */
    public TcpLimits withBuffers(int windowBytes, int sendBufferBytes) {
        return new TcpLimits(
                windowBytes,
                sendBufferBytes,
                maxSegmentBytes,
                maxConnections,
                backlog,
                retransmissions,
                synRetransmissions,
                minTimeoutMicros,
                timeWaitMicros);
    }

    /** The same with another maximum segment size. */
    public TcpLimits withMaxSegmentBytes(int maxSegmentBytes) {
        return new TcpLimits(
                windowBytes,
                sendBufferBytes,
                maxSegmentBytes,
                maxConnections,
                backlog,
                retransmissions,
                synRetransmissions,
                minTimeoutMicros,
                timeWaitMicros);
    }

    /** The same with other bounds of connections. */
    public TcpLimits withConnections(int maxConnections, int backlog) {
        return new TcpLimits(
                windowBytes,
                sendBufferBytes,
                maxSegmentBytes,
                maxConnections,
                backlog,
                retransmissions,
                synRetransmissions,
                minTimeoutMicros,
                timeWaitMicros);
    }

    /** The same with other numbers of tries. */
    public TcpLimits withRetransmissions(int retransmissions, int synRetransmissions) {
        return new TcpLimits(
                windowBytes,
                sendBufferBytes,
                maxSegmentBytes,
                maxConnections,
                backlog,
                retransmissions,
                synRetransmissions,
                minTimeoutMicros,
                timeWaitMicros);
    }

    /** The same with another least RTO. */
    public TcpLimits withMinTimeoutMicros(long minTimeoutMicros) {
        return new TcpLimits(
                windowBytes,
                sendBufferBytes,
                maxSegmentBytes,
                maxConnections,
                backlog,
                retransmissions,
                synRetransmissions,
                minTimeoutMicros,
                timeWaitMicros);
    }

    /** The same with another 2 MSL. */
    public TcpLimits withTimeWaitMicros(long timeWaitMicros) {
        return new TcpLimits(
                windowBytes,
                sendBufferBytes,
                maxSegmentBytes,
                maxConnections,
                backlog,
                retransmissions,
                synRetransmissions,
                minTimeoutMicros,
                timeWaitMicros);
    }
}
