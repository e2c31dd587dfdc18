package org.quintain.solutions.crypto.hashlengthextension;

import java.util.Arrays;

/** The compression function of SHA-1, FIPS 180-4, section 6.1.2; names of variables as there. */
final class Sha1 {
    static final int[] START = {0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0};

    private static final int[] K = {0x5a827999, 0x6ed9eba1, 0x8f1bbcdc, 0xca62c1d6};

    private Sha1() {}

    /**
     * Mixes a block into the state.
     *
     * @param state 5 words, replaced
     * @param block 16 big-endian words
     */
    static void compress(int[] state, int[] block) {
        int[] w = Arrays.copyOf(block, 80);
        for (int t = 16; t < 80; t++) {
            w[t] = Integer.rotateLeft(w[t - 3] ^ w[t - 8] ^ w[t - 14] ^ w[t - 16], 1);
        }
        int a = state[0];
        int b = state[1];
        int c = state[2];
        int d = state[3];
        int e = state[4];
        for (int t = 0; t < 80; t++) {
            int mixed = Integer.rotateLeft(a, 5) + f(t / 20, b, c, d) + e + K[t / 20] + w[t];
            e = d;
            d = c;
            c = Integer.rotateLeft(b, 30);
            b = a;
            a = mixed;
        }
        state[0] += a;
        state[1] += b;
        state[2] += c;
        state[3] += d;
        state[4] += e;
    }

    /** Ch, Parity, Maj and Parity: section 4.1.1. */
    private static int f(int round, int x, int y, int z) {
        return switch (round) {
            case 0 -> x & y ^ ~x & z;
            case 2 -> x & y ^ x & z ^ y & z;
            default -> x ^ y ^ z;
        };
    }
}
