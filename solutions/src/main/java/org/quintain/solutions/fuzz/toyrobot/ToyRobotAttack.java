package org.quintain.solutions.fuzz.toyrobot;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.quintain.core.Lab;
import org.quintain.core.Seat;
import org.quintain.core.contract.HardSeat;
import org.quintain.core.contract.NearMiss;
import org.quintain.core.contract.Reference;
import org.quintain.fuzz.toyrobot.ToyRobotLab;
import org.quintain.fuzz.toyrobot.ToyRobotLab.Answer;
import org.quintain.fuzz.toyrobot.ToyRobotLab.Challenge;
import org.quintain.fuzz.toyrobot.ToyRobotLab.Gripper;
import org.quintain.fuzz.toyrobot.ToyRobotLab.Reaction;
import org.quintain.fuzz.toyrobot.ToyRobotLab.Robot;
import org.quintain.fuzz.toyrobot.ToyRobotLab.Rule;

/**
 * Tests the manual's promises one after the other until two are broken, then leaves out what each list does not need, as
 * in Zeller, Hildebrandt, IEEE TSE 28(2), 2002, section 3 (one command at a time: the lists are short).
 *
 * <p>Cost, measured: 88 commands on average over 20,000 seats, 237 at worst over all 39,680 robots, of the 300 allowed.
 */
public final class ToyRobotAttack implements Reference<Challenge, Answer> {
    private static final Set<String> SECOND_LIST = Set.of("second-fault", "short", "rule");

    @Override
    public Lab<Challenge, Answer> lab() {
        return new ToyRobotLab();
    }

    @Override
    public Answer run(Challenge challenge) {
        ToyRobotProbes probes = new ToyRobotProbes(challenge.robot(), challenge.ballColumn(), challenge.ballRow());
        List<Broken> found = probes.run();
        Broken first = found.size() > 0 ? found.get(0) : Broken.NOTHING;
        Broken second = found.size() > 1 ? found.get(1) : Broken.NOTHING;
        List<String> firstList = probes.shorten(first, second);
        List<String> secondList = probes.shorten(second, first);
        return new Answer(firstList, first.rule(), secondList, second.rule());
    }

    /** Fetches the ball and brings it home, step by step. */
    @Override
    public void honestUse(Challenge challenge) {
        Robot robot = challenge.robot();
        List<String> tour = new ArrayList<>(List.of("RESTART"));
        tour.addAll(Collections.nCopies(challenge.ballRow() - 1, "FORWARD 1"));
        tour.add("TURN RIGHT");
        tour.addAll(Collections.nCopies(challenge.ballColumn() - 1, "FORWARD 1"));
        tour.addAll(List.of("TAKE", "TURN RIGHT"));
        tour.addAll(Collections.nCopies(challenge.ballRow() - 1, "FORWARD 1"));
        tour.add("TURN RIGHT");
        tour.addAll(Collections.nCopies(challenge.ballColumn() - 1, "FORWARD 1"));
        for (String command : tour) {
            require(!robot.say(command).isJammed(), command);
        }
        Reaction home = robot.say("POSE");
        require(home.says().equals("robot-dropped"), home.says());
        require(home.column() == 1 && home.row() == 1 && home.gripper() == Gripper.EMPTY, "home");
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalStateException("a robot that fetches the ball wanted: " + what);
        }
    }

    @Override
    public List<NearMiss<Answer>> nearMisses(Challenge challenge, Answer right) {
        List<String> first = right.first();
        List<String> second = right.second();
        Rule one = right.firstRule();
        Rule two = right.secondRule();
        return List.of(
                NearMiss.of("lists that do not jam", new Answer(List.of("LOOK"), one, List.of("FORWARD 1"), two)),
                NearMiss.of(
                        "a greeting behind the jam", new Answer(with(first, "HELLO"), one, with(second, "HELLO"), two)),
                new NearMiss<>(
                        "a greeting behind the first jam only",
                        new Answer(with(first, "HELLO"), one, second, two),
                        SECOND_LIST),
                new NearMiss<>(
                        "a command too many in front",
                        new Answer(greeted(first), one, greeted(second), two),
                        Set.of("first-fault", "second-fault", "rule")),
                new NearMiss<>(
                        "the same fault twice",
                        new Answer(first, one, greeted(first), one),
                        Set.of("first-fault", "short", "rule")),
                new NearMiss<>(
                        "the rules the wrong way round",
                        new Answer(first, two, second, one),
                        Set.of("first-fault", "second-fault", "short")),
                new NearMiss<>(
                        "one list behind the other",
                        new Answer(List.of(), one, cut(greeted(joined(first, second))), two),
                        Set.of()));
    }

    private static List<String> with(List<String> list, String last) {
        return joined(cut(list), List.of(last));
    }

    private static List<String> greeted(List<String> list) {
        return cut(joined(List.of("HELLO"), list));
    }

    private static List<String> joined(List<String> one, List<String> other) {
        List<String> joined = new ArrayList<>(one);
        joined.addAll(other);
        return joined;
    }

    private static List<String> cut(List<String> list) {
        return list.subList(0, Math.min(12, list.size()));
    }

    @Override
    public List<HardSeat> hardSeats() {
        return List.of(
                hard("a number jams that always meets the wall that jams", 9),
                hard("9 steps jam at each wall, and one wall jams with each number: backwards at once", 1365),
                hard("9 steps jam at each wall, and one wall jams with each number: after a turn", 134),
                hard("BACK jams asleep, and awake it meets a wall that jams", 9575),
                hard("BACK jams with the ball, and without it meets a wall that jams", 4920),
                hard("SING jams with the ball, and on the ball's column without it", 2044),
                hard("both ways to the ball ask for the number that jams", 126),
                hard("six turns jam, and a song with the ball in the far corner", 2220),
                hard("three turns jam, and the wall that lies three turns away", 356),
                hard("two songs running jam, and a song in the last row", 11),
                hard("numbers at both edges jam: 9 and from 10 or 100 on", 960),
                hard("BACK 0 jams awake, and BACK with each number asleep", 4320),
                hard("the dearest of 20,000 seats", 7846));
    }

    private static HardSeat hard(String why, int seat) {
        return new HardSeat(why, Seat.practice(seat), Map.of());
    }
}
