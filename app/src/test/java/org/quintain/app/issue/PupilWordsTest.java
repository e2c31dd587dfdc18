package org.quintain.app.issue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quintain.app.handin.AnswerSheet;
import org.quintain.core.text.Texts;

/** What pupils read on pages and sheets is in short sentences. */
class PupilWordsTest {
    private static final int MAX_WORDS = 12;

    @Test
    void noSentenceForPupilsIsLong() {
        List<String> tooLong = new ArrayList<>();
        int sentences = 0;
        for (String language : List.of("en", "fr")) {
            for (Texts texts : List.of(
                    Texts.load(LearnerPage.class, "page." + language + ".properties"),
                    Texts.load(AnswerSheet.class, "sheet." + language + ".properties"))) {
                for (String key : texts.keys()) {
                    for (String sentence :
                            key.endsWith("-pupil") ? texts.say(key).split("(?<=[.!?:])\\s+") : new String[0]) {
                        sentences++;
                        if (sentence.split("\\s+").length > MAX_WORDS) {
                            tooLong.add(sentence);
                        }
                    }
                }
            }
        }
        assertEquals(List.of(), tooLong);
        assertTrue(sentences > 20, "sentences=" + sentences);
    }
}
