package org.quintain.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quintain.core.Bytes;
import org.quintain.core.Rejected;
import org.quintain.core.contract.Reference;
import org.quintain.core.grade.Row;
import org.quintain.core.grade.RowJson;
import org.quintain.core.serve.Handout;

/** From issue to grade through the command line, with mistakes. */
class CourseTest {
    private static final String LAB = "crypto.caesar-shift";

    @TempDir
    private Path dir;

    private String out;
    private String err;

    @BeforeEach
    void keyAndCourse() throws IOException {
        assertEquals(Exit.OK, run("key", "new", path("key")));
        Files.writeString(
                dir.resolve("roster.csv"),
                "learner,name,locale\nélodie,Élodie Marchand,fr\nZoë,Zoë Whitfield,en\n\"O’Brien, S\",,\nAUX,,\n");
        assertEquals(Exit.OK, issue(LAB, "--roster", path("roster.csv")), err);
    }

    private String path(String name) {
        return dir.resolve(name).toString();
    }

    private int run(String... args) {
        ByteArrayOutputStream toOut = new ByteArrayOutputStream();
        ByteArrayOutputStream toErr = new ByteArrayOutputStream();
        int code = Main.run(args, InputStream.nullInputStream(), toOut, toErr, Map.of("LANG", "en_GB.UTF-8"));
        out = toOut.toString(StandardCharsets.UTF_8);
        err = toErr.toString(StandardCharsets.UTF_8);
        return code;
    }

    private int issue(String... args) {
        List<String> all = new ArrayList<>(List.of("issue", "--course", "c1", "--key", path("key")));
        all.addAll(List.of("--out", path("course")));
        all.addAll(List.of(args));
        return run(all.toArray(String[]::new));
    }

    private int grade(String... more) {
        List<String> all = new ArrayList<>(List.of("grade", path("course"), "--course", path("course/course.json")));
        all.addAll(List.of("--key", path("key"), "--out", path("results")));
        all.addAll(List.of(more));
        return run(all.toArray(String[]::new));
    }

    private Path folder(String learner) {
        return dir.resolve("course").resolve(learner).resolve(LAB);
    }

    private List<Row> rows() throws IOException {
        return Files.readAllLines(dir.resolve("results/rows.jsonl")).stream()
                .map(RowJson::read)
                .toList();
    }

    private Map<String, String> codes() throws IOException {
        Map<String, String> codes = new java.util.TreeMap<>();
        for (Row row : rows()) {
            codes.put(row.origin(), row.outcome() instanceof Rejected no ? no.code() : Integer.toString(row.earned()));
        }
        return codes;
    }

    private String rightAnswer(String learner) throws IOException {
        Handout handout =
                Handout.read(Bytes.of(Files.readAllBytes(folder(learner).resolve("handout.json"))));
        return handout.submission(solve(Solutions.installed().attack(LAB).orElseThrow(), handout));
    }

    private static <C extends Record, A extends Record> A solve(Reference<C, A> attack, Handout handout) {
        return attack.run(handout.challenge(attack.lab().challengeType()));
    }

    private Map<String, String> tree() throws IOException {
        Map<String, String> files = new java.util.TreeMap<>();
        try (Stream<Path> walk = Files.walk(dir.resolve("course"))) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                files.put(dir.relativize(file).toString(), Files.readString(file));
            }
        }
        return files;
    }

    @Test
    void eachLearnerGetsASafeFolderInTheirLanguage() throws IOException {
        assertTrue(Files.readString(folder("élodie").resolve("brief.fr.md")).contains("(gratuits hors ligne)"));
        String english = Files.readString(folder("Zoë").resolve("brief.en.md"));
        assertTrue(english.contains("## Hints (free offline)"));
        assertFalse(english.contains("## Verdicts"));
        assertTrue(english.contains("ciphertext"));
        assertTrue(Files.readString(folder("élodie").resolve("consigne.html")).contains("Élodie Marchand (élodie)"));
        assertTrue(Files.readString(folder("élodie").resolve("reponse.txt")).contains("learner: élodie\r\n"));
        assertTrue(Files.exists(folder("Zoë").resolve("brief.html")));
        assertTrue(Files.exists(folder("Zoë").resolve("answer.txt")));
        assertTrue(Files.exists(folder("_AUX").resolve("submission.json")));
        assertTrue(Files.exists(folder("O’Brien, S").resolve("handout.json")));
    }

    @Test
    void theSameCommandAgainChangesNothingAndKeepsWhatWasFilledIn() throws IOException {
        Files.writeString(folder("Zoë").resolve("submission.json"), "filled in");
        Files.writeString(folder("Zoë").resolve("answer.txt"), "filled in");
        Files.delete(folder("Zoë").resolve("brief.html"));
        assertEquals(Exit.OK, issue(LAB, "--roster", path("roster.csv")), err);
        Map<String, String> before = tree();

        assertEquals(Exit.OK, issue(LAB, "--roster", path("roster.csv")), err);

        assertEquals(before, tree());
        assertEquals("filled in", Files.readString(folder("Zoë").resolve("submission.json")));
        assertEquals("filled in", Files.readString(folder("Zoë").resolve("answer.txt")));
        assertTrue(Files.exists(folder("Zoë").resolve("brief.html")), "what is missing is added");
        assertTrue(out.contains("0 new, 4 kept"), out);
    }

    @Test
    void aLearnerAndALabAreAdded() throws IOException {
        assertEquals(Exit.OK, issue("fuzz.toy-robot", LAB, "--learner", "zoë", "--lang", "fr"), err);

        String plan = Files.readString(dir.resolve("course/course.json"));
        assertTrue(plan.contains("fuzz.toy-robot") && plan.contains("\"zoë\""), plan);
        assertEquals(
                1,
                Stream.of(dir.resolve("course").toFile().list())
                        .filter(name -> name.matches("zoë-[0-9a-f]{6}"))
                        .count());
        assertFalse(plan.contains("\"language\": \"fr\""), "the plan's language stays");
    }

    @Test
    void aSecondInstanceHasItsOwnFolderAndParameters() throws IOException {
        assertEquals(Exit.OK, issue(LAB, "--learner", "Zoë", "--issue", "2", "--param", "language=fr"), err);

        assertTrue(Files.exists(folder("Zoë").resolveSibling(LAB + "-2").resolve("submission.json")));
    }

    @Test
    void whatDoesNotFitIsRefusedBeforeAnythingIsWritten() throws IOException {
        Map<String, String> before = tree();
        assertEquals(Exit.USAGE, issue(LAB, "--learner", "new", "--param", "language=fr"));
        assertEquals(Exit.USAGE, issue(LAB, "--learner", "new", "--param", "no-such=1"));
        assertEquals(Exit.USAGE, issue(LAB, "--learner", "new", "--tenant", "other"));
        assertEquals(Exit.USAGE, issue(LAB));
        assertEquals(Exit.USAGE, issue("crypto.no-such", "--learner", "new"));
        assertEquals(Exit.IO, issue(LAB, "--roster", path("nowhere.csv")));
        assertEquals(Exit.OK, run("key", "new", path("key2")));
        assertEquals(
                Exit.USAGE,
                run("issue", LAB, "--course", "c1", "--key", path("key2"), "--learner", "x", "--out", path("course")));
        assertTrue(err.contains("Nothing was written"), err);
        assertEquals(before, tree());

        Files.writeString(folder("Zoë").resolve("handout.json"), "{}");
        assertEquals(Exit.USAGE, issue(LAB, "--roster", path("roster.csv")));
        assertEquals("{}", Files.readString(folder("Zoë").resolve("handout.json")));
    }

    @Test
    void aHandInIsJudgedAndATemplateIsNone() throws IOException {
        Files.writeString(folder("élodie").resolve("submission.json"), rightAnswer("élodie"));

        assertEquals(Exit.OK, grade(), err);

        assertEquals(Map.of("élodie/" + LAB + "/submission.json", "100"), codes());
        assertTrue(
                out.contains("Templates not filled in: 3"),
                "four folders with a form and a sheet, one of them filled in: " + out);
        assertTrue(
                Files.readString(dir.resolve("results/gradebook.csv")).contains("élodie,Élodie Marchand,,100,100,100"));
        assertEquals("", err);
    }

    @Test
    void aWrongKeyIsNoticedBeforeAFileIsWritten() {
        assertEquals(Exit.OK, run("key", "new", path("key2")));
        assertEquals(
                Exit.USAGE,
                run(
                        "grade",
                        path("course"),
                        "--course",
                        path("course/course.json"),
                        "--key",
                        path("key2"),
                        "--out",
                        path("results")));
        assertTrue(err.contains("Nothing was graded"), err);
        assertFalse(Files.exists(dir.resolve("results")));
    }

    @Test
    void unluckyFoldersGiveARowEachAndHarmNobody() throws IOException {
        Path zoe = folder("Zoë");
        String right = rightAnswer("Zoë");
        Files.delete(zoe.resolve("submission.json"));
        Files.writeString(zoe.resolve("My answer (final) é’.json"), "\uFEFF" + right.replace("\n", "\r\n"));
        Files.writeString(zoe.resolve("submission.json.txt"), right);
        Files.write(zoe.resolve("utf16.json"), right.getBytes(StandardCharsets.UTF_16));
        Files.writeString(zoe.resolve("notes.txt"), "nothing");
        Files.write(folder("_AUX").resolve("submission.json"), new byte[2 << 20]);
        try (RandomAccessFile huge =
                new RandomAccessFile(zoe.resolve("zz.submission.json").toFile(), "rw")) {
            huge.setLength(1L << 33);
        }
        Files.writeString(folder("élodie").resolve("submission.json"), right);
        Path nested = Files.createDirectories(
                dir.resolve("course/group B/" + Normalizer.normalize("élodie", Normalizer.Form.NFD)));
        Files.writeString(nested.resolve("submission.json"), rightAnswer("élodie"));

        assertEquals(Exit.OK, grade(), err);

        Map<String, String> codes = codes();
        String base = "Zoë/" + LAB + "/";
        assertEquals("100", codes.get(base + "My answer (final) é’.json"));
        assertEquals("100", codes.get(base + "submission.json.txt"));
        assertEquals("json-utf16", codes.get(base + "utf16.json"));
        assertEquals("json-too-large", codes.get(base + "zz.submission.json"));
        assertEquals("json-too-large", codes.get("_AUX/" + LAB + "/submission.json"));
        assertEquals("whose-is-it", codes.get("élodie/" + LAB + "/submission.json"));
        assertTrue(codes.containsValue("100") && codes.size() == 7, codes.toString());
        assertTrue(err.contains("notes.txt"), err);
        assertFalse(err.contains("handout.json"), err);
    }

    @Test
    void symbolicLinksAreNotFollowed() throws IOException {
        Path course = dir.resolve("course");
        try {
            Files.createSymbolicLink(course.resolve("loop"), course);
            Files.writeString(dir.resolve("outside.json"), rightAnswer("Zoë"));
            Files.createSymbolicLink(course.resolve("submission.json"), dir.resolve("outside.json"));
        } catch (UnsupportedOperationException | IOException noLinksHere) {
            Assumptions.abort("no symbolic links here");
        }

        assertEquals(Exit.OK, grade());

        assertEquals(List.of(), rows());
        assertTrue(err.contains("a link, not followed"), err);
    }

    @Test
    void anUnreadableFileIsARejectedRow() throws IOException {
        Path file = folder("Zoë").resolve("submission.json");
        Assumptions.assumeTrue(file.toFile().setReadable(false) && !Files.isReadable(file), "everything is readable");

        assertEquals(Exit.OK, grade());

        assertEquals(Map.of("Zoë/" + LAB + "/submission.json", "unreadable"), codes());
    }

    @Test
    void aForgedResultIsNeitherBelievedNorShownRaw() throws IOException {
        String right = rightAnswer("Zoë");
        Files.writeString(
                folder("Zoë").resolve("submission.json"),
                right.replaceFirst("\\{", "{\"<script>alert(1)</script>\u202E\": \"=1+1\", \"earned\": 100,"));

        assertEquals(Exit.OK, grade());

        assertEquals(Map.of("Zoë/" + LAB + "/submission.json", "field-unknown"), codes());
        String report = Files.readString(dir.resolve("results/report.html"));
        assertFalse(report.contains("<script"), "no script");
        assertTrue(report.contains("&lt;script&gt;"), "shown as text");
        assertFalse(report.contains("\u202E") || out.contains("\u202E"), "no bidirectional override");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void theReportIsOneFileInBothLanguages(String language) throws IOException {
        Files.writeString(folder("élodie").resolve("submission.json"), rightAnswer("élodie"));
        Files.writeString(folder("Zoë").resolve("submission.json"), rightAnswer("élodie"));

        assertEquals(Exit.OK, grade("--lang", language));

        String report = Files.readString(dir.resolve("results/report.html"));
        assertTrue(report.contains("<html lang=\"" + language + "\">"));
        assertTrue(report.contains("default-src &#39;none&#39;; style-src &#39;sha256-"));
        assertFalse(report.matches("(?s).*(<script|<img|<link|src=|https?:).*"), "nothing from elsewhere");
        assertTrue(report.indexOf("id=\"rejected\"") < report.indexOf("id=\"class\""));
        assertTrue(report.contains(language.equals("fr") ? "Rendus refusés" : "Rejected hand-ins"));
        assertFalse(report.matches("(?s).*\\{[a-z-]+}[^}]*</p>.*"), "every place is filled");
        assertFalse(out.contains("{"), out);
    }

    @Test
    void aRefusedFileOfALearnerIsNotCalledNothing() throws IOException {
        Path other = Files.createDirectories(dir.resolve("export/Zoë Whitfield_7_assignsubmission_file"));
        Files.writeString(other.resolve("submission.json"), "{");
        run(
                "grade",
                path("export"),
                "--course",
                path("course/course.json"),
                "--key",
                path("key"),
                "--out",
                path("results"));

        String report = Files.readString(dir.resolve("results/report.html"));
        int zoe = report.indexOf("does not tell for which lab it is");
        assertTrue(zoe > 0, report);
        assertEquals(-1, report.indexOf("does not tell for which lab it is", zoe + 1));
        assertTrue(report.contains("Nothing was handed in."));
    }

    @Test
    void gradingTwiceGivesTheSameBytes() throws IOException {
        Files.writeString(folder("élodie").resolve("submission.json"), rightAnswer("élodie"));
        grade();
        List<String> before = List.of(
                Files.readString(dir.resolve("results/rows.jsonl")),
                Files.readString(dir.resolve("results/report.html")));
        grade();
        assertEquals(
                before,
                List.of(
                        Files.readString(dir.resolve("results/rows.jsonl")),
                        Files.readString(dir.resolve("results/report.html"))));
        assertEquals(4, dir.resolve("results").toFile().list().length);
    }
}
