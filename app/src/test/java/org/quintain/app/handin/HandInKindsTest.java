package org.quintain.app.handin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quintain.core.grade.Entry;

/** Every kind of file, in a folder, in an archive and alone. */
class HandInKindsTest {
    private static final String TABLE = "learner;lab;answer;value\nu1;crypto.caesar-shift;shift;3\n";

    @TempDir
    private Path dir;

    private ClassOfFour school;

    @BeforeEach
    void school() throws IOException {
        school = new ClassOfFour(dir);
    }

    private void put(String path, String content) throws IOException {
        ClassOfFour.write(dir.resolve("folder").resolve(path), content);
    }

    private List<String> told() throws IOException {
        List<String> told = school.told(dir.resolve("folder"));
        Path zip = ClassOfFour.write(dir.resolve("folder.zip"), Zips.of(dir.resolve("folder")));
        assertEquals(told, school.told(zip), "an archive of the folder");
        assertEquals(school.rows(dir.resolve("folder")), school.rows(zip));
        return told;
    }

    private String filledIn(String learner) {
        return school.sheet(learner).replaceFirst("\nshift[^\r\n]*", "\nshift: 3");
    }

    @Test
    void sheetsAreRead() throws IOException {
        put("u1/reponse.txt", filledIn("u1"));
        put("u2/answer.txt", school.sheet("u2"));
        put("u2/submission.txt", filledIn("u2"));
        put("u3/reponse.txt", "j'ai tout effacé");
        put("Thomas Petit/mon travail", filledIn("u4"));
        put("Thomas Petit/notes.txt", "rien");
        List<String> told = told();
        assertEquals(
                List.of(
                        "hand-in Thomas Petit/mon travail u4",
                        "skipped Thomas Petit/notes.txt OTHER",
                        "hand-in u1/reponse.txt u1",
                        "untouched u2/answer.txt",
                        "hand-in u2/submission.txt u2"),
                told.subList(0, 5));
        assertTrue(told.get(5).startsWith("refused u3/reponse.txt u3 sheet-"), told.get(5));
        assertEquals(6, told.size());
        assertTrue(school.rows(dir.resolve("folder")).get(0).contains("\"outcome\":\"verdict\""));
    }

    @Test
    void aTableCountsOnlyWhereNoLearnerCanPutIt() throws IOException {
        put("class.csv", TABLE);
        put("u2/class.csv", TABLE);
        put("5eB/class.csv", TABLE);
        put("u3.csv", TABLE);
        put("Nobody Known_12_assignsubmission_file_class.csv", TABLE);
        assertEquals(
                List.of(
                        "refused 5eB/class.csv - table-place",
                        "refused Nobody Known_12_assignsubmission_file_class.csv - table-place",
                        "hand-in class.csv:2 u1",
                        "refused u2/class.csv u2 table-place",
                        "refused u3.csv u3 table-place"),
                told());
    }

    @Test
    void oneFileOfAnyKindIsReadUnderAnyName() throws IOException {
        assertEquals(List.of("hand-in a.dat -"), school.told(ClassOfFour.write(dir.resolve("a.dat"), filledIn("u1"))));
        assertEquals(List.of("hand-in t.dat:2 u1"), school.told(ClassOfFour.write(dir.resolve("t.dat"), TABLE)));
        assertEquals(List.of("hand-in x -"), school.told(ClassOfFour.write(dir.resolve("x"), "{}")));
        assertEquals(List.of("hand-in u2.json u2"), school.told(ClassOfFour.write(dir.resolve("u2.json"), "{}")));
        assertEquals(
                List.of("untouched u.json"),
                school.told(ClassOfFour.write(dir.resolve("u.json"), school.template("u1"))));
        assertThrows(NoSuchFileException.class, () -> HandInPath.of(dir.resolve("none"), school.sources()));
    }

    @Test
    void aFileThatIsTooLargeIsRefusedWithoutBeingRead() throws IOException {
        put("u1/submission.json", "x".repeat(1 << 20));
        put("u2/submission.json", "x".repeat((1 << 20) + 1));
        List<String> told = school.told(dir.resolve("folder"));
        assertEquals(List.of("hand-in u1/submission.json u1", "refused u2/submission.json u2 json-too-large"), told);
    }

    @Test
    void aHandInInUtf16IsSniffed() throws IOException {
        ClassOfFour.write(
                dir.resolve("folder/u1/mine.json"), school.handIn("u1").getBytes(StandardCharsets.UTF_16));
        assertEquals(List.of("hand-in u1/mine.json u1"), told());
    }

    @Test
    void linksAreNotFollowedAndFoldersAreLeftOut() throws IOException {
        Path outside = ClassOfFour.write(dir.resolve("outside/submission.json"), school.handIn("u1"));
        put("results/submission.json", school.handIn("u1"));
        try {
            Files.createSymbolicLink(dir.resolve("folder/a-link"), outside.getParent());
            Files.createSymbolicLink(dir.resolve("folder/submission.json"), outside);
            Files.createSymbolicLink(dir.resolve("results"), dir.resolve("folder/results"));
        } catch (IOException | UnsupportedOperationException notHere) {
            Assumptions.abort("no symbolic links");
        }
        assertEquals(
                List.of("skipped a-link LINK", "skipped submission.json LINK"), school.told(dir.resolve("folder")));
    }

    @Test
    void whatCannotBeOpenedIsOneRow() throws IOException {
        put("u1/submission.json", "{}");
        put("u2/submission.json", "{}");
        Path file = dir.resolve("folder/u1/submission.json");
        Assumptions.assumeTrue(file.toFile().setReadable(false) && !Files.isReadable(file), "root reads everything");
        assertEquals(
                List.of("refused u1/submission.json u1 unreadable", "hand-in u2/submission.json u2"),
                school.told(dir.resolve("folder")));
    }

    @Test
    void aVisitorThatCannotWriteEndsTheWalk() throws IOException {
        put("u1/submission.json", "{}");
        put("u2.zip", "");
        put("u3/a.jsonl", "lab-entry/");
        ClassOfFour.write(dir.resolve("folder/u4.zip"), Zips.of("submission.json", "{}"));
        for (String file : List.of("folder/u1", "folder", "folder/u3", "folder/u4.zip")) {
            HandIns handIns = HandInPath.of(dir.resolve(file), school.sources());
            IOException full = assertThrows(IOException.class, () -> handIns.walk(new FullDisk()));
            assertEquals("full", full.getMessage());
        }
    }

    @Test
    void theOutermostNameDecides() throws IOException {
        put("u1/u2/submission.json", "{}");
        put("u1/u2.json", school.handIn("u2"));
        put("5eB/u2/submission.json", "{}");
        assertEquals(
                List.of(
                        "hand-in 5eB/u2/submission.json u2",
                        "hand-in u1/u2/submission.json u1",
                        "hand-in u1/u2.json u1"),
                told());
    }

    @Test
    void composedAndDecomposedNamesAreInOneOrder() throws IOException {
        put("f/submission.json", "{}");
        put("e\u0301/submission.json", "{}");
        put("\u00e9a/submission.json", "{}");
        assertEquals(
                List.of(
                        "hand-in f/submission.json -",
                        "hand-in e\u0301/submission.json -",
                        "hand-in \u00e9a/submission.json -"),
                told());
    }

    @Test
    void walkingTwiceTellsTheSame() throws IOException {
        put("u1/submission.json", school.handIn("u1"));
        put("class.csv", TABLE);
        assertEquals(school.told(dir.resolve("folder")), school.told(dir.resolve("folder")));
    }

    private static final class FullDisk implements HandIns.Visitor {
        @Override
        public void handIn(Entry entry) throws IOException {
            throw new IOException("full");
        }

        @Override
        public void refused(
                String origin,
                java.util.Optional<String> learner,
                org.quintain.core.Message why,
                java.util.Optional<java.time.Instant> receivedAt)
                throws IOException {
            throw new IOException("full");
        }

        @Override
        public void untouched(String origin) {
            throw new AssertionError(origin);
        }

        @Override
        public void skipped(String origin, HandIns.Why why) {
            throw new AssertionError(origin);
        }
    }
}
