package org.quintain.net.arppoison;

import java.util.List;
import org.quintain.core.Param;
import org.quintain.core.Setup;
import org.quintain.core.derive.Draw;
import org.quintain.net.arppoison.ArpPoisonLab.Station;
import org.quintain.net.sim.Attempt;
import org.quintain.net.sim.DynamicArpInspection;
import org.quintain.net.sim.LearnerCard;
import org.quintain.net.sim.Limits;
import org.quintain.net.sim.Network;
import org.quintain.net.sim.NetworkWatcher;
import org.quintain.net.sim.host.Host;
import org.quintain.net.sim.host.HostPolicy;
import org.quintain.net.sim.host.Lan;
import org.quintain.net.wire.Ipv4Address;

/**
 * The harbour's network: four stations and the learner around a switch, each station with a habit of its own, and four
 * pairs of programs that talk.
 *
 * <p>The console always has a habit that can be used; the others may believe nothing unasked. An hour of virtual time gives
 * about 25,000 events; the limit leaves as much again for each of the learner's packets to go everywhere and be answered.
 */
final class ArpPoisonTarget implements Attempt {
    /** The stations' names, the victim first and its correspondent second. */
    static final List<String> NAMES = List.of("console", "lamp", "gauge", "office");

    private static final Limits LIMITS = new Limits(4_096, 200_000);

    private final Network network;
    private final Lan lan;
    private final LearnerCard learner;
    private final List<Host> hosts;
    private final List<ArpPoisonHabit> habits;
    private final ArpPoisonFlow orders;
    private final List<ArpPoisonFlow> flows;
    private final ArpPoisonJournal journal;
    private final DynamicArpInspection inspection;

    /** Builds it at time 0, with the parameters of the setup. */
    ArpPoisonTarget(Setup setup, NetworkWatcher watcher, NetworkWatcher.Purpose purpose) {
        network = Network.on(setup.clock(), setup.seed().fork("network"), LIMITS);
        lan = Lan.drawn(network, setup.seed().fork("lan"));
        Draw draw = setup.seed().secret("habits");
        habits = List.of(
                ArpPoisonHabit.of(1 + draw.below(ArpPoisonHabit.COUNT - 1)),
                ArpPoisonHabit.of(draw.below(ArpPoisonHabit.COUNT)),
                ArpPoisonHabit.of(draw.below(ArpPoisonHabit.COUNT)),
                ArpPoisonHabit.of(draw.below(ArpPoisonHabit.COUNT)));
        hosts = List.of(host(0), host(1), host(2), host(3));
        learner = lan.learner("learner", setup.meter());
        inspection = setup.params().get(Param.HARDENED) ? lan.inspect() : null;
        orders = new ArpPoisonFlow(console(), lamp(), "lamp");
        flows = List.of(
                orders,
                new ArpPoisonFlow(hosts.get(2), console(), "tide"),
                new ArpPoisonFlow(hosts.get(3), hosts.get(2), "read"),
                new ArpPoisonFlow(lamp(), hosts.get(3), "hours"));
        journal = new ArpPoisonJournal(this);
        watcher.built(network, learner, purpose);
        hosts.forEach(host -> host.networkInterface().announce());
    }

    private Host host(int number) {
        return lan.host(NAMES.get(number), HostPolicy.DEFAULT.withArp(habits.get(number)));
    }

    /** What the learner is told of the stations. */
    List<Station> stations() {
        return hosts.stream()
                .map(host -> new Station(host.name(), Ipv4Address.format(host.address())))
                .toList();
    }

    /** The learner's own address. */
    String ownAddress() {
        return Ipv4Address.format(lan.learnerAddress());
    }

    /** The victim. */
    Host console() {
        return hosts.get(0);
    }

    /** Whom the victim sends orders to. */
    Host lamp() {
        return hosts.get(1);
    }

    /** The orders from the console to the lamp. */
    ArpPoisonFlow orders() {
        return orders;
    }

    /** All that honest programs say. */
    List<ArpPoisonFlow> flows() {
        return flows;
    }

    /** In the order of {@link #NAMES}. */
    List<ArpPoisonHabit> habits() {
        return habits;
    }

    /** What has been seen of the attack. */
    ArpPoisonJournal journal() {
        return journal;
    }

    /** ARP packets that the switch refused; 0 if it inspects nothing. */
    long refusedPackets() {
        return inspection == null ? 0 : inspection.refusedPackets();
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
