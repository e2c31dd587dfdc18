package org.quintain.net.ipfragmentoverlap;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.quintain.core.Param;
import org.quintain.core.Setup;
import org.quintain.core.derive.Draw;
import org.quintain.net.ipfragmentoverlap.IpFragmentOverlapLab.Policy;
import org.quintain.net.ipfragmentoverlap.IpFragmentOverlapLab.Station;
import org.quintain.net.sim.Attempt;
import org.quintain.net.sim.LearnerCard;
import org.quintain.net.sim.Limits;
import org.quintain.net.sim.LinkQuality;
import org.quintain.net.sim.Network;
import org.quintain.net.sim.NetworkWatcher;
import org.quintain.net.sim.host.Host;
import org.quintain.net.sim.host.HostPolicy;
import org.quintain.net.sim.host.Lan;
import org.quintain.net.sim.host.OverlapBehaviour;
import org.quintain.net.sim.host.OverlapPolicy;
import org.quintain.net.wire.Ipv4Address;

/**
 * The cableway's network: four boards and the office around a switch, and the learner behind the gate that inspects.
 *
 * <p>The boards have four different overlap policies; the gate's is neither the first board's nor the second's, so that a
 * solution exists. The hardened twin has one policy for all, {@link OverlapBehaviour#REFUSE}. An hour of virtual time gives
 * about 8,000 events; the limit leaves room for each of the learner's packets to go everywhere and be reported.
 */
final class IpFragmentOverlapTarget implements Attempt {
    /** The boards' names, those with a text of their own first. */
    static final List<String> BOARDS = List.of("valley", "summit", "lodge", "depot");

    /** All whose policy is asked for. */
    static final List<String> NAMES =
            Stream.concat(BOARDS.stream(), Stream.of("gate")).toList();

    private static final Limits LIMITS = new Limits(4_096, 200_000);

    private final Network network;
    private final List<OverlapPolicy> policies;
    private final List<String> texts;
    private final List<IpFragmentOverlapBoard> boards;
    private final IpFragmentOverlapGate gate;
    private final IpFragmentOverlapTimetable timetable;
    private final LearnerCard learner;
    private final int learnerAddress;

    /** Builds it at time 0, with the parameters of the setup. */
    IpFragmentOverlapTarget(Setup setup, NetworkWatcher watcher, NetworkWatcher.Purpose purpose) {
        this(setup, policies(setup), watcher, purpose);
    }

    /**
     * Builds it at time 0 with other policies.
     *
     * @param policies of those in {@link #NAMES}, in that order
     */
    IpFragmentOverlapTarget(
            Setup setup, List<OverlapPolicy> policies, NetworkWatcher watcher, NetworkWatcher.Purpose purpose) {
        this.policies = policies;
        network = Network.on(setup.clock(), setup.seed().fork("network"), LIMITS);
        texts = IpFragmentOverlapNotice.drawTexts(setup.seed().draw("texts"));
        Lan lan = Lan.drawn(network, setup.seed().fork("lan"));
        boards = Stream.of(0, 1, 2, 3)
                .map(i -> new IpFragmentOverlapBoard(lan.host(BOARDS.get(i), policy(i))))
                .toList();
        Host office = lan.host("office", policy(0));
        learnerAddress = lan.freeAddress();
        int gateAddress = lan.freeAddress();
        long gateMac = lan.freeMac();
        gate = new IpFragmentOverlapGate(network, policy(4), texts, learnerAddress, gateMac, gateAddress);
        lan.connect(gate, gateAddress, gateMac);
        learner = new LearnerCard(network, "learner", lan.freeMac(), setup.meter());
        network.connect(learner, gate, LinkQuality.LAN);
        List<Host> hosts = boards.stream().map(IpFragmentOverlapBoard::host).toList();
        timetable = new IpFragmentOverlapTimetable(office, hosts);
        watcher.built(network, learner, purpose);
        hosts.forEach(host -> host.networkInterface().announce());
    }

    private static List<OverlapPolicy> policies(Setup setup) {
        if (setup.params().get(Param.HARDENED)) {
            return Collections.nCopies(NAMES.size(), OverlapBehaviour.REFUSE);
        }
        Draw draw = setup.seed().secret("policies");
        List<Policy> drawn = draw.shuffle(List.of(Policy.values()));
        Policy gates = draw.pick(drawn.subList(2, drawn.size()));
        return Stream.concat(drawn.subList(0, BOARDS.size()).stream(), Stream.of(gates))
                .map(policy -> (OverlapPolicy) policy.behaviour())
                .toList();
    }

    private HostPolicy policy(int number) {
        return HostPolicy.DEFAULT.withOverlap(policies.get(number));
    }

    /** What the learner is told of the boards. */
    List<Station> stations() {
        return boards.stream()
                .map(board -> new Station(
                        board.host().name(), Ipv4Address.format(board.host().address())))
                .toList();
    }

    /** The learner's own address, dotted. */
    String ownAddress() {
        return Ipv4Address.format(learnerAddress);
    }

    /** The gate's address, dotted. */
    String gateAddress() {
        return Ipv4Address.format(gate.address());
    }

    /** The reserved texts: the first board's and the second's. */
    List<String> texts() {
        return texts;
    }

    /** Of those in {@link #NAMES}. */
    List<OverlapPolicy> policies() {
        return policies;
    }

    /** In the order of {@link #BOARDS}. */
    List<IpFragmentOverlapBoard> boards() {
        return boards;
    }

    /** The inspecting device. */
    IpFragmentOverlapGate gate() {
        return gate;
    }

    /** What the office sends. */
    IpFragmentOverlapTimetable timetable() {
        return timetable;
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
