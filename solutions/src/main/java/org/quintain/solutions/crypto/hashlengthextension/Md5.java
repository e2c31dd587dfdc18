package org.quintain.solutions.crypto.hashlengthextension;

/** The compression function of MD5, RFC 1321, section 3.4; names of variables as there. */
final class Md5 {
    static final int[] START = {0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476};

    private static final int[][] SHIFTS = {{7, 12, 17, 22}, {5, 9, 14, 20}, {4, 11, 16, 23}, {6, 10, 15, 21}};
    private static final int[] T = new int[64];

    static {
        for (int i = 0; i < T.length; i++) {
            T[i] = (int) (long) (StrictMath.abs(StrictMath.sin(i + 1)) * (1L << 32));
        }
    }

    private Md5() {}

    /**
     * Mixes a block into the state.
     *
     * @param state 4 words, replaced
     * @param x the block, 16 little-endian words
     */
    static void compress(int[] state, int[] x) {
        int a = state[0];
        int b = state[1];
        int c = state[2];
        int d = state[3];
        for (int i = 0; i < 64; i++) {
            int mixed = a + f(i / 16, b, c, d) + x[word(i)] + T[i];
            a = d;
            d = c;
            c = b;
            b += Integer.rotateLeft(mixed, SHIFTS[i / 16][i % 4]);
        }
        state[0] += a;
        state[1] += b;
        state[2] += c;
        state[3] += d;
    }

    /** The functions F, G, H and I of the four rounds. */
    private static int f(int round, int b, int c, int d) {
        return switch (round) {
            case 0 -> b & c | ~b & d;
            case 1 -> b & d | c & ~d;
            case 2 -> b ^ c ^ d;
            default -> c ^ (b | ~d);
        };
    }

    /** Which word of the block a step takes. */
    private static int word(int step) {
        return switch (step / 16) {
            case 0 -> step;
            case 1 -> (5 * step + 1) % 16;
            case 2 -> (3 * step + 5) % 16;
            default -> 7 * step % 16;
        };
    }
}
