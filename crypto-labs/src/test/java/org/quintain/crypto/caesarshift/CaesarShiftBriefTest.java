package org.quintain.crypto.caesarshift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quintain.core.Language;
import org.quintain.core.Message;
import org.quintain.core.text.Brief;
import org.quintain.core.text.Brief.Section;
import org.quintain.core.text.Hint;

class CaesarShiftBriefTest {
    private static final List<Section> PROSE = List.of(Section.SITUATION, Section.WHAT_YOU_HOLD, Section.TASK);

    private static Brief brief(Language language) {
        return Brief.of(new CaesarShiftLab(), language);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void sentencesHaveTwelveWordsAtMostOnAverage(Language language) {
        double[] lengths = Arrays.stream(wordsToRead(language).split("[.!?:]+(?=[\\s»”\"]|$)|\\n+"))
                .map(sentence -> sentence.replaceAll("[^\\p{L}\\p{N}]+", " ").strip())
                .filter(sentence -> !sentence.isEmpty())
                .mapToDouble(sentence -> sentence.split(" ").length)
                .toArray();
        double mean = Arrays.stream(lengths).average().orElseThrow();
        double longest = Arrays.stream(lengths).max().orElseThrow();
        assertTrue(mean <= 12, language + " mean " + mean);
        assertTrue(longest <= 20, language + " longest " + longest);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void theHiddenTextsAreEasyToReadToo(String language) {
        for (String text : CaesarShiftLab.texts(language)) {
            int sentences = text.split("[.?!]").length;
            assertTrue(text.split(" ").length <= 14 * sentences, text);
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void theHintsCostLessThanHalfOfThePoints(Language language) {
        List<Hint> hints = brief(language).hints();
        assertEquals(4, hints.size());
        assertTrue(hints.stream().mapToInt(Hint::cost).sum() < 50);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void theStripsOnPaperLineUp(Language language) {
        String text = brief(language).text(Section.WHAT_YOU_HOLD);
        String upper = text.lines()
                .filter(line -> line.startsWith("A B C"))
                .findFirst()
                .orElseThrow();
        assertTrue(text.contains("\n" + upper + " " + upper + "\n"), text);
        assertEquals("ABCDEFGHIJKLMNOPQRSTUVWXYZ", upper.replace(" ", ""));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aVerdictSaysNumberAndWord(Language language) {
        String said = brief(language).say(Message.of("text-nearly", "wrong", 2, "word", 7));
        assertTrue(said.contains("2") && said.contains("7") && !said.contains("{"), said);
    }

    @Test
    void theExamplesAreEncipheredWithShiftThree() {
        String english = brief(Language.EN).text(Section.SITUATION);
        String french = brief(Language.FR).text(Section.SITUATION);
        assertTrue(english.contains("BOAT becomes " + CaesarShiftCipher.shift("BOAT", 3)), english);
        assertTrue(french.contains("PHARE devient " + CaesarShiftCipher.shift("PHARE", 3)), french);
    }

    @Test
    void frenchTypographyIsRespected() {
        String text = wordsToRead(Language.FR);
        assertFalse(text.contains("'"), "typographic apostrophes");
        assertFalse(text.matches("(?s).*[^\u202F][;:!?»](?!\\S).*"), "U+202F before ; : ! ? »");
        assertFalse(text.matches("(?s).*«[^\u202F].*"), "U+202F after «");
    }

    /** All that a pupil reads in sentences: the prose, the hints and the verdicts; not the strips and the sources. */
    private static String wordsToRead(Language language) {
        Brief brief = brief(language);
        String prose = PROSE.stream()
                .map(brief::text)
                .collect(Collectors.joining("\n"))
                .replaceAll("(?s)```.*?```", "\n");
        String hints = brief.hints().stream().map(Hint::text).collect(Collectors.joining("\n"));
        String lists = List.of(Section.ANSWER, Section.CRITERIA, Section.VERDICTS, Section.PARAMETERS).stream()
                .flatMap(section -> brief.entries(section).values().stream())
                .collect(Collectors.joining("\n"));
        return prose + "\n" + hints + "\n" + lists;
    }
}
