package org.quintain.benchmarks;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** The barest code for the wire formats: fixed places, one method a job, as one would write it for nothing else. */
final class BareWire {
    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN)
            .withInvokeExactBehavior();
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN)
            .withInvokeExactBehavior();
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN)
            .withInvokeExactBehavior();

    private static final VarHandle LITTLE_INT = MethodHandles.byteArrayViewVarHandle(
                    int[].class, ByteOrder.LITTLE_ENDIAN)
            .withInvokeExactBehavior();

    private BareWire() {}

    /** Six fields of a TCP segment in an Ethernet frame, every length checked; -1 if it is none. */
    static long decode(byte[] frame) {
        int left = frame.length - 14;
        if (left < 20 || (short) SHORT.get(frame, 12) != 0x0800) {
            return -1;
        }
        int ipBytes = (frame[14] & 0xF) << 2;
        int totalBytes = (short) SHORT.get(frame, 16) & 0xFFFF;
        if (frame[14] >>> 4 != 4 || ipBytes < 20 || ipBytes > left || totalBytes < ipBytes || totalBytes > left) {
            return -1;
        }
        int tcp = 14 + ipBytes;
        int tcpLeft = totalBytes - ipBytes;
        if (frame[23] != 6 || tcpLeft < 20) {
            return -1;
        }
        int tcpBytes = frame[tcp + 12] >>> 2 & 0x3C;
        if (tcpBytes < 20 || tcpBytes > tcpLeft) {
            return -1;
        }
        return mix(
                (int) INT.get(frame, 26),
                (int) INT.get(frame, 30),
                (short) SHORT.get(frame, tcp) & 0xFFFF,
                (short) SHORT.get(frame, tcp + 2) & 0xFFFF,
                (int) INT.get(frame, tcp + 4),
                frame[tcp + 13] & 0xFF);
    }

    /** One number of six fields, so that none can be left out; 0 or more. */
    static long mix(int source, int destination, int sourcePort, int destinationPort, int number, int flags) {
        return (source ^ 3L * destination ^ 5L * sourcePort ^ 7L * destinationPort ^ 11L * number ^ flags)
                & Long.MAX_VALUE;
    }

    /** The frame of {@link WireBuildBenchmark}, into an array of its length. */
    static void build(WireBuildBenchmark.Data data, byte[] frame, byte[] payload) {
        SHORT.set(frame, 0, (short) (data.destinationMac >>> 32));
        INT.set(frame, 2, (int) data.destinationMac);
        SHORT.set(frame, 6, (short) (data.sourceMac >>> 32));
        INT.set(frame, 8, (int) data.sourceMac);
        INT.set(frame, 12, 0x0800_4500);
        SHORT.set(frame, 16, (short) (frame.length - 14));
        INT.set(frame, 18, 0);
        INT.set(frame, 22, 64 << 24 | 6 << 16);
        INT.set(frame, 26, data.source);
        INT.set(frame, 30, data.destination);
        SHORT.set(frame, 34, (short) data.sourcePort);
        SHORT.set(frame, 36, (short) data.destinationPort);
        INT.set(frame, 38, data.sequenceNumber);
        INT.set(frame, 42, data.acknowledgmentNumber);
        INT.set(frame, 46, 0x50180000 | data.window);
        INT.set(frame, 50, 0);
        System.arraycopy(payload, 0, frame, 54, payload.length);
        SHORT.set(frame, 24, (short) ~sum(frame, 14, 34, 0));
        int bytes = frame.length - 34;
        long pseudoHeader = (data.source & 0xFFFF_FFFFL) + (data.destination & 0xFFFF_FFFFL) + 6 + bytes;
        SHORT.set(frame, 50, (short) ~sum(frame, 34, frame.length, pseudoHeader));
    }

    /** Four long sums over little-endian words, turned round at the end, and a big-endian sum added. */
    static int sum(byte[] from, int at, int end, long bigEndianSum) {
        long a = 0;
        long b = 0;
        long c = 0;
        long d = 0;
        int i = at;
        for (; i <= end - 32; i += 32) {
            long p = (long) LONG.get(from, i);
            long q = (long) LONG.get(from, i + 8);
            long r = (long) LONG.get(from, i + 16);
            long s = (long) LONG.get(from, i + 24);
            a += (p & 0xFFFF_FFFFL) + (p >>> 32);
            b += (q & 0xFFFF_FFFFL) + (q >>> 32);
            c += (r & 0xFFFF_FFFFL) + (r >>> 32);
            d += (s & 0xFFFF_FFFFL) + (s >>> 32);
        }
        for (; i <= end - 8; i += 8) {
            long p = (long) LONG.get(from, i);
            a += (p & 0xFFFF_FFFFL) + (p >>> 32);
        }
        if (i <= end - 4) {
            b += (int) LITTLE_INT.get(from, i) & 0xFFFF_FFFFL;
            i += 4;
        }
        for (int shift = 0; i < end; i++, shift += 8) {
            c += (from[i] & 0xFFL) << shift;
        }
        return fold((Short.reverseBytes((short) fold(a + b + c + d)) & 0xFFFF) + bigEndianSum);
    }

    private static int fold(long sum) {
        int half = (int) (sum + Long.rotateRight(sum, 32) >>> 32);
        return half + Integer.rotateRight(half, 16) >>> 16;
    }
}
