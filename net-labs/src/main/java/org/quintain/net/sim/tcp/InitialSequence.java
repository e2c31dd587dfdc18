package org.quintain.net.sim.tcp;

import org.quintain.core.Incubating;

/** Chooses the initial sequence numbers of one stack; has that stack's state. */
@Incubating
@FunctionalInterface
public interface InitialSequence {
    /**
     * The number for a new connection, asked for once for each.
     *
     * @param nowMicros virtual time
     * @param localAddress IPv4 address
     * @param localPort 16 bits
     * @param remoteAddress IPv4 address
     * @param remotePort 16 bits
     * @return ISS, any 32 bits
     */
    int next(long nowMicros, int localAddress, int localPort, int remoteAddress, int remotePort);
}
