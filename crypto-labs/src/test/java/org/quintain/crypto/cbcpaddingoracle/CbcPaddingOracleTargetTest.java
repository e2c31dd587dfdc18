package org.quintain.crypto.cbcpaddingoracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.quintain.core.Budget;
import org.quintain.core.Meter;

/** The fast oracle and two textbook ones say the same, whatever they get. */
class CbcPaddingOracleTargetTest {
    private static final HexFormat HEX = HexFormat.of();

    /** NIST SP 800-38A, appendix F.2.1, CBC-AES128.Encrypt, first block. */
    @Test
    void encryptionAgreesWithNist() {
        byte[] ciphertext = CbcPaddingOracleTarget.encrypt(
                HEX.parseHex("2b7e151628aed2a6abf7158809cf4f3c"),
                HEX.parseHex("000102030405060708090a0b0c0d0e0f"),
                HEX.parseHex("6bc1bee22e409f96e93d7e117393172a"));
        assertEquals("7649abac8119b246cee98e9b12e9197d", HEX.formatHex(ciphertext, 0, 16));
        assertEquals(32, ciphertext.length);
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void oraclesAgreeOnAnyCiphertext(
            @ForAll @Size(16) byte[] key,
            @ForAll @Size(16) byte[] iv,
            @ForAll @Size(64) byte[] bytes,
            @ForAll @IntRange(min = 1, max = 4) int blocks) {
        assertAgreement(key, iv, Arrays.copyOf(bytes, 16 * blocks));
    }

    /** Random ciphertexts have right padding once in 256; these have an end of the kind asked for, right or nearly. */
    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    void oraclesAgreeOnEndsThatAreNearlyPadding(
            @ForAll @Size(16) byte[] key,
            @ForAll @Size(16) byte[] iv,
            @ForAll @Size(64) byte[] bytes,
            @ForAll @IntRange(min = 1, max = 4) int blocks,
            @ForAll @IntRange(min = 0, max = 20) int value,
            @ForAll @IntRange(min = 1, max = 16) int count)
            throws Exception {
        byte[] plaintext = Arrays.copyOf(bytes, 16 * blocks);
        Arrays.fill(plaintext, plaintext.length - count, plaintext.length, (byte) value);
        byte[] ciphertext = Arrays.copyOf(CbcPaddingOracleTarget.encrypt(key, iv, plaintext), plaintext.length);
        assertAgreement(key, iv, ciphertext);
    }

    @Test
    void rightPaddingIsOneToSixteenBytesOfTheirNumber() throws Exception {
        byte[] key = HEX.parseHex("2b7e151628aed2a6abf7158809cf4f3c");
        var target = new CbcPaddingOracleTarget(key, new Meter(Budget.unlimited()));
        Cipher ecb = Cipher.getInstance("AES/ECB/NoPadding");
        ecb.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"));
        byte[] block = new byte[16];
        byte[] decrypted = ecb.doFinal(block);
        for (int value = 0; value < 256; value++) {
            for (int count = 1; count <= 16; count++) {
                byte[] iv = decrypted.clone();
                for (int i = 0; i < 16; i++) {
                    iv[i] ^= (byte) (i < 16 - count ? 0xff : value);
                }
                boolean right = value >= 1 && value <= count;
                assertEquals(right, target.isPaddingValid(iv, block), value + " x " + count);
                assertEquals(right, TextbookOracles.isPaddingValidJca(key, iv, block));
            }
        }
    }

    @Test
    void aCallChangesNothingForTheNext() {
        byte[] key = new byte[16];
        var target = new CbcPaddingOracleTarget(key, new Meter(Budget.unlimited()));
        byte[] page = CbcPaddingOracleTarget.encrypt(key, new byte[16], new byte[20]);
        byte[] kept = page.clone();
        assertTrue(target.isPaddingValid(new byte[16], page));
        assertFalse(target.isPaddingValid(new byte[16], new byte[32]));
        assertTrue(target.isPaddingValid(new byte[16], page));
        assertEquals(HEX.formatHex(kept), HEX.formatHex(page));
    }

    private static void assertAgreement(byte[] key, byte[] iv, byte[] ciphertext) {
        boolean ours = new CbcPaddingOracleTarget(key, new Meter(Budget.unlimited())).isPaddingValid(iv, ciphertext);
        assertEquals(TextbookOracles.isPaddingValidJca(key, iv, ciphertext), ours);
        assertEquals(TextbookOracles.isPaddingValidBouncyCastle(key, iv, ciphertext), ours);
    }
}
