package org.quintain.net.buildframebyhand;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.pcap4j.packet.EthernetPacket;
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
import org.quintain.net.wire.Udp;

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

    /** RFC 768 wants ones for a checksum that computes to 0; pcap4j 1.8.2 sends the 0, which says "none". */
    @Test
    void pcap4jLeavesAZeroChecksumAsItIsAndIsRefused() {
        FrameOrder order = Frames.practice(37_627);
        assertEquals(0, udpChecksum(buildAsItIs(order)));
        assertEquals(0xFFFF, udpChecksum(order.frame()));
        assertEquals(List.of(Field.UDP_CHECKSUM), Frames.fields(order, buildAsItIs(order)));
    }

    private static int udpChecksum(byte[] frame) {
        return new Udp().place(frame, 34, frame.length).checksum();
    }

    private static byte[] build(FrameOrder order) {
        byte[] frame = buildAsItIs(order);
        return udpChecksum(frame) == 0 ? Frames.put(frame, 40, 0xFFFF) : frame;
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
}
