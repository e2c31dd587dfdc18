package org.quintain.solutions.crypto.cbcpaddingoracle;

import java.security.GeneralSecurityException;
import javax.crypto.BadPaddingException;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.quintain.crypto.cbcpaddingoracle.CbcPaddingOracleLab.PaddingOracle;

/** A receiver as it stands in many programs: it catches the exception of the library, and tells. */
final class TextbookOracle implements PaddingOracle {
    private final SecretKeySpec key;
    private final Cipher cbc;
    long queries;

    TextbookOracle(byte[] key) {
        this.key = new SecretKeySpec(key, "AES");
        try {
            cbc = Cipher.getInstance("AES/CBC/PKCS5Padding");
        } catch (GeneralSecurityException everyJdkHasAes) {
            throw new IllegalStateException(everyJdkHasAes);
        }
    }

    byte[] encrypt(byte[] iv, byte[] message) {
        try {
            cbc.init(Cipher.ENCRYPT_MODE, key, new IvParameterSpec(iv));
            return cbc.doFinal(message);
        } catch (GeneralSecurityException everyMessageFits) {
            throw new IllegalStateException(everyMessageFits);
        }
    }

    @Override
    public boolean isPaddingValid(byte[] iv, byte[] ciphertext) {
        queries++;
        try {
            cbc.init(Cipher.DECRYPT_MODE, key, new IvParameterSpec(iv));
            cbc.doFinal(ciphertext);
            return true;
        } catch (BadPaddingException leak) {
            return false;
        } catch (GeneralSecurityException wrongLength) {
            throw new IllegalArgumentException(wrongLength);
        }
    }
}
