package org.quintain.core.derive;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.crypto.Mac;
import org.quintain.core.Stable;

/**
 * One stream of random choices with a position: block {@code i} is {@code HMAC-SHA256(key, 'b' || be32(i))}, i = 0, 1,
 * 2 …; every call consumes the next bytes, inside blocks too.
 *
 * <p>Each method states its rule; the rules have test vectors and never change within a derivation version. Not safe for
 * use by several threads at once.
 */
@Stable
public final class Draw {
    private static final BigInteger TWO = BigInteger.TWO;
    private static final BigInteger SMALL_PRIMES = productOfOddPrimesBelow(1000);
    private static final int PRIME_CERTAINTY_BITS = 128;

    private final Mac mac;
    private final Consumer<byte[]> secrets;
    private byte[] block = new byte[0];
    private int position;
    private int nextBlock;

    Draw(byte[] key, Consumer<byte[]> secrets) {
        this.mac = Prf.keyed(key);
        this.secrets = secrets;
    }

    /**
     * The next bytes of the stream.
     *
     * @param n how many, 0 or more
     * @return a new array of {@code n} bytes
     */
    public byte[] bytes(int n) {
        byte[] out = read(n);
        report(out);
        return out;
    }

    /**
     * An integer below a bound, each equally likely: big-endian 31-bit words (top bit cleared), rejected from the last
     * multiple of {@code n} upwards, modulo {@code n}.
     *
     * @param n the bound, 1 or more
     * @return 0 to {@code n - 1}
     */
    public int below(int n) {
        if (n < 1) {
            throw new IllegalArgumentException("bound of 1 or more wanted: n=" + n);
        }
        long limit = (1L << 31) / n * n;
        while (true) {
            byte[] w = read(4);
            int word = (w[0] & 0x7f) << 24 | (w[1] & 0xff) << 16 | (w[2] & 0xff) << 8 | (w[3] & 0xff);
            if (word < limit) {
                return word % n;
            }
        }
    }

    /**
     * An integer below a bound, each equally likely: with k the bit length of {@code n - 1}, ceil(k / 8) bytes
     * big-endian, the bits above the k lowest cleared, rejected from {@code n} upwards. For {@code n = 1} nothing is
     * read.
     *
     * @param n the bound, 1 or more
     * @return 0 to {@code n - 1}
     */
    public BigInteger below(BigInteger n) {
        if (n.signum() < 1) {
            throw new IllegalArgumentException("bound of 1 or more wanted: n=" + n);
        }
        int bits = n.subtract(BigInteger.ONE).bitLength();
        while (true) {
            BigInteger candidate = integer(bits);
            if (candidate.compareTo(n) < 0) {
                report(candidate);
                return candidate;
            }
        }
    }

    /**
     * A prime of exactly {@code bits} bits whose two top bits are set, so that a product of two has twice the bits.
     *
     * <p>Rule: ceil(bits / 8) bytes big-endian, the bits above the lowest {@code bits} cleared, then the two top bits
     * and the lowest bit set; while it is no prime add 2, and start again from the stream if that gives one bit more.
     * Cost: about {@code 0.17 * bits} candidates, one in five of them tested by exponentiation.
     *
     * @param bits 3 to 8,192
     * @return a number that {@link BigInteger#isProbablePrime} vouches for with certainty 128: Miller-Rabin rounds, from
     *     100 bits on with a Lucas-Lehmer test besides; no composite is known to pass both
     */
    public BigInteger prime(int bits) {
        if (bits < 3 || bits > 8192) {
            throw new IllegalArgumentException("prime of 3 to 8192 bits wanted: bits=" + bits);
        }
        while (true) {
            BigInteger candidate =
                    integer(bits).setBit(bits - 1).setBit(bits - 2).setBit(0);
            while (candidate.bitLength() == bits) {
                if (isPrime(candidate)) {
                    report(candidate);
                    return candidate;
                }
                candidate = candidate.add(TWO);
            }
        }
    }

    /**
     * One element, each equally likely: {@code of.get(below(of.size()))}.
     *
     * @param of one element or more
     * @param <T> their type
     * @return one of them
     */
    public <T> T pick(List<T> of) {
        return of.get(below(of.size()));
    }

    /**
     * All elements in an order of which each is equally likely: for i from size - 1 down to 1, swap element i with
     * element {@code below(i + 1)} (Fisher and Yates; Durstenfeld 1964).
     *
     * @param of any elements; the list is not changed
     * @param <T> their type
     * @return a new list
     */
    public <T> List<T> shuffle(List<T> of) {
        List<T> shuffled = new ArrayList<>(of);
        for (int i = shuffled.size() - 1; i > 0; i--) {
            int j = below(i + 1);
            T moved = shuffled.set(i, shuffled.get(j));
            shuffled.set(j, moved);
        }
        return shuffled;
    }

    /**
     * A fast generator for bulk noise, seeded with the next 32 bytes of this stream.
     *
     * @return a new generator; never of use for secrets
     */
    public Noise noise() {
        return new Noise(read(32));
    }

    private BigInteger integer(int bits) {
        byte[] magnitude = read((bits + 7) / 8);
        if (bits % 8 != 0) {
            magnitude[0] &= (byte) ((1 << bits % 8) - 1);
        }
        return new BigInteger(1, magnitude);
    }

    private static boolean isPrime(BigInteger odd) {
        if (odd.bitLength() > 20 && !odd.gcd(SMALL_PRIMES).equals(BigInteger.ONE)) {
            return false;
        }
        return odd.isProbablePrime(PRIME_CERTAINTY_BITS);
    }

    private static BigInteger productOfOddPrimesBelow(int bound) {
        BigInteger product = BigInteger.ONE;
        for (int n = 3; n < bound; n += 2) {
            BigInteger candidate = BigInteger.valueOf(n);
            if (candidate.isProbablePrime(PRIME_CERTAINTY_BITS)) {
                product = product.multiply(candidate);
            }
        }
        return product;
    }

    private byte[] read(int n) {
        if (n < 0) {
            throw new IllegalArgumentException("0 bytes or more wanted: n=" + n);
        }
        byte[] out = new byte[n];
        int filled = 0;
        while (filled < n) {
            if (position == block.length) {
                mac.update((byte) 'b');
                block = mac.doFinal(Prf.be32(nextBlock++));
                position = 0;
            }
            int count = Math.min(n - filled, block.length - position);
            System.arraycopy(block, position, out, filled, count);
            position += count;
            filled += count;
        }
        return out;
    }

    private void report(byte[] yielded) {
        if (secrets != null) {
            secrets.accept(yielded.clone());
        }
    }

    private void report(BigInteger yielded) {
        if (secrets != null) {
            byte[] twos = yielded.toByteArray();
            secrets.accept(twos[0] == 0 ? java.util.Arrays.copyOfRange(twos, 1, twos.length) : twos);
        }
    }
}
