package org.quintain.app.grade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quintain.app.check.EvilCourse;
import org.quintain.core.grade.Row;
import org.quintain.core.grade.RowJson;

/** Equal answers are named only where one of them solves its learner's own instance. */
class IdenticalTest {
    @TempDir
    private Path folder;

    private static String digest(int n) {
        // Equal in the first digits, so that only the whole digest tells some of them apart.
        return String.format(Locale.ROOT, "%010x%022x", n / 2, n);
    }

    private List<Suspicion> find(int perPass, List<Row> rows) throws IOException {
        Path file = folder.resolve("rows.jsonl");
        List<String> lines =
                rows.stream().map(row -> RowJson.write(row, EvilCourse.LABS)).toList();
        Files.write(file, lines);
        return Identical.find(file, EvilCourse.LABS, perPass);
    }

    private static List<String> learners(Suspicion one) {
        return one.holders().stream().map(holder -> holder.seat().learner()).toList();
    }

    @Test
    void aSolutionThatAnotherLearnerHandedInTooIsNamedWithBoth() throws IOException {
        List<Suspicion> found = find(
                100,
                List.of(
                        Rows.withDigest("ada", 10, digest(1)),
                        Rows.withDigest("bo", 10, digest(4)),
                        Rows.rejected("cy"),
                        Rows.withDigest("cy", 0, digest(1))));
        assertEquals(1, found.size());
        assertEquals(List.of("ada", "cy"), learners(found.get(0)));
        assertEquals(
                List.of(true, false),
                found.get(0).holders().stream()
                        .map(Suspicion.Holder::isSolution)
                        .toList());
        assertEquals("test.evil", found.get(0).labId());
    }

    @Test
    void aSlipThatManyMakeIsNoSuspicion() throws IOException {
        assertEquals(
                List.of(),
                find(100, List.of(Rows.withDigest("ada", 0, digest(1)), Rows.withDigest("bo", 0, digest(1)))));
    }

    @Test
    void oneLearnerMayHandInTheSameTwice() throws IOException {
        assertEquals(
                List.of(),
                find(100, List.of(Rows.withDigest("ada", 10, digest(1)), Rows.withDigest("ada", 10, digest(1)))));
    }

    @Test
    void digestsThatBeginAlikeAreNotEqual() throws IOException {
        assertEquals(digest(2).substring(0, 10), digest(3).substring(0, 10));
        assertEquals(
                List.of(),
                find(100, List.of(Rows.withDigest("ada", 10, digest(2)), Rows.withDigest("bo", 10, digest(3)))));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 64, 1000})
    void theSameIsFoundInAnyNumberOfPasses(int perPass) throws IOException {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            rows.add(Rows.withDigest("u" + i, 10, digest(i)));
        }
        for (int i = 0; i < 300; i += 50) {
            rows.add(Rows.withDigest("copy" + i, 0, digest(i)));
        }
        List<Suspicion> found = find(perPass, rows);
        assertEquals(
                List.of("u0", "u50", "u100", "u150", "u200", "u250"),
                found.stream().map(one -> learners(one).get(0)).toList());
    }

    @Test
    void ofAHundredCopiesTwentyAreListedTheSolutionAmongThem() throws IOException {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            rows.add(Rows.withDigest("u" + i, i == 99 ? 10 : 0, digest(1)));
        }
        Suspicion found = find(100, rows).get(0);
        assertEquals(Suspicion.MAX_HOLDERS, found.holders().size());
        assertEquals(100 - Suspicion.MAX_HOLDERS, found.more());
        assertTrue(learners(found).contains("u99"));
    }
}
