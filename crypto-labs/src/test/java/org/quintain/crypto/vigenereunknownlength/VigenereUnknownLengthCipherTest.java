package org.quintain.crypto.vigenereunknownlength;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.quintain.core.Language;
import org.quintain.core.text.Brief;

class VigenereUnknownLengthCipherTest {
    /** A Vigenère table has the alphabet in its first line, and each line begins one letter further on. */
    @Test
    void theCipherIsVigeneresTable() {
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
        assertEquals(alphabet, VigenereUnknownLengthCipher.encipher(alphabet, "A"));
        assertEquals("BCDEFGHIJKLMNOPQRSTUVWXYZA", VigenereUnknownLengthCipher.encipher(alphabet, "B"));
        assertEquals("ZABCDEFGHIJKLMNOPQRSTUVWXY", VigenereUnknownLengthCipher.encipher(alphabet, "Z"));
    }

    @Test
    void theExamplesOfTheBriefsAreRight() {
        assertExample(Language.EN, "STARLIGHT", "MOON");
        assertExample(Language.FR, "ETOILES", "LUNE");
    }

    private static void assertExample(Language language, String clear, String key) {
        String[] lines = Brief.of(new VigenereUnknownLengthLab(), language)
                .text(Brief.Section.SITUATION)
                .replaceAll("(?s).*```text\n(.*?)```.*", "$1")
                .split("\n");
        assertTrue(lines[0].endsWith(spaced(clear)), lines[0]);
        assertTrue(lines[1].endsWith(spaced(key.repeat(3).substring(0, clear.length()))), lines[1]);
        assertTrue(lines[3].endsWith(spaced(VigenereUnknownLengthCipher.encipher(clear, key))), lines[3]);
        StringBuilder numbers = new StringBuilder();
        for (int i = 0; i < clear.length(); i++) {
            String number = Integer.toString(key.charAt(i % key.length()) - 'A');
            numbers.append(" ".repeat(3 - number.length())).append(number);
        }
        assertTrue(lines[2].endsWith(numbers.substring(1)), lines[2]);
    }

    private static String spaced(String letters) {
        return String.join("  ", letters.split(""));
    }

    @Property
    void decipheringGivesTheTextAgain(@ForAll("letters") String text, @ForAll("keys") String key) {
        String ciphertext = VigenereUnknownLengthCipher.encipher(text, key);
        assertEquals(text, VigenereUnknownLengthCipher.decipher(ciphertext, key));
        assertEquals(text.length(), ciphertext.length());
    }

    @Property
    void aKeyRepeatedDoesTheSameAndHasTheSameShortestKey(@ForAll("letters") String text, @ForAll("keys") String key) {
        String ciphertext = VigenereUnknownLengthCipher.encipher(text, key);
        for (int times = 1; times <= 3; times++) {
            assertEquals(ciphertext, VigenereUnknownLengthCipher.encipher(text, key.repeat(times)));
            assertEquals(
                    VigenereUnknownLengthCipher.shortest(key), VigenereUnknownLengthCipher.shortest(key.repeat(times)));
        }
    }

    @Test
    void onlyWholeRepetitionsMakeAKeyShorter() {
        assertEquals("LUNE", VigenereUnknownLengthCipher.shortest("LUNELUNE"));
        assertEquals("A", VigenereUnknownLengthCipher.shortest("AAAAAAA"));
        assertEquals("AB", VigenereUnknownLengthCipher.shortest("ABABAB"));
        assertEquals("ABABA", VigenereUnknownLengthCipher.shortest("ABABA"));
        assertEquals("AAAAAB", VigenereUnknownLengthCipher.shortest("AAAAAB"));
        assertEquals("", VigenereUnknownLengthCipher.shortest(""));
    }

    @Test
    void lettersAreWhatPeopleMeanByThem() {
        assertEquals("LOEUFESTCASSE", VigenereUnknownLengthCipher.letters("L’œuf est cassé\u202F!"));
        assertEquals("LUNE", VigenereUnknownLengthCipher.letters("l, u,\u00A0n,\r\ne"));
        assertEquals("LUNE", VigenereUnknownLengthCipher.letters("ＬＵｎｅ 11"));
        assertEquals("EE", VigenereUnknownLengthCipher.letters("e\u0301É"));
        assertEquals("", VigenereUnknownLengthCipher.letters("11 20 13 4 \u0000 Привет"));
    }

    @Test
    void printingMakesGroupsOfFiveAndLinesOfFifty() {
        assertEquals("", VigenereUnknownLengthCipher.grouped(""));
        assertEquals("ABCDE FG", VigenereUnknownLengthCipher.grouped("ABCDEFG"));
        String line = "ABCDE ".repeat(10).strip();
        assertEquals(line + "\nABCDE", VigenereUnknownLengthCipher.grouped("ABCDE".repeat(11)));
        assertEquals(line, VigenereUnknownLengthCipher.grouped("ABCDE".repeat(10)));
    }

    @Provide
    Arbitrary<String> letters() {
        return Arbitraries.strings().withCharRange('A', 'Z').ofMaxLength(200);
    }

    @Provide
    Arbitrary<String> keys() {
        return Arbitraries.strings().withCharRange('A', 'Z').ofMinLength(1).ofMaxLength(12);
    }
}
