package org.quintain.net.sim.tcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quintain.net.wire.Tcp;

/** RFC 6298, and the bounds of trying. */
class RetransmissionTest {
    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** When segments go out, in milliseconds, until nothing is to be expected any more. */
    private static List<Long> timesOfSending(ScriptedPeer peer) {
        List<Long> times = new ArrayList<>();
        for (int i = 0; i < 400_000 && !peer.recorder.told.contains("TIMED_OUT"); i++) {
            int before = peer.sent.size();
            peer.network.advance(1000);
            if (peer.sent.size() > before) {
                times.add(peer.network.now() / 1000);
            }
        }
        return times;
    }

    @Test
    void aSynIsSentAgainWithDoubledTimeUntilTheBound() {
        ScriptedPeer a = new ScriptedPeer(TcpPolicy.DEFAULT);
        TcpConnection c = a.connect();
        assertEquals(List.of(1000L, 3000L, 7000L, 15_000L, 31_000L, 63_000L, 123_000L, 183_000L), timesOfSending(a));
        assertEquals(List.of("TIMED_OUT"), a.recorder.told);
        assertEquals(243_000_000, a.network.now());
        assertEquals(TcpState.CLOSED, c.state());
        assertEquals(List.of(), a.stack.connections());
    }

    @Test
    void aSynAckIsSentAgainUntilTheBoundAndMakesRoomInTheBacklog() {
        ScriptedPeer b =
                ScriptedPeer.listening(TcpPolicy.DEFAULT.withLimits(TcpLimits.DEFAULT.withRetransmissions(8, 2)));
        b.arrive(300, 0, Tcp.SYN, "");
        assertEquals(1, b.stack.halfOpen(ScriptedPeer.PORT_A));
        b.network.advance(7_000_000);
        assertEquals(3, b.takeSent().size());
        assertEquals(0, b.stack.halfOpen(ScriptedPeer.PORT_A));
        assertEquals(List.of(), b.recorder.told);
    }

    @Test
    void textIsSentAgainUntilTheBound() {
        ScriptedPeer a =
                ScriptedPeer.established(TcpPolicy.DEFAULT.withLimits(TcpLimits.DEFAULT.withRetransmissions(3, 8)));
        a.connection().send(ascii("x"));
        assertEquals(List.of(1000L, 3000L, 7000L), timesOfSending(a));
        assertEquals(List.of("connected", "TIMED_OUT"), a.recorder.told);
    }

    @Test
    void section2TheTimeFollowsTheRoundTrips() {
        RetransmissionTime time = new RetransmissionTime(1);
        assertEquals(1_000_000, time.timeoutMicros());
        time.measured(80_000);
        assertEquals(80_000 + 4 * 40_000, time.timeoutMicros());
        time.measured(160_000);
        // RTTVAR = 3/4 * 40 + 1/4 * |80 - 160| = 50; SRTT = 7/8 * 80 + 1/8 * 160 = 90
        assertEquals(90_000 + 4 * 50_000, time.timeoutMicros());
        assertEquals(90_000, time.smoothedMicros());
        time.backOff();
        assertEquals(580_000, time.timeoutMicros());
        for (int i = 0; i < 50; i++) {
            time.backOff();
        }
        assertEquals(60_000_000, time.timeoutMicros());
        RetransmissionTime byTheBook = new RetransmissionTime(1_000_000);
        byTheBook.measured(80_000);
        assertEquals(1_000_000, byTheBook.timeoutMicros());
    }

    @Test
    void section3WhatWasSentTwiceIsNotMeasured() {
        ScriptedPeer a = ScriptedPeer.established(TcpPolicy.DEFAULT);
        TcpConnection c = a.connection();
        long smoothed = c.time.smoothedMicros();
        c.send(ascii("x"));
        a.network.advance(2_900_000);
        a.arrive(301, 102, Tcp.ACK, "");
        assertEquals(smoothed, c.time.smoothedMicros());
        c.send(ascii("y"));
        a.network.advance(10_000);
        a.arrive(301, 103, Tcp.ACK, "");
        assertTrue(c.time.smoothedMicros() > smoothed);
    }

    @Test
    void section5AfterALostSynTheTimeIsThreeSeconds() {
        ScriptedPeer a = new ScriptedPeer(TcpPolicy.DEFAULT);
        TcpConnection c = a.connect();
        a.network.advance(1_500_000);
        a.arrive(300, 101, Tcp.SYN | Tcp.ACK, "");
        c.send(ascii("x"));
        a.takeSent();
        a.network.advance(2_999_999);
        assertEquals(List.of(), a.takeSent());
        a.network.advance(1);
        assertEquals(List.of("<SEQ=101><ACK=301><DATA=x><CTL=ACK>"), a.takeSent());
    }

    @Test
    void theThirdDuplicateAcknowledgmentIsAnsweredAtOnce() {
        ScriptedPeer a =
                ScriptedPeer.established(TcpPolicy.DEFAULT.withLimits(TcpLimits.DEFAULT.withMaxSegmentBytes(2)));
        TcpConnection c = a.connection();
        c.send(ascii("aabbccdd"));
        assertEquals(4, a.takeSent().size());
        a.arrive(301, 101, Tcp.ACK, "");
        a.arrive(301, 101, Tcp.ACK, "");
        assertEquals(List.of(), a.takeSent());
        a.arrive(301, 101, Tcp.ACK, "");
        assertEquals(List.of("<SEQ=101><ACK=301><DATA=aa><CTL=ACK>"), a.takeSent());
        a.arrive(301, 105, Tcp.ACK, "");
        assertEquals(List.of("<SEQ=105><ACK=301><DATA=cc><CTL=ACK>"), a.takeSent());
        a.arrive(301, 109, Tcp.ACK, "");
        assertEquals(List.of(), a.takeSent());
        assertEquals(8, c.bytesAcknowledged());
    }
}
