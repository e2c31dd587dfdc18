package org.quintain.net.sim.dns;

import org.quintain.core.Incubating;

/** How a lookup ended (RFC 1034 section 5.2.1). */
@Incubating
public enum LookupStatus {
    /** With records of the type that was asked for. */
    FOUND,
    /** The name exists and has no records of the type (RFC 2308 section 2.2). */
    NO_DATA,
    /** The name does not exist (RFC 1035 section 4.1.1, RCODE 3). */
    NAME_ERROR,
    /** The servers could not or would not answer, or not in a way that can be trusted (RCODE 2 and others). */
    FAILED,
    /** No answer came in time. */
    TIMED_OUT
}
