package org.quintain.net.dnsanswerspoof;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.quintain.core.derive.Noise;
import org.quintain.net.sim.Recurring;
import org.quintain.net.sim.dns.LookupResult;
import org.quintain.net.sim.dns.LookupStatus;
import org.quintain.net.sim.dns.StubResolver;
import org.quintain.net.sim.host.Host;
import org.quintain.net.sim.host.UdpSocket;
import org.quintain.net.wire.DnsType;
import org.quintain.net.wire.Ipv4;
import org.quintain.net.wire.Udp;

/**
 * An honest program that visits a service every 4 to 7 seconds: looks its name up, sends {@code show NONCE} to the address,
 * and shows what comes back from there as {@code NONCE TEXT}, for example {@code 9f3c02e1 next at 14:05}.
 */
final class DnsAnswerSpoofVisits {
    /** The services' well-known port. */
    static final int PORT = 4200;

    /** A reply that comes later than this after the request is not shown. */
    static final long PATIENCE_MICROS = 1_000_000;

    private static final long PAUSE_MICROS = 4_000_000;
    private static final int SPREAD_MICROS = 3_000_000;
    private static final int MAX_TEXT_BYTES = 256;
    /** Visits that can still wait for their replies: a lookup may take 8 seconds. */
    private static final int OPEN_VISITS = 4;

    /** One visit. */
    static final class Visit {
        private final String nonce;
        private LookupStatus status;
        private int address;
        private boolean isForged;
        private boolean isSent;
        private long sentMicros;
        private String shown;
        private int shownBy = -1;

        private Visit(String nonce) {
            this.nonce = nonce;
        }

        /** How the lookup ended; null while it lasts. */
        LookupStatus status() {
            return status;
        }

        /** What the lookup gave, if found. */
        int address() {
            return address;
        }

        /** Whether the learner made the answer that was believed. */
        boolean isForged() {
            return isForged;
        }

        /** Whether there was a way to the address. */
        boolean isSent() {
            return isSent;
        }

        /** What is shown, or null. */
        String shown() {
            return shown;
        }

        /** Who made it, as an index of a node; -1 for nobody. */
        int shownBy() {
            return shownBy;
        }
    }

    private final StubResolver stub;
    private final Host host;
    private final String name;
    private final DnsAnswerSpoofTarget target;
    private final Noise chance;
    private final UdpSocket socket;
    private final List<Visit> visits = new ArrayList<>();
    private int misnumberedReplies;
    private int misplacedReplies;
    private int lateReplies;

    /**
     * A program that begins when the clock moves.
     *
     * @param stub where it runs and whom it asks
     * @param name of the service
     * @param target whose learner may interfere
     */
    DnsAnswerSpoofVisits(StubResolver stub, String name, DnsAnswerSpoofTarget target) {
        this.stub = stub;
        this.host = stub.host();
        this.name = name;
        this.target = target;
        chance = host.network().noise("visits " + host.name() + " " + name);
        socket = host.bind(0, (mine, packet, datagram) -> replied(packet, datagram));
        Recurring.start(host.network(), chance, PAUSE_MICROS, SPREAD_MICROS, this::begin);
    }

    /** Lets a host answer such visits with times of the day. */
    static void serve(Host server) {
        Noise chance = server.network().noise("service " + server.name());
        server.bind(PORT, (socket, packet, datagram) -> {
            String text = text(datagram);
            if (text.matches("show [0-9a-f]{8}")) {
                int minutes = chance.below(24 * 60);
                String reply = text.substring(5) + " next at " + minutes / 60 + ":" + minutes % 60 / 10 + minutes % 10;
                socket.send(packet.source(), datagram.sourcePort(), reply.getBytes(StandardCharsets.US_ASCII));
            }
        });
    }

    private void begin() {
        Visit visit = new Visit(Integer.toHexString(0x1000_0000 | chance.below(0x7000_0000)));
        visits.add(visit);
        if (!stub.lookup(name, DnsType.A, result -> found(visit, result))) {
            visit.status = LookupStatus.FAILED;
        }
    }

    private void found(Visit visit, LookupResult result) {
        visit.status = result.status();
        if (result.address().isPresent()) {
            visit.address = result.address().getAsInt();
            visit.isForged = isByLearner();
            visit.sentMicros = now();
            byte[] request = ("show " + visit.nonce).getBytes(StandardCharsets.US_ASCII);
            visit.isSent = socket.send(visit.address, PORT, request);
        }
    }

    private void replied(Ipv4 packet, Udp datagram) {
        String text = text(datagram);
        Visit visit = visitOf(text);
        if (visit == null) {
            misnumberedReplies += isByLearner() ? 1 : 0;
        } else if (packet.source() != visit.address || datagram.sourcePort() != PORT) {
            misplacedReplies += isByLearner() ? 1 : 0;
        } else if (now() - visit.sentMicros > PATIENCE_MICROS) {
            lateReplies += isByLearner() ? 1 : 0;
        } else if (visit.shown == null) {
            visit.shown = text.substring(visit.nonce.length() + 1);
            visit.shownBy = host.origin();
        }
    }

    /** The visit that a reply names by its nonce, or null. */
    private Visit visitOf(String text) {
        for (int i = visits.size() - 1; i >= Math.max(0, visits.size() - OPEN_VISITS); i--) {
            Visit visit = visits.get(i);
            if (visit.isSent && text.startsWith(visit.nonce + " ")) {
                return visit;
            }
        }
        return null;
    }

    private boolean isByLearner() {
        return host.origin() == target.learner().index();
    }

    private static String text(Udp datagram) {
        int bytes = Math.min(datagram.payloadLengthBytes(), MAX_TEXT_BYTES);
        return new String(datagram.array(), datagram.payloadOffset(), bytes, StandardCharsets.US_ASCII);
    }

    private long now() {
        return host.network().now();
    }

    /** Visits so far, in their order. */
    List<Visit> visits() {
        return List.copyOf(visits);
    }

    /** Replies of the learner's without the nonce of a visit. */
    int misnumberedReplies() {
        return misnumberedReplies;
    }

    /** Replies of the learner's with the nonce, from another address or port than was asked. */
    int misplacedReplies() {
        return misplacedReplies;
    }

    /** Right replies of the learner's that came too late. */
    int lateReplies() {
        return lateReplies;
    }
}
