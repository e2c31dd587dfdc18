package org.quintain.core.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.quintain.core.Bytes;
import org.quintain.core.Outcome;
import org.quintain.core.Params;
import org.quintain.core.RefusedException;
import org.quintain.core.Rejected;
import org.quintain.core.Seat;
import org.quintain.core.Verdict;
import org.quintain.core.derive.CourseKey;
import org.quintain.core.derive.SeatKey;
import org.quintain.core.toys.Toys;
import org.quintain.core.toys.gate.GateAttack;
import org.quintain.core.toys.gate.GateLab;
import org.quintain.core.toys.vault.VaultLab;

/** Sessions: submissions, evidence, restarts and turns. */
class SessionTest {
    private final TranscriptStore store = TranscriptStore.inMemory();

    private static Session<VaultLab.Challenge, VaultLab.Answer> vault() {
        return Toys.issuer().open(Toys.ADA, Toys.VAULT, Params.none());
    }

    private static VaultLab.Answer wrong() {
        return new VaultLab.Answer(Bytes.ofHex("00"));
    }

    private Session<?, ?> gate() {
        return Toys.issuer().serve(Toys.ADA, "toy.gate", Map.of(), store);
    }

    private static SeatKey gateKey(Seat seat) {
        return CourseKey.of(Toys.KEY).seatKey(seat, "toy.gate", 2, Map.of());
    }

    private static String key(Outcome outcome) {
        return assertInstanceOf(Rejected.class, outcome).code();
    }

    @Test
    void fourthOfThreeSubmissionsIsRejected() {
        Session<VaultLab.Challenge, VaultLab.Answer> session = vault();
        for (int i = 0; i < 3; i++) {
            assertInstanceOf(Verdict.class, session.submit(wrong()));
        }
        assertEquals("submissions-exhausted", key(session.submit(wrong())));
    }

    @Test
    void rejectedAnswerCostsNoSubmission() {
        Session<VaultLab.Challenge, VaultLab.Answer> session = vault();
        for (int i = 0; i < 10; i++) {
            assertEquals("answer-form", key(session.submitJson(Bytes.utf8("{\"code\":\"x\"}"))));
        }
        assertInstanceOf(Verdict.class, session.submit(wrong()));
    }

    @Test
    void judgingMovesNoMeter() {
        Session<VaultLab.Challenge, VaultLab.Answer> session = vault();
        session.submit(wrong());
        assertEquals(0, session.usage().queries());
    }

    @Test
    void sessionInProcessHasNoTranscript() {
        Session<VaultLab.Challenge, VaultLab.Answer> session = vault();
        session.call(Toys.call("keypad", "rightBytes", "00"));
        assertEquals(List.of(), session.transcript().lines());
    }

    @Test
    void servedSessionRecordsEachCall() {
        Session<?, ?> session = gate();
        session.call(Toys.call("telephone", "call"));
        session.call(Toys.call("conversation#1", "say", "open"));
        assertEquals(2, session.transcript().lines().size());
    }

    @Test
    void lineThatReachesNothingIsNotRecorded() {
        Session<?, ?> session = gate();
        session.call("x".repeat(2_000_000));
        session.call(Toys.call("nobody", "call"));
        session.call(Toys.call("telephone", "fax"));
        session.call(Toys.call("telephone", "call", 1L));
        assertEquals(List.of(), session.transcript().lines());
    }

    @Test
    void servedSessionIsResumedWithStateAndBudget() {
        Session<?, ?> before = gate();
        before.call(Toys.call("telephone", "call"));
        before.call(Toys.call("conversation#1", "say", "open"));
        Session<?, ?> after = gate();
        String word = (String) Toys.parse(after.call(Toys.call("conversation#1", "say", "open")))
                .get("result");
        assertEquals(List.of(16, 3L), List.of(word.length(), after.usage().queries()));
    }

    @Test
    void servedSessionIsResumedWithItsSubmissions() {
        Session<?, ?> before = gate();
        before.submitJson(Bytes.utf8("{\"word\":\"a\"}"));
        before.submitJson(Bytes.utf8("{\"word\":5}"));
        Session<?, ?> after = gate();
        assertInstanceOf(Verdict.class, after.submitJson(Bytes.utf8("{\"word\":\"b\"}")));
        assertEquals("submissions-exhausted", key(gate().submitJson(Bytes.utf8("{\"word\":\"c\"}"))));
    }

    @Test
    void submissionOverJsonCountsAfterARestartToo() {
        gate().call(Toys.call("session", "submit", Map.of("word", "a")));
        gate().call(Toys.call("session", "submit", Map.of("word", "a")));
        assertEquals("submissions-exhausted", key(gate().submitJson(Bytes.utf8("{\"word\":\"c\"}"))));
    }

    @Test
    void resumedSessionGoesOnWithTheChain() {
        gate().call(Toys.call("telephone", "call"));
        gate().call(Toys.call("telephone", "call"));
        assertEquals(2, gate().transcript().verify(gateKey(Toys.ADA)).size());
    }

    @Test
    void servedTargetIsJudgedOnItsState() {
        GateAttack attack = new GateAttack();
        Session<GateLab.Challenge, GateLab.Answer> session = Toys.issuer().open(Toys.ADA, Toys.GATE, Params.none());
        attack.run(Remote.connect(GateLab.Challenge.class, session::call));
        assertEquals(60, ((Verdict) session.submit(new GateLab.Answer("guess"))).earned());
    }

    @Test
    void loneSurrogateInACallDoesNotBreakTheSeal() {
        Session<?, ?> session = gate();
        session.call(Toys.call("telephone", "call"));
        session.call("{\"id\":1,\"on\":\"conversation#1\",\"call\":\"say\",\"args\":[\"\ud800\"]}");
        assertEquals(2, gate().transcript().lines().size());
    }

    @Test
    void answerAtTheLimitIsJudgedInAServedSession() {
        String answers = "{\"word\":\"" + "x".repeat((1 << 16) - 1) + "\"";
        Bytes atLimit = Bytes.utf8(answers + " ".repeat((1 << 20) - answers.length() - 1) + "}");
        assertEquals("answer-form", key(gate().submitJson(atLimit)));
    }

    @Test
    void manyAnswersAtTheLimitAreResumed() {
        StringBuilder answers = new StringBuilder("{\"word\":\"a\"");
        while (answers.length() < (1 << 20) - 70_000) {
            answers.append(",\"k")
                    .append(answers.length())
                    .append("\":\"")
                    .append("x".repeat(65_000))
                    .append('"');
        }
        while (answers.length() < (1 << 20) - 20) {
            answers.append(",\"k").append(answers.length()).append("\":1");
        }
        assertEquals(
                "answer-form",
                key(gate().submitJson(Bytes.utf8(answers.append('}').toString()))));
        assertEquals(1, gate().transcript().lines().size());
    }

    @Test
    void sessionWhoseLineCouldNotBeStoredIsOver() {
        TranscriptStore full = new TranscriptStore() {
            @Override
            public void append(String issueId, String line) {
                throw new IllegalArgumentException("disk full");
            }

            @Override
            public List<String> read(String issueId) {
                return List.of();
            }
        };
        Session<?, ?> session = Toys.issuer().serve(Toys.ADA, "toy.gate", Map.of(), full);
        assertThrows(IllegalArgumentException.class, () -> session.call(Toys.call("telephone", "call")));
        assertThrows(IllegalStateException.class, () -> session.call(Toys.call("telephone", "call")));
        assertThrows(IllegalStateException.class, () -> session.submitJson(Bytes.utf8("{\"word\":\"a\"}")));
    }

    private Transcript sixLines() {
        Session<?, ?> session = gate();
        for (int i = 0; i < 3; i++) {
            session.call(Toys.call("telephone", "call"));
            session.call(Toys.call("conversation#" + (i + 1), "say", "hello"));
        }
        return session.transcript();
    }

    private static void assertBroken(List<String> lines, int line) {
        RefusedException broken =
                assertThrows(RefusedException.class, () -> new Transcript(lines).verify(gateKey(Toys.ADA)));
        assertEquals(
                List.of("evidence-seal", String.valueOf(line)),
                List.of(broken.why().key(), broken.why().arguments().get("line")));
    }

    @Property(tries = 100)
    void everyChangedCharacterIsFound(@ForAll @IntRange(max = 5) int line, @ForAll @IntRange(max = 1000) int at) {
        List<String> lines = new ArrayList<>(sixLines().lines());
        StringBuilder changed = new StringBuilder(lines.get(line));
        int index = at % changed.length();
        changed.setCharAt(index, changed.charAt(index) == 'x' ? 'y' : 'x');
        lines.set(line, changed.toString());
        assertBroken(lines, line + 1);
    }

    @Property(tries = 20)
    void everyDroppedLineIsFound(@ForAll @IntRange(max = 4) int line) {
        List<String> lines = new ArrayList<>(sixLines().lines());
        lines.remove(line);
        assertBroken(lines, line + 1);
    }

    @Property(tries = 30)
    void everySwapIsFound(@ForAll @IntRange(max = 5) int one, @ForAll @IntRange(max = 5) int other) {
        List<String> lines = new ArrayList<>(sixLines().lines());
        Collections.swap(lines, one, other);
        if (one != other) {
            assertBroken(lines, Math.min(one, other) + 1);
        }
    }

    @Property(tries = 20)
    void everyRepeatedLineIsFound(@ForAll @IntRange(max = 5) int line) {
        List<String> lines = new ArrayList<>(sixLines().lines());
        lines.add(line + 1, lines.get(line));
        assertBroken(lines, line + 2);
    }

    /** The number of a line is not under its seal: the chain alone must tell. */
    private static List<String> numberedAnew(List<String> lines) {
        List<String> numbered = new ArrayList<>();
        for (String line : lines) {
            numbered.add(line.replaceFirst("\"n\":[0-9]+", "\"n\":" + (numbered.size() + 1)));
        }
        return numbered;
    }

    @Property(tries = 20)
    void droppedLineIsFoundWhenTheRestIsNumberedAnew(@ForAll @IntRange(max = 4) int line) {
        List<String> lines = new ArrayList<>(sixLines().lines());
        lines.remove(line);
        assertBroken(numberedAnew(lines), line + 1);
    }

    @Property(tries = 30)
    void swapIsFoundWhenTheLinesAreNumberedAnew(
            @ForAll @IntRange(max = 5) int one, @ForAll @IntRange(max = 5) int other) {
        List<String> lines = new ArrayList<>(sixLines().lines());
        Collections.swap(lines, one, other);
        if (one != other) {
            assertBroken(numberedAnew(lines), Math.min(one, other) + 1);
        }
    }

    @Property(tries = 20)
    void repeatedLineIsFoundWhenTheLinesAreNumberedAnew(@ForAll @IntRange(max = 5) int line) {
        List<String> lines = new ArrayList<>(sixLines().lines());
        lines.add(line + 1, lines.get(line));
        assertBroken(numberedAnew(lines), line + 2);
    }

    @Test
    void missingEndIsAccepted() {
        List<String> lines = sixLines().lines().subList(0, 4);
        assertEquals(4, new Transcript(lines).verify(gateKey(Toys.ADA)).size());
    }

    @Test
    void evidenceOfAnotherSeatIsRefused() {
        Transcript transcript = sixLines();
        SeatKey other = gateKey(new Seat("uni-a", "crypto-101", "grace", 1));
        assertThrows(RefusedException.class, () -> transcript.verify(other));
    }

    @Test
    void changedStoreIsRefusedWhenTheSessionIsResumed() {
        sixLines();
        store.append(gateKey(Toys.ADA).issueId(), "{\"n\":7}");
        assertThrows(RefusedException.class, this::gate);
    }

    @Test
    void evidenceFileIsReadBack() {
        Transcript transcript = sixLines();
        assertEquals(transcript, Transcript.of(transcript.toBytes()));
    }

    @Test
    void lastLineOfAnEvidenceFileWithoutItsLineFeedIsLeftOut() {
        byte[] file = sixLines().toBytes().toArray();
        assertEquals(
                5, Transcript.of(Bytes.of(file, 0, file.length - 1)).lines().size());
    }

    @Property(tries = 300)
    void anyBytesAreEvidenceThatIsRefusedOrEmpty(@ForAll byte[] junk) {
        Transcript transcript = Transcript.of(Bytes.of(junk));
        if (!transcript.lines().isEmpty()) {
            assertThrows(RefusedException.class, () -> transcript.verify(gateKey(Toys.ADA)));
        }
    }

    @Test
    void eightThreadsTakeTurns() throws Exception {
        Session<?, ?> session = gate();
        session.call(Toys.call("telephone", "call"));
        ExecutorService pool = Executors.newFixedThreadPool(8);
        CountDownLatch start = new CountDownLatch(1);
        List<Future<?>> done = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            done.add(pool.submit(() -> {
                start.await();
                for (int n = 0; n < 25; n++) {
                    session.call(Toys.call("conversation#1", "say", "hello"));
                }
                return null;
            }));
        }
        start.countDown();
        for (Future<?> one : done) {
            one.get();
        }
        pool.shutdown();
        assertEquals(201, session.usage().queries());
        assertEquals(201, gate().usage().queries());
    }

    @Test
    void closedIssuerIssuesNothing() {
        Issuer issuer = Toys.issuer();
        issuer.close();
        assertThrows(IllegalStateException.class, () -> issuer.open(Toys.ADA, "toy.gate", Map.of()));
    }

    @Test
    void unknownLabIsRefused() {
        RefusedException refused =
                assertThrows(RefusedException.class, () -> Toys.issuer().open(Toys.ADA, "toy.\u202eetag", Map.of()));
        assertEquals(Map.of("lab", "toy.\ufffdetag"), refused.why().arguments());
    }

    @Test
    void unknownParameterIsRefused() {
        RefusedException refused = assertThrows(
                RefusedException.class, () -> Toys.issuer().open(Toys.ADA, "toy.gate", Map.of("easy", "true")));
        assertEquals("param-unknown", refused.why().key());
    }

    @Test
    void equalSeatsGetEqualInstances() {
        assertTrue(vault().challenge().note().equals(vault().challenge().note()));
    }
}
