package org.quintain.app.files;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;

/** Texts without what people and platforms take for the same: case and accents. */
public final class Folded {
    /** Letters that no decomposition takes apart and a reader still takes for an accented letter. */
    private static final Map<Character, String> BASE_LETTERS = Map.of(
            'ł', "l", 'ø', "o", 'đ', "d", 'ħ', "h", 'ŧ', "t", 'æ', "ae", 'œ', "oe", 'ð', "d", 'ı', "i", '’', "'");

    private Folded() {}

    /**
     * Equal for texts that differ by case and accents only.
     *
     * @param text any text
     * @return lower case, decomposed, without marks
     */
    public static String of(String text) {
        String lower = text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        StringBuilder folded = new StringBuilder();
        Normalizer.normalize(lower, Normalizer.Form.NFKD).chars().forEach(c -> {
            int type = Character.getType(c);
            if (type != Character.NON_SPACING_MARK && type != Character.ENCLOSING_MARK) {
                folded.append(BASE_LETTERS.getOrDefault((char) c, Character.toString(c)));
            }
        });
        return folded.toString();
    }
}
