package org.quintain.core;

/**
 * A way from the challenge to the answer, as a learner would take it: it has the challenge and nothing else.
 *
 * @param <C> type of the challenge
 * @param <A> type of the answer
 */
@Stable
@FunctionalInterface
public interface Attack<C extends Record, A extends Record> {
    /**
     * Attacks one instance.
     *
     * @param challenge what the learner gets; its targets may live in another process
     * @return the best answer found; an attack that fails still answers
     */
    A run(C challenge);
}
