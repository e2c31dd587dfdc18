package org.quintain.solutions.net.arppoison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.quintain.core.LabRun;
import org.quintain.core.Language;
import org.quintain.core.Params;
import org.quintain.core.Setup;
import org.quintain.core.Usage;
import org.quintain.core.contract.LabContract;
import org.quintain.net.arppoison.ArpPoisonLab;
import org.quintain.net.arppoison.ArpPoisonLab.Answer;
import org.quintain.net.arppoison.ArpPoisonLab.Challenge;
import org.quintain.solutions.ReferenceAttacks;

class ArpPoisonAttackTest {
    private static final ArpPoisonLab LAB = new ArpPoisonLab();
    private static final ArpPoisonAttack ATTACK = new ArpPoisonAttack();

    @Test
    void labKeepsTheContract() {
        LabContract.Report report = LabContract.check(ATTACK, Integer.getInteger("quintain.arp.seats", 12));
        assertEquals(List.of(), report.violations());
        System.err.println(report);
    }

    @Test
    void attackEarnsFullMarksOnEverySeatAtTheCostThatItStates() {
        int seats = Integer.getInteger("quintain.arp.seats", 200);
        long frames = 0, worstFrames = 0, queries = 0, worstQueries = 0, micros = 0, worstMicros = 0;
        for (int seat = 0; seat < seats; seat++) {
            Setup setup = Setup.practice(LAB, seat, Params.none());
            LabRun<Challenge, Answer> run = LAB.open(setup);
            Answer answer = ATTACK.run(run.challenge());
            String where = "seat " + seat;
            assertEquals(100, LAB.open(setup.again()).checker().check(answer).earned(), where);
            Answer withoutScript = new Answer(List.of(), answer.habits());
            assertEquals(100, run.checker().check(withoutScript).earned(), where + ", session alone");
            Usage used = setup.meter().usage();
            frames += used.packets();
            worstFrames = Math.max(worstFrames, used.packets());
            queries += used.queries();
            worstQueries = Math.max(worstQueries, used.queries());
            micros += used.virtualMicros();
            worstMicros = Math.max(worstMicros, used.virtualMicros());
        }
        System.err.printf(
                "frames %.1f worst %d queries %.1f worst %d ms %.0f worst %d%n",
                (double) frames / seats,
                worstFrames,
                (double) queries / seats,
                worstQueries,
                micros / 1e3 / seats,
                worstMicros / 1000);
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
