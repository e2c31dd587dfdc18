package org.quintain.net.sim.dhcp;

import org.quintain.core.Incubating;
import org.quintain.net.wire.DhcpLease;

/**
 * Decides which offer a client takes: the first that pleases it. Nothing in an offer proves who sent it (RFC 2131 section
 * 7).
 *
 * <p>An implementation MUST be a pure function of the offer.
 */
@Incubating
@FunctionalInterface
public interface OfferPolicy {
    /** Whoever is first: what clients do. */
    OfferPolicy FIRST = offer -> true;

    /**
     * Whether the client asks for what is offered.
     *
     * @param offer as the message says it
     */
    boolean isTaken(DhcpLease offer);

    /** Offers that name one server: a forged one can name it, too. */
    static OfferPolicy of(int server) {
        return offer -> offer.server() == server;
    }
}
