package org.quintain.fuzz.toyrobot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.quintain.core.Budget;
import org.quintain.core.Language;
import org.quintain.core.Message;
import org.quintain.core.Meter;
import org.quintain.core.text.Brief;
import org.quintain.core.text.Brief.Section;
import org.quintain.fuzz.toyrobot.ToyRobotLab.Facing;
import org.quintain.fuzz.toyrobot.ToyRobotLab.Gripper;
import org.quintain.fuzz.toyrobot.ToyRobotLab.Reaction;
import org.quintain.fuzz.toyrobot.ToyRobotLab.Rule;

class ToyRobotBriefTest {
    private static final List<Section> TO_READ =
            List.of(Section.SITUATION, Section.WHAT_YOU_HOLD, Section.TASK, Section.HINTS, Section.VERDICTS);

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyPossibleReactionHasWords(Language language) throws ReflectiveOperationException {
        Brief brief = Brief.of(new ToyRobotLab(), language);
        for (String says : reactions()) {
            for (Facing facing : Facing.values()) {
                for (Gripper gripper : Gripper.values()) {
                    String words = words(brief, new Reaction(says, 2, 3, facing, gripper, 4));
                    assertFalse(words.contains("{") || words.contains("robot-"), words);
                    assertFalse(words.contains("NORTH") || words.contains("EMPTY"), words);
                }
            }
        }
    }

    @Test
    void noReactionIsWordedInVain() {
        Set<String> worded = new TreeSet<>(Brief.of(new ToyRobotLab(), Language.EN)
                .entries(Section.VERDICTS)
                .keySet());
        worded.removeIf(key -> !key.startsWith("robot-"));
        assertEquals(worded, reactions());
    }

    @Test
    void reactionsReadNaturallyInBothLanguages() throws ReflectiveOperationException {
        Reaction reaction = new Reaction("robot-looked", 2, 3, Facing.WEST, Gripper.BALL, 0);
        assertEquals(
                "I am in column 2, row 3. I look west. My gripper holds the ball.",
                words(Brief.of(new ToyRobotLab(), Language.EN), reaction));
        assertEquals(
                "Je suis colonne 2, ligne 3. Je regarde vers l’ouest. Ma pince tient la balle.",
                words(Brief.of(new ToyRobotLab(), Language.FR), reaction));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void theBriefNamesEachCommandAndEachRule(Language language) {
        Brief brief = Brief.of(new ToyRobotLab(), language);
        String manual = brief.text(Section.WHAT_YOU_HOLD);
        for (Rule rule : Rule.values()) {
            String word = rule.name().toLowerCase(Locale.ROOT).replace('_', '-');
            assertTrue(brief.entries(Section.ANSWER).get("firstRule").contains(word), word);
            assertTrue(rule == Rule.NOT_SURE || manual.contains("- `" + word + "`"), word);
        }
        Pattern.compile("`([^`]+)`")
                .matcher(manual)
                .results()
                .map(result -> result.group(1))
                .filter(code -> code.equals(code.toUpperCase(Locale.ROOT)))
                .forEach(code -> assertTrue(ToyRobotCommand.read(code).word() != ToyRobotCommand.Word.UNKNOWN, code));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void sentencesAreShortEnoughForPupils(Language language) {
        Brief brief = Brief.of(new ToyRobotLab(), language);
        int sentences = 0;
        int words = 0;
        for (Section section : TO_READ) {
            String plain = brief.text(section).replaceAll("(?m)^(- `?[a-z0-9-]+`?\\h?:|[0-9]\\. \\[[0-9]+])", ".");
            for (String sentence : plain.split("[.!?…:]+(\\s|\\h|$)|\n- ")) {
                long count = Arrays.stream(sentence.split("[\\s\\h]+"))
                        .filter(word -> word.matches(".*[\\p{L}\\p{N}].*"))
                        .count();
                sentences += count > 0 ? 1 : 0;
                words += (int) count;
            }
        }
        assertTrue(words <= 12 * sentences, words + " words in " + sentences + " sentences");
    }

    @Test
    void frenchTypographyIsKept() {
        Brief brief = Brief.of(new ToyRobotLab(), Language.FR);
        for (Section section : Section.values()) {
            String text = brief.text(section);
            assertFalse(text.contains("'"), section + " has straight apostrophes");
            assertFalse(
                    Pattern.compile(" [;:!?»]|« |[^\\u202F ][!?;»]")
                            .matcher(text)
                            .find(),
                    section.toString());
        }
    }

    /** As the command line says a reaction: the other components are the arguments, enums through their own words. */
    private static String words(Brief brief, Reaction reaction) throws ReflectiveOperationException {
        SortedMap<String, String> arguments = new TreeMap<>();
        for (RecordComponent component : Reaction.class.getRecordComponents()) {
            Object value = component.getAccessor().invoke(reaction);
            if (value instanceof Enum<?> word) {
                String key = component.getName() + "-"
                        + word.name().toLowerCase(Locale.ROOT).replace('_', '-');
                arguments.put(component.getName(), brief.say(Message.of(key)));
            } else if (!component.getName().equals("says")) {
                arguments.put(component.getName(), String.valueOf(value));
            }
        }
        return brief.say(new Message(reaction.says(), arguments));
    }

    /** Every reaction there is, provoked. */
    private static Set<String> reactions() {
        ToyRobotFault fault = ToyRobotFault.family().get(Rule.LIMIT.ordinal()).get(0);
        ToyRobotTarget robot = new ToyRobotTarget(new Meter(Budget.unlimited()), List.of(fault), 1, 2);
        Set<String> said = new TreeSet<>();
        for (String command : List.of(
                "RESTART",
                "BACK 0",
                "BACK 1",
                "TAKE",
                "DROP",
                "FORWARD 1",
                "TAKE",
                "TAKE",
                "DROP",
                "TURN LEFT",
                "SING",
                "DANCE",
                "BLINK",
                "LOOK",
                "WAKE",
                "SLEEP",
                "SING",
                "WAKE",
                "HELLO",
                "FORWARD 0")) {
            said.add(robot.say(command).says());
        }
        return said;
    }
}
