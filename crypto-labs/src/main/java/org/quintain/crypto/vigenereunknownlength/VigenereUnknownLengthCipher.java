package org.quintain.crypto.vigenereunknownlength;

import java.text.Normalizer;
import java.util.Locale;

/** Folding of written text to the letters A to Z, the cipher itself, and the period of a key. */
final class VigenereUnknownLengthCipher {
    private static final int GROUP_LETTERS = 5;
    private static final int GROUPS_A_LINE = 10;

    private VigenereUnknownLengthCipher() {}

    /**
     * The letters of a text, as a cipher of 26 letters takes them.
     *
     * @param written any text
     * @return capitals A to Z only: accents taken off, œ as OE, full-width letters as plain ones; all else left out
     */
    static String letters(String written) {
        // NFKD parts letters from accents and opens full-width letters; it knows nothing of œ and æ.
        String apart = Normalizer.normalize(written, Normalizer.Form.NFKD)
                .replace("œ", "oe")
                .replace("Œ", "OE")
                .replace("æ", "ae")
                .replace("Æ", "AE");
        StringBuilder letters = new StringBuilder(apart.length());
        apart.toUpperCase(Locale.ROOT).chars().filter(c -> c >= 'A' && c <= 'Z').forEach(c -> letters.append((char) c));
        return letters.toString();
    }

    /**
     * Moves letter i of a text forward by letter i of the key, A by 0 and Z by 25; the key begins again at its end.
     *
     * @param text letters A to Z
     * @param key one letter A to Z or more
     * @return as many letters
     */
    static String encipher(String text, String key) {
        return move(text, key, 1);
    }

    /**
     * Undoes {@link #encipher}.
     *
     * @param ciphertext letters A to Z
     * @param key one letter A to Z or more
     * @return as many letters
     */
    static String decipher(String ciphertext, String key) {
        return move(ciphertext, key, -1);
    }

    private static String move(String text, String key, int direction) {
        StringBuilder moved = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            int by = direction * (key.charAt(i % key.length()) - 'A');
            moved.append((char) ('A' + Math.floorMod(text.charAt(i) - 'A' + by, 26)));
        }
        return moved.toString();
    }

    /**
     * The shortest key that enciphers every text as this one does.
     *
     * @param key letters A to Z
     * @return {@code LUNE} for {@code LUNELUNE}; most keys are their own shortest one
     */
    static String shortest(String key) {
        for (int length = 1; length < key.length(); length++) {
            String candidate = key.substring(0, length);
            if (key.length() % length == 0
                    && candidate.repeat(key.length() / length).equals(key)) {
                return candidate;
            }
        }
        return key;
    }

    /**
     * Text as it is printed: groups of five letters, ten groups a line.
     *
     * @param letters letters A to Z
     * @return groups parted by spaces, lines by line feeds, nothing at the end
     */
    static String grouped(String letters) {
        StringBuilder grouped = new StringBuilder(letters.length() * 6 / 5);
        for (int i = 0; i < letters.length(); i++) {
            if (i > 0 && i % GROUP_LETTERS == 0) {
                grouped.append(i % (GROUP_LETTERS * GROUPS_A_LINE) == 0 ? '\n' : ' ');
            }
            grouped.append(letters.charAt(i));
        }
        return grouped.toString();
    }
}
