package org.quintain.solutions.net.ipfragmentoverlap;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.quintain.net.ipfragmentoverlap.IpFragmentOverlapLab.Challenge;
import org.quintain.net.ipfragmentoverlap.IpFragmentOverlapLab.Station;
import org.quintain.net.sim.NetworkCard;
import org.quintain.net.sim.TimedFrame;
import org.quintain.net.wire.Endpoints;
import org.quintain.net.wire.Ethernet;
import org.quintain.net.wire.Flaw;
import org.quintain.net.wire.Ipv4;
import org.quintain.net.wire.Ipv4Address;
import org.quintain.net.wire.MacAddress;
import org.quintain.net.wire.Udp;

/** The learner's card with the reports of boards and gate sorted by who sent them. */
final class OutsideCard {
    /** The gate's name in tables. */
    static final String GATE = "gate";

    /** The boards' port, and that of the reports. */
    static final int NOTICES = 4100;

    private static final int REPORTS = 4101;

    private final NetworkCard card;
    private final int own;
    private final long mac;
    private final Map<Integer, String> names = new TreeMap<>();
    private final Map<String, Long> macs = new TreeMap<>();
    private final Ethernet ethernet = new Ethernet();
    private final Ipv4 ip = new Ipv4();
    private final Udp udp = new Udp();

    OutsideCard(Challenge challenge) {
        card = challenge.card();
        own = Ipv4Address.of(challenge.ownAddress());
        mac = Long.parseLong(card.mac().toHex(), 16);
        for (Station board : challenge.boards()) {
            names.put(Ipv4Address.of(board.address()), board.name());
        }
        names.put(Ipv4Address.of(challenge.gateAddress()), GATE);
    }

    /** From the card to everybody: one set of fragments reaches all boards. */
    Endpoints toAll() {
        return new Endpoints(mac, own, MacAddress.BROADCAST, Ipv4Address.BROADCAST);
    }

    /** From the card to one board, whose MAC a report has shown before. */
    Endpoints to(Station board) {
        return new Endpoints(mac, own, macs.get(board.name()), Ipv4Address.of(board.address()));
    }

    /** A notice to all boards. */
    List<byte[]> frames(GadgetPacket packet, int identification) {
        return packet.frames(toAll(), identification, NOTICES, NOTICES);
    }

    void send(byte[] frame) {
        card.send(frame);
    }

    /** Lets time pass and takes the reports: what each has read last, by name; of the gate with its verdict before it. */
    Map<String, String> reports(long micros) {
        Map<String, String> reports = new TreeMap<>();
        for (int waiting = card.advance(micros); waiting > 0; waiting--) {
            Optional<TimedFrame> frame = card.receive();
            if (frame.isPresent() && isReport(frame.get().frame().toArray())) {
                String name = names.get(ip.source());
                macs.put(name, ethernet.source());
                reports.put(name, text(udp));
            }
        }
        return reports;
    }

    private boolean isReport(byte[] frame) {
        return ethernet.wrap(frame) == Flaw.NONE
                && ethernet.type() == Ethernet.TYPE_IPV4
                && ip.wrap(ethernet) == Flaw.NONE
                && ip.protocol() == Ipv4.PROTOCOL_UDP
                && !ip.isFragment()
                && udp.wrap(ip) == Flaw.NONE
                && udp.destinationPort() == REPORTS
                && names.containsKey(ip.source());
    }

    private static String text(Udp datagram) {
        return new String(
                datagram.array(), datagram.payloadOffset(), datagram.payloadLengthBytes(), StandardCharsets.ISO_8859_1);
    }
}
