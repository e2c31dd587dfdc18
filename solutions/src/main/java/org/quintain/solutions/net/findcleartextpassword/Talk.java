package org.quintain.solutions.net.findcleartextpassword;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.quintain.core.Bytes;
import org.quintain.net.wire.Ethernet;
import org.quintain.net.wire.Flaw;
import org.quintain.net.wire.Ipv4;
import org.quintain.net.wire.Ipv4Address;
import org.quintain.net.wire.Tcp;
import org.quintain.net.wire.capture.CaptureReader;

/** One TCP connection of a capture, turn by turn: what "Follow TCP Stream" shows, with the packets' numbers. */
final class Talk {
    /** What one side says until the other side speaks: text of ISO 8859-1, and for each character its packet's number. */
    record Turn(boolean isClient, StringBuilder text, List<Integer> packets) {
        boolean isReadable() {
            return text.chars().allMatch(c -> c == '\r' || c == '\n' || c >= ' ' && c <= '~');
        }
    }

    private final String server;
    private final List<Turn> turns = new ArrayList<>();
    private boolean isClientFinished;
    private boolean isServerFinished;
    private boolean isReset;

    private Talk(String server) {
        this.server = server;
    }

    /** All connections of a capture whose links lose nothing, in the order of their first packets. */
    static List<Talk> in(Bytes capture) {
        Map<String, Talk> talks = new LinkedHashMap<>();
        Ethernet ethernet = new Ethernet();
        Ipv4 ip = new Ipv4();
        Tcp tcp = new Tcp();
        try (CaptureReader reader = CaptureReader.open(new ByteArrayInputStream(capture.toArray()))) {
            for (int number = 1; reader.next(); number++) {
                boolean isTcp =
                        ethernet.wrap(reader.buffer(), reader.offset(), reader.offset() + reader.capturedBytes())
                                        == Flaw.NONE
                                && ethernet.type() == Ethernet.TYPE_IPV4
                                && ip.wrap(ethernet) == Flaw.NONE
                                && ip.protocol() == Ipv4.PROTOCOL_TCP
                                && tcp.wrap(ip) == Flaw.NONE;
                if (isTcp) {
                    add(talks, ip, tcp, number);
                }
            }
        }
        return List.copyOf(talks.values());
    }

    private static void add(Map<String, Talk> talks, Ipv4 ip, Tcp tcp, int number) {
        String from = Ipv4Address.format(ip.source()) + ":" + tcp.sourcePort();
        String to = Ipv4Address.format(ip.destination()) + ":" + tcp.destinationPort();
        boolean isClient = !talks.containsKey(to + " " + from);
        String key = isClient ? from + " " + to : to + " " + from;
        talks.computeIfAbsent(key, first -> new Talk(Ipv4Address.format(ip.destination())))
                .add(isClient, tcp, number);
    }

    private void add(boolean isClient, Tcp tcp, int number) {
        isClientFinished |= isClient && tcp.has(Tcp.FIN);
        isServerFinished |= !isClient && tcp.has(Tcp.FIN);
        isReset |= tcp.has(Tcp.RST);
        String text =
                new String(tcp.array(), tcp.payloadOffset(), tcp.payloadLengthBytes(), StandardCharsets.ISO_8859_1);
        if (text.isEmpty()) {
            return;
        }
        if (turns.isEmpty() || turns.get(turns.size() - 1).isClient() != isClient) {
            turns.add(new Turn(isClient, new StringBuilder(), new ArrayList<>()));
        }
        Turn turn = turns.get(turns.size() - 1);
        turn.text().append(text);
        text.chars().forEach(each -> turn.packets().add(number));
    }

    /** Address of the side that was called. */
    String server() {
        return server;
    }

    List<Turn> turns() {
        return turns;
    }

    boolean isReadable() {
        return turns.stream().allMatch(Turn::isReadable);
    }

    /** Whether both sides said goodbye. */
    boolean isFinished() {
        return isClientFinished && isServerFinished && !isReset;
    }
}
