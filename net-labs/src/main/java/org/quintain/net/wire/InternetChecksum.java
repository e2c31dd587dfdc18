package org.quintain.net.wire;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Objects;

/**
 * The Internet checksum: the complement of the one's complement sum of 16-bit words (RFC 1071 section 1).
 *
 * <p>Sums travel as a {@code long} that is 0 or more and equal to the sum of the words modulo 65,535; parts of an even
 * length are summed separately and added, and {@link #of(long)} makes the checksum of them.
 */
public final class InternetChecksum {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN)
            .withInvokeExactBehavior();
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN)
            .withInvokeExactBehavior();
    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN)
            .withInvokeExactBehavior();
    private static final long LOW = 0xFFFF_FFFFL;

    private InternetChecksum() {}

    /**
     * Adds up the words of a part.
     *
     * <p>Eight bytes are read at once, as two numbers of 32 bits: the sum is the same modulo 65,535 ("parallel
     * summation", RFC 1071 section 2 (C)), and in the other byte order it is the same with its two bytes exchanged
     * (section 2 (B)).
     *
     * @param from words, big-endian
     * @param offset index of the first byte
     * @param lengthBytes 0 to the array's end; an odd part goes on with one zero byte, which is not sent (RFC 768)
     * @return 0 to 65,535; 0 only if all bytes are 0
     */
    public static long sum(byte[] from, int offset, int lengthBytes) {
        Objects.checkFromIndexSize(offset, lengthBytes, from.length);
        long a = 0;
        long b = 0;
        long c = 0;
        long d = 0;
        int at = offset;
        int end = offset + lengthBytes;
        for (; at <= end - 32; at += 32) {
            long p = (long) LONG.get(from, at);
            long q = (long) LONG.get(from, at + 8);
            long r = (long) LONG.get(from, at + 16);
            long s = (long) LONG.get(from, at + 24);
            a += (p & LOW) + (p >>> 32);
            b += (q & LOW) + (q >>> 32);
            c += (r & LOW) + (r >>> 32);
            d += (s & LOW) + (s >>> 32);
        }
        for (; at <= end - 8; at += 8) {
            long p = (long) LONG.get(from, at);
            a += (p & LOW) + (p >>> 32);
        }
        if (at <= end - 4) {
            b += (int) INT.get(from, at) & LOW;
            at += 4;
        }
        if (at <= end - 2) {
            c += (short) SHORT.get(from, at) & 0xFFFFL;
            at += 2;
        }
        if (at < end) {
            d += from[at] & 0xFFL;
        }
        return Short.reverseBytes((short) fold(a + b + c + d)) & 0xFFFF;
    }

    /**
     * Adds the carries until none is left (RFC 1071 section 1, "end around carry").
     *
     * <p>A number and itself with its halves exchanged add up to the sum of the halves in the upper half, and the carry
     * of the lower one is the end-around carry.
     *
     * @param sum all 64 bits count
     * @return 0 to 65,535; 0 for 0 only
     */
    public static int fold(long sum) {
        int half = (int) (sum + Long.rotateRight(sum, 32) >>> 32);
        return half + Integer.rotateRight(half, 16) >>> 16;
    }

    /** The checksum of words with that sum, the checksum field itself counted as 0. */
    public static int of(long sum) {
        return ~fold(sum) & 0xFFFF;
    }

    /** The checksum of one part. */
    public static int of(byte[] from, int offset, int lengthBytes) {
        return of(sum(from, offset, lengthBytes));
    }

    /** Whether words, their checksum among them, have that sum: it is sixteen ones (RFC 1071 section 1 (3)). */
    public static boolean isRight(long sum) {
        return fold(sum) == 0xFFFF;
    }

    /**
     * The checksum after one word has changed: equation 3 of RFC 1624 section 3, which unlike RFC 1141 is right in the
     * corner case of section 4, too.
     *
     * @param checksum 16 bits
     * @param oldWord 16 bits, at an even place
     * @param newWord 16 bits, at the same place
     */
    public static int update(int checksum, int oldWord, int newWord) {
        return ~fold((~checksum & 0xFFFF) + (~oldWord & 0xFFFF) + (newWord & 0xFFFF)) & 0xFFFF;
    }

    /** The checksum after an address or another two words have changed; see {@link #update}. */
    public static int update32(int checksum, int oldWords, int newWords) {
        return update(update(checksum, oldWords >>> 16, newWords >>> 16), oldWords, newWords);
    }

    /**
     * The sum of the pseudo-header that UDP and TCP put before themselves and never send.
     *
     * <pre>{@code
     *  0               1               2               3
     *  0 1 2 3 4 5 6 7 0 1 2 3 4 5 6 7 0 1 2 3 4 5 6 7 0 1 2 3 4 5 6 7
     * +---------------------------------------------------------------+
     * |                         source address                        |
     * +---------------------------------------------------------------+
     * |                      destination address                      |
     * +---------------+---------------+-------------------------------+
     * |      zero     |   protocol    |      UDP or TCP length        |
     * +---------------+---------------+-------------------------------+
     * }</pre>
     *
     * @param source 32 bits
     * @param destination 32 bits
     * @param protocol 8 bits (RFC 768, Checksum; RFC 9293 section 3.1, Checksum)
     * @param lengthBytes of header and data, 0 to 65,535
     * @return the words added up, carries kept above bit 15
     */
    public static long pseudoHeaderSum(int source, int destination, int protocol, int lengthBytes) {
        return (source >>> 16)
                + (source & 0xFFFF)
                + (destination >>> 16)
                + (destination & 0xFFFF)
                + protocol
                + lengthBytes;
    }
}
