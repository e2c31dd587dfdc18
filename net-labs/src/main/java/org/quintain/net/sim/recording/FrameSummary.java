package org.quintain.net.sim.recording;

import java.util.HexFormat;
import org.quintain.core.Incubating;
import org.quintain.core.Message;
import org.quintain.net.wire.Arp;
import org.quintain.net.wire.Ethernet;
import org.quintain.net.wire.Flaw;
import org.quintain.net.wire.Ipv4;
import org.quintain.net.wire.Ipv4Address;
import org.quintain.net.wire.MacAddress;

/**
 * What a frame says, in one line: a message whose words the application has in each language. No bytes make it throw.
 *
 * <p>Keys: {@code frame-short frame-other frame-flawed}, {@code arp-request arp-announcement arp-reply arp-other}, {@code
 * ipv4-fragment ipv4-other}, and those of {@link TransportSummary}.
 *
 * @param vlan identifier of its 802.1Q tag, or 0 without one
 * @param what the innermost header that could be read
 * @param isChecksumRight false if a checksum that was read is wrong; receivers drop such a frame
 */
@Incubating
public record FrameSummary(int vlan, Message what, boolean isChecksumRight) {

    /**
     * Reads a frame.
     *
     * @param frame any bytes
     * @return what it says
     */
    public static FrameSummary of(byte[] frame) {
        Layers layers = new Layers().read(frame);
        int vlan = layers.isTagged() ? layers.tag().identifier() : 0;
        if (!layers.isFrame()) {
            return new FrameSummary(vlan, Message.of("frame-short", "bytes", frame.length), true);
        }
        if (layers.flaw() != Flaw.NONE) {
            String protocol = layers.type() == Ethernet.TYPE_ARP ? "ARP" : "IPv4";
            return new FrameSummary(vlan, flawed(protocol, layers.flaw()), true);
        }
        if (layers.hasArp()) {
            return new FrameSummary(vlan, arp(layers.arp()), true);
        }
        if (layers.hasIpv4()) {
            return ipv4(vlan, layers.ipv4());
        }
        Message other = Message.of(
                "frame-other", "type", "0x" + HexFormat.of().toHexDigits((short) layers.type()), "bytes", frame.length);
        return new FrameSummary(vlan, other, true);
    }

    static Message flawed(String protocol, Flaw flaw) {
        return Message.of("frame-flawed", "protocol", protocol, "flaw", flaw.name());
    }

    private static Message arp(Arp arp) {
        String sender = Ipv4Address.format(arp.sender());
        String target = Ipv4Address.format(arp.target());
        String mac = MacAddress.format(arp.senderMac());
        if (arp.isGratuitous()) {
            return Message.of("arp-announcement", "sender", sender, "mac", mac);
        }
        return switch (arp.operation()) {
            case Arp.REQUEST -> Message.of("arp-request", "sender", sender, "target", target);
            case Arp.REPLY -> Message.of("arp-reply", "sender", sender, "mac", mac);
            default -> Message.of("arp-other", "operation", arp.operation(), "sender", sender, "mac", mac);
        };
    }

    private static FrameSummary ipv4(int vlan, Ipv4 ip) {
        boolean isRight = ip.isChecksumRight();
        if (ip.isFragment()) {
            int first = ip.fragmentOffsetBytes();
            Message fragment = Message.of(
                    ip.isMoreFragments() ? "ipv4-fragment" : "ipv4-fragment-last",
                    "source",
                    Ipv4Address.format(ip.source()),
                    "destination",
                    Ipv4Address.format(ip.destination()),
                    "id",
                    ip.identification(),
                    "first",
                    first,
                    "last",
                    first + ip.payloadLengthBytes() - 1);
            return new FrameSummary(vlan, fragment, isRight);
        }
        TransportSummary inner = TransportSummary.of(ip);
        return new FrameSummary(vlan, inner.what(), isRight && inner.isChecksumRight());
    }
}
