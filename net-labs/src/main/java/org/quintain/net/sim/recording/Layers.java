package org.quintain.net.sim.recording;

import org.quintain.net.wire.Arp;
import org.quintain.net.wire.Ethernet;
import org.quintain.net.wire.Flaw;
import org.quintain.net.wire.Header;
import org.quintain.net.wire.Ipv4;
import org.quintain.net.wire.VlanTag;

/** Ethernet, a tag if there is one, and ARP or IPv4, as far as they are sound. Set anew for each frame. */
final class Layers {
    private final Ethernet ethernet = new Ethernet();
    private final VlanTag tag = new VlanTag();
    private final Ipv4 ipv4 = new Ipv4();
    private final Arp arp = new Arp();
    private Flaw flaw;
    private boolean isTagged;
    private int type;

    /** Looks at a frame; says what is wrong with the last header that was tried. */
    Layers read(byte[] frame) {
        type = -1;
        isTagged = false;
        flaw = ethernet.wrap(frame);
        if (flaw != Flaw.NONE) {
            return this;
        }
        int innerType = ethernet.type();
        Header outer = ethernet;
        if (innerType == Ethernet.TYPE_VLAN) {
            flaw = tag.wrap(ethernet);
            if (flaw != Flaw.NONE) {
                return this;
            }
            isTagged = true;
            innerType = tag.type();
            outer = tag;
        }
        type = innerType;
        if (type == Ethernet.TYPE_IPV4) {
            flaw = ipv4.wrap(outer);
        } else if (type == Ethernet.TYPE_ARP) {
            flaw = arp.wrap(outer);
        }
        return this;
    }

    Flaw flaw() {
        return flaw;
    }

    /** Whether there are addresses and a type. */
    boolean isFrame() {
        return type >= 0;
    }

    boolean hasIpv4() {
        return type == Ethernet.TYPE_IPV4 && flaw == Flaw.NONE;
    }

    boolean hasArp() {
        return type == Ethernet.TYPE_ARP && flaw == Flaw.NONE;
    }

    boolean isTagged() {
        return isTagged;
    }

    int type() {
        return type;
    }

    Ethernet ethernet() {
        return ethernet;
    }

    VlanTag tag() {
        return tag;
    }

    Ipv4 ipv4() {
        return ipv4;
    }

    Arp arp() {
        return arp;
    }
}
