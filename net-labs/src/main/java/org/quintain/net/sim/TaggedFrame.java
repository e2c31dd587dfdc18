package org.quintain.net.sim;

/**
 * What a switch reads of a frame, with or without an 802.1Q tag (IEEE 802.1Q-2018, 9.6), and copies with the tag added,
 * changed or taken away.
 *
 * <pre>
 *  0           6           12    14    16
 * | destination |  source   | 8100 | tag | EtherType | payload     tagged
 * | destination |  source   | EtherType  | payload                 untagged
 * </pre>
 */
final class TaggedFrame {
    /** Two addresses and an EtherType. */
    static final int UNTAGGED_BYTES = 14;

    /** The same with a tag of four octets. */
    static final int TAGGED_BYTES = 18;

    private static final int TPID = 0x8100;
    private static final int ADDRESSES_BYTES = 12;

    private TaggedFrame() {}

    static long destination(byte[] frame) {
        return mac(frame, 0);
    }

    static long source(byte[] frame) {
        return mac(frame, 6);
    }

    static boolean isTagged(byte[] frame) {
        return (frame[12] & 0xff) == TPID >>> 8 && frame[13] == 0;
    }

    /** VLAN identifier, 12 bits; 0 without a tag or with a priority tag. */
    static int vlan(byte[] frame) {
        return isTagged(frame) ? (frame[14] & 0x0f) << 8 | frame[15] & 0xff : 0;
    }

    /** The frame with a tag for a VLAN, or without one for 0; the same array if that is how it is. */
    static byte[] with(byte[] frame, int vlan) {
        boolean isTagged = isTagged(frame);
        if (vlan == 0 ? !isTagged : isTagged && vlan(frame) == vlan) {
            return frame;
        }
        int skipped = isTagged ? 4 : 0;
        int added = vlan == 0 ? 0 : 4;
        byte[] copy = new byte[frame.length - skipped + added];
        System.arraycopy(frame, 0, copy, 0, ADDRESSES_BYTES);
        System.arraycopy(
                frame,
                ADDRESSES_BYTES + skipped,
                copy,
                ADDRESSES_BYTES + added,
                frame.length - ADDRESSES_BYTES - skipped);
        if (vlan != 0) {
            copy[12] = (byte) (TPID >>> 8);
            copy[13] = (byte) TPID;
            int priority = isTagged ? frame[14] & 0xf0 : 0;
            copy[14] = (byte) (priority | vlan >>> 8);
            copy[15] = (byte) vlan;
        }
        return copy;
    }

    private static long mac(byte[] frame, int at) {
        return (frame[at] & 0xffL) << 40
                | (frame[at + 1] & 0xffL) << 32
                | (frame[at + 2] & 0xffL) << 24
                | (frame[at + 3] & 0xffL) << 16
                | (frame[at + 4] & 0xffL) << 8
                | frame[at + 5] & 0xffL;
    }
}
