package org.quintain.app.handin;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.quintain.core.Message;
import org.quintain.core.RefusedException;

/**
 * An archive that is read where it lies: nothing of it is ever written to the disk, so no name in it can lead anywhere.
 *
 * <p>Names that are not UTF-8 are taken for IBM850, which Windows writes in western Europe and which has the letters of
 * cp437 in the same places. Times without a zone are the clock on the wall where the archive was made.
 *
 * <p>The JDK's reader does: it believes the directory at the end alone, so a file has one name and one size; a password or
 * a way to pack other than deflate makes it refuse the archive as a whole, and the words for that say what to do.
 */
final class ZipArchive implements AutoCloseable {
    /** The most files and folders in an archive. */
    static final int MAX_ENTRIES = 10_000;
    /** The most bytes of all files together. */
    static final int MAX_BYTES = 64 << 20;
    /** The most bytes that one byte may become. */
    static final int MAX_RATIO = 200;

    /** All that can be unpacked within the limit, stored as it is, with a generous heading for each file. */
    private static final long MAX_PACKED_BYTES = MAX_BYTES + (long) MAX_ENTRIES * 2048;

    private static final String OLD_CHARSET = "IBM850";

    private final ZipFile zip;
    private final ZipFolder root;

    private ZipArchive(ZipFile zip, ZipFolder root) {
        this.zip = zip;
        this.root = root;
    }

    /**
     * Opens an archive, if it is within the limits as a whole.
     *
     * @param file where it is
     * @param zone for times without a zone
     * @return the archive; closing it closes the file
     * @throws RefusedException {@code zip-…} if it is damaged, encrypted, no archive, or over a limit
     * @throws IOException if the file cannot be read
     */
    static ZipArchive open(Path file, ZoneId zone) throws IOException {
        long packedBytes = Files.size(file);
        if (packedBytes > MAX_PACKED_BYTES) {
            throw refused("zip-size", "limit", MAX_BYTES, "found", packedBytes);
        }
        try {
            return open(file, packedBytes, zone, StandardCharsets.UTF_8);
        } catch (RefusedException overALimit) {
            throw overALimit;
        } catch (ZipException | EOFException | IllegalArgumentException otherNames) {
            return openOld(file, packedBytes, zone);
        }
    }

    private static ZipArchive openOld(Path file, long packedBytes, ZoneId zone) throws IOException {
        Charset old = Charset.isSupported(OLD_CHARSET) ? Charset.forName(OLD_CHARSET) : StandardCharsets.ISO_8859_1;
        try {
            return open(file, packedBytes, zone, old);
        } catch (RefusedException overALimit) {
            throw overALimit;
        } catch (ZipException | EOFException | IllegalArgumentException unreadable) {
            String why = String.valueOf(unreadable.getMessage()).toLowerCase(Locale.ROOT);
            throw refused(why.contains("encrypted") ? "zip-encrypted" : "zip-unreadable");
        }
    }

    private static ZipArchive open(Path file, long packedBytes, ZoneId zone, Charset names) throws IOException {
        ZipFile zip = new ZipFile(file.toFile(), names);
        boolean isUsable = false;
        try {
            if (zip.size() > MAX_ENTRIES) {
                throw refused("zip-entries", "limit", MAX_ENTRIES, "found", zip.size());
            }
            List<? extends ZipEntry> entries = Collections.list(zip.entries());
            requireSizes(entries, packedBytes);
            ZipFolder root = ZipFolder.of(zip, entries, zone);
            isUsable = true;
            return new ZipArchive(zip, root);
        } finally {
            if (!isUsable) {
                zip.close();
            }
        }
    }

    /** Sizes are what the archive says; reading never goes past them. */
    private static void requireSizes(List<? extends ZipEntry> entries, long packedBytes) {
        long bytes = 0;
        long looseBytes = 0;
        for (ZipEntry entry : entries) {
            long size = entry.getSize();
            if (size < 0 || entry.getCompressedSize() < 0) {
                throw refused("zip-unreadable");
            }
            bytes = bytes > Long.MAX_VALUE - size ? Long.MAX_VALUE : bytes + size;
            looseBytes += isTooTight(entry) || size > MAX_BYTES ? 0 : size;
        }
        if (bytes > MAX_BYTES) {
            throw refused("zip-size", "limit", MAX_BYTES, "found", bytes);
        }
        // Files that each look harmless but lie on top of one another.
        if (looseBytes > MAX_RATIO * packedBytes) {
            throw refused("zip-ratio", "limit", MAX_RATIO, "found", looseBytes / packedBytes);
        }
    }

    /** Whether a file is packed more tightly than hand-ins are. */
    static boolean isTooTight(ZipEntry entry) {
        return entry.getSize() / MAX_RATIO > entry.getCompressedSize()
                || entry.getSize() > MAX_RATIO * entry.getCompressedSize();
    }

    /** What is in it. */
    ZipFolder root() {
        return root;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private static RefusedException refused(String key, Object... arguments) {
        return new RefusedException(Message.of(key, arguments));
    }
}
