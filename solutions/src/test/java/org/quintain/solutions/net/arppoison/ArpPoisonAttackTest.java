package org.quintain.solutions.net.arppoison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
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
import org.quintain.net.arppoison.ArpPoisonLab;
import org.quintain.net.arppoison.ArpPoisonLab.Answer;
import org.quintain.net.arppoison.ArpPoisonLab.Challenge;
import org.quintain.solutions.ReferenceAttacks;
import org.quintain.solutions.net.Recorder;

class ArpPoisonAttackTest {
    private static final ArpPoisonLab LAB = new ArpPoisonLab();
    private static final ArpPoisonAttack ATTACK = new ArpPoisonAttack();

    /** Practice seats attacked; {@code -Dquintain.arp.seats=2000} for the figures that the attack quotes. */
    private static final int SEATS = Integer.getInteger("quintain.arp.seats", 200);

    private static LabRun<Challenge, Answer> open(int seat, boolean hardened) {
        return LAB.open(Setup.practice(LAB, seat, Params.of(Param.HARDENED, hardened)));
    }

    @Test
    void labKeepsTheContract() {
        assertEquals(List.of(), LabContract.violations(ATTACK, Integer.getInteger("quintain.arp.contract", 3)));
    }

    @Test
    void scriptAndSessionEarnFullMarksOnEverySeatAtTheCostThatIsStated() {
        long frames = 0;
        long queries = 0;
        long micros = 0;
        Usage worst = new Usage(0, 0, 0);
        for (int seat = 0; seat < SEATS; seat++) {
            Setup setup = Setup.practice(LAB, seat, Params.none());
            LabRun<Challenge, Answer> run = LAB.open(setup);
            Answer answer = ATTACK.run(run.challenge());
            String where = "seat " + seat;
            assertEquals(100, LAB.open(setup.again()).checker().check(answer).earned(), where);
            Answer session = new Answer(List.of(), answer.habits());
            assertEquals(100, run.checker().check(session).earned(), where + ", session alone");
            Usage used = setup.meter().usage();
            frames += used.packets();
            queries += used.queries();
            micros += used.virtualMicros();
            worst = new Usage(
                    Math.max(worst.queries(), used.queries()),
                    Math.max(worst.packets(), used.packets()),
                    Math.max(worst.virtualMicros(), used.virtualMicros()));
        }
        String cost = "frames " + frames / SEATS + ", queries " + queries / SEATS + ", micros " + micros / SEATS
                + ", worst " + worst;
        assertTrue(frames / SEATS <= 36 && worst.packets() <= 42, cost);
        assertTrue(queries / SEATS <= 90 && worst.queries() <= 130, cost);
        assertTrue(micros / SEATS <= 2_500_000 && worst.virtualMicros() <= 4_300_000, cost);
    }

    @Test
    void attackGetsNothingFromAnInspectingSwitch() {
        for (int seat = 0; seat < 20; seat++) {
            LabRun<Challenge, Answer> run = open(seat, true);
            Answer answer = ATTACK.run(run.challenge());
            for (Answer each : List.of(answer, new Answer(List.of(), answer.habits()))) {
                List<Mark> marks = run.checker().check(each).marks();
                assertEquals(0, marks.stream().mapToInt(Mark::earned).sum(), "seat " + seat + " " + marks);
                assertEquals("poisoned-refused", marks.get(0).why().key());
            }
        }
    }

    @Test
    void poisonOfAKindThatTheConsoleDoesNotBelieveDoesNotWork() {
        // Seat 1: replies alone.
        Setup setup = Setup.practice(LAB, 1, Params.none());
        LabRun<Challenge, Answer> run = LAB.open(setup);
        Recorder recorder = new Recorder(run.challenge().card());
        ArpProbe probe = new ArpProbe(recorder, run.challenge());
        probe.resolve();
        int lamp = ArpProbe.address(run.challenge().stations().get(1));
        recorder.send(probe.request(lamp, run.challenge().stations().get(0)));
        recorder.send(probe.gratuitous(lamp, run.challenge().stations().get(0)));
        recorder.listen(10_000_000);
        List<Mark> marks = run.checker().check(new Answer(List.of(), List.of())).marks();
        assertEquals("poisoned-unbelieved", marks.get(0).why().key());
        recorder.send(probe.reply(lamp, run.challenge().stations().get(0)));
        recorder.listen(10_000_000);
        marks = run.checker().check(new Answer(List.of(), List.of())).marks();
        assertEquals("poisoned-right", marks.get(0).why().key());
        assertEquals("diverted-right", marks.get(1).why().key());
    }

    @Test
    void nearMissesAreToldWhatIsWrong() {
        Map<String, String> expected = new TreeMap<>(Map.ofEntries(
                Map.entry("order not passed on", "forwarded-none"),
                Map.entry("order passed on too late", "forwarded-late"),
                Map.entry("nothing sent", "poisoned-nothing"),
                Map.entry("ARP without its Ethernet header", "poisoned-unclaimed"),
                Map.entry("the lamp's true MAC not replaced: the console's own address claimed", "poisoned-unclaimed"),
                Map.entry("address written backwards", "poisoned-unclaimed"),
                Map.entry("hardware type left out", "poisoned-unclaimed"),
                Map.entry("opcode 3, which is no ARP", "poisoned-unbelieved"),
                Map.entry("sent to the frame's sender", "poisoned-elsewhere"),
                Map.entry("table empty", "habits-empty"),
                Map.entry("one station missing", "habits-stations"),
                Map.entry("everything believed by everybody", "habits-wrong"),
                Map.entry("nothing believed by anybody", "habits-wrong"),
                Map.entry("requests and replies confused", "habits-wrong")));
        for (int seat = 0; seat < 3; seat++) {
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
            expected.keySet().stream()
                    .filter(name -> !found.containsKey(name))
                    .forEach(name -> found.put(name, expected.get(name)));
            assertEquals(expected, found, "seat " + seat);
        }
    }

    @Test
    void anotherSeatsScriptPoisonsNobody() {
        Answer foreign = ATTACK.run(open(0, false).challenge());
        for (int seat = 1; seat < 30; seat++) {
            List<Mark> marks = open(seat, false).checker().check(foreign).marks();
            assertEquals(
                    0,
                    marks.get(0).earned() + marks.get(1).earned() + marks.get(2).earned());
            assertNotEquals("poisoned-right", marks.get(0).why().key());
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
