package org.quintain.app.report;

import java.util.ArrayList;
import java.util.List;

/**
 * A piece of a sentence in which backticks enclose code, as in the briefs.
 *
 * @param isCode whether it stood between backticks
 * @param text any text, without the backticks around code
 */
record Prose(boolean isCode, String text) {
    /**
     * Takes a sentence apart.
     *
     * @param sentence any text; a backtick without a partner stays in it
     * @return the pieces, in order, none of them empty
     */
    static List<Prose> of(String sentence) {
        List<Prose> pieces = new ArrayList<>();
        String[] parts = sentence.split("`", -1);
        for (int i = 0; i < parts.length; i++) {
            boolean isInside = i % 2 == 1;
            boolean isCode = isInside && i + 1 < parts.length;
            String text = isInside && !isCode ? "`" + parts[i] : parts[i];
            if (!text.isEmpty()) {
                pieces.add(new Prose(isCode, text));
            }
        }
        return pieces;
    }
}
