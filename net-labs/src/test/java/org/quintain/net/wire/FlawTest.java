package org.quintain.net.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Each rule refuses with its own reason, and only behind its boundary. */
class FlawTest {
    private static final Endpoints THERE = new Endpoints(2, 0x0A000001, 4, 0x0A000002);
    private static final int AT = 14;

    @Test
    void everyHeaderCutAtEveryByteIsTruncatedUntilItIsWhole() {
        cut(new Ethernet(), 14, Flaw.ETHERNET_TRUNCATED);
        cut(new VlanTag(), 4, Flaw.VLAN_TRUNCATED);
        cut(new Arp(), 28, Flaw.ARP_TRUNCATED);
        cut(new Ipv4(), 20, Flaw.IPV4_TRUNCATED);
        cut(new Icmpv4(), 8, Flaw.ICMPV4_TRUNCATED);
        cut(new Udp(), 8, Flaw.UDP_TRUNCATED);
        cut(new Tcp(), 20, Flaw.TCP_TRUNCATED);
    }

    private static void cut(Header header, int wholeBytes, Flaw flaw) {
        byte[] frame = new byte[100];
        for (int length = 0; length < wholeBytes; length++) {
            assertEquals(flaw, header.wrap(frame, 3, 3 + length));
            assertEquals(flaw, header.wrap(frame, 100 - length, 100));
        }
        assertFalse(header.wrap(frame, 3, 3 + wholeBytes) == flaw);
    }

    @Test
    void arpForOtherNetworksIsRefusedFieldByField() {
        byte[] frame = Frames.arpRequest(2, 1, 3);
        Arp arp = new Arp();
        assertEquals(Flaw.NONE, arp.wrap(frame, AT, frame.length));
        assertEquals(AT + 28, arp.limit());
        assertEquals(Flaw.ARP_HARDWARE_TYPE, arp.wrap(put16(frame, AT, 6), AT, frame.length));
        assertEquals(Flaw.ARP_PROTOCOL_TYPE, arp.wrap(put16(frame, AT + 2, 0x86DD), AT, frame.length));
        assertEquals(Flaw.ARP_HARDWARE_LENGTH, arp.wrap(put16(frame, AT + 4, 0xFF04), AT, frame.length));
        assertEquals(Flaw.ARP_PROTOCOL_LENGTH, arp.wrap(put16(frame, AT + 4, 0x0610), AT, frame.length));
    }

    @Test
    void ipv4LengthsAreRefusedJustBehindTheirBoundaries() {
        byte[] frame = Frames.ipv4(THERE, 253, new byte[30]); // 50 bytes
        int end = frame.length;
        Ipv4 ip = new Ipv4();
        assertEquals(Flaw.IPV4_VERSION, ip.wrap(put8(frame, AT, 0x65), AT, end));
        assertEquals(Flaw.IPV4_VERSION, ip.wrap(put8(frame, AT, 0x05), AT, end));
        for (int words = 0; words < 5; words++) {
            assertEquals(Flaw.IPV4_HEADER_LENGTH, ip.wrap(put8(frame, AT, 0x40 | words), AT, end));
        }
        assertEquals(Flaw.NONE, ip.wrap(put8(frame, AT, 0x4C), AT, end)); // 48 of 50 bytes
        assertEquals(2, ip.payloadLengthBytes());
        byte[] headerAlone = put16(put8(frame, AT, 0x4C), AT + 2, 48);
        assertEquals(Flaw.NONE, ip.wrap(headerAlone, AT, AT + 48));
        assertEquals(Flaw.IPV4_HEADER_BEYOND_FRAME, ip.wrap(headerAlone, AT, AT + 47));
        assertEquals(Flaw.IPV4_HEADER_BEYOND_FRAME, ip.wrap(put8(frame, AT, 0x4D), AT, end));
        assertEquals(Flaw.IPV4_HEADER_BEYOND_FRAME, ip.wrap(put8(frame, AT, 0x4F), AT, end));
        assertEquals(Flaw.IPV4_TOTAL_LENGTH, ip.wrap(put16(frame, AT + 2, 0), AT, end));
        assertEquals(Flaw.IPV4_TOTAL_LENGTH, ip.wrap(put16(frame, AT + 2, 19), AT, end));
        assertEquals(Flaw.NONE, ip.wrap(put16(frame, AT + 2, 20), AT, end));
        assertEquals(0, ip.payloadLengthBytes());
        assertEquals(Flaw.NONE, ip.wrap(put16(frame, AT + 2, 50), AT, end));
        for (int length : new int[] {51, 0x7FFF, 0x8000, 0xFFFF}) {
            assertEquals(Flaw.IPV4_TOTAL_LENGTH_BEYOND_FRAME, ip.wrap(put16(frame, AT + 2, length), AT, end));
        }
    }

    @Test
    void paddingOfTheFrameIsNotPayload() {
        byte[] frame = Frames.udp(THERE, 1, 2, new byte[] {7});
        assertEquals(60, frame.length);
        Ethernet ethernet = new Ethernet();
        Ipv4 ip = new Ipv4();
        Udp udp = new Udp();
        assertEquals(Flaw.NONE, ethernet.wrap(frame));
        assertEquals(46, ethernet.payloadLengthBytes());
        assertEquals(Flaw.NONE, ip.wrap(ethernet));
        assertEquals(9, ip.payloadLengthBytes());
        assertEquals(Flaw.NONE, udp.wrap(ip));
        assertEquals(1, udp.payloadLengthBytes());
        assertEquals(7, udp.array()[udp.payloadOffset()]);
    }

    @Test
    void udpLengthsAreRefusedJustBehindTheirBoundaries() {
        byte[] frame = Frames.udp(THERE, 1, 2, new byte[30]);
        int udpAt = AT + 20;
        Udp udp = new Udp();
        for (int length = 0; length < 8; length++) {
            assertEquals(Flaw.UDP_LENGTH, udp.wrap(put16(frame, udpAt + 4, length), udpAt, frame.length));
        }
        assertEquals(Flaw.NONE, udp.wrap(put16(frame, udpAt + 4, 8), udpAt, frame.length));
        assertEquals(udpAt + 8, udp.limit());
        assertEquals(Flaw.NONE, udp.wrap(put16(frame, udpAt + 4, 38), udpAt, frame.length));
        for (int length : new int[] {39, 0x7FFF, 0x8000, 0xFFFF}) {
            assertEquals(Flaw.UDP_LENGTH_BEYOND_PACKET, udp.wrap(put16(frame, udpAt + 4, length), udpAt, frame.length));
        }
    }

    @Test
    void tcpDataOffsetsAreRefusedJustBehindTheirBoundaries() {
        byte[] frame = Frames.tcp(THERE, 1, 2, 3, 4, Tcp.ACK, 5, new byte[30]); // 50 bytes
        int tcpAt = AT + 20;
        Tcp tcp = new Tcp();
        for (int words = 0; words < 16; words++) {
            Flaw wanted =
                    words < 5 ? Flaw.TCP_DATA_OFFSET : words <= 12 ? Flaw.NONE : Flaw.TCP_DATA_OFFSET_BEYOND_SEGMENT;
            assertEquals(wanted, tcp.wrap(put8(frame, tcpAt + 12, words << 4), tcpAt, frame.length));
        }
        byte[] headerAlone = put8(frame, tcpAt + 12, 0xC0);
        assertEquals(Flaw.NONE, tcp.wrap(headerAlone, tcpAt, tcpAt + 48));
        assertEquals(Flaw.TCP_DATA_OFFSET_BEYOND_SEGMENT, tcp.wrap(headerAlone, tcpAt, tcpAt + 47));
    }

    @Test
    void aPlaceOutsideOfTheFrameIsTheCallersBugAndNoFlaw() {
        byte[] frame = new byte[60];
        assertThrows(IndexOutOfBoundsException.class, () -> new Ipv4().wrap(frame, -1, 60));
        assertThrows(IndexOutOfBoundsException.class, () -> new Ipv4().wrap(frame, 14, 61));
        assertThrows(IndexOutOfBoundsException.class, () -> new Ipv4().wrap(frame, 14, 13));
        assertEquals(Flaw.IPV4_TRUNCATED, new Ipv4().wrap(frame, 60, 60));
    }

    private static byte[] put8(byte[] frame, int at, int value) {
        byte[] other = frame.clone();
        other[at] = (byte) value;
        return other;
    }

    private static byte[] put16(byte[] frame, int at, int value) {
        byte[] other = Arrays.copyOf(frame, frame.length);
        BigEndian.put16(other, at, value);
        return other;
    }
}
