package org.quintain.core;

/**
 * One thing that a checker looks at.
 *
 * @param id lower-case words joined by hyphens, unique on the card
 * @param points what it is worth, 1 or more
 * @param answerSpaceBits base-2 logarithm, rounded down, of how many answers are equally likely to somebody who knows
 *     the lab but not the instance; below 40 two equal answers prove nothing and are never listed as suspicious
 */
@Stable
public record Criterion(String id, int points, int answerSpaceBits) {
    /** Answer spaces from this many bits on make an accidental agreement unlikely: 40. */
    public static final int SUSPICION_BITS = 40;

    /** Checks the values. */
    public Criterion {
        if (points < 1 || answerSpaceBits < 0) {
            throw new IllegalArgumentException("1 point or more and 0 bits or more wanted: id=" + id + " points="
                    + points + " answerSpaceBits=" + answerSpaceBits);
        }
        Message.of(id);
    }
}
