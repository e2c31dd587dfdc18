package org.quintain.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.quintain.benchmarks.BareNetworks.BareHeap;
import org.quintain.benchmarks.BareNetworks.ObjectNetwork;
import org.quintain.core.derive.Seed;
import org.quintain.net.sim.Limits;
import org.quintain.net.sim.LinkQuality;
import org.quintain.net.sim.Network;
import org.quintain.net.sim.Node;
import org.quintain.net.sim.Port;
import org.quintain.net.sim.Switch;
import org.quintain.net.sim.Tap;
import org.quintain.net.wire.Endpoints;
import org.quintain.net.wire.Frames;
import org.quintain.net.wire.Ipv4Address;
import org.quintain.net.wire.MacAddress;

/**
 * One frame of 60 bytes delivered from one station through a learning switch to another, with a tap on a link: two
 * events a frame. 64 frames are always on their way; a station answers each with a frame that it has ready.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class SimulatorBenchmark {
    private static final int FRAMES = 10_000;
    private static final int ON_THE_WAY = 64;
    private static final long MAC_A = MacAddress.of("02:00:5e:00:53:01");
    private static final long MAC_B = MacAddress.of("02:00:5e:00:53:02");
    private static final Endpoints A_TO_B =
            new Endpoints(MAC_A, Ipv4Address.of("192.168.1.1"), MAC_B, Ipv4Address.of("192.168.1.2"));

    private static final class Station extends Node {
        private final byte[] reply;
        private long received;

        Station(Network network, String name, byte[] reply) {
            super(network, name);
            this.reply = reply;
        }

        @Override
        protected void receive(Port port, byte[] frame, int origin) {
            received++;
            port.send(reply);
        }
    }

    private static final class CountingTap implements Tap {
        private long seen;

        @Override
        public void sent(long micros, Port from, byte[] frame, int origin) {
            seen += micros;
        }
    }

    private static byte[] frame(Endpoints endpoints) {
        return Frames.udp(endpoints, 1024, 1024, new byte[18]);
    }

    /** Two stations, a switch and a tap. */
    @State(Scope.Benchmark)
    public static class Ours {
        private final Network network = Network.standalone(Seed.of(new byte[32]), new Limits(1000, 1L << 40));
        private final Switch middle = new Switch(network, "switch");
        private final Station a = new Station(network, "a", frame(A_TO_B));
        private final Station b = new Station(network, "b", frame(A_TO_B.swapped()));
        private final CountingTap tap = new CountingTap();
        private long wanted;

        /** Sends the first frames. */
        public Ours() {
            network.connect(a, middle, LinkQuality.LAN);
            network.connect(b, middle, LinkQuality.LAN).addTap(tap);
            for (int i = 0; i < ON_THE_WAY; i++) {
                a.port(0).send(a.reply);
                network.advance(1);
            }
            if (run(1000) < 1000 || middle.floodedFrames() > ON_THE_WAY || tap.seen == 0) {
                throw new IllegalStateException("frames that are delivered, not flooded, and seen wanted");
            }
        }

        long run(int frames) {
            wanted = a.received + b.received + frames;
            network.advanceUntil(() -> a.received + b.received >= wanted, Long.MAX_VALUE >>> 8);
            return a.received + b.received;
        }
    }

    /** The same with an object for everything. */
    @State(Scope.Benchmark)
    public static class Objects {
        private long seen;
        private final ObjectNetwork network =
                new ObjectNetwork(frame(A_TO_B), frame(A_TO_B.swapped()), ON_THE_WAY, time -> seen += time);

        long run(int frames) {
            return network.run(frames);
        }
    }

    /** The heap alone. */
    @State(Scope.Benchmark)
    public static class Heap {
        private final BareHeap heap = new BareHeap(ON_THE_WAY);
    }

    /** Ours. */
    @Benchmark
    @OperationsPerInvocation(FRAMES)
    public long frameOurs(Ours ours) {
        return ours.run(FRAMES);
    }

    /** Peer. */
    @Benchmark
    @OperationsPerInvocation(FRAMES)
    public long frameObjects(Objects objects) {
        return objects.run(FRAMES);
    }

    /** Limit: two events a frame. */
    @Benchmark
    @OperationsPerInvocation(FRAMES)
    public long frameLimit(Heap heap) {
        return heap.heap.run(2L * FRAMES);
    }
}
