package org.quintain.net.sim.tcp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quintain.core.derive.Noise;
import org.quintain.core.derive.Seed;
import org.quintain.net.sim.Limits;
import org.quintain.net.sim.LinkQuality;
import org.quintain.net.sim.Network;
import org.quintain.net.sim.Node;
import org.quintain.net.sim.Port;
import org.quintain.net.sim.Segment;
import org.quintain.net.sim.host.Host;
import org.quintain.net.sim.host.HostPolicy;
import org.quintain.net.wire.Flaw;
import org.quintain.net.wire.Ipv4;
import org.quintain.net.wire.Ipv4Address;
import org.quintain.net.wire.MacAddress;
import org.quintain.net.wire.Tcp;

/**
 * Mutated, truncated and replayed segments at two stacks that talk to each other: 50,000 in the build, more with
 * {@code -Dquintain.hostile.frames=1000000}.
 */
class HostileSegmentsTest {
    private static final int FRAMES = Integer.getInteger("quintain.hostile.frames", 50_000);
    private static final TcpLimits LIMITS = TcpLimits.DEFAULT
            .withConnections(40, 10)
            .withBuffers(8_000, 8_000)
            .withTimeWaitMicros(2_000_000)
            .withRetransmissions(3, 2);

    /** Hears everything and sends again what it heard, changed. */
    private static final class Mallory extends Node {
        private final List<byte[]> heard = new ArrayList<>();
        private final Noise chance = network().noise("mutations");
        private final Ipv4 ip = new Ipv4();
        private final Tcp tcp = new Tcp();

        Mallory(Network network) {
            super(network, "mallory");
        }

        @Override
        protected void receive(Port port, byte[] frame, int origin) {
            if (heard.size() == 64) {
                heard.remove(chance.below(64));
            }
            heard.add(frame);
        }

        void attack() {
            if (heard.isEmpty()) {
                return;
            }
            byte[] frame = heard.get(chance.below(heard.size())).clone();
            if (chance.below(10) == 0) {
                frame = java.util.Arrays.copyOf(frame, chance.below(frame.length + 1));
            }
            boolean isTcp = frame.length >= 54 && ip.wrap(frame, 14, frame.length) == Flaw.NONE && ip.protocol() == 6;
            if (!isTcp || chance.below(10) == 0) {
                for (int i = chance.below(6); i > 0 && frame.length > 0; i--) {
                    frame[chance.below(frame.length)] = (byte) chance.nextLong();
                }
            } else {
                mutate(frame);
            }
            port(0).send(frame);
        }

        /** Changes single fields and makes the checksum right, so that the segment gets far. */
        private void mutate(byte[] frame) {
            tcp.place(frame, ip.payloadOffset(), ip.limit());
            if (chance.below(2) == 0) {
                tcp.flags((int) chance.nextLong());
            }
            if (chance.below(2) == 0) {
                tcp.sequenceNumber(tcp.sequenceNumber() + near());
            }
            if (chance.below(2) == 0) {
                tcp.acknowledgmentNumber(tcp.acknowledgmentNumber() + near());
            }
            if (chance.below(4) == 0) {
                tcp.window(chance.below(3) == 0 ? 0 : chance.below(65_536));
            }
            if (chance.below(8) == 0) {
                tcp.dataOffsetWords(chance.below(16));
            }
            if (chance.below(8) == 0) {
                tcp.sourcePort(49_152 + chance.below(200));
            }
            tcp.writeChecksum(ip);
        }

        private int near() {
            return switch (chance.below(3)) {
                case 0 -> chance.below(41) - 20;
                case 1 -> chance.below(140_001) - 70_000;
                default -> (int) chance.nextLong();
            };
        }
    }

    private static Host host(Network network, String name, int number, Segment segment) {
        Host host = new Host(network, name, MacAddress.local(number), HostPolicy.DEFAULT)
                .address(Ipv4Address.of("192.168.1." + number), 24);
        network.connect(
                host, segment, LinkQuality.LAN.withReordering(50_000, 300).withDuplicates(50_000));
        return host;
    }

    @Test
    void nothingThatComesMakesAStackThrowOrGrowWithoutBound() {
        for (SegmentChecks checks : SegmentChecks.values()) {
            for (OverlapRules overlap : OverlapRules.values()) {
                attack(TcpPolicy.DEFAULT.withChecks(checks).withOverlap(overlap).withLimits(LIMITS), FRAMES / 6 + 1);
            }
        }
    }

    private static void attack(TcpPolicy policy, int frames) {
        Network network = Network.standalone(Seed.of(new byte[32]), new Limits(2000, 1L << 40));
        Segment segment = new Segment(network, "hub");
        Host alice = host(network, "alice", 1, segment);
        Host bob = host(network, "bob", 2, segment);
        Mallory mallory = new Mallory(network);
        network.connect(mallory, segment, LinkQuality.LAN);
        TcpStack client = TcpStack.on(alice, policy);
        TcpStack server = TcpStack.on(bob, policy);
        LineServer lines = new LineServer(ConversationTest.FILES);
        server.listen(21, lines);
        server.listen(80, connection -> new Sender(1, 3_000));
        for (int i = 0; i < frames; i++) {
            if (i % 50 == 0) {
                Typist typist = new Typist(network, network.noise("t"), 5000, ConversationTest.KEEPER);
                client.connect(bob.address(), 21, typist);
                client.connect(bob.address(), 80, new Sender(2, 3_000));
            }
            if (i % 2000 == 1999) {
                // Without keep-alives, sessions whose text was forged wait forever: their owners give up.
                client.connections().forEach(TcpConnection::abort);
                server.connections().forEach(TcpConnection::abort);
            }
            mallory.attack();
            network.advance(mallory.chance.below(1000));
            if (i % 100 == 0) {
                check(client, network);
                check(server, network);
            }
        }
        network.advance(600_000_000);
        assertTrue(!network.isSpent());
        assertEquals(0, client.halfOpen(21));
        assertEquals(0, server.halfOpen(21));
        assertEquals(0, server.halfOpen(80));
        // The attack went deep: whole sessions and forged resets, segments for nobody, wrong checksums.
        assertTrue(lines.sessions().stream().anyMatch(session -> session.closeReason() == CloseReason.NORMAL));
        assertTrue(lines.sessions().stream().anyMatch(session -> session.closeReason() == CloseReason.RESET));
        assertTrue(server.resetsSent() > 0 && server.droppedSegments() > 0);
        aNewConnectionWorks(network, client, server, bob);
    }

    private static void check(TcpStack stack, Network network) {
        int halfOpen = 0;
        List<TcpConnection> all = stack.connections();
        assertTrue(all.size() <= LIMITS.maxConnections());
        for (TcpConnection c : all) {
            halfOpen += c.isPassive() && c.state() == TcpState.SYN_RECEIVED ? 1 : 0;
            assertTrue(c.bytesHeld() <= LIMITS.windowBytes(), c::toString);
            assertTrue(c.bytesUnacknowledged() <= LIMITS.sendBufferBytes(), c::toString);
            assertTrue(c.receiveWindow() <= LIMITS.windowBytes(), c::toString);
            assertTrue(c.sendNext() - c.sendUnacknowledged() >= 0, c::toString);
            assertTrue(c.sendNext() - c.sendUnacknowledged() <= LIMITS.sendBufferBytes() + 1, c::toString);
            assertTrue(c.journal().size() <= TcpConnection.JOURNAL_LINES, c::toString);
        }
        assertEquals(stack.halfOpen(21) + stack.halfOpen(80), halfOpen);
        assertTrue(stack.halfOpen(21) <= LIMITS.backlog());
        assertTrue(network.framesInFlight() < 2000);
    }

    private static void aNewConnectionWorks(Network network, TcpStack client, TcpStack server, Host bob) {
        server.connections().forEach(TcpConnection::abort);
        client.connections().forEach(TcpConnection::abort);
        network.advance(600_000_000);
        Sender atServer = new Sender(3, 1000);
        server.listen(90, connection -> atServer);
        Sender atClient = new Sender(4, 1000);
        client.connect(bob.address(), 90, atClient);
        network.advance(60_000_000);
        assertArrayEquals(atClient.text, atServer.bytes.toByteArray());
        assertArrayEquals(atServer.text, atClient.bytes.toByteArray());
    }
}
