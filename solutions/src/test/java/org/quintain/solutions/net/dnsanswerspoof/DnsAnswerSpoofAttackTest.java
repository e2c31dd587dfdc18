package org.quintain.solutions.net.dnsanswerspoof;

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
import org.quintain.net.dnsanswerspoof.DnsAnswerSpoofLab;
import org.quintain.net.dnsanswerspoof.DnsAnswerSpoofLab.Answer;
import org.quintain.net.dnsanswerspoof.DnsAnswerSpoofLab.Challenge;
import org.quintain.solutions.ReferenceAttacks;

class DnsAnswerSpoofAttackTest {
    private static final DnsAnswerSpoofLab LAB = new DnsAnswerSpoofLab();
    private static final DnsAnswerSpoofAttack ATTACK = new DnsAnswerSpoofAttack();

    /** Practice seats attacked; {@code -Dquintain.spoof.seats=2000} for more. */
    private static final int SEATS = Integer.getInteger("quintain.spoof.seats", 200);

    private static LabRun<Challenge, Answer> open(int seat, boolean hardened) {
        return LAB.open(Setup.practice(LAB, seat, Params.of(Param.HARDENED, hardened)));
    }

    @Test
    void labKeepsTheContract() {
        assertEquals(List.of(), LabContract.violations(ATTACK, Integer.getInteger("quintain.spoof.contract", 3)));
    }

    @Test
    void scriptAndSessionEarnFullMarksOnEverySeatAtTheCostThatIsStated() {
        long queries = 0;
        long micros = 0;
        Usage worst = new Usage(0, 0, 0);
        for (int seat = 0; seat < SEATS; seat++) {
            Setup setup = Setup.practice(LAB, seat, Params.none());
            LabRun<Challenge, Answer> run = LAB.open(setup);
            Answer answer = ATTACK.run(run.challenge());
            String where = "seat " + seat;
            assertEquals(3, answer.script().size(), where);
            assertEquals(100, LAB.open(setup.again()).checker().check(answer).earned(), where);
            assertEquals(100, run.checker().check(new Answer(List.of())).earned(), where + ", session alone");
            Usage used = setup.meter().usage();
            queries += used.queries();
            micros += used.virtualMicros();
            worst = new Usage(
                    Math.max(worst.queries(), used.queries()),
                    Math.max(worst.packets(), used.packets()),
                    Math.max(worst.virtualMicros(), used.virtualMicros()));
        }
        String cost = "queries " + queries / SEATS + ", micros " + micros / SEATS + ", worst " + worst;
        assertEquals(3, worst.packets(), cost);
        assertTrue(queries / SEATS <= 330 && worst.queries() <= 720, cost);
        assertTrue(micros / SEATS <= 9_100_000 && worst.virtualMicros() <= 14_200_000, cost);
    }

    @Test
    void attackGetsNothingFromABoardThatVerifiesSignatures() {
        for (int seat = 0; seat < 20; seat++) {
            LabRun<Challenge, Answer> run = open(seat, true);
            Answer answer = ATTACK.run(run.challenge());
            assertEquals(1, answer.script().size());
            for (Answer each : List.of(answer, new Answer(List.of()))) {
                List<Mark> marks = run.checker().check(each).marks();
                assertEquals(0, marks.stream().mapToInt(Mark::earned).sum(), "seat " + seat + " " + marks);
                assertEquals("believed-unsigned", marks.get(0).why().key());
            }
        }
    }

    @Test
    void nearMissesAreToldWhatIsWrong() {
        Map<String, String> expected = new TreeMap<>(Map.ofEntries(
                Map.entry("nothing sent", "believed-nothing"),
                Map.entry("identifier one higher", "believed-id"),
                Map.entry("port one higher", "believed-port"),
                Map.entry("from one's own port", "believed-source"),
                Map.entry("from another address", "believed-source"),
                Map.entry("letters in another case", "believed-case"),
                Map.entry("another name", "believed-question"),
                Map.entry("no record in the answer", "believed-empty"),
                Map.entry("a query instead of an answer", "believed-broken"),
                Map.entry("in a frame to oneself", "believed-elsewhere"),
                Map.entry("UDP checksum wrong", "believed-broken"),
                Map.entry("a fifth of a second late", "believed-late"),
                Map.entry("before the question", "believed-unasked"),
                Map.entry("reply two seconds late", "shown-late"),
                Map.entry("an address that is far away", "connected-far"),
                Map.entry("ARP question not answered", "connected-silent"),
                Map.entry("request not answered", "shown-none"),
                Map.entry("another nonce in the reply", "shown-nonce"),
                Map.entry("reply from another port", "shown-source"),
                Map.entry("ARP packet that is no answer", "connected-silent")));
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
    void anotherSeatsScriptFoolsNobody() {
        Answer foreign = ATTACK.run(open(0, false).challenge());
        for (int seat = 1; seat < 30; seat++) {
            assertEquals(0, open(seat, false).checker().check(foreign).earned(), "seat " + seat);
        }
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
