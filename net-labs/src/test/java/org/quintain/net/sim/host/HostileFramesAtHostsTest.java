package org.quintain.net.sim.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quintain.core.derive.Noise;
import org.quintain.core.derive.Seed;
import org.quintain.net.sim.DigestTap;
import org.quintain.net.sim.Limits;
import org.quintain.net.sim.LinkQuality;
import org.quintain.net.sim.Network;
import org.quintain.net.sim.Switch;
import org.quintain.net.wire.Arp;
import org.quintain.net.wire.Endpoints;
import org.quintain.net.wire.Ethernet;
import org.quintain.net.wire.Frames;
import org.quintain.net.wire.Icmpv4;
import org.quintain.net.wire.Ipv4;
import org.quintain.net.wire.Ipv4Address;
import org.quintain.net.wire.MacAddress;
import org.quintain.net.wire.Udp;

/**
 * Truncated and mutated frames at hosts of every policy and at a router: 50,000 in the build, more with
 * {@code -Dquintain.hostile.frames=1000000}.
 */
class HostileFramesAtHostsTest {
    private static final int FRAMES = Integer.getInteger("quintain.hostile.frames", 50_000);
    private static final int ATTACKER = SmallLan.address(66);

    /** A network of victims and the attacker's host, whose frames go past its stack. */
    private static final class Target {
        final Network network = Network.standalone(seed(), new Limits(4000, 1L << 40));
        final DigestTap digest = new DigestTap();
        final Noise noise = network.noise("mutations");
        final Switch middle = new Switch(network, "middle", 64, 1_000_000);
        final Host attacker = host("attacker", 66, HostPolicy.DEFAULT);
        final List<Host> victims = new ArrayList<>();
        final Router router = new Router(network, "router", HostPolicy.DEFAULT);
        final List<byte[]> seeds = new ArrayList<>();

        Target() {
            network.addTap(digest);
            OverlapBehaviour[] overlaps = OverlapBehaviour.values();
            ArpBehaviour[] arps = ArpBehaviour.values();
            for (int i = 0; i < overlaps.length; i++) {
                HostPolicy policy = HostPolicy.DEFAULT
                        .withOverlap(overlaps[i])
                        .withArp(arps[i % arps.length])
                        .withChecksumVerified(i % 2 == 0)
                        .withReassembly(50_000, 8, 131_072);
                victims.add(host("victim" + i, 1 + i, policy));
            }
            for (Host victim : victims) {
                victim.bind(
                        7,
                        (socket, packet, datagram) -> socket.send(
                                packet.source(),
                                datagram.sourcePort(),
                                datagram.array(),
                                datagram.payloadOffset(),
                                datagram.payloadLengthBytes()));
                victim.protocol(Ipv4.PROTOCOL_TCP, packet -> victim.sendError(Icmpv4.UNREACHABLE, 3, packet));
                addSeeds(victim);
            }
            router.attach(middle, LinkQuality.LAN, MacAddress.local(250), SmallLan.address(250), 24);
            Switch outside = new Switch(network, "outside");
            router.attach(outside, LinkQuality.LAN, MacAddress.local(251), Ipv4Address.of("203.0.113.1"), 24)
                    .mtuBytes(576);
            Endpoints across =
                    new Endpoints(attacker.mac(), ATTACKER, MacAddress.local(250), Ipv4Address.of("203.0.113.9"));
            seeds.add(Frames.udp(across, 1, 7, new byte[1000]));
            seeds.add(Frames.icmpEchoRequest(across, 1, 7, new byte[10]));
        }

        private Host host(String name, int number, HostPolicy policy) {
            Host host = new Host(network, name, MacAddress.local(number), policy)
                    .address(SmallLan.address(number), 24)
                    .gateway(SmallLan.address(250));
            network.connect(host, middle, LinkQuality.LAN);
            return host;
        }

        private void addSeeds(Host victim) {
            Endpoints way = new Endpoints(attacker.mac(), ATTACKER, victim.mac(), victim.address());
            byte[] datagram = Frames.udp(way, 1000, 7, new byte[200]);
            seeds.add(Frames.arpRequest(attacker.mac(), ATTACKER, victim.address()));
            seeds.add(Frames.arp(victim.mac(), attacker.mac(), Arp.REPLY, attacker.mac(), ATTACKER, 0, 0));
            seeds.add(datagram);
            seeds.add(Frames.udp(way, 1000, 99, new byte[20]));
            seeds.add(Frames.icmpEchoRequest(way, 1, 2, new byte[100]));
            seeds.add(Frames.icmp(
                    way, Icmpv4.UNREACHABLE, 3, 0, Arrays.copyOfRange(datagram, 14, 14 + 28 + noise.below(20))));
            seeds.add(Frames.tcp(way, 1, 80, 1, 1, 2, 1000, new byte[10]));
            seeds.addAll(Frames.fragments(datagram, 84, 7));
            seeds.add(Frames.fragment(way, 17, 7, 65_000, false, new byte[300]));
        }

        private static Seed seed() {
            byte[] key = new byte[32];
            Arrays.fill(key, (byte) 6);
            return Seed.of(key);
        }

        void run(int frames) {
            for (byte[] frame : seeds) {
                for (int length = 0; length <= Math.min(frame.length, 120); length++) {
                    send(Arrays.copyOf(frame, length));
                }
            }
            for (int i = 0; i < frames; i++) {
                send(mutated(seeds.get(noise.below(seeds.size()))));
            }
        }

        private void send(byte[] frame) {
            attacker.sendFrame(frame);
            network.advance(noise.below(100));
            assertTrue(network.framesInFlight() <= 4000);
        }

        /** Cut or lengthened, some bytes changed, most with the checksums made right again. */
        private byte[] mutated(byte[] seed) {
            byte[] frame = Arrays.copyOf(seed, noise.below(5) == 0 ? noise.below(1514) : seed.length);
            for (int i = noise.below(4); i > 0 && frame.length > 0; i--) {
                int at = noise.below(Math.min(frame.length, 60));
                frame[at] = (byte) (noise.below(3) == 0 ? -noise.below(2) : noise.nextLong());
            }
            if (noise.below(4) > 0) {
                repair(frame);
            }
            return frame;
        }

        private static void repair(byte[] frame) {
            Ipv4 ip = new Ipv4();
            if (frame.length < Ethernet.LENGTH_BYTES
                    || ip.wrap(frame, Ethernet.LENGTH_BYTES, frame.length).isFlaw()) {
                return;
            }
            ip.writeChecksum();
            Udp udp = new Udp();
            Icmpv4 icmp = new Icmpv4();
            if (ip.protocol() == Ipv4.PROTOCOL_UDP && !udp.wrap(ip).isFlaw()) {
                udp.writeChecksum(ip);
            } else if (ip.protocol() == Ipv4.PROTOCOL_ICMP && !icmp.wrap(ip).isFlaw()) {
                icmp.writeChecksum();
            }
        }
    }

    @Test
    void hostsAndRouterThrowNothingAndKeepNothingWithoutBound() {
        Target target = new Target();
        target.run(FRAMES);
        long echoes = 0;
        long reassembled = 0;
        for (Host victim : target.victims) {
            StackCounters counters = victim.counters();
            assertTrue(victim.waitingFragmentedPackets() <= 8);
            assertTrue(victim.arpCache().addresses().size() <= 256);
            assertTrue(counters.receivedPackets() > 100 && counters.malformedPackets() > 100, victim.name());
            echoes += counters.sentPackets();
            reassembled += counters.reassembledPackets();
        }
        assertTrue(echoes > FRAMES / 20, "answers: " + echoes);
        assertTrue(reassembled > FRAMES / 5000, "packets put together: " + reassembled);
        assertTrue(target.router.counters().forwardedPackets() > 0
                && target.router.counters().icmpErrorsSent() > 0);
        target.network.advance(60_000_000);
        assertEquals(0, target.network.framesInFlight());
        for (Host victim : target.victims) {
            assertEquals(0, victim.waitingFragmentedPackets());
        }
        assertTrue(!target.network.isSpent());
    }

    @Test
    void sameSeedGivesTheSameFramesBitForBit() {
        Target one = new Target();
        Target other = new Target();
        one.run(2000);
        other.run(2000);
        assertEquals(one.digest.takeHex(), other.digest.takeHex());
    }
}
