package org.quintain.net.sim.tcp;

import org.quintain.core.Incubating;

/**
 * Rules of known systems (J. Novak and S. Sturges, Target-Based TCP Stream Reassembly, Sourcefire 2007; T. Ptacek and T.
 * Newsham, Insertion, Evasion, and Denial of Service: Eluding Network Intrusion Detection, 1998, section 5.3).
 */
@Incubating
public enum OverlapRules implements OverlapRule {
    /** The copy that came first stays. */
    FIRST {
        @Override
        public boolean isReplaced(int heldOffset, int heldLengthBytes, int newOffset, int newLengthBytes) {
            return false;
        }
    },
    /** The copy that came last replaces. */
    LAST {
        @Override
        public boolean isReplaced(int heldOffset, int heldLengthBytes, int newOffset, int newLengthBytes) {
            return true;
        }
    },
    /**
     * 4.4BSD's tcp_reass (G. Wright and W. Stevens, TCP/IP Illustrated, volume 2, 1995, section 27.9): a held piece that
     * begins at or before the new segment stays, one that begins later gives way.
     */
    BSD {
        @Override
        public boolean isReplaced(int heldOffset, int heldLengthBytes, int newOffset, int newLengthBytes) {
            return newOffset < heldOffset;
        }
    }
}
