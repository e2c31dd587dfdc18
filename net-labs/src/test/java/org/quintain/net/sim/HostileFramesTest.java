package org.quintain.net.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.quintain.core.Budget;
import org.quintain.core.Meter;
import org.quintain.core.derive.Noise;
import org.quintain.net.sim.PortSecurity.Violation;
import org.quintain.net.wire.Endpoints;
import org.quintain.net.wire.Frames;
import org.quintain.net.wire.Ipv4Address;
import org.quintain.net.wire.MacAddress;

/**
 * Truncated and mutated frames at switches, segments, filters and the card: 50,000 in the build, more with
 * {@code -Dquintain.hostile.frames=1000000}.
 */
class HostileFramesTest {
    private static final int FRAMES = Integer.getInteger("quintain.hostile.frames", 50_000);
    private static final int IP = Ipv4Address.of("192.168.7.1");
    private static final int PEER = Ipv4Address.of("192.168.7.2");

    private final Network network = Network.standalone(Probe.seed(9), new Limits(2000, 1L << 40));
    private final Noise noise = network.noise("mutations");
    private final Switch left = new Switch(network, "left", 64, 100_000);
    private final Switch right = new Switch(network, "right", 64, 100_000);
    private final Segment hub = new Segment(network, "hub");
    private final LearnerCard card = new LearnerCard(network, "card", 3, new Meter(Budget.unlimited()), 100);
    private final Probe attacker = probe("attacker", left);
    private final Probe trunk = probe("trunk", left);
    private final Sink sink = new Sink();
    private final PortSecurity security = new PortSecurity(4, Violation.RESTRICT);

    private final class Sink extends Node {
        private long frames;

        Sink() {
            super(network, "sink");
            network.connect(this, right, LinkQuality.LAN);
        }

        @Override
        protected void receive(Port port, byte[] frame, int origin) {
            frames++;
        }
    }

    private Probe probe(String name, Node at) {
        Probe probe = new Probe(network, name, 1) {
            @Override
            protected void receive(Port port, byte[] frame, int origin) {}
        };
        network.connect(probe, at, LinkQuality.LAN.withReordering(100_000, 300).withDuplicates(100_000));
        return probe;
    }

    HostileFramesTest() {
        Link between = network.connect(left, right, LinkQuality.LAN.withJitter(30));
        network.connect(right, hub, LinkQuality.LAN);
        network.connect(hub, card, LinkQuality.LAN);
        left.trunk(left.port(1), 0, 1, 2).trunk(between.portOf(left), 1, 2);
        right.trunk(between.portOf(right), 1, 2).filter(security);
        DynamicArpInspection inspection = new DynamicArpInspection();
        inspection.bind(IP, attacker.mac, left.port(0));
        left.filter(inspection);
    }

    @Test
    void framesOfAnyBytesMakeNoExceptionAndNoQueueGrowWithoutBound() {
        byte[][] seeds = {
            Frames.arpRequest(attacker.mac, IP, PEER),
            Frames.arpReply(attacker.mac, PEER, MacAddress.local(2), IP),
            Frames.gratuitousArp(attacker.mac, IP),
            Frames.udp(new Endpoints(attacker.mac, IP, MacAddress.local(2), PEER), 1000, 2000, new byte[300]),
            tagged(Frames.arpReply(attacker.mac, IP, MacAddress.BROADCAST, PEER), 1),
            tagged(tagged(Frames.gratuitousArp(attacker.mac, IP), 2), 1),
            new byte[Network.MAX_FRAME_BYTES],
        };
        for (byte[] seed : seeds) {
            for (int length = 0; length <= Math.min(seed.length, 64); length++) {
                send(Arrays.copyOf(seed, length));
            }
        }
        for (int i = 0; i < FRAMES; i++) {
            send(mutated(seeds[noise.below(seeds.length)]));
        }
        network.advance(10_000_000);
        assertTrue(sink.frames > FRAMES / 10, "most are dropped, but not all: " + sink.frames);
        assertTrue(left.filteredFrames() > 0 && left.malformedFrames() > 0 && left.refusedVlanFrames() > 0);
        assertTrue(left.tableEntries() <= 64 && right.tableEntries() <= 64);
        assertEquals(0, network.framesInFlight());
        assertEquals(100, card.card().advance(0));
        assertTrue(card.card().droppedFrames() > 0);
    }

    private void send(byte[] frame) {
        (noise.below(3) == 0 ? trunk : attacker).send(frame);
        network.advance(noise.below(20));
        assertTrue(network.framesInFlight() <= 2000);
    }

    /** Cut, lengthened, or with some bytes changed; one in ten all random. */
    private byte[] mutated(byte[] seed) {
        int kind = noise.below(10);
        int length = kind < 3 ? noise.below(Network.MAX_FRAME_BYTES + 100) : seed.length;
        byte[] frame = Arrays.copyOf(seed, length);
        if (kind == 0) {
            noise.fill(frame);
        }
        for (int i = noise.below(4); i > 0 && length > 0; i--) {
            int at = noise.below(Math.min(length, noise.below(2) == 0 ? 20 : 60));
            frame[at] = (byte) (noise.below(3) == 0 ? -noise.below(2) : noise.nextLong());
        }
        return frame;
    }

    private static byte[] tagged(byte[] frame, int vlan) {
        byte[] copy = new byte[frame.length + 4];
        System.arraycopy(frame, 0, copy, 0, 12);
        copy[12] = (byte) 0x81;
        copy[15] = (byte) vlan;
        System.arraycopy(frame, 12, copy, 16, frame.length - 12);
        return copy;
    }
}
