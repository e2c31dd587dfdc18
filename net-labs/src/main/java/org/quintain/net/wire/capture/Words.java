package org.quintain.net.wire.capture;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Numbers in the byte order of whoever wrote the capture (pcap section 3; pcapng section 3.6.1). */
final class Words {
    private static final VarHandle SHORTS =
            MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private Words() {}

    static int u16(byte[] from, int at, boolean isBigEndian) {
        short value = (short) SHORTS.get(from, at);
        return (isBigEndian ? Short.reverseBytes(value) : value) & 0xFFFF;
    }

    /** All 32 bits, in an {@code int} that may be negative. */
    static int s32(byte[] from, int at, boolean isBigEndian) {
        int value = (int) INTS.get(from, at);
        return isBigEndian ? Integer.reverseBytes(value) : value;
    }

    static long u32(byte[] from, int at, boolean isBigEndian) {
        return s32(from, at, isBigEndian) & 0xFFFF_FFFFL;
    }

    /** All 64 bits, in a {@code long} that may be negative. */
    static long s64(byte[] from, int at, boolean isBigEndian) {
        long value = (long) LONGS.get(from, at);
        return isBigEndian ? Long.reverseBytes(value) : value;
    }

    static void put16(byte[] to, int at, int value, boolean isBigEndian) {
        SHORTS.set(to, at, isBigEndian ? Short.reverseBytes((short) value) : (short) value);
    }

    static void put32(byte[] to, int at, long value, boolean isBigEndian) {
        INTS.set(to, at, isBigEndian ? Integer.reverseBytes((int) value) : (int) value);
    }

    static void put64(byte[] to, int at, long value, boolean isBigEndian) {
        LONGS.set(to, at, isBigEndian ? Long.reverseBytes(value) : value);
    }
}
