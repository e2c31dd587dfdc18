package org.quintain.crypto.caesarshift;

import java.text.Normalizer;
import java.util.Locale;

/** Folding of written text to the 26 letters, and the shift itself. */
final class CaesarShiftCipher {
    private CaesarShiftCipher() {}

    /**
     * Text as a cipher of 26 letters takes it: capitals without accents, ligatures spelled out, no-break spaces as
     * plain ones and every kind of apostrophe as {@code '}; what else there is stays.
     *
     * @param written any text
     * @return for example {@code L'OEUF EST CASSE} for {@code L’œuf est cassé}
     */
    static String fold(String written) {
        // NFKD parts letters from accents, opens full-width letters and fi ligatures and makes no-break spaces plain;
        // it
        // knows nothing of œ and æ.
        String apart = Normalizer.normalize(written, Normalizer.Form.NFKD)
                .replace("œ", "oe")
                .replace("Œ", "OE")
                .replace("æ", "ae")
                .replace("Æ", "AE");
        StringBuilder folded = new StringBuilder();
        apart.toUpperCase(Locale.ROOT).codePoints().forEach(c -> {
            if (Character.getType(c) == Character.NON_SPACING_MARK) {
                return;
            }
            folded.appendCodePoint(isApostrophe(c) ? '\'' : c);
        });
        return folded.toString();
    }

    private static boolean isApostrophe(int c) {
        return c == '\u2019' || c == '\u2018' || c == '\u02BC';
    }

    /**
     * What counts of an answer: its letters, folded; spaces, punctuation, digits and other alphabets are left out.
     *
     * @param written any text
     * @return letters A to Z only, empty if there are none
     */
    static String letters(String written) {
        StringBuilder letters = new StringBuilder();
        fold(written).chars().filter(CaesarShiftCipher::isLetter).forEach(c -> letters.append((char) c));
        return letters.toString();
    }

    /**
     * Moves each letter forward in the alphabet; after Z comes A.
     *
     * @param folded text of {@link #fold}; all but A to Z stays
     * @param by how many places; negative moves back
     * @return as many characters
     */
    static String shift(String folded, int by) {
        StringBuilder shifted = new StringBuilder(folded.length());
        folded.chars()
                .map(c -> isLetter(c) ? 'A' + Math.floorMod(c - 'A' + by, 26) : c)
                .forEach(c -> shifted.append((char) c));
        return shifted.toString();
    }

    static boolean isLetter(int c) {
        return c >= 'A' && c <= 'Z';
    }
}
