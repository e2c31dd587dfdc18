package org.quintain.net.buildframebyhand;

/**
 * Reads an IPv4 header (RFC 791 section 3.1). Offsets are from the header's first byte.
 *
 * <pre>{@code
 *  0               1               2               3
 *  0 1 2 3 4 5 6 7 0 1 2 3 4 5 6 7 0 1 2 3 4 5 6 7 0 1 2 3 4 5 6 7
 * +-------+-------+---------------+-------------------------------+
 * |Version|  IHL  |Type of service|          total length         |   0
 * +-------+-------+---------------+-----+-------------------------+
 * |         identification        |flags|     fragment offset     |   4
 * +---------------+---------------+-----+-------------------------+
 * |  time to live |    protocol   |        header checksum        |   8
 * +---------------+---------------+-------------------------------+
 * |                         source address                        |  12
 * +---------------------------------------------------------------+
 * |                      destination address                      |  16
 * +---------------------------------------------------------------+
 * }</pre>
 *
 * <p>Each method wants {@link #LENGTH_BYTES} bytes from {@code at} on and allocates nothing.
 */
final class Ipv4Header {
    /** A header without options (RFC 791 section 3.1, IHL: "the minimum value for a correct header is 5"). */
    static final int LENGTH_BYTES = 20;
    /** Version 4 (RFC 791 section 3.1). */
    static final int VERSION = 4;
    /** Length of a header without options in words of 32 bits (RFC 791 section 3.1). */
    static final int WORDS_WITHOUT_OPTIONS = 5;
    /** Protocol number of UDP (RFC 768). */
    static final int PROTOCOL_UDP = 17;

    private Ipv4Header() {}

    /** 4 bits. */
    static int version(byte[] packet, int at) {
        return BigEndian.u8(packet, at) >>> 4;
    }

    /** Header length in words of 32 bits, 4 bits. */
    static int headerWords(byte[] packet, int at) {
        return BigEndian.u8(packet, at) & 0x0F;
    }

    /** 8 bits; today 6 of DSCP (RFC 2474) and 2 of ECN (RFC 3168). */
    static int typeOfService(byte[] packet, int at) {
        return BigEndian.u8(packet, at + 1);
    }

    /** Header and data in bytes, 16 bits. */
    static int totalLengthBytes(byte[] packet, int at) {
        return BigEndian.u16(packet, at + 2);
    }

    /** 16 bits. */
    static int identification(byte[] packet, int at) {
        return BigEndian.u16(packet, at + 4);
    }

    /** 3 bits: reserved, don't fragment, more fragments. */
    static int flags(byte[] packet, int at) {
        return BigEndian.u8(packet, at + 6) >>> 5;
    }

    /** Position of this fragment in units of 8 bytes, 13 bits. */
    static int fragmentOffset(byte[] packet, int at) {
        return BigEndian.u16(packet, at + 6) & 0x1FFF;
    }

    /** 8 bits. */
    static int timeToLive(byte[] packet, int at) {
        return BigEndian.u8(packet, at + 8);
    }

    /** 8 bits. */
    static int protocol(byte[] packet, int at) {
        return BigEndian.u8(packet, at + 9);
    }

    /** 16 bits; over the header alone, this field taken as 0. */
    static int checksum(byte[] packet, int at) {
        return BigEndian.u16(packet, at + 10);
    }

    /** 32 bits, as an {@code int} with all its bits. */
    static int source(byte[] packet, int at) {
        return BigEndian.s32(packet, at + 12);
    }

    /** 32 bits, as an {@code int} with all its bits. */
    static int destination(byte[] packet, int at) {
        return BigEndian.s32(packet, at + 16);
    }
}
