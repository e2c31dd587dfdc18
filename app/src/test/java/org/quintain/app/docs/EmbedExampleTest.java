package org.quintain.app.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quintain.core.BudgetExhaustedException;
import org.quintain.core.Bytes;
import org.quintain.core.Catalog;
import org.quintain.core.Faulted;
import org.quintain.core.Lab;
import org.quintain.core.Language;
import org.quintain.core.Mark;
import org.quintain.core.Message;
import org.quintain.core.Outcome;
import org.quintain.core.Params;
import org.quintain.core.RefusedException;
import org.quintain.core.Rejected;
import org.quintain.core.Seat;
import org.quintain.core.Verdict;
import org.quintain.core.grade.Assignment;
import org.quintain.core.grade.Course;
import org.quintain.core.grade.Entry;
import org.quintain.core.grade.Grader;
import org.quintain.core.grade.Row;
import org.quintain.core.grade.RowJson;
import org.quintain.core.serve.Handout;
import org.quintain.core.serve.Issuer;
import org.quintain.core.serve.Remote;
import org.quintain.core.serve.Session;
import org.quintain.core.serve.TranscriptStore;
import org.quintain.core.serve.Transport;
import org.quintain.core.text.Brief;
import org.quintain.core.text.Texts;
import org.quintain.crypto.caesarshift.CaesarShiftLab;
import org.quintain.crypto.cbcpaddingoracle.CbcPaddingOracleLab;
import org.quintain.solutions.crypto.caesarshift.CaesarShiftAttack;
import org.quintain.solutions.crypto.cbcpaddingoracle.CbcPaddingOracleAttack;

/** The snippets of docs/embed.md. */
class EmbedExampleTest {
    private static final Bytes KEY = Bytes.ofHex("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f");
    private static final String CAESAR = "crypto.caesar-shift";
    private static final String ORACLE = "crypto.cbc-padding-oracle";

    private final Bytes courseKey = KEY;
    private final Seat seat = new Seat("uni-a", "crypto-101", "u-4711", 1);

    @Test
    void givesALearnerAnInstance() {
        // tag::give[]
        Catalog labs = Catalog.installed();
        Issuer issuer = Issuer.open(courseKey, labs);
        Lab<?, ?> lab = labs.find("crypto.caesar-shift").orElseThrow();

        Handout handout = issuer.handout(seat, lab, Params.none());
        String forTheLearner = handout.toJson(lab, Language.FR); // lab-handout/1, with the brief in French
        String toFillIn = handout.submissionTemplate(); // lab-submission/1
        // end::give[]
        assertTrue(forTheLearner.contains("lab-handout/1") && forTheLearner.contains("Le secret du phare"));
        assertTrue(toFillIn.contains("lab-submission/1"));
        assertEquals(forTheLearner, issuer.handout(seat, lab, Params.none()).toJson(lab, Language.FR));
    }

    @Test
    void servesATargetOverAnyTransport() {
        TranscriptStore store = TranscriptStore.inMemory();
        Issuer issuer = Issuer.open(courseKey, Catalog.installed());
        // tag::serve[]
        // On the platform: one call for each line that comes in.
        Session<?, ?> session = issuer.serve(seat, "crypto.cbc-padding-oracle", Map.of(), store);
        Transport network = line -> session.call(line); // yours: a WebSocket, HTTP, a pipe, a queue …

        // In the learner's process, if that is Java: the same interfaces as in process.
        CbcPaddingOracleLab.Challenge challenge = Remote.connect(CbcPaddingOracleLab.Challenge.class, network);
        boolean isValid = challenge.oracle().isPaddingValid(new byte[16], new byte[32]);
        // end::serve[]
        assertEquals(1, session.usage().queries());
        assertEquals(isValid, challenge.oracle().isPaddingValid(new byte[16], new byte[32]));
        Outcome outcome = Remote.submit(network, new CbcPaddingOracleAttack().run(challenge));
        assertEquals(100, ((Verdict) outcome).earned());
    }

    @Test
    void aTargetIsCalledInJson() {
        Session<?, ?> session =
                Issuer.open(courseKey, Catalog.installed()).serve(seat, ORACLE, Map.of(), TranscriptStore.inMemory());
        // tag::call[]
        String reply = session.call("""
                {"id":7, "on":"oracle", "call":"isPaddingValid", "args":["00000000000000000000000000000000", "00"]}""");
        // end::call[]
        assertEquals("{\"id\":7,\"error\":\"bad-call\"", reply.substring(0, reply.indexOf(",\"message\"")));
    }

    // tag::store[]
    /** Keeps the evidence of each instance in a file of its own. */
    static final class FileStore implements TranscriptStore {
        private final Path folder;

        FileStore(Path folder) {
            this.folder = folder;
        }

        @Override
        public void append(String issueId, String line) {
            try {
                Files.writeString(
                        folder.resolve(issueId + ".jsonl"),
                        line + "\n",
                        StandardOpenOption.CREATE,
                        StandardOpenOption.APPEND);
            } catch (IOException cannotWrite) {
                throw new UncheckedIOException(cannotWrite);
            }
        }

        @Override
        public List<String> read(String issueId) {
            Path file = folder.resolve(issueId + ".jsonl");
            try {
                return Files.exists(file) ? Files.readAllLines(file) : List.of();
            } catch (IOException cannotRead) {
                throw new UncheckedIOException(cannotRead);
            }
        }
    }
    // end::store[]

    @Test
    void aSessionGoesOnAfterARestart(@TempDir Path folder) {
        // tag::resume[]
        TranscriptStore store = new FileStore(folder);
        try (Issuer before = Issuer.open(courseKey, Catalog.installed())) {
            before.serve(seat, "crypto.cbc-padding-oracle", Map.of(), store).call(FIRST_CALL);
        }
        // The platform stops and starts again.
        try (Issuer after = Issuer.open(courseKey, Catalog.installed())) {
            Session<?, ?> session = after.serve(seat, "crypto.cbc-padding-oracle", Map.of(), store);
            assertEquals(1, session.usage().queries()); // what was used before the restart stays used
        }
        // end::resume[]
        assertEquals(
                1,
                store.read(Issuer.open(courseKey, Catalog.installed())
                                .open(seat, ORACLE, Map.of())
                                .issueId())
                        .size());
    }

    private static final String FIRST_CALL = "{\"id\":1,\"on\":\"oracle\",\"call\":\"isPaddingValid\",\"args\":[\""
            + "00".repeat(16) + "\",\"" + "00".repeat(16) + "\"]}";

    @Test
    void aHandInBecomesARow() {
        Catalog labs = Catalog.installed();
        Issuer issuer = Issuer.open(courseKey, labs);
        Handout handout = issuer.handout(seat, new CaesarShiftLab(), Params.none());
        Bytes handedIn = Bytes.utf8(
                handout.submission(new CaesarShiftAttack().run(handout.challenge(CaesarShiftLab.Challenge.class))));
        List<String> database = new ArrayList<>();
        // tag::grade[]
        List<Assignment> plan = List.of(Assignment.of("crypto.caesar-shift", 1, Map.of()));
        Course course = new Course("uni-a", "crypto-101", issuer.keyId(), plan, List.of());
        Grader grader = Grader.open(courseKey, labs, course);

        Entry entry = new Entry(
                "upload 17", // for people: where it came from
                Optional.of("u-4711"), // who is logged in; the file is not believed
                handedIn,
                Optional.of(Instant.parse("2026-10-01T08:00:00Z")),
                Set.of("1"), // hints that the platform gave
                Optional.empty()); // for a served lab: session.transcript()
        Row row = grader.grade(entry);
        database.add(RowJson.write(row, labs)); // lab-row/1
        // end::grade[]
        assertEquals(95, row.earned());
        assertEquals(row, RowJson.read(database.get(0)));
    }

    @Test
    void evidenceGoesWithTheHandIn() {
        Catalog labs = Catalog.installed();
        Issuer issuer = Issuer.open(courseKey, labs);
        CbcPaddingOracleLab lab = new CbcPaddingOracleLab();
        TranscriptStore store = TranscriptStore.inMemory();
        Session<?, ?> session = issuer.serve(seat, ORACLE, Map.of(), store);
        CbcPaddingOracleLab.Challenge challenge = Remote.connect(CbcPaddingOracleLab.Challenge.class, session::call);
        Bytes handedIn = Bytes.utf8(
                issuer.handout(seat, lab, Params.none()).submission(new CbcPaddingOracleAttack().run(challenge)));
        Course course = new Course(
                "uni-a", "crypto-101", issuer.keyId(), List.of(Assignment.of(ORACLE, 1, Map.of())), List.of());
        Grader grader = Grader.open(courseKey, labs, course);
        // tag::evidence[]
        Entry entry = Entry.of("upload 18", handedIn).from("u-4711").with(session.transcript());
        Row row = grader.grade(entry);
        // end::evidence[]
        assertEquals(100, row.earned());
        assertEquals(session.usage(), row.usage());
        assertInstanceOf(
                Rejected.class, grader.grade(Entry.of("upload 19", handedIn)).outcome());
    }

    @Test
    void jsonIsEnough() {
        Catalog labs = Catalog.installed();
        TranscriptStore store = TranscriptStore.inMemory();
        // tag::json[]
        Issuer issuer = Issuer.open(courseKey, labs);
        Session<?, ?> session = issuer.serve(seat, "crypto.caesar-shift", Map.of("language", "fr"), store);
        String challenge = session.call("{\"id\":1,\"on\":\"session\",\"call\":\"challenge\",\"args\":[]}");
        String outcome = session.call("""
                {"id":2,"on":"session","call":"submit","args":[{"plaintext":"BONJOUR","shift":3}]}""");
        String usage = session.call("{\"id\":3,\"on\":\"session\",\"call\":\"usage\",\"args\":[]}");
        // end::json[]
        assertTrue(challenge.startsWith("{\"id\":1,\"result\":{\"ciphertext\":"), challenge);
        assertTrue(outcome.startsWith("{\"id\":2,\"result\":{\"outcome\":\"verdict\""), outcome);
        assertEquals("{\"id\":3,\"result\":{\"queries\":0,\"packets\":0,\"virtualMicros\":0}}", usage);
    }

    @Test
    void everyOutcomeHasWords() {
        Session<?, ?> session = Issuer.open(courseKey, Catalog.installed()).open(seat, CAESAR, Map.of());
        Outcome outcome = session.submitJson(Bytes.utf8("{\"plaintext\": \"HELLO\", \"shift\": 99}"));
        // tag::words[]
        Brief brief = Brief.of(session.lab(), Language.FR);
        String words;
        if (outcome instanceof Verdict verdict) {
            words = verdict.marks().stream()
                    .map(mark ->
                            brief.criterion(mark.criterion()) + " (" + mark.earned() + ") : " + brief.say(mark.why()))
                    .collect(Collectors.joining("\n"));
        } else if (outcome instanceof Rejected rejected) {
            words = brief.say(rejected.message()); // the form is wrong; no try is used up
        } else {
            words = "Incident " + ((Faulted) outcome).incident(); // our bug, never the learner's
        }
        // end::words[]
        assertEquals(
                "shift : un nombre entier de 0 à 25 était attendu, 99 a été trouvé.", words.replace('\u202F', ' '));
    }

    @Test
    void whatIsWrongWithACallIsThrown() {
        Issuer issuer = Issuer.open(courseKey, Catalog.installed());
        // tag::errors[]
        try {
            issuer.open(seat, "crypto.no-such-lab", Map.of());
        } catch (RefusedException refused) { // lab-unknown, param-unknown, param-value, evidence-seal
            String words = Texts.core(Language.EN).say(refused.why());
            assertEquals("There is no lab \"crypto.no-such-lab\".", words);
        }
        // end::errors[]
        assertThrows(RefusedException.class, () -> issuer.open(seat, CAESAR, Map.of("colour", "red")));
        assertThrows(IllegalArgumentException.class, () -> new Seat("uni-a", "crypto-101", "", 1));
        assertThrows(IllegalArgumentException.class, () -> Issuer.open(Bytes.of(new byte[31]), Catalog.installed()));
        issuer.close();
        assertThrows(IllegalStateException.class, () -> issuer.open(seat, CAESAR, Map.of()));
    }

    @Test
    void anExhaustedBudgetEndsTheRun() {
        Issuer issuer = Issuer.practice(Catalog.installed());
        Session<CbcPaddingOracleLab.Challenge, CbcPaddingOracleLab.Answer> session =
                issuer.open(seat, new CbcPaddingOracleLab(), Params.none());
        byte[] block = new byte[16];
        assertThrows(BudgetExhaustedException.class, () -> {
            for (int i = 0; i <= 100_000; i++) {
                session.challenge().oracle().isPaddingValid(block, block);
            }
        });
        assertEquals(100_000, session.usage().queries());
    }

    @Test
    void oneIssuerServesManyThreads() {
        // tag::threads[]
        Issuer issuer = Issuer.open(courseKey, Catalog.installed()); // one for all threads
        Map<String, String> issueIds = new ConcurrentHashMap<>();
        IntStream.range(0, 1_000).parallel().forEach(i -> {
            Seat own = new Seat("uni-a", "crypto-101", "u-" + i, 1);
            issueIds.put(
                    own.learner(),
                    issuer.open(own, "crypto.caesar-shift", Map.of()).issueId());
        });
        // end::threads[]
        assertEquals(1_000, Set.copyOf(issueIds.values()).size());
        assertEquals(
                issueIds.get("u-7"),
                issuer.open(new Seat("uni-a", "crypto-101", "u-7", 1), CAESAR, Map.of())
                        .issueId());
    }

    @Test
    void marksSayWhy() {
        Session<?, ?> session = Issuer.open(courseKey, Catalog.installed()).open(seat, CAESAR, Map.of());
        Verdict verdict = (Verdict) session.submitJson(Bytes.utf8("{\"plaintext\": \"\", \"shift\": 0}"));
        assertEquals(
                List.of(Message.of("shift-zero"), Message.of("text-empty")),
                verdict.marks().stream().map(Mark::why).toList());
    }
}
