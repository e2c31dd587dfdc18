package org.quintain.app.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;

/** The style sheet, and the policy that lets a browser apply it and load nothing else. */
final class Style {
    /** The style sheet; a constant of the program, without {@code <}. */
    static final String CSS = read("report.css");

    /** The content security policy of every page. */
    static final String POLICY =
            "default-src 'none'; style-src 'sha256-" + sha256(CSS) + "'; base-uri 'none'; form-action 'none'";

    private Style() {}

    private static String read(String name) {
        try (InputStream in = Style.class.getResourceAsStream(name)) {
            String css = new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
            if (css.contains("<")) {
                throw new IllegalStateException("a style sheet without < wanted: " + name);
            }
            return css;
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
