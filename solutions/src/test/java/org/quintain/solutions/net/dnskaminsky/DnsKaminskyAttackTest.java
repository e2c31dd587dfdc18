package org.quintain.solutions.net.dnskaminsky;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
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
import org.quintain.core.Verdict;
import org.quintain.core.contract.LabContract;
import org.quintain.core.contract.NearMiss;
import org.quintain.net.dnskaminsky.DnsKaminskyLab;
import org.quintain.net.dnskaminsky.DnsKaminskyLab.Answer;
import org.quintain.net.dnskaminsky.DnsKaminskyLab.Challenge;
import org.quintain.net.dnskaminsky.DnsKaminskyLab.Shot;
import org.quintain.solutions.ReferenceAttacks;
import org.quintain.solutions.net.dnskaminsky.Messages.Seen;

class DnsKaminskyAttackTest {
    private static final DnsKaminskyLab LAB = new DnsKaminskyLab();
    private static final DnsKaminskyAttack ATTACK = new DnsKaminskyAttack();

    /** Practice seats attacked; {@code -Dquintain.kaminsky.seats=2000} for more. */
    private static final int SEATS = Integer.getInteger("quintain.kaminsky.seats", 200);

    /**
     * Hardened seats attacked with the whole budget. 45,000 guesses of one in 64,512 * 65,536 hit with 1.1e-5, so that this
     * test fails by chance with 4.3e-5; no success is tolerated. With {@code -Dquintain.kaminsky.hardened=6905} and none a
     * chance of 1e-3 or more for each seat is rejected at alpha 1e-3: (1 - 1e-3)^6905 = 1e-3.
     */
    private static final int HARDENED_SEATS = Integer.getInteger("quintain.kaminsky.hardened", 4);

    private static Setup setup(int seat, boolean isHardened) {
        return Setup.practice(LAB, seat, Params.of(Param.HARDENED, isHardened));
    }

    @Test
    void labKeepsTheContract() {
        assertEquals(List.of(), LabContract.violations(ATTACK, Integer.getInteger("quintain.kaminsky.contract", 2)));
    }

    @Test
    void scriptAndSessionEarnFullMarksOnEverySeatAtTheCostThatIsStated() {
        long packets = 0;
        long queries = 0;
        long micros = 0;
        Usage worst = new Usage(0, 0, 0);
        for (int seat = 0; seat < SEATS; seat++) {
            Setup setup = setup(seat, false);
            LabRun<Challenge, Answer> run = LAB.open(setup);
            Answer answer = ATTACK.run(run.challenge());
            assertEquals(100, LAB.open(setup.again()).checker().check(answer).earned(), "seat " + seat);
            Answer session = new Answer(answer.port(), List.of());
            assertEquals(100, run.checker().check(session).earned(), "seat " + seat + ", session alone");
            Usage used = setup.meter().usage();
            packets += used.packets();
            queries += used.queries();
            micros += used.virtualMicros();
            worst = new Usage(
                    Math.max(worst.queries(), used.queries()),
                    Math.max(worst.packets(), used.packets()),
                    Math.max(worst.virtualMicros(), used.virtualMicros()));
        }
        String cost = "packets " + packets / SEATS + ", queries " + queries / SEATS + ", micros " + micros / SEATS
                + ", worst " + worst;
        assertTrue(packets / SEATS <= 2_200 && worst.packets() <= 12_000, cost);
        assertTrue(queries / SEATS <= 130 && worst.queries() <= 400, cost);
        assertTrue(micros / SEATS <= 9_000_000 && worst.virtualMicros() <= 40_000_000, cost);
    }

    @Test
    void randomPortsAndIdentifiersLeaveNothingToTheWholeBudget() {
        for (int seat = 0; seat < HARDENED_SEATS; seat++) {
            Setup setup = setup(seat, true);
            LabRun<Challenge, Answer> run = LAB.open(setup);
            Answer answer = ATTACK.run(run.challenge());
            assertTrue(setup.meter().usage().packets() > 44_000);
            List<Mark> marks = run.checker().check(answer).marks();
            assertEquals(0, marks.stream().mapToInt(Mark::earned).sum(), "seat " + seat + " " + marks);
            assertEquals("port-varies", marks.get(0).why().key());
            assertEquals("replaced-port", marks.get(1).why().key());
        }
    }

    @Test
    void hardSeatsAreWhatTheyClaim() {
        assertEquals(
                HARD.keySet().stream().map(seat -> "seat-" + seat).toList(),
                ATTACK.hardSeats().stream().map(hard -> hard.seat().learner()).toList());
        HARD.forEach((seat, property) -> assertEquals(property, property(seat), "seat " + seat));
    }

    private static final Map<Integer, String> HARD = new TreeMap<>(Map.of(14, "step 32, first race", 47, "wrapped"));

    private static String property(int seat) {
        Challenge challenge = LAB.open(setup(seat, false)).challenge();
        Recording recording = new Recording(challenge);
        Messages messages = new Messages(challenge);
        messages.findGateway(recording, challenge.gateway());
        List<Integer> ids = DnsKaminskyAttack.survey(recording, messages, challenge).stream()
                .map(Seen::id)
                .toList();
        int step = IdGuess.of(ids).step();
        boolean isWrapped = step == 1 && Collections.max(ids) - Collections.min(ids) > 60_000;
        Answer answer = ATTACK.run(LAB.open(setup(seat, false)).challenge());
        long races = answer.script().stream().filter(shot -> shot.copies() > 0).count();
        return (isWrapped ? "wrapped" : "step " + step) + (races == 1 ? ", first race" : "");
    }

    @Test
    void nearMissesAreToldWhatIsWrong() {
        Map<String, String> expected = new TreeMap<>(Map.ofEntries(
                Map.entry("script empty", "replaced-no-race"),
                Map.entry("another port", "port-wrong"),
                Map.entry("port of servers", "port-wrong"),
                Map.entry("the user's question not answered", "user-waiting"),
                Map.entry("questions alone", "replaced-no-answer"),
                Map.entry("one identifier again and again", "replaced-id"),
                Map.entry("sent to port 53", "replaced-id"),
                Map.entry("sent from the own address", "replaced-source"),
                Map.entry("a question instead of a response", "replaced-no-answer"),
                Map.entry("another name", "replaced-question"),
                // The resolver goes back to the root, and has the zone's true server again.
                Map.entry("glue not counted", "replaced-id"),
                Map.entry("glue leads elsewhere", "replaced-other")));
        for (int seat = 0; seat < 2; seat++) {
            Setup setup = setup(seat, false);
            LabRun<Challenge, Answer> run = LAB.open(setup);
            Answer right = ATTACK.run(run.challenge());
            Map<String, String> found = new TreeMap<>();
            for (NearMiss<Answer> miss : ATTACK.nearMisses(run.challenge(), right)) {
                Verdict verdict = LAB.open(setup.again()).checker().check(miss.answer());
                Mark first = verdict.marks().stream()
                        .filter(mark -> mark.earned() == 0)
                        .findFirst()
                        .orElseThrow();
                found.put(miss.name(), first.why().key());
            }
            assertEquals(expected, found, "seat " + seat);
        }
    }

    @Test
    void anotherSeatsScriptReachesNobody() {
        Answer foreign = ATTACK.run(LAB.open(setup(4, false)).challenge());
        for (int seat = 5; seat < 25; seat++) {
            Verdict verdict = LAB.open(setup(seat, false)).checker().check(foreign);
            assertEquals(0, verdict.earned(), "seat " + seat);
        }
    }

    @Test
    void longestScriptOfTheAttackFitsIntoASubmission() {
        // On the hardened twin it never ends before the budget does.
        List<Shot> script = ATTACK.run(LAB.open(setup(0, true)).challenge()).script();
        long bytes = script.stream()
                .mapToLong(shot -> 2L * shot.frame().sizeBytes() + 100)
                .sum();
        assertTrue(script.size() <= 1_500 && bytes < 500_000, script.size() + " lines, bytes=" + bytes);
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
