package org.quintain.net.buildframebyhand;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.pcap4j.packet.EthernetPacket;
import org.pcap4j.packet.IllegalRawDataException;
import org.pcap4j.packet.IpV4Packet;
import org.pcap4j.packet.IpV4Rfc791Tos;
import org.pcap4j.packet.UdpPacket;
import org.pcap4j.packet.UnknownPacket;
import org.pcap4j.packet.namednumber.EtherType;
import org.pcap4j.packet.namednumber.IpNumber;
import org.pcap4j.packet.namednumber.IpVersion;
import org.pcap4j.packet.namednumber.UdpPort;
import org.pcap4j.util.MacAddress;
import org.quintain.net.buildframebyhand.BuildFrameByHandLab.Field;

/** An independent builder and reader as the judge of ours. */
class Pcap4jTest {
    @Provide
    Arbitrary<FrameOrder> orders() {
        return Frames.orders();
    }

    @Property
    void pcap4jBuildsTheSameFrameAndItIsAccepted(@ForAll("orders") FrameOrder order) {
        byte[] theirs = build(order);
        assertArrayEquals(order.frame(), theirs);
        assertTrue(StrictReading.of(order, theirs).isEmpty());
    }

    @Test
    void theHardSeatsAndFiveHundredOthersAgreeToo() {
        for (int seat : new int[] {37_627, 116_461, 106_202, 10_250, 11, 3, 44, 33_015, 16}) {
            assertArrayEquals(Frames.practice(seat).frame(), build(Frames.practice(seat)), "seat " + seat);
        }
        for (int seat = 0; seat < 500; seat++) {
            assertArrayEquals(Frames.practice(seat).frame(), build(Frames.practice(seat)), "seat " + seat);
        }
    }

    /** Where pcap4j reads a mutated frame as Ethernet, IPv4 without options and UDP, both read the same values. */
    @Test
    void mutatedFramesAreReadAsPcap4jReadsThem() {
        SplittableRandom random = new SplittableRandom(7);
        int read = 0;
        for (int i = 0; i < 20_000; i++) {
            byte[] frame = Frames.practice(i % 100).frame();
            for (int k = random.nextInt(1, 7); k > 0; k--) {
                frame[random.nextInt(frame.length)] ^= (byte) (1 << random.nextInt(8));
            }
            read += agrees(frame) ? 1 : 0;
        }
        assertTrue(read > 10_000, "read by both: " + read);
    }

    private static boolean agrees(byte[] frame) {
        EthernetPacket ethernet;
        try {
            ethernet = EthernetPacket.newPacket(frame, 0, frame.length);
        } catch (IllegalRawDataException unreadable) {
            return false;
        }
        assertEquals(bits(ethernet.getHeader().getDstAddr().getAddress()), EthernetHeader.destination(frame, 0));
        assertEquals(bits(ethernet.getHeader().getSrcAddr().getAddress()), EthernetHeader.source(frame, 0));
        assertEquals(ethernet.getHeader().getType().value() & 0xFFFF, EthernetHeader.type(frame, 0));
        if (!(ethernet.getPayload() instanceof IpV4Packet ip)) {
            return false;
        }
        IpV4Packet.IpV4Header header = ip.getHeader();
        assertEquals(header.getVersion().value() & 0xFF, Ipv4Header.version(frame, 14));
        assertEquals(header.getIhlAsInt(), Ipv4Header.headerWords(frame, 14));
        assertEquals(header.getTos().value() & 0xFF, Ipv4Header.typeOfService(frame, 14));
        assertEquals(header.getTotalLengthAsInt(), Ipv4Header.totalLengthBytes(frame, 14));
        assertEquals(header.getIdentificationAsInt(), Ipv4Header.identification(frame, 14));
        int flags = (header.getReservedFlag() ? 4 : 0)
                | (header.getDontFragmentFlag() ? 2 : 0)
                | (header.getMoreFragmentFlag() ? 1 : 0);
        assertEquals(flags, Ipv4Header.flags(frame, 14));
        assertEquals(header.getFragmentOffset() & 0xFFFF, Ipv4Header.fragmentOffset(frame, 14));
        assertEquals(header.getTtlAsInt(), Ipv4Header.timeToLive(frame, 14));
        assertEquals(header.getProtocol().value() & 0xFF, Ipv4Header.protocol(frame, 14));
        assertEquals(header.getHeaderChecksum() & 0xFFFF, Ipv4Header.checksum(frame, 14));
        assertEquals(address(Ipv4Header.source(frame, 14)), header.getSrcAddr());
        assertEquals(address(Ipv4Header.destination(frame, 14)), header.getDstAddr());
        if (header.getIhlAsInt() == 5) {
            long sum = InternetChecksum.sum(frame, 14, 20) - Ipv4Header.checksum(frame, 14);
            assertEquals(header.hasValidChecksum(false), InternetChecksum.of(sum) == Ipv4Header.checksum(frame, 14));
        }
        return header.getIhlAsInt() == 5 && ip.getPayload() instanceof UdpPacket udp && agrees(frame, udp, header);
    }

    private static boolean agrees(byte[] frame, UdpPacket udp, IpV4Packet.IpV4Header ip) {
        assertEquals(udp.getHeader().getSrcPort().valueAsInt(), UdpHeader.sourcePort(frame, 34));
        assertEquals(udp.getHeader().getDstPort().valueAsInt(), UdpHeader.destinationPort(frame, 34));
        assertEquals(udp.getHeader().getLengthAsInt(), UdpHeader.lengthBytes(frame, 34));
        assertEquals(udp.getHeader().getChecksum() & 0xFFFF, UdpHeader.checksum(frame, 34));
        return true;
    }

    /** RFC 768 wants ones for a checksum that computes to 0; pcap4j 1.8.2 sends the 0, which says "none". */
    @Test
    void pcap4jLeavesAZeroChecksumAsItIsAndIsRefused() {
        FrameOrder order = Frames.practice(37_627);
        assertEquals(0, UdpHeader.checksum(buildAsItIs(order), 34));
        assertEquals(0xFFFF, UdpHeader.checksum(order.frame(), 34));
        assertEquals(List.of(Field.UDP_CHECKSUM), Frames.fields(order, buildAsItIs(order)));
    }

    private static byte[] build(FrameOrder order) {
        byte[] frame = buildAsItIs(order);
        return UdpHeader.checksum(frame, 34) == 0 ? Frames.put(frame, 40, 0xFFFF) : frame;
    }

    private static byte[] buildAsItIs(FrameOrder order) {
        UnknownPacket.Builder text = new UnknownPacket.Builder().rawData(Frames.ascii(order.payload()));
        UdpPacket.Builder udp = new UdpPacket.Builder()
                .srcAddr(address(order.source()))
                .dstAddr(address(order.destination()))
                .srcPort(UdpPort.getInstance((short) order.sourcePort()))
                .dstPort(UdpPort.getInstance((short) order.destinationPort()))
                .payloadBuilder(text)
                .correctLengthAtBuild(true)
                .correctChecksumAtBuild(true);
        IpV4Packet.Builder ip = new IpV4Packet.Builder()
                .version(IpVersion.IPV4)
                .tos(IpV4Rfc791Tos.newInstance((byte) 0))
                .identification((short) order.identification())
                .ttl((byte) order.timeToLive())
                .protocol(IpNumber.UDP)
                .srcAddr(address(order.source()))
                .dstAddr(address(order.destination()))
                .payloadBuilder(udp)
                .correctLengthAtBuild(true)
                .correctChecksumAtBuild(true);
        return new EthernetPacket.Builder()
                .dstAddr(mac(order.destinationMac()))
                .srcAddr(mac(order.sourceMac()))
                .type(EtherType.IPV4)
                .payloadBuilder(ip)
                .paddingAtBuild(true)
                .build()
                .getRawData();
    }

    private static Inet4Address address(int bits) {
        try {
            byte[] four = ByteBuffer.allocate(4).putInt(bits).array();
            return (Inet4Address) InetAddress.getByAddress(four);
        } catch (UnknownHostException fourBytesAreAnAddress) {
            throw new IllegalStateException(fourBytesAreAnAddress);
        }
    }

    private static MacAddress mac(long bits) {
        byte[] eight = ByteBuffer.allocate(8).putLong(bits).array();
        return MacAddress.getByAddress(java.util.Arrays.copyOfRange(eight, 2, 8));
    }

    private static long bits(byte[] six) {
        return ByteBuffer.allocate(8).putShort((short) 0).put(six).getLong(0);
    }
}
