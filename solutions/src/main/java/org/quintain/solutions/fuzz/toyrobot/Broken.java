package org.quintain.solutions.fuzz.toyrobot;

import java.util.List;
import java.util.function.BiPredicate;
import org.quintain.fuzz.toyrobot.ToyRobotLab.Reaction;
import org.quintain.fuzz.toyrobot.ToyRobotLab.Rule;

/**
 * A promise found broken.
 *
 * @param rule the promise
 * @param list commands after RESTART, the last of which jams the robot
 * @param alsoBreaks whether a command said to a robot in a given state would break this promise too: needed where one
 *     fault can hide behind the other, at walls and in songs
 */
record Broken(Rule rule, List<String> list, BiPredicate<Reaction, String> alsoBreaks) {
    static final Broken NOTHING = new Broken(Rule.NOT_SURE, List.of());

    Broken(Rule rule, List<String> list) {
        this(rule, list, (before, command) -> false);
    }
}
