package org.quintain.net.dnsanswerspoof;

import java.util.List;
import org.quintain.core.Param;
import org.quintain.core.Setup;
import org.quintain.core.derive.Draw;
import org.quintain.net.dnsanswerspoof.DnsAnswerSpoofLab.Challenge;
import org.quintain.net.sim.Attempt;
import org.quintain.net.sim.LearnerCard;
import org.quintain.net.sim.Limits;
import org.quintain.net.sim.LinkQuality;
import org.quintain.net.sim.Network;
import org.quintain.net.sim.NetworkWatcher;
import org.quintain.net.sim.Node;
import org.quintain.net.sim.Segment;
import org.quintain.net.sim.Switch;
import org.quintain.net.sim.dns.AuthoritativeServer;
import org.quintain.net.sim.dns.DnsPolicy;
import org.quintain.net.sim.dns.StubResolver;
import org.quintain.net.sim.dns.Zone;
import org.quintain.net.sim.dns.ZoneKey;
import org.quintain.net.sim.host.Host;
import org.quintain.net.sim.host.HostPolicy;
import org.quintain.net.sim.host.Lan;
import org.quintain.net.wire.Ipv4Address;

/**
 * The quay: board, kiosk and learner on one shared cable; over a slow radio link a switch with the name server, the
 * timetable and the weather. All is one IPv4 network.
 *
 * <p>An hour of virtual time gives about 90,000 events; the limit leaves as much again for each of the learner's packets to
 * go everywhere and be answered.
 */
final class DnsAnswerSpoofTarget implements Attempt {
    /** How board, kiosk and learner are joined. */
    enum Cabling {
        /** A hub: everybody gets everything. */
        SHARED,
        /** A switch: for tests, the other defence. */
        SWITCHED
    }

    /** All that makes an answer hard to guess (RFC 5452): random identifiers, random ports, random letter case. */
    static final DnsPolicy HARD_TO_GUESS = DnsPolicy.DEFAULT.withCaseRandom(true);

    private static final Limits LIMITS = new Limits(4_096, 300_000);
    private static final int CABLE_MICROS = 20;
    private static final int LEAST_RADIO_MICROS = 15_000;
    private static final int RADIO_SPREAD_MICROS = 45_000;
    private static final int RADIO_JITTER_MICROS = 2_000;

    private static final List<String> ISLES = List.of(
            "gullrock", "sealbay", "herringholm", "samphire", "kelpsound", "ternisle", "whinskerry", "puffinness");
    private static final List<String> TIMETABLES = List.of("times", "ferries", "sailings", "departures", "crossings");
    private static final List<String> WEATHERS = List.of("weather", "tides", "wind", "swell", "visibility");

    private final Network network;
    private final Lan lan;
    private final Node quay;
    private final DnsPolicy policy;
    private final String name;
    private final Host board;
    private final Host kiosk;
    private final Host nameServer;
    private final Host timetable;
    private final Host weather;
    private final LearnerCard learner;
    private final int learnerAddress;
    private final StubResolver boardStub;
    private final DnsAnswerSpoofVisits visits;
    private final List<DnsAnswerSpoofVisits> programs;
    private final DnsAnswerSpoofJournal journal;

    /** Builds it at time 0, with the parameters of the setup. */
    DnsAnswerSpoofTarget(Setup setup, NetworkWatcher watcher, NetworkWatcher.Purpose purpose) {
        this(setup, watcher, purpose, HARD_TO_GUESS, Cabling.SHARED);
    }

    /** The same with other stubs or another cabling, for tests. */
    DnsAnswerSpoofTarget(
            Setup setup, NetworkWatcher watcher, NetworkWatcher.Purpose purpose, DnsPolicy stubs, Cabling cabling) {
        network = Network.on(setup.clock(), setup.seed().fork("network"), LIMITS);
        lan = Lan.drawn(network, setup.seed().fork("lan"));
        quay = cabling == Cabling.SHARED ? new Segment(network, "quay") : new Switch(network, "quay");
        Draw draw = setup.seed().draw("quay");
        String zoneName = draw.pick(ISLES) + ".example";
        name = draw.pick(TIMETABLES) + "." + zoneName;
        String otherName = draw.pick(WEATHERS) + "." + zoneName;
        LinkQuality radio = LinkQuality.latency(LEAST_RADIO_MICROS + draw.below(RADIO_SPREAD_MICROS + 1))
                .withJitter(RADIO_JITTER_MICROS);
        board = host("board");
        kiosk = host("kiosk");
        learner = new LearnerCard(network, "learner", lan.freeMac(), setup.meter());
        learnerAddress = lan.freeAddress();
        network.connect(learner, quay, LinkQuality.latency(CABLE_MICROS));
        network.connect(quay, lan.center(), radio);
        nameServer = lan.host("names", HostPolicy.DEFAULT);
        timetable = lan.host("timetable", HostPolicy.DEFAULT);
        weather = lan.host("weather", HostPolicy.DEFAULT);
        Zone zone = new Zone(zoneName, 60)
                .server("names." + zoneName, nameServer.address())
                .a(name, timetable.address())
                .a(otherName, weather.address());
        ZoneKey key = ZoneKey.of(zoneName, setup.seed().secret("zone key").bytes(32));
        boolean isSigned = setup.params().get(Param.HARDENED);
        policy = isSigned ? stubs.withTrustAnchors(key) : stubs;
        new AuthoritativeServer(nameServer, isSigned ? zone.signedBy(key) : zone);
        DnsAnswerSpoofVisits.serve(timetable);
        DnsAnswerSpoofVisits.serve(weather);
        boardStub = stub(board);
        StubResolver kioskStub = stub(kiosk);
        visits = new DnsAnswerSpoofVisits(boardStub, name, this);
        programs = List.of(
                visits,
                new DnsAnswerSpoofVisits(boardStub, otherName, this),
                new DnsAnswerSpoofVisits(kioskStub, name, this),
                new DnsAnswerSpoofVisits(kioskStub, otherName, this));
        journal = new DnsAnswerSpoofJournal(this);
        watcher.built(network, learner, purpose);
    }

    private Host host(String hostName) {
        Host host = new Host(network, hostName, lan.freeMac(), HostPolicy.DEFAULT)
                .address(lan.freeAddress(), Lan.PREFIX_LENGTH);
        network.connect(host, quay, LinkQuality.latency(CABLE_MICROS));
        return host;
    }

    private StubResolver stub(Host host) {
        return new StubResolver(host, policy, nameServer.address());
    }

    /** What the learner is told. */
    Challenge challenge() {
        return new Challenge(
                Ipv4Address.format(board.address()),
                Ipv4Address.format(nameServer.address()),
                name,
                Ipv4Address.format(learnerAddress),
                DnsAnswerSpoofVisits.PORT,
                learner.card());
    }

    /** The victim. */
    Host board() {
        return board;
    }

    /** Whom the victim asks. */
    Host nameServer() {
        return nameServer;
    }

    /** Who really has the name. */
    Host timetable() {
        return timetable;
    }

    /** All stations but the learner. */
    List<Host> stations() {
        return List.of(board, kiosk, nameServer, timetable, weather);
    }

    /** The name to be looked up. */
    String name() {
        return name;
    }

    /** The victim's stub, for what it counts. */
    StubResolver boardStub() {
        return boardStub;
    }

    /** The victim's visits to the timetable. */
    DnsAnswerSpoofVisits visits() {
        return visits;
    }

    /** All that honest programs do; the victim's visits first. */
    List<DnsAnswerSpoofVisits> programs() {
        return programs;
    }

    /** What has been seen of the attack. */
    DnsAnswerSpoofJournal journal() {
        return journal;
    }

    @Override
    public Network network() {
        return network;
    }

    @Override
    public LearnerCard learner() {
        return learner;
    }
}
