package org.quintain.core;

import java.util.Objects;

/**
 * One open instance of a lab: it has one owner and is not safe for use by several threads at once.
 *
 * @param challenge what the learner gets
 * @param checker judges answers to this instance; closes over the run's target, whose state it may read
 * @param <C> type of the challenge
 * @param <A> type of the answer
 */
@Stable
public record LabRun<C extends Record, A extends Record>(C challenge, Checker<A> checker) {
    /** Refuses null. */
    public LabRun {
        Objects.requireNonNull(challenge, "challenge");
        Objects.requireNonNull(checker, "checker");
    }
}
