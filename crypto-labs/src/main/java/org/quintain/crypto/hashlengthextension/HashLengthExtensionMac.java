package org.quintain.crypto.hashlengthextension;

import java.util.function.Supplier;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.digests.MD5Digest;
import org.bouncycastle.crypto.digests.SHA1Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * The MAC of a run: H(key || message), or HMAC under the same key on the hardened twin (RFC 2104).
 *
 * <p>Bouncy Castle computes both: MD5 is not among the algorithms that every Java platform has to have, and some that are
 * set up for FIPS refuse it.
 */
final class HashLengthExtensionMac {
    private final String hashName;
    private final Supplier<Digest> hash;
    private final byte[] key;
    private final boolean isHmac;

    private HashLengthExtensionMac(String hashName, Supplier<Digest> hash, byte[] key, boolean isHmac) {
        this.hashName = hashName;
        this.hash = hash;
        this.key = key;
        this.isHmac = isHmac;
    }

    /**
     * The MAC with its key.
     *
     * @param hash {@code md5}, {@code sha1} or {@code sha256}
     * @param key of any length
     * @param isHmac whether it is HMAC
     * @return the MAC
     */
    static HashLengthExtensionMac of(String hash, byte[] key, boolean isHmac) {
        return switch (hash) {
            case "md5" -> new HashLengthExtensionMac("MD5", MD5Digest::new, key, isHmac);
            case "sha1" -> new HashLengthExtensionMac("SHA-1", SHA1Digest::new, key, isHmac);
            case "sha256" -> new HashLengthExtensionMac("SHA-256", SHA256Digest::newInstance, key, isHmac);
            default -> throw new IllegalArgumentException("md5, sha1 or sha256 wanted: hash=" + hash);
        };
    }

    /**
     * The name of the hash function in its standard.
     *
     * @return {@code MD5}, {@code SHA-1} or {@code SHA-256}
     */
    String hashName() {
        return hashName;
    }

    boolean isHmac() {
        return isHmac;
    }

    int sizeBytes() {
        return hash.get().getDigestSize();
    }

    /**
     * The MAC of a message.
     *
     * @param message any bytes
     * @return {@link #sizeBytes()} bytes
     */
    byte[] tag(byte[] message) {
        if (!isHmac) {
            return hashed(key, message);
        }
        HMac hmac = new HMac(hash.get());
        hmac.init(new KeyParameter(key));
        hmac.update(message, 0, message.length);
        byte[] tag = new byte[hmac.getMacSize()];
        hmac.doFinal(tag, 0);
        return tag;
    }

    /**
     * The hash of a message without any key, which everybody can compute.
     *
     * @param message any bytes
     * @return {@link #sizeBytes()} bytes
     */
    byte[] unkeyed(byte[] message) {
        return hashed(new byte[0], message);
    }

    private byte[] hashed(byte[] before, byte[] message) {
        Digest digest = hash.get();
        digest.update(before, 0, before.length);
        digest.update(message, 0, message.length);
        byte[] hashed = new byte[digest.getDigestSize()];
        digest.doFinal(hashed, 0);
        return hashed;
    }
}
