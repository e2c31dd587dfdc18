package org.quintain.net.sim.tcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quintain.net.wire.Tcp;

/** Windows: RFC 9293 sections 3.7.1 (MSS), 3.7.4 (Nagle), 3.8.6 and 3.10.7.4. */
class WindowTest {
    private static final TcpPolicy SMALL =
            TcpPolicy.DEFAULT.withLimits(TcpLimits.DEFAULT.withBuffers(10, 100).withMaxSegmentBytes(4));

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Test
    void noMoreIsSentThanThePeersWindowTakes() {
        ScriptedPeer a = ScriptedPeer.established(TcpPolicy.DEFAULT);
        a.arrive(301, 101, Tcp.ACK, 6, "");
        a.connection().send(ascii("abcdefgh"));
        assertEquals(List.of("<SEQ=101><ACK=301><DATA=abcdef><CTL=ACK>"), halfWindowOrNothing(a));
        a.arrive(301, 107, Tcp.ACK, 6, "");
        assertEquals(List.of("<SEQ=107><ACK=301><DATA=gh><CTL=ACK>"), a.takeSent());
    }

    /** Six bytes are little beside the window of 5,000 that was given once: they wait for the override timer. */
    private static List<String> halfWindowOrNothing(ScriptedPeer a) {
        assertEquals(List.of(), a.takeSent());
        a.network.advance(500_000);
        return a.takeSent();
    }

    @Test
    void aClosedWindowIsProbedAsLongAsThePeerAnswers() {
        ScriptedPeer a = ScriptedPeer.established(TcpPolicy.DEFAULT);
        a.arrive(301, 101, Tcp.ACK, 0, "");
        TcpConnection c = a.connection();
        c.send(ascii("abc"));
        assertEquals(List.of(), a.takeSent());
        for (int i = 0; i < 100; i++) {
            a.network.advance(60_000_000);
            assertEquals("<SEQ=101><ACK=301><DATA=a><CTL=ACK>", a.takeSent().get(0), "probe " + i);
            a.arrive(301, 101, Tcp.ACK, 0, "");
        }
        a.arrive(301, 101, Tcp.ACK, 5000, "");
        assertEquals(List.of("<SEQ=101><ACK=301><DATA=abc><CTL=ACK>"), a.takeSent());
        assertEquals(List.of("connected"), a.recorder.told);
        assertTrue(c.journal().stream().anyMatch(e -> e.kind() == TcpEvent.Kind.PROBED));
    }

    @Test
    void aClosedWindowOfAPeerThatIsGoneIsGivenUp() {
        ScriptedPeer a = ScriptedPeer.established(TcpPolicy.DEFAULT);
        a.arrive(301, 101, Tcp.ACK, 0, "");
        a.connection().send(ascii("abc"));
        a.network.advance(600_000_000);
        assertEquals(List.of("connected", "TIMED_OUT"), a.recorder.told);
    }

    @Test
    void whoDoesNotReadClosesTheWindowAndNothingBeyondItIsTaken() {
        ScriptedPeer a = ScriptedPeer.established(SMALL);
        TcpConnection c = a.connection();
        c.pause();
        a.arrive(301, 101, Tcp.ACK, "0123456");
        assertEquals(10 - 7, c.receiveWindow());
        a.arrive(308, 101, Tcp.ACK, "789abc");
        assertEquals(0, c.receiveWindow());
        assertEquals(List.of("<SEQ=101><ACK=308><CTL=ACK>", "<SEQ=101><ACK=311><CTL=ACK>"), a.takeSent());
        a.arrive(311, 101, Tcp.ACK, "x");
        assertEquals(List.of("<SEQ=101><ACK=311><CTL=ACK>"), a.takeSent());
        assertEquals(10, c.bytesHeld());
        assertEquals("", a.recorder.text());
        c.resume();
        assertEquals("0123456789", a.recorder.text());
        assertEquals(List.of("<SEQ=101><ACK=311><CTL=ACK>"), a.takeSent());
        assertEquals(10, c.receiveWindow());
    }

    @Test
    void aProbeOfTheOwnClosedWindowBringsItsAcknowledgment() {
        ScriptedPeer a = ScriptedPeer.established(SMALL);
        TcpConnection c = a.connection();
        c.pause();
        a.arrive(301, 101, Tcp.ACK, "0123456789");
        c.send(ascii("ab"));
        a.arrive(311, 103, Tcp.ACK, "x");
        assertEquals(2, c.bytesAcknowledged());
        assertEquals(10, c.bytesHeld());
    }

    @Test
    void aPausedReaderGetsEverythingOverAPoorLinkOnceItReads() {
        TwoHosts hosts = new TwoHosts(9, TransferTest.POOR);
        Sender client = new Sender(1, 100_000);
        Recorder server = new Recorder();
        hosts.server.listen(80, connection -> server);
        hosts.client.connect(hosts.bob.address(), 80, client);
        hosts.network.advanceUntil(() -> server.connection != null, 60_000_000);
        server.connection.pause();
        hosts.network.advance(400_000_000);
        assertTrue(server.bytes.size() < 100_000);
        assertTrue(server.connection.bytesHeld() <= 65_535);
        for (int i = 0; i < 1000; i++) {
            server.connection.resume();
            hosts.network.advance(50_000);
            server.connection.pause();
            hosts.network.advance(500_000);
        }
        server.connection.resume();
        hosts.network.advance(100_000_000);
        assertEquals(100_000, server.bytes.size());
        assertEquals(List.of("connected", "peerClosed"), server.told);
    }

    @Test
    void thePeersMssOptionBoundsSegmentsAnd536IsTheDefault() {
        for (int[] option : new int[][] {{-1, 536}, {1000, 1000}, {60_000, 1460}, {0, 1}}) {
            ScriptedPeer a = new ScriptedPeer(TcpPolicy.DEFAULT);
            a.stack.listen(ScriptedPeer.PORT_A, connection -> a.recorder);
            a.arriveSyn(option[0]);
            a.arrive(301, 101, Tcp.ACK, "");
            assertEquals(option[1], a.connection().maxSegmentBytes, "option " + option[0]);
        }
    }

    @Test
    void nagleKeepsSmallSegmentsBackWhileSomethingIsUnderWay() {
        for (boolean isNagle : new boolean[] {true, false}) {
            ScriptedPeer a = ScriptedPeer.established(TcpPolicy.DEFAULT.withNagle(isNagle));
            TcpConnection c = a.connection();
            c.send(ascii("a"));
            c.send(ascii("b"));
            c.send(ascii("c"));
            assertEquals(isNagle ? 1 : 3, a.takeSent().size());
            a.arrive(301, 102, Tcp.ACK, "");
            assertEquals(isNagle ? List.of("<SEQ=102><ACK=301><DATA=bc><CTL=ACK>") : List.of(), a.takeSent());
        }
    }

    @Test
    void theSendBufferIsBoundedAndTellsWhenThereIsRoom() {
        ScriptedPeer a = ScriptedPeer.established(SMALL);
        TcpConnection c = a.connection();
        assertEquals(100, c.send(new byte[150]));
        assertEquals(0, c.send(new byte[1]));
        a.arrive(301, 105, Tcp.ACK, "");
        assertEquals(List.of("connected", "writable"), a.recorder.told);
        assertEquals(4, c.send(new byte[150]));
        c.close();
        assertEquals(0, c.send(new byte[1]));
    }
}
