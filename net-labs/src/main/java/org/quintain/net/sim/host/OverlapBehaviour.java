package org.quintain.net.sim.host;

import org.quintain.core.Incubating;

/**
 * The known overlap policies. First to Linux are those of U. Shankar and V. Paxson, "Active Mapping: Resisting NIDS Evasion
 * without Altering Traffic", IEEE Symposium on Security and Privacy 2003, section 3.2.2 and table 1; Windows and Solaris,
 * which Active Mapping had under First, of J. Novak, "Target-Based Fragmentation Reassembly", Sourcefire 2005. The systems
 * are those that these sources name; what a later version does may differ.
 */
@Incubating
public enum OverlapBehaviour implements OverlapPolicy {
    /** What came first counts: SunOS 5.5.1 to 5.8, HP-UX 11.00, old MacOS. */
    FIRST {
        @Override
        public Winner winner(int newFrom, int newTo, int heldFrom, int heldTo) {
            return Winner.HELD;
        }
    },
    /** What came last counts: Cisco IOS; RFC 791 section 3.2 ("use the more recently arrived copy"). */
    LAST {
        @Override
        public Winner winner(int newFrom, int newTo, int heldFrom, int heldTo) {
            return Winner.NEW;
        }
    },
    /** What begins earlier counts, if equal what came first: 4.4BSD, FreeBSD, AIX, IRIX, Tru64, OpenVMS. */
    BSD {
        @Override
        public Winner winner(int newFrom, int newTo, int heldFrom, int heldTo) {
            return heldFrom <= newFrom ? Winner.HELD : Winner.NEW;
        }
    },
    /** BSD turned round: what begins later counts, if equal what came last: HP JetDirect. */
    BSD_RIGHT {
        @Override
        public Winner winner(int newFrom, int newTo, int heldFrom, int heldTo) {
            return heldFrom <= newFrom ? Winner.NEW : Winner.HELD;
        }
    },
    /** What begins earlier counts, if equal what came last: Linux 2.2 and 2.4, OpenBSD of that time. */
    LINUX {
        @Override
        public Winner winner(int newFrom, int newTo, int heldFrom, int heldTo) {
            return heldFrom < newFrom ? Winner.HELD : Winner.NEW;
        }
    },
    /** What came first counts, unless the new begins before it and ends behind it: Windows 95 to XP. */
    WINDOWS {
        @Override
        public Winner winner(int newFrom, int newTo, int heldFrom, int heldTo) {
            return newFrom < heldFrom && newTo > heldTo ? Winner.NEW : Winner.HELD;
        }
    },
    /** What came first counts, unless the new begins before it and ends with or behind it: Solaris 9 and 10. */
    SOLARIS {
        @Override
        public Winner winner(int newFrom, int newTo, int heldFrom, int heldTo) {
            return newFrom < heldFrom && newTo >= heldTo ? Winner.NEW : Winner.HELD;
        }
    },
    /**
     * A packet with an overlap is given up, but for exact copies, of which the first counts: Linux since 4.20 (commit
     * 7969e5c40dfd, "ip: discard IPv4 datagrams with overlapping segments"), as RFC 5722 section 3 and RFC 8200 section 4.5
     * want it of IPv6. A fragment that lies within what others fill counts as an overlap here.
     */
    REFUSE {
        @Override
        public Winner winner(int newFrom, int newTo, int heldFrom, int heldTo) {
            return newFrom == heldFrom && newTo == heldTo ? Winner.HELD : Winner.NEITHER;
        }
    }
}
