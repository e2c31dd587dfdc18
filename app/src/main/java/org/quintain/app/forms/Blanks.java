package org.quintain.app.forms;

/** White space as it occurs in what people type: no-break spaces and stray byte order marks are some. */
public final class Blanks {
    private Blanks() {}

    /**
     * A text without blanks at its ends.
     *
     * @param text any text
     * @return from the first to the last character that is no blank
     */
    public static String strip(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isBlank(text.charAt(from))) {
            from++;
        }
        while (to > from && isBlank(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF' || c == '\u200B';
    }
}
