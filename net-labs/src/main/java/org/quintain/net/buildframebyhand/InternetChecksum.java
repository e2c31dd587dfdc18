package org.quintain.net.buildframebyhand;

/** The Internet checksum: the complement of the one's complement sum of 16-bit words (RFC 1071 section 1). */
final class InternetChecksum {
    private InternetChecksum() {}

    /**
     * Adds up the words of a part, carries kept above bit 15.
     *
     * @param from where they stand, big-endian
     * @param at index of the first byte
     * @param lengthBytes 0 to 65,535; an odd part goes on with one zero byte, which is not sent (RFC 768; RFC 1071
     *     section 1)
     */
    static long sum(byte[] from, int at, int lengthBytes) {
        long sum = 0;
        int end = at + lengthBytes;
        for (int i = at; i + 1 < end; i += 2) {
            sum += BigEndian.u16(from, i);
        }
        return lengthBytes % 2 == 0 ? sum : sum + (BigEndian.u8(from, end - 1) << 8);
    }

    /** Adds the carries until none is left: two times may be needed (RFC 1071 section 1, "end around carry"). */
    static int fold(long sum) {
        long folded = sum;
        while (folded > 0xFFFF) {
            folded = (folded & 0xFFFF) + (folded >>> 16);
        }
        return (int) folded;
    }

    /** The checksum of words with that sum, the checksum field itself counted as 0. */
    static int of(long sum) {
        return ~fold(sum) & 0xFFFF;
    }

    /** Whether a checksum fits words with that sum: all together give sixteen ones (RFC 1071 section 1, point 3). */
    static boolean fits(int checksum, long sum) {
        return fold(sum + checksum) == 0xFFFF;
    }
}
