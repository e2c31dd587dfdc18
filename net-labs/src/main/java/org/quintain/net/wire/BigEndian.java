package org.quintain.net.wire;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Numbers in network byte order, most significant byte first (RFC 791 appendix B).
 *
 * <p>Each access is one machine instruction and a check of the array's bounds. Values are unsigned in a wider type; 32
 * bits come in an {@code int} with all its bits. Writers keep the low bits and drop the others.
 */
final class BigEndian {
    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN)
            .withInvokeExactBehavior();
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN)
            .withInvokeExactBehavior();

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN)
            .withInvokeExactBehavior();

    private BigEndian() {}

    static int u8(byte[] from, int at) {
        return from[at] & 0xFF;
    }

    static int u16(byte[] from, int at) {
        return (short) SHORT.get(from, at) & 0xFFFF;
    }

    static int s32(byte[] from, int at) {
        return (int) INT.get(from, at);
    }

    static long u32(byte[] from, int at) {
        return (int) INT.get(from, at) & 0xFFFF_FFFFL;
    }

    static long u48(byte[] from, int at) {
        return (long) u16(from, at) << 32 | u32(from, at + 2);
    }

    static void put8(byte[] to, int at, int value) {
        to[at] = (byte) value;
    }

    static void put16(byte[] to, int at, int value) {
        SHORT.set(to, at, (short) value);
    }

    static void put32(byte[] to, int at, int value) {
        INT.set(to, at, value);
    }

    static void put64(byte[] to, int at, long value) {
        LONG.set(to, at, value);
    }

    static void put48(byte[] to, int at, long value) {
        put16(to, at, (int) (value >>> 32));
        put32(to, at + 2, (int) value);
    }
}
