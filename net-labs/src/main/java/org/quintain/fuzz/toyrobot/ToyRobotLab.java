package org.quintain.fuzz.toyrobot;

import java.util.List;
import org.quintain.core.Assurance;
import org.quintain.core.Budget;
import org.quintain.core.Lab;
import org.quintain.core.LabCard;
import org.quintain.core.LabRun;
import org.quintain.core.Level;
import org.quintain.core.Param;
import org.quintain.core.Setup;
import org.quintain.core.Size;

/**
 * Finds two planted faults of a toy robot by talking to it: the manual makes eight promises, the robot breaks two.
 *
 * <p>Drawn: two faults of different rules out of 76, which makes 2,480 pairs, and the ball's square out of 16. The
 * hardened twin keeps all eight promises. A list counts only if its last command jams: the best blind list known does so on
 * one robot in nine (a song with the ball, straight after a trick), hence 3 bits for each criterion.
 *
 * <p>Sources: Miller, Fredriksen, So, An empirical study of the reliability of UNIX utilities, CACM 33(12), 1990; Zeller,
 * Hildebrandt, Simplifying and isolating failure-inducing input, IEEE TSE 28(2), 2002, section 3 (1-minimality).
 */
public final class ToyRobotLab implements Lab<ToyRobotLab.Challenge, ToyRobotLab.Answer> {
    /** Squares in a row and rows on the floor: columns 1 to 5 go east, rows 1 to 5 go north. */
    public static final int FLOOR = 5;

    static final LabCard CARD = LabCard.of("fuzz.toy-robot", 1)
            .assurance(Assurance.REPLAYED_ANSWER)
            .criterion("first-fault", 35, 3)
            .criterion("second-fault", 35, 3)
            .criterion("short", 20, 3)
            .criterion("rule", 10, 3)
            .parameter(Param.HARDENED)
            .budget(Budget.ofQueries(300).withSubmissions(8))
            .levels(Level.PUPIL, Level.LYCEE)
            .minutes(40)
            .sources(
                    "B. Miller, L. Fredriksen, B. So, An Empirical Study of the Reliability of UNIX Utilities,"
                            + " CACM 33(12), 1990, pp. 32-44",
                    "A. Zeller, R. Hildebrandt, Simplifying and Isolating Failure-Inducing Input, IEEE TSE 28(2), 2002,"
                            + " pp. 183-200, section 3",
                    "Concours Alkindi 2016, boîte noire (idea)")
            .tags("fuzzing", "testing", "black-box", "no-code")
            .build();

    /**
     * What the learner gets.
     *
     * @param robot the robot to talk to
     * @param ballColumn where the ball lies, 2 to 5
     * @param ballRow where the ball lies, 2 to 5
     */
    public record Challenge(Robot robot, int ballColumn, int ballRow) {}

    /** A robot on the floor, at column 1, row 1, looking north; it understands French and English. */
    public interface Robot {
        /**
         * Says one command and hears what happens.
         *
         * @param command at most 80 characters; case, accents, spaces and end marks do not matter; anything may be said
         * @return the robot's reaction, {@code robot-unknown} if it does not understand
         */
        Reaction say(@Size(max = 80) String command);
    }

    /**
     * What the robot does and says: a message whose arguments are the other components.
     *
     * @param says key of the words under Verdicts in the briefs
     * @param column where it stands, 1 to 5
     * @param row where it stands, 1 to 5
     * @param facing where it looks; its words are {@code facing-north} …
     * @param gripper what it holds; its words are {@code gripper-empty} and {@code gripper-ball}
     * @param steps how many steps it has just taken, 0 to 4
     */
    public record Reaction(String says, int column, int row, Facing facing, Gripper gripper, int steps) {
        /**
         * Whether the robot is stuck and hears nothing but RESTART.
         *
         * @return true if it says {@code robot-jammed}
         */
        public boolean isJammed() {
            return says.equals("robot-jammed");
        }
    }

    /** Where the robot looks, clockwise. */
    public enum Facing {
        /** Towards higher rows. */
        NORTH,
        /** Towards higher columns. */
        EAST,
        /** Towards lower rows. */
        SOUTH,
        /** Towards lower columns. */
        WEST;

        /**
         * Where it looks after quarter turns to the right.
         *
         * @param quarters 0 to 3
         * @return the new direction
         */
        public Facing right(int quarters) {
            return values()[(ordinal() + quarters) % 4];
        }
    }

    /** What the gripper holds. */
    public enum Gripper {
        /** Nothing. */
        EMPTY,
        /** The ball. */
        BALL
    }

    /** The promises of the manual, one of which each fault breaks; {@code NOT_SURE} is an answer too. */
    public enum Rule {
        /** Each number of steps from 1 to 9 works. */
        COUNT,
        /** Other numbers are refused. */
        LIMIT,
        /** A wall stops it. */
        WALL,
        /** It can turn for ever. */
        TURNS,
        /** It sings on each square. */
        SONG,
        /** Tricks follow each other in any order. */
        PAIR,
        /** Asleep it hears WAKE and RESTART only. */
        SLEEP,
        /** It can do with the ball what it can do without. */
        LOAD,
        /** No guess. */
        NOT_SURE
    }

    /**
     * Two lists of commands for a freshly started robot, in either order, and the rules that they break.
     *
     * @param first commands, the last of which jams the robot
     * @param firstRule the promise that is broken there
     * @param second commands, the last of which jams the robot by another fault
     * @param secondRule the promise that is broken there
     */
    public record Answer(
            @Size(max = 12) List<@Size(max = 80) String> first,
            Rule firstRule,
            @Size(max = 12) List<@Size(max = 80) String> second,
            Rule secondRule) {
        /** Copies the lists. */
        public Answer {
            first = List.copyOf(first);
            second = List.copyOf(second);
        }
    }

    @Override
    public LabCard card() {
        return CARD;
    }

    @Override
    public Class<Challenge> challengeType() {
        return Challenge.class;
    }

    @Override
    public Class<Answer> answerType() {
        return Answer.class;
    }

    @Override
    public LabRun<Challenge, Answer> open(Setup setup) {
        ToyRobotTarget.Plan plan = ToyRobotTarget.Plan.draw(setup.seed());
        Challenge challenge = new Challenge(ToyRobotTarget.of(setup, plan), plan.ballColumn(), plan.ballRow());
        return new LabRun<>(challenge, new ToyRobotChecker(setup, plan));
    }
}
