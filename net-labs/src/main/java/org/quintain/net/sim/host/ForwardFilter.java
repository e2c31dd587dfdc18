package org.quintain.net.sim.host;

import org.quintain.core.Incubating;
import org.quintain.net.wire.Ipv4;

/**
 * Says which packets a {@link Router} takes in: a packet filter or an ingress filter.
 *
 * <p>An implementation MUST NOT change the packet, send, or throw; it MUST bound what it remembers.
 */
@Incubating
@FunctionalInterface
public interface ForwardFilter {
    /** Drops sources that the router would not reach through the interface where they arrive (RFC 2827; RFC 3704, 2.2). */
    ForwardFilter REVERSE_PATH = (router, arrival, packet) -> {
        Route back = router.routeTo(packet.source());
        return back != null && back.interfaceNumber() == arrival;
    };

    /**
     * Whether the router goes on with a packet; it is dropped silently if not.
     *
     * @param router who asks
     * @param arrival number of the interface where it arrived
     * @param packet header judged, checksum verified; holds until this returns
     */
    boolean admits(Router router, int arrival, Ipv4 packet);
}
