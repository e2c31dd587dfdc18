package org.quintain.solutions.crypto.hashlengthextension;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import org.quintain.core.Bytes;
import org.quintain.crypto.hashlengthextension.HashLengthExtensionLab.Observatory;
import org.quintain.crypto.hashlengthextension.HashLengthExtensionLab.Reply;

/** A server as it stands in many programs, with the JDK's digest; it signs whatever it gets. */
final class TextbookServer implements Observatory {
    private final String hash;
    private final byte[] key;
    int tries;

    TextbookServer(String hash, byte[] key) {
        this.hash = hash;
        this.key = key;
    }

    @Override
    public Bytes sign(byte[] request) {
        try {
            MessageDigest digest = MessageDigest.getInstance(hash);
            digest.update(key);
            return Bytes.of(digest.digest(request));
        } catch (NoSuchAlgorithmException ofThisJdk) {
            throw new IllegalStateException(ofThisJdk);
        }
    }

    @Override
    public Reply exec(byte[] request, byte[] mac) {
        tries++;
        return new Reply(sign(request).equals(Bytes.of(mac)), List.of());
    }
}
