package org.quintain.solutions.net.ipfragmentoverlap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
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
import org.quintain.core.contract.LabContract;
import org.quintain.core.contract.NearMiss;
import org.quintain.net.ipfragmentoverlap.IpFragmentOverlapLab;
import org.quintain.net.ipfragmentoverlap.IpFragmentOverlapLab.Answer;
import org.quintain.net.ipfragmentoverlap.IpFragmentOverlapLab.Challenge;
import org.quintain.net.ipfragmentoverlap.IpFragmentOverlapLab.Policy;
import org.quintain.net.ipfragmentoverlap.IpFragmentOverlapLab.Row;
import org.quintain.solutions.ReferenceAttacks;

class IpFragmentOverlapAttackTest {
    private static final IpFragmentOverlapLab LAB = new IpFragmentOverlapLab();
    private static final IpFragmentOverlapAttack ATTACK = new IpFragmentOverlapAttack();

    /** Practice seats attacked; {@code -Dquintain.overlap.seats=2000} for the figures that the attack quotes. */
    private static final int SEATS = Integer.getInteger("quintain.overlap.seats", 200);

    private static LabRun<Challenge, Answer> open(int seat, boolean hardened) {
        return LAB.open(Setup.practice(LAB, seat, Params.of(Param.HARDENED, hardened)));
    }

    private static int earned(List<Mark> marks) {
        return marks.stream().mapToInt(Mark::earned).sum();
    }

    @Test
    void labKeepsTheContract() {
        assertEquals(List.of(), LabContract.violations(ATTACK, Integer.getInteger("quintain.overlap.contract", 3)));
    }

    @Test
    void scriptAndSessionEarnFullMarksOnEverySeatAtTheCostThatIsStated() {
        long frames = 0;
        long queries = 0;
        Usage worst = new Usage(0, 0, 0);
        for (int seat = 0; seat < SEATS; seat++) {
            Setup setup = Setup.practice(LAB, seat, Params.none());
            LabRun<Challenge, Answer> run = LAB.open(setup);
            Answer answer = ATTACK.run(run.challenge());
            List<Mark> marks = LAB.open(setup.again()).checker().check(answer).marks();
            assertEquals(100, earned(marks), "seat " + seat + " " + marks);
            Answer session = new Answer(List.of(), answer.policies());
            assertEquals(100, run.checker().check(session).earned(), "seat " + seat + ", session alone");
            Usage used = setup.meter().usage();
            frames += used.packets();
            queries += used.queries();
            worst = new Usage(
                    Math.max(worst.queries(), used.queries()),
                    Math.max(worst.packets(), used.packets()),
                    Math.max(worst.virtualMicros(), used.virtualMicros()));
        }
        String cost =
                "frames " + (double) frames / SEATS + ", queries " + (double) queries / SEATS + ", worst " + worst;
        assertTrue(worst.packets() == 18 && frames * 10 / SEATS <= 174, cost);
        assertTrue(worst.queries() <= 34 && worst.virtualMicros() == 4_000, cost);
    }

    @Test
    void attackGetsNothingWhereAllHaveOnePolicy() {
        for (int seat = 0; seat < 20; seat++) {
            LabRun<Challenge, Answer> run = open(seat, true);
            Answer answer = ATTACK.run(run.challenge());
            for (Answer each : List.of(answer, new Answer(List.of(), answer.policies()))) {
                List<Mark> marks = run.checker().check(each).marks();
                assertEquals(0, earned(marks), "seat " + seat + " " + marks);
                assertEquals("policies-alike", marks.get(0).why().key());
                assertEquals("evaded-other", marks.get(1).why().key());
                assertEquals("both-open", marks.get(2).why().key());
            }
        }
    }

    @Test
    void solutionMadeForTheOpenTwinFailsOnTheHardenedOne() {
        for (int seat = 0; seat < 20; seat++) {
            Setup setup = Setup.practice(LAB, seat, Params.none());
            Answer answer = ATTACK.run(LAB.open(setup).challenge());
            LabRun<Challenge, Answer> twin = LAB.open(setup.with(Param.HARDENED, true));
            List<Mark> marks = twin.checker().check(answer).marks();
            assertEquals(0, earned(marks), "seat " + seat);
            assertEquals(
                    "[evaded-incomplete {count=" + answer.script().size() + "}]",
                    List.of(marks.get(1).why().key() + " " + marks.get(1).why().arguments())
                            .toString());
        }
    }

    @Test
    void honestFragmentsReachTheBoardsOnBothTwins() {
        for (int seat = 0; seat < 10; seat++) {
            ATTACK.honestUse(open(seat, false).challenge());
            ATTACK.honestUse(open(seat, true).challenge());
        }
    }

    @Test
    void fiveGadgetsTellSevenPoliciesApart() {
        Map<String, Policy> codes = new TreeMap<>();
        for (Policy policy : Policy.values()) {
            StringBuilder code = new StringBuilder();
            for (Gadget gadget : Gadget.values()) {
                code.append(gadget.isNewReadBy(policy) ? 'n' : 'h');
            }
            assertEquals(null, codes.put(code.toString(), policy), code.toString());
        }
        assertEquals(7, codes.size());
    }

    @Test
    void nearMissesAreToldWhatIsWrong() {
        Map<String, String> expected = new TreeMap<>(Map.ofEntries(
                Map.entry("texts sent as they are", "evaded-refused"),
                Map.entry("nothing that the gate alone reads", "evaded-refused"),
                Map.entry("texts exchanged", "evaded-other"),
                Map.entry("a packet for each board", "both-apart"),
                Map.entry("checksum over the first text", "both-one"),
                Map.entry("fragment with the UDP header forgotten", "evaded-incomplete"),
                Map.entry("offsets in bytes", "evaded-incomplete"),
                Map.entry("more fragments never set", "evaded-elsewhere"),
                Map.entry("a board's address as source", "evaded-dropped"),
                Map.entry("table empty", "policies-empty"),
                Map.entry("gate forgotten", "policies-names"),
                Map.entry("everybody takes what came first", "policies-wrong"),
                Map.entry("Windows and Solaris taken for First", "policies-wrong"),
                Map.entry("valley and summit confused", "policies-wrong")));
        for (int seat = 0; seat < 12; seat++) {
            LabRun<Challenge, Answer> run = open(seat, false);
            Answer right = ATTACK.run(run.challenge());
            Map<String, String> found = new TreeMap<>(expected);
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
    void anotherSeatsScriptPassesNoGate() {
        Answer foreign = ATTACK.run(open(0, false).challenge());
        for (int seat = 1; seat < 30; seat++) {
            List<Mark> marks = open(seat, false).checker().check(foreign).marks();
            assertEquals(0, marks.get(1).earned() + marks.get(2).earned());
            assertNotEquals("evaded-right", marks.get(1).why().key());
        }
    }

    @Test
    void rowsMayComeInAnyOrder() {
        Answer answer = ATTACK.run(open(5, false).challenge());
        List<Row> turned = new ArrayList<>(answer.policies());
        Collections.reverse(turned);
        Answer other = new Answer(answer.script(), turned);
        assertEquals(100, open(5, false).checker().check(other).earned());
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
