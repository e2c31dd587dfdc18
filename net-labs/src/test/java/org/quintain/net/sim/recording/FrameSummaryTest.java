package org.quintain.net.sim.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quintain.core.Message;
import org.quintain.core.derive.CourseKey;
import org.quintain.core.derive.Noise;
import org.quintain.net.wire.DhcpMessages;
import org.quintain.net.wire.Dns;
import org.quintain.net.wire.DnsMessages;
import org.quintain.net.wire.DnsName;
import org.quintain.net.wire.DnsType;
import org.quintain.net.wire.Endpoints;
import org.quintain.net.wire.Flaw;
import org.quintain.net.wire.Frames;
import org.quintain.net.wire.Ipv4;
import org.quintain.net.wire.Ipv4Address;
import org.quintain.net.wire.MacAddress;
import org.quintain.net.wire.Tcp;

class FrameSummaryTest {
    private static final long MAC_A = MacAddress.of("02:00:00:00:00:0a");
    private static final long MAC_B = MacAddress.of("02:00:00:00:00:0b");
    private static final int A = Ipv4Address.of("10.0.0.1");
    private static final int B = Ipv4Address.of("10.0.0.2");
    private static final Endpoints A_TO_B = new Endpoints(MAC_A, A, MAC_B, B);

    private static Message what(byte[] frame) {
        return FrameSummary.of(frame).what();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Test
    void arpSaysWhoClaimsWhat() {
        assertEquals(
                Message.of("arp-request", "sender", "10.0.0.1", "target", "10.0.0.2"),
                what(Frames.arpRequest(MAC_A, A, B)));
        assertEquals(
                Message.of("arp-reply", "sender", "10.0.0.1", "mac", "02:00:00:00:00:0a"),
                what(Frames.arpReply(MAC_A, A, MAC_B, B)));
        assertEquals(
                Message.of("arp-announcement", "sender", "10.0.0.1", "mac", "02:00:00:00:00:0a"),
                what(Frames.gratuitousArp(MAC_A, A)));
    }

    @Test
    void tcpShowsFlagsNumbersAndReadableText() {
        assertEquals(
                Message.of(
                        "tcp",
                        "source",
                        "10.0.0.1:50000",
                        "destination",
                        "10.0.0.2:23",
                        "flags",
                        "SYN",
                        "numbers",
                        "seq=4294967295"),
                what(Frames.tcp(A_TO_B, 50_000, 23, -1, 0, Tcp.SYN, 1000, new byte[0])));
        assertEquals(
                Message.of(
                        "tcp-text",
                        "source",
                        "10.0.0.1:50000",
                        "destination",
                        "10.0.0.2:23",
                        "flags",
                        "PSH ACK",
                        "numbers",
                        "seq=1 ack=2",
                        "text",
                        "lamp on"),
                what(Frames.tcp(A_TO_B, 50_000, 23, 1, 2, Tcp.PSH | Tcp.ACK, 1000, text("lamp on\r\n"))));
        assertEquals(
                "tcp-data",
                what(Frames.tcp(A_TO_B, 1, 2, 1, 2, Tcp.ACK, 9, new byte[] {0, 'a'}))
                        .key());
    }

    @Test
    void echoesUdpFragmentsAndOtherProtocolsHaveTheirWords() {
        assertEquals(
                "icmp-echo-request",
                what(Frames.icmpEchoRequest(A_TO_B, 1, 2, text("x"))).key());
        assertEquals(
                "icmp-redirect", what(Frames.icmp(A_TO_B, 5, 1, 0, text("x"))).key());
        assertEquals("udp-text", what(Frames.udp(A_TO_B, 1, 2, text("hello"))).key());
        assertEquals("udp", what(Frames.udp(A_TO_B, 1, 2, new byte[3])).key());
        assertEquals("ipv4-other", what(Frames.ipv4(A_TO_B, 250, new byte[3])).key());
        List<byte[]> pieces = Frames.fragments(Frames.udp(A_TO_B, 1, 2, new byte[100]), 60, 7);
        assertEquals(
                Message.of(
                        "ipv4-fragment",
                        "source",
                        "10.0.0.1",
                        "destination",
                        "10.0.0.2",
                        "id",
                        7,
                        "first",
                        40,
                        "last",
                        79),
                what(pieces.get(1)));
        assertEquals("ipv4-fragment-last", what(pieces.get(2)).key());
    }

    @Test
    void dnsAndDhcpTellTheirQuestionAndAnswer() {
        byte[] query = DnsMessages.query(7, DnsName.of("www.example"), DnsType.A);
        assertEquals(
                Message.of(
                        "dns-query",
                        "question",
                        "www.example A",
                        "id",
                        7,
                        "source",
                        "10.0.0.1:4000",
                        "destination",
                        "10.0.0.2:53"),
                what(Frames.udp(A_TO_B, 4000, 53, query)));
        Dns dns = new Dns();
        assertEquals(Flaw.NONE, dns.wrap(query, 0, query.length));
        assertEquals(
                Message.of(
                        "dns-answer",
                        "question",
                        "www.example A",
                        "id",
                        7,
                        "source",
                        "10.0.0.1:53",
                        "destination",
                        "10.0.0.2:4000",
                        "data",
                        "10.0.0.1, 10.0.0.2"),
                what(Frames.udp(A_TO_B, 53, 4000, DnsMessages.answer(dns, 60, A, B))));
        assertEquals(
                "dns-error",
                what(Frames.udp(A_TO_B, 53, 4000, DnsMessages.error(dns, Dns.NAME_ERROR)))
                        .key());
        byte[] referral = DnsMessages.referral(dns, DnsName.of("example"), 60, DnsName.of("ns.example"), A);
        assertEquals(
                "ns.example",
                what(Frames.udp(A_TO_B, 53, 4000, referral)).arguments().get("data"));
        assertEquals(
                Message.of("dhcp", "type", "DISCOVER", "mac", "02:00:00:00:00:0a", "address", "0.0.0.0"),
                what(Frames.udp(A_TO_B, 68, 67, DhcpMessages.discover(9, MAC_A))));
    }

    @Test
    void aWrongChecksumIsSeen() {
        byte[] frame = Frames.udp(A_TO_B, 1, 2, text("hello"));
        assertTrue(FrameSummary.of(frame).isChecksumRight());
        frame[44] ^= 1;
        assertFalse(FrameSummary.of(frame).isChecksumRight());
        byte[] header = Frames.udp(A_TO_B, 1, 2, text("hello"));
        header[22] ^= 1;
        assertFalse(FrameSummary.of(header).isChecksumRight());
    }

    @Test
    void whatCannotBeReadIsSaidAndNeverThrows() {
        assertEquals(Message.of("frame-short", "bytes", 0), what(new byte[0]));
        assertEquals(
                "frame-flawed",
                what(java.util.Arrays.copyOf(Frames.udp(A_TO_B, 1, 2, text("hi")), 30))
                        .key());
        Noise noise = CourseKey.practice()
                .seatKey(org.quintain.core.Seat.practice(1), "net.summary", 1, new java.util.TreeMap<>())
                .root()
                .draw("bytes")
                .noise();
        List<byte[]> seeds = List.of(
                Frames.arpRequest(MAC_A, A, B),
                Frames.udp(A_TO_B, 1, 53, text("hello")),
                Frames.udp(A_TO_B, 68, 67, DhcpMessages.request(9, MAC_A, A, B)),
                Frames.udp(A_TO_B, 4000, 53, DnsMessages.query(7, DnsName.of("www.example"), DnsType.A)),
                Frames.icmpEchoRequest(A_TO_B, 1, 2, text("x")),
                Frames.tcp(A_TO_B, 1, 2, 1, 2, Tcp.ACK, 9, text("hello")),
                Frames.fragment(A_TO_B, Ipv4.PROTOCOL_UDP, 1, 8, true, new byte[40]));
        for (int i = 0; i < 20_000; i++) {
            byte[] frame = seeds.get(i % seeds.size()).clone();
            frame = java.util.Arrays.copyOf(frame, noise.below(frame.length + 1));
            for (int flips = noise.below(4); flips > 0 && frame.length > 0; flips--) {
                frame[noise.below(frame.length)] = (byte) noise.below(256);
            }
            FrameSummary.of(frame);
        }
    }
}
