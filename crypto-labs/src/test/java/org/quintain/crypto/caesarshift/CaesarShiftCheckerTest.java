package org.quintain.crypto.caesarshift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.quintain.core.Mark;
import org.quintain.core.Verdict;

class CaesarShiftCheckerTest {
    private static final String CLEAR =
            "L'OEUF DE ROBOT N'EST PAS CASSE, DIT LA GARDIENNE DU PHARE. ON LE GARDE AU CHAUD.";
    private static final int SHIFT = 7;
    private static final CaesarShiftChecker CHECKER = new CaesarShiftChecker(CLEAR, SHIFT);

    private static Mark text(String text) {
        return CHECKER.check(new CaesarShiftLab.Answer(text, 0)).marks().get(1);
    }

    private static Mark shift(int shift) {
        return CHECKER.check(new CaesarShiftLab.Answer("", shift)).marks().get(0);
    }

    private static void assertMark(int earned, String key, Mark mark) {
        assertEquals(key, mark.why().key());
        assertEquals(earned, mark.earned());
    }

    @Test
    void shiftAndTextTogetherEarnAll() {
        Verdict verdict = CHECKER.check(new CaesarShiftLab.Answer(
                "L’œuf de robot n’est pas cassé, dit la gardienne du phare.\r\n" + "On le garde au chaud.", 7));
        assertEquals(100, verdict.earned());
    }

    @Test
    void theShiftTurnedRoundEarnsHalfAndNoOtherNumberEarnsAnything() {
        for (int found = 0; found <= 25; found++) {
            int expected = found == 7 ? 30 : found == 19 ? 15 : 0;
            assertEquals(expected, shift(found).earned(), "shift " + found);
        }
        assertMark(15, "shift-turned-round", shift(19));
        assertMark(0, "shift-zero", shift(0));
        assertMark(0, "shift-wrong", shift(8));
    }

    @Test
    void shiftThirteenIsRightInBothDirections() {
        Verdict verdict = new CaesarShiftChecker(CLEAR, 13).check(new CaesarShiftLab.Answer("", 13));
        assertMark(30, "shift-right", verdict.marks().get(0));
    }

    @Test
    void shiftZeroIsNeverTwentySix() {
        for (int shift = 1; shift <= 25; shift++) {
            Verdict verdict = new CaesarShiftChecker(CLEAR, shift).check(new CaesarShiftLab.Answer("", 0));
            assertMark(0, "shift-zero", verdict.marks().get(0));
        }
    }

    @Test
    void oneToThreeSlipsCostTenPointsEachAndAFourthCostsAll() {
        assertMark(60, "text-nearly", text(CLEAR.replace("ROBOT", "ROBUT")));
        assertMark(50, "text-nearly", text(CLEAR.replace("ROBOT", "RUBUT")));
        assertMark(40, "text-nearly", text(CLEAR.replace("ROBOT", "ROUILT")));
        assertMark(0, "text-wrong", text(CLEAR.replace("ROBOT", "XXXXT")));
    }

    @Test
    void aForgottenOrDoubledLetterIsOneSlip() {
        assertMark(60, "text-nearly", text(CLEAR.replace("CASSE", "CASE")));
        assertMark(60, "text-nearly", text(CLEAR.replace("CASSE", "CASSSE")));
    }

    @Test
    void theVerdictNamesTheWordOfTheFirstSlip() {
        assertEquals(
                Map.of("wrong", "1", "word", "1"),
                text("X" + CLEAR.substring(1)).why().arguments());
        assertEquals(
                Map.of("wrong", "1", "word", "3"),
                text(CLEAR.replace("ROBOT", "ROBUT")).why().arguments());
        assertEquals(
                Map.of("wrong", "2", "word", "4"),
                text(CLEAR.replace("N'EST", "M'EST").replace("CHAUD", "CHAUT"))
                        .why()
                        .arguments());
        assertEquals(Map.of("wrong", "1", "word", "16"), text(CLEAR + "E").why().arguments());
        assertEquals(
                Map.of("wrong", "2", "word", "16"),
                text(CLEAR.substring(0, CLEAR.length() - 3)).why().arguments());
    }

    @Test
    void aTextWithoutLettersHasItsOwnReason() {
        for (String empty : new String[] {"", " \u00A0\r\n", "12345", "?!«»", "Привет"}) {
            assertMark(0, "text-empty", text(empty));
        }
    }

    @Test
    void theCiphertextItselfHasItsOwnReason() {
        assertMark(0, "text-unchanged", text(CaesarShiftCipher.shift(CLEAR, SHIFT)));
    }

    @Test
    void everyOtherShiftOfTheTextHasItsOwnReasonAndEarnsNothing() {
        for (int by = 1; by <= 25; by++) {
            String expected = by == SHIFT ? "text-unchanged" : "text-other-shift";
            assertMark(0, expected, text(CaesarShiftCipher.shift(CLEAR, by)));
        }
    }

    @Test
    void candidatesPastedTogetherEarnNothing() {
        assertMark(0, "text-length", text(CLEAR + CLEAR));
        assertMark(0, "text-length", text(CLEAR + CaesarShiftCipher.shift(CLEAR, 1)));
        assertMark(0, "text-length", text("THE ANSWER IS " + CLEAR));
        String all = IntStream.rangeClosed(1, 25)
                .mapToObj(by -> CaesarShiftCipher.shift(CLEAR, by))
                .collect(Collectors.joining("\n"));
        assertMark(0, "text-length", text(all));
    }

    @Test
    void theLimitHoldsEveryTextSpacedOutAndNoTextTwentyFiveTimes() {
        for (String language : new String[] {"en", "fr"}) {
            for (String text : CaesarShiftLab.texts(language)) {
                int letters = CaesarShiftCipher.letters(text).length();
                assertTrue(3 * letters <= 400 && 25 * letters > 400, text);
            }
        }
    }

    @Test
    void noTextIsANearMissOfAnotherShiftOfItself() {
        for (String language : new String[] {"en", "fr"}) {
            for (String text : CaesarShiftLab.texts(language)) {
                String letters = CaesarShiftCipher.letters(text);
                for (int by = 1; by <= 25; by++) {
                    assertTrue(CaesarShiftChecker.distance(letters, CaesarShiftCipher.shift(letters, by)) > 3, text);
                }
            }
        }
    }

    @Test
    void halfTheMessageEarnsNothingAndIsToldItsLength() {
        Mark mark = text(CLEAR.substring(0, 40));
        assertMark(0, "text-length", mark);
        assertEquals(
                CaesarShiftCipher.letters(CLEAR).length() + "",
                mark.why().arguments().get("expected"));
    }
}
