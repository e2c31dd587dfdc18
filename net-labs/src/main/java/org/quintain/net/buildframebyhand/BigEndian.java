package org.quintain.net.buildframebyhand;

/** Unsigned numbers, most significant byte first (RFC 791 appendix B); the caller has made sure that the bytes are there. */
final class BigEndian {
    private BigEndian() {}

    static int u8(byte[] from, int at) {
        return from[at] & 0xFF;
    }

    static int u16(byte[] from, int at) {
        return u8(from, at) << 8 | u8(from, at + 1);
    }

    /** All 32 bits, in an {@code int} that may be negative. */
    static int s32(byte[] from, int at) {
        return u16(from, at) << 16 | u16(from, at + 2);
    }

    static long u48(byte[] from, int at) {
        return (long) u16(from, at) << 32 | s32(from, at + 2) & 0xFFFF_FFFFL;
    }
}
