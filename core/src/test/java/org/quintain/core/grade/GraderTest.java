package org.quintain.core.grade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quintain.core.Bytes;
import org.quintain.core.Catalog;
import org.quintain.core.Faulted;
import org.quintain.core.Lab;
import org.quintain.core.LabCard;
import org.quintain.core.LabRun;
import org.quintain.core.Message;
import org.quintain.core.Params;
import org.quintain.core.RefusedException;
import org.quintain.core.Rejected;
import org.quintain.core.Seat;
import org.quintain.core.Setup;
import org.quintain.core.Usage;
import org.quintain.core.Verdict;
import org.quintain.core.derive.CourseKey;
import org.quintain.core.serve.Issuer;
import org.quintain.core.serve.Remote;
import org.quintain.core.serve.Session;
import org.quintain.core.serve.Transcript;
import org.quintain.core.serve.TranscriptStore;
import org.quintain.core.toys.Toys;
import org.quintain.core.toys.gate.GateAttack;
import org.quintain.core.toys.gate.GateLab;
import org.quintain.core.toys.vault.VaultAttack;
import org.quintain.core.toys.vault.VaultLab;
import org.quintain.core.toys.vault.VaultLab.Flaw;
import org.quintain.core.wire.Json;

/** One hand-in, one row, whatever it is. */
class GraderTest {
    private static final String KEY_ID = CourseKey.of(Toys.KEY).keyId();
    private static final Seat GRACE = new Seat("uni-a", "crypto-101", "grace", 1);

    private static Course course(Assignment... assignments) {
        return new Course(
                "uni-a", "crypto-101", KEY_ID, List.of(assignments), List.of(Learner.of("ada"), Learner.of("grace")));
    }

    private static Grader grader(Catalog labs) {
        return Grader.open(
                Toys.KEY,
                labs,
                course(
                        Assignment.of("toy.vault", 1, Map.of("length", "9", "hardened", "false")),
                        Assignment.of("toy.gate", 1, Map.of())));
    }

    private final Grader grader = grader(Toys.LABS);

    /** The fields of a right hand-in of a learner. */
    private static Map<String, Object> right(Seat seat) {
        Params params = Params.of(VaultLab.LENGTH, 9);
        VaultLab.Answer answer = new VaultAttack(Toys.VAULT)
                .run(Toys.issuer().open(seat, Toys.VAULT, params).challenge());
        return new LinkedHashMap<>(
                Toys.parse(Toys.issuer().handout(seat, Toys.VAULT, params).submission(answer)));
    }

    private static Entry entry(Map<String, Object> fields) {
        return Entry.of("somewhere", Bytes.utf8(Json.write(fields)));
    }

    private static Entry with(String name, Object value) {
        Map<String, Object> fields = right(Toys.ADA);
        if (value == null) {
            fields.remove(name);
        } else {
            fields.put(name, value);
        }
        return entry(fields);
    }

    /** The row of a bad hand-in; its neighbours before and behind keep their full marks. */
    private Row between(Entry bad) {
        Entry good = entry(right(GRACE)).from("grace");
        List<Row> rows = grader.gradeAll(Stream.of(good, bad, good)).toList();
        assertEquals(
                List.of(100, 100), List.of(rows.get(0).earned(), rows.get(2).earned()));
        assertEquals(0, rows.get(1).earned());
        return rows.get(1);
    }

    private String code(Entry bad) {
        return assertInstanceOf(Rejected.class, between(bad).outcome()).code();
    }

    @Test
    void rightHandInEarnsFullMarks() {
        Row row = grader.grade(entry(right(Toys.ADA)));
        assertEquals(
                List.of(100, 100, Optional.of(Toys.ADA), Optional.of("toy.vault"), 3),
                List.of(row.earned(), row.max(), row.seat(), row.lab(), row.contentVersion()));
    }

    @Test
    void rememberedVerdictsCountAgainstTheLimit() {
        int limit = Toys.VAULT.card().budget().submissions();
        Entry good = entry(right(Toys.ADA));
        grader.remember(grader.grade(good).issueId(), limit - 2);
        assertEquals(100, grader.grade(good).earned());
        assertEquals(
                "submissions-exhausted",
                assertInstanceOf(Rejected.class, grader.grade(good).outcome()).code());
    }

    private Optional<String> digest(Seat seat, Object answers) {
        Map<String, Object> fields = right(seat);
        fields.put("answers", answers);
        return grader.grade(entry(fields)).answerDigest();
    }

    @Test
    void equalAnswersOfTwoLearnersHaveEqualDigests() {
        Object ada = right(Toys.ADA).get("answers");
        assertEquals(digest(Toys.ADA, ada), digest(GRACE, ada));
        assertTrue(digest(GRACE, ada).orElseThrow().matches("[0-9a-f]{32}"));
    }

    @Test
    void otherAnswersHaveOtherDigestsAndRejectedOnesNone() {
        Object ada = right(Toys.ADA).get("answers");
        assertNotEquals(digest(Toys.ADA, ada), digest(GRACE, right(GRACE).get("answers")));
        assertEquals(Optional.empty(), digest(Toys.ADA, Map.of()));
    }

    @Test
    void rowHasTheChecksumOfTheContent() throws Exception {
        Entry entry = entry(right(Toys.ADA));
        byte[] digest = java.security.MessageDigest.getInstance("SHA-256")
                .digest(entry.content().toArray());
        assertEquals(Bytes.of(digest).toHex(), grader.grade(entry).submissionSha256());
    }

    @Test
    void defaultThatAHandInSpellsOutIsNoOtherAssignment() {
        Map<String, Object> fields = right(Toys.ADA);
        fields.put("params", Map.of("length", "9", "hardened", "false"));
        assertEquals(100, grader.grade(entry(fields)).earned());
    }

    static Stream<Arguments> rejections() {
        return Stream.of(
                arguments("format", "lab-submission/2", "format"),
                arguments("format", null, "field-missing"),
                arguments("format", 1L, "field-kind"),
                arguments("score", 100L, "field-unknown"),
                arguments("verdict", "ok", "field-unknown"),
                arguments("earned", 100L, "field-unknown"),
                arguments("learner", "\u0000", "identifier"),
                arguments("learner", "", "identifier"),
                arguments("learner", Json.NULL, "field-kind"),
                arguments("learner", "grace", "issue-id"),
                arguments("learner", "mallory", "not-in-course"),
                arguments("tenant", "uni-b", "other-course"),
                arguments("course", "crypto-102", "other-course"),
                arguments("keyId", "00000000", "other-key"),
                arguments("lab", "toy.none", "not-assigned"),
                arguments("lab", "toy.mailboat", "not-assigned"),
                arguments("issue", 2L, "not-assigned"),
                arguments("issue", 0L, "value-range"),
                arguments("issue", 1L << 40, "value-range"),
                arguments("issue", (long) Integer.MAX_VALUE, "not-assigned"),
                arguments("issue", 1L << 31, "value-range"),
                arguments("issue", "1", "field-kind"),
                arguments("params", Map.of(), "not-assigned"),
                arguments("params", Map.of("easy", "true"), "param-unknown"),
                arguments("params", Map.of("length", "99"), "param-value"),
                arguments("params", Map.of("length", 9L), "field-kind"),
                arguments("params", List.of(), "field-kind"),
                arguments("contentVersion", 2L, "other-version"),
                arguments("issueId", "0".repeat(20), "issue-id"),
                arguments("issueId", "", "issue-id"),
                arguments("answers", null, "field-missing"),
                arguments("answers", List.of(), "field-kind"),
                arguments("answers", "", "field-kind"),
                arguments("answers", Map.of(), "answer-form"),
                arguments("answers", Map.of("code", 5L), "answer-form"),
                arguments("answers", Map.of("code", Json.NULL), "answer-form"),
                arguments("answers", Map.of("code", "00", "x", ""), "answer-form"),
                arguments("answers", Map.of("code", "00".repeat(17)), "answer-form"));
    }

    @ParameterizedTest
    @MethodSource("rejections")
    void badFieldIsRejectedAndNobodyElseIsTouched(String name, Object value, String code) {
        assertEquals(code, code(with(name, value)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"''|json-empty", "[]|json-no-object", "{|json-syntax", "{}{}|json-trailing", "{}|field-missing"})
    void contentThatIsNoHandInIsRejected(String content, String code) {
        assertEquals(code, code(Entry.of("x", Bytes.utf8(content))));
    }

    @Test
    void rejectedRowOfAKnownLearnerNamesTheIssueThatWasClaimed() {
        Row row = grader.grade(with("issue", 2L).from("ada"));
        assertEquals("not-assigned", ((Rejected) row.outcome()).code());
        assertEquals(2, row.seat().orElseThrow().issue());
    }

    @Test
    void handInPastOneMebibyteIsRejected() {
        assertEquals("json-too-large", code(Entry.of("x", Bytes.of(new byte[(1 << 20) + 1]))));
    }

    @Property(tries = 200)
    void anyContentGivesARowWithoutPoints(@ForAll byte[] content) {
        Row row = grader.grade(Entry.of("x", Bytes.of(content)));
        assertTrue(row.outcome() instanceof Rejected && row.earned() == 0);
    }

    @Test
    void handInOfAnotherLearnerIsRejectedForTheOneWhoHandedItIn() {
        Row row = between(entry(right(GRACE)).from("ada"));
        assertEquals("whose-is-it", ((Rejected) row.outcome()).code());
        assertEquals(Optional.of("ada"), row.seat().map(Seat::learner));
    }

    @Test
    void learnerThatThePlatformSpellsDecomposedIsTheSame() {
        Course plan = new Course(
                "uni-a",
                "crypto-101",
                KEY_ID,
                List.of(Assignment.of("toy.vault", 1, Map.of("length", "9"))),
                List.of(Learner.of("\u00e9lodie")));
        Entry entry =
                entry(right(new Seat("uni-a", "crypto-101", "\u00e9lodie", 1))).from("e\u0301lodie\u00a0");
        assertEquals(100, Grader.open(Toys.KEY, Toys.LABS, plan).grade(entry).earned());
    }

    @Test
    void learnerOfNoUsableNameHandsInForNobody() {
        Row row = between(entry(right(Toys.ADA)).from("\u0000"));
        assertEquals("whose-is-it", ((Rejected) row.outcome()).code());
    }

    @Test
    void practiceHandInIsWorthNothing() {
        try (Issuer practice = Issuer.practice(Toys.LABS)) {
            VaultLab.Answer answer = new VaultAttack(Toys.VAULT)
                    .run(practice.open(Toys.ADA, Toys.VAULT, Params.of(VaultLab.LENGTH, 9))
                            .challenge());
            String submission = practice.handout(Toys.ADA, Toys.VAULT, Params.of(VaultLab.LENGTH, 9))
                    .submission(answer);
            assertEquals("practice", code(Entry.of("x", Bytes.utf8(submission))));
        }
    }

    @Test
    void practiceHandInUnderTheCoursesKeyIdHasAnotherIssueId() {
        try (Issuer practice = Issuer.practice(Toys.LABS)) {
            String submission = practice.handout(Toys.ADA, Toys.VAULT, Params.of(VaultLab.LENGTH, 9))
                    .submissionTemplate()
                    .replace(CourseKey.practice().keyId(), KEY_ID);
            assertEquals("issue-id", code(Entry.of("x", Bytes.utf8(submission))));
        }
    }

    @Test
    void claimThatIsNotVerifiedNamesNobody() {
        assertEquals(Optional.empty(), between(with("issueId", "0".repeat(20))).seat());
    }

    @Test
    void learnersTextInARejectionIsCutAndCleaned() {
        Rejected rejected =
                (Rejected) between(with("keyId", "\u202e" + "k".repeat(10_000))).outcome();
        assertEquals(
                "\ufffd" + "k".repeat(39) + "\u2026",
                rejected.message().arguments().get("found"));
    }

    @Test
    void hintsCostEachOnce() {
        Entry plain = entry(right(Toys.ADA));
        Entry hinted = new Entry(
                plain.origin(), plain.learner(), plain.content(), plain.receivedAt(), Set.of("1", "2"), plain.served());
        Row row = grader.grade(hinted);
        assertEquals(List.of(85, 15), List.of(row.earned(), row.hintCost()));
    }

    @Test
    void hintsNeverCostMoreThanWasEarned() {
        Map<String, Object> fields = right(Toys.ADA);
        fields.put("answers", Map.of("code", ""));
        Entry plain = entry(fields);
        Row row = grader.grade(
                new Entry("x", plain.learner(), plain.content(), plain.receivedAt(), Set.of("1", "2"), plain.served()));
        assertEquals(List.of(0, 15), List.of(row.earned(), row.hintCost()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "3", "01", "-1", "", "\u0661"})
    void hintThatThereIsNotCostsNothing(String hint) {
        Entry plain = entry(right(Toys.ADA));
        Row row = grader.grade(
                new Entry("x", plain.learner(), plain.content(), plain.receivedAt(), Set.of(hint), plain.served()));
        assertEquals(100, row.earned());
    }

    @Test
    void fourthJudgedHandInOfThreeIsRejected() {
        Entry entry = entry(right(Toys.ADA));
        List<Row> rows = grader.gradeAll(Stream.of(entry, with("score", 1L), entry, entry, entry))
                .toList();
        assertEquals("submissions-exhausted", ((Rejected) rows.get(4).outcome()).code());
        assertEquals(100, rows.get(3).earned());
    }

    /** A vault whose checker waits for the others to be at work too, and goes on after half a second without. */
    private record WaitingVault(VaultLab vault, CountDownLatch both)
            implements Lab<VaultLab.Challenge, VaultLab.Answer> {
        @Override
        public LabCard card() {
            return vault.card();
        }

        @Override
        public Class<VaultLab.Challenge> challengeType() {
            return vault.challengeType();
        }

        @Override
        public Class<VaultLab.Answer> answerType() {
            return vault.answerType();
        }

        @Override
        public LabRun<VaultLab.Challenge, VaultLab.Answer> open(Setup setup) {
            LabRun<VaultLab.Challenge, VaultLab.Answer> run = vault.open(setup);
            return new LabRun<>(run.challenge(), answer -> {
                both.countDown();
                try {
                    both.await(500, TimeUnit.MILLISECONDS);
                } catch (InterruptedException stopped) {
                    throw new IllegalStateException(stopped);
                }
                return run.checker().check(answer);
            });
        }
    }

    @Test
    void threadsCannotPassTheLimitTogether() throws Exception {
        Entry entry = entry(right(Toys.ADA));
        CountDownLatch both = new CountDownLatch(4);
        Grader waiting = grader(Catalog.of(List.of(new WaitingVault(new VaultLab(), both), Toys.GATE)));
        ExecutorService pool = Executors.newFixedThreadPool(4);
        List<Future<Row>> rows = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            rows.add(pool.submit(() -> waiting.grade(entry)));
        }
        int judged = 0;
        for (Future<Row> row : rows) {
            judged += row.get().outcome() instanceof Verdict ? 1 : 0;
        }
        pool.shutdown();
        assertEquals(3, judged);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"CHECKER_THROWS", "CHECKER_OVERFLOWS_STACK", "TOO_MANY_POINTS", "NO_VERDICT", "OPEN_THROWS"})
    void brokenLabFaultsAndLeavesOthersAlone(Flaw flaw) {
        Map<String, Object> fields = right(Toys.ADA);
        fields.put("answers", Map.of("code", ""));
        Catalog labs = Catalog.of(List.of(new VaultLab(flaw), Toys.GATE));
        Entry others = gateEntry(gateTranscript());
        List<Row> rows = grader(labs).gradeAll(Stream.of(entry(fields), others)).toList();
        assertInstanceOf(Faulted.class, rows.get(0).outcome());
        assertEquals(List.of(0, 100), List.of(rows.get(0).earned(), rows.get(1).earned()));
    }

    @Test
    void faultCostsNoSubmission() {
        Map<String, Object> fields = right(Toys.ADA);
        fields.put("answers", Map.of("code", ""));
        Grader broken = grader(Catalog.of(List.of(new VaultLab(Flaw.CHECKER_THROWS), Toys.GATE)));
        for (int i = 0; i < 5; i++) {
            assertInstanceOf(Faulted.class, broken.grade(entry(fields)).outcome());
        }
        assertEquals(100, broken.grade(entry(right(Toys.ADA))).earned());
    }

    // Served targets.

    private static GateLab.Answer gateAnswer;

    private static Transcript gateTranscript() {
        Session<?, ?> session = Toys.issuer().serve(Toys.ADA, "toy.gate", Map.of(), TranscriptStore.inMemory());
        gateAnswer = new GateAttack().run(Remote.connect(GateLab.Challenge.class, session::call));
        return session.transcript();
    }

    private static Entry gateEntry(Transcript evidence) {
        String submission =
                Toys.issuer().handout(Toys.ADA, Toys.GATE, Params.none()).submission(gateAnswer);
        Entry entry = Entry.of("x", Bytes.utf8(submission)).from("ada");
        return evidence == null ? entry : entry.with(evidence);
    }

    @Test
    void sealedEvidenceIsAcceptedWithItsUsage() {
        Row row = grader.grade(gateEntry(gateTranscript()));
        assertEquals(List.of(100, new Usage(3, 0, 0)), List.of(row.earned(), row.usage()));
    }

    @Test
    void servedTargetWithoutEvidenceIsRejected() {
        gateTranscript();
        assertEquals("no-evidence", code(gateEntry(null)));
    }

    @Test
    void emptyEvidenceShowsAClosedGate() {
        gateTranscript();
        assertEquals(40, grader.grade(gateEntry(new Transcript(List.of()))).earned());
    }

    @Test
    void changedEvidenceIsRejected() {
        List<String> lines = new ArrayList<>(gateTranscript().lines());
        lines.set(1, lines.get(1).replace("\"id\\\":", "\"id\\\": "));
        assertEquals("evidence-seal", code(gateEntry(new Transcript(lines))));
    }

    @Test
    void evidenceThatIsNoneIsRejected() {
        gateTranscript();
        assertEquals("evidence-seal", code(gateEntry(Transcript.of(Bytes.utf8("Grade :=>> 100\n")))));
    }

    @Test
    void evidenceOfANeighbourIsRejected() {
        gateTranscript();
        Session<?, ?> session = Toys.issuer().serve(GRACE, "toy.gate", Map.of(), TranscriptStore.inMemory());
        new GateAttack().run(Remote.connect(GateLab.Challenge.class, session::call));
        assertEquals("evidence-seal", code(gateEntry(session.transcript())));
    }

    @Test
    void evidenceThatALabDoesNotNeedChangesNothing() {
        Entry entry = entry(right(Toys.ADA)).with(new Transcript(List.of("junk")));
        assertEquals(100, grader.grade(entry).earned());
    }

    // Opening.

    @Test
    void wrongKeyIsFoundBeforeAnyRow() {
        Bytes other = Bytes.ofHex("ff".repeat(31) + "00");
        assertThrows(IllegalArgumentException.class, () -> Grader.open(other, Toys.LABS, course()));
    }

    @Test
    void planForALabThatThereIsNotIsRefused() {
        Course plan = course(Assignment.of("toy.none", 1, Map.of()));
        assertThrows(IllegalArgumentException.class, () -> Grader.open(Toys.KEY, Toys.LABS, plan));
    }

    @Test
    void planWithAParameterThatThereIsNotIsRefused() {
        Course plan = course(Assignment.of("toy.gate", 1, Map.of("easy", "true")));
        assertThrows(IllegalArgumentException.class, () -> Grader.open(Toys.KEY, Toys.LABS, plan));
    }

    // Rows as JSON.

    @Test
    void rowsAreReadBack() {
        Entry late = new Entry(
                "a/b.json",
                Optional.of("ada"),
                entry(right(Toys.ADA)).content(),
                Optional.of(java.time.Instant.parse("2026-10-25T00:59:59.123Z")),
                Set.of("1"),
                Optional.empty());
        for (Entry entry : List.of(late, with("score", 1L), Entry.of("x", Bytes.utf8("")))) {
            Row row = grader.grade(entry);
            assertEquals(row, RowJson.read(RowJson.write(row, Toys.LABS)));
        }
    }

    @Test
    void faultedRowIsReadBack() {
        Row row = grader(Catalog.of(List.of(new VaultLab(Flaw.OPEN_THROWS), Toys.GATE)))
                .grade(entry(right(Toys.ADA)));
        assertEquals(row, RowJson.read(RowJson.write(row, Toys.LABS)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"issue\":1|\"issue\":0",
                "\"earned\":100,\"max\"|\"earned\":99999999999,\"max\"",
                "\"key\":\"code-right\"|\"key\":\"Code right\"",
                "\"outcome\":\"verdict\"|\"outcome\":\"none\"",
                "\"learner\":\"ada\"|\"learner\":5",
                "\"origin\":\"somewhere\",|''",
                "\"format\":\"lab-row/1\"|\"format\":\"lab-row/2\"",
                "\"usage\":{|\"score\":1,\"usage\":{",
                "\"usage\":{\"queries\":0|\"usage\":{\"queries\":null"
            })
    void rowOfAnotherFormIsRefused(String part, String instead) {
        String row = RowJson.write(grader.grade(entry(right(Toys.ADA))), Toys.LABS);
        assertTrue(row.contains(part), row);
        assertThrows(RefusedException.class, () -> RowJson.read(row.replace(part, instead)));
    }

    @Test
    void verdictOfAnUnknownLabIsNotWritten() {
        Row row = grader.grade(entry(right(Toys.ADA)));
        assertThrows(IllegalArgumentException.class, () -> RowJson.write(row, Catalog.of(List.of())));
    }

    @Test
    void messageOfARejectionHasWords() {
        Rejected rejected = (Rejected) grader.grade(with("issue", 2L)).outcome();
        assertEquals(Message.of("not-assigned"), rejected.message());
    }
}
