package org.quintain.fuzz.toyrobot;

import java.util.List;
import org.quintain.core.Meter;
import org.quintain.core.Param;
import org.quintain.core.Setup;
import org.quintain.core.derive.Draw;
import org.quintain.core.derive.Seed;
import org.quintain.fuzz.toyrobot.ToyRobotCommand.Word;
import org.quintain.fuzz.toyrobot.ToyRobotFault.Moment;
import org.quintain.fuzz.toyrobot.ToyRobotLab.Facing;
import org.quintain.fuzz.toyrobot.ToyRobotLab.Gripper;
import org.quintain.fuzz.toyrobot.ToyRobotLab.Reaction;

/** The robot: does what the manual says, but jams where a check is missing; its hardened twin misses none. */
final class ToyRobotTarget implements ToyRobotLab.Robot {
    /** Which fault a checker's twin has repaired; never on the card, because no learner meets such a robot. */
    static final Param<String> REPAIRED = Param.choice("repaired", "none", "first", "second");

    /**
     * What is drawn for a learner.
     *
     * @param faults two, of different rules
     * @param ballColumn where the ball lies at the start, 2 to 5
     * @param ballRow where the ball lies at the start, 2 to 5
     */
    record Plan(List<ToyRobotFault> faults, int ballColumn, int ballRow) {
        static Plan draw(Seed seed) {
            Draw ball = seed.draw("ball");
            int column = 2 + ball.below(ToyRobotLab.FLOOR - 1);
            int row = 2 + ball.below(ToyRobotLab.FLOOR - 1);
            return new Plan(ToyRobotFault.draw(seed.secret("faults")), column, row);
        }
    }

    private static final int MAX_STEPS = 9;

    private final Meter meter;
    private final List<ToyRobotFault> faults;
    private final int ballStartColumn;
    private final int ballStartRow;

    private int column;
    private int row;
    private Facing facing;
    private int ballColumn;
    private int ballRow;
    private boolean isHolding;
    private boolean isAsleep;
    private boolean isJammed;
    private ToyRobotCommand before;
    private int running;

    ToyRobotTarget(Meter meter, List<ToyRobotFault> faults, int ballStartColumn, int ballStartRow) {
        this.meter = meter;
        this.faults = List.copyOf(faults);
        this.ballStartColumn = ballStartColumn;
        this.ballStartRow = ballStartRow;
        restart();
    }

    /** The robot of a setup: which of the planted faults it has is for the parameters to say. */
    static ToyRobotTarget of(Setup setup, Plan plan) {
        return new ToyRobotTarget(setup.meter(), unrepaired(setup, plan.faults()), plan.ballColumn(), plan.ballRow());
    }

    private static List<ToyRobotFault> unrepaired(Setup setup, List<ToyRobotFault> planted) {
        if (setup.params().get(Param.HARDENED)) {
            return List.of();
        }
        return switch (setup.params().get(REPAIRED)) {
            case "first" -> planted.subList(1, 2);
            case "second" -> planted.subList(0, 1);
            default -> planted;
        };
    }

    @Override
    public Reaction say(String line) {
        meter.query();
        ToyRobotCommand command = ToyRobotCommand.read(line);
        if (command.word() == Word.RESTART) {
            restart();
            return reaction("robot-restarted", 0);
        }
        Moment now = moment(command);
        isJammed = isJammed || faults.stream().anyMatch(fault -> fault.strikes(now));
        if (isJammed) {
            return reaction("robot-jammed", 0);
        }
        if (isAsleep && command.word() != Word.WAKE) {
            return reaction("robot-asleep", 0);
        }
        before = command;
        running = now.running();
        return command.word().isMove() ? move(now) : reaction(obey(command.word()), 0);
    }

    private void restart() {
        column = 1;
        row = 1;
        facing = Facing.NORTH;
        ballColumn = ballStartColumn;
        ballRow = ballStartRow;
        isHolding = false;
        isAsleep = false;
        isJammed = false;
        before = ToyRobotCommand.UNKNOWN;
        running = 0;
    }

    private Moment moment(ToyRobotCommand command) {
        Facing towards = command.word() == Word.BACK ? facing.right(2) : facing;
        boolean bumps = isCount(command.number()) && command.number() > room(towards);
        return new Moment(
                command,
                before.word(),
                command.equals(before) ? running + 1 : 1,
                isAsleep,
                isHolding,
                column,
                row,
                towards,
                command.word().isMove() && bumps);
    }

    private static boolean isCount(int number) {
        return number >= 1 && number <= MAX_STEPS;
    }

    /** Free squares between the robot and a wall. */
    private int room(Facing wall) {
        return switch (wall) {
            case NORTH -> ToyRobotLab.FLOOR - row;
            case EAST -> ToyRobotLab.FLOOR - column;
            case SOUTH -> row - 1;
            case WEST -> column - 1;
        };
    }

    private Reaction move(Moment now) {
        int asked = now.command().number();
        if (!isCount(asked)) {
            return reaction("robot-number", 0);
        }
        int steps = Math.min(asked, room(now.towards()));
        switch (now.towards()) {
            case NORTH -> row += steps;
            case EAST -> column += steps;
            case SOUTH -> row -= steps;
            case WEST -> column -= steps;
        }
        return reaction(now.bumps() ? "robot-bumped" : "robot-moved", steps);
    }

    private String obey(Word word) {
        return switch (word) {
            case TURN_LEFT -> turn(3);
            case TURN_RIGHT -> turn(1);
            case TAKE -> take();
            case DROP -> drop();
            case SLEEP -> sleep(true);
            case WAKE -> sleep(false);
            case SING -> "robot-sang";
            case DANCE -> "robot-danced";
            case BLINK -> "robot-blinked";
            case LOOK -> "robot-looked";
            default -> "robot-unknown";
        };
    }

    private String turn(int quarters) {
        facing = facing.right(quarters);
        return "robot-turned";
    }

    private String take() {
        if (isHolding) {
            return "robot-full";
        }
        isHolding = column == ballColumn && row == ballRow;
        return isHolding ? "robot-took" : "robot-nothing-here";
    }

    private String drop() {
        if (!isHolding) {
            return "robot-empty";
        }
        isHolding = false;
        ballColumn = column;
        ballRow = row;
        return "robot-dropped";
    }

    private String sleep(boolean falls) {
        boolean wasAsleep = isAsleep;
        isAsleep = falls;
        return falls ? "robot-slept" : wasAsleep ? "robot-woke" : "robot-awake";
    }

    private Reaction reaction(String says, int steps) {
        return new Reaction(says, column, row, facing, isHolding ? Gripper.BALL : Gripper.EMPTY, steps);
    }
}
