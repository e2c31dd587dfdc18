package org.quintain.app.handin;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Archives of every kind for tests. */
final class Zips {
    private Zips() {}

    static byte[] of(Map<String, byte[]> files, Charset names) {
        ByteArrayOutputStream to = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(to, names)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setTimeLocal(java.time.LocalDateTime.of(2026, 10, 1, 8, 0));
                zip.putNextEntry(entry);
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return to.toByteArray();
    }

    static byte[] of(Map<String, byte[]> files) {
        return of(files, StandardCharsets.UTF_8);
    }

    static byte[] of(String name, String content) {
        return of(Map.of(name, content.getBytes(StandardCharsets.UTF_8)));
    }

    /** All files below a folder. */
    static byte[] of(Path folder) throws IOException {
        Map<String, byte[]> files = new java.util.LinkedHashMap<>();
        List<Path> all;
        try (Stream<Path> walk = Files.walk(folder)) {
            all = walk.filter(Files::isRegularFile)
                    .sorted(java.util.Comparator.reverseOrder())
                    .toList();
        }
        for (Path file : all) {
            files.put(folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
        }
        return of(files);
    }

    /** The same archive with a text in it replaced by another of the same length, wherever it occurs. */
    static byte[] replaced(byte[] zip, byte[] from, byte[] to) {
        byte[] out = zip.clone();
        for (int at = 0; at + from.length <= out.length; at++) {
            if (java.util.Arrays.equals(out, at, at + from.length, from, 0, from.length)) {
                System.arraycopy(to, 0, out, at, to.length);
            }
        }
        return out;
    }

    /** The same archive with a number in the directory's first record changed. */
    static byte[] withRecord(byte[] zip, int offset, int sizeBytes, long value) {
        byte[] out = zip.clone();
        int record = indexOf(out, new byte[] {'P', 'K', 1, 2});
        for (int i = 0; i < sizeBytes; i++) {
            out[record + offset + i] = (byte) (value >>> 8 * i);
        }
        return out;
    }

    static int indexOf(byte[] in, byte[] what) {
        for (int at = 0; at + what.length <= in.length; at++) {
            if (java.util.Arrays.equals(in, at, at + what.length, what, 0, what.length)) {
                return at;
            }
        }
        throw new IllegalArgumentException("not there");
    }
}
