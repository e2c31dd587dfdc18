package org.quintain.net.tcphandshakemanual;

import java.util.List;
import org.quintain.core.Setup;
import org.quintain.core.derive.Draw;
import org.quintain.core.derive.Noise;
import org.quintain.net.sim.Attempt;
import org.quintain.net.sim.LearnerCard;
import org.quintain.net.sim.Limits;
import org.quintain.net.sim.Network;
import org.quintain.net.sim.NetworkWatcher;
import org.quintain.net.sim.Recurring;
import org.quintain.net.sim.host.ArpBehaviour;
import org.quintain.net.sim.host.Host;
import org.quintain.net.sim.host.HostPolicy;
import org.quintain.net.sim.host.Lan;
import org.quintain.net.sim.tcp.InitialSequence;
import org.quintain.net.sim.tcp.TcpPolicy;
import org.quintain.net.sim.tcp.TcpStack;
import org.quintain.net.sim.tcp.Typist;
import org.quintain.net.tcphandshakemanual.TcpHandshakeManualLab.Challenge;
import org.quintain.net.wire.Ipv4Address;

/**
 * The harbour's network: a tide gauge that answers lines over TCP, two honest clients of it, and the learner.
 *
 * <p>In one of four instances the station's numbers for the learner begin so close under 2^32 that they wrap around in the
 * handshake or in the answer. The station learns from ARP only what it has asked for, so the learner must answer it. An hour
 * of virtual time gives about 26,000 events; the limit leaves several times as much for the learner.
 */
final class TcpHandshakeManualTarget implements Attempt {
    /** A wrapping initial sequence number is this much below 2^32, or less: the handshake takes 1, the answer 20 and more. */
    static final int WRAP_BYTES = 20;

    private static final Limits LIMITS = new Limits(4_096, 150_000);
    private static final List<String> BASINS = List.of("north", "south", "east", "west", "inner", "outer", "yacht");
    private static final long PAUSE_MICROS = 5_000_000;
    private static final int SPREAD_MICROS = 6_000_000;

    private final Network network;
    private final Lan lan;
    private final Host station;
    private final int port;
    private final TcpStack stack;
    private final TcpHandshakeManualDesk desk;
    private final LearnerCard learner;
    private final TcpHandshakeManualJournal journal;

    /** Builds it at time 0. */
    TcpHandshakeManualTarget(Setup setup, NetworkWatcher watcher, NetworkWatcher.Purpose purpose) {
        network = Network.on(setup.clock(), setup.seed().fork("network"), LIMITS);
        lan = Lan.drawn(network, setup.seed().fork("lan"));
        station = lan.host("station", HostPolicy.DEFAULT.withArp(ArpBehaviour.AWAITED_REPLIES));
        Host ferry = lan.host("ferry", HostPolicy.DEFAULT);
        Host office = lan.host("office", HostPolicy.DEFAULT);
        learner = lan.learner("learner", setup.meter());
        Draw draw = setup.seed().draw("station");
        port = 1024 + draw.below(48_000);
        String basin = draw.pick(BASINS) + "-" + (1000 + draw.below(9000));
        boolean isWrapping = draw.below(4) == 0;
        desk = new TcpHandshakeManualDesk(basin, 100 + draw.below(900), lan.learnerAddress());
        stack = TcpStack.on(
                station, TcpPolicy.DEFAULT.withInitialSequence(noise -> numbers(noise, ownAddress(), isWrapping)));
        stack.listen(port, desk);
        asks(ferry, 0, draw.pick(BASINS));
        asks(office, 1, draw.pick(BASINS));
        journal = new TcpHandshakeManualJournal(this);
        watcher.built(network, learner, purpose);
    }

    /** A new number of chance for each connection, as RFC 6528 section 3 allows a stack to have it. */
    private static InitialSequence numbers(Noise noise, int learner, boolean isWrapping) {
        return (now, local, localPort, remote, remotePort) ->
                isWrapping && remote == learner ? -1 - noise.below(WRAP_BYTES) : (int) noise.nextLong();
    }

    /** A client that asks for a basin's level again and again, and says goodbye each time. */
    private void asks(Host client, int number, String basin) {
        TcpStack own = TcpStack.on(client, TcpPolicy.DEFAULT);
        Noise noise = network.noise("client " + number);
        List<Typist.Turn> script = List.of(
                new Typist.Turn("", 3_000, "LEVEL " + basin + "\r\n"), new Typist.Turn("\n", 20_000, "BYE\r\n"));
        Recurring.start(
                network,
                noise,
                PAUSE_MICROS,
                SPREAD_MICROS,
                () -> own.connect(station.address(), port, new Typist(network, noise, 0, script)));
    }

    /** What the learner is told. */
    Challenge challenge() {
        return new Challenge(
                Ipv4Address.format(station.address()),
                port,
                Ipv4Address.format(ownAddress()),
                desk.request(),
                learner.card());
    }

    /** The learner's own address. */
    int ownAddress() {
        return lan.learnerAddress();
    }

    /** The tide gauge. */
    Host station() {
        return station;
    }

    /** Where it listens. */
    int port() {
        return port;
    }

    /** The tide gauge's TCP. */
    TcpStack stack() {
        return stack;
    }

    /** Who answers there, and remembers. */
    TcpHandshakeManualDesk desk() {
        return desk;
    }

    /** What the cables of station and learner have seen. */
    TcpHandshakeManualJournal journal() {
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
