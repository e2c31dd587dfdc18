package org.quintain.net.dnskaminsky;

import java.util.List;
import java.util.function.UnaryOperator;
import org.quintain.core.Param;
import org.quintain.core.Setup;
import org.quintain.core.derive.Draw;
import org.quintain.net.dnskaminsky.DnsKaminskyLab.Challenge;
import org.quintain.net.sim.Attempt;
import org.quintain.net.sim.LearnerCard;
import org.quintain.net.sim.Limits;
import org.quintain.net.sim.LinkQuality;
import org.quintain.net.sim.Network;
import org.quintain.net.sim.NetworkWatcher;
import org.quintain.net.sim.Node;
import org.quintain.net.sim.dns.AuthoritativeServer;
import org.quintain.net.sim.dns.DnsPolicy;
import org.quintain.net.sim.dns.DnsRecord;
import org.quintain.net.sim.dns.NameServer;
import org.quintain.net.sim.dns.QueryJoining;
import org.quintain.net.sim.dns.RecursiveResolver;
import org.quintain.net.sim.dns.SourcePortPolicy;
import org.quintain.net.sim.dns.TransactionIdBehaviour;
import org.quintain.net.sim.dns.Zone;
import org.quintain.net.sim.host.Host;
import org.quintain.net.sim.host.HostPolicy;
import org.quintain.net.sim.host.Router;
import org.quintain.net.wire.DnsName;
import org.quintain.net.wire.Ipv4Address;
import org.quintain.net.wire.MacAddress;

/**
 * Five networks around a router that filters nothing: the learner, the resolver, its user, the root's server and the zone's.
 *
 * <p>The learner's link has 10 Mbit/s and each forged answer takes about 130 microseconds there, so the way to the zone's
 * server and back, which is the time of a race, is long enough for {@link DnsKaminskyLab#REPLIES} of them. An hour of the
 * user gives 15,000 events, the learner's packets at most 200,000.
 */
final class DnsKaminskyTarget implements Attempt {
    /** Of the learner's link. */
    static final long BITS_PER_SECOND = 10_000_000;
    /** Of a forged answer on that link: 150 bytes with preamble, check sequence and gap, and some more. */
    static final int REPLY_MICROS = 130;

    private static final Limits LIMITS = new Limits(4_096, 500_000);
    private static final HostPolicy HOSTS = HostPolicy.DEFAULT.withArpTable(7_200_000_000L, 64);
    private static final List<String> ZONES = List.of("harbour", "lagoon", "estuary", "island", "pier", "dune", "cape");
    private static final List<String> OWN = List.of("kite", "heron", "pebble", "fennel", "cirrus", "walnut", "badger");
    private static final List<String> SERVICES = List.of("tides", "charts", "lamps", "ferries", "weather", "berths");
    private static final int DAY_SECONDS = 86_400;
    private static final int SERVICE_SECONDS = 20;

    private final Network network;
    private final Router router;
    private final Draw macs;
    private final LearnerCard learner;
    private final DnsKaminskyFlood flood;
    private final RecursiveResolver resolver;
    private final DnsKaminskyUser user;
    private final Challenge challenge;
    private final int learnersAddress;
    private final int firstPort;
    private final int ports;

    /** Builds it at time 0, with the parameters of the setup. */
    DnsKaminskyTarget(Setup setup, NetworkWatcher watcher, NetworkWatcher.Purpose purpose) {
        this(setup, watcher, purpose, policy -> policy);
    }

    /** The same with another policy of the resolver, for experiments. */
    DnsKaminskyTarget(
            Setup setup, NetworkWatcher watcher, NetworkWatcher.Purpose purpose, UnaryOperator<DnsPolicy> experiment) {
        network = Network.on(setup.clock(), setup.seed().fork("network"), LIMITS);
        router = new Router(network, "router", HOSTS);
        macs = setup.seed().draw("macs");
        Draw draw = setup.seed().draw("places");
        int learnersNet = Ipv4Address.of("198.51.100.0");
        int gateway = learnersNet | 1 + draw.below(9);
        learnersAddress = learnersNet | 10 + draw.below(240);
        int resolverAddress = Ipv4Address.of("203.0.113.0") | 10 + draw.below(240);
        int rootAddress = Ipv4Address.of("192.0.2.0") | 2 + draw.below(120);
        int serverAddress = Ipv4Address.of("192.0.2.128") | 2 + draw.below(120);
        int serviceAddress = Ipv4Address.of("192.0.2.128") | 122 + draw.below(4);
        int usersAddress = Ipv4Address.of("192.168.0.0") | draw.below(256) << 8 | 10 + draw.below(240);
        String zone = draw.pick(ZONES) + draw.below(100) + ".example";
        String ownZone = draw.pick(OWN) + draw.below(100) + ".test";
        String service = draw.pick(SERVICES) + "." + zone;
        int replies = setup.params().get(DnsKaminskyLab.REPLIES);
        int raceMicros = replies * (REPLY_MICROS + draw.below(REPLY_MICROS / 4));
        learner = new LearnerCard(network, "learner", mac(), setup.meter());
        flood = new DnsKaminskyFlood(learner, setup.meter());
        attach(learner, 1_000 + draw.below(4_000), BITS_PER_SECOND, gateway);
        Host resolverHost = host("resolver", resolverAddress, 24, 100 + draw.below(300));
        Host userHost = host("user", usersAddress, 24, 200 + draw.below(2_000));
        Host rootHost = host("root", rootAddress, 25, 4_000 + draw.below(4_000));
        Host serverHost = host("server", serverAddress, 25, raceMicros / 2);
        String serverName = "ns" + (1 + draw.below(9)) + "." + zone;
        new AuthoritativeServer(
                rootHost,
                new Zone(".", DAY_SECONDS)
                        .server("a.root.test", rootAddress)
                        .delegate(zone, serverName, serverAddress)
                        .delegate(ownZone, "ns." + ownZone, learnersAddress));
        new AuthoritativeServer(
                serverHost,
                new Zone(zone, DAY_SECONDS)
                        .negativeTtl(DAY_SECONDS)
                        .server(serverName, serverAddress)
                        .add(DnsRecord.a(service, SERVICE_SECONDS, serviceAddress)));
        boolean isHardened = setup.params().get(Param.HARDENED);
        ports = isHardened ? 0 : setup.params().get(DnsKaminskyLab.PORTS);
        firstPort = 16_384 + setup.seed().secret("port").below(46_000);
        resolver = new RecursiveResolver(
                resolverHost,
                experiment.apply(policy(setup, isHardened)),
                new NameServer(DnsName.of("a.root.test"), rootAddress));
        user = new DnsKaminskyUser(userHost, resolverAddress, service, serviceAddress, learnersAddress);
        challenge = new Challenge(
                Ipv4Address.format(learnersAddress),
                Ipv4Address.format(gateway),
                ownZone,
                Ipv4Address.format(resolverAddress),
                zone,
                Ipv4Address.format(serverAddress),
                service,
                isHardened ? 0x1_0000 : 1 << setup.params().get(DnsKaminskyLab.ID_BITS),
                setup.params().get(DnsKaminskyLab.OUTSTANDING),
                learner.card(),
                flood);
        watcher.built(network, learner, purpose);
    }

    /** RFC 5452 section 9.2 if hardened: the full range of identifiers, and all ports from 1024 on. */
    private DnsPolicy policy(Setup setup, boolean isHardened) {
        int outstanding = setup.params().get(DnsKaminskyLab.OUTSTANDING);
        DnsPolicy policy =
                outstanding == 1 ? DnsPolicy.DEFAULT : DnsPolicy.DEFAULT.withJoining(QueryJoining.QUERY_EACH);
        if (isHardened) {
            return policy.withTransactionIds(TransactionIdBehaviour.RANDOM)
                    .withSourcePorts(SourcePortPolicy.random(1_024, 64_512));
        }
        SourcePortPolicy source =
                ports == 1 ? SourcePortPolicy.fixed(firstPort) : SourcePortPolicy.random(firstPort, ports);
        int bits = setup.params().get(DnsKaminskyLab.ID_BITS);
        return policy.withSourcePorts(source)
                .withTransactionIds(DnsKaminskyIds.drawn(setup.seed().secret("ids"), bits));
    }

    private Host host(String name, int address, int prefixLength, int latencyMicros) {
        int gateway = address & -1 << 32 - prefixLength | 1;
        Host host = new Host(network, name, mac(), HOSTS)
                .address(address, prefixLength)
                .gateway(gateway);
        router.attach(host, LinkQuality.latency(latencyMicros), mac(), gateway, prefixLength);
        return host;
    }

    private void attach(Node node, int latencyMicros, long bitsPerSecond, int gateway) {
        LinkQuality quality = LinkQuality.latency(latencyMicros).withBitsPerSecond(bitsPerSecond);
        router.attach(node, quality, mac(), gateway, 24);
    }

    private long mac() {
        long number = 0;
        for (byte each : macs.bytes(5)) {
            number = number << 8 | each & 0xFF;
        }
        return MacAddress.local(number);
    }

    /** What the learner holds. */
    Challenge challenge() {
        return challenge;
    }

    /** What stands between all of them. */
    Router router() {
        return router;
    }

    /** The victim. */
    RecursiveResolver resolver() {
        return resolver;
    }

    /** Whoever trusts the victim. */
    DnsKaminskyUser user() {
        return user;
    }

    /** The learner's address. */
    int learnersAddress() {
        return learnersAddress;
    }

    /** For scripts. */
    DnsKaminskyFlood flood() {
        return flood;
    }

    /** Whether queries leave from a few fixed ports. */
    boolean hasFixedPorts() {
        return ports > 0;
    }

    /** Whether queries may leave from a port, of the few fixed ones. */
    boolean isPort(int port) {
        return port >= firstPort && port < firstPort + ports;
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
