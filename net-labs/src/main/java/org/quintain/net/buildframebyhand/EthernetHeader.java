package org.quintain.net.buildframebyhand;

/**
 * Reads the header of an Ethernet II frame (RFC 894; IEEE 802.3 clause 3.1). Offsets are from the frame's first byte.
 *
 * <pre>{@code
 *  0               1               2               3
 *  0 1 2 3 4 5 6 7 0 1 2 3 4 5 6 7 0 1 2 3 4 5 6 7 0 1 2 3 4 5 6 7
 * +---------------------------------------------------------------+
 * |                     destination, bytes 0 to 3                 |
 * +-------------------------------+-------------------------------+
 * |   destination, bytes 4 and 5  |      source, bytes 0 and 1    |
 * +-------------------------------+-------------------------------+
 * |                       source, bytes 2 to 5                    |
 * +-------------------------------+-------------------------------+
 * |           EtherType           |  data, 46 bytes or more ...
 * +-------------------------------+
 * }</pre>
 *
 * <p>Each method wants {@link #LENGTH_BYTES} bytes from {@code at} on and allocates nothing.
 */
final class EthernetHeader {
    /** Destination, source, type: 6 + 6 + 2 bytes (RFC 894). */
    static final int LENGTH_BYTES = 14;
    /** The data field has 46 bytes or more and is padded with zeros if need be (RFC 894), so a frame has 60. */
    static final int MIN_FRAME_BYTES = LENGTH_BYTES + 46;
    /** EtherType of IPv4 (RFC 894; RFC 9542 appendix B.1). */
    static final int TYPE_IPV4 = 0x0800;

    private EthernetHeader() {}

    /** The station that the frame is for, 48 bits big-endian. */
    static long destination(byte[] frame, int at) {
        return BigEndian.u48(frame, at);
    }

    /** The station that sends it, 48 bits big-endian. */
    static long source(byte[] frame, int at) {
        return BigEndian.u48(frame, at + 6);
    }

    /** What the data field holds, 0 to 65,535. */
    static int type(byte[] frame, int at) {
        return BigEndian.u16(frame, at + 12);
    }
}
