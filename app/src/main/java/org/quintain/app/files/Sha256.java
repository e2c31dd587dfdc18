package org.quintain.app.files;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/** SHA-256 (FIPS 180-4), which every Java platform has. */
public final class Sha256 {
    private Sha256() {}

    /**
     * A digest in progress.
     *
     * @return a new one
     */
    public static MessageDigest begin() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    /**
     * The digest of bytes.
     *
     * @param bytes any
     * @return 64 hexadecimal digits
     */
    public static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(begin().digest(bytes));
    }

    /**
     * The digest of a text's UTF-8, as a content security policy names it.
     *
     * @param text any text
     * @return a source such as {@code 'sha256-47DE…='}, quotation marks included
     */
    public static String policySource(String text) {
        byte[] digest = begin().digest(text.getBytes(StandardCharsets.UTF_8));
        return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    }
}
