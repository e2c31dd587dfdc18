package org.quintain.solutions.net.tcphijack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.quintain.core.LabRun;
import org.quintain.core.Language;
import org.quintain.core.Mark;
import org.quintain.core.Param;
import org.quintain.core.Params;
import org.quintain.core.Setup;
import org.quintain.core.Usage;
import org.quintain.core.contract.LabContract;
import org.quintain.core.contract.NearMiss;
import org.quintain.net.tcphijack.TcpHijackLab;
import org.quintain.net.tcphijack.TcpHijackLab.Answer;
import org.quintain.net.tcphijack.TcpHijackLab.Challenge;
import org.quintain.solutions.ReferenceAttacks;

class TcpHijackAttackTest {
    private static final TcpHijackLab LAB = new TcpHijackLab();
    private static final TcpHijackAttack ATTACK = new TcpHijackAttack();

    private static LabRun<Challenge, Answer> open(int seat, boolean hardened) {
        return LAB.open(Setup.practice(LAB, seat, Params.of(Param.HARDENED, hardened)));
    }

    @Test
    void labKeepsTheContract() {
        assertEquals(List.of(), LabContract.violations(ATTACK, Integer.getInteger("quintain.hijack.contract", 4)));
    }

    @Test
    void scriptAndSessionEarnFullMarksOnEverySeatWithOneFrame() {
        long queries = 0;
        long micros = 0;
        Usage worst = new Usage(0, 0, 0);
        for (int seat = 0; seat < 200; seat++) {
            Setup setup = Setup.practice(LAB, seat, Params.none());
            LabRun<Challenge, Answer> run = LAB.open(setup);
            Answer answer = ATTACK.run(run.challenge());
            assertEquals(100, open(seat, false).checker().check(answer).earned(), "seat " + seat);
            Answer session = new Answer(List.of(), answer.serverExpects(), answer.consoleSends());
            assertEquals(100, run.checker().check(session).earned(), "session, seat " + seat);
            Usage used = setup.meter().usage();
            assertEquals(1, used.packets(), "seat " + seat);
            queries += used.queries();
            micros += used.virtualMicros();
            worst = new Usage(
                    Math.max(worst.queries(), used.queries()),
                    1,
                    Math.max(worst.virtualMicros(), used.virtualMicros()));
        }
        String cost = "queries " + queries / 200 + ", micros " + micros / 200 + ", worst " + worst;
        assertTrue(queries / 200 <= 40 && worst.queries() <= 70 && worst.virtualMicros() <= 1_500_000, cost);
    }

    @Test
    void attackGetsNothingFromALineThatNeedsASeal() {
        for (int seat = 0; seat < 20; seat++) {
            LabRun<Challenge, Answer> run = open(seat, true);
            Answer answer = ATTACK.run(run.challenge());
            for (Answer each : List.of(answer, new Answer(List.of(), answer.serverExpects(), answer.consoleSends()))) {
                List<Mark> marks = run.checker().check(each).marks();
                assertEquals(0, marks.stream().mapToInt(Mark::earned).sum(), "seat " + seat + " " + marks);
                assertEquals("executed-refused", marks.get(0).why().key());
            }
        }
    }

    @Test
    void nearMissesAreToldWhatIsWrong() {
        Map<String, String> expected = new TreeMap<>(Map.ofEntries(
                Map.entry("one's own address as sender", "executed-source"),
                Map.entry("sequence number one too big", "executed-sequence-ahead"),
                Map.entry("sequence number one too small", "executed-other"),
                Map.entry("sequence number from the line before", "executed-sequence-old"),
                Map.entry("acknowledgment of what was never sent", "executed-acknowledgment"),
                Map.entry("no ACK flag", "executed-no-ack"),
                Map.entry("SYN set", "executed-syn"),
                Map.entry("reset set", "executed-reset"),
                Map.entry("another source port", "executed-port"),
                Map.entry("ports exchanged", "executed-port"),
                Map.entry("a space instead of the line feed", "executed-unfinished"),
                Map.entry("another command", "executed-other"),
                Map.entry("checksum left 0", "executed-checksum"),
                Map.entry("sent to nobody's MAC", "executed-elsewhere"),
                Map.entry("nothing sent", "executed-nothing"),
                Map.entry("server's number before the command", "server-state-before"),
                Map.entry("console's number after the command", "console-state-after"),
                Map.entry("numbers exchanged", "server-state-before"),
                Map.entry(
                        "numbers counted from the session's beginning, as capture tools show them",
                        "server-state-wrong")));
        for (int seat = 0; seat < 5; seat++) {
            LabRun<Challenge, Answer> run = open(seat, false);
            Answer right = ATTACK.run(run.challenge());
            Map<String, String> found = new TreeMap<>();
            for (NearMiss<Answer> miss : ATTACK.nearMisses(run.challenge(), right)) {
                List<Mark> marks =
                        open(seat, false).checker().check(miss.answer()).marks();
                Mark first = marks.stream()
                        .filter(mark -> mark.earned() == 0)
                        .findFirst()
                        .orElseThrow();
                found.put(miss.name(), first.why().key());
            }
            assertEquals(expected, found, "seat " + seat);
        }
    }

    @Test
    void anotherSeatsAnswerHasNothingExecuted() {
        Answer foreign = ATTACK.run(open(0, false).challenge());
        for (int seat = 1; seat < 30; seat++) {
            assertEquals(0, open(seat, false).checker().check(foreign).earned());
        }
    }

    @Test
    void hardSeatsAreAsTheyAreDescribed() {
        List<String> seats = ATTACK.hardSeats().stream()
                .map(hard -> hard.seat().learner())
                .map(learner -> learner + " " + property(Integer.parseInt(learner.substring(5))))
                .toList();
        assertEquals(
                List.of(
                        "seat-3 fffffff2 2 at 600000 even",
                        "seat-49 fffffff0 0 at 700000 even",
                        "seat-30 0 11 at 700000 odd",
                        "seat-0 de95ba82 de95ba93 at 700000 odd",
                        "seat-1000 63551116 63551127 at 100000 odd",
                        "seat-439 c576a4e9 c576a4fa at 1100000 odd"),
                seats);
    }

    /** The forged segment's sequence and acknowledgment number, when it was sent, and the parity of its text. */
    private static String property(int seat) {
        Challenge challenge = open(seat, false).challenge();
        Answer answer = ATTACK.run(challenge);
        long micros = answer.script().get(0).atMicros();
        return Long.toHexString(answer.consoleSends()) + " " + Long.toHexString(answer.serverExpects()) + " at "
                + micros + (challenge.command().length() % 2 == 0 ? " even" : " odd");
    }

    @Test
    void debriefsAreThereInBothLanguages() {
        for (Language language : Language.values()) {
            assertTrue(new ReferenceAttacks()
                    .debrief(ATTACK, language)
                    .orElseThrow()
                    .startsWith("# "));
        }
    }
}
