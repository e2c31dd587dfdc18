package org.quintain.net.sim.host;

import org.quintain.core.Incubating;
import org.quintain.net.wire.Ipv4Address;

/**
 * A line of a routing table.
 *
 * @param network the destination's bits, those behind the prefix 0
 * @param prefixLength 0 to 32 bits; longer goes before shorter (RFC 1812 section 5.2.4.3)
 * @param interfaceNumber of the router, in the order of adding
 * @param nextHop the neighbour to send to, or 0.0.0.0 if the destination is one
 */
@Incubating
public record Route(int network, int prefixLength, int interfaceNumber, int nextHop) {
    /** Refuses bits behind the prefix. */
    public Route {
        if ((network & ~Ipv4Address.mask(prefixLength)) != 0) {
            throw new IllegalArgumentException("no bits behind the prefix wanted: network="
                    + Ipv4Address.format(network) + " prefixLength=" + prefixLength);
        }
    }

    /** Whether this route leads to an address. */
    public boolean matches(int address) {
        return Ipv4Address.isSameNetwork(network, address, Ipv4Address.mask(prefixLength));
    }

    /** The neighbour to which a packet goes next. */
    int neighbour(int destination) {
        return nextHop == Ipv4Address.ANY ? destination : nextHop;
    }
}
