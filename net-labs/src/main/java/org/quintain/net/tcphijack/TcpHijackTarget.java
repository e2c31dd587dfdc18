package org.quintain.net.tcphijack;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.quintain.core.Param;
import org.quintain.core.Setup;
import org.quintain.core.derive.Draw;
import org.quintain.core.derive.Noise;
import org.quintain.net.sim.Attempt;
import org.quintain.net.sim.LearnerCard;
import org.quintain.net.sim.Limits;
import org.quintain.net.sim.LinkQuality;
import org.quintain.net.sim.Network;
import org.quintain.net.sim.NetworkWatcher;
import org.quintain.net.sim.Node;
import org.quintain.net.sim.Recurring;
import org.quintain.net.sim.Segment;
import org.quintain.net.sim.host.Host;
import org.quintain.net.sim.host.HostPolicy;
import org.quintain.net.sim.tcp.InitialSequence;
import org.quintain.net.sim.tcp.LineScript;
import org.quintain.net.sim.tcp.LineServer;
import org.quintain.net.sim.tcp.SegmentChecks;
import org.quintain.net.sim.tcp.TcpPolicy;
import org.quintain.net.sim.tcp.TcpStack;
import org.quintain.net.sim.tcp.Typist;
import org.quintain.net.tcphijack.TcpHijackLab.Challenge;
import org.quintain.net.wire.Ipv4Address;
import org.quintain.net.wire.MacAddress;

/**
 * The lock's network: console, server, an office that asks a gauge, and the learner, all on one hub.
 *
 * <p>A hub, and not a mirrored port of a switch, because it lets a neighbour both see and speak: a mirror is for listening
 * only, and a switch would learn the forged sender's address and send the console's frames astray, which is another lab's
 * subject ({@code net.arp-poison}). In one of four instances the console's numbers wrap around in the first lines. Half an hour of virtual time gives about 105,000 events; the limit leaves more than as
 * much again for the learner.
 */
final class TcpHijackTarget implements Attempt {
    private static final Limits LIMITS = new Limits(4_096, 300_000);
    private static final List<String> GATES = List.of("north", "south", "east", "west", "upper", "lower");
    private static final int PREFIX_LENGTH = 24;

    /** The console's wrapping initial sequence number is this much below 2^32, or less; the command has 16 or 17 bytes. */
    private static final int WRAP_BYTES = 18;

    private final Network network;
    private final Draw places;
    private final List<Integer> addresses;
    private final Segment hub;
    private final Host console;
    private final Host server;
    private final int port;
    private final String command;
    private final TcpStack stack;
    private final TcpHijackDesk desk;
    private final TcpHijackOperator operator;
    private final LearnerCard learner;
    private final int ownAddress;
    private final TcpHijackJournal journal;

    /**
     * Builds it at time 0, with the parameters of the setup.
     *
     * @param checks how both stacks judge segments; in the lab RFC 5961
     */
    TcpHijackTarget(Setup setup, NetworkWatcher watcher, NetworkWatcher.Purpose purpose, SegmentChecks checks) {
        network = Network.on(setup.clock(), setup.seed().fork("network"), LIMITS);
        places = setup.seed().draw("places");
        int base = 10 << 24 | places.below(1 << 16) << 8;
        addresses = places.shuffle(IntStream.range(base + 2, base + 255).boxed().collect(Collectors.toList()));
        hub = new Segment(network, "hub");
        console = host("console", 0);
        server = host("server", 1);
        ownAddress = addresses.get(2);
        learner = new LearnerCard(network, "learner", mac(2), setup.meter());
        connect(learner);
        Draw draw = setup.seed().draw("session");
        port = 1024 + draw.below(48_000);
        command = "SLUICE " + draw.pick(GATES) + " " + (10 + draw.below(90));
        boolean isHardened = setup.params().get(Param.HARDENED);
        byte[] key = setup.seed().secret("key").bytes(32);
        TcpHijackSeal seal = isHardened ? new TcpHijackSeal(key) : null;
        TcpPolicy policy = TcpPolicy.DEFAULT.withChecks(checks);
        stack = TcpStack.on(server, policy);
        boolean isWrapping = draw.below(4) == 0;
        TcpStack own = TcpStack.on(console, policy.withInitialSequence(noise -> numbers(noise, isWrapping)));
        operator = new TcpHijackOperator(network, own, server.address(), port, seal);
        desk = new TcpHijackDesk(console.address(), seal, network.noise("desk"), operator::peerOf);
        stack.listen(port, desk);
        officeAsksGauge();
        journal = new TcpHijackJournal(this);
        watcher.built(network, learner, purpose);
    }

    /** A new number of chance for each session, as RFC 6528 section 3 allows; or one that wraps around in the first lines. */
    private static InitialSequence numbers(Noise noise, boolean isWrapping) {
        return (now, local, localPort, remote, remotePort) ->
                isWrapping ? -1 - noise.below(WRAP_BYTES) : (int) noise.nextLong();
    }

    private Host host(String name, int place) {
        Host host =
                new Host(network, name, mac(place), HostPolicy.DEFAULT).address(addresses.get(place), PREFIX_LENGTH);
        connect(host);
        return host;
    }

    /** 32 bits of chance, and the place, which makes them differ. */
    private long mac(int place) {
        long number = 0;
        for (byte each : places.bytes(4)) {
            number = number << 8 | each & 0xff;
        }
        return MacAddress.local(number << 8 | place);
    }

    private void connect(Node node) {
        network.connect(node, hub, LinkQuality.latency(20 + places.below(101)));
    }

    /** Another session, so that the learner has to find the right one: a question every 5 to 11 seconds. */
    private void officeAsksGauge() {
        Host office = host("office", 3);
        Host gauge = host("gauge", 4);
        TcpStack.on(gauge, TcpPolicy.DEFAULT)
                .listen(
                        port,
                        new LineServer(LineScript.greeting("gauge\r\n> ", "on")
                                .on("on", "BYE", "fair winds\r\n", LineScript.END)
                                .on("on", LineScript.ANY, "312 cm\r\n> ", "on")));
        TcpStack own = TcpStack.on(office, TcpPolicy.DEFAULT);
        Noise noise = network.noise("office");
        List<Typist.Turn> script = new ArrayList<>(
                List.of(new Typist.Turn("> ", 400_000, "LEVEL\r\n"), new Typist.Turn("> ", 400_000, "BYE\r\n")));
        Recurring.start(
                network,
                noise,
                5_000_000,
                6_000_000,
                () -> own.connect(gauge.address(), port, new Typist(network, noise, 90_000, script)));
    }

    /** What the learner is told. */
    Challenge challenge() {
        return new Challenge(
                Ipv4Address.format(console.address()),
                Ipv4Address.format(server.address()),
                port,
                Ipv4Address.format(ownAddress),
                command,
                learner.card());
    }

    /** Where the operator sits. */
    Host console() {
        return console;
    }

    /** Who is commanded. */
    Host server() {
        return server;
    }

    /** The server's TCP. */
    TcpStack stack() {
        return stack;
    }

    /** Where it listens. */
    int port() {
        return port;
    }

    /** What the learner is to have executed. */
    String command() {
        return command;
    }

    /** What the server has executed. */
    TcpHijackDesk desk() {
        return desk;
    }

    /** The honest user. */
    TcpHijackOperator operator() {
        return operator;
    }

    /** What has been seen of the learner's segments. */
    TcpHijackJournal journal() {
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
