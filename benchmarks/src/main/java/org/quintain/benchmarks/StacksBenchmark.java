package org.quintain.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.quintain.core.derive.Seed;
import org.quintain.net.sim.Limits;
import org.quintain.net.sim.LinkQuality;
import org.quintain.net.sim.Network;
import org.quintain.net.sim.Switch;
import org.quintain.net.sim.host.Host;
import org.quintain.net.sim.host.HostPolicy;
import org.quintain.net.sim.host.UdpHandler;
import org.quintain.net.sim.host.UdpSocket;
import org.quintain.net.wire.Ipv4Address;
import org.quintain.net.wire.MacAddress;

/**
 * One UDP datagram of 18 bytes, a frame of 60, sent by one host's stack through a learning switch and a tap to another's,
 * which verifies its checksums and echoes it in a new frame. 16 datagrams are always on their way.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class StacksBenchmark {
    private static final int DATAGRAMS = 10_000;
    private static final int ON_THE_WAY = 16;

    /** Two hosts, a switch and a tap. */
    @State(Scope.Benchmark)
    public static class Ours {
        private final Network network = Network.standalone(Seed.of(new byte[32]), new Limits(1000, 1L << 40));
        private long received;
        private long seen;

        /** Sends the first datagrams. */
        public Ours() {
            Host alice = host("alice", "02:00:5e:00:53:01", "192.168.1.1");
            Host bob = host("bob", "02:00:5e:00:53:02", "192.168.1.2");
            Switch middle = new Switch(network, "switch");
            network.connect(alice, middle, LinkQuality.LAN);
            network.connect(bob, middle, LinkQuality.LAN).addTap((micros, from, frame, origin) -> seen++);
            UdpHandler echo = (socket, packet, datagram) -> {
                received++;
                socket.send(
                        packet.source(),
                        datagram.sourcePort(),
                        datagram.array(),
                        datagram.payloadOffset(),
                        datagram.payloadLengthBytes());
            };
            bob.bind(7, echo);
            UdpSocket socket = alice.bind(1024, echo);
            alice.arpCache().putStatic(bob.address(), bob.mac());
            bob.arpCache().putStatic(alice.address(), alice.mac());
            for (int i = 0; i < ON_THE_WAY; i++) {
                socket.send(bob.address(), 7, new byte[18]);
                network.advance(1);
            }
            if (run(1000) < 1000 || seen < 500) {
                throw new IllegalStateException("datagrams that are echoed and seen wanted");
            }
        }

        private Host host(String name, String mac, String address) {
            return new Host(network, name, MacAddress.of(mac), HostPolicy.DEFAULT).address(Ipv4Address.of(address), 24);
        }

        long run(int datagrams) {
            long wanted = received + datagrams;
            network.advanceUntil(() -> received >= wanted, Long.MAX_VALUE >>> 8);
            return received;
        }
    }

    /** Ours. */
    @Benchmark
    @OperationsPerInvocation(DATAGRAMS)
    public long datagramOurs(Ours ours) {
        return ours.run(DATAGRAMS);
    }

    /** Limit: the same way of a frame that is ready, without stacks. */
    @Benchmark
    @OperationsPerInvocation(DATAGRAMS)
    public long datagramLimit(SimulatorBenchmark.Ours bare) {
        return bare.run(DATAGRAMS);
    }

    /** Peer: a simple simulator that makes an object for every event, without stacks and bounds. */
    @Benchmark
    @OperationsPerInvocation(DATAGRAMS)
    public long datagramObjects(SimulatorBenchmark.Objects objects) {
        return objects.run(DATAGRAMS);
    }
}
