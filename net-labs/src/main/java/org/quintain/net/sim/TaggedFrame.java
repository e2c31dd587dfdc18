package org.quintain.net.sim;

import org.quintain.net.wire.Ethernet;
import org.quintain.net.wire.Flaw;
import org.quintain.net.wire.Header;
import org.quintain.net.wire.MacAddress;
import org.quintain.net.wire.VlanTag;

/**
 * What a switch reads of a frame, with or without an 802.1Q tag (IEEE 802.1Q-2018, 9.6), and copies with the tag added,
 * changed or taken away.
 *
 * <pre>
 *  0             6          12      14    16
 * | destination |  source  | 8100 | tag | EtherType | payload     tagged
 * | destination |  source  | EtherType  | payload                 untagged
 * </pre>
 */
final class TaggedFrame {
    private static final int ADDRESSES_BYTES = 2 * MacAddress.LENGTH_BYTES;

    private final Ethernet ethernet = new Ethernet();
    private final VlanTag tag = new VlanTag();
    private boolean isTagged;

    Flaw wrap(byte[] frame) {
        Flaw flaw = ethernet.wrap(frame);
        isTagged = flaw == Flaw.NONE && ethernet.type() == Ethernet.TYPE_VLAN;
        return isTagged ? tag.wrap((Header) ethernet) : flaw;
    }

    long destination() {
        return ethernet.destination();
    }

    long source() {
        return ethernet.source();
    }

    /** VLAN identifier, 12 bits; 0 without a tag or with a priority tag. */
    int vlan() {
        return isTagged ? tag.identifier() : VlanTag.IDENTIFIER_NONE;
    }

    int etherTypeOffset() {
        return isTagged ? ADDRESSES_BYTES + VlanTag.LENGTH_BYTES : ADDRESSES_BYTES;
    }

    /** The frame with a tag for a VLAN, or without one for 0; the same array if that is how it is. */
    byte[] with(int vlan) {
        byte[] frame = ethernet.array();
        if (vlan == VlanTag.IDENTIFIER_NONE ? !isTagged : vlan() == vlan) {
            return frame;
        }
        int from = etherTypeOffset();
        int to = vlan == VlanTag.IDENTIFIER_NONE ? ADDRESSES_BYTES : ADDRESSES_BYTES + VlanTag.LENGTH_BYTES;
        byte[] copy = new byte[frame.length - from + to];
        System.arraycopy(frame, 0, copy, 0, ADDRESSES_BYTES);
        System.arraycopy(frame, from, copy, to, frame.length - from);
        if (vlan != VlanTag.IDENTIFIER_NONE) {
            new Ethernet().place(copy, 0, copy.length).type(Ethernet.TYPE_VLAN);
            new VlanTag()
                    .place(copy, Ethernet.LENGTH_BYTES, copy.length)
                    .identifier(vlan)
                    .priority(isTagged ? tag.priority() : 0)
                    .dropEligible(isTagged && tag.isDropEligible());
        }
        return copy;
    }
}
