package org.quintain.crypto.cbcpaddingoracle;

import java.security.GeneralSecurityException;
import javax.crypto.BadPaddingException;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.modes.CBCBlockCipher;
import org.bouncycastle.crypto.paddings.PKCS7Padding;
import org.bouncycastle.crypto.paddings.PaddedBufferedBlockCipher;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithIV;

/** Padding oracles as a programmer writes them by mistake: the references that the fast target is tested against. */
final class TextbookOracles {
    private TextbookOracles() {}

    static byte[] decrypt(byte[] key, byte[] iv, byte[] ciphertext) {
        try {
            return jca(key, iv).doFinal(ciphertext);
        } catch (GeneralSecurityException notGenuine) {
            throw new IllegalArgumentException(notGenuine);
        }
    }

    static boolean isPaddingValidJca(byte[] key, byte[] iv, byte[] ciphertext) {
        try {
            jca(key, iv).doFinal(ciphertext);
            return true;
        } catch (BadPaddingException leak) {
            return false;
        } catch (GeneralSecurityException wrongLength) {
            throw new IllegalArgumentException(wrongLength);
        }
    }

    static boolean isPaddingValidBouncyCastle(byte[] key, byte[] iv, byte[] ciphertext) {
        var cipher =
                new PaddedBufferedBlockCipher(CBCBlockCipher.newInstance(AESEngine.newInstance()), new PKCS7Padding());
        cipher.init(false, new ParametersWithIV(new KeyParameter(key), iv));
        byte[] out = new byte[cipher.getOutputSize(ciphertext.length)];
        int written = cipher.processBytes(ciphertext, 0, ciphertext.length, out, 0);
        try {
            cipher.doFinal(out, written);
            return true;
        } catch (InvalidCipherTextException leak) {
            return false;
        }
    }

    private static Cipher jca(byte[] key, byte[] iv) throws GeneralSecurityException {
        Cipher cbc = Cipher.getInstance("AES/CBC/PKCS5Padding");
        cbc.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(iv));
        return cbc;
    }
}
