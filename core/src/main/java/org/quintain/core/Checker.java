package org.quintain.core;

/**
 * Judges answers to one instance.
 *
 * @param <A> type of the answer
 */
@Stable
@FunctionalInterface
public interface Checker<A extends Record> {
    /**
     * Says what an answer achieved and why.
     *
     * <p>MUST believe nothing that the learner says about identity, score or counts; MUST replay on
     * {@link Setup#again()} or a twin, never on the run's own target; MUST end for every answer of the declared form. A
     * {@link RefusedException} or {@link BudgetExhaustedException} out of a replay MAY leave it: it gives a verdict with
     * the open criteria at 0.
     *
     * @param answer of the declared form and within its limits
     * @return a verdict with each criterion of the card once
     */
    Verdict check(A answer);
}
