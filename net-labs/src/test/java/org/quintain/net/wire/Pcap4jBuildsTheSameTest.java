package org.quintain.net.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.pcap4j.packet.ArpPacket;
import org.pcap4j.packet.Dot1qVlanTagPacket;
import org.pcap4j.packet.EthernetPacket;
import org.pcap4j.packet.IcmpV4CommonPacket;
import org.pcap4j.packet.IcmpV4EchoPacket;
import org.pcap4j.packet.IpV4Packet;
import org.pcap4j.packet.IpV4Rfc791Tos;
import org.pcap4j.packet.Packet;
import org.pcap4j.packet.TcpMaximumSegmentSizeOption;
import org.pcap4j.packet.TcpNoOperationOption;
import org.pcap4j.packet.TcpPacket;
import org.pcap4j.packet.TcpSackPermittedOption;
import org.pcap4j.packet.TcpTimestampsOption;
import org.pcap4j.packet.TcpWindowScaleOption;
import org.pcap4j.packet.UdpPacket;
import org.pcap4j.packet.UnknownPacket;
import org.pcap4j.packet.namednumber.ArpHardwareType;
import org.pcap4j.packet.namednumber.ArpOperation;
import org.pcap4j.packet.namednumber.EtherType;
import org.pcap4j.packet.namednumber.IcmpV4Code;
import org.pcap4j.packet.namednumber.IcmpV4Type;
import org.pcap4j.packet.namednumber.IpNumber;
import org.pcap4j.packet.namednumber.IpVersion;
import org.pcap4j.packet.namednumber.TcpPort;
import org.pcap4j.packet.namednumber.UdpPort;

/** Two independent builders write the same bytes. */
class Pcap4jBuildsTheSameTest {
    @Provide
    Arbitrary<Endpoints> endpoints() {
        return Arbitraries.longs().map(seed -> new RandomFrames(seed).endpoints());
    }

    @Provide
    Arbitrary<Integer> words() {
        return Arbitraries.integers().between(0, 0xFFFF);
    }

    @Property(tries = 200)
    void arp(@ForAll("endpoints") Endpoints of, @ForAll("words") int operation) {
        ArpPacket.Builder theirs = new ArpPacket.Builder()
                .hardwareType(ArpHardwareType.ETHERNET)
                .protocolType(EtherType.IPV4)
                .hardwareAddrLength((byte) 6)
                .protocolAddrLength((byte) 4)
                .operation(ArpOperation.getInstance((short) operation))
                .srcHardwareAddr(Peer.mac(of.sourceMac()))
                .srcProtocolAddr(Peer.address(of.source()))
                .dstHardwareAddr(Peer.mac(of.destinationMac()))
                .dstProtocolAddr(Peer.address(of.destination()));
        byte[] ours = Frames.arp(
                of.destinationMac(),
                of.sourceMac(),
                operation,
                of.sourceMac(),
                of.source(),
                of.destinationMac(),
                of.destination());
        assertArrayEquals(ethernet(of, EtherType.ARP, theirs), ours);
    }

    @Property(tries = 200)
    void udpUnlessItsChecksumIsZeroWhichPcap4jLeaves(
            @ForAll("endpoints") Endpoints of,
            @ForAll("words") int source,
            @ForAll("words") int destination,
            @ForAll @Size(max = 1472) byte[] payload) {
        UdpPacket.Builder theirs = new UdpPacket.Builder()
                .srcAddr(Peer.address(of.source()))
                .dstAddr(Peer.address(of.destination()))
                .srcPort(UdpPort.getInstance((short) source))
                .dstPort(UdpPort.getInstance((short) destination))
                .payloadBuilder(raw(payload))
                .correctLengthAtBuild(true)
                .correctChecksumAtBuild(true);
        byte[] ours = Frames.udp(of, source, destination, payload);
        byte[] others = ethernet(of, EtherType.IPV4, ipv4(of, IpNumber.UDP, theirs));
        if (BigEndian.u16(others, 40) == Udp.NO_CHECKSUM) {
            BigEndian.put16(others, 40, Udp.ZERO_CHECKSUM);
        }
        assertArrayEquals(others, ours);
    }

    @Property(tries = 200)
    void icmpEcho(
            @ForAll("endpoints") Endpoints of,
            @ForAll("words") int identifier,
            @ForAll("words") int number,
            @ForAll @Size(max = 1472) byte[] payload) {
        IcmpV4CommonPacket.Builder theirs = new IcmpV4CommonPacket.Builder()
                .type(IcmpV4Type.ECHO)
                .code(IcmpV4Code.NO_CODE)
                .payloadBuilder(new IcmpV4EchoPacket.Builder()
                        .identifier((short) identifier)
                        .sequenceNumber((short) number)
                        .payloadBuilder(raw(payload)))
                .correctChecksumAtBuild(true);
        byte[] ours = Frames.icmpEchoRequest(of, identifier, number, payload);
        assertArrayEquals(ethernet(of, EtherType.IPV4, ipv4(of, IpNumber.ICMPV4, theirs)), ours);
    }

    @Property(tries = 200)
    void tcpWithoutOptions(
            @ForAll("endpoints") Endpoints of,
            @ForAll("words") int ports,
            @ForAll int number,
            @ForAll("words") int flags,
            @ForAll @Size(max = 1460) byte[] payload) {
        TcpPacket.Builder theirs = tcp(of, ports, number, flags).payloadBuilder(raw(payload));
        byte[] ours = Frames.tcp(of, ports, 65_535 - ports, number, ~number, flags & 0x3F, ports ^ 0x5555, payload);
        assertArrayEquals(ethernet(of, EtherType.IPV4, ipv4(of, IpNumber.TCP, theirs)), ours);
    }

    @Property(tries = 200)
    void tcpWithTheOptionsOfAnOpeningSegmentUnderAVlanTag(
            @ForAll("endpoints") Endpoints of, @ForAll("words") int word, @ForAll int number) {
        TcpPacket.Builder theirs = tcp(of, word, number, Tcp.SYN)
                .options(List.of(
                        new TcpMaximumSegmentSizeOption.Builder()
                                .maxSegSize((short) word)
                                .correctLengthAtBuild(true)
                                .build(),
                        TcpSackPermittedOption.getInstance(),
                        new TcpTimestampsOption.Builder()
                                .tsValue(number)
                                .tsEchoReply(~number)
                                .correctLengthAtBuild(true)
                                .build(),
                        TcpNoOperationOption.getInstance(),
                        new TcpWindowScaleOption.Builder()
                                .shiftCount((byte) 7)
                                .correctLengthAtBuild(true)
                                .build()));
        Dot1qVlanTagPacket.Builder tag = new Dot1qVlanTagPacket.Builder()
                .priority((byte) (word & 7))
                .cfi((word & 8) != 0)
                .vid((short) (word >>> 4))
                .type(EtherType.IPV4)
                .payloadBuilder(ipv4(of, IpNumber.TCP, theirs));
        assertArrayEquals(ethernet(of, EtherType.DOT1Q_VLAN_TAGGED_FRAMES, tag), taggedOpening(of, word, number));
    }

    /** Header by header, as one writes what {@link Frames} has no method for. */
    private static byte[] taggedOpening(Endpoints of, int word, int number) {
        byte[] frame = new byte[18 + 20 + 40];
        new Ethernet()
                .begin(frame, 0)
                .destination(of.destinationMac())
                .source(of.sourceMac())
                .type(Ethernet.TYPE_VLAN);
        new VlanTag()
                .begin(frame, 14)
                .priority(word & 7)
                .dropEligible((word & 8) != 0)
                .identifier(word >>> 4);
        Ipv4 ip = new Ipv4()
                .begin(frame, 18)
                .dontFragment(true)
                .protocol(Ipv4.PROTOCOL_TCP)
                .source(of.source())
                .destination(of.destination())
                .writeChecksum();
        Tcp tcp = new Tcp()
                .begin(frame, 38)
                .sourcePort(word)
                .destinationPort(65_535 - word)
                .sequenceNumber(number)
                .acknowledgmentNumber(~number)
                .flags(Tcp.SYN)
                .window(word ^ 0x5555);
        new TcpOptions()
                .begin(tcp)
                .maximumSegmentSizeBytes(word)
                .sackPermitted()
                .timestamps(number, ~number)
                .noOperation()
                .windowScale(7)
                .end(tcp)
                .writeChecksum(ip);
        return frame;
    }

    private static TcpPacket.Builder tcp(Endpoints of, int word, int number, int flags) {
        return new TcpPacket.Builder()
                .srcAddr(Peer.address(of.source()))
                .dstAddr(Peer.address(of.destination()))
                .srcPort(TcpPort.getInstance((short) word))
                .dstPort(TcpPort.getInstance((short) (65_535 - word)))
                .sequenceNumber(number)
                .acknowledgmentNumber(~number)
                .fin((flags & 1) != 0)
                .syn((flags & 2) != 0)
                .rst((flags & 4) != 0)
                .psh((flags & 8) != 0)
                .ack((flags & 16) != 0)
                .urg((flags & 32) != 0)
                .window((short) (word ^ 0x5555))
                .correctLengthAtBuild(true)
                .correctChecksumAtBuild(true)
                .paddingAtBuild(true);
    }

    private static IpV4Packet.Builder ipv4(Endpoints of, IpNumber protocol, Packet.Builder payload) {
        return new IpV4Packet.Builder()
                .version(IpVersion.IPV4)
                .tos(IpV4Rfc791Tos.newInstance((byte) 0))
                .ttl((byte) 64)
                .dontFragmentFlag(true)
                .protocol(protocol)
                .srcAddr(Peer.address(of.source()))
                .dstAddr(Peer.address(of.destination()))
                .payloadBuilder(payload)
                .correctLengthAtBuild(true)
                .correctChecksumAtBuild(true);
    }

    private static byte[] ethernet(Endpoints of, EtherType type, Packet.Builder payload) {
        return new EthernetPacket.Builder()
                .dstAddr(Peer.mac(of.destinationMac()))
                .srcAddr(Peer.mac(of.sourceMac()))
                .type(type)
                .payloadBuilder(payload)
                .paddingAtBuild(true)
                .build()
                .getRawData();
    }

    private static UnknownPacket.Builder raw(byte[] payload) {
        return new UnknownPacket.Builder().rawData(payload);
    }
}
