package org.quintain.net.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.pcap4j.util.ByteArrays;

class InternetChecksumTest {
    /** RFC 1071 section 3, "Numerical examples": the words 0001 f203 f4f5 f6f7 add up to 2ddf0, folded to ddf2. */
    @Test
    void theExampleOfRfc1071ComesOut() {
        byte[] words = HexFormat.of().parseHex("0001f203f4f5f6f7");
        assertEquals(0xDDF2, InternetChecksum.sum(words, 0, 8));
        assertEquals(0x220D, InternetChecksum.of(words, 0, 8));
        assertEquals(0xDDF2, InternetChecksum.fold(0x2DDF0));
    }

    /** RFC 1624 section 4: HC = DD2F, m = 5555, m' = 3285; equation 3 gives 0000 where RFC 1141 gave FFFF. */
    @Test
    void theExampleOfRfc1624ComesOut() {
        assertEquals(0x0000, InternetChecksum.update(0xDD2F, 0x5555, 0x3285));
    }

    @Test
    void aCarryFromACarryIsAddedToo() {
        assertEquals(1, InternetChecksum.fold(0x1FFFF));
        assertEquals(0xFFFF, InternetChecksum.fold(Long.MAX_VALUE - 0x7FFF));
        assertEquals(0x7FFF, InternetChecksum.fold(Long.MAX_VALUE));
    }

    @Test
    void anOddByteIsTheHighHalfOfAWord() {
        assertEquals(0x2100, InternetChecksum.sum(new byte[] {0x21}, 0, 1));
    }

    @Test
    void onlyZerosHaveASumOfZero() {
        assertEquals(0, InternetChecksum.sum(new byte[70], 0, 70));
        byte[] ones = new byte[66];
        Arrays.fill(ones, (byte) 0xFF);
        for (int length = 2; length <= 66; length += 2) {
            assertEquals(0xFFFF, InternetChecksum.sum(ones, 0, length));
        }
        assertTrue(InternetChecksum.isRight(0xFFFF));
        assertFalse(InternetChecksum.isRight(0));
    }

    @Test
    void everyPlaceAndLengthGivesWhatThePlainLoopGives() {
        byte[] bytes = new byte[150];
        new SplittableRandom(1).nextBytes(bytes);
        for (int offset = 0; offset < 10; offset++) {
            for (int length = 0; offset + length <= bytes.length; length++) {
                assertEquals(plain(bytes, offset, length), InternetChecksum.sum(bytes, offset, length));
            }
        }
    }

    @Test
    void theLargestPacketOfOnesDoesNotOverflow() {
        byte[] ones = new byte[1 << 20];
        Arrays.fill(ones, (byte) 0xFF);
        assertEquals(plain(ones, 0, 65_535), InternetChecksum.sum(ones, 0, 65_535));
        assertEquals(0xFFFF, InternetChecksum.sum(ones, 0, 1 << 20));
    }

    @Test
    void aPartOutsideOfTheArrayIsTheCallersBug() {
        assertThrows(IndexOutOfBoundsException.class, () -> InternetChecksum.sum(new byte[4], 2, 3));
        assertThrows(IndexOutOfBoundsException.class, () -> InternetChecksum.sum(new byte[4], 2, -1));
    }

    @Property(tries = 300)
    void pcap4jComputesTheSame(@ForAll @Size(min = 1, max = 2000) byte[] bytes) {
        assertEquals(ByteArrays.calcChecksum(bytes) & 0xFFFF, InternetChecksum.of(bytes, 0, bytes.length));
    }

    @Property(tries = 300)
    void anUpdateIsWhatSummingAgainGives(
            @ForAll @Size(min = 8, max = 60) byte[] bytes, @ForAll @IntRange(max = 1) int at, @ForAll int words) {
        byte[] before = Arrays.copyOf(bytes, bytes.length | 1); // odd lengths are no special case
        before[0] = 0x45; // never all zeros, for which the one's complement has two checksums
        byte[] after = before.clone();
        BigEndian.put32(after, 2 + 2 * at, words);
        int checksum = InternetChecksum.of(before, 0, before.length);
        assertEquals(
                InternetChecksum.of(after, 0, after.length),
                InternetChecksum.update32(checksum, BigEndian.s32(before, 2 + 2 * at), words));
    }

    private static int plain(byte[] from, int offset, int length) {
        int sum = 0;
        for (int i = 0; i < length; i++) {
            sum += (from[offset + i] & 0xFF) << (i % 2 == 0 ? 8 : 0);
            sum = (sum & 0xFFFF) + (sum >>> 16);
        }
        return sum;
    }
}
