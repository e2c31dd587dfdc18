package org.quintain.solutions.fuzz.toyrobot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.quintain.core.LabRun;
import org.quintain.core.Param;
import org.quintain.core.Params;
import org.quintain.core.Seat;
import org.quintain.core.Setup;
import org.quintain.core.Verdict;
import org.quintain.core.contract.HardSeat;
import org.quintain.core.contract.LabContract;
import org.quintain.fuzz.toyrobot.ToyRobotLab;
import org.quintain.fuzz.toyrobot.ToyRobotLab.Answer;
import org.quintain.fuzz.toyrobot.ToyRobotLab.Challenge;
import org.quintain.fuzz.toyrobot.ToyRobotLab.Rule;

class ToyRobotAttackTest {
    private final ToyRobotLab lab = new ToyRobotLab();
    private final ToyRobotAttack attack = new ToyRobotAttack();

    @Test
    void theLabKeepsTheContract() {
        LabContract.Report report = LabContract.check(attack, 64);
        assertEquals(List.of(), report.violations());
    }

    @Test
    void fiveHundredSeatsFallWithinTheCostClaimed() {
        long sum = 0;
        for (int seat = 0; seat < 500; seat++) {
            Setup setup = Setup.practice(lab, seat, Params.none());
            LabRun<Challenge, Answer> run = lab.open(setup);
            Answer answer = attack.run(run.challenge());
            long queries = setup.meter().usage().queries();
            sum += queries;
            assertTrue(queries <= 226, "seat " + seat + " queries " + queries);
            assertEquals(100, run.checker().check(answer).earned(), "seat " + seat);
        }
        assertEquals(88, sum / 500.0, 4);
    }

    /** Hard seats, in order, with what the right answer shows about them. */
    private static final List<String> PROPERTIES = List.of(
            "WALL \\[(FORWARD|BACK) 9], COUNT \\[TURN RIGHT, \\1 [5-8]]",
            "WALL \\[BACK 8], COUNT \\[TURN RIGHT, BACK 9]",
            "WALL \\[TURN RIGHT, FORWARD 8], COUNT \\[FORWARD 9]",
            "SLEEP \\[SLEEP, BACK 1], WALL \\[BACK 9]",
            "WALL \\[TURN RIGHT, BACK 9], LOAD .*TAKE, BACK 1]",
            "SONG \\[TURN RIGHT, .*], LOAD \\[FORWARD 4, TURN RIGHT, FORWARD 4, TAKE, TURN RIGHT, TURN RIGHT, .*SING]",
            "COUNT \\[FORWARD 3], LOAD \\[FORWARD 2, FORWARD 1, TURN RIGHT, FORWARD 2, FORWARD 1, TAKE, TAKE]",
            "TURNS \\[TURN (LEFT|RIGHT)(, TURN \\1){5}], LOAD \\[FORWARD 4, TURN RIGHT, FORWARD 4, TAKE, SING]",
            "TURNS \\[TURN RIGHT, TURN RIGHT, TURN RIGHT], WALL \\[TURN LEFT, FORWARD 9]",
            "PAIR \\[SING, SING], SONG \\[(FORWARD 1, ){4}SING]",
            "LIMIT \\[BACK 100], COUNT \\[BACK 9]",
            "LIMIT \\[BACK 0], SLEEP \\[SLEEP, BACK 1]",
            "SONG .*, LOAD .*TURN RIGHT, TURN RIGHT, FORWARD 1, SING]");

    @Test
    void eachHardSeatHasThePropertyClaimed() {
        Map<String, String> others = new LinkedHashMap<>();
        for (int i = 0; i < attack.hardSeats().size(); i++) {
            HardSeat hard = attack.hardSeats().get(i);
            Answer answer = attack.run(open(hard.seat(), Params.none()).challenge());
            String shown =
                    answer.firstRule() + " " + answer.first() + ", " + answer.secondRule() + " " + answer.second();
            if (!shown.matches(PROPERTIES.get(i))) {
                others.put(hard.why(), shown);
            }
        }
        assertEquals(Map.of(), others);
        assertEquals(PROPERTIES.size(), attack.hardSeats().size());
    }

    @Test
    void theDearestSeatCostsWhatIsClaimed() {
        Setup setup = Setup.practice(lab, 7846, Params.none());
        attack.run(lab.open(setup).challenge());
        assertEquals(226, setup.meter().usage().queries());
    }

    @Test
    void theRepairedRobotGivesTheAttackNothing() {
        for (int seat = 0; seat < 100; seat++) {
            Setup setup = Setup.practice(lab, seat, Params.none()).with(Param.HARDENED, true);
            LabRun<Challenge, Answer> run = lab.open(setup);
            Answer answer = attack.run(run.challenge());
            assertEquals(new Answer(List.of(), Rule.NOT_SURE, List.of(), Rule.NOT_SURE), answer);
            assertEquals(0, run.checker().check(answer).earned());
        }
    }

    @Test
    void theRepairedRobotGivesTheVulnerableRobotsListsNothing() {
        for (int seat = 0; seat < 100; seat++) {
            Setup setup = Setup.practice(lab, seat, Params.none());
            Answer answer = attack.run(lab.open(setup).challenge());
            Verdict verdict =
                    lab.open(setup.with(Param.HARDENED, true)).checker().check(answer);
            assertEquals(0, verdict.earned());
        }
    }

    @Test
    void theOrderOfTheListsDoesNotMatter() {
        for (int seat = 0; seat < 100; seat++) {
            LabRun<Challenge, Answer> run = lab.open(Setup.practice(lab, seat, Params.none()));
            Answer right = attack.run(run.challenge());
            Answer swapped = new Answer(right.second(), right.secondRule(), right.first(), right.firstRule());
            assertEquals(100, run.checker().check(swapped).earned(), "seat " + seat);
        }
    }

    @Test
    void anAnswerWithoutAGuessKeepsNinetyPoints() {
        LabRun<Challenge, Answer> run = lab.open(Setup.practice(lab, 1, Params.none()));
        Answer right = attack.run(run.challenge());
        Answer unsure = new Answer(right.first(), Rule.NOT_SURE, right.second(), Rule.NOT_SURE);
        assertEquals(90, run.checker().check(unsure).earned());
    }

    private LabRun<Challenge, Answer> open(Seat seat, Params params) {
        int number = Integer.parseInt(seat.learner().substring("seat-".length()));
        return lab.open(Setup.practice(lab, number, params));
    }
}
