package org.quintain.app.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.quintain.core.Bytes;

/** Files that are read and written whole. */
public final class WholeFiles {
    private WholeFiles() {}

    /**
     * Reads a file, never more of it than the limit.
     *
     * @param file which
     * @param maxBytes the most bytes that are kept in memory
     * @return its content, or empty if it is longer
     * @throws IOException if it cannot be read
     */
    public static Optional<Bytes> read(Path file, int maxBytes) throws IOException {
        if (Files.size(file) > maxBytes) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] content = in.readNBytes(maxBytes + 1);
            return content.length > maxBytes ? Optional.empty() : Optional.of(Bytes.of(content));
        }
    }

    /**
     * Writes a file: it appears whole or not at all, and replaces what was there.
     *
     * @param file which
     * @param content what is to be in it
     * @throws IOException if it cannot be written
     */
    public static void write(Path file, byte[] content) throws IOException {
        Path unfinished = unfinished(file);
        try {
            Files.write(unfinished, content);
            finish(unfinished, file);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    /**
     * Writes a text in UTF-8: it appears whole or not at all, and replaces what was there.
     *
     * @param file which
     * @param text what is to be in it
     * @throws IOException if it cannot be written
     */
    public static void write(Path file, String text) throws IOException {
        write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Where a file is written until it is whole.
     *
     * @param file the finished file
     * @return a name in the same folder
     */
    public static Path unfinished(Path file) {
        return file.resolveSibling("." + file.getFileName() + ".part");
    }

    /**
     * Gives a file that is whole its name.
     *
     * @param unfinished the file
     * @param file its name from now on; what was there is replaced
     * @throws IOException if it cannot be moved
     */
    public static void finish(Path unfinished, Path file) throws IOException {
        try {
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException notOnThisFileSystem) {
            Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
