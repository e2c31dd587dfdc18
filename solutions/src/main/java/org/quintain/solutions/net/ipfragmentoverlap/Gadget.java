package org.quintain.solutions.net.ipfragmentoverlap;

import org.quintain.net.ipfragmentoverlap.IpFragmentOverlapLab.Policy;
import org.quintain.net.sim.host.OverlapPolicy.Winner;

/**
 * Two fragments that fight for one unit of 8 bytes, the held one sent before the new one. Each kind is a question that
 * policies answer differently (J. Novak, Target-Based Fragmentation Reassembly, 2005; U. Shankar, V. Paxson, 2003, section
 * 3.2.2). Units are counted from the gadget's begin; each unit of it is filled by one of the two.
 */
enum Gadget {
    /** The new one covers the same unit. */
    SAME(0, 1, 0, 1),
    /** The new one begins before and ends with the held one. */
    ENDS_WITH(1, 2, 0, 2),
    /** The new one begins before and ends behind the held one. */
    COVERS(1, 2, 0, 3),
    /** The new one begins before the held one and ends within it. */
    BEGINS_EARLIER(1, 3, 0, 2),
    /** The new one begins within the held one and ends behind it. */
    BEGINS_LATER(0, 2, 1, 3);

    final int heldFrom;
    final int heldTo;
    final int newFrom;
    final int newTo;

    Gadget(int heldFrom, int heldTo, int newFrom, int newTo) {
        this.heldFrom = heldFrom;
        this.heldTo = heldTo;
        this.newFrom = newFrom;
        this.newTo = newTo;
    }

    /** Units that both fill: it is one. */
    int contested() {
        return Math.max(heldFrom, newFrom);
    }

    /** Units in all. */
    int units() {
        return Math.max(heldTo, newTo);
    }

    /** Whether a policy lets the new fragment have the contested unit. */
    boolean isNewReadBy(Policy policy) {
        return policy.behaviour().winner(newFrom, newTo, heldFrom, heldTo) == Winner.NEW;
    }

    /** Whether two policies read it differently. */
    boolean separates(Policy one, Policy other) {
        return isNewReadBy(one) != isNewReadBy(other);
    }
}
