package org.quintain.crypto.caesarshift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quintain.core.LabRun;
import org.quintain.core.Params;
import org.quintain.core.Setup;

class CaesarShiftLabTest {
    private static final CaesarShiftLab LAB = new CaesarShiftLab();

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void everyTextIsShortAndKeepsLettersSpacesAndPlainPunctuationOnly(String language) {
        for (String text : CaesarShiftLab.texts(language)) {
            String folded = CaesarShiftCipher.fold(text);
            int letters = CaesarShiftCipher.letters(text).length();
            assertTrue(letters >= 60 && letters <= 160, () -> letters + " letters: " + text);
            assertTrue(folded.matches("[A-Z ,.?!'-]+"), folded);
            assertTrue(!folded.contains("  "), folded);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void thereAreFortyTextsOrMoreAndNoTwoAreAlike(String language) {
        List<String> texts = CaesarShiftLab.texts(language);
        assertTrue(texts.size() >= 40);
        for (int i = 0; i < texts.size(); i++) {
            for (int j = 0; j < i; j++) {
                String one = CaesarShiftCipher.letters(texts.get(i));
                String other = CaesarShiftCipher.letters(texts.get(j));
                assertTrue(CaesarShiftChecker.distance(one, other) > 30, one);
            }
        }
    }

    @Test
    void theFrenchTextsHaveAccentsCedillasLigaturesAndTypographicApostrophes() {
        String all = String.join(" ", CaesarShiftLab.texts("fr"));
        for (String mark : List.of("é", "è", "ê", "à", "â", "î", "ô", "û", "ç", "œ", "À", "É", "’")) {
            assertTrue(all.contains(mark), mark);
        }
        assertTrue(!all.contains("'"), "only typographic apostrophes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void everyTextOccursAmongFiveHundredSeatsAndFewIssuesAreAlike(String language) {
        Params params = Params.of(CaesarShiftLab.LANGUAGE, language);
        Set<String> shapes = new HashSet<>();
        Set<String> issues = new HashSet<>();
        for (int n = 0; n < 500; n++) {
            String ciphertext =
                    LAB.open(Setup.practice(LAB, n, params)).challenge().ciphertext();
            issues.add(ciphertext);
            shapes.add(ciphertext.replaceAll("[A-Z]", "x"));
        }
        assertEquals(CaesarShiftLab.texts(language).size(), shapes.size());
        assertTrue(issues.size() >= 350, () -> "different issues: " + issues.size());
    }

    @Test
    void neighboursSeldomHoldTheSameText() {
        int alike = 0;
        for (int n = 0; n < 1000; n++) {
            alike += shapeOf(n).equals(shapeOf(n + 1)) ? 1 : 0;
        }
        assertTrue(alike < 50, "expected 1000 / 48 = 21, found " + alike);
    }

    private static String shapeOf(int seat) {
        LabRun<CaesarShiftLab.Challenge, CaesarShiftLab.Answer> run =
                LAB.open(Setup.practice(LAB, seat, Params.none()));
        return run.challenge().ciphertext().replaceAll("[A-Z]", "x");
    }
}
