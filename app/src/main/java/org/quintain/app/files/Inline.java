package org.quintain.app.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Style sheets and scripts of the program that stand inside a page. */
public final class Inline {
    private Inline() {}

    /**
     * Reads a resource from beside a class.
     *
     * @param beside the class
     * @param name the resource's name
     * @return its text with line feeds, so that its checksum is the same wherever it was checked out
     * @throws IllegalStateException if it holds {@code </}, which would end its element
     */
    public static String read(Class<?> beside, String name) {
        try (InputStream in = beside.getResourceAsStream(name)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
            if (text.contains("</")) {
                throw new IllegalStateException("a resource that does not end its element wanted: " + name);
            }
            return text;
        } catch (IOException cannotRead) {
            throw new UncheckedIOException(cannotRead);
        }
    }
}
