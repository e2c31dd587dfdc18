package org.quintain.crypto.hashlengthextension;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.quintain.core.Bytes;

/** The MACs of both twins by the JDK; the lab takes Bouncy Castle's. */
final class Witness {
    private Witness() {}

    static Bytes mac(String hash, byte[] key, Bytes message) {
        try {
            MessageDigest digest = MessageDigest.getInstance(hash);
            digest.update(key);
            return Bytes.of(digest.digest(message.toArray()));
        } catch (GeneralSecurityException ofThisJdk) {
            throw new IllegalStateException(ofThisJdk);
        }
    }

    static Bytes hmac(String hash, byte[] key, Bytes message) {
        try {
            String name = "Hmac" + hash.replace("-", "");
            Mac mac = Mac.getInstance(name);
            mac.init(new SecretKeySpec(key, name));
            return Bytes.of(mac.doFinal(message.toArray()));
        } catch (GeneralSecurityException ofThisJdk) {
            throw new IllegalStateException(ofThisJdk);
        }
    }
}
