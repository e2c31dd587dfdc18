package org.quintain.core.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quintain.core.Language;
import org.quintain.core.Message;
import org.quintain.core.toys.Toys;

/** Briefs: their fixed form and their words. */
class BriefTest {
    private static final String BRIEF = """
            # The title

            ## Situation
            A story.

            ## What you hold
            Things.

            ## Task
            Do it.

            ## Answer
            - key: the key

            ## Hints
            1. [5] First
              and more.
            2. [10] Second.

            ## Criteria
            - key: the key

            ## Verdicts
            - key-wrong: At {at} it is {found}.

            ## Sources
            None.
            """;

    private static Brief parse(String markdown) {
        return Brief.parse(markdown, Language.EN);
    }

    @Test
    void hintGoesOnInAnIndentedLine() {
        assertEquals(
                List.of(new Hint(1, 5, "First and more."), new Hint(2, 10, "Second.")),
                parse(BRIEF).hints());
    }

    @Test
    void titleIsThePlainText() {
        assertEquals("The title", parse(BRIEF).title());
    }

    @Test
    void lineEndsOfWindowsAreTheSameBrief() {
        assertEquals("A story.", parse(BRIEF.replace("\n", "\r\n")).text(Brief.Section.SITUATION));
    }

    @Test
    void parametersMayBeLeftOut() {
        assertEquals(Map.of(), parse(BRIEF).entries(Brief.Section.PARAMETERS));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "# The title|The title",
                "# The title|# The title\\nand more",
                "## Situation|## Story",
                "## Task|## Situation",
                "A story.|''",
                "2. [10]|3. [10]",
                "2. [10]|2.",
                "- key: the key|key: the key",
                "- key-wrong:|- key wrong:",
                "## Sources|## Sources of it"
            })
    void briefOfAnotherFormIsRefused(String part, String instead) {
        assertThrows(IllegalArgumentException.class, () -> parse(BRIEF.replace(part, instead.replace("\\n", "\n"))));
    }

    @Test
    void argumentsStandInTheirPlaces() {
        assertEquals("At 3 it is {at}.", parse(BRIEF).say(Message.of("key-wrong", "at", 3, "found", "{at}")));
    }

    @Test
    void placeWithoutAnArgumentStays() {
        assertEquals("At 3 it is {found}.", parse(BRIEF).say(Message.of("key-wrong", "at", 3)));
    }

    @Test
    void learnersTextInAnArgumentIsCleaned() {
        assertEquals(
                "At \ufffd it is \ufffd[2J.",
                parse(BRIEF).say(Message.of("key-wrong", "at", "\u202e", "found", "\u001b[2J")));
    }

    @Test
    void messageOfCoreHasCoresWords() {
        assertEquals("key: this field is missing.", parse(BRIEF).say(Message.of("value-missing", "at", "key")));
    }

    @Test
    void messageWithoutWordsShowsItsKeyAndArguments() {
        assertEquals("no-words at=3", parse(BRIEF).say(Message.of("no-words", "at", 3)));
    }

    @Test
    void placesOfAVerdictAreItsArguments() {
        assertEquals(Optional.of(Set.of("at", "found")), parse(BRIEF).places("key-wrong"));
    }

    @Test
    void frenchBriefIsFoundBesideTheLab() {
        assertEquals("Le clavier bavard", Brief.of(Toys.VAULT, Language.FR).title());
    }
}
