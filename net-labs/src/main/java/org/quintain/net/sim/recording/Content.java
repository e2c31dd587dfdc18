package org.quintain.net.sim.recording;

import java.util.Arrays;
import org.quintain.net.wire.Ethernet;
import org.quintain.net.wire.Ipv4;
import org.quintain.net.wire.VlanTag;

/** Bytes as a key: what stays the same of a frame or packet on its way. */
final class Content {
    private static final int ADDRESSES_BYTES = 12;
    private static final int TIME_TO_LIVE = 8;
    private static final int CHECKSUM = 10;

    private final byte[] bytes;
    private final int hash;

    private Content(byte[] bytes) {
        this.bytes = bytes;
        this.hash = Arrays.hashCode(bytes);
    }

    /** A frame without its 802.1Q tag, which switches add and take away. */
    static Content ofFrame(byte[] frame) {
        boolean isTagged = frame.length >= ADDRESSES_BYTES + VlanTag.LENGTH_BYTES
                && frame[ADDRESSES_BYTES] == (byte) (Ethernet.TYPE_VLAN >>> 8)
                && frame[ADDRESSES_BYTES + 1] == (byte) Ethernet.TYPE_VLAN;
        if (!isTagged) {
            return new Content(frame);
        }
        byte[] plain = new byte[frame.length - VlanTag.LENGTH_BYTES];
        System.arraycopy(frame, 0, plain, 0, ADDRESSES_BYTES);
        System.arraycopy(
                frame, ADDRESSES_BYTES + VlanTag.LENGTH_BYTES, plain, ADDRESSES_BYTES, plain.length - ADDRESSES_BYTES);
        return new Content(plain);
    }

    /** An IPv4 packet without time to live and header checksum; null if the frame holds none. */
    static Content ofPacket(Layers frame) {
        if (!frame.hasIpv4()) {
            return null;
        }
        Ipv4 ip = frame.ipv4();
        byte[] packet = Arrays.copyOfRange(ip.array(), ip.offset(), ip.limit());
        packet[TIME_TO_LIVE] = 0;
        packet[CHECKSUM] = 0;
        packet[CHECKSUM + 1] = 0;
        return new Content(packet);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Content content && Arrays.equals(bytes, content.bytes);
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
