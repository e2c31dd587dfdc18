package org.quintain.net.sim.dns;

import org.quintain.core.Incubating;

/** What a resolver does with a question that it is already asking. */
@Incubating
public enum QueryJoining {
    /** Everybody who asks the same waits for one query (RFC 5452 section 5). */
    ONE_QUERY,
    /**
     * A query of its own for everybody: with n of them a forged answer has n identifiers to hit, and of m forged answers
     * one hits with nearly 1 - (1 - n / (ids * ports))^m (RFC 5452 section 5, Birthday Attacks).
     */
    QUERY_EACH
}
