package org.quintain.core;

import java.util.List;

/**
 * The answer was judged.
 *
 * @param marks one for each criterion of the card, in the card's order
 */
@Stable
public record Verdict(List<Mark> marks) implements Outcome {
    /** Copies the marks. */
    public Verdict {
        marks = List.copyOf(marks);
    }

    /**
     * The points earned in all.
     *
     * @return the sum over the marks
     */
    public int earned() {
        return marks.stream().mapToInt(Mark::earned).sum();
    }
}
