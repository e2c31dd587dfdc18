package org.quintain.net.sim.host;

import org.quintain.core.Incubating;

/**
 * Decides which ARP packets are believed: ARP itself proves nothing (RFC 826 has no authentication). {@link ArpBehaviour}
 * names the known ones.
 *
 * <p>An implementation MUST be a pure function of the claim and MUST NOT throw.
 */
@Incubating
@FunctionalInterface
public interface ArpPolicy {
    /**
     * Whether the cache takes a claim over.
     *
     * @param claim the sender's addresses and what is known of them
     * @return true to make or overwrite the entry and to send what waits for it; a request is answered either way
     */
    boolean isBelieved(ArpClaim claim);
}
