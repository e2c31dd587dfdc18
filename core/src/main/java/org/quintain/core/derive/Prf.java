package org.quintain.core.derive;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA256 (RFC 2104, FIPS 198-1) and the length-prefixed encoding of its inputs. */
final class Prf {
    private static final String ALGORITHM = "HmacSHA256";

    private Prf() {}

    /** HMAC-SHA256 with a fresh engine. */
    static byte[] hmac(byte[] key, byte[] message) {
        return keyed(key).doFinal(message);
    }

    static Mac keyed(byte[] key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac;
        } catch (GeneralSecurityException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    /** {@code L(x…)}: for each part 4 bytes of big-endian length, then the bytes. */
    static byte[] encode(byte[]... parts) {
        int lengthBytes = 0;
        for (byte[] part : parts) {
            lengthBytes = Math.addExact(lengthBytes, 4 + part.length);
        }
        ByteBuffer to = ByteBuffer.allocate(lengthBytes);
        for (byte[] part : parts) {
            to.putInt(part.length).put(part);
        }
        return to.array();
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] be32(int value) {
        return ByteBuffer.allocate(4).putInt(value).array();
    }
}
