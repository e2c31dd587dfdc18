package org.quintain.net.findcleartextpassword;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.quintain.net.findcleartextpassword.FindCleartextPasswordLab.Packet;
import org.quintain.net.sim.recording.FrameSummary;
import org.quintain.net.wire.Arp;
import org.quintain.net.wire.Ethernet;
import org.quintain.net.wire.Flaw;
import org.quintain.net.wire.Ipv4;
import org.quintain.net.wire.Ipv4Address;
import org.quintain.net.wire.MacAddress;
import org.quintain.net.wire.Tcp;
import org.quintain.net.wire.capture.CaptureReader;

/** A capture as a list for people, in words that need no translation; and where in it something is said. */
final class PacketList {
    private static final int READABLE_CHARACTERS = 140;
    private static final int UNREADABLE_CHARACTERS = 24;
    private static final String LINE_END = "↵";
    private static final String[] FLAGS = {"SYN", "FIN", "RST", "ACK"};
    private static final int[] FLAG_BITS = {Tcp.SYN, Tcp.FIN, Tcp.RST, Tcp.ACK};

    /** A packet, and the text that it carries over TCP: ISO 8859-1, empty for none. */
    private record Line(Packet packet, String payload) {}

    private final List<Line> lines = new ArrayList<>();

    /** Reads a whole capture. */
    static PacketList of(byte[] capture) {
        PacketList list = new PacketList();
        try (CaptureReader reader = CaptureReader.open(new ByteArrayInputStream(capture))) {
            long firstNanos = 0;
            while (reader.next()) {
                firstNanos = list.lines.isEmpty() ? reader.epochNanos() : firstNanos;
                byte[] frame =
                        Arrays.copyOfRange(reader.buffer(), reader.offset(), reader.offset() + reader.capturedBytes());
                list.add(seconds((reader.epochNanos() - firstNanos) / 1_000_000), frame);
            }
        }
        return list;
    }

    /** The packets, the first one with number 1. */
    List<Packet> packets() {
        return lines.stream().map(Line::packet).toList();
    }

    /** A packet by its number, or null. */
    Packet packet(int number) {
        return number >= 1 && number <= lines.size() ? lines.get(number - 1).packet() : null;
    }

    /** Whether a packet carries text over TCP. */
    boolean hasPayload(int number) {
        return !lines.get(number - 1).payload().isEmpty();
    }

    /**
     * Numbers of the packets from one address to another over which the last occurrence of a text is spread.
     *
     * @return in order, empty if the text does not occur
     */
    List<Integer> where(String from, String to, String text) {
        List<Integer> numbers = new ArrayList<>();
        StringBuilder said = new StringBuilder();
        for (Line line : lines) {
            if (line.packet().from().equals(from) && line.packet().to().equals(to)) {
                said.append(line.payload());
                line.payload().chars().forEach(each -> numbers.add(line.packet().number()));
            }
        }
        int at = said.lastIndexOf(text);
        return at < 0
                ? List.of()
                : numbers.subList(at, at + text.length()).stream().distinct().toList();
    }

    private void add(String seconds, byte[] frame) {
        int number = lines.size() + 1;
        Ethernet ethernet = new Ethernet();
        Ipv4 ip = new Ipv4();
        Tcp tcp = new Tcp();
        ethernet.wrap(frame);
        if (ethernet.type() != Ethernet.TYPE_IPV4 || ip.wrap(ethernet) != Flaw.NONE) {
            lines.add(new Line(arp(number, seconds, ethernet), ""));
            return;
        }
        String payload = "";
        String text;
        if (ip.protocol() == Ipv4.PROTOCOL_TCP && tcp.wrap(ip) == Flaw.NONE) {
            payload =
                    new String(tcp.array(), tcp.payloadOffset(), tcp.payloadLengthBytes(), StandardCharsets.ISO_8859_1);
            text = payload.isEmpty() ? flags(tcp) : shown(payload);
        } else {
            text = service(frame);
        }
        String from = Ipv4Address.format(ip.source());
        String to = Ipv4Address.format(ip.destination());
        lines.add(new Line(new Packet(number, seconds, from, to, text), payload));
    }

    /** Nothing else than IPv4 is in these captures. */
    private static Packet arp(int number, String seconds, Ethernet ethernet) {
        Arp arp = new Arp();
        if (arp.wrap(ethernet) != Flaw.NONE) {
            throw new IllegalStateException("IPv4 or ARP wanted: packet=" + number);
        }
        String sender = Ipv4Address.format(arp.sender());
        String target = Ipv4Address.format(arp.target());
        return arp.operation() == Arp.REQUEST
                ? new Packet(number, seconds, sender, "*", "ARP " + target + " ?")
                : new Packet(
                        number, seconds, sender, target, "ARP " + sender + " = " + MacAddress.format(arp.senderMac()));
    }

    private static String service(byte[] frame) {
        FrameSummary summary = FrameSummary.of(frame);
        Map<String, String> said = summary.what().arguments();
        String name = said.getOrDefault("question", "").replace(" A", "");
        return switch (summary.what().key()) {
            case "dns-query" -> "DNS " + name + " ?";
            case "dns-answer" -> "DNS " + name + " = " + said.get("data");
            case "icmp-echo-request" -> "PING ?";
            case "icmp-echo-reply" -> "PING !";
            default -> summary.what().key();
        };
    }

    private static String flags(Tcp tcp) {
        List<String> set = IntStream.range(0, FLAGS.length)
                .filter(i -> tcp.has(FLAG_BITS[i]))
                .mapToObj(i -> FLAGS[i])
                .toList();
        return "[" + String.join(" ", set) + "]";
    }

    /** Text as it is, with a sign for line ends but the last; anything else cut, with dots for what cannot be printed. */
    private static String shown(String payload) {
        boolean isReadable = payload.chars().allMatch(c -> c == '\r' || c == '\n' || isPrintable(c));
        if (!isReadable) {
            StringBuilder dots = new StringBuilder();
            payload.chars().limit(UNREADABLE_CHARACTERS).forEach(c -> dots.append(isPrintable(c) ? (char) c : '.'));
            return dots + (payload.length() > UNREADABLE_CHARACTERS ? "…" : "");
        }
        List<String> parts = new ArrayList<>(List.of(payload.split("\r\n")));
        parts.removeIf(String::isEmpty);
        String spaced = parts.isEmpty()
                ? LINE_END
                : String.join(" " + LINE_END + " ", parts).strip();
        return spaced.length() > READABLE_CHARACTERS ? spaced.substring(0, READABLE_CHARACTERS) + "…" : spaced;
    }

    private static boolean isPrintable(int c) {
        return c >= ' ' && c <= '~';
    }

    private static String seconds(long millis) {
        String thousandths = Long.toString(1000 + millis % 1000).substring(1);
        return millis / 1000 + "." + thousandths;
    }
}
