package org.quintain.core.contract;

import java.util.Set;
import org.quintain.core.Stable;

/**
 * A wrong answer that a learner may well give.
 *
 * @param name what is wrong with it, for example {@code keeps its padding}
 * @param answer the answer
 * @param mayKeep ids of the criteria that it may still earn points for
 * @param <A> type of the answer
 */
@Stable
public record NearMiss<A extends Record>(String name, A answer, Set<String> mayKeep) {
    /** Copies the set. */
    public NearMiss {
        mayKeep = Set.copyOf(mayKeep);
    }

    /**
     * A near miss that earns nothing.
     *
     * @param name what is wrong with it
     * @param answer the answer
     * @param <A> type of the answer
     * @return the near miss
     */
    public static <A extends Record> NearMiss<A> of(String name, A answer) {
        return new NearMiss<>(name, answer, Set.of());
    }
}
