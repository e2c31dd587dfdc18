package org.quintain.fuzz.toyrobot;

import static org.quintain.fuzz.toyrobot.ToyRobotCommand.Word.BACK;
import static org.quintain.fuzz.toyrobot.ToyRobotCommand.Word.BLINK;
import static org.quintain.fuzz.toyrobot.ToyRobotCommand.Word.DANCE;
import static org.quintain.fuzz.toyrobot.ToyRobotCommand.Word.DROP;
import static org.quintain.fuzz.toyrobot.ToyRobotCommand.Word.FORWARD;
import static org.quintain.fuzz.toyrobot.ToyRobotCommand.Word.LOOK;
import static org.quintain.fuzz.toyrobot.ToyRobotCommand.Word.SING;
import static org.quintain.fuzz.toyrobot.ToyRobotCommand.Word.SLEEP;
import static org.quintain.fuzz.toyrobot.ToyRobotCommand.Word.TAKE;
import static org.quintain.fuzz.toyrobot.ToyRobotCommand.Word.TURN_LEFT;
import static org.quintain.fuzz.toyrobot.ToyRobotCommand.Word.TURN_RIGHT;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.quintain.core.derive.Draw;
import org.quintain.fuzz.toyrobot.ToyRobotCommand.Word;
import org.quintain.fuzz.toyrobot.ToyRobotLab.Facing;
import org.quintain.fuzz.toyrobot.ToyRobotLab.Rule;

/**
 * A check that the robot's builder forgot.
 *
 * <p>No two faults of different rules hide each other: the manual leaves a way round each of them, with steps of 1 and 2,
 * at the start square, or towards another wall.
 *
 * @param rule the promise of the manual that it breaks
 * @param name when it strikes, for tests and debugging
 * @param trigger exactly when it strikes
 */
record ToyRobotFault(Rule rule, String name, Predicate<Moment> trigger) {
    /**
     * What a fault can see: the robot as it is about to obey.
     *
     * @param command what it has just heard
     * @param before the command that it last obeyed, in the same words or not
     * @param running how many times running it has now heard this command awake
     * @param isAsleep whether it sleeps
     * @param isHolding whether it holds the ball
     * @param column where it stands
     * @param row where it stands
     * @param towards where FORWARD or BACK would take it
     * @param bumps whether it would meet the wall there
     */
    record Moment(
            ToyRobotCommand command,
            Word before,
            int running,
            boolean isAsleep,
            boolean isHolding,
            int column,
            int row,
            Facing towards,
            boolean bumps) {
        Word word() {
            return command.word();
        }
    }

    private static final List<Word> MOVES = List.of(FORWARD, BACK);
    private static final List<Word> TRICKS = List.of(SING, DANCE, BLINK, LOOK);

    boolean strikes(Moment moment) {
        return trigger.test(moment);
    }

    /** Two faults of different rules: each rule equally likely, then each fault of that rule. */
    static List<ToyRobotFault> draw(Draw draw) {
        return draw.shuffle(family()).subList(0, 2).stream().map(draw::pick).toList();
    }

    /** All 76 faults, by rule in the order of {@link Rule}. */
    static List<List<ToyRobotFault>> family() {
        return List.of(counts(), limits(), walls(), turns(), songs(), pairs(), asleep(), loaded());
    }

    private static List<ToyRobotFault> counts() {
        List<ToyRobotFault> faults = new ArrayList<>();
        for (Word move : MOVES) {
            for (int n = 3; n <= 9; n++) {
                ToyRobotCommand jams = new ToyRobotCommand(move, n);
                faults.add(awake(Rule.COUNT, move + " " + n, m -> m.command().equals(jams)));
            }
        }
        return faults;
    }

    private static List<ToyRobotFault> limits() {
        List<ToyRobotFault> faults = new ArrayList<>();
        for (Word move : MOVES) {
            faults.add(awake(
                    Rule.LIMIT,
                    move + " < 1",
                    m -> m.word() == move && m.command().number() < 1));
            for (int from : new int[] {10, 100}) {
                faults.add(awake(
                        Rule.LIMIT,
                        move + " >= " + from,
                        m -> m.word() == move && m.command().number() >= from));
            }
        }
        return faults;
    }

    private static List<ToyRobotFault> walls() {
        List<ToyRobotFault> faults = new ArrayList<>();
        for (Word move : MOVES) {
            for (Facing wall : Facing.values()) {
                faults.add(awake(
                        Rule.WALL, move + " into " + wall, m -> m.word() == move && m.bumps() && m.towards() == wall));
            }
        }
        return faults;
    }

    private static List<ToyRobotFault> turns() {
        List<ToyRobotFault> faults = new ArrayList<>();
        for (Word way : List.of(TURN_LEFT, TURN_RIGHT)) {
            for (int times = 3; times <= 6; times++) {
                int last = times;
                faults.add(awake(Rule.TURNS, way + " x " + times, m -> m.word() == way && m.running() >= last));
            }
        }
        return faults;
    }

    private static List<ToyRobotFault> songs() {
        List<ToyRobotFault> faults = new ArrayList<>();
        for (int n = 2; n <= ToyRobotLab.FLOOR; n++) {
            int line = n;
            faults.add(awake(Rule.SONG, "column " + n, m -> m.word() == SING && m.column() == line));
            faults.add(awake(Rule.SONG, "row " + n, m -> m.word() == SING && m.row() == line));
        }
        return faults;
    }

    private static List<ToyRobotFault> pairs() {
        List<ToyRobotFault> faults = new ArrayList<>();
        for (Word one : TRICKS) {
            for (Word two : TRICKS) {
                faults.add(awake(Rule.PAIR, one + " " + two, m -> m.before() == one && m.word() == two));
            }
        }
        return faults;
    }

    private static List<ToyRobotFault> asleep() {
        List<ToyRobotFault> faults = new ArrayList<>();
        for (Word word : List.of(FORWARD, BACK, TAKE, DROP, SING, DANCE, BLINK, LOOK, SLEEP)) {
            faults.add(new ToyRobotFault(Rule.SLEEP, "asleep: " + word, m -> m.isAsleep() && m.word() == word));
        }
        faults.add(new ToyRobotFault(
                Rule.SLEEP, "asleep: TURN", m -> m.isAsleep() && m.word().isTurn()));
        return faults;
    }

    private static List<ToyRobotFault> loaded() {
        List<ToyRobotFault> faults = new ArrayList<>();
        for (Word word : List.of(TAKE, BACK, SING, DANCE, BLINK, SLEEP)) {
            faults.add(awake(Rule.LOAD, "loaded: " + word, m -> m.isHolding() && m.word() == word));
        }
        return faults;
    }

    private static ToyRobotFault awake(Rule rule, String name, Predicate<Moment> trigger) {
        return new ToyRobotFault(rule, name, m -> !m.isAsleep() && trigger.test(m));
    }

    @Override
    public String toString() {
        return rule + " " + name;
    }
}
