package org.quintain.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quintain.app.check.EvilCourse;
import org.quintain.app.check.EvilLab;
import org.quintain.app.grade.ClassGrading;
import org.quintain.core.Language;
import org.quintain.core.grade.Course;
import org.quintain.core.grade.Learner;

/** Words that stand for people, answers and the key are planted, and must not come out where docs/privacy.md says so. */
class PrivacyTest {
    private static final String LAB = "crypto.caesar-shift";
    private static final String ID = "zqid";
    private static final String NAME = "Zqname";
    private static final String MAIL = "zqmail";
    private static final String GROUP = "zqgroup";
    private static final String ANSWER = "zqanswer";
    private static final List<String> PEOPLE = List.of(ID, NAME, MAIL, GROUP);

    @TempDir
    private Path dir;

    private String key;
    private String out;
    private String err;

    @BeforeEach
    void aClassWhoseHandInsFailInManyWays() throws IOException {
        assertEquals(Exit.OK, run("key", "new", path("key")));
        key = Files.readString(dir.resolve("key")).strip();
        Files.writeString(
                dir.resolve("roster.csv"),
                "learner,name,email,group\n" + row(1, "Ada") + row(2, "Bea") + row(3, "Cem") + row(4, "Dan")
                        + row(5, "Dan") + row(6, "Eve"));
        assertEquals(
                Exit.OK,
                run(
                        "issue",
                        LAB,
                        "--course",
                        "c1",
                        "--key",
                        path("key"),
                        "--roster",
                        path("roster.csv"),
                        "--out",
                        path("course")),
                err);
        String ada = issued(1);
        // Judged and wrong; the wrong form; an unknown field; somebody else's; no JSON; nobody of the class.
        put(
                "Ada " + NAME + "_1_assignsubmission_file",
                ada.replace("\"plaintext\": \"\"", "\"plaintext\": \"" + ANSWER + "\"")
                        .replace("\"shift\": \"\"", "\"shift\": 3"));
        put(ID + "2", issued(2).replace("\"shift\": \"\"", "\"shift\": \"" + ANSWER + "\""));
        put(ID + "3", issued(3).replace("\"answers\"", "\"" + NAME + ANSWER + "\": 1, \"answers\""));
        put(ID + "4", ada.replace("\"plaintext\": \"\"", "\"plaintext\": \"" + ANSWER + "\""));
        put(ID + "5", "{\"" + NAME + "\": \"" + ANSWER);
        put(ID + "6/again", issued(6).replace(ID + "6", ID + NAME).replace("\"shift\": \"\"", "\"shift\": 1"));
        put(ID + "6/once", issued(6).replace("lab-submission/1", "lab-submission/" + NAME));
        put(ID + "6/twice", "{\"" + NAME + "\":1,\"" + NAME + "\":1}");
        Path sheets = Files.createDirectories(dir.resolve("hand-ins/" + ID + "3/sheet"));
        String sheet =
                Files.readString(dir.resolve("course/" + ID + "3").resolve(LAB).resolve("answer.txt"));
        Files.writeString(sheets.resolve("answer.txt"), NAME + ": " + ANSWER + "\n" + sheet);
        Files.writeString(
                sheets.resolve(NAME + " answer.txt"), sheet.replaceFirst("(?m)^plaintext:.*", NAME + ": " + ANSWER));
        Files.writeString(sheets.resolve(NAME + ".jpg"), ANSWER);
        Files.writeString(
                dir.resolve("hand-ins/table.csv"),
                "learner;lab;answer;value\n" + NAME + " Nobody;" + LAB + ";shift;3\n" + "Dan " + NAME + ";" + LAB
                        + ";shift;3\n" + ID + "1;" + NAME + "lab;shift;3\n" + ID + "1;" + LAB + ";" + ANSWER + ";3\n");
        Files.writeString(
                dir.resolve("hand-ins/lines.jsonl"),
                "{\"format\":\"lab-entry/1\",\"learner\":\"" + NAME + "\",\"content\":\"" + ANSWER + "\"}\n"
                        + "{\"format\":\"lab-entry/1\",\"" + NAME + "\":\"" + ANSWER + "\"}\n");
    }

    private static String row(int number, String first) {
        return ID + number + "," + first + " " + NAME + "," + MAIL + number + "@school.example," + GROUP + "\n";
    }

    private String issued(int number) throws IOException {
        return Files.readString(
                dir.resolve("course/" + ID + number).resolve(LAB).resolve("submission.json"));
    }

    private void put(String folder, String content) throws IOException {
        Path to = Files.createDirectories(dir.resolve("hand-ins/" + folder));
        Files.writeString(to.resolve("submission.json"), content);
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

    private int grade(String... more) {
        List<String> all = new ArrayList<>(List.of("grade", path("hand-ins"), "--course", path("course")));
        all.addAll(List.of("--key", path("key"), "--out", path("results"), "--sheets", "--scale", "20"));
        all.addAll(List.of(more));
        return run(all.toArray(String[]::new));
    }

    /** Each result with its name, which counts too. */
    private static Map<String, String> results(Path folder) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                texts.put(folder.relativize(file).toString(), file.getFileName() + "\n" + Files.readString(file));
            }
        }
        return texts;
    }

    private static List<String> found(List<String> words, Map<String, String> texts) {
        List<String> found = new ArrayList<>();
        texts.forEach((where, text) -> text.lines()
                .filter(line -> words.stream()
                        .anyMatch(word -> line.toLowerCase(Locale.ROOT).contains(word.toLowerCase(Locale.ROOT))))
                .forEach(line -> found.add(where + ": " + line.substring(0, Math.min(300, line.length())))));
        return found;
    }

    private List<String> secrets() {
        // Of a key that is written in two cases or in groups, its beginning would still be found.
        return List.of(key, key.substring(0, 16));
    }

    @Test
    void withPseudonymsNothingOfAPersonOrAnAnswerIsInAnyResultOrOnTheScreen() throws IOException {
        assertEquals(Exit.OK, grade("--pseudonyms"), err);
        Map<String, String> texts = results(dir.resolve("results"));
        assertEquals(List.of("gradebook.csv", "report.html", "rows.jsonl", "sheets.html"), List.copyOf(texts.keySet()));
        assertTrue(texts.get("rows.jsonl").lines().count() >= 12, "many hand-ins wanted: " + texts.get("rows.jsonl"));
        texts.put("standard output", out);
        texts.put("standard error", err);
        List<String> words = new ArrayList<>(PEOPLE);
        words.add(ANSWER);
        words.addAll(secrets());
        assertEquals(List.of(), found(words, texts));
    }

    @Test
    void pseudonymsAfterNamesLeaveNoFileOfTheEarlierRun() throws IOException {
        assertEquals(Exit.OK, grade(), err);
        assertTrue(Files.exists(dir.resolve("results/moodle.csv")));
        assertEquals(Exit.OK, grade("--pseudonyms"), err);
        assertEquals(List.of(), found(PEOPLE, results(dir.resolve("results"))));
    }

    @Test
    void theKeyComesOutNowhere() throws IOException {
        assertEquals(Exit.OK, grade(), err);
        Map<String, String> texts = results(dir.resolve("results"));
        texts.putAll(results(dir.resolve("course")));
        texts.put("standard output", out);
        texts.put("standard error", err);
        assertEquals(List.of(), found(secrets(), texts));
    }

    @Test
    void noAnswerAndNoAddressIsOnStandardErrorOrInAnIncident() throws IOException {
        assertEquals(Exit.OK, grade(), err);
        assertEquals(List.of(), found(List.of(ANSWER, MAIL, GROUP), Map.of("standard error", err)));
        Files.writeString(dir.resolve("course/course.json"), "{\"" + NAME + "\": \"" + ANSWER + "\"}");
        assertFalse(grade() == Exit.OK);
        assertEquals(List.of(), found(List.of(NAME, ANSWER, key), Map.of("standard error", err)));
    }

    @Test
    void aFailingCheckerAndIdenticalAnswersTellNothingOfThem() throws IOException {
        Path handIns = dir.resolve("evil");
        String word = EvilCourse.handout(ID + "good")
                .challenge(EvilLab.Challenge.class)
                .serial()
                .toHex();
        List<String> deeds = List.of("throw", "overflow", "many", ANSWER, "good", word);
        for (String deed : deeds) {
            Path folder = Files.createDirectories(handIns.resolve(ID + deed));
            Files.writeString(folder.resolve("submission.json"), EvilCourse.handIn(ID + deed, deed));
        }
        Course course = new Course(
                EvilCourse.COURSE.tenant(),
                EvilCourse.COURSE.id(),
                EvilCourse.COURSE.keyId(),
                EvilCourse.COURSE.assignments(),
                deeds.stream()
                        .map(deed -> new Learner(ID + deed, NAME, MAIL, GROUP, "en"))
                        .toList());
        Path results = dir.resolve("evil-results");
        ClassGrading.run(new ClassGrading.Job(
                handIns,
                course,
                EvilCourse.KEY,
                EvilCourse.LABS,
                Optional.empty(),
                results,
                Language.EN,
                new ClassGrading.Options(
                        Optional.empty(),
                        Optional.empty(),
                        false,
                        true,
                        true,
                        false,
                        java.time.ZoneOffset.UTC,
                        Optional.empty(),
                        ClassGrading.Progress.NONE)));
        Map<String, String> texts = results(results);
        assertTrue(texts.get("rows.jsonl").contains("\"faulted\""), texts.get("rows.jsonl"));
        assertTrue(texts.containsKey("identical.html"), texts.keySet().toString());
        List<String> words = new ArrayList<>(PEOPLE);
        words.addAll(List.of(ANSWER, word, "secret text", EvilCourse.KEY.toUtf8()));
        assertEquals(List.of(), found(words, texts));
    }
}
