package org.quintain.net.sim.tcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quintain.net.sim.LinkQuality;
import org.quintain.net.wire.Endpoints;
import org.quintain.net.wire.Frames;
import org.quintain.net.wire.Icmpv4;
import org.quintain.net.wire.Ipv4Address;
import org.quintain.net.wire.Tcp;

/** What happens at each bound. */
class BoundsTest {
    private static final TcpPolicy FEW = TcpPolicy.DEFAULT.withLimits(
            TcpLimits.DEFAULT.withConnections(20, 5).withTimeWaitMicros(10_000_000));

    private final TwoHosts hosts = new TwoHosts(12, LinkQuality.LAN, TcpPolicy.DEFAULT, FEW);
    private final List<Recorder> accepted = new ArrayList<>();

    BoundsTest() {
        hosts.server.listen(80, connection -> {
            accepted.add(new Recorder());
            return accepted.get(accepted.size() - 1);
        });
    }

    private void syn(int from, int to) {
        Endpoints endpoints = new Endpoints(
                hosts.alice.mac(), Ipv4Address.of("192.168.1.77") + from / 100, hosts.bob.mac(), hosts.bob.address());
        hosts.alice.sendFrame(Frames.tcp(endpoints, 1000 + from, to, from, 0, Tcp.SYN, 1000, new byte[0]));
    }

    @Test
    void aFloodOfSynsFillsTheBacklogAndNotTheStack() {
        for (int i = 0; i < 1000; i++) {
            syn(i, 80);
        }
        hosts.network.advance(100_000);
        assertEquals(5, hosts.server.halfOpen(80));
        assertEquals(5, hosts.server.connections().size());
        assertEquals(995, hosts.server.droppedSyns());
        hosts.network.advance(300_000_000);
        assertEquals(0, hosts.server.halfOpen(80));
        assertEquals(List.of(), hosts.server.connections());
        assertEquals(List.of(), accepted);
    }

    @Test
    void aSegmentWithAWrongChecksumIsDroppedAndCounted() {
        Endpoints endpoints =
                new Endpoints(hosts.alice.mac(), hosts.alice.address(), hosts.bob.mac(), hosts.bob.address());
        byte[] frame = Frames.tcp(endpoints, 1000, 80, 7, 0, Tcp.SYN, 1000, new byte[0]);
        frame[34 + 16] ^= 1;
        hosts.alice.sendFrame(frame);
        hosts.network.advance(1000);
        assertEquals(1, hosts.server.droppedSegments());
        assertEquals(0, hosts.server.halfOpen(80));
    }

    @Test
    void aFullStackDropsSynsAndTheOldestInTimeWaitMakesRoom() {
        for (int i = 0; i < 30; i++) {
            hosts.client.connect(hosts.bob.address(), 80, new Recorder());
            hosts.network.advance(1000);
        }
        assertEquals(20, accepted.size());
        assertEquals(20, hosts.server.connections().size());
        assertTrue(hosts.server.droppedSyns() >= 10);
        TcpConnection first = hosts.server.connections().get(0);
        first.close();
        hosts.client.connections().get(0).close();
        hosts.network.advance(1000);
        assertEquals(TcpState.TIME_WAIT, first.state());
        hosts.network.advance(5_000_000);
        assertEquals(TcpState.CLOSED, first.state());
        assertEquals(21, accepted.size());
    }

    @Test
    void aConnectionThatFindsNoRoomEndsAtOnceAndSaysSo() {
        Recorder recorder = new Recorder();
        for (int i = 0; i < 20; i++) {
            hosts.server.connect(hosts.alice.address(), 80, new Recorder());
        }
        TcpConnection c = hosts.server.connect(hosts.alice.address(), 80, recorder);
        assertEquals(TcpState.CLOSED, c.state());
        assertEquals(List.of("NO_ROOM"), recorder.told);
        assertEquals(0, c.send(new byte[1]));
        c.close();
        c.abort();
        assertEquals(List.of("NO_ROOM"), recorder.told);
    }

    @Test
    void aRefusedPeerIsReset() {
        hosts.server.listen(81, connection -> null);
        Recorder recorder = new Recorder();
        hosts.client.connect(hosts.bob.address(), 81, recorder);
        hosts.server.listen(82, connection -> new Recorder());
        Recorder late = new Recorder();
        hosts.client.connect(hosts.bob.address(), 82, late);
        hosts.network.advanceUntil(() -> hosts.server.halfOpen(82) == 1, 1_000_000);
        hosts.server.unlisten(82);
        hosts.network.advance(1_000_000);
        assertEquals(List.of("connected", "RESET"), recorder.told);
        assertEquals(List.of("connected", "RESET"), late.told);
        assertEquals(List.of(), hosts.server.connections());
    }

    @Test
    void anUnreachablePortEndsOnlyAConnectionThatIsBeingOpened() {
        Recorder opening = new Recorder();
        TcpConnection c = hosts.client.connect(hosts.bob.address(), 80, opening);
        hosts.network.advance(1_000_000);
        assertEquals(TcpState.ESTABLISHED, c.state());
        unreachable(c, c.initialSendSequence());
        unreachable(c, c.sendNext());
        assertEquals(TcpState.ESTABLISHED, c.state());
        hosts.link.setUp(false);
        Recorder refused = new Recorder();
        TcpConnection second = hosts.client.connect(hosts.bob.address(), 80, refused);
        hosts.link.setUp(true);
        unreachable(second, second.initialSendSequence() + 1);
        assertEquals(TcpState.SYN_SENT, second.state());
        unreachable(second, second.initialSendSequence());
        assertEquals(List.of("REFUSED"), refused.told);
    }

    /** Bob's ICMP error about a segment of Alice's. */
    private void unreachable(TcpConnection c, int sequence) {
        Endpoints endpoints =
                new Endpoints(hosts.alice.mac(), hosts.alice.address(), hosts.bob.mac(), hosts.bob.address());
        byte[] quoted = Frames.tcp(endpoints, c.localPort(), c.remotePort(), sequence, 0, Tcp.SYN, 0, new byte[0]);
        byte[] payload = java.util.Arrays.copyOfRange(quoted, 14, 14 + 28);
        hosts.bob.sendFrame(Frames.icmp(endpoints.swapped(), Icmpv4.UNREACHABLE, Icmpv4.CODE_PORT, 0, payload));
        hosts.network.advance(1000);
    }

    @Test
    void aHandlerMayAbortInAnyCallback() {
        for (String when : List.of("connected", "data", "peerClosed", "writable")) {
            TwoHosts two = new TwoHosts(13, LinkQuality.LAN);
            Sender peer = new Sender(1, 200_000);
            two.server.listen(80, connection -> peer);
            Sender aborter = new Sender(2, 200_000) {
                private void at(String what, TcpConnection c) {
                    if (what.equals(when)) {
                        c.abort();
                        c.abort();
                        c.close();
                        c.resume();
                        assertEquals(0, c.send(new byte[10]));
                    }
                }

                @Override
                public void connected(TcpConnection c) {
                    super.connected(c);
                    at("connected", c);
                }

                @Override
                public void data(TcpConnection c, byte[] array, int offset, int lengthBytes) {
                    at("data", c);
                }

                @Override
                public void peerClosed(TcpConnection c) {
                    at("peerClosed", c);
                }

                @Override
                public void writable(TcpConnection c) {
                    super.writable(c);
                    at("writable", c);
                }
            };
            TcpConnection c = two.client.connect(two.bob.address(), 80, aborter);
            two.network.advance(60_000_000);
            assertEquals(TcpState.CLOSED, c.state(), when);
            assertEquals(1, aborter.told.stream().filter("ABORTED"::equals).count(), when);
            // Aborted before the server has its acknowledgment, the connection was never accepted.
            boolean isUnknown = when.equals("connected") && peer.told.isEmpty();
            assertTrue(isUnknown || peer.told.contains("RESET") || peer.told.contains("NORMAL"), when + peer.told);
            assertEquals(List.of(), two.client.connections(), when);
            assertEquals(List.of(), two.server.connections(), when);
        }
    }
}
