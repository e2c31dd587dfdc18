package org.quintain.net.sim;

import java.util.BitSet;

/**
 * The VLANs of one switch port.
 *
 * @param untagged VLAN of frames without a tag, 0 if they are refused
 * @param tagged VLANs of frames with a tag
 */
record PortVlans(int untagged, BitSet tagged) {
    static final int MAX_VLAN = 4094;

    private static final BitSet NONE = new BitSet();

    /** A port that nobody has configured: VLAN 1, without tags. */
    static final PortVlans DEFAULT = access(1);

    static PortVlans access(int vlan) {
        return new PortVlans(check(vlan), NONE);
    }

    static PortVlans trunk(int nativeVlan, int... vlans) {
        BitSet tagged = new BitSet();
        for (int vlan : vlans) {
            tagged.set(check(vlan));
        }
        if (nativeVlan != 0) {
            tagged.clear(check(nativeVlan));
        }
        return new PortVlans(nativeVlan, tagged);
    }

    private static int check(int vlan) {
        if (vlan < 1 || vlan > MAX_VLAN) {
            throw new IllegalArgumentException("VLAN 1 to 4094 wanted: vlan=" + vlan);
        }
        return vlan;
    }

    boolean isMember(int vlan) {
        return vlan == untagged || tagged.get(vlan);
    }
}
