package org.quintain.app.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.quintain.core.Catalog;
import org.quintain.core.Lab;
import org.quintain.core.Language;
import org.quintain.core.Level;
import org.quintain.core.text.Brief;
import org.quintain.core.text.Hint;

/** What pupils of 11 to 15 years read has short sentences: 12 words on average at most. */
class PupilTextsTest {
    private static final double MAX_MEAN_WORDS = 12;
    private static final Pattern SENTENCE_END =
            Pattern.compile("(?<=[.!?…])[»\"')\\u202F]*\\s+|\n\\s*\n|\n(?=- |\\d+\\. |\\|)");

    @TestFactory
    Stream<DynamicTest> briefsForPupilsHaveShortSentences() {
        return Catalog.installed().labs().stream()
                .filter(lab -> lab.card().levels().get(0) == Level.PUPIL)
                .flatMap(lab -> Stream.of(Language.values()).map(language -> shortSentences(lab, language)));
    }

    private static DynamicTest shortSentences(Lab<?, ?> lab, Language language) {
        return DynamicTest.dynamicTest(lab.card().id() + " " + language.tag(), () -> {
            List<String> sentences = sentences(Brief.of(lab, language));
            double mean =
                    sentences.stream().mapToInt(PupilTextsTest::words).average().orElse(0);
            assertTrue(mean <= MAX_MEAN_WORDS, "mean words a sentence: " + mean);
        });
    }

    private static List<String> sentences(Brief brief) {
        List<String> texts = new ArrayList<>();
        for (Brief.Section section : Brief.Section.values()) {
            switch (section) {
                case SITUATION, WHAT_YOU_HOLD, TASK -> texts.add(brief.text(section));
                case ANSWER, VERDICTS -> texts.addAll(brief.entries(section).values());
                case HINTS ->
                    texts.addAll(brief.hints().stream().map(Hint::text).toList());
                default -> {}
            }
        }
        return texts.stream().flatMap(PupilTextsTest::sentences).toList();
    }

    private static Stream<String> sentences(String text) {
        return SENTENCE_END.splitAsStream(Markdown.prose(text)).filter(sentence -> words(sentence) > 0);
    }

    private static int words(String sentence) {
        return (int) Stream.of(sentence.strip().split("\\s+"))
                .filter(word -> word.codePoints().anyMatch(Character::isLetterOrDigit))
                .count();
    }

    @Test
    void sentencesAreCutAndCounted() {
        List<String> sentences = sentences("One two. Three?\n\n- four five\n- six `and more`; seven")
                .toList();

        assertEquals(
                List.of(2, 1, 2, 3),
                sentences.stream().map(PupilTextsTest::words).toList());
    }
}
