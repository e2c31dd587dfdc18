package org.quintain.crypto.cbcpaddingoracle;

import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.ShortBufferException;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.quintain.core.Message;
import org.quintain.core.Meter;
import org.quintain.core.RefusedException;

/**
 * The log server that tells bad padding apart.
 *
 * <p>The hot path of the lab: one keyed engine a run; only the last block is decrypted, for the padding is nowhere else;
 * XOR and check by hand, because a {@code BadPaddingException} costs a microsecond and 880 bytes. Nothing is allocated.
 * A textbook oracle with {@code AES/CBC/PKCS5Padding} is the reference in the tests.
 */
final class CbcPaddingOracleTarget implements CbcPaddingOracleLab.PaddingOracle {
    private static final int BLOCK_BYTES = CbcPaddingOracleLab.BLOCK_BYTES;
    private static final int MAX_CIPHERTEXT_BYTES = 1024;

    private final Meter meter;
    private final Cipher blockDecryption;
    private final byte[] decrypted = new byte[BLOCK_BYTES];

    /**
     * A server with its key.
     *
     * @param key AES key, 16 bytes
     * @param meter of this run
     */
    CbcPaddingOracleTarget(byte[] key, Meter meter) {
        this.meter = meter;
        try {
            blockDecryption = Cipher.getInstance("AES/ECB/NoPadding");
            blockDecryption.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"));
        } catch (GeneralSecurityException everyJdkHasAes) {
            throw new IllegalStateException(everyJdkHasAes);
        }
    }

    /**
     * AES-128-CBC with PKCS#7 padding.
     *
     * @param key 16 bytes
     * @param iv 16 bytes
     * @param message any bytes
     * @return whole blocks, 1 to 16 bytes longer than the message
     */
    static byte[] encrypt(byte[] key, byte[] iv, byte[] message) {
        try {
            // For blocks of 16 bytes the JDK's name PKCS5Padding means PKCS#7.
            Cipher cbc = Cipher.getInstance("AES/CBC/PKCS5Padding");
            cbc.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(iv));
            return cbc.doFinal(message);
        } catch (GeneralSecurityException everyJdkHasAes) {
            throw new IllegalStateException(everyJdkHasAes);
        }
    }

    @Override
    public boolean isPaddingValid(byte[] iv, byte[] ciphertext) {
        meter.query();
        int lengthBytes = ciphertext.length;
        if (iv.length != BLOCK_BYTES) {
            throw new RefusedException(Message.of("iv-length", "found", iv.length));
        }
        if (lengthBytes == 0 || lengthBytes % BLOCK_BYTES != 0 || lengthBytes > MAX_CIPHERTEXT_BYTES) {
            throw new RefusedException(Message.of("ciphertext-length", "found", lengthBytes));
        }
        return isPadded(iv, ciphertext, lengthBytes);
    }

    /**
     * Whether the plaintext ends in p bytes of value p, p from 1 to 16.
     *
     * @param iv 16 bytes
     * @param ciphertext holds the ciphertext at its beginning
     * @param lengthBytes length of the ciphertext, a positive multiple of 16
     * @return true if it does
     */
    boolean isPadded(byte[] iv, byte[] ciphertext, int lengthBytes) {
        int last = lengthBytes - BLOCK_BYTES;
        decryptBlock(ciphertext, last);
        byte[] previous = last == 0 ? iv : ciphertext;
        int from = last == 0 ? 0 : last - BLOCK_BYTES;
        int padding = (decrypted[BLOCK_BYTES - 1] ^ previous[from + BLOCK_BYTES - 1]) & 0xff;
        if (padding < 1 || padding > BLOCK_BYTES) {
            return false;
        }
        for (int i = BLOCK_BYTES - padding; i < BLOCK_BYTES - 1; i++) {
            if (((decrypted[i] ^ previous[from + i]) & 0xff) != padding) {
                return false;
            }
        }
        return true;
    }

    private void decryptBlock(byte[] ciphertext, int from) {
        try {
            // update, not doFinal: in ECB without padding a whole block comes out at once, and nothing is allocated.
            blockDecryption.update(ciphertext, from, BLOCK_BYTES, decrypted, 0);
        } catch (ShortBufferException aBlockFits) {
            throw new IllegalStateException(aBlockFits);
        }
    }
}
