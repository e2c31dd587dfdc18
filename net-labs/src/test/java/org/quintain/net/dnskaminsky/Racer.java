package org.quintain.net.dnskaminsky;

import java.util.List;
import java.util.function.UnaryOperator;
import org.quintain.core.Budget;
import org.quintain.core.Params;
import org.quintain.core.Seat;
import org.quintain.core.Setup;
import org.quintain.core.derive.CourseKey;
import org.quintain.net.dnskaminsky.DnsKaminskyLab.Challenge;
import org.quintain.net.sim.NetworkWatcher;
import org.quintain.net.sim.NetworkWatcher.Purpose;
import org.quintain.net.sim.dns.DnsPolicy;
import org.quintain.net.wire.Dns;
import org.quintain.net.wire.DnsMessages;
import org.quintain.net.wire.DnsName;
import org.quintain.net.wire.DnsSection;
import org.quintain.net.wire.DnsType;
import org.quintain.net.wire.DnsWriter;
import org.quintain.net.wire.Endpoints;
import org.quintain.net.wire.Frames;
import org.quintain.net.wire.Ipv4Address;

/** Races against a target whose secrets a test knows: no budget, nothing to be found out. */
final class Racer {
    final DnsKaminskyTarget target;
    final Challenge challenge;
    final DnsKaminskyIds ids;
    private final long gatewayMac;
    private int race;

    Racer(int seat, Params params, UnaryOperator<DnsPolicy> experiment) {
        Setup setup = Setup.of(
                CourseKey.practice()
                        .seatKey(Seat.practice(seat), "net.dns-kaminsky", 1, params.nonDefault())
                        .root(),
                params,
                Budget.unlimited());
        target = new DnsKaminskyTarget(setup, NetworkWatcher.NONE, Purpose.SESSION, experiment);
        challenge = target.challenge();
        ids = DnsKaminskyIds.drawn(setup.seed().secret("ids"), params.get(DnsKaminskyLab.ID_BITS));
        gatewayMac = target.router().networkInterface(0).mac();
        target.learner()
                .card()
                .send(Frames.arpRequest(target.learner().mac(), own(), Ipv4Address.of(challenge.gateway())));
        // The user's first question has the zone's server known.
        target.network().advance(10_000_000);
    }

    Racer(int seat, Params params) {
        this(seat, params, policy -> policy);
    }

    int own() {
        return target.learnersAddress();
    }

    int server() {
        return Ipv4Address.of(challenge.server());
    }

    String next() {
        return "n" + race++ + "." + challenge.zone();
    }

    private Endpoints toResolver(int source) {
        return new Endpoints(target.learner().mac(), source, gatewayMac, Ipv4Address.of(challenge.resolver()));
    }

    byte[] question(String name) {
        return Frames.udp(toResolver(own()), 4_000, Dns.PORT, DnsMessages.query(0, DnsName.of(name), DnsType.A, true));
    }

    byte[] forged(byte[] message, int port) {
        return Frames.udp(toResolver(server()), Dns.PORT, port, message);
    }

    int port() {
        for (int port = 0; ; port++) {
            if (target.isPort(port)) {
                return port;
            }
        }
    }

    /** "It is at the learner's", and nothing about servers: many races can be measured on one network. */
    static DnsWriter answer(String name, int address) {
        DnsWriter writer = new DnsWriter().begin(0);
        writer.header().response(true).authoritative(true);
        return writer.question(DnsName.of(name), DnsType.A)
                .section(DnsSection.ANSWER)
                .a(DnsName.of(name), 60, address);
    }

    /** "Ask that server", with its address. */
    static DnsWriter referral(String name, String zone, String server, int address) {
        DnsWriter writer = new DnsWriter().begin(0);
        writer.header().response(true);
        return writer.question(DnsName.of(name), DnsType.A)
                .section(DnsSection.AUTHORITY)
                .ns(DnsName.of(zone), 86_400, DnsName.of(server))
                .section(DnsSection.ADDITIONAL)
                .a(DnsName.of(server), 86_400, address);
    }

    /** Asks as often as the resolver will ask separately, then sends one forged message with each of the identifiers. */
    void run(String name, byte[] message, List<Integer> guesses) {
        target.flood().burst(question(name), 0, 1, challenge.outstanding());
        byte[] frame = forged(message, port());
        for (int id : guesses) {
            target.flood().burst(frame, id, 0, 1);
        }
        target.network().advance(200_000);
    }

    /** A race with K different identifiers that the resolver may use; whether it was won. */
    boolean isWon(int replies) {
        String name = next();
        long before = target.resolver().counters().forgedAnswers();
        target.flood().burst(question(name), 0, 1, challenge.outstanding());
        byte[] frame = forged(answer(name, own()).toBytes(), port());
        target.flood().burst(frame, ids.first(), ids.stride(), replies);
        target.network().advance(200_000);
        return target.resolver().counters().forgedAnswers() > before;
    }
}
