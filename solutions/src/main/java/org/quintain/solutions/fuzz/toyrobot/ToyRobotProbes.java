package org.quintain.solutions.fuzz.toyrobot;

import static java.util.Collections.nCopies;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.quintain.fuzz.toyrobot.ToyRobotLab;
import org.quintain.fuzz.toyrobot.ToyRobotLab.Facing;
import org.quintain.fuzz.toyrobot.ToyRobotLab.Reaction;
import org.quintain.fuzz.toyrobot.ToyRobotLab.Robot;
import org.quintain.fuzz.toyrobot.ToyRobotLab.Rule;

/**
 * One series of tests for each promise of the manual, each made so that no other promise is at stake; where that cannot
 * be (numbers above 4 meet walls, the ball lies where a song may jam) the series before it tell which way to go round.
 */
final class ToyRobotProbes {
    private static final String RIGHT = "TURN RIGHT";
    private static final String STEP = "FORWARD 1";
    private static final int WALL_TEST = 9;
    private static final int OTHER_WALL_TEST = 8;

    private final Robot robot;
    private final int ballColumn;
    private final int ballRow;
    private final List<Broken> found = new ArrayList<>();
    private Reaction last;

    ToyRobotProbes(Robot robot, int ballColumn, int ballRow) {
        this.robot = robot;
        this.ballColumn = ballColumn;
        this.ballRow = ballRow;
    }

    /** Up to two broken promises, cheap tests first. */
    List<Broken> run() {
        List<Supplier<Optional<Broken>>> series = List.of(
                this::limits,
                this::sleep,
                this::turns,
                this::pairs,
                this::songs,
                () -> walls("FORWARD"),
                () -> walls("BACK"),
                this::counts,
                this::load);
        for (Supplier<Optional<Broken>> promise : series) {
            if (found.size() < 2) {
                promise.get().ifPresent(found::add);
            }
        }
        return found;
    }

    /** Leaves out one command after the other, from the back, while the same promise stays broken. */
    List<String> shorten(Broken broken, Broken other) {
        List<String> list = new ArrayList<>(broken.list());
        for (int i = list.size() - 2; i >= 0; i--) {
            List<String> without = new ArrayList<>(list);
            without.remove(i);
            if (jamsAtTheEnd(without, other)) {
                list = without;
            }
        }
        return list;
    }

    private boolean jamsAtTheEnd(List<String> list, Broken other) {
        List<String> before = list.subList(0, list.size() - 1);
        String end = list.get(list.size() - 1);
        if (say(before) < before.size() || other.alsoBreaks().test(last, end)) {
            return false;
        }
        return robot.say(end).isJammed();
    }

    /** Restarts and says commands: how many before one jams the robot, or all. */
    private int say(List<String> commands) {
        last = robot.say("RESTART");
        for (int i = 0; i < commands.size(); i++) {
            Reaction reaction = robot.say(commands.get(i));
            if (reaction.isJammed()) {
                return i;
            }
            last = reaction;
        }
        return commands.size();
    }

    private Optional<Broken> limits() {
        List<String> run = List.of("FORWARD 0", "FORWARD 100", "FORWARD 10", "BACK 0", "BACK 100", "BACK 10");
        int at = say(run);
        return at == run.size() ? Optional.empty() : Optional.of(new Broken(Rule.LIMIT, List.of(run.get(at))));
    }

    private Optional<Broken> sleep() {
        List<String> run =
                List.of("SLEEP", STEP, "BACK 1", RIGHT, "TAKE", "DROP", "SING", "DANCE", "BLINK", "LOOK", "SLEEP");
        int at = say(run);
        return at == run.size() ? Optional.empty() : Optional.of(new Broken(Rule.SLEEP, List.of("SLEEP", run.get(at))));
    }

    private Optional<Broken> turns() {
        List<String> run = joined(nCopies(6, RIGHT), nCopies(6, "TURN LEFT"));
        int at = say(run);
        return at == run.size()
                ? Optional.empty()
                : Optional.of(new Broken(Rule.TURNS, run.subList(at < 6 ? 0 : 6, at + 1)));
    }

    /** Seventeen tricks in which each of the sixteen pairs occurs once (a de Bruijn walk). */
    private Optional<Broken> pairs() {
        String[] tricks = {"SING", "DANCE", "BLINK", "LOOK"};
        List<String> run = "00102031121322330"
                .chars()
                .mapToObj(digit -> tricks[digit - '0'])
                .toList();
        int at = say(run);
        return at == run.size() ? Optional.empty() : Optional.of(new Broken(Rule.PAIR, run.subList(at - 1, at + 1)));
    }

    /** Up the first column, then along the last row, with a song on each square. */
    private Optional<Broken> songs() {
        List<String> run = new ArrayList<>();
        for (int i = 0; i < 2 * (ToyRobotLab.FLOOR - 1); i++) {
            run.addAll(i == ToyRobotLab.FLOOR - 1 ? List.of(RIGHT, STEP, "SING") : List.of(STEP, "SING"));
        }
        if (say(run) == run.size()) {
            return Optional.empty();
        }
        int row = last.row();
        int column = last.column();
        return Optional.of(
                column == 1
                        ? new Broken(
                                Rule.SONG,
                                joined(nCopies(row - 1, STEP), List.of("SING")),
                                (before, command) -> command.equals("SING") && before.row() == row)
                        : new Broken(
                                Rule.SONG,
                                joined(List.of(RIGHT), joined(nCopies(column - 1, STEP), List.of("SING"))),
                                (before, command) -> command.equals("SING") && before.column() == column));
    }

    /** Meets the walls with 9 steps; if 9 jams at a second wall too, then the number is to blame and 8 tells. */
    private Optional<Broken> walls(String move) {
        Optional<Facing> jams = wallRun(move, WALL_TEST, Facing.NORTH);
        if (jams.equals(Optional.of(Facing.NORTH))
                && wallRun(move, WALL_TEST, Facing.EAST).equals(Optional.of(Facing.EAST))) {
            return wallRun(move, OTHER_WALL_TEST, Facing.NORTH).map(facing -> wall(move, OTHER_WALL_TEST, facing));
        }
        return jams.map(facing -> wall(move, WALL_TEST, facing));
    }

    /** Meets one wall after the other, clockwise: where the robot looks when a wall jams it, if one does. */
    private Optional<Facing> wallRun(String move, int steps, Facing from) {
        List<String> run = new ArrayList<>(nCopies(from.ordinal(), RIGHT));
        for (int i = from.ordinal(); i < 4; i++) {
            run.add(move + " " + steps);
            run.add(RIGHT);
        }
        return say(run) == run.size() ? Optional.empty() : Optional.of(last.facing());
    }

    private static Broken wall(String move, int steps, Facing facing) {
        List<String> turns = facing == Facing.WEST ? List.of("TURN LEFT") : nCopies(facing.ordinal(), RIGHT);
        Facing wall = towards(move, facing);
        return new Broken(
                Rule.WALL,
                joined(turns, List.of(move + " " + steps)),
                (before, command) -> command.startsWith(move)
                        && isAwake(before)
                        && towards(move, before.facing()) == wall
                        && room(before, wall) < steps(command));
    }

    private static boolean isAwake(Reaction reaction) {
        return !Set.of("robot-slept", "robot-asleep").contains(reaction.says());
    }

    private static Facing towards(String move, Facing facing) {
        return move.equals("BACK") ? facing.right(2) : facing;
    }

    private static int room(Reaction at, Facing wall) {
        return switch (wall) {
            case NORTH -> ToyRobotLab.FLOOR - at.row();
            case EAST -> ToyRobotLab.FLOOR - at.column();
            case SOUTH -> at.row() - 1;
            case WEST -> at.column() - 1;
        };
    }

    private static int steps(String move) {
        return Integer.parseInt(move.substring(move.indexOf(' ') + 1));
    }

    /** Forward and back with each number, along a line whose walls are sound. */
    private Optional<Broken> counts() {
        List<String> turn =
                isSound("FORWARD 9", Facing.NORTH) && isSound("BACK 9", Facing.NORTH) ? List.of() : List.of(RIGHT);
        List<String> run = new ArrayList<>(turn);
        for (int n = 3; n <= 9; n++) {
            run.add("FORWARD " + n);
            run.add("BACK " + n);
        }
        int at = say(run);
        return at == run.size()
                ? Optional.empty()
                : Optional.of(new Broken(Rule.COUNT, joined(turn, List.of(run.get(at)))));
    }

    private boolean isSound(String move, Facing facing) {
        Reaction start = new Reaction("robot-restarted", 1, 1, facing, ToyRobotLab.Gripper.EMPTY, 0);
        return found.stream().noneMatch(broken -> broken.alsoBreaks().test(start, move));
    }

    /** Fetches the ball, then tries what it can do; it sings on a square where it can sing without the ball. */
    private Optional<Broken> load() {
        List<String> fetch = new ArrayList<>(steps(ballRow));
        fetch.add(RIGHT);
        fetch.addAll(steps(ballColumn));
        fetch.add("TAKE");
        List<String> run = joined(fetch, List.of("TAKE", "BACK 1", "DANCE", RIGHT, "BLINK", RIGHT, "SLEEP"));
        int at = say(run);
        if (at < run.size()) {
            return Optional.of(new Broken(Rule.LOAD, joined(fetch, List.of(run.get(at)))));
        }
        for (List<String> aside : List.of(List.<String>of(), List.of(RIGHT, STEP), List.of(RIGHT, RIGHT, STEP))) {
            List<String> song = joined(fetch, joined(aside, List.of("SING")));
            if (jamsAtTheEnd(song, found.isEmpty() ? Broken.NOTHING : found.get(0))) {
                return Optional.of(new Broken(Rule.LOAD, song));
            }
        }
        return Optional.empty();
    }

    /** Steps from line 1 to another, in two parts where one part would break a promise. */
    private List<String> steps(int line) {
        String all = "FORWARD " + (line - 1);
        boolean isBroken = found.stream().anyMatch(broken -> broken.list().contains(all));
        return isBroken ? List.of("FORWARD " + (line - 2), STEP) : List.of(all);
    }

    private static List<String> joined(List<String> one, List<String> other) {
        List<String> joined = new ArrayList<>(one);
        joined.addAll(other);
        return joined;
    }
}
