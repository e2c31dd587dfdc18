package org.quintain.app.handin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quintain.core.Bytes;
import org.quintain.core.Catalog;
import org.quintain.core.Message;
import org.quintain.core.Verdict;
import org.quintain.core.contract.Reference;
import org.quintain.core.derive.CourseKey;
import org.quintain.core.grade.Assignment;
import org.quintain.core.grade.Course;
import org.quintain.core.grade.Entry;
import org.quintain.core.grade.Grader;
import org.quintain.core.grade.Learner;
import org.quintain.core.grade.Row;

/** What a teacher types from paper is graded; what is wrong in it is said where it stands. */
class ClassTableTest {
    private static final CourseKey KEY = CourseKey.of(Answers.KEY);
    private static final String CAESAR = "crypto.caesar-shift";
    private static final Course COURSE = new Course(
            "lycée",
            "c 1",
            KEY.keyId(),
            List.of(
                    Assignment.of(CAESAR, 1, Map.of("language", "fr")),
                    Assignment.of("net.build-frame-by-hand", 1, Map.of()),
                    Assignment.of("fuzz.toy-robot", 1, Map.of()),
                    Assignment.of("fuzz.toy-robot", 2, Map.of())),
            List.of(
                    new Learner("Zoë 0", "Zoë Œuvrard", "zoe@school.example", "4B", "fr"),
                    new Learner("p2", "Jean Martin", "", "4B", "fr"),
                    new Learner("p3", "Martin Jean", "", "4B", "fr"),
                    new Learner("p4", "Éloïse D’Artois", "", "", "")));

    private static List<String> told(byte[] table, List<Entry> entries) {
        List<String> told = new ArrayList<>();
        HandIns handIns = ClassTable.of(Bytes.of(table), "t.csv", COURSE, Answers.LABS, KEY, ZoneId.of("Europe/Paris"));
        try {
            handIns.walk(new HandIns.Visitor() {
                @Override
                public void handIn(Entry entry) {
                    entries.add(entry);
                    told.add(entry.origin() + " " + entry.learner().orElseThrow());
                }

                @Override
                public void refused(
                        String origin, Optional<String> learner, Message why, Optional<Instant> receivedAt) {
                    told.add(origin + " " + learner.orElse("?") + " " + why.key());
                }

                @Override
                public void untouched(String origin) {
                    told.add(origin + " untouched");
                }

                @Override
                public void skipped(String origin, HandIns.Why why) {
                    throw new IllegalStateException(origin);
                }
            });
        } catch (IOException never) {
            throw new IllegalStateException(never);
        }
        return told;
    }

    private static List<String> told(String table) {
        return told(table.getBytes(StandardCharsets.UTF_8), new ArrayList<>());
    }

    private static List<Entry> entries(String table) {
        List<Entry> entries = new ArrayList<>();
        told(table.getBytes(StandardCharsets.UTF_8), entries);
        return entries;
    }

    private static Map<?, ?> answers(String table) {
        return Answers.answersOf(entries(table).get(0).content().toUtf8());
    }

    private static Row grade(Entry entry) {
        return Grader.open(Answers.KEY, Answers.LABS, COURSE).grade(entry);
    }

    @Test
    void rightAnswersFromPaperEarnFullMarks() {
        Reference<?, ?> reference = Answers.references().stream()
                .filter(one -> one.lab().card().id().equals(CAESAR))
                .findFirst()
                .orElseThrow();
        Map<?, ?> right = Answers.answersOf(Answers.rightSubmission(reference, 0));
        String table = "élève;exercice;champ;valeur\nzoe oeuvrard;Le secret du phare;shift;" + right.get("shift")
                + "\nZOË@SCHOOL.EXAMPLE;1;Plaintext;\"" + right.get("plaintext") + "\"\n";
        for (Charset charset : List.of(StandardCharsets.UTF_8, Charset.forName("windows-1252"))) {
            List<Entry> entries = new ArrayList<>();

            assertEquals(List.of("t.csv:2 Zoë 0"), told(table.getBytes(charset), entries));
            Row row = grade(entries.get(0));

            assertTrue(row.outcome() instanceof Verdict, row.toString());
            assertEquals(row.max(), row.earned());
            assertTrue(ClassTable.isOne(table.getBytes(charset)));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "learner;lab;answer;value",
                "\uFEFFLearner,Lab,Answer,Value",
                "valeur\tRéponse\tLabo\tÉlève\texemplaire",
                "\n\"learner\";\"lab\";\"answer\";\"value\";\"received\"\r\nx"
            })
    void headingsTellATable(String head) {
        assertTrue(ClassTable.isOne(head.getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "learner,name,email", "lab;answer;value", "{\"learner\": 1}", "learner lab answer value"})
    void otherFilesAreNoTables(String head) {
        assertFalse(ClassTable.isOne(head.getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @CsvSource({
        "jean martin;1;shift;3,t.csv:2 ? table-learner-many",
        "nobody;1;shift;3,t.csv:2 ? table-learner",
        ";1;shift;3,t.csv:2 ? table-learner",
        "p2;5;shift;3,t.csv:2 p2 table-lab",
        "p2;;shift;3,t.csv:2 p2 table-lab",
        "p2;toy-robot;first;A,t.csv:2 p2 table-issue",
        "p2;1;key;3,t.csv:2 p2 table-answer",
        "p2;1;;3,t.csv:2 p2 table-answer",
        "p2;2;;0011,t.csv:2 p2",
        "p2;4;first;A,t.csv:2 p2",
        "P2;caesar-shift;shift;3,t.csv:2 p2",
        "eloise d'artois;1;shift;3,t.csv:2 p4",
        "ARTOIS D’ÉLOÏSE;1;shift;,t.csv:2 ? table-learner",
        "p4;1;shift;,t.csv:2 untouched"
    })
    void eachLineIsUnderstoodOrRefused(String line, String told) {
        assertEquals(List.of(told), told("learner;lab;answer;value\n" + line.replace(",", "") + "\n"));
    }

    @Test
    void linesOfOneLearnerAndLabAreOneHandInAndBadOnesAreSaidOnce() {
        String table = "learner;lab;answer;value\np2;1;shift;3\nx;1;shift;1\np4;1;shift;4\np2;1;plaintext;ABC\n"
                + "x;1;plaintext;A\np2;1;Shift;5\np4;1;colour;5\n";

        assertEquals(
                List.of(
                        "t.csv:2 p2",
                        "t.csv:3 ? table-learner",
                        "t.csv:4 p4",
                        "t.csv:7 p2 table-answer-twice",
                        "t.csv:8 p4 table-answer"),
                told(table));
        assertEquals(Map.of("plaintext", "ABC", "shift", 3L), answers(table));
    }

    @Test
    void anEmptyValueIsNotAnswered() {
        assertEquals(
                Map.of("plaintext", "", "shift", 3L),
                answers("learner;lab;answer;value\np2;1;plaintext;\np2;1;shift;\np2;1;shift;3\n"));
    }

    @Test
    void listsAndHexAreTypedAsOnSheets() {
        assertEquals(
                List.of("A", "B", "C"),
                answers("learner;lab;answer;value;issue\np2;fuzz.toy-robot;first;\"A, B\nC\";2\n")
                        .get("first"));
        assertEquals(Map.of("frame", "00ff"), answers("learner,lab,answer,value\np2,2,,\"0x00 ff\"\n"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-10-01,2026-09-30T22:00:00Z",
        "2026-10-01 08:30,2026-10-01T06:30:00Z",
        "2026-12-01T08:30:15,2026-12-01T07:30:15Z",
        "2026-10-01T08:30:00Z,2026-10-01T08:30:00Z",
        "2026-10-01T08:30+00:00,2026-10-01T08:30:00Z"
    })
    void timesAreOfTheZoneUnlessTheySay(String typed, String instant) {
        Entry entry = entries("learner;lab;answer;value;rendu\np2;1;shift;3;" + typed + "\n")
                .get(0);

        assertEquals(Optional.of(Instant.parse(instant)), entry.receivedAt());
    }

    @Test
    void theLatestTimeCountsAndNoDateIsRefused() {
        String head = "learner;lab;answer;value;received\n";

        assertEquals(List.of("t.csv:2 p2 table-received"), told(head + "p2;1;shift;3;01/10/2026\n"));
        assertEquals(
                Optional.of(Instant.parse("2026-10-01T22:00:00Z")),
                entries(head + "p2;1;shift;3;2026-10-02\np2;1;plaintext;A;2026-10-01\n")
                        .get(0)
                        .receivedAt());
    }

    @Test
    void aTableThatCannotBeReadIsOneRefusal() {
        assertEquals(List.of("t.csv ? table-headings"), told("learner;lab\n"));
        assertEquals(List.of("t.csv ? table-heading-twice"), told("learner;lab;answer;value;élève\n"));
        assertEquals(
                List.of("t.csv:2 p2", "t.csv ? table-csv"),
                told("learner;lab;answer;value\np2;1;shift;3\np4;1;shift;\"4\n"));
        assertEquals(List.of("t.csv ? table-encoding"), told("learner\0;lab"));
        assertEquals(List.of(), told(""));
    }

    @Test
    void aFileIsNeverOpened() {
        Catalog labs = Catalog.of(List.of(new FormsLab()));
        Course course = new Course(
                "a", "b", KEY.keyId(), List.of(Assignment.of("test.forms", 1, Map.of())), List.of(Learner.of("p2")));
        Message why = new TableProbe(ClassTable.of(
                        Bytes.utf8("learner;lab;answer;value\np2;test.forms;picture;/etc/hostname\n"),
                        "t.csv",
                        course,
                        labs,
                        KEY))
                .onlyRefusal();

        assertEquals("table-file", why.key());
    }

    @Test
    void randomBytesNeverThrow() {
        Random random = new Random(11);
        byte[] table = ("learner;lab;answer;value;issue;received\np2;1;shift;3;1;2026-10-01\n"
                        + "p4;fuzz.toy-robot;first;\"A\nB\";2;\nZoë 0;net.build-frame-by-hand;;00;;2026-10-01 10:00\n")
                .getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 3000; i++) {
            byte[] bytes = Arrays.copyOf(table, table.length - random.nextInt(20));
            for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            ClassTable.isOne(bytes);
            for (String line : told(bytes, new ArrayList<>())) {
                assertTrue(line.startsWith("t.csv"), line);
            }
        }
    }
}
