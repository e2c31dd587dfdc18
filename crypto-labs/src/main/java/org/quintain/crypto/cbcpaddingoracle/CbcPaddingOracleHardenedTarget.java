package org.quintain.crypto.cbcpaddingoracle;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.quintain.core.Meter;

/**
 * The log server as it should be: encrypt-then-MAC, and one answer for every failure.
 *
 * <p>A page is {@code ciphertext || HMAC-SHA256(macKey, iv || ciphertext)}; the IV has a fixed length, so the MAC's input
 * can be read in one way only. The tag is compared in constant time before anything is decrypted (Krawczyk 2001; RFC
 * 7366, section 3); a wrong length, a wrong tag and a wrong padding all give false, and nothing is ever refused.
 */
final class CbcPaddingOracleHardenedTarget implements CbcPaddingOracleLab.PaddingOracle {
    private static final int BLOCK_BYTES = CbcPaddingOracleLab.BLOCK_BYTES;
    private static final int TAG_BYTES = 32;

    private final CbcPaddingOracleTarget behind;
    private final Meter meter;
    private final Mac mac;

    /**
     * A server that looks at the tag first.
     *
     * @param behind decrypts what has a right tag
     * @param macKey key of its own for HMAC-SHA256, 32 bytes
     * @param meter of this run
     */
    CbcPaddingOracleHardenedTarget(CbcPaddingOracleTarget behind, byte[] macKey, Meter meter) {
        this.behind = behind;
        this.meter = meter;
        try {
            mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(macKey, "HmacSHA256"));
        } catch (GeneralSecurityException everyJdkHasHmac) {
            throw new IllegalStateException(everyJdkHasHmac);
        }
    }

    /**
     * A genuine page.
     *
     * @param iv 16 bytes
     * @param ciphertext whole blocks of 16 bytes
     * @return the ciphertext with its tag behind it, 32 bytes longer
     */
    byte[] seal(byte[] iv, byte[] ciphertext) {
        byte[] page = Arrays.copyOf(ciphertext, ciphertext.length + TAG_BYTES);
        System.arraycopy(tag(iv, ciphertext, ciphertext.length), 0, page, ciphertext.length, TAG_BYTES);
        return page;
    }

    @Override
    public boolean isPaddingValid(byte[] iv, byte[] ciphertext) {
        meter.query();
        int lengthBytes = ciphertext.length - TAG_BYTES;
        if (iv.length != BLOCK_BYTES || lengthBytes < BLOCK_BYTES || lengthBytes % BLOCK_BYTES != 0) {
            return false;
        }
        byte[] received = Arrays.copyOfRange(ciphertext, lengthBytes, ciphertext.length);
        return MessageDigest.isEqual(tag(iv, ciphertext, lengthBytes), received)
                && behind.isPadded(iv, ciphertext, lengthBytes);
    }

    private byte[] tag(byte[] iv, byte[] ciphertext, int lengthBytes) {
        mac.update(iv);
        mac.update(ciphertext, 0, lengthBytes);
        return mac.doFinal();
    }
}
