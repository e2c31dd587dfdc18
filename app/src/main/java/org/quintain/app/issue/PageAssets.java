package org.quintain.app.issue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;

/** The style sheet and the script of the learners' pages, and the policy that lets nothing else in. */
final class PageAssets {
    /** The style sheet, without {@code <}. */
    static final String CSS = read("page.css");
    /** The script, without {@code </}. */
    static final String SCRIPT = read("page.js");
    /** No network, no other script or style, no form that goes anywhere. */
    static final String POLICY = "default-src 'none'; style-src 'sha256-" + sha256(CSS) + "'; script-src 'sha256-"
            + sha256(SCRIPT) + "'; base-uri 'none'; form-action 'none'";

    private PageAssets() {}

    private static String read(String name) {
        try (InputStream in = PageAssets.class.getResourceAsStream(name)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
            if (text.contains("</")) {
                throw new IllegalStateException("a resource that does not end its element wanted: " + name);
            }
            return text;
        } catch (IOException cannotRead) {
            throw new UncheckedIOException(cannotRead);
        }
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (GeneralSecurityException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
