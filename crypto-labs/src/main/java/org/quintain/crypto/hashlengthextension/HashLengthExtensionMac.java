package org.quintain.crypto.hashlengthextension;

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
    private final Digest digest;
    private final byte[] key;
    private final boolean isHmac;

    private HashLengthExtensionMac(String hashName, Digest digest, byte[] key, boolean isHmac) {
        this.hashName = hashName;
        this.digest = digest;
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
            case "md5" -> new HashLengthExtensionMac("MD5", new MD5Digest(), key, isHmac);
            case "sha1" -> new HashLengthExtensionMac("SHA-1", new SHA1Digest(), key, isHmac);
            case "sha256" -> new HashLengthExtensionMac("SHA-256", SHA256Digest.newInstance(), key, isHmac);
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
        return digest.getDigestSize();
    }

    /**
     * The MAC of a message.
     *
     * @param message any bytes
     * @return {@link #sizeBytes()} bytes
     */
    byte[] tag(byte[] message) {
        byte[] tag = new byte[sizeBytes()];
        if (isHmac) {
            HMac hmac = new HMac(digest);
            hmac.init(new KeyParameter(key));
            hmac.update(message, 0, message.length);
            hmac.doFinal(tag, 0);
            // HMAC leaves the digest behind its inner key.
            digest.reset();
        } else {
            digest.update(key, 0, key.length);
            digest.update(message, 0, message.length);
            digest.doFinal(tag, 0);
        }
        return tag;
    }

    /**
     * The hash of a message without any key, which everybody can compute.
     *
     * @param message any bytes
     * @return {@link #sizeBytes()} bytes
     */
    byte[] unkeyed(byte[] message) {
        byte[] hash = new byte[sizeBytes()];
        digest.update(message, 0, message.length);
        digest.doFinal(hash, 0);
        return hash;
    }
}
