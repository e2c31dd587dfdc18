package org.quintain.net.sim.dns;

import org.quintain.core.Incubating;

/**
 * Decides which records of an answer that matches a query are kept, and which of those are told to clients. {@link
 * BailiwickBehaviour} names the known ways.
 *
 * <p>An implementation MUST be a pure function of what it is given.
 */
@Incubating
@FunctionalInterface
public interface BailiwickPolicy {
    /**
     * Whether the cache takes a set of records over, in place of what it holds.
     *
     * @param claim the records, where they stand, and what is known
     */
    boolean isCached(CacheClaim claim);

    /**
     * Whether cached records of that credibility are an answer to a client, and not only a help to find one; true unless
     * overridden.
     *
     * @param credibility of the records
     */
    default boolean isAnswer(Credibility credibility) {
        return true;
    }
}
