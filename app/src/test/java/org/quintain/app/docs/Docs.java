package org.quintain.app.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The checkout that the documents stand in. */
final class Docs {
    /** With {@code -Dquintain.docs.write=true} generated parts are written instead of compared. */
    static final boolean IS_WRITING = Boolean.getBoolean("quintain.docs.write");

    static final Path ROOT = root();

    private Docs() {}

    private static Path root() {
        Path here = Path.of("").toAbsolutePath();
        while (!Files.isRegularFile(here.resolve("LICENSE-docs.md"))) {
            here = here.getParent();
        }
        return here;
    }

    /** Files that belong to the project, in order: those that Git knows or would take, and without Git all but builds. */
    static List<Path> files() {
        try {
            Process git = new ProcessBuilder("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard")
                    .directory(ROOT.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String names = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (git.waitFor() == 0) {
                return Stream.of(names.split("\0"))
                        .sorted()
                        .map(ROOT::resolve)
                        .filter(Files::isRegularFile)
                        .toList();
            }
        } catch (IOException noGit) {
            // Walking finds the same files in a fresh copy.
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
        return walk();
    }

    private static List<Path> walk() {
        try (Stream<Path> all = Files.walk(ROOT)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> Stream.of(name(file).split("/"))
                            .noneMatch(part -> part.equals("target") || part.equals(".git")))
                    .sorted()
                    .toList();
        } catch (IOException cannotRead) {
            throw new UncheckedIOException(cannotRead);
        }
    }

    /** Project files by what their name, as {@link #name}, ends in. */
    static List<Path> files(Predicate<String> nameWanted) {
        return files().stream().filter(file -> nameWanted.test(name(file))).toList();
    }

    static List<Path> markdown() {
        return files(name -> name.endsWith(".md"));
    }

    /** The name inside the checkout, with slashes. */
    static String name(Path file) {
        return ROOT.relativize(file).toString().replace('\\', '/');
    }

    static String read(Path file) {
        try {
            return Files.readString(file).replace("\r\n", "\n");
        } catch (IOException cannotRead) {
            throw new UncheckedIOException(cannotRead);
        }
    }

    /** Any file as text, one character a byte. */
    static String latin1(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException cannotRead) {
            throw new UncheckedIOException(cannotRead);
        }
    }

    static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException cannotWrite) {
            throw new UncheckedIOException(cannotWrite);
        }
    }

    /**
     * The lines between {@code // tag::name[]} and {@code // end::name[]}, without their common indentation.
     *
     * @throws IllegalArgumentException if the file has no such region
     */
    static String region(Path source, String name) {
        List<String> lines = new ArrayList<>();
        boolean isInside = false;
        boolean isFound = false;
        for (String line : read(source).split("\n")) {
            String word = line.strip();
            if (word.equals("// end::" + name + "[]")) {
                isInside = false;
            } else if (word.equals("// tag::" + name + "[]")) {
                isInside = true;
                isFound = true;
            } else if (isInside && !word.matches("// (tag|end)::.*")) {
                lines.add(line);
            }
        }
        if (!isFound || isInside) {
            throw new IllegalArgumentException("a region wanted: " + name + " in " + name(source));
        }
        return String.join("\n", lines).stripIndent().strip();
    }
}
