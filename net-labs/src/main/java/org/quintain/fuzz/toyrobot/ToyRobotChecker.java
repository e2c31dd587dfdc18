package org.quintain.fuzz.toyrobot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quintain.core.Checker;
import org.quintain.core.Message;
import org.quintain.core.Setup;
import org.quintain.core.Verdict;
import org.quintain.fuzz.toyrobot.ToyRobotLab.Answer;
import org.quintain.fuzz.toyrobot.ToyRobotLab.Rule;

/**
 * Replays each list on fresh robots: as planted, and with one fault repaired.
 *
 * <p>A list shows a fault if its last command, and none before, jams the robot as planted, and the list does not jam the
 * robot in which exactly that fault is repaired. It is short if it no longer shows that fault when any one command is left
 * out (1-minimal). Cost: at most 52 replays of 12 commands.
 */
final class ToyRobotChecker implements Checker<Answer> {
    private static final List<String> REPAIRS = List.of("first", "second");

    private final Setup setup;
    private final ToyRobotTarget.Plan plan;

    ToyRobotChecker(Setup setup, ToyRobotTarget.Plan plan) {
        this.setup = setup;
        this.plan = plan;
    }

    /** What one list achieves: which fault it shows (0 or 1), if any, and why. */
    private record Finding(Optional<Integer> fault, boolean isShort, boolean isRuleRight, Message why) {
        static Finding nothing(Message why) {
            return new Finding(Optional.empty(), false, false, why);
        }
    }

    @Override
    public Verdict check(Answer answer) {
        Finding first = look(answer.first(), answer.firstRule());
        Finding second = look(answer.second(), answer.secondRule());
        if (second.fault().isPresent() && second.fault().equals(first.fault())) {
            second = Finding.nothing(Message.of("same-fault"));
        }
        boolean isAny = first.fault().isPresent() || second.fault().isPresent();
        int isShort = (first.isShort() ? 1 : 0) + (second.isShort() ? 2 : 0);
        int isRight = (first.isRuleRight() ? 1 : 0) + (second.isRuleRight() ? 2 : 0);
        return ToyRobotLab.CARD
                .marking()
                .mark("first-fault", first.fault().isPresent(), first.why())
                .mark("second-fault", second.fault().isPresent(), second.why())
                .part("short", share("short", isShort), why("short", isAny, isShort))
                .part("rule", share("rule", isRight), why("rule", isAny, isRight))
                .verdict();
    }

    /** Half of the points for each list; {@code lists}: 1 for the first, 2 for the second, 3 for both. */
    private static int share(String criterion, int lists) {
        return ToyRobotLab.CARD.criterion(criterion).points() * Integer.bitCount(lists) / 2;
    }

    private static Message why(String criterion, boolean isAny, int lists) {
        return switch (lists) {
            case 0 -> Message.of(criterion + (isAny ? "-none" : "-nothing"));
            case 3 -> Message.of(criterion + "-both");
            default -> Message.of(criterion + "-one", "list", lists);
        };
    }

    private Finding look(List<String> list, Rule rule) {
        List<String> lines = list.stream().filter(line -> !line.isBlank()).toList();
        if (lines.isEmpty()) {
            return Finding.nothing(Message.of("list-empty"));
        }
        int at = jamsAt(setup.again(), lines);
        if (at == 0) {
            return Finding.nothing(Message.of("no-jam", "length", lines.size()));
        }
        if (at < lines.size()) {
            return Finding.nothing(Message.of("jams-early", "at", at, "length", lines.size()));
        }
        for (int fault = 0; fault < 2; fault++) {
            if (shows(fault, lines)) {
                boolean isRight = plan.faults().get(fault).rule() == rule;
                Message why = Message.of("fault-shown", "at", at);
                return new Finding(Optional.of(fault), isShort(fault, lines), isRight, why);
            }
        }
        return Finding.nothing(Message.of("both-at-once"));
    }

    private boolean isShort(int fault, List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            List<String> without = new ArrayList<>(lines);
            without.remove(i);
            if (shows(fault, without)) {
                return false;
            }
        }
        return true;
    }

    private boolean shows(int fault, List<String> lines) {
        return jamsAt(setup.again(), lines) > 0
                && jamsAt(setup.with(ToyRobotTarget.REPAIRED, REPAIRS.get(fault)), lines) == 0;
    }

    /** The number of the command that jams, from 1; 0 if none does. */
    private int jamsAt(Setup fresh, List<String> lines) {
        ToyRobotTarget robot = ToyRobotTarget.of(fresh, plan);
        for (int i = 0; i < lines.size(); i++) {
            if (robot.say(lines.get(i)).isJammed()) {
                return i + 1;
            }
        }
        return 0;
    }
}
