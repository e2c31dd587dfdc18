package org.quintain.solutions.net.dnskaminsky;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.quintain.core.Bytes;
import org.quintain.core.contract.NearMiss;
import org.quintain.net.dnskaminsky.DnsKaminskyLab.Answer;
import org.quintain.net.dnskaminsky.DnsKaminskyLab.Challenge;
import org.quintain.net.dnskaminsky.DnsKaminskyLab.Shot;
import org.quintain.net.wire.Dns;
import org.quintain.net.wire.DnsSection;
import org.quintain.net.wire.Ethernet;
import org.quintain.net.wire.Ipv4;
import org.quintain.net.wire.Ipv4Address;
import org.quintain.net.wire.Udp;

/** Wrong answers that learners give: each changes one thing in all forged referrals, leaves something out, or mistakes the port. */
final class DnsKaminskyMisses {
    private static final int NAME_AT = Dns.LENGTH_BYTES + 1;

    private final int own;
    private final int server;
    private final Answer right;

    /** The headers of a frame with a DNS message. */
    private record Opened(byte[] frame, Ipv4 ip, Udp udp, Dns dns) {}

    private DnsKaminskyMisses(Challenge challenge, Answer right) {
        own = Ipv4Address.of(challenge.ownAddress());
        server = Ipv4Address.of(challenge.server());
        this.right = right;
    }

    static List<NearMiss<Answer>> of(Challenge challenge, Answer right) {
        DnsKaminskyMisses misses = new DnsKaminskyMisses(challenge, right);
        return List.of(
                new NearMiss<>("script empty", new Answer(right.port(), List.of()), Set.of("port")),
                new NearMiss<>(
                        "another port",
                        new Answer(right.port() + 8 & 0xFFFF, right.script()),
                        Set.of("replaced", "user")),
                new NearMiss<>("port of servers", new Answer(Dns.PORT, right.script()), Set.of("replaced", "user")),
                new NearMiss<>(
                        "the user's question not answered",
                        new Answer(right.port(), misses.races()),
                        Set.of("port", "replaced")),
                misses.each("questions alone", shot -> null),
                misses.each(
                        "one identifier again and again",
                        shot -> new Shot(shot.atMicros(), shot.frame(), 0, 0, shot.copies())),
                misses.frames("sent to port 53", it -> it.udp().destinationPort(Dns.PORT)),
                misses.frames("sent from the own address", it -> it.ip().source(misses.own)),
                misses.frames("a question instead of a response", it -> it.dns().response(false)),
                misses.frames("another name", it -> it.frame()[it.dns().offset() + NAME_AT]++),
                misses.frames("glue not counted", it -> it.dns().count(DnsSection.ADDITIONAL, 0)),
                misses.frames("glue leads elsewhere", misses::elsewhere));
    }

    private NearMiss<Answer> frames(String name, Consumer<Opened> change) {
        return each(name, shot -> {
            Opened opened = open(shot.frame().toArray());
            change.accept(opened);
            opened.ip().writeChecksum();
            opened.udp().writeChecksum(opened.ip());
            return new Shot(shot.atMicros(), Bytes.of(opened.frame()), shot.firstId(), shot.step(), shot.copies());
        });
    }

    /** Every forged referral changed, or left out. */
    private NearMiss<Answer> each(String name, UnaryOperator<Shot> change) {
        List<Shot> script = races().stream()
                .map(shot -> isForged(shot) ? change.apply(shot) : shot)
                .filter(Objects::nonNull)
                .toList();
        return new NearMiss<>(name, new Answer(right.port(), script), Set.of("port"));
    }

    /** Everything up to the last burst: who has not won gets no questions that could be answered. */
    private List<Shot> races() {
        int last = right.script().size() - 1;
        while (last > 0 && right.script().get(last).copies() == 0) {
            last--;
        }
        return right.script().subList(0, last + 1);
    }

    private boolean isForged(Shot shot) {
        return shot.copies() > 0 && open(shot.frame().toArray()).ip().source() == server;
    }

    private static Opened open(byte[] frame) {
        Ethernet ethernet = new Ethernet();
        Ipv4 ip = new Ipv4();
        Udp udp = new Udp();
        Dns dns = new Dns();
        ethernet.wrap(frame);
        ip.wrap(ethernet);
        udp.wrap(ip);
        dns.wrap(udp);
        return new Opened(frame, ip, udp, dns);
    }

    /** The glue's address are the last four bytes. */
    private void elsewhere(Opened opened) {
        opened.frame()[opened.dns().limit() - 1]++;
    }
}
