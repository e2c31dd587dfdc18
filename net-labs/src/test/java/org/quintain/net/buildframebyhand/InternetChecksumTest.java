package org.quintain.net.buildframebyhand;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.pcap4j.util.ByteArrays;

class InternetChecksumTest {
    /** RFC 1071 section 3, "Numerical examples": the words 0001 f203 f4f5 f6f7 add up to 2ddf0, folded to ddf2. */
    @Test
    void theExampleOfRfc1071ComesOut() {
        byte[] words = HexFormat.of().parseHex("0001f203f4f5f6f7");
        long sum = InternetChecksum.sum(words, 0, 8);
        assertEquals(0x2DDF0, sum);
        assertEquals(0xDDF2, InternetChecksum.fold(sum));
        assertEquals(0x220D, InternetChecksum.of(sum));
        assertTrue(InternetChecksum.fits(0x220D, sum));
    }

    @Test
    void aCarryFromACarryIsAddedToo() {
        assertEquals(1, InternetChecksum.fold(0x1FFFF));
    }

    @Test
    void anOddByteIsTheHighHalfOfAWord() {
        assertEquals(0x2100, InternetChecksum.sum(new byte[] {0x21}, 0, 1));
    }

    @Test
    void bothZerosFitASumOfOnes() {
        assertTrue(InternetChecksum.fits(0, 0xFFFF));
        assertTrue(InternetChecksum.fits(0xFFFF, 0xFFFF));
        assertFalse(InternetChecksum.fits(1, 0xFFFF));
    }

    @Property
    void pcap4jComputesTheSame(@ForAll @Size(min = 1, max = 2000) byte[] bytes) {
        int theirs = ByteArrays.calcChecksum(bytes) & 0xFFFF;
        assertEquals(theirs, InternetChecksum.of(InternetChecksum.sum(bytes, 0, bytes.length)));
    }
}
