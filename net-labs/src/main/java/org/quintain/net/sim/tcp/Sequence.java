package org.quintain.net.sim.tcp;

/** Sequence numbers: 32 bits that wrap around (RFC 9293 section 3.4). */
final class Sequence {
    private Sequence() {}

    /** a &lt; b in modulo 2^32 arithmetic. */
    static boolean isBefore(int a, int b) {
        return a - b < 0;
    }

    /** a =&lt; b in modulo 2^32 arithmetic. */
    static boolean isAtMost(int a, int b) {
        return a - b <= 0;
    }

    /** from =&lt; number &lt; from + lengthBytes. */
    static boolean isWithin(int number, int from, int lengthBytes) {
        return Integer.compareUnsigned(number - from, lengthBytes) < 0;
    }

    static int later(int a, int b) {
        return isBefore(a, b) ? b : a;
    }

    static int earlier(int a, int b) {
        return isBefore(a, b) ? a : b;
    }
}
