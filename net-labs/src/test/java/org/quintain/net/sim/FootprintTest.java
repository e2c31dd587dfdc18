package org.quintain.net.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What a network costs: bytes are exact on any machine, so they are held fast here. */
class FootprintTest {
    private static final ThreadMXBean THREAD = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** Sends every frame that it gets back to the other one, without making anything. */
    private static final class Echo extends Node {
        private final byte[] frame;
        private long received;

        Echo(Network network, String name, byte[] frame) {
            super(network, name);
            this.frame = frame;
        }

        @Override
        protected void receive(Port port, byte[] ignored, int origin) {
            received++;
            port.send(frame);
        }
    }

    private static Network idleLan() {
        Network network = Network.standalone(Probe.seed(10));
        Switch middle = new Switch(network, "switch");
        Probe[] probes = new Probe[4];
        for (int i = 0; i < probes.length; i++) {
            probes[i] = new Probe(network, "p" + i, i);
            network.connect(probes[i], middle, LinkQuality.LAN);
        }
        for (int i = 0; i < probes.length; i++) {
            probes[i].sendTo(probes[(i + 1) % 4], i);
            network.advance(1000);
        }
        for (Probe probe : probes) {
            probe.arrivals.clear();
        }
        return network;
    }

    @Test
    void idleLanOfFourNodesThatHaveTalkedTakesFewKilobytes() {
        idleLan();
        long live = liveBytes(FootprintTest::idleLan, 500);
        assertTrue(live <= 8 * 1024, "bytes of an idle LAN without hosts: " + live);
    }

    /** Bytes that stay reachable for one of many. */
    private static long liveBytes(Supplier<?> maker, int count) {
        Object[] kept = new Object[count];
        long before = usedBytes();
        for (int i = 0; i < count; i++) {
            kept[i] = maker.get();
        }
        long after = usedBytes();
        assertEquals(count, kept.length);
        return (after - before) / count;
    }

    private static long usedBytes() {
        var memory = ManagementFactory.getMemoryMXBean();
        for (int i = 0; i < 3; i++) {
            memory.gc();
        }
        return memory.getHeapMemoryUsage().getUsed();
    }

    @Test
    void forwardedFrameAllocatesNothingThroughSwitchesAndTap() {
        Network network = Network.standalone(Probe.seed(11), new Limits(1000, 1L << 40));
        Switch left = new Switch(network, "left").filter(new DynamicArpInspection());
        Switch right = new Switch(network, "right").filter(new PortSecurity(2, PortSecurity.Violation.RESTRICT));
        Probe addresses = new Probe(network, "addresses", 1);
        Echo a = new Echo(network, "a", addresses.frameTo(2, 1));
        byte[] back = addresses.frameTo(addresses.mac, 2);
        back[11] = 2;
        back[6] = 0;
        Echo b = new Echo(network, "b", back);
        LinkQuality rough = LinkQuality.LAN.withJitter(20).withReordering(10_000, 30);
        network.connect(a, left, rough);
        network.connect(left, right, rough).addTap((micros, from, frame, origin) -> {});
        network.connect(right, b, rough.withBitsPerSecond(1_000_000_000));
        for (int i = 0; i < 10; i++) {
            a.port(0).send(addresses.frameTo(2, 1));
            network.advance(7);
        }
        network.advance(1_000_000);
        long frames = a.received + b.received;
        long before = THREAD.getCurrentThreadAllocatedBytes();
        network.advance(1_000_000);
        long allocated = THREAD.getCurrentThreadAllocatedBytes() - before;
        assertTrue(a.received + b.received > frames + 10_000);
        assertTrue(allocated < 1000, "bytes allocated for " + (a.received + b.received - frames) + ": " + allocated);
    }
}
