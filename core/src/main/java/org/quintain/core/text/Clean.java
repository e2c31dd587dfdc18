package org.quintain.core.text;

import java.util.stream.Collectors;

/** Makes text that a learner may have written fit to be shown; escaping for the output format comes after this. */
public final class Clean {
    private Clean() {}

    /**
     * Cuts a text and replaces what could confuse a terminal, a table or a reader.
     *
     * @param text any text
     * @param maxCodePoints the most code points kept, 1 or more; a cut text ends in an ellipsis
     * @return the text with control, bidirectional, private-use and unassigned characters and lone surrogates replaced
     *     by U+FFFD, and line breaks and tabs by spaces
     */
    public static String line(String text, int maxCodePoints) {
        String cut = text.codePointCount(0, text.length()) > maxCodePoints
                ? text.substring(0, text.offsetByCodePoints(0, maxCodePoints)) + "…"
                : text;
        return cut.codePoints().mapToObj(Clean::shown).collect(Collectors.joining());
    }

    /**
     * Cleans a text as {@link #line} does, and puts an apostrophe before what a spreadsheet could take for a formula.
     *
     * @param text any text
     * @param maxCodePoints the most code points kept, 1 or more
     * @return the text of a cell, not yet quoted for a table's format
     */
    public static String cell(String text, int maxCodePoints) {
        String clean = line(text, maxCodePoints);
        return isFormula(clean) ? "'" + clean : clean;
    }

    /** Also behind spaces, which some spreadsheets skip. */
    private static boolean isFormula(String text) {
        int at = 0;
        while (at < text.length() && (Character.isSpaceChar(text.charAt(at)) || text.charAt(at) == '\uFFFD')) {
            at++;
        }
        return at < text.length() && "=+-@\uFF1D\uFF0B\uFF0D\uFF20".indexOf(text.charAt(at)) >= 0;
    }

    private static String shown(int c) {
        if (c == '\n' || c == '\r' || c == '\t' || c == '\u2028' || c == '\u2029') {
            return " ";
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> "\uFFFD";
            default -> Character.toString(c);
        };
    }
}
