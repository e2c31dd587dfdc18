package org.quintain.net.sim.host;

import org.quintain.core.Incubating;

/** The named ways to believe ARP packets. */
@Incubating
public enum ArpBehaviour implements ArpPolicy {
    /** Believes everything, asked or not: no system in particular, the easiest victim. */
    EVERYTHING {
        @Override
        public boolean isBelieved(ArpClaim claim) {
            return true;
        }
    },
    /**
     * The algorithm of RFC 826, Packet Reception: any packet overwrites what is known (Merge_flag), and one whose target is
     * the host makes an entry. Requests and replies are not told apart: "the opcode is looked at last".
     */
    RFC_826 {
        @Override
        public boolean isBelieved(ArpClaim claim) {
            return claim.isKnown() || claim.isForMe();
        }
    },
    /**
     * Linux with {@code arp_accept} 0, its default: a request to the host makes or overwrites an entry; any other packet
     * completes an entry that is awaited and overwrites one that is older than {@code locktime}, a second, or at once if
     * gratuitous (net/ipv4/arp.c, arp_process; Documentation/networking/ip-sysctl.rst, arp_accept). That Linux probes
     * entries it holds for stale is not modelled.
     */
    LINUX {
        @Override
        public boolean isBelieved(ArpClaim claim) {
            if (!claim.isReply() && claim.isForMe()) {
                return true;
            }
            return claim.isAwaited() || claim.isKnown() && (claim.isGratuitous() || claim.ageMicros() > LOCK_MICROS);
        }
    },
    /** Linux with {@code arp_accept} 1: gratuitous packets and unasked replies make entries, too (same sources). */
    LINUX_ARP_ACCEPT {
        @Override
        public boolean isBelieved(ArpClaim claim) {
            return !claim.isKnown() && (claim.isGratuitous() || claim.isReply()) || LINUX.isBelieved(claim);
        }
    },
    /**
     * Only replies, sent to the host, to a question that is open: a hardened host, no system in particular. Who answers
     * first still wins.
     */
    AWAITED_REPLIES {
        @Override
        public boolean isBelieved(ArpClaim claim) {
            return claim.isReply() && claim.isAwaited() && claim.isForMe() && claim.isUnicast();
        }
    },
    /** Nothing: whom the host is to reach needs a static entry. */
    NOTHING {
        @Override
        public boolean isBelieved(ArpClaim claim) {
            return false;
        }
    };

    /** Linux's default of {@code locktime} (arp(7): "defaults to 1 second"). */
    private static final long LOCK_MICROS = 1_000_000;
}
