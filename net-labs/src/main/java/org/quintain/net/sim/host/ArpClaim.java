package org.quintain.net.sim.host;

import org.quintain.core.Incubating;

/**
 * What an ARP packet says about its sender, and what the cache knows already: all that an {@link ArpPolicy} decides upon.
 *
 * @param address ar$spa, the sender's IPv4 address; never 0.0.0.0, the host's own or a statically bound one
 * @param mac ar$sha, the MAC that the sender claims to have; never a group's
 * @param isReply ar$op is REPLY; else it is REQUEST
 * @param isGratuitous sender and target address are equal (RFC 5227 section 1.2)
 * @param isForMe ar$tpa is the host's address
 * @param isUnicast the frame was sent to the host's MAC, not to a group
 * @param isAwaited the host has asked for the address and not been answered
 * @param knownMac what the cache holds, or {@link ArpCache#UNKNOWN}
 * @param ageMicros since the cache's entry was made or confirmed; -1 without entry
 */
@Incubating
public record ArpClaim(
        int address,
        long mac,
        boolean isReply,
        boolean isGratuitous,
        boolean isForMe,
        boolean isUnicast,
        boolean isAwaited,
        long knownMac,
        long ageMicros) {
    /** Whether the cache holds the address, right or wrong. */
    public boolean isKnown() {
        return knownMac != ArpCache.UNKNOWN;
    }
}
