package org.quintain.app.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quintain.app.handin.Claim;
import org.quintain.core.Bytes;
import org.quintain.core.Faulted;
import org.quintain.core.Rejected;
import org.quintain.core.Verdict;
import org.quintain.core.grade.Entry;
import org.quintain.core.grade.Grader;
import org.quintain.core.grade.Row;

/** Whatever a checker does costs its own hand-in and no other. */
class WatchedChecksTest {
    /** Long enough for a checker that eats a heap on a busy machine; short enough to wait for one that loops. */
    private static final Duration LIMIT = Duration.ofSeconds(6);

    @TempDir
    private Path folder;

    private List<Row> rows(int processes, List<Entry> entries) throws IOException {
        try (Checks checks = new WatchedChecks(
                EvilCourse.settings(folder, LIMIT, processes), EvilCourse.KEY, EvilCourse.COURSE, EvilCourse.LABS)) {
            List<CompletableFuture<Row>> rows = new ArrayList<>();
            entries.forEach(entry -> rows.add(checks.check(entry, Claim.of(entry.content()))));
            return rows.stream().map(CompletableFuture::join).toList();
        }
    }

    private static String outcome(Row row) {
        if (row.outcome() instanceof Faulted faulted) {
            return faulted.exceptionType();
        }
        return row.outcome() instanceof Rejected rejected ? rejected.code() : Integer.toString(row.earned());
    }

    @Test
    void eachDeedOfACheckerMakesOneFaultedRow() throws IOException {
        List<Entry> entries = new ArrayList<>();
        List<String> expected = new ArrayList<>();
        int learner = 0;
        for (List<String> deed : List.of(
                List.of("loop", "check-took-too-long"),
                List.of("eat", "check-ended-the-process"),
                List.of("exit", "check-ended-the-process"),
                List.of("overflow", "java.lang.StackOverflowError"),
                List.of("throw", "java.lang.IllegalStateException"),
                List.of("many", "java.lang.IllegalStateException"),
                List.of("print", "0"))) {
            entries.add(EvilCourse.entry("before-" + learner, "good"));
            entries.add(EvilCourse.entry("evil-" + learner, deed.get(0)));
            entries.add(EvilCourse.entry("after-" + learner, "good"));
            learner++;
            expected.addAll(List.of("10", deed.get(1), "10"));
        }
        List<Row> rows = rows(1, entries);

        assertEquals(expected, rows.stream().map(WatchedChecksTest::outcome).toList());
        assertEquals(
                entries.stream().map(Entry::origin).toList(),
                rows.stream().map(Row::origin).toList());
    }

    @Test
    void aFaultedRowSaysWhoseItIsAndHoldsNoTextOfTheAnswer() throws IOException {
        Row row = rows(1, List.of(EvilCourse.entry("ada", "exit"))).get(0);

        assertEquals("ada", row.seat().orElseThrow().learner());
        assertEquals("test.evil", row.lab().orElseThrow());
        assertEquals(10, row.max());
        assertEquals(EvilCourse.handout("ada").heading().issueId(), row.issueId());
        assertFalse(row.outcome().toString().contains("exit"));
    }

    @Test
    void theSameRowsComeOutOfAnyNumberOfProcessesAndOfThisOne() throws IOException {
        List<Entry> entries = new ArrayList<>();
        IntStream.range(0, 300)
                .forEach(i -> entries.add(EvilCourse.entry("u" + i % 97, i % 3 == 0 ? "good" : "x" + i)));
        entries.add(Entry.of("junk", Bytes.utf8("{\"issueId\":")));
        Grader here = Grader.open(EvilCourse.KEY, EvilCourse.LABS, EvilCourse.COURSE);
        List<Row> expected = entries.stream().map(here::grade).toList();

        assertEquals(expected, rows(1, entries));
        assertEquals(expected, rows(3, entries));
        assertTrue(expected.stream().anyMatch(row -> row.outcome() instanceof Verdict));
    }

    @Test
    void theLimitOfJudgedHandInsHoldsOverTheEndOfAProcessAndOverARestart() throws IOException {
        Entry good = EvilCourse.entry("ada", "good");
        Entry exit = EvilCourse.entry("ada", "exit");
        Claim claim = Claim.of(good.content());
        try (Checks checks = new WatchedChecks(
                EvilCourse.settings(folder, LIMIT, 1), EvilCourse.KEY, EvilCourse.COURSE, EvilCourse.LABS)) {
            // As many as an earlier run is said to have judged, one judged now, then the process ends.
            for (int i = 2; i < EvilLab.SUBMISSIONS; i++) {
                checks.remember(claim.issueId().orElseThrow());
            }
            assertEquals("10", outcome(checks.check(good, claim).join()));
            assertEquals(
                    "check-ended-the-process", outcome(checks.check(exit, claim).join()));
            assertEquals("10", outcome(checks.check(good, claim).join()));
            assertEquals(
                    "submissions-exhausted", outcome(checks.check(good, claim).join()));
        }
    }

    @Test
    void aProcessThatCannotStartEndsTheGradingWithAnError() {
        WatchedChecks.Settings broken = new WatchedChecks.Settings(
                List.of(WatchedChecks.Settings.command("").get(0), "-version"), LIMIT, 1);
        try (Checks checks = new WatchedChecks(broken, EvilCourse.KEY, EvilCourse.COURSE, EvilCourse.LABS)) {
            Entry entry = EvilCourse.entry("ada", "good");
            CompletableFuture<Row> row = checks.check(entry, Claim.of(entry.content()));
            assertThrows(CompletionException.class, row::join);
        }
    }
}
