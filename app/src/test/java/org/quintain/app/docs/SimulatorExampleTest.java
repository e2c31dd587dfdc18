package org.quintain.app.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import org.junit.jupiter.api.Test;
import org.quintain.core.Budget;
import org.quintain.core.Meter;
import org.quintain.core.derive.Seed;
import org.quintain.net.sim.CaptureTap;
import org.quintain.net.sim.DigestTap;
import org.quintain.net.sim.DynamicArpInspection;
import org.quintain.net.sim.IngressFilter;
import org.quintain.net.sim.LearnerCard;
import org.quintain.net.sim.LinkQuality;
import org.quintain.net.sim.Network;
import org.quintain.net.sim.NetworkCard;
import org.quintain.net.sim.Switch;
import org.quintain.net.wire.Ethernet;
import org.quintain.net.wire.Frames;
import org.quintain.net.wire.Ipv4Address;
import org.quintain.net.wire.MacAddress;
import org.quintain.net.wire.capture.PcapngWriter;

/** The snippets of docs/simulator.md. */
class SimulatorExampleTest {
    // tag::network[]
    /** Two cards on a switch, over cables that lose one frame in ten. */
    static final class Lan {
        final Network network;
        final Switch middle;
        final NetworkCard alice;
        final NetworkCard mallory;

        Lan(Seed seed) {
            network = Network.standalone(seed);
            middle = new Switch(network, "switch");
            alice = join("alice", MacAddress.of("02:00:5e:00:53:01"));
            mallory = join("mallory", MacAddress.of("02:00:5e:00:53:66"));
        }

        private NetworkCard join(String name, long mac) {
            LearnerCard node = new LearnerCard(network, name, mac, new Meter(Budget.unlimited()));
            network.connect(node, middle, LinkQuality.LAN.withJitter(20).withLoss(100_000));
            return node.card();
        }
    }
    // end::network[]

    // tag::attack[]
    /** Mallory says a hundred times that she is the router; how often alice hears it. */
    static int lies(Lan lan) {
        byte[] lie = Frames.gratuitousArp(MacAddress.of("02:00:5e:00:53:66"), Ipv4Address.of("192.168.5.1"));
        for (int i = 0; i < 100; i++) {
            lan.mallory.send(lie);
            lan.mallory.advance(1_000);
        }
        return lan.alice.advance(1_000);
    }
    // end::attack[]

    // tag::policy[]
    /** A switch that inspects ARP: only alice's binding is known. */
    static Lan hardened(Seed seed) {
        Lan lan = new Lan(seed);
        DynamicArpInspection inspection = new DynamicArpInspection();
        inspection.bind(Ipv4Address.of("192.168.5.7"), MacAddress.of("02:00:5e:00:53:01"), lan.middle.port(0));
        lan.middle.filter(inspection);
        return lan;
    }

    /** A policy of one's own: no ARP at all to the whole segment. */
    static final IngressFilter NO_BROADCAST_ARP = (port, vlan, frame, etherTypeOffset) -> {
        Ethernet ethernet = new Ethernet();
        ethernet.wrap(frame);
        return ethernet.destination() != MacAddress.BROADCAST || ethernet.type() != Ethernet.TYPE_ARP;
    };
    // end::policy[]

    // tag::tap[]
    /** Records all links, and says beside each packet who really made it. */
    static void record(Network network, OutputStream to) {
        PcapngWriter writer = new PcapngWriter(to);
        network.addTap(new CaptureTap(
                writer,
                0,
                (from, frame, origin) -> "made by " + network.node(origin).name()));
    }
    // end::tap[]

    // tag::repeat[]
    /** One number for all that happened. */
    static String digest(Seed seed) {
        Lan lan = new Lan(seed);
        DigestTap digest = new DigestTap();
        lan.network.addTap(digest);
        lies(lan);
        return digest.takeHex();
    }
    // end::repeat[]

    private static final Seed SEED = Seed.of(new byte[32]);

    @Test
    void liesPassThePlainSwitchAndNotTheOthers() {
        int heard = lies(new Lan(SEED));
        assertTrue(heard > 60 && heard < 95, "heard " + heard);
        assertEquals(0, lies(hardened(SEED)));
        Lan own = new Lan(SEED);
        own.middle.filter(NO_BROADCAST_ARP);
        assertEquals(0, lies(own));
    }

    @Test
    void captureHoldsWhatHappened() {
        Lan lan = new Lan(SEED);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        record(lan.network, file);
        lies(lan);
        assertTrue(file.size() > 100 * 60);
    }

    @Test
    void sameSeedGivesTheSameNumber() {
        byte[] other = new byte[32];
        other[0] = 1;
        assertEquals(digest(SEED), digest(SEED));
        assertNotEquals(digest(SEED), digest(Seed.of(other)));
    }
}
