package org.quintain.crypto.vigenereunknownlength;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quintain.core.Language;
import org.quintain.core.Param;
import org.quintain.core.Params;
import org.quintain.core.Setup;
import org.quintain.core.text.Brief;
import org.quintain.core.text.Hint;

class VigenereUnknownLengthLabTest {
    private static final VigenereUnknownLengthLab LAB = new VigenereUnknownLengthLab();

    private static Setup seat(int number, Params params) {
        return Setup.practice(LAB, number, params);
    }

    private static String ciphertext(Setup setup) {
        return LAB.open(setup).challenge().ciphertext().replaceAll("[ \n]", "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void thePassagesAreShortAndEnoughForTheLongestText(String language) {
        int letters = 0;
        for (String passage : VigenereUnknownLengthLab.passages(language)) {
            int own = VigenereUnknownLengthCipher.letters(passage).length();
            assertTrue(own >= 220 && own <= 280, () -> own + " letters: " + passage);
            assertTrue(!passage.contains("'") || language.equals("en"), passage);
            letters += own;
        }
        assertEquals(18, VigenereUnknownLengthLab.passages(language).size());
        assertTrue(letters >= 4000, "letters " + letters);
    }

    @Test
    void textAndKeyHaveTheLengthsThatTheBriefPromises() {
        Set<Integer> keyLengths = new TreeSet<>();
        int shortest = Integer.MAX_VALUE;
        int longest = 0;
        for (int n = 0; n < 3200; n++) {
            Setup setup = seat(n, Params.none());
            keyLengths.add(VigenereUnknownLengthLab.key(setup).length());
            int letters = VigenereUnknownLengthLab.text(setup).length();
            shortest = Math.min(shortest, letters);
            longest = Math.max(longest, letters);
        }
        assertEquals(Set.of(5, 6, 7, 8, 9, 10, 11, 12), keyLengths);
        assertEquals(List.of(600, 1500), List.of(shortest, longest));
    }

    @Test
    void eachParameterSetsWhatItNames() {
        for (String letters : new String[] {"120", "600", "4000"}) {
            Params params = Params.of(VigenereUnknownLengthLab.TEXT_LETTERS, letters);
            assertEquals(Integer.parseInt(letters), ciphertext(seat(1, params)).length());
        }
        for (String letters : new String[] {"3", "5", "12", "32"}) {
            Params params = Params.of(VigenereUnknownLengthLab.KEY_LETTERS, letters);
            assertEquals(
                    Integer.parseInt(letters),
                    VigenereUnknownLengthLab.key(seat(1, params)).length());
        }
        String french = VigenereUnknownLengthLab.text(seat(1, Params.of(VigenereUnknownLengthLab.LANGUAGE, "fr")));
        assertTrue(VigenereUnknownLengthFrench.PASSAGES.stream()
                .map(VigenereUnknownLengthCipher::letters)
                .anyMatch(french::startsWith));
    }

    /** One key of 3 letters in 676 would be AAA, BBB …: among 5,000 seats seven are drawn again. */
    @Test
    void noKeyIsAShorterOneRepeated() {
        for (int n = 0; n < 5000; n++) {
            String key = VigenereUnknownLengthLab.key(seat(n, Params.of(VigenereUnknownLengthLab.KEY_LETTERS, "3")));
            assertTrue(!key.matches("(.)\\1\\1"), key);
        }
    }

    @Test
    void everyLetterOccursInKeysAboutEquallyOften() {
        int[] counts = new int[26];
        int letters = 0;
        for (int n = 0; n < 3000; n++) {
            for (char c : VigenereUnknownLengthLab.key(seat(n, Params.none())).toCharArray()) {
                counts[c - 'A']++;
                letters++;
            }
        }
        for (int count : counts) {
            assertEquals(letters / 26.0, count, 150);
        }
    }

    @Test
    void aThousandSeatsHaveAThousandKeysAndNineHundredBeginningsOfTheText() {
        Set<String> keys = new HashSet<>();
        Set<String> texts = new HashSet<>();
        for (int n = 0; n < 1000; n++) {
            keys.add(VigenereUnknownLengthLab.key(seat(n, Params.none())));
            texts.add(VigenereUnknownLengthLab.text(seat(n, Params.none())).substring(0, 600));
        }
        assertEquals(1000, keys.size());
        // 18 * 17 * 16 = 4,896 ways to begin: 905 different ones expected.
        assertTrue(texts.size() >= 870, () -> "texts " + texts.size());
    }

    @Test
    void theOwnerOfTheKeyReadsBothTwins() {
        for (int n = 0; n < 50; n++) {
            Setup setup = seat(n, Params.none());
            String text = VigenereUnknownLengthLab.text(setup);
            String key = VigenereUnknownLengthLab.key(setup);
            assertEquals(text, VigenereUnknownLengthCipher.decipher(ciphertext(setup), key));
            String pad = pad(setup.with(Param.HARDENED, true));
            var hardened = LAB.open(setup.with(Param.HARDENED, true)).checker();
            assertEquals(
                    100,
                    hardened.check(new VigenereUnknownLengthLab.Answer(pad, pad.length()))
                            .earned());
        }
    }

    @Test
    void theTwinHidesTheSameTextUnderAKeyAsLong() {
        Setup setup = seat(3, Params.none());
        Setup twin = setup.with(Param.HARDENED, true);
        assertEquals(VigenereUnknownLengthLab.text(setup), VigenereUnknownLengthLab.text(twin));
        assertEquals(ciphertext(setup).length(), ciphertext(twin).length());
        assertNotEquals(ciphertext(setup), ciphertext(twin));
        assertEquals(pad(twin), VigenereUnknownLengthCipher.shortest(pad(twin)));
    }

    /** C. E. Shannon 1949, section 10: every text of this length is explained by one key, and all keys are equally likely. */
    @Property(tries = 100)
    void underAOneTimePadEveryTextIsPossible(@ForAll("texts") String any) {
        String ciphertext = ciphertext(seat(0, Params.of(Param.HARDENED, true))).substring(0, any.length());
        String key = VigenereUnknownLengthCipher.decipher(ciphertext, any);
        assertEquals(any, VigenereUnknownLengthCipher.decipher(ciphertext, key));
    }

    /** Chi-square with 25 degrees of freedom exceeds 52.6 once in a thousand draws (alpha = 0.001); this draw is fixed. */
    @Test
    void thePadsLettersAreUniform() {
        int[] counts = new int[26];
        int letters = 0;
        for (int n = 0; n < 100; n++) {
            for (char c : pad(seat(n, Params.of(Param.HARDENED, true))).toCharArray()) {
                counts[c - 'A']++;
                letters++;
            }
        }
        double chiSquare = 0;
        for (int count : counts) {
            chiSquare += (count - letters / 26.0) * (count - letters / 26.0) / (letters / 26.0);
        }
        assertTrue(chiSquare < 52.6, "chi-square " + chiSquare);
    }

    private static String pad(Setup hardened) {
        return VigenereUnknownLengthCipher.decipher(ciphertext(hardened), VigenereUnknownLengthLab.text(hardened));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void theHintsCostLessThanHalfOfThePoints(Language language) {
        List<Hint> hints = Brief.of(LAB, language).hints();
        assertEquals(5, hints.size());
        assertEquals(40, hints.stream().mapToInt(Hint::cost).sum());
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().withCharRange('A', 'Z').ofMinLength(1).ofMaxLength(600);
    }
}
