package org.quintain.app.grade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quintain.app.check.EvilCourse;
import org.quintain.app.check.WatchedChecks;
import org.quintain.core.Language;
import org.quintain.core.grade.Row;
import org.quintain.core.grade.RowJson;

/** A hundred thousand hand-ins are graded in 256 MiB, in the order in which they came. */
class LargeClassTest {
    private static final int LEARNERS = 5_000;
    private static final int HAND_INS = 100_000;

    @TempDir
    private Path folder;

    /** Grades in a process of its own, whose memory is limited. */
    static final class Run {
        private Run() {}

        public static void main(String[] args) throws IOException {
            Path folder = Path.of(args[0]);
            ClassGrading.run(new ClassGrading.Job(
                    folder.resolve("hand-ins.jsonl"),
                    EvilCourse.COURSE,
                    EvilCourse.KEY,
                    EvilCourse.LABS,
                    Optional.empty(),
                    folder.resolve("out"),
                    Language.EN,
                    ClassGrading.Options.of(
                            Optional.of(EvilCourse.settings(folder.resolve("cp"), Duration.ofSeconds(60), 2)))));
        }
    }

    @Test
    void aHundredThousandHandInsFitIntoTheMemoryAndKeepTheirOrder() throws Exception {
        handIns();
        List<String> command = new ArrayList<>(WatchedChecks.Settings.command(System.getProperty("java.class.path")));
        command.set(command.size() - 1, Run.class.getName());
        command.add(folder.toString());
        assertTrue(command.contains("-Xmx256m"), command.toString());
        Path log = folder.resolve("log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertEquals(0, process.waitFor(), Files.readString(log));
        rows();
    }

    /** Round by round, so that each learner's second hand-in lies far behind the first; every 100th line is spoilt. */
    private void handIns() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < LEARNERS; i++) {
            wrong.add(EvilCourse.handIn("u" + i, i % 2 == 0 ? "good" : "x").replaceAll("\\s*\n\\s*", ""));
        }
        try (BufferedWriter to = Files.newBufferedWriter(folder.resolve("hand-ins.jsonl"))) {
            for (int i = 0; i < HAND_INS; i++) {
                to.append(i % 100 == 99 ? "{\"spoilt\":" + i : wrong.get(i % LEARNERS))
                        .append('\n');
            }
        }
    }

    private void rows() throws IOException {
        try (BufferedReader in = Files.newBufferedReader(folder.resolve("out/rows.jsonl"))) {
            for (int i = 0; i < HAND_INS; i++) {
                Row row = RowJson.read(in.readLine());
                assertEquals("hand-ins.jsonl:" + (i + 1), row.origin());
                if (i % 100 == 99) {
                    assertTrue(row.seat().isEmpty());
                } else {
                    assertEquals("u" + i % LEARNERS, row.seat().orElseThrow().learner());
                    assertEquals(i % LEARNERS % 2 == 0 ? 10 : 0, row.earned());
                }
            }
            assertEquals(null, in.readLine());
        }
    }
}
