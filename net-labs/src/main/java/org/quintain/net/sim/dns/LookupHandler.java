package org.quintain.net.sim.dns;

import org.quintain.core.Incubating;

/** What a program does with the result of a lookup, as to connect to the address. */
@Incubating
@FunctionalInterface
public interface LookupHandler {
    /**
     * Takes the result, once.
     *
     * @param result never before the call that asked has returned
     */
    void finished(LookupResult result);
}
