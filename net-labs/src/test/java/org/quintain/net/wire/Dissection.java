package org.quintain.net.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.pcap4j.packet.ArpPacket;
import org.pcap4j.packet.Dot1qVlanTagPacket;
import org.pcap4j.packet.EthernetPacket;
import org.pcap4j.packet.FragmentedPacket;
import org.pcap4j.packet.IcmpV4CommonPacket;
import org.pcap4j.packet.IcmpV4EchoPacket;
import org.pcap4j.packet.IllegalIpV4Option;
import org.pcap4j.packet.IllegalRawDataException;
import org.pcap4j.packet.IllegalTcpOption;
import org.pcap4j.packet.IpV4Packet;
import org.pcap4j.packet.Packet;
import org.pcap4j.packet.TcpPacket;
import org.pcap4j.packet.UdpPacket;
import org.pcap4j.packet.UnknownPacket;

/** Takes a frame apart as pcap4j does, and asserts that each header that we accept reads the same there. */
final class Dissection {
    private final Ethernet ethernet = new Ethernet();
    private final VlanTag tag = new VlanTag();
    private final Arp arp = new Arp();
    private final Ipv4 ip = new Ipv4();
    private final Icmpv4 icmp = new Icmpv4();
    private final Udp udp = new Udp();
    private final Tcp tcp = new Tcp();
    private final Ipv4Options ipv4Options = new Ipv4Options();
    private final TcpOptions tcpOptions = new TcpOptions();

    /** How many headers were accepted and compared, by class of {@link Header}. */
    final int[] compared = new int[7];

    /** Asserts; gives the first flaw that we saw, or {@link Flaw#NONE}. */
    Flaw agree(byte[] frame) {
        Flaw flaw = ethernet.wrap(frame);
        if (flaw != Flaw.NONE) {
            return flaw;
        }
        EthernetPacket theirs;
        try {
            theirs = EthernetPacket.newPacket(frame, 0, frame.length);
        } catch (IllegalRawDataException refused) {
            assertTrue(
                    ethernet.type() < Ethernet.MIN_TYPE, "only pcap4j takes such a type for a length, and judges it");
            return Flaw.NONE;
        } catch (ArrayIndexOutOfBoundsException theirBug) {
            return Flaw.NONE; // pcap4j 1.8.2 reads beyond the end of some ICMPv6 messages
        }
        compared[0]++;
        EthernetPacket.EthernetHeader header = theirs.getHeader();
        assertEquals(Peer.bits(header.getDstAddr()), ethernet.destination());
        assertEquals(Peer.bits(header.getSrcAddr()), ethernet.source());
        assertEquals(header.getType().value() & 0xFFFF, ethernet.type());
        return network(ethernet, ethernet.type(), theirs.getPayload());
    }

    private Flaw network(Header outer, int type, Packet payload) {
        return switch (type) {
            case Ethernet.TYPE_VLAN -> vlan(outer, payload);
            case Ethernet.TYPE_ARP -> arp(outer, payload);
            case Ethernet.TYPE_IPV4 -> ipv4(outer, payload);
            default -> Flaw.NONE;
        };
    }

    private Flaw vlan(Header outer, Packet payload) {
        if (outer instanceof VlanTag) {
            return Flaw.NONE;
        }
        Flaw flaw = tag.wrap(outer);
        if (flaw != Flaw.NONE) {
            return flaw;
        }
        Dot1qVlanTagPacket theirs = assertInstanceOf(Dot1qVlanTagPacket.class, payload);
        compared[1]++;
        assertEquals(theirs.getHeader().getPriority(), tag.priority());
        assertEquals(theirs.getHeader().getCfi(), tag.isDropEligible());
        assertEquals(theirs.getHeader().getVidAsInt(), tag.identifier());
        assertEquals(theirs.getHeader().getType().value() & 0xFFFF, tag.type());
        return network(tag, tag.type(), theirs.getPayload());
    }

    private Flaw arp(Header outer, Packet payload) {
        Flaw flaw = arp.wrap(outer);
        if (flaw == Flaw.ARP_TRUNCATED) {
            return flaw;
        }
        // pcap4j reads 28 bytes whatever they say, so the reasons of our refusals can be compared, too.
        ArpPacket.ArpHeader theirs = assertInstanceOf(ArpPacket.class, payload).getHeader();
        compared[2]++;
        assertEquals(theirs.getHardwareType().value() & 0xFFFF, arp.hardwareType());
        assertEquals(theirs.getProtocolType().value() & 0xFFFF, arp.protocolType());
        assertEquals(theirs.getHardwareAddrLengthAsInt(), arp.hardwareLengthBytes());
        assertEquals(theirs.getProtocolAddrLengthAsInt(), arp.protocolLengthBytes());
        assertEquals(theirs.getOperation().value() & 0xFFFF, arp.operation());
        assertEquals(Peer.bits(theirs.getSrcHardwareAddr()), arp.senderMac());
        assertEquals(theirs.getSrcProtocolAddr(), Peer.address(arp.sender()));
        assertEquals(Peer.bits(theirs.getDstHardwareAddr()), arp.targetMac());
        assertEquals(theirs.getDstProtocolAddr(), Peer.address(arp.target()));
        return flaw;
    }

    private Flaw ipv4(Header outer, Packet payload) {
        Flaw flaw = ip.wrap(outer);
        if (flaw != Flaw.NONE) {
            return flaw;
        }
        IpV4Packet packet = assertInstanceOf(IpV4Packet.class, payload);
        IpV4Packet.IpV4Header theirs = packet.getHeader();
        compared[3]++;
        assertEquals(theirs.getVersion().value() & 0xFF, ip.version());
        assertEquals(theirs.getIhlAsInt(), ip.headerWords());
        assertEquals(theirs.length(), ip.lengthBytes());
        assertEquals(theirs.getTos().value() & 0xFF, ip.typeOfService());
        assertEquals(theirs.getTotalLengthAsInt(), ip.totalLengthBytes());
        assertEquals(theirs.getIdentificationAsInt(), ip.identification());
        assertEquals(theirs.getReservedFlag(), ip.fragmentWord() >>> 15 == 1);
        assertEquals(theirs.getDontFragmentFlag(), ip.isDontFragment());
        assertEquals(theirs.getMoreFragmentFlag(), ip.isMoreFragments());
        assertEquals(theirs.getFragmentOffset(), ip.fragmentOffset());
        assertEquals(theirs.getTtlAsInt(), ip.timeToLive());
        assertEquals(theirs.getProtocol().value() & 0xFF, ip.protocol());
        assertEquals(theirs.getHeaderChecksum() & 0xFFFF, ip.checksum());
        assertEquals(theirs.getSrcAddr(), Peer.address(ip.source()));
        assertEquals(theirs.getDstAddr(), Peer.address(ip.destination()));
        // pcap4j sums the header as it would write it, padding included: the same bytes.
        assertEquals(theirs.hasValidChecksum(false), ip.computeChecksum() == ip.checksum());
        payload(packet.getPayload());
        options(ipv4Options.wrap(ip), ip, theirs.getOptions(), theirs.getPadding().length, IllegalIpV4Option.class);
        return packet.getPayload() == null ? Flaw.NONE : transport(packet);
    }

    /** A payload that pcap4j knows may be shorter there: it drops what the payload does not own. */
    private void payload(Packet payload) {
        int bytes = payload == null ? 0 : payload.length();
        boolean isRaw = payload == null || payload instanceof FragmentedPacket || payload instanceof UnknownPacket;
        assertTrue(isRaw ? bytes == ip.payloadLengthBytes() : bytes <= ip.payloadLengthBytes());
    }

    private Flaw transport(IpV4Packet packet) {
        Packet payload = packet.getPayload();
        if (ip.isFragment()) {
            assertInstanceOf(FragmentedPacket.class, payload);
            return Flaw.NONE;
        }
        return switch (ip.protocol()) {
            case Ipv4.PROTOCOL_ICMP -> icmp(payload);
            case Ipv4.PROTOCOL_UDP -> udp(packet);
            case Ipv4.PROTOCOL_TCP -> tcp(packet);
            default -> Flaw.NONE;
        };
    }

    private Flaw icmp(Packet payload) {
        Flaw flaw = icmp.wrap(ip);
        if (flaw != Flaw.NONE) {
            return flaw;
        }
        IcmpV4CommonPacket theirs = assertInstanceOf(IcmpV4CommonPacket.class, payload);
        compared[4]++;
        assertEquals(theirs.getHeader().getType().value() & 0xFF, icmp.type());
        assertEquals(theirs.getHeader().getCode().value() & 0xFF, icmp.code());
        assertEquals(theirs.getHeader().getChecksum() & 0xFFFF, icmp.checksum());
        if (sameBytes(theirs, icmp)) {
            assertEquals(theirs.hasValidChecksum(false), icmp.computeChecksum() == icmp.checksum());
        }
        if (theirs.getPayload() instanceof IcmpV4EchoPacket echo) {
            assertEquals(echo.getHeader().getIdentifierAsInt(), icmp.identifier());
            assertEquals(echo.getHeader().getSequenceNumberAsInt(), icmp.sequenceNumber());
        }
        return flaw;
    }

    private Flaw udp(IpV4Packet packet) {
        Flaw flaw = udp.wrap(ip);
        if (flaw != Flaw.NONE) {
            return flaw;
        }
        UdpPacket theirs = assertInstanceOf(UdpPacket.class, packet.getPayload());
        compared[5]++;
        assertEquals(theirs.getHeader().getSrcPort().valueAsInt(), udp.sourcePort());
        assertEquals(theirs.getHeader().getDstPort().valueAsInt(), udp.destinationPort());
        assertEquals(theirs.getHeader().getLengthAsInt(), udp.datagramLengthBytes());
        assertEquals(theirs.getHeader().getChecksum() & 0xFFFF, udp.checksum());
        IpV4Packet.IpV4Header header = packet.getHeader();
        // A payload that pcap4j parses and cannot write again byte by byte would change its sum.
        if (theirs.length() == udp.datagramLengthBytes() && sameBytes(theirs, udp)) {
            assertEquals(
                    theirs.hasValidChecksum(header.getSrcAddr(), header.getDstAddr(), true),
                    !udp.hasChecksum() || isZeroToOnes() || udp.computeChecksum(ip) == udp.checksum());
        }
        return flaw;
    }

    /** RFC 768 sends ones for a checksum of 0; pcap4j 1.8.2 expects the 0, so that both forms of zero must be let be. */
    private boolean isZeroToOnes() {
        return udp.checksum() == Udp.ZERO_CHECKSUM && udp.isChecksumRight(ip);
    }

    private Flaw tcp(IpV4Packet packet) {
        Flaw flaw = tcp.wrap(ip);
        if (flaw != Flaw.NONE) {
            return flaw;
        }
        TcpPacket packetOfTcp = assertInstanceOf(TcpPacket.class, packet.getPayload());
        TcpPacket.TcpHeader theirs = packetOfTcp.getHeader();
        compared[6]++;
        assertEquals(theirs.getSrcPort().valueAsInt(), tcp.sourcePort());
        assertEquals(theirs.getDstPort().valueAsInt(), tcp.destinationPort());
        assertEquals(theirs.getSequenceNumber(), tcp.sequenceNumber());
        assertEquals(theirs.getAcknowledgmentNumber(), tcp.acknowledgmentNumber());
        assertEquals(theirs.getDataOffsetAsInt(), tcp.dataOffsetWords());
        assertEquals(theirs.getReserved(), tcp.reserved() << 2 | tcp.flags() >>> 6, "pcap4j counts CWR and ECE in");
        assertEquals(theirs.getUrg(), tcp.has(Tcp.URG));
        assertEquals(theirs.getAck(), tcp.has(Tcp.ACK));
        assertEquals(theirs.getPsh(), tcp.has(Tcp.PSH));
        assertEquals(theirs.getRst(), tcp.has(Tcp.RST));
        assertEquals(theirs.getSyn(), tcp.has(Tcp.SYN));
        assertEquals(theirs.getFin(), tcp.has(Tcp.FIN));
        assertEquals(theirs.getWindowAsInt(), tcp.window());
        assertEquals(theirs.getChecksum() & 0xFFFF, tcp.checksum());
        assertEquals(theirs.getUrgentPointerAsInt(), tcp.urgentPointer());
        if (sameBytes(packetOfTcp, tcp)) {
            IpV4Packet.IpV4Header header = packet.getHeader();
            assertEquals(
                    packetOfTcp.hasValidChecksum(header.getSrcAddr(), header.getDstAddr(), false),
                    tcp.computeChecksum(ip) == tcp.checksum());
        }
        options(tcpOptions.wrap(tcp), tcp, theirs.getOptions(), theirs.getPadding().length, IllegalTcpOption.class);
        return flaw;
    }

    private static boolean sameBytes(Packet theirs, Header ours) {
        return Arrays.equals(theirs.getRawData(), Arrays.copyOfRange(ours.array(), ours.offset(), ours.limit()));
    }

    /** Ours one by one, until pcap4j meets a length that it does not like: the rest is padding or one illegal option. */
    private static void options(Options ours, Header header, List<?> theirs, int padding, Class<?> illegal) {
        int i = 0;
        while (ours.next()) {
            if (i >= theirs.size()) {
                assertEquals(padding, header.payloadOffset() - ours.offset(), "the rest is padding there");
                return;
            }
            if (illegal.isInstance(theirs.get(i))) {
                return;
            }
            byte[] bytes = Arrays.copyOfRange(ours.frame, ours.offset(), ours.offset() + ours.lengthBytes());
            assertArrayEquals(Peer.raw(theirs.get(i)), bytes);
            assertTrue(ours.offset() + ours.lengthBytes() <= header.payloadOffset());
            i++;
        }
        // At a flaw pcap4j ends the list or takes the rest for one illegal option; else it lists the end, too.
        if (i < theirs.size()) {
            boolean isIllegal = illegal.isInstance(theirs.get(i));
            assertTrue(isIllegal || ours.flaw() != Flaw.NONE || Peer.raw(theirs.get(i))[0] == Options.END);
            // Of unknown TCP options pcap4j 1.8.2 takes lengths of 0 and 1, and from 128 up for negative ones.
            int length = ours.flaw() == Flaw.NONE ? 0 : BigEndian.u8(ours.frame, ours.offset() + 1);
            assertTrue(isIllegal == (ours.flaw() != Flaw.NONE) || length < 2 || length > 127);
        }
    }
}
