package org.quintain.net.sim.host;

import org.quintain.core.Incubating;
import org.quintain.net.wire.Icmpv4;
import org.quintain.net.wire.Ipv4;

/** What a program does with answers to its echo requests ({@link Host#ping}). */
@Incubating
@FunctionalInterface
public interface EchoHandler {
    /**
     * Takes an echo reply.
     *
     * @param packet from whom; holds until this returns
     * @param reply identifier, sequence number and payload; holds until this returns
     */
    void reply(Ipv4 packet, Icmpv4 reply);
}
