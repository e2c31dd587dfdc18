package org.quintain.benchmarks;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.BadPaddingException;
import javax.crypto.Cipher;
import javax.crypto.ShortBufferException;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.modes.CBCBlockCipher;
import org.bouncycastle.crypto.paddings.PKCS7Padding;
import org.bouncycastle.crypto.paddings.PaddedBufferedBlockCipher;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithIV;
import org.quintain.crypto.cbcpaddingoracle.CbcPaddingOracleLab.PaddingOracle;

/** The peers of the padding oracle, as good as their libraries allow, and the limit. */
final class CbcPaddingOracles {
    private static final int BLOCK_BYTES = 16;

    private CbcPaddingOracles() {}

    /** The JDK's CBC; the exception is the answer. */
    static final class JcaOracle implements PaddingOracle {
        private final SecretKeySpec key;
        private final boolean isNewEachTime;
        private Cipher cbc;

        JcaOracle(byte[] key, boolean isNewEachTime) {
            this.key = new SecretKeySpec(key, "AES");
            this.isNewEachTime = isNewEachTime;
        }

        @Override
        public boolean isPaddingValid(byte[] iv, byte[] ciphertext) {
            try {
                if (cbc == null || isNewEachTime) {
                    cbc = Cipher.getInstance("AES/CBC/PKCS5Padding");
                }
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

    /** Bouncy Castle's CBC, keyed once: without a key in the parameters it keeps the one it has. */
    static final class BouncyCastleOracle implements PaddingOracle {
        private final PaddedBufferedBlockCipher cbc =
                new PaddedBufferedBlockCipher(CBCBlockCipher.newInstance(AESEngine.newInstance()), new PKCS7Padding());
        private final byte[] out = new byte[1024];

        BouncyCastleOracle(byte[] key) {
            cbc.init(false, new ParametersWithIV(new KeyParameter(key), new byte[BLOCK_BYTES]));
        }

        @Override
        public boolean isPaddingValid(byte[] iv, byte[] ciphertext) {
            cbc.init(false, new ParametersWithIV(null, iv));
            int written = cbc.processBytes(ciphertext, 0, ciphertext.length, out, 0);
            try {
                cbc.doFinal(out, written);
                return true;
            } catch (InvalidCipherTextException leak) {
                return false;
            }
        }
    }

    /** The barest code: a keyed engine, the last block, XOR, check. */
    static final class BareCbc {
        private final Cipher ecb;
        private final byte[] out = new byte[BLOCK_BYTES];

        BareCbc(byte[] key) {
            try {
                ecb = Cipher.getInstance("AES/ECB/NoPadding");
                ecb.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"));
            } catch (GeneralSecurityException everyJdkHasAes) {
                throw new IllegalStateException(everyJdkHasAes);
            }
        }

        byte[] decrypt(byte[] y) {
            update(y, 0);
            return out.clone();
        }

        /** For two blocks: the first is XORed to the second one's decryption. */
        boolean isPadded(byte[] page) {
            update(page, BLOCK_BYTES);
            return isPadding(page);
        }

        /** The attack on one block with nothing between the loop and the engine. */
        void recover(byte[] y, byte[] r, byte[] found) {
            Arrays.fill(r, (byte) 0);
            for (int n = 1; n <= BLOCK_BYTES; n++) {
                int at = BLOCK_BYTES - n;
                for (int i = at + 1; i < BLOCK_BYTES; i++) {
                    r[i] = (byte) (found[i] ^ n);
                }
                for (int guess = 0; guess < 256; guess++) {
                    r[at] = (byte) guess;
                    if (isPadded(r, y) && (n > 1 || isOne(r, y))) {
                        break;
                    }
                }
                found[at] = (byte) (r[at] ^ n);
            }
        }

        private boolean isPadded(byte[] r, byte[] y) {
            update(y, 0);
            return isPadding(r);
        }

        private boolean isOne(byte[] r, byte[] y) {
            r[BLOCK_BYTES - 2] ^= 1;
            boolean isOne = isPadded(r, y);
            r[BLOCK_BYTES - 2] ^= 1;
            return isOne;
        }

        private boolean isPadding(byte[] previous) {
            int padding = (out[BLOCK_BYTES - 1] ^ previous[BLOCK_BYTES - 1]) & 0xff;
            if (padding < 1 || padding > BLOCK_BYTES) {
                return false;
            }
            for (int i = BLOCK_BYTES - padding; i < BLOCK_BYTES - 1; i++) {
                if (((out[i] ^ previous[i]) & 0xff) != padding) {
                    return false;
                }
            }
            return true;
        }

        private void update(byte[] from, int offset) {
            try {
                ecb.update(from, offset, BLOCK_BYTES, out, 0);
            } catch (ShortBufferException aBlockFits) {
                throw new IllegalStateException(aBlockFits);
            }
        }
    }
}
