package org.quintain.core.derive;

import java.nio.ByteBuffer;
import org.quintain.core.Stable;

/**
 * Bulk noise: xoshiro256++ 1.0 (D. Blackman and S. Vigna, Scrambled linear pseudorandom number generators, ACM
 * Transactions on Mathematical Software 47(4), 2021, doi:10.1145/3460772).
 *
 * <p>State {@code s[0..3]}: the 32 seed bytes as four big-endian longs. Own code throughout, because default methods of
 * the platform's generators may change between its versions. Not safe for use by several threads at once, and not a
 * source of secrets.
 */
@Stable
public final class Noise {
    private long s0;
    private long s1;
    private long s2;
    private long s3;

    Noise(byte[] seed) {
        ByteBuffer from = ByteBuffer.wrap(seed);
        s0 = from.getLong();
        s1 = from.getLong();
        s2 = from.getLong();
        s3 = from.getLong();
        if ((s0 | s1 | s2 | s3) == 0) {
            s0 = 1; // the one state that the generator never leaves
        }
    }

    /**
     * The next 64 bits.
     *
     * @return any long
     */
    public long nextLong() {
        long result = Long.rotateLeft(s0 + s3, 23) + s0;
        long t = s1 << 17;
        s2 ^= s0;
        s3 ^= s1;
        s1 ^= s2;
        s0 ^= s3;
        s2 ^= t;
        s3 = Long.rotateLeft(s3, 45);
        return result;
    }

    /**
     * An integer below a bound, each equally likely: the high 32 bits of {@code (nextLong() >>> 32) * n}, rejecting low
     * halves below {@code 2^32 mod n} (D. Lemire, Fast random integer generation in an interval, ACM Transactions on
     * Modeling and Computer Simulation 29(1), 2019, doi:10.1145/3230636).
     *
     * @param n the bound, 1 or more
     * @return 0 to {@code n - 1}
     */
    public int below(int n) {
        if (n < 1) {
            throw new IllegalArgumentException("bound of 1 or more wanted: n=" + n);
        }
        long product = (nextLong() >>> 32) * n;
        if ((product & 0xffff_ffffL) < n) {
            long threshold = (1L << 32) % n;
            while ((product & 0xffff_ffffL) < threshold) {
                product = (nextLong() >>> 32) * n;
            }
        }
        return (int) (product >>> 32);
    }

    /**
     * A number in the unit interval: the top 53 bits of {@link #nextLong()} times 2^-53.
     *
     * @return 0 (included) to 1 (excluded)
     */
    public double unit() {
        return (nextLong() >>> 11) * 0x1p-53;
    }

    /**
     * Fills an array: each {@link #nextLong()} gives eight bytes, lowest first; of the last one the bytes not needed are
     * dropped.
     *
     * @param to any length
     */
    public void fill(byte[] to) {
        for (int i = 0; i < to.length; ) {
            long word = nextLong();
            for (int end = Math.min(i + 8, to.length); i < end; i++) {
                to[i] = (byte) word;
                word >>>= 8;
            }
        }
    }
}
