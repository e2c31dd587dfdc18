package org.quintain.net.sim.dns;

import org.quintain.core.Incubating;

/** How much a record is to be trusted, the least first (RFC 2181 section 5.4.1, as far as a resolver gets there). */
@Incubating
public enum Credibility {
    /** Additional records, and authority records of an answer without AA: enough to go on with, never an answer. */
    ADDITIONAL,
    /** From the answer section of an answer without AA, or there with AA but not asked for. */
    NON_AUTHORITATIVE_ANSWER,
    /** From the authority section of an answer with AA. */
    AUTHORITY,
    /** Asked for, from the answer section of an answer with AA. */
    AUTHORITATIVE_ANSWER,
    /** Verified by a trust anchor ({@link ZoneKey}). */
    SECURE
}
