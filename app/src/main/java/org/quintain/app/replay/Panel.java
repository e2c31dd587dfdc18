package org.quintain.app.replay;

import java.util.List;

/**
 * A picture of so many rows that it fits on a printed page, with the names of the lifelines at its top.
 *
 * @param title for readers who do not see it
 * @param rows from top to bottom
 */
record Panel(String title, List<Row> rows) {
    /** The most rows of one picture. */
    static final int ROWS = 20;

    /** Height of a row. */
    static final int ROW = 38;

    /** Height of the names at the top. */
    static final int TOP = 62;

    int height() {
        return TOP + rows.size() * ROW + 12;
    }

    /**
     * A frame, or a note about frames that are not drawn.
     *
     * @param key the kind, as a class of the style sheet; {@code gap} for a note
     * @param y of the arrow
     * @param time when the frame arrived
     * @param text at the arrow
     * @param textX where the text begins
     * @param from where the arrow begins
     * @param left its leftmost end
     * @param right its rightmost end
     * @param heads paths of the arrow heads
     * @param rings places of those who overheard it
     * @param cross path of a cross where a frame ends that nobody got; empty if somebody did
     */
    record Row(
            String key,
            int y,
            String time,
            String text,
            int textX,
            int from,
            int left,
            int right,
            List<String> heads,
            List<Integer> rings,
            String cross) {
        boolean isGap() {
            return key.equals("gap");
        }

        boolean hasFilledHeads() {
            return !key.equals("forged");
        }

        int textY() {
            return y - 10;
        }
    }
}
