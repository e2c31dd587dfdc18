package org.quintain.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The archives that a school unpacks: they need a Java 17 and nothing else. */
class DistributionIT {
    @TempDir
    private Path folder;

    private static Path archive(String kind) throws IOException {
        List<Path> found = new ArrayList<>();
        try (var files = Files.newDirectoryStream(Path.of("target"), "quintain-*-" + kind + ".zip")) {
            files.forEach(found::add);
        }
        assertEquals(1, found.size(), "archives for " + kind + ": " + found);
        return found.get(0);
    }

    private static List<String> names(String kind) throws IOException {
        try (ZipFile zip = new ZipFile(archive(kind).toFile())) {
            return Collections.list(zip.entries()).stream()
                    .map(ZipEntry::getName)
                    .map(name -> name.substring(name.indexOf('/') + 1))
                    .toList();
        }
    }

    /** Unpacks as Windows does: without any right to run. */
    private Path unpack(String kind, String into) throws IOException {
        Path target = folder.resolve(into);
        try (ZipFile zip = new ZipFile(archive(kind).toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                Path file = target.resolve(entry.getName());
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                } else {
                    Files.createDirectories(file.getParent());
                    try (InputStream in = zip.getInputStream(entry)) {
                        Files.copy(in, file);
                    }
                }
            }
        }
        try (var inside = Files.newDirectoryStream(target)) {
            return inside.iterator().next();
        }
    }

    private String run(Path home, List<String> words, int expected, boolean hasJre) throws Exception {
        List<String> command =
                new ArrayList<>(List.of("sh", home.resolve("quintain").toString()));
        command.addAll(words);
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().clear();
        // The programs that the launcher itself uses; no Maven, and a Java only where the test puts it.
        builder.environment().put("PATH", "/usr/bin:/bin");
        if (!hasJre) {
            builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        }
        Path log = folder.resolve("log");
        Process process =
                builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
        assertTrue(process.waitFor(120, TimeUnit.SECONDS));
        String output = Files.readString(log, StandardCharsets.UTF_8);
        assertEquals(expected, process.exitValue(), output);
        return output;
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher of Windows is quintain.cmd")
    void theTeachersCopyPlaysACourseFromAnyFolder() throws Exception {
        Path home = unpack("teacher", "Mes élèves & co");
        String output = run(home, List.of("demo", "--learners", "8", "--out", "déjà vu"), Exit.OK, false);
        assertTrue(output.contains("déjà vu"), output);
        assertTrue(Files.exists(folder.resolve("déjà vu/results/report.html")));
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher of Windows is quintain.cmd")
    void aJreFolderBesideTheLauncherIsEnough() throws Exception {
        Path home = unpack("learner", "usb");
        Path bin = Files.createDirectories(home.resolve("jre/bin"));
        Path java = Path.of(System.getProperty("java.home"));
        Files.writeString(bin.resolve("java"), "#!/bin/sh\necho from-jre >&2\nexec \"" + java + "/bin/java\" \"$@\"\n");
        assertTrue(bin.resolve("java").toFile().setExecutable(true));
        Files.copy(java.resolve("release"), home.resolve("jre/release"));
        String output = run(home, List.of("list"), Exit.OK, true);
        assertTrue(output.contains("from-jre") && output.contains("crypto.caesar-shift"), output);
    }

    @Test
    void theLearnersCopyHasNoAttackAndNoDebrief() throws IOException {
        assertTrue(names("teacher").stream().anyMatch(name -> name.startsWith("instructor/quintain-solutions")));
        assertFalse(
                names("learner").stream().anyMatch(name -> name.contains("solutions") || name.contains("instructor")));
    }

    @Test
    void bothHoldTheSameFilesBeside() throws IOException {
        for (String kind : List.of("teacher", "learner")) {
            List<String> names = names(kind);
            assertTrue(
                    names.containsAll(List.of(
                            "quintain", "quintain.cmd", "README.md", "README.fr.md", "LICENSE", "docs/grade.md")),
                    names.toString());
        }
    }

    /** Folders that Windows or a mail filter would not take. */
    @Test
    void namesAreSafeOnEveryPlatform() throws IOException {
        TreeSet<String> folded = new TreeSet<>();
        for (String name : names("teacher")) {
            assertTrue(name.matches("[A-Za-z0-9._/+-]*"), name);
            assertTrue(name.length() < 120, name);
            assertTrue(folded.add(name.toLowerCase(java.util.Locale.ROOT)), name);
        }
    }
}
