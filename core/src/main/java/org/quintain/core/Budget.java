package org.quintain.core;

/**
 * What one run may use.
 *
 * @param queries calls of the target
 * @param packets packets sent
 * @param virtualMicros virtual time in microseconds
 * @param submissions answers that are judged; rejected ones do not count
 */
@Stable
public record Budget(long queries, long packets, long virtualMicros, int submissions) {
    /** Answers judged when a card does not say otherwise. */
    public static final int DEFAULT_SUBMISSIONS = 10;

    /** Refuses negative amounts. */
    public Budget {
        if (queries < 0 || packets < 0 || virtualMicros < 0 || submissions < 1) {
            throw new IllegalArgumentException("budget of 0 or more and 1 submission or more wanted: queries=" + queries
                    + " packets=" + packets + " virtualMicros=" + virtualMicros + " submissions=" + submissions);
        }
    }

    /**
     * A budget of queries alone; packets and time are unlimited.
     *
     * @param queries calls of the target allowed
     * @return the budget, with {@link #DEFAULT_SUBMISSIONS}
     */
    public static Budget ofQueries(long queries) {
        return new Budget(queries, Long.MAX_VALUE, Long.MAX_VALUE, DEFAULT_SUBMISSIONS);
    }

    /**
     * No limit on the target, {@link #DEFAULT_SUBMISSIONS}.
     *
     * @return the budget
     */
    public static Budget unlimited() {
        return ofQueries(Long.MAX_VALUE);
    }

    /**
     * The same with another number of submissions.
     *
     * @param count answers that are judged, 1 or more
     * @return the changed budget
     */
    public Budget withSubmissions(int count) {
        return new Budget(queries, packets, virtualMicros, count);
    }
}
