package org.quintain.solutions.net.dnsanswerspoof;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quintain.net.dnsanswerspoof.DnsAnswerSpoofLab.Challenge;
import org.quintain.net.sim.NetworkCard;
import org.quintain.net.sim.TimedFrame;
import org.quintain.net.wire.Arp;
import org.quintain.net.wire.Dns;
import org.quintain.net.wire.DnsName;
import org.quintain.net.wire.DnsType;
import org.quintain.net.wire.Ethernet;
import org.quintain.net.wire.Flaw;
import org.quintain.net.wire.Ipv4;
import org.quintain.net.wire.Ipv4Address;
import org.quintain.net.wire.Udp;

/** Reads the frames that pass on the shared cable; its views hold the frame that was read last. */
final class Eavesdropper {
    final Ethernet ethernet = new Ethernet();
    final Arp arp = new Arp();
    final Ipv4 ip = new Ipv4();
    final Udp udp = new Udp();
    final Dns dns = new Dns();
    final int board;
    final int nameServer;
    final int own;
    private final NetworkCard card;
    private final DnsName name;
    private final int servicePort;

    Eavesdropper(Challenge challenge) {
        card = challenge.card();
        board = Ipv4Address.of(challenge.boardAddress());
        nameServer = Ipv4Address.of(challenge.nameServerAddress());
        own = Ipv4Address.of(challenge.ownAddress());
        name = DnsName.of(challenge.name());
        servicePort = challenge.servicePort();
    }

    /** Lets time pass and takes everything that has come, with the times. */
    List<TimedFrame> listen(long micros) {
        int waiting = card.advance(micros);
        List<TimedFrame> frames = new ArrayList<>();
        while (frames.size() < waiting) {
            Optional<TimedFrame> frame = card.receive();
            if (frame.isEmpty()) {
                break;
            }
            frames.add(frame.get());
        }
        return frames;
    }

    /** Whether it is the board's question about the name. */
    boolean isQuestion(TimedFrame frame) {
        return isDns(frame) && !dns.isResponse() && ip.source() == board && dns.hasQuestion(name, DnsType.A, 1);
    }

    /** Whether it is an answer to anybody's question about the name. */
    boolean isAnswer(TimedFrame frame) {
        return isDns(frame) && dns.isResponse() && ip.source() == nameServer && dns.hasQuestion(name, DnsType.A, 1);
    }

    private boolean isDns(TimedFrame frame) {
        return isDatagram(frame)
                && (udp.sourcePort() == Dns.PORT || udp.destinationPort() == Dns.PORT)
                && dns.wrap(udp) == Flaw.NONE;
    }

    boolean isDatagram(TimedFrame frame) {
        return ethernet.wrap(frame.frame().toArray()) == Flaw.NONE
                && ethernet.type() == Ethernet.TYPE_IPV4
                && ip.wrap(ethernet) == Flaw.NONE
                && ip.protocol() == Ipv4.PROTOCOL_UDP
                && udp.wrap(ip) == Flaw.NONE;
    }

    /** Whether somebody asks where the learner's address is. */
    boolean isArpForMe(TimedFrame frame) {
        return isArp(frame) && arp.operation() == Arp.REQUEST && arp.target() == own;
    }

    boolean isArp(TimedFrame frame) {
        return ethernet.wrap(frame.frame().toArray()) == Flaw.NONE
                && ethernet.type() == Ethernet.TYPE_ARP
                && arp.wrap(ethernet) == Flaw.NONE;
    }

    /** Whether the board asks the learner's address for the timetable. */
    boolean isRequestToMe(TimedFrame frame) {
        return isDatagram(frame)
                && ip.source() == board
                && ip.destination() == own
                && udp.destinationPort() == servicePort;
    }

    /** What stands in the datagram that was read last. */
    String text() {
        return new String(udp.array(), udp.payloadOffset(), udp.payloadLengthBytes(), StandardCharsets.US_ASCII);
    }
}
