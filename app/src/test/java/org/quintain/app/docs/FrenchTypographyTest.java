package org.quintain.app.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The typography of every French text: briefs, debriefs, guides, help and messages. */
class FrenchTypographyTest {
    private static final Map<String, Pattern> MISTAKES = Map.of(
            "U+202F wanted before ; ! ? »",
            Pattern.compile("(?<![\\u202F;!?])[;!?»](?=\\s|$|[)\\]»;!?.,…])|[^\\u202F]»"),
            "U+202F wanted before :",
            Pattern.compile("(?<!\\u202F):(?=\\s|$)"),
            "U+202F wanted after «",
            Pattern.compile("«(?!\\u202F)"),
            "’ wanted, and not '",
            Pattern.compile("\\p{L}'\\p{L}"),
            "« » wanted, and not other quotation marks",
            Pattern.compile("[“”\"]"),
            "one … wanted, and not three dots",
            Pattern.compile("\\.\\.\\."));

    @Test
    void frenchTextsKeepTheRulesOfFrenchTypography() {
        List<String> mistakes = new ArrayList<>();
        for (Text.Line line : Text.in("fr")) {
            MISTAKES.forEach((rule, pattern) -> pattern.matcher(line.prose())
                    .results()
                    .map(MatchResult::start)
                    .forEach(at -> mistakes.add(line.where() + ": " + rule + ": " + around(line.prose(), at))));
        }
        assertEquals("", String.join("\n", mistakes));
    }

    @Test
    void theRulesFindWhatTheyAreFor() {
        assertEquals(
                List.of(1, 1, 1, 1, 1, 1, 1),
                List.of(
                        found("Attention !"),
                        found("oui: non"),
                        found("« oui\u202F»"),
                        found("l'eau"),
                        found("“non\u202F"),
                        found("ah\u202F; eh?"),
                        found("attendez...")));
        assertEquals(0, found("Vous\u202F: «\u202Foui\u202F», l’eau\u202F; ça va\u202F? 10:30, a:b, quoi\u202F?!"));
    }

    private static int found(String text) {
        return (int) MISTAKES.values().stream()
                .filter(pattern -> pattern.matcher(text).find())
                .count();
    }

    private static String around(String text, int at) {
        return text.substring(Math.max(0, at - 20), Math.min(text.length(), at + 12));
    }
}
