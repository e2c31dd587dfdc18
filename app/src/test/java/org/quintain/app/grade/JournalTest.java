package org.quintain.app.grade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quintain.core.RefusedException;

/** Rows are recalled in order while the hand-ins are the same, and nothing else is. */
class JournalTest {
    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve(".grading");
    }

    private static String key(int n) {
        return String.format(java.util.Locale.ROOT, "%032d", n);
    }

    private void write(String job, int... keys) throws IOException {
        try (Journal journal = Journal.open(file(), job)) {
            for (int n : keys) {
                assertEquals(Optional.empty(), journal.recall(key(n)));
                journal.add(key(n), "{\"é\":" + n + "}");
            }
            journal.flush();
        }
    }

    private static List<String> rows(Journal journal) throws IOException {
        List<String> rows = new ArrayList<>();
        journal.rows(rows::add);
        return rows;
    }

    @Test
    void rowsOfTheSameHandInsAreRecalled() throws IOException {
        write("job", 1, 2);
        try (Journal journal = Journal.open(file(), "job")) {
            assertEquals(Optional.of("{\"é\":1}"), journal.recall(key(1)));
            assertEquals(Optional.of("{\"é\":2}"), journal.recall(key(2)));
            assertEquals(Optional.empty(), journal.recall(key(3)));
            journal.add(key(3), "three");
            assertEquals(List.of("{\"é\":1}", "{\"é\":2}", "three"), rows(journal));
        }
    }

    @Test
    void fromAChangedHandInOnEverythingIsNew() throws IOException {
        write("job", 1, 2, 3);
        try (Journal journal = Journal.open(file(), "job")) {
            journal.recall(key(1));
            assertEquals(Optional.empty(), journal.recall(key(9)));
            journal.add(key(9), "nine");
            assertEquals(Optional.empty(), journal.recall(key(3)));
            journal.add(key(3), "three");
            assertEquals(List.of("{\"é\":1}", "nine", "three"), rows(journal));
        }
    }

    @Test
    void rowsBehindTheLastHandInAreForgotten() throws IOException {
        write("job", 1, 2, 3);
        try (Journal journal = Journal.open(file(), "job")) {
            journal.recall(key(1));
            assertEquals(List.of("{\"é\":1}"), rows(journal));
        }
    }

    @Test
    void aLineThatAKillCutShortDoesNotCount() throws IOException {
        write("job", 1);
        Files.writeString(file(), key(2) + " {\"cut", StandardCharsets.UTF_8, StandardOpenOption.APPEND);
        try (Journal journal = Journal.open(file(), "job")) {
            journal.recall(key(1));
            assertEquals(Optional.empty(), journal.recall(key(2)));
            journal.add(key(2), "whole");
            assertEquals(List.of("{\"é\":1}", "whole"), rows(journal));
        }
    }

    @Test
    void aCutHeaderOrAnotherJobBeginsAnew() throws IOException {
        write("job", 1);
        try (Journal journal = Journal.open(file(), "other")) {
            assertEquals(Optional.empty(), journal.recall(key(1)));
            assertEquals(List.of(), rows(journal));
        }
        Files.writeString(file(), "grading-jou");
        try (Journal journal = Journal.open(file(), "job")) {
            assertEquals(Optional.empty(), journal.recall(key(1)));
            journal.add(key(1), "one");
            assertEquals(List.of("one"), rows(journal));
        }
    }

    @Test
    void twoGradingsDoNotWriteAtOnce() throws IOException {
        try (Journal journal = Journal.open(file(), "job")) {
            assertEquals(
                    "grading-busy",
                    assertThrows(RefusedException.class, () -> Journal.open(file(), "job"))
                            .why()
                            .key());
            journal.finish(file());
        }
        assertEquals(false, Files.exists(file()));
    }
}
