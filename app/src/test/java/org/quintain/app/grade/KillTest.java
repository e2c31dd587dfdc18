package org.quintain.app.grade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quintain.app.check.EvilCourse;
import org.quintain.app.check.WatchedChecks;
import org.quintain.core.Language;

/** A grading that is killed at any moment loses no row, and the same command goes on. */
class KillTest {
    private static final int KILLS = 50;
    private static final int HAND_INS = 300;

    @TempDir
    private Path folder;

    /** Grades as the command does; a process of its own, so that it can be killed. */
    static final class Run {
        private Run() {}

        public static void main(String[] args) throws IOException {
            Path folder = Path.of(args[0]);
            WatchedChecks.Settings settings = EvilCourse.settings(folder.resolve("cp"), Duration.ofSeconds(20), 2);
            ClassGrading.run(job(
                    folder,
                    folder.resolve("out"),
                    Optional.of(new WatchedChecks.Settings(
                            quick(settings.command()), settings.limit(), settings.processes()))));
        }
    }

    /** Most of a run is the start of three machines, which the first compiler alone makes shorter. */
    private static List<String> quick(List<String> command) {
        List<String> quick = new ArrayList<>(command);
        quick.add(1, "-XX:TieredStopAtLevel=1");
        return quick;
    }

    private static ClassGrading.Job job(Path folder, Path out, Optional<WatchedChecks.Settings> checks) {
        return new ClassGrading.Job(
                folder.resolve("hand-ins"),
                EvilCourse.COURSE,
                EvilCourse.KEY,
                EvilCourse.LABS,
                Optional.empty(),
                out,
                Language.EN,
                ClassGrading.Options.of(checks));
    }

    private void handIns() throws IOException {
        for (int i = 0; i < HAND_INS; i++) {
            Path place = Files.createDirectories(folder.resolve("hand-ins/u" + i));
            Files.writeString(
                    place.resolve("submission.json"), EvilCourse.handIn("u" + i % 200, i % 7 == 0 ? "good" : "nap"));
        }
        Files.writeString(folder.resolve("hand-ins/u3/submission-2.json"), "{");
    }

    private Process start() throws IOException {
        List<String> command = quick(WatchedChecks.Settings.command(System.getProperty("java.class.path")));
        command.set(command.size() - 1, Run.class.getName());
        command.add(folder.toString());
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
    }

    private long journalLines() throws IOException {
        Path journal = folder.resolve("out/.grading");
        if (!Files.exists(journal)) {
            return 0;
        }
        try (Stream<String> lines = Files.lines(journal, StandardCharsets.UTF_8)) {
            return lines.count();
        }
    }

    /** A journal goes only when the results are there, and they begin without any. */
    private boolean isOver() {
        return Files.exists(folder.resolve("out/rows.jsonl")) && !Files.exists(folder.resolve("out/.grading"));
    }

    private void forgetResults() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("out"))) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
    }

    /** Some kills come while the program starts, most when it has written some more rows, whatever the machine's speed. */
    private boolean hasEndedBeforeTheMoment(Process process, Random moments, long before)
            throws IOException, InterruptedException {
        if (moments.nextInt(5) == 0) {
            return process.waitFor(moments.nextInt(1500), TimeUnit.MILLISECONDS);
        }
        long rows = before + moments.nextInt(HAND_INS / 4);
        while (process.isAlive() && journalLines() < rows) {
            Thread.sleep(2);
        }
        return process.waitFor(moments.nextInt(20), TimeUnit.MILLISECONDS);
    }

    @Test
    void fiftyKillsAtRandomMomentsLoseNoRow() throws Exception {
        handIns();
        ClassGrading.run(job(folder, folder.resolve("reference"), Optional.empty()));
        String expected = Files.readString(folder.resolve("reference/rows.jsonl"));
        assertEquals(HAND_INS + 1, expected.lines().count());

        Random moments = new Random(20261123);
        int kills = 0;
        int inTheMiddle = 0;
        int completed = 0;
        long before = 0;
        while (kills < KILLS) {
            Process process = start();
            if (hasEndedBeforeTheMoment(process, moments, before)) {
                assertEquals(0, process.exitValue(), this::log);
            } else {
                process.destroyForcibly().waitFor();
                kills++;
            }
            if (isOver()) {
                // A kill between the last act of a run, which removes the journal, and the end of its process is one,
                // too.
                assertEquals(expected, Files.readString(folder.resolve("out/rows.jsonl")));
                forgetResults();
                completed++;
                before = 0;
                continue;
            }
            long now = journalLines();
            assertTrue(now >= before, "rows of an earlier run are gone: before=" + before + " now=" + now);
            inTheMiddle += now > 1 ? 1 : 0;
            before = now;
        }
        assertEquals(0, start().waitFor(), this::log);
        assertEquals(expected, Files.readString(folder.resolve("out/rows.jsonl")));
        assertTrue(inTheMiddle >= 10, "kills while rows were there: " + inTheMiddle + " of " + kills);
        assertTrue(completed >= 1, "runs that were killed and then ended: " + completed);
        System.out.println("kills: " + kills + ", of them with rows written: " + inTheMiddle + ", runs that ended: "
                + (completed + 1) + ", rows lost: 0");
    }

    private String log() {
        try {
            return Files.readString(folder.resolve("log"));
        } catch (IOException none) {
            return "";
        }
    }
}
