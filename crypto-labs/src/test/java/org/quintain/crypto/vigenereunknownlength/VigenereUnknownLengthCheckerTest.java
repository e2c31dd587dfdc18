package org.quintain.crypto.vigenereunknownlength;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.quintain.core.Mark;
import org.quintain.core.derive.Draw;
import org.quintain.core.derive.Seed;

class VigenereUnknownLengthCheckerTest {
    private static final String TEXT =
            "THELIFTONTHETHIRDFLOORSIGHSANDABLACKBIRDHASCOPIEDTHEBELLOFABICYCLESOIWROTETHATOURSTREETISSILENT";
    private static final String RIGHT = "QXRTMZ";

    private static List<Mark> marks(String key, int length) {
        return new VigenereUnknownLengthChecker(TEXT, RIGHT, false)
                .check(new VigenereUnknownLengthLab.Answer(key, length))
                .marks();
    }

    private static void assertLength(int earned, String why, Mark mark) {
        assertEquals(why, mark.why().key());
        assertEquals(earned, mark.earned());
    }

    private static void assertKey(int earned, String why, String key) {
        assertLength(earned, why, marks(key, 0).get(1));
    }

    @Test
    void keyAndLengthTogetherEarnAll() {
        assertLength(20, "length-right", marks(RIGHT, 6).get(0));
        assertLength(80, "key-right", marks(RIGHT, 6).get(1));
    }

    @Test
    void howTheKeyIsWrittenDoesNotMatter() {
        for (String written : new String[] {"qxrtmz", " Q X R T M Z\r\n", "q,x,r,t,m,z", "\u00A0QXRTMZ.", "ＱＸＲＴＭＺ"}) {
            assertKey(80, "key-right", written);
        }
    }

    @Test
    void aKeyThatDoesTheSameIsAsGood() {
        assertKey(80, "key-right-repeated", RIGHT + RIGHT);
        assertKey(80, "key-right-repeated", RIGHT.repeat(400));
        // Nobody can see what comes behind the end of the text.
        assertKey(80, "key-right-repeated", RIGHT.repeat(20).substring(0, TEXT.length()));
    }

    @Test
    void aMultipleOfTheLengthEarnsHalfAndOnlyWithAKeyOfThatLengthThatWorks() {
        assertLength(10, "length-multiple", marks(RIGHT + RIGHT, 12).get(0));
        assertLength(20, "length-right", marks(RIGHT + RIGHT, 6).get(0));
        assertLength(0, "length-wrong", marks(RIGHT, 12).get(0));
        assertLength(0, "length-wrong", marks("", 12).get(0));
        assertLength(0, "length-wrong", marks("", 120).get(0));
        assertLength(0, "length-wrong", marks("", 3).get(0));
        assertLength(0, "length-empty", marks(RIGHT, 0).get(0));
        assertLength(20, "length-right", marks("", 6).get(0));
    }

    @Test
    void oneOrTwoWrongLettersCostFifteenPointsEachAndAThirdAll() {
        assertKey(65, "key-nearly", "AXRTMZ");
        assertKey(50, "key-nearly", "AXRTMA");
        assertKey(0, "key-wrong", "AARTMA");
        assertEquals(Map.of("wrong", "2"), marks("AXRTMA", 0).get(1).why().arguments());
        var longer = new VigenereUnknownLengthChecker(TEXT, "QXRTMZBKW", false);
        assertEquals(
                50,
                longer.check(new VigenereUnknownLengthLab.Answer("AARTMZBKW", 0))
                        .earned());
        assertEquals(
                0,
                longer.check(new VigenereUnknownLengthLab.Answer("AAATMZBKW", 0))
                        .earned());
    }

    @Test
    void theSameSlipInEachRepetitionIsOneSlip() {
        assertKey(65, "key-nearly", "AXRTMZAXRTMZAXRTMZ");
        assertKey(65, "key-nearly", "AXRTMZQXRTMZ");
        assertKey(0, "key-wrong", "AARTMAAARTMA");
    }

    @Test
    void slipsInTheConventionEarnHalf() {
        assertKey(40, "key-turned-round", VigenereUnknownLengthCipher.decipher("AAAAAA", RIGHT));
        assertKey(40, "key-rotated", "XRTMZQ");
        assertKey(40, "key-rotated", "ZQXRTM");
        for (char by = 'B'; by <= 'Z'; by++) {
            assertKey(40, "key-moved", VigenereUnknownLengthCipher.encipher(RIGHT, String.valueOf(by)));
        }
    }

    @Test
    void everyOtherWayToBeWrongHasItsReason() {
        assertKey(0, "key-empty", "");
        assertKey(0, "key-empty", "16 23 17 19 12 25");
        assertKey(0, "key-is-text", "THELIF");
        assertKey(0, "key-is-text", "thelift on the third floor");
        assertKey(0, "key-wrong", "QXRTM");
        assertKey(0, "key-wrong", "QXRTMZA");
        assertKey(0, "key-wrong", "ABCDEFGHIJKLMNOPQRSTUVWXYZ".repeat(200));
    }

    @Test
    void aShortKeyHasNoNearlyRightOnes() {
        var checker = new VigenereUnknownLengthChecker(TEXT, "QXR", false);
        for (String near : new String[] {"QXA", "AXR", "QXAQXA", "QXRQXA"}) {
            int earned =
                    checker.check(new VigenereUnknownLengthLab.Answer(near, 0)).earned();
            assertEquals(near.equals("QXRQXA") ? 65 : 0, earned, near);
        }
    }

    /** What the comment on the checker claims: of all keys of the right length, at most one in 32,000 earns a part. */
    @Test
    void guessingEarnsNothing() {
        Draw draw = Seed.of(new byte[32]).draw("guesses");
        for (String key : new String[] {"QXRTM", RIGHT, "QXRTMZB"}) {
            var checker = new VigenereUnknownLengthChecker(TEXT, key, false);
            int won = 0;
            for (int i = 0; i < 64_000; i++) {
                StringBuilder guess = new StringBuilder();
                key.chars().forEach(c -> guess.append((char) ('A' + draw.below(26))));
                won += checker.check(new VigenereUnknownLengthLab.Answer(guess.toString(), 0))
                                        .earned()
                                > 0
                        ? 1
                        : 0;
            }
            int wins = won;
            assertTrue(won <= 10, () -> "expected 2 at most, won " + wins);
        }
    }

    @Test
    void theLengthOfAPadEarnsNothingOnItsOwn() {
        String pad = "KWPZQ".repeat(TEXT.length()).substring(0, TEXT.length() - 1) + "B";
        var checker = new VigenereUnknownLengthChecker(TEXT, pad, true);
        List<Mark> alone = checker.check(new VigenereUnknownLengthLab.Answer("", pad.length()))
                .marks();
        assertLength(0, "length-without-key", alone.get(0));
        assertEquals(
                100,
                checker.check(new VigenereUnknownLengthLab.Answer(pad, pad.length()))
                        .earned());
    }
}
