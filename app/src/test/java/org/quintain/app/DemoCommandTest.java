package org.quintain.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quintain.core.Catalog;

class DemoCommandTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path dir;

    private int run(Console console, String... args) {
        return Main.run(args, console);
    }

    private Console console() {
        return Console.of(InputStream.nullInputStream(), out, err, Map.of("LANG", "C"));
    }

    @ParameterizedTest
    @CsvSource({"en, Everybody got what they deserve.", "fr, Tout le monde a reçu ce qu’il mérite."})
    void everybodyGetsWhatTheyDeserve(String language, String said) {
        Path place = dir.resolve("demo");

        int code = run(console(), "demo", "--learners", "8", "--out", place.toString(), "--lang", language);

        String said1 = out.toString(StandardCharsets.UTF_8);
        assertEquals(Exit.OK, code, said1 + err.toString(StandardCharsets.UTF_8));
        assertTrue(said1.contains(said), said1);
        assertTrue(said1.lines()
                .filter(line -> line.matches(".* (yes|oui|no|NO|NON)$"))
                .allMatch(line -> line.length() <= 100));
        assertTrue(Files.exists(place.resolve("results/report.html")));
        assertFalse(said1.contains("{"), said1);

        assertEquals(Exit.IO, run(console(), "demo", "--out", place.toString()), "nothing is overwritten");
    }

    @Test
    void aLearnersCopySaysThatTheSolutionsAreMissing() {
        Console without = console().with(Catalog.installed(), new Solutions(List.of()));

        assertEquals(
                Exit.USAGE, run(without, "demo", "--out", dir.resolve("demo").toString()));
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("learner's copy"));
        assertFalse(Files.exists(dir.resolve("demo")));
    }

    @Test
    void aClassOfOneIsRefused() {
        assertEquals(Exit.USAGE, run(console(), "demo", "--learners", "1"));
    }
}
