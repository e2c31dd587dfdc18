package org.quintain.fuzz.toyrobot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quintain.core.Budget;
import org.quintain.core.Meter;
import org.quintain.core.Param;
import org.quintain.core.Params;
import org.quintain.core.Setup;
import org.quintain.core.Verdict;
import org.quintain.fuzz.toyrobot.ToyRobotCommand.Word;
import org.quintain.fuzz.toyrobot.ToyRobotLab.Answer;
import org.quintain.fuzz.toyrobot.ToyRobotLab.Facing;
import org.quintain.fuzz.toyrobot.ToyRobotLab.Gripper;
import org.quintain.fuzz.toyrobot.ToyRobotLab.Reaction;
import org.quintain.fuzz.toyrobot.ToyRobotLab.Rule;

class ToyRobotLabTest {
    private final ToyRobotLab lab = new ToyRobotLab();

    @ParameterizedTest
    @CsvSource({
        "FORWARD 3,FORWARD,3",
        "avance 3,FORWARD,3",
        "'  Avance   de 3 pas ! ',FORWARD,3",
        "AVANCE3,FORWARD,3",
        "Avance\u00A03,FORWARD,3",
        "FORWARD \uFF13,FORWARD,3",
        "forward 03,FORWARD,3",
        "FORWARD,FORWARD,1",
        "RECULE -2,BACK,-2",
        "back \u22122,BACK,-2",
        "BACK 99999999999999999999,BACK,999999",
        "Tourne \u00E0 gauche,TURN_LEFT,0",
        "TOURNE A\u0300 DROITE,TURN_RIGHT,0",
        "turn right.,TURN_RIGHT,0",
        "right,TURN_RIGHT,0",
        "prends la balle,TAKE,0",
        "Drop the ball,DROP,0",
        "R\u00C9VEILLE-TOI,WAKE,0",
        "'reveille toi\r\n',WAKE,0",
        "re\u0301veille\u2010toi,WAKE,0",
        "\uFEFFwake up,WAKE,0",
        "CHANTE,SING,0",
        "danse,DANCE,0",
        "clignote,BLINK,0",
        "regarde,LOOK,0",
        "dors,SLEEP,0",
        "Recommence,RESTART,0"
    })
    void commandsAreReadAsAPersonMeansThem(String line, Word word, int number) {
        assertEquals(new ToyRobotCommand(word, number), ToyRobotCommand.read(line));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "TURN",
                "TURN LEFT RIGHT",
                "TURN LEFT 2",
                "FORWARD 1.5",
                "FORWARD +3",
                "FORWARD 0x3",
                "FORWARD 3 4",
                "FORWARD LEFT",
                "SING 3",
                "SING DANCE",
                "TURN SING",
                "3",
                "-",
                "\u0000",
                "SING\u0000",
                "\uD83D\uDE00",
                "\uD800",
                "=HYPERLINK(\"x\")",
                "\u001B[2J"
            })
    void anythingElseIsAnsweredPolitely(String line) {
        ToyRobotTarget robot = robot();
        assertEquals("robot-unknown", robot.say(line).says());
        assertEquals("robot-sang", robot.say("SING").says());
    }

    @Test
    void eightyEmojiAndOverlongLinesAreAnsweredPolitely() {
        assertEquals("robot-unknown", robot().say("\uD83E\uDD16".repeat(80)).says());
        assertEquals("robot-unknown", robot().say("SING ".repeat(10_000)).says());
    }

    @Test
    void rightToLeftMarksAreNotHeard() {
        assertEquals(Facing.WEST, robot().say("\u202Eturn\u200F left").facing());
    }

    @Test
    void theManualIsKeptWithoutFaults() {
        ToyRobotTarget robot = robot();
        assertEquals(new Reaction("robot-moved", 1, 4, Facing.NORTH, Gripper.EMPTY, 3), robot.say("AVANCE 3"));
        assertEquals(new Reaction("robot-bumped", 1, 5, Facing.NORTH, Gripper.EMPTY, 1), robot.say("AVANCE 9"));
        assertEquals(new Reaction("robot-number", 1, 5, Facing.NORTH, Gripper.EMPTY, 0), robot.say("AVANCE 10"));
        assertEquals(new Reaction("robot-moved", 1, 3, Facing.NORTH, Gripper.EMPTY, 2), robot.say("RECULE 2"));
        assertEquals(new Reaction("robot-turned", 1, 3, Facing.EAST, Gripper.EMPTY, 0), robot.say("TURN RIGHT"));
        assertEquals(new Reaction("robot-nothing-here", 1, 3, Facing.EAST, Gripper.EMPTY, 0), robot.say("TAKE"));
        assertEquals(new Reaction("robot-moved", 3, 3, Facing.EAST, Gripper.EMPTY, 2), robot.say("FORWARD 2"));
        assertEquals(new Reaction("robot-took", 3, 3, Facing.EAST, Gripper.BALL, 0), robot.say("TAKE"));
        assertEquals("robot-full", robot.say("TAKE").says());
        assertEquals(new Reaction("robot-bumped", 1, 3, Facing.EAST, Gripper.BALL, 2), robot.say("BACK 9"));
        assertEquals(new Reaction("robot-dropped", 1, 3, Facing.EAST, Gripper.EMPTY, 0), robot.say("POSE"));
        assertEquals("robot-empty", robot.say("POSE").says());
        assertEquals("robot-took", robot.say("PRENDS").says());
    }

    @Test
    void anAttemptCostsOneQueryWhateverIsSaid() {
        Meter meter = new Meter(Budget.unlimited());
        ToyRobotTarget robot = new ToyRobotTarget(meter, List.of(), 3, 3);
        List.of("SING", "", "RESTART", "FORWARD 0").forEach(robot::say);
        assertEquals(4, meter.usage().queries());
    }

    @Test
    void aJammedRobotHearsOnlyRestart() {
        ToyRobotFault fault = ToyRobotFault.family().get(Rule.LIMIT.ordinal()).get(0);
        ToyRobotTarget robot = new ToyRobotTarget(new Meter(Budget.unlimited()), List.of(fault), 3, 3);
        assertTrue(robot.say("FORWARD 0").isJammed());
        for (String command : List.of("SING", "WAKE", "hello", "FORWARD 1", "")) {
            assertTrue(robot.say(command).isJammed(), command);
        }
        assertFalse(robot.say("recommence").isJammed());
        assertFalse(robot.say("SING").isJammed());
    }

    @Test
    void robotSaysWhetherItWasAsleepWhenItIsWoken() {
        ToyRobotTarget robot = robot();
        assertEquals("robot-awake", robot.say("WAKE").says());
        assertEquals("robot-slept", robot.say("SLEEP").says());
        assertEquals("robot-asleep", robot.say("SING").says());
        assertEquals("robot-woke", robot.say("WAKE").says());
    }

    @Test
    void restartPutsRobotAndBallBackAndWakesTheRobot() {
        ToyRobotTarget robot = robot();
        List<String> fetch = List.of("FORWARD 2", "TURN RIGHT", "FORWARD 2", "TAKE");
        fetch.forEach(robot::say);
        List.of("FORWARD 1", "DROP", "SLEEP").forEach(robot::say);
        assertEquals(new Reaction("robot-restarted", 1, 1, Facing.NORTH, Gripper.EMPTY, 0), robot.say("RESTART"));
        assertEquals(
                "robot-took", fetch.stream().map(robot::say).toList().get(3).says());
    }

    @Test
    void thereAre2480PairsOfFaults() {
        List<Integer> sizes = ToyRobotFault.family().stream().map(List::size).toList();
        assertEquals(List.of(14, 6, 8, 8, 8, 16, 10, 6), sizes);
        int sum = sizes.stream().mapToInt(n -> n).sum();
        int squares = sizes.stream().mapToInt(n -> n * n).sum();
        assertEquals(76, sum);
        assertEquals(2480, (sum * sum - squares) / 2);
        for (int i = 0; i < sizes.size(); i++) {
            Rule rule = Rule.values()[i];
            assertTrue(ToyRobotFault.family().get(i).stream().allMatch(fault -> fault.rule() == rule));
        }
        assertEquals(
                76,
                ToyRobotFault.family().stream()
                        .flatMap(List::stream)
                        .map(ToyRobotFault::toString)
                        .distinct()
                        .count());
    }

    @Test
    void allFaultsAreDrawnAndNeverTwoOfOneRule() {
        Set<String> drawn = new TreeSet<>();
        for (int seat = 0; seat < 3000; seat++) {
            List<ToyRobotFault> faults =
                    plan(Setup.practice(lab, seat, Params.none())).faults();
            assertEquals(2, faults.size());
            assertTrue(faults.get(0).rule() != faults.get(1).rule());
            faults.forEach(fault -> drawn.add(fault.toString()));
        }
        assertEquals(76, drawn.size());
    }

    @Test
    void onlyTheChosenFaultIsRepairedInTheCheckersTwins() {
        Setup setup = Setup.practice(lab, 25, Params.none());
        List<String> turns = Collections.nCopies(6, "TURN RIGHT");
        List<String> looks = List.of("LOOK", "LOOK");
        assertEquals(List.of(true, true), jams(setup, turns, looks));
        List<Boolean> withoutFirst = jams(setup.with(ToyRobotTarget.REPAIRED, "first"), turns, looks);
        List<Boolean> withoutSecond = jams(setup.with(ToyRobotTarget.REPAIRED, "second"), turns, looks);
        assertEquals(Set.of(List.of(true, false), List.of(false, true)), Set.of(withoutFirst, withoutSecond));
        assertEquals(List.of(false, false), jams(setup.with(Param.HARDENED, true), turns, looks));
    }

    private static List<Boolean> jams(Setup setup, List<String> one, List<String> other) {
        return List.of(isJammedBy(setup.again(), one), isJammedBy(setup.again(), other));
    }

    private static boolean isJammedBy(Setup setup, List<String> list) {
        ToyRobotTarget robot = open(setup);
        return list.stream().map(robot::say).toList().stream().anyMatch(Reaction::isJammed);
    }

    // Seat 25: six turns to the right (TURNS), two looks running (PAIR). Seat 9: FORWARD into the north wall, FORWARD
    // 7.

    @Test
    void aListInTheOtherLanguageWithBlankLinesIsAsGood() {
        List<String> turns = Collections.nCopies(6, "tourne à droite");
        Verdict verdict = check(25, new Answer(turns, Rule.TURNS, List.of("regarde", "", "Regarde !", " "), Rule.PAIR));
        assertEquals(100, verdict.earned());
    }

    @Test
    void aRestartInFrontCostsOnlyTheShortness() {
        List<String> turns = Collections.nCopies(6, "TURN RIGHT");
        Answer answer = new Answer(turns, Rule.TURNS, List.of("RESTART", "LOOK", "LOOK"), Rule.PAIR);
        assertMarks(check(25, answer), "35 fault-shown, 35 fault-shown, 10 short-one, 10 rule-both");
    }

    @Test
    void theSameFaultInOtherWordsEarnsOnce() {
        Answer answer = new Answer(List.of("LOOK", "LOOK"), Rule.PAIR, List.of("REGARDE", "LOOK"), Rule.PAIR);
        assertMarks(check(25, answer), "35 fault-shown, 0 same-fault, 10 short-one, 5 rule-one");
    }

    @Test
    void aListThatGoesOnBehindTheJamShowsNothing() {
        Answer answer = new Answer(List.of("LOOK", "LOOK", "SING"), Rule.PAIR, List.of(), Rule.NOT_SURE);
        assertMarks(check(25, answer), "0 jams-early, 0 list-empty, 0 short-nothing, 0 rule-nothing");
    }

    @Test
    void aListThatShowsBothFaultsAtOnceShowsNeither() {
        Answer answer = new Answer(List.of("FORWARD 7"), Rule.COUNT, List.of("TURN RIGHT", "FORWARD 7"), Rule.WALL);
        assertMarks(check(9, answer), "0 both-at-once, 35 fault-shown, 10 short-one, 0 rule-none");
    }

    @Test
    void aListThatDoesNotJamSaysSo() {
        Answer answer = new Answer(List.of("HELLO"), Rule.COUNT, List.of("FORWARD 6"), Rule.WALL);
        assertMarks(check(9, answer), "0 no-jam, 35 fault-shown, 10 short-one, 5 rule-one");
    }

    @Test
    void aCommandThatOnlyMovesTheBothAtOnceIsNeeded() {
        Answer answer =
                new Answer(List.of("TURN RIGHT", "FORWARD 7"), Rule.COUNT, List.of("LOOK", "FORWARD 6"), Rule.WALL);
        assertMarks(check(9, answer), "35 fault-shown, 35 fault-shown, 10 short-one, 10 rule-both");
    }

    @Test
    void theBestBlindListThatWeKnowShowsAFaultOnOneSeatInNine() {
        int shown = 0;
        int seats = 4000;
        for (int seat = 0; seat < seats; seat++) {
            ToyRobotTarget.Plan plan = plan(Setup.practice(lab, seat, Params.none()));
            List<String> blind = List.of(
                    "FORWARD " + (plan.ballRow() - 1),
                    "TURN RIGHT",
                    "FORWARD " + (plan.ballColumn() - 1),
                    "TAKE",
                    "LOOK",
                    "SING");
            Answer answer = new Answer(blind, Rule.LOAD, List.of(), Rule.NOT_SURE);
            shown += check(seat, answer).marks().get(0).earned() > 0 ? 1 : 0;
        }
        assertEquals(0.11, (double) shown / seats, 0.015);
    }

    private Verdict check(int seat, Answer answer) {
        return lab.open(Setup.practice(lab, seat, Params.none())).checker().check(answer);
    }

    private static void assertMarks(Verdict verdict, String marks) {
        assertEquals(
                marks,
                String.join(
                        ", ",
                        verdict.marks().stream()
                                .map(mark -> mark.earned() + " " + mark.why().key())
                                .toList()));
    }

    @Property
    void anyTextGetsAReactionFromAnyRobot(@ForAll @IntRange(max = 5000) int seat, @ForAll String text) {
        Reaction reaction = open(Setup.practice(lab, seat, Params.none())).say(text);
        assertTrue(reaction.says().startsWith("robot-"));
    }

    @Property
    void theSameCommandsGetTheSameReactions(
            @ForAll @IntRange(max = 5000) int seat,
            @ForAll @Size(max = 60) List<@IntRange(max = 19) Integer> commands,
            @ForAll String text) {
        Setup setup = Setup.practice(lab, seat, Params.none());
        ToyRobotTarget one = open(setup.again());
        ToyRobotTarget other = open(setup.again());
        List<String> lines =
                new ArrayList<>(commands.stream().map(COMMANDS::get).toList());
        lines.add(lines.size() / 2, text);
        assertEquals(
                lines.stream().map(one::say).toList(),
                lines.stream().map(other::say).toList());
        other.say("RESTART");
        ToyRobotTarget fresh = open(setup.again());
        assertEquals(
                lines.stream().map(fresh::say).toList(),
                lines.stream().map(other::say).toList());
    }

    @Property
    void theRepairedRobotNeverJamsAndStaysOnTheFloor(
            @ForAll @IntRange(max = 5000) int seat,
            @ForAll @Size(max = 100) List<@IntRange(max = 19) Integer> commands) {
        Setup setup = Setup.practice(lab, seat, Params.none()).with(Param.HARDENED, true);
        ToyRobotTarget robot = open(setup);
        for (int command : commands) {
            Reaction reaction = robot.say(COMMANDS.get(command));
            assertFalse(reaction.isJammed());
            assertTrue(reaction.column() >= 1 && reaction.column() <= 5);
            assertTrue(reaction.row() >= 1 && reaction.row() <= 5);
            assertTrue(reaction.steps() >= 0 && reaction.steps() <= 4);
        }
    }

    @Property
    void anyAnswerGetsAVerdict(
            @ForAll @IntRange(max = 5000) int seat,
            @ForAll @Size(max = 12) List<String> first,
            @ForAll @Size(max = 12) List<@IntRange(max = 19) Integer> second,
            @ForAll Rule rule) {
        List<String> commands = second.stream().map(COMMANDS::get).toList();
        Verdict verdict = check(seat, new Answer(first, rule, commands, rule));
        assertEquals(4, verdict.marks().size());
    }

    static final List<String> COMMANDS = List.of(
            "FORWARD 1",
            "FORWARD 2",
            "FORWARD 4",
            "FORWARD 9",
            "FORWARD 0",
            "BACK 1",
            "BACK 3",
            "BACK 7",
            "BACK 10",
            "TURN LEFT",
            "TURN RIGHT",
            "TAKE",
            "DROP",
            "SING",
            "DANCE",
            "BLINK",
            "LOOK",
            "SLEEP",
            "WAKE",
            "HELLO");

    private static ToyRobotTarget robot() {
        return new ToyRobotTarget(new Meter(Budget.unlimited()), List.of(), 3, 3);
    }

    private static ToyRobotTarget.Plan plan(Setup setup) {
        return ToyRobotTarget.Plan.draw(setup.seed());
    }

    private static ToyRobotTarget open(Setup setup) {
        return ToyRobotTarget.of(setup, plan(setup));
    }
}
