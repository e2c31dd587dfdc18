package org.quintain.solutions.crypto.hashlengthextension;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** The compression functions written out here agree with the standards' examples and with the JDK. */
class IteratedHashTest {
    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz";
    private static final String TWO_BLOCKS = "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq";

    /** RFC 1321, appendix A.5: the whole test suite. */
    @Test
    void md5AgreesWithTheTestSuiteOfItsRfc() {
        assertEquals("d41d8cd98f00b204e9800998ecf8427e", hex(IteratedHash.MD5, ""));
        assertEquals("0cc175b9c0f1b6a831c399e269772661", hex(IteratedHash.MD5, "a"));
        assertEquals("900150983cd24fb0d6963f7d28e17f72", hex(IteratedHash.MD5, "abc"));
        assertEquals("f96b697d7cb7938d525a2f31aaf161d0", hex(IteratedHash.MD5, "message digest"));
        assertEquals("c3fcd3d76192e4007dfb496cca67e13b", hex(IteratedHash.MD5, ALPHABET));
        assertEquals(
                "d174ab98d277d9f5a5611c2c9f419d9f",
                hex(IteratedHash.MD5, ALPHABET.toUpperCase(java.util.Locale.ROOT) + ALPHABET + "0123456789"));
        assertEquals("57edf4a22be3c955ac49da2e2107b67a", hex(IteratedHash.MD5, "1234567890".repeat(8)));
    }

    /** NIST, examples with intermediate values for SHA-1, of FIPS 180-4: one block, two blocks. */
    @Test
    void sha1AgreesWithTheExamplesOfNist() {
        assertEquals("a9993e364706816aba3e25717850c26c9cd0d89d", hex(IteratedHash.SHA1, "abc"));
        assertEquals("84983e441c3bd26ebaae4aa1f95129e5e54670f1", hex(IteratedHash.SHA1, TWO_BLOCKS));
    }

    /** NIST, examples with intermediate values for SHA-256, of FIPS 180-4: one block, two blocks. */
    @Test
    void sha256AgreesWithTheExamplesOfNist() {
        assertEquals(
                "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", hex(IteratedHash.SHA256, "abc"));
        assertEquals(
                "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
                hex(IteratedHash.SHA256, TWO_BLOCKS));
    }

    @Test
    void everyLengthUpToFourBlocksAgreesWithTheJdk() throws NoSuchAlgorithmException {
        for (IteratedHash hash : IteratedHash.values()) {
            for (int length = 0; length <= 256; length++) {
                byte[] message = "x".repeat(length).getBytes(StandardCharsets.US_ASCII);
                assertArrayEquals(byJdk(hash, message), hash.hash(message), hash + " " + length);
            }
        }
    }

    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    void everyMessageAgreesWithTheJdk(@ForAll IteratedHash hash, @ForAll @Size(max = 300) byte[] message)
            throws NoSuchAlgorithmException {
        assertArrayEquals(byJdk(hash, message), hash.hash(message));
    }

    /** From any state onwards: hash(m || padding(m) || more) by the JDK is the extension of hash(m) by more. */
    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    void extensionIsTheJdksHashOfTheWhole(
            @ForAll IteratedHash hash, @ForAll @Size(max = 200) byte[] message, @ForAll @Size(max = 200) byte[] more)
            throws NoSuchAlgorithmException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(message);
        whole.writeBytes(hash.padding(message.length));
        int hashedBytes = whole.size();
        whole.writeBytes(more);
        assertEquals(0, hashedBytes % 64);
        assertArrayEquals(byJdk(hash, whole.toByteArray()), hash.extend(byJdk(hash, message), hashedBytes, more));
    }

    @Test
    void namesAreThoseOfTheStandards() {
        for (IteratedHash hash : IteratedHash.values()) {
            assertEquals(hash, IteratedHash.named(hash.standardName()));
        }
        assertThrows(IllegalArgumentException.class, () -> IteratedHash.named("SHA-512"));
    }

    private static String hex(IteratedHash hash, String message) {
        return HexFormat.of().formatHex(hash.hash(message.getBytes(StandardCharsets.US_ASCII)));
    }

    private static byte[] byJdk(IteratedHash hash, byte[] message) throws NoSuchAlgorithmException {
        return MessageDigest.getInstance(hash.standardName()).digest(message);
    }
}
