package org.quintain.net.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class FramesTest {
    private static final Endpoints THERE = new Endpoints(2, 0x0A000001, 4, 0x0A000002);
    private final Ipv4 ip = new Ipv4();

    @Property(tries = 200)
    void fragmentsLaidSideBySideAreThePacketAgain(
            @ForAll @IntRange(max = 3000) int payloadBytes, @ForAll @IntRange(min = 28, max = 1500) int mtu) {
        byte[] payload = new byte[payloadBytes];
        new SplittableRandom(payloadBytes).nextBytes(payload);
        byte[] whole = new byte[payloadBytes];
        List<byte[]> fragments = Frames.fragments(Frames.ipv4(THERE, 17, payload), mtu, 0xBEEF);
        int next = 0;
        for (byte[] fragment : fragments) {
            assertEquals(Flaw.NONE, ip.wrap(fragment, 14, fragment.length));
            assertTrue(ip.isChecksumRight() && ip.totalLengthBytes() <= mtu && !ip.isDontFragment());
            assertEquals(0xBEEF, ip.identification());
            assertEquals(next, ip.fragmentOffsetBytes());
            System.arraycopy(fragment, ip.payloadOffset(), whole, next, ip.payloadLengthBytes());
            next += ip.payloadLengthBytes();
            assertEquals(next < payloadBytes, ip.isMoreFragments());
            assertTrue(next == payloadBytes || mtu - ip.totalLengthBytes() < 8, "as few as can be");
        }
        assertEquals(payloadBytes, next);
        assertArrayEquals(payload, whole);
    }

    @Test
    void whatCannotBeCutIsRefused() {
        byte[] frame = Frames.udp(THERE, 1, 2, new byte[100]);
        assertThrows(IllegalArgumentException.class, () -> Frames.fragments(frame, 27, 1));
        assertThrows(IllegalArgumentException.class, () -> Frames.fragments(new byte[13], 100, 1));
        byte[] arp = Frames.arpRequest(1, 2, 3);
        assertThrows(IllegalArgumentException.class, () -> Frames.fragments(arp, 100, 1));
        byte[] part = Frames.fragments(frame, 60, 1).get(1);
        assertThrows(IllegalArgumentException.class, () -> Frames.fragments(part, 100, 1));
        assertThrows(IllegalArgumentException.class, () -> Frames.fragment(THERE, 17, 1, 4, true, new byte[8]));
        assertThrows(IllegalArgumentException.class, () -> Frames.ipv4(THERE, 17, new byte[65_516]));
    }

    @Test
    void theLargestPacketIsWrittenAndRead() {
        byte[] frame = Frames.udp(THERE, 1, 2, new byte[65_507]);
        assertEquals(Flaw.NONE, ip.wrap(frame, 14, frame.length));
        assertEquals(65_535, ip.totalLengthBytes());
        Udp udp = new Udp();
        assertEquals(Flaw.NONE, udp.wrap(ip));
        assertTrue(udp.isChecksumRight(ip));
        assertEquals(65_507, udp.payloadLengthBytes());
    }

    @Test
    void anArpReplyAnswersAndAnAnnouncementIsGratuitous() {
        Ethernet ethernet = new Ethernet();
        Arp arp = new Arp();
        byte[] reply = Frames.arpReply(7, 1, 8, 2);
        assertEquals(Flaw.NONE, ethernet.wrap(reply));
        assertEquals(Flaw.NONE, arp.wrap(ethernet));
        assertEquals(8, ethernet.destination());
        assertEquals(Arp.REPLY, arp.operation());
        assertFalse(arp.isGratuitous());
        assertEquals(Flaw.NONE, ethernet.wrap(Frames.gratuitousArp(7, 1)));
        assertEquals(Flaw.NONE, arp.wrap(ethernet));
        assertTrue(arp.isGratuitous());
        assertEquals(MacAddress.BROADCAST, ethernet.destination());
    }

    /** RFC 768: a checksum that computes to 0 is sent as ones. The payload is the word that makes it so. */
    @Test
    void aUdpChecksumOfZeroIsSentAsOnes() {
        byte[] frame = Frames.udp(THERE, 1, 2, new byte[2]);
        Udp udp = new Udp();
        ip.wrap(frame, 14, frame.length);
        udp.wrap(ip);
        int first = udp.checksum();
        byte[] zero = Frames.udp(THERE, 1, 2, new byte[] {(byte) (first >>> 8), (byte) first});
        ip.wrap(zero, 14, zero.length);
        udp.wrap(ip);
        assertEquals(0xFFFF, udp.checksum());
        assertTrue(udp.isChecksumRight(ip));
        udp.checksum(Udp.NO_CHECKSUM);
        assertTrue(udp.isChecksumRight(ip), "none is right, too");
        udp.checksum(1);
        assertFalse(udp.isChecksumRight(ip));
    }

    @Test
    void anEchoReplyOfZerosHasAChecksumOfOnes() {
        byte[] frame = Frames.icmpEchoReply(THERE, 0, 0, new byte[0]);
        Icmpv4 icmp = new Icmpv4();
        ip.wrap(frame, 14, frame.length);
        assertEquals(Flaw.NONE, icmp.wrap(ip));
        assertEquals(0xFFFF, icmp.checksum());
        assertTrue(icmp.isChecksumRight());
    }

    @Test
    void aHopLessKeepsTheChecksumRightForEveryTimeToLive() {
        byte[] frame = Frames.ipv4(THERE, 17, new byte[10]);
        for (int hops = 255; hops > 0; hops--) {
            ip.place(frame, 14, 60).timeToLive(hops).identification(hops * 257).writeChecksum();
            ip.decrementTimeToLive();
            assertEquals(hops - 1, ip.timeToLive());
            assertTrue(ip.isChecksumRight());
            assertEquals(ip.computeChecksum(), ip.checksum());
        }
    }

    @Test
    void aSegmentCountsItsSynAndFin() {
        byte[] frame = Frames.tcp(THERE, 1, 2, 3, 4, Tcp.SYN | Tcp.FIN, 5, new byte[] {1, 2, 3});
        ip.wrap(frame, 14, frame.length);
        Tcp tcp = new Tcp();
        tcp.wrap(ip);
        assertEquals(5, tcp.segmentLength());
        assertTrue(tcp.isChecksumRight(ip));
        assertFalse(tcp.flags(Tcp.SYN).isChecksumRight(ip));
    }

    @Test
    void aSetterChangesItsOwnBitsAlone() {
        byte[] ones = new byte[60];
        Arrays.fill(ones, (byte) 0xFF);
        assertEquals(1, zeros(ones, new Ipv4().place(ones, 0, 60).moreFragments(false)));
        assertEquals(1, zeros(ones, new Ipv4().place(ones, 0, 60).dontFragment(false)));
        assertEquals(13, zeros(ones, new Ipv4().place(ones, 0, 60).fragmentOffset(0)));
        assertEquals(4, zeros(ones, new Ipv4().place(ones, 0, 60).headerWords(0)));
        assertEquals(3, zeros(ones, new VlanTag().place(ones, 0, 60).priority(0)));
        assertEquals(1, zeros(ones, new VlanTag().place(ones, 0, 60).dropEligible(false)));
        assertEquals(12, zeros(ones, new VlanTag().place(ones, 0, 60).identifier(0)));
        assertEquals(4, zeros(ones, new Tcp().place(ones, 0, 60).dataOffsetWords(0)));
        assertEquals(4, zeros(ones, new Tcp().place(ones, 0, 60).reserved(0)));
        assertEquals(48, zeros(ones, new Ethernet().place(ones, 0, 60).source(0)));
        assertEquals(48, zeros(ones, new Arp().place(ones, 0, 60).targetMac(0)));
    }

    private static int zeros(byte[] frame, Header set) {
        int zeros = 0;
        for (byte b : frame) {
            zeros += 8 - Integer.bitCount(b & 0xFF);
        }
        Arrays.fill(frame, (byte) 0xFF);
        return zeros;
    }
}
