package org.quintain.net.sim.host;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.quintain.core.Incubating;
import org.quintain.core.Meter;
import org.quintain.core.derive.Draw;
import org.quintain.core.derive.Seed;
import org.quintain.net.sim.DynamicArpInspection;
import org.quintain.net.sim.LearnerCard;
import org.quintain.net.sim.Link;
import org.quintain.net.sim.LinkQuality;
import org.quintain.net.sim.Network;
import org.quintain.net.sim.Node;
import org.quintain.net.sim.Port;
import org.quintain.net.sim.Switch;
import org.quintain.net.wire.MacAddress;

/**
 * A local network for a lab: stations around one switch, with addresses that are drawn.
 *
 * <p>The network is 192.168.n.0/24 or 10.n.m.0/24 (RFC 1918). Every address and MAC is given once; what is drawn depends on
 * the seed and on the order of the calls. Cables take 20 to 120 microseconds and leave nothing to chance.
 *
 * <pre>{@code
 * Lan lan = Lan.drawn(network, setup.seed().fork("lan"));
 * Host console = lan.host("console", HostPolicy.DEFAULT);
 * LearnerCard learner = lan.learner("learner", setup.meter());
 * if (setup.params().get(Param.HARDENED)) {
 *     lan.inspect();
 * }
 * }</pre>
 */
@Incubating
public final class Lan {
    /** Bits of the network's part of an address. */
    public static final int PREFIX_LENGTH = 24;

    private static final int LEAST_LATENCY_MICROS = 20;
    private static final int LATENCY_SPREAD_MICROS = 101;

    private record Station(int address, long mac, Port port) {}

    private final Network network;
    private final Switch center;
    private final Draw draw;
    private final int base;
    private final List<Integer> numbers;
    private final List<Long> macs = new ArrayList<>(8);
    private final List<Station> stations = new ArrayList<>(8);
    private int nextNumber;
    private int learnerAddress;

    private Lan(Network network, Draw draw) {
        this.network = network;
        this.draw = draw;
        center = new Switch(network, "switch");
        base = draw.below(2) == 0
                ? 192 << 24 | 168 << 16 | draw.below(256) << 8
                : 10 << 24 | draw.below(256) << 16 | draw.below(256) << 8;
        numbers = draw.shuffle(IntStream.range(2, 255).boxed().collect(Collectors.toCollection(ArrayList::new)));
    }

    /**
     * A switch without stations.
     *
     * @param network an empty network, or one without a node of the name "switch"
     * @param seed of addresses and cables
     */
    public static Lan drawn(Network network, Seed seed) {
        return new Lan(network, seed.draw("lan"));
    }

    /**
     * A host with an address, linked to the switch.
     *
     * @param name as for any node
     * @param policy what its system decides
     */
    public Host host(String name, HostPolicy policy) {
        Host host = new Host(network, name, freeMac(), policy).address(freeAddress(), PREFIX_LENGTH);
        connect(host, host.address(), host.mac());
        return host;
    }

    /**
     * The learner's card, linked to the switch, with an address of its own: {@link #learnerAddress()}.
     *
     * @param name as for any node
     * @param meter {@code setup.meter()}
     */
    public LearnerCard learner(String name, Meter meter) {
        long mac = freeMac();
        LearnerCard learner = new LearnerCard(network, name, mac, meter);
        learnerAddress = freeAddress();
        connect(learner, learnerAddress, mac);
        return learner;
    }

    /**
     * Links another node to the switch, as a router.
     *
     * @param node with a free port
     * @param address of the interface there, from {@link #freeAddress()}
     * @param mac of the interface there, from {@link #freeMac()}
     */
    public Link connect(Node node, int address, long mac) {
        int latency = LEAST_LATENCY_MICROS + draw.below(LATENCY_SPREAD_MICROS);
        Link link = network.connect(node, center, LinkQuality.latency(latency));
        stations.add(new Station(address, mac, link.portOf(center)));
        return link;
    }

    /**
     * Hardens the switch: dynamic ARP inspection that knows every station linked so far, the learner's too.
     *
     * @return the inspection, for what it counts
     */
    public DynamicArpInspection inspect() {
        DynamicArpInspection inspection = new DynamicArpInspection();
        stations.forEach(station -> inspection.bind(station.address(), station.mac(), station.port()));
        center.filter(inspection);
        return inspection;
    }

    /** An address of this network that no station has and that is given to nobody else; there are 253 in all. */
    public int freeAddress() {
        if (nextNumber == numbers.size()) {
            throw new IllegalStateException("253 addresses at most wanted");
        }
        return base | numbers.get(nextNumber++);
    }

    /** A locally administered MAC of a single station, given to nobody else. */
    public long freeMac() {
        while (true) {
            long number = 0;
            for (byte each : draw.bytes(5)) {
                number = number << 8 | each & 0xff;
            }
            long mac = MacAddress.local(number);
            if (!macs.contains(mac)) {
                macs.add(mac);
                return mac;
            }
        }
    }

    /** The learner's IPv4 address; 0.0.0.0 before {@link #learner}. */
    public int learnerAddress() {
        return learnerAddress;
    }

    /** The network's address, its low 8 bits zero. */
    public int networkAddress() {
        return base;
    }

    /** The switch in the middle. */
    public Switch center() {
        return center;
    }

    /** The network that it is built on. */
    public Network network() {
        return network;
    }
}
