package org.quintain.app.hostile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes an archive or a layout of folders from the lines of a recipe; the README lists them. */
final class Recipe {
    /** When everything was handed in: the hour that Paris had twice. */
    static final FileTime HANDED_IN = FileTime.from(java.time.Instant.parse("2026-10-25T00:30:00Z"));

    private final Filling filling;
    private final String learner;
    private final String lab;
    private final Case one;

    Recipe(Case one, String learner, Case.Field field) {
        this.one = one;
        this.learner = learner;
        this.lab = field.lab();
        this.filling = new Filling(learner, field, 0);
    }

    /** A line: a word, its argument if it has one, a path and what is behind the arrow. */
    private record Line(String word, String argument, String path, String content) {}

    private Line line(String line) {
        String[] sides = line.split(" <- ", 2);
        String[] words = sides[0].split(" ", 2);
        String rest = words.length > 1 ? words[1] : "";
        boolean hasArgument = words[0].matches("many|time|cut|names");
        String[] parts = hasArgument ? rest.split(" ", 2) : new String[] {"", rest};
        return new Line(
                words[0],
                parts[0],
                parts.length > 1 ? Filling.unescaped(filling.text(parts[1])) : "",
                sides.length > 1 ? sides[1] : "");
    }

    private java.util.List<Line> lines() {
        return one.text(one.file())
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(this::line)
                .toList();
    }

    private byte[] content(String what) throws IOException {
        String[] words = what.split(" ", 2);
        return switch (words[0]) {
            case "right" -> Filling.right(learner, lab);
            case "neighbour" -> Filling.right(School.NEIGHBOUR, lab);
            case "archive" -> archive();
            case "zeros" -> new byte[Integer.parseInt(words[1])];
            case "noise" -> noise(Integer.parseInt(words[1]));
            case "text" -> filling.bytes(words.length > 1 ? words[1] : "");
            default -> filling.handIn(one, what);
        };
    }

    private byte[] archive() throws IOException {
        ByteArrayOutputStream to = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(to, StandardCharsets.UTF_8)) {
            zip.putNextEntry(new ZipEntry("submission.json"));
            zip.write(content("right"));
        }
        return to.toByteArray();
    }

    private static byte[] noise(int size) {
        byte[] noise = new byte[size];
        new Random(1).nextBytes(noise);
        return noise;
    }

    /** Whether the layout needs what not every machine and no archive has. */
    boolean isOfDisk() {
        return lines().stream()
                .anyMatch(line -> line.word().equals("link") || line.word().equals("unreadable"));
    }

    /**
     * Lays the files out.
     *
     * @param root the folder of all hand-ins
     * @return why it cannot be done here, or an empty text
     */
    String layOut(Path root) throws IOException {
        for (Line line : lines()) {
            int count = line.word().equals("many") ? Integer.parseInt(line.argument()) : 1;
            for (int i = 0; i < count; i++) {
                Path file;
                try {
                    file = root.resolve(line.path().replace("#", Integer.toString(i)));
                    Files.createDirectories(file.getParent());
                } catch (java.nio.file.InvalidPathException notHere) {
                    return "this platform has no such names";
                }
                if (line.word().equals("link")) {
                    try {
                        Files.createSymbolicLink(file, Path.of(filling.text(line.content())));
                    } catch (IOException | UnsupportedOperationException noLinks) {
                        return "no symbolic links here";
                    }
                    continue;
                }
                Files.write(file, content(line.content()));
                Files.setLastModifiedTime(
                        file,
                        line.word().equals("time")
                                ? FileTime.from(java.time.Instant.parse(line.argument()))
                                : HANDED_IN);
                if (line.word().equals("unreadable") && (!file.toFile().setReadable(false) || Files.isReadable(file))) {
                    Files.delete(file);
                    return "everything is readable here (root, or no such permissions)";
                }
            }
        }
        return "";
    }

    /** Packs the entries. */
    byte[] pack() throws IOException {
        ByteArrayOutputStream to = new ByteArrayOutputStream();
        Charset names = lines().stream()
                .filter(line -> line.word().equals("names"))
                .map(line -> Charset.forName(line.argument()))
                .findFirst()
                .orElse(StandardCharsets.UTF_8);
        try (ZipOutputStream zip = new ZipOutputStream(to, names)) {
            for (Line line : lines()) {
                int count = line.word().equals("many") ? Integer.parseInt(line.argument()) : 1;
                for (int i = 0; i < count && line.word().matches("entry|many|time"); i++) {
                    ZipEntry entry = new ZipEntry(line.path().replace("#", Integer.toString(i)));
                    entry.setTimeLocal(
                            LocalDateTime.parse(line.word().equals("time") ? line.argument() : "2026-10-25T02:30:00"));
                    zip.putNextEntry(entry);
                    zip.write(content(line.content()));
                    zip.closeEntry();
                }
            }
        }
        byte[] packed = to.toByteArray();
        for (Line line : lines()) {
            packed = switch (line.word()) {
                case "cut" -> Arrays.copyOf(packed, packed.length * Integer.parseInt(line.argument()) / 100);
                case "encrypted" -> records(packed, 8, 0x09, 0x08);
                // Made on Unix, and a link by its attributes.
                case "links" -> records(records(packed, 5, 3), 38, 0, 0, 0xff, 0xa1);
                default -> packed;
            };
        }
        return packed;
    }

    /** With some bytes of each record of the directory changed. */
    private static byte[] records(byte[] zip, int offset, int... values) {
        byte[] out = zip.clone();
        for (int at = 0; at + 46 < out.length; at++) {
            if (out[at] == 'P' && out[at + 1] == 'K' && out[at + 2] == 1 && out[at + 3] == 2) {
                for (int i = 0; i < values.length; i++) {
                    out[at + offset + i] = (byte) values[i];
                }
            }
        }
        return out;
    }
}
