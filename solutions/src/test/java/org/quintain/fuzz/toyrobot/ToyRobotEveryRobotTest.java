package org.quintain.fuzz.toyrobot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.quintain.core.Budget;
import org.quintain.core.Meter;
import org.quintain.fuzz.toyrobot.ToyRobotLab.Answer;
import org.quintain.fuzz.toyrobot.ToyRobotLab.Challenge;
import org.quintain.solutions.fuzz.toyrobot.ToyRobotAttack;

/** Lies in the lab's package, because only there can a robot be built from chosen faults. */
class ToyRobotEveryRobotTest {
    /** Queries, over all 39,680 robots. */
    private static final long WORST = 237;

    private final ToyRobotAttack attack = new ToyRobotAttack();

    /** On four of the ball's sixteen squares for each pair of faults; all sixteen take 15 seconds. */
    @Test
    void eachPairOfFaultsThatCanBeDrawnIsFoundAndShownApart() {
        int robots = 0;
        long worst = 0;
        List<List<ToyRobotFault>> family = ToyRobotFault.family();
        for (int rule = 0; rule < family.size(); rule++) {
            for (int other = rule + 1; other < family.size(); other++) {
                for (ToyRobotFault one : family.get(rule)) {
                    for (ToyRobotFault two : family.get(other)) {
                        for (int i = 0; i < 4; i++) {
                            int square = (robots / 4 + 5 * i) % 16;
                            worst = Math.max(worst, queries(one, two, 2 + square / 4, 2 + square % 4));
                            robots++;
                        }
                    }
                }
            }
        }
        assertEquals(2480 * 4, robots);
        assertTrue(worst <= WORST, "worst " + worst);
    }

    private long queries(ToyRobotFault one, ToyRobotFault two, int column, int row) {
        Meter meter = new Meter(ToyRobotLab.CARD.budget());
        ToyRobotTarget robot = new ToyRobotTarget(meter, List.of(one, two), column, row);
        attack.honestUse(new Challenge(robot(List.of(one, two), column, row), column, row));
        Answer answer = attack.run(new Challenge(robot, column, row));
        Supplier<String> what = () -> one + " and " + two + ", ball at " + column + ", " + row + ": " + answer;
        ToyRobotFault first = one.rule() == answer.firstRule() ? one : two;
        ToyRobotFault second = first == one ? two : one;
        assertEquals(first.rule(), answer.firstRule(), what);
        assertEquals(second.rule(), answer.secondRule(), what);
        assertShows(answer.first(), first, second, column, row, what);
        assertShows(answer.second(), second, first, column, row, what);
        return meter.usage().queries();
    }

    private static void assertShows(
            List<String> list, ToyRobotFault fault, ToyRobotFault other, int column, int row, Supplier<String> what) {
        assertTrue(list.size() <= 12, what);
        assertEquals(list.size(), jamsAt(list, List.of(fault, other), column, row), what);
        assertEquals(0, jamsAt(list, List.of(other), column, row), what);
        for (int i = 0; i < list.size(); i++) {
            List<String> without = new ArrayList<>(list);
            without.remove(i);
            boolean isShown = jamsAt(without, List.of(fault, other), column, row) > 0
                    && jamsAt(without, List.of(other), column, row) == 0;
            assertTrue(!isShown, what);
        }
    }

    private static int jamsAt(List<String> list, List<ToyRobotFault> faults, int column, int row) {
        ToyRobotTarget robot = robot(faults, column, row);
        for (int i = 0; i < list.size(); i++) {
            if (robot.say(list.get(i)).isJammed()) {
                return i + 1;
            }
        }
        return 0;
    }

    private static ToyRobotTarget robot(List<ToyRobotFault> faults, int column, int row) {
        return new ToyRobotTarget(new Meter(Budget.unlimited()), faults, column, row);
    }
}
