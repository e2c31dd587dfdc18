package org.quintain.app.handin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quintain.core.Bytes;
import org.quintain.core.grade.Entry;
import org.quintain.core.grade.EntryJson;
import org.quintain.core.serve.Transcript;
import org.quintain.core.wire.Json;
import org.quintain.core.wire.Limits;

class HandInLinesTest {
    @TempDir
    private Path dir;

    private ClassOfFour school;

    @BeforeEach
    void school() throws IOException {
        school = new ClassOfFour(dir);
    }

    private String line(String learner) {
        return Json.write(Json.parse(Bytes.utf8(school.handIn(learner)), Limits.SUBMISSION));
    }

    private Entry known(String learner) {
        return new Entry(
                "attempt 17",
                Optional.of(learner),
                Bytes.utf8(line(learner)),
                Optional.of(Instant.parse("2026-10-25T01:30:00Z")),
                Set.of("1"),
                Optional.of(new Transcript(List.of("{}"))));
    }

    @Test
    void eachLineIsOneHandInWhateverTheOthersAre() throws IOException {
        Path file = ClassOfFour.write(
                dir.resolve("export.jsonl"),
                "\uFEFF" + line("u1") + "\r\n\r\n  \n" + "junk {\n" + EntryJson.write(known("u2"))
                        + "\n{\"format\":\"lab-entry/1\"}\n" + line("u3"));
        assertEquals(
                List.of(
                        "hand-in export.jsonl:1 -",
                        "hand-in export.jsonl:4 -",
                        "hand-in attempt 17 u2 2026-10-25T01:30:00Z",
                        "refused export.jsonl:6 - entry-form",
                        "hand-in export.jsonl:7 -"),
                school.told(file));
        assertEquals(known("u2"), ClassOfFour.entries(file, school.sources()).get(2));
        assertTrue(school.rows(file).get(1).contains("\"code\":\"json-syntax\""));
    }

    @Test
    void aLineThatIsTooLongIsOneRowAndReadingGoesOn() throws IOException {
        Path file = dir.resolve("export.jsonl");
        try (OutputStream to = Files.newOutputStream(file)) {
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 40; i++) {
                to.write(zeros);
            }
            to.write(("\n" + line("u1") + "\n").getBytes(StandardCharsets.UTF_8));
        }
        assertEquals(List.of("refused export.jsonl:1 - line-too-large", "hand-in export.jsonl:2 -"), school.told(file));
    }

    @Test
    void inAFolderOnlyLinesThatNameAFormatAreRead() throws IOException {
        ClassOfFour.write(dir.resolve("folder/a.jsonl"), line("u1") + "\n");
        ClassOfFour.write(dir.resolve("folder/rows.jsonl"), "{\"format\":\"lab-row/1\"}\n");
        assertEquals(List.of("hand-in a.jsonl:1 -", "skipped rows.jsonl OTHER"), school.told(dir.resolve("folder")));
    }

    @Test
    void onlyThePlatformIsBelieved() throws IOException {
        String entry = EntryJson.write(known("u2"));
        ClassOfFour.write(dir.resolve("folder/export.jsonl"), entry);
        ClassOfFour.write(dir.resolve("folder/u1/mine.jsonl"), entry);
        ClassOfFour.write(dir.resolve("folder/unknown/mine.jsonl"), entry);
        ClassOfFour.write(dir.resolve("folder/x_12_34_mine.jsonl"), entry);
        List<Entry> entries = ClassOfFour.entries(dir.resolve("folder"), school.sources());
        Bytes content = Bytes.utf8(line("u2"));
        assertEquals(
                List.of(
                        known("u2"),
                        Entry.of("u1/mine.jsonl:1", content).from("u1"),
                        Entry.of("unknown/mine.jsonl:1", content),
                        Entry.of("x_12_34_mine.jsonl:1", content)),
                entries);
    }

    @Test
    void linesInAnArchiveThatIsDamagedAreOneRowMore() throws IOException {
        byte[] zip = Zips.of("a.jsonl", line("u1") + "\n");
        Path file = ClassOfFour.write(dir.resolve("a.zip"), Zips.withRecord(zip, 16, 4, 1));
        List<String> told = school.told(file);
        assertEquals("refused a.jsonl - zip-damaged", told.get(told.size() - 1));
    }

    @Test
    void aTemplateInALineIsUntouched() throws IOException {
        String template = Json.write(Json.parse(Bytes.utf8(school.template("u1")), Limits.SUBMISSION));
        Path file = ClassOfFour.write(dir.resolve("export.jsonl"), template);
        assertEquals(List.of("untouched export.jsonl:1"), school.told(file));
    }
}
