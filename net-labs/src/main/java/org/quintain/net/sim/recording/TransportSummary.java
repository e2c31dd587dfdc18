package org.quintain.net.sim.recording;

import java.util.ArrayList;
import java.util.List;
import org.quintain.core.Message;
import org.quintain.net.wire.Flaw;
import org.quintain.net.wire.Header;
import org.quintain.net.wire.Icmpv4;
import org.quintain.net.wire.Ipv4;
import org.quintain.net.wire.Ipv4Address;
import org.quintain.net.wire.Tcp;
import org.quintain.net.wire.Udp;

/**
 * What is in a whole IPv4 packet, in one line.
 *
 * <p>Keys: {@code icmp-echo-request icmp-echo-reply icmp-unreachable icmp-redirect icmp-time-exceeded icmp-other}, {@code
 * udp udp-text tcp tcp-data tcp-text}, {@code ipv4-other}, and those of {@link ServiceSummary}.
 */
record TransportSummary(Message what, boolean isChecksumRight) {
    private static final int TEXT_BYTES = 40;
    private static final String[] FLAGS = {"FIN", "SYN", "RST", "PSH", "ACK", "URG", "ECE", "CWR"};

    static TransportSummary of(Ipv4 ip) {
        return switch (ip.protocol()) {
            case Ipv4.PROTOCOL_ICMP -> icmp(ip);
            case Ipv4.PROTOCOL_UDP -> udp(ip);
            case Ipv4.PROTOCOL_TCP -> tcp(ip);
            default ->
                new TransportSummary(
                        Message.of(
                                "ipv4-other",
                                "source",
                                Ipv4Address.format(ip.source()),
                                "destination",
                                Ipv4Address.format(ip.destination()),
                                "protocol",
                                ip.protocol(),
                                "bytes",
                                ip.payloadLengthBytes()),
                        true);
        };
    }

    private static TransportSummary flawed(String protocol, Flaw flaw) {
        return new TransportSummary(FrameSummary.flawed(protocol, flaw), true);
    }

    private static TransportSummary icmp(Ipv4 ip) {
        Icmpv4 icmp = new Icmpv4();
        Flaw flaw = icmp.wrap(ip);
        if (flaw != Flaw.NONE) {
            return flawed("ICMP", flaw);
        }
        String source = Ipv4Address.format(ip.source());
        String destination = Ipv4Address.format(ip.destination());
        boolean isEcho = icmp.type() == Icmpv4.ECHO_REQUEST || icmp.type() == Icmpv4.ECHO_REPLY;
        Message what = isEcho
                ? Message.of(
                        icmp.type() == Icmpv4.ECHO_REQUEST ? "icmp-echo-request" : "icmp-echo-reply",
                        "source",
                        source,
                        "destination",
                        destination,
                        "sequence",
                        icmp.sequenceNumber())
                : Message.of(
                        key(icmp.type()),
                        "source",
                        source,
                        "destination",
                        destination,
                        "type",
                        icmp.type(),
                        "code",
                        icmp.code());
        return new TransportSummary(what, icmp.isChecksumRight());
    }

    private static String key(int icmpType) {
        return switch (icmpType) {
            case Icmpv4.UNREACHABLE -> "icmp-unreachable";
            case Icmpv4.REDIRECT -> "icmp-redirect";
            case Icmpv4.TIME_EXCEEDED -> "icmp-time-exceeded";
            default -> "icmp-other";
        };
    }

    private static TransportSummary udp(Ipv4 ip) {
        Udp udp = new Udp();
        Flaw flaw = udp.wrap(ip);
        if (flaw != Flaw.NONE) {
            return flawed("UDP", flaw);
        }
        String source = endpoint(ip.source(), udp.sourcePort());
        String destination = endpoint(ip.destination(), udp.destinationPort());
        boolean isRight = !udp.hasChecksum() || udp.isChecksumRight(ip);
        Message inner = ServiceSummary.of(udp, source, destination);
        if (inner != null) {
            return new TransportSummary(inner, isRight);
        }
        String text = text(udp);
        Message what = text.isEmpty()
                ? Message.of("udp", "source", source, "destination", destination, "bytes", udp.payloadLengthBytes())
                : Message.of("udp-text", "source", source, "destination", destination, "text", text);
        return new TransportSummary(what, isRight);
    }

    private static TransportSummary tcp(Ipv4 ip) {
        Tcp tcp = new Tcp();
        Flaw flaw = tcp.wrap(ip);
        if (flaw != Flaw.NONE) {
            return flawed("TCP", flaw);
        }
        String text = text(tcp);
        List<Object> arguments = new ArrayList<>(List.of(
                "source",
                endpoint(ip.source(), tcp.sourcePort()),
                "destination",
                endpoint(ip.destination(), tcp.destinationPort()),
                "flags",
                flags(tcp),
                "numbers",
                numbers(tcp)));
        String key = "tcp";
        if (!text.isEmpty()) {
            key = "tcp-text";
            arguments.addAll(List.of("text", text));
        } else if (tcp.payloadLengthBytes() > 0) {
            key = "tcp-data";
            arguments.addAll(List.of("bytes", tcp.payloadLengthBytes()));
        }
        return new TransportSummary(Message.of(key, arguments.toArray()), tcp.isChecksumRight(ip));
    }

    private static String numbers(Tcp tcp) {
        String sequence = "seq=" + Integer.toUnsignedString(tcp.sequenceNumber());
        return tcp.has(Tcp.ACK) ? sequence + " ack=" + Integer.toUnsignedString(tcp.acknowledgmentNumber()) : sequence;
    }

    private static String flags(Tcp tcp) {
        List<String> set = new ArrayList<>();
        for (int i = 0; i < FLAGS.length; i++) {
            if (tcp.has(1 << i)) {
                set.add(FLAGS[i]);
            }
        }
        return set.isEmpty() ? "-" : String.join(" ", set);
    }

    static String endpoint(int address, int port) {
        return Ipv4Address.format(address) + ":" + port;
    }

    /** The payload's beginning if it is printable ASCII and line ends, else nothing. */
    private static String text(Header transport) {
        int bytes = Math.min(TEXT_BYTES, transport.payloadLengthBytes());
        StringBuilder text = new StringBuilder(bytes);
        for (int i = 0; i < bytes; i++) {
            int c = transport.array()[transport.payloadOffset() + i];
            boolean isLineEnd = c == '\r' || c == '\n';
            if (!isLineEnd && (c < ' ' || c > '~')) {
                return "";
            }
            text.append(isLineEnd ? ' ' : (char) c);
        }
        String line = text.toString().strip();
        return transport.payloadLengthBytes() > TEXT_BYTES ? line + "…" : line;
    }
}
