package org.quintain.net.buildframebyhand;

/**
 * Reads a UDP header (RFC 768). Offsets are from the header's first byte.
 *
 * <pre>{@code
 *  0               1               2               3
 *  0 1 2 3 4 5 6 7 0 1 2 3 4 5 6 7 0 1 2 3 4 5 6 7 0 1 2 3 4 5 6 7
 * +-------------------------------+-------------------------------+
 * |          source port          |        destination port       |   0
 * +-------------------------------+-------------------------------+
 * |             length            |            checksum           |   4
 * +-------------------------------+-------------------------------+
 * }</pre>
 *
 * <p>The checksum covers a pseudo-header before it, which is never sent:
 *
 * <pre>{@code
 * +---------------------------------------------------------------+
 * |                         source address                        |
 * +---------------------------------------------------------------+
 * |                      destination address                      |
 * +---------------+---------------+-------------------------------+
 * |      zero     |  protocol 17  |           UDP length          |
 * +---------------+---------------+-------------------------------+
 * }</pre>
 *
 * <p>The readers want {@link #LENGTH_BYTES} bytes from {@code at} on and allocate nothing.
 */
final class UdpHeader {
    /** Four fields of 16 bits; the least value of the length field (RFC 768, Length). */
    static final int LENGTH_BYTES = 8;
    /** "An all zero transmitted checksum value means that the transmitter generated no checksum" (RFC 768). */
    static final int NO_CHECKSUM = 0;
    /** Sent when a checksum computes to 0: equal to it in one's complement arithmetic (RFC 768, Checksum). */
    static final int ZERO_CHECKSUM = 0xFFFF;

    private UdpHeader() {}

    /** 16 bits. */
    static int sourcePort(byte[] datagram, int at) {
        return BigEndian.u16(datagram, at);
    }

    /** 16 bits. */
    static int destinationPort(byte[] datagram, int at) {
        return BigEndian.u16(datagram, at + 2);
    }

    /** Header and payload in bytes, 16 bits. */
    static int lengthBytes(byte[] datagram, int at) {
        return BigEndian.u16(datagram, at + 4);
    }

    /** 16 bits; {@link #NO_CHECKSUM} for none. */
    static int checksum(byte[] datagram, int at) {
        return BigEndian.u16(datagram, at + 6);
    }

    /** The words of the pseudo-header added up: addresses of 32 bits, length in bytes. */
    static long pseudoHeaderSum(int source, int destination, int lengthBytes) {
        return (source >>> 16)
                + (source & 0xFFFF)
                + (destination >>> 16)
                + (destination & 0xFFFF)
                + Ipv4Header.PROTOCOL_UDP
                + lengthBytes;
    }
}
