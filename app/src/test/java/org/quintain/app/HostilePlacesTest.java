package org.quintain.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quintain.app.hostile.Delivery;
import org.quintain.app.hostile.School;
import org.quintain.app.hostile.Trial;
import org.quintain.core.Rejected;
import org.quintain.core.Seat;
import org.quintain.core.grade.Row;
import org.quintain.core.grade.RowJson;
import org.quintain.core.serve.Issuer;
import org.quintain.core.serve.Session;
import org.quintain.core.serve.TranscriptStore;

/** Unlucky places: a disk that is full, an output that nobody reads, a session that does not end. */
class HostilePlacesTest {
    private static final Path FULL = Path.of("/dev/full");
    private static final String ORACLE = "crypto.cbc-padding-oracle";
    private static final int MESSAGES = 20_000;

    @TempDir
    private Path temp;

    private int good;
    private String err;

    @BeforeEach
    void handIns() throws IOException {
        new Delivery(temp.resolve("in"), temp.resolve("evidence")).good();
        try (Stream<Path> files = Files.walk(temp.resolve("in"))) {
            good = (int) files.filter(Files::isRegularFile).count();
        }
        Delivery.plan(temp, List.of());
        Path key = temp.resolve("key");
        Files.writeString(key, School.KEY.toHex() + "\n");
        assertTrue(key.toFile().setReadable(false, false) && key.toFile().setReadable(true, true));
    }

    private int grade(OutputStream to, String out) {
        ByteArrayOutputStream toErr = new ByteArrayOutputStream();
        int code = Main.run(
                new String[] {
                    "grade",
                    temp.resolve("in").toString(),
                    "--course",
                    temp.resolve("course.json").toString(),
                    "--key",
                    temp.resolve("key").toString(),
                    "--evidence",
                    temp.resolve("evidence").toString(),
                    "--out",
                    temp.resolve(out).toString()
                },
                InputStream.nullInputStream(),
                to,
                toErr,
                Map.of("LANG", "en_GB.UTF-8"));
        err = toErr.toString(StandardCharsets.UTF_8);
        return code;
    }

    /** Writing to this device of Linux fails as on a full disk. */
    @ParameterizedTest
    @ValueSource(strings = {"rows.jsonl", "gradebook.csv", "moodle.csv", "report.html"})
    void whatWasGradedBeforeTheDiskWasFullStaysGraded(String file) throws IOException {
        Assumptions.assumeTrue(Files.exists(FULL), "a full disk is not tried: there is no /dev/full here");
        assertEquals(Exit.OK, grade(OutputStream.nullOutputStream(), "whole"), err);
        Files.createDirectories(temp.resolve("out"));
        Files.createSymbolicLink(temp.resolve("out/." + file + ".part"), FULL);

        assertEquals(Exit.IO, grade(OutputStream.nullOutputStream(), "out"));
        assertEquals(1, err.lines().count(), err);
        assertTrue(err.contains("No space left on device"), err);
        assertFalse(err.contains("Exception"), err);
        assertFalse(Files.exists(temp.resolve("out/" + file)), "no half of a file");

        assertEquals(Exit.OK, grade(OutputStream.nullOutputStream(), "out"), err);
        assertTrue(err.contains(good + " rows were there already"), err);
        for (String one : List.of("rows.jsonl", "gradebook.csv", "moodle.csv", "report.html")) {
            assertEquals(Files.readString(temp.resolve("whole/" + one)), Files.readString(temp.resolve("out/" + one)));
        }
        assertEquals(4, temp.resolve("out").toFile().list().length);
    }

    @Test
    void anOutputThatCannotBeWrittenIsAnExitCodeAndTheResultsAreThere() throws IOException {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        assertEquals(Exit.IO, grade(full, "out"));
        assertEquals(good, Trial.rows(temp.resolve("out")).size());
    }

    @Test
    void aSessionOfTwentyThousandMessagesIsReplayedWithinTheTimeLimit() throws IOException {
        TranscriptStore store = TranscriptStore.inMemory();
        Seat seat = new Seat("uni-a", "hostile-101", "anna", 1);
        String issueId;
        try (Issuer issuer = Issuer.open(School.KEY, School.LABS)) {
            Session<?, ?> session = issuer.serve(seat, ORACLE, Map.of("blocks", "2"), store);
            issueId = session.issueId();
            String mebibyte = "0".repeat(1 << 20);
            for (String hostile :
                    List.of("", "[", "[".repeat(200_000), mebibyte, "\"" + mebibyte + "\"", "{\"id\":1}")) {
                assertTrue(session.call(hostile).contains("\"error\""), () -> hostile.substring(0, 1));
            }
            for (int i = 0; i < MESSAGES; i++) {
                session.call("{\"id\":" + i + ",\"on\":\"oracle\",\"call\":\"isPaddingValid\",\"args\":[\""
                        + "00".repeat(16) + "\",\"" + String.format(java.util.Locale.ROOT, "%032x", i) + "\"]}");
            }
        }
        Files.write(temp.resolve("evidence").resolve(issueId + ".jsonl"), store.read(issueId));

        assertEquals(Exit.OK, grade(OutputStream.nullOutputStream(), "out"), err);

        Row row = RowJson.read(Trial.rows(temp.resolve("out")).get("anna/" + ORACLE + "/submission.json"));
        assertEquals(80, row.earned(), "all but the points for few questions");
        assertTrue(row.usage().queries() >= MESSAGES, row.toString());
    }

    @Test
    void aRecordThatLostAMessageOrGainedOneIsRejected() throws IOException {
        List<Path> records;
        try (var files = Files.list(temp.resolve("evidence"))) {
            records = files.toList();
        }
        for (Path record : records) {
            List<String> lines = Files.readAllLines(record);
            Files.write(record, lines.subList(1, lines.size()));
        }
        assertEquals(Exit.OK, grade(OutputStream.nullOutputStream(), "out"), err);
        long rejected = Trial.rows(temp.resolve("out")).values().stream()
                .map(RowJson::read)
                .filter(row -> row.outcome() instanceof Rejected no && no.code().equals("evidence-seal"))
                .count();
        assertEquals(records.stream().filter(file -> file.toFile().length() > 0).count(), rejected);
    }
}
