package org.quintain.net.tcphandshakemanual;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quintain.core.Bytes;
import org.quintain.core.LabRun;
import org.quintain.core.Mark;
import org.quintain.core.Params;
import org.quintain.core.Setup;
import org.quintain.core.Verdict;
import org.quintain.net.sim.NetworkWatcher;
import org.quintain.net.sim.NetworkWatcher.Purpose;
import org.quintain.net.sim.TimedFrame;
import org.quintain.net.sim.tcp.TcpConnection;
import org.quintain.net.sim.tcp.TcpState;
import org.quintain.net.tcphandshakemanual.TcpHandshakeManualLab.Answer;
import org.quintain.net.tcphandshakemanual.TcpHandshakeManualLab.Challenge;
import org.quintain.net.wire.Endpoints;
import org.quintain.net.wire.Frames;
import org.quintain.net.wire.Ipv4Address;
import org.quintain.net.wire.Tcp;

class TcpHandshakeManualLabTest {
    private static final TcpHandshakeManualLab LAB = new TcpHandshakeManualLab();
    private static final int PORT = 50_000;
    private static final int ISS = 7_000;

    /** A learner who knows what only the target knows, so that each test makes one mistake alone. */
    private static final class Hand {
        final TcpHandshakeManualTarget target;
        int source;
        int sequence = ISS;
        int acknowledgment;

        Hand(int seat) {
            target = target(seat);
            source = target.ownAddress();
        }

        void send(int port, int flags, String text) {
            send(frame(port, flags, text));
        }

        byte[] frame(int port, int flags, String text) {
            Endpoints endpoints = new Endpoints(
                    target.learner().mac(),
                    source,
                    target.station().mac(),
                    target.station().address());
            byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
            return Frames.tcp(endpoints, PORT, port, sequence, acknowledgment, flags, 4_096, bytes);
        }

        void send(byte[] frame) {
            target.learner().card().send(frame);
            target.learner().card().advance(2_000);
        }

        /** SYN, and an answer to the station's ARP request. */
        void synchronize() {
            send(target.port(), Tcp.SYN, "");
            send(Frames.arpReply(
                    target.learner().mac(),
                    target.ownAddress(),
                    target.station().mac(),
                    target.station().address()));
            acknowledgment = connection().initialSendSequence() + 1;
            sequence = ISS + 1;
        }

        void connect() {
            synchronize();
            send(target.port(), Tcp.ACK, "");
        }

        TcpConnection connection() {
            return target.stack().connections().stream()
                    .filter(each -> each.remoteAddress() == target.ownAddress())
                    .findFirst()
                    .orElseThrow();
        }

        String reason(int criterion) {
            return TcpHandshakeManualChecker.verdict(target)
                    .marks()
                    .get(criterion)
                    .why()
                    .key();
        }

        String request() {
            return target.desk().request() + "\r\n";
        }
    }

    private static TcpHandshakeManualTarget target(int seat) {
        return new TcpHandshakeManualTarget(setup(seat), NetworkWatcher.NONE, Purpose.SESSION);
    }

    private static Setup setup(int seat) {
        return Setup.practice(LAB, seat, Params.none());
    }

    @Test
    void labHasNoHardenedTwin() {
        assertFalse(LAB.card().hasHardenedTwin());
        assertEquals(List.of(), LAB.card().parameters());
    }

    @Test
    void threeSegmentsMakeAConnectionAndTwoMoreServeARequest() {
        Hand hand = new Hand(0);
        assertEquals("established-nothing", hand.reason(0));
        hand.synchronize();
        assertEquals("established-half-open", hand.reason(0));
        hand.send(hand.target.port(), Tcp.ACK, "");
        assertEquals(TcpState.ESTABLISHED, hand.connection().state());
        assertEquals("established-right", hand.reason(0));
        assertEquals("served-none", hand.reason(1));
        hand.send(hand.target.port(), Tcp.ACK | Tcp.PSH, hand.request());
        assertEquals("served-right", hand.reason(1));
        assertEquals("acknowledged-none", hand.reason(2));
        hand.sequence += hand.request().length();
        hand.acknowledgment = hand.connection().sendNext() - 1;
        hand.send(hand.target.port(), Tcp.ACK, "");
        assertEquals("acknowledged-part", hand.reason(2));
        hand.acknowledgment++;
        hand.send(hand.target.port(), Tcp.ACK, "");
        assertEquals("acknowledged-right", hand.reason(2));
    }

    @Test
    void stationAnswersASynOnlyWhenItsArpRequestIsAnswered() {
        Hand hand = new Hand(1);
        // Asking for the station is not enough: it takes nothing from ARP that it has not asked for.
        hand.send(Frames.arpRequest(
                hand.target.learner().mac(),
                hand.target.ownAddress(),
                hand.target.station().address()));
        hand.send(hand.target.port(), Tcp.SYN, "");
        assertEquals("established-arp", hand.reason(0));
        hand.target.network().advance(1_000_000);
        hand.send(Frames.arpReply(
                hand.target.learner().mac(),
                hand.target.ownAddress(),
                hand.target.station().mac(),
                hand.target.station().address()));
        hand.target.network().advance(10_000_000);
        assertEquals("established-half-open", hand.reason(0));
    }

    @Test
    void oneWrongThingInTheFirstSegmentHasItsOwnReason() {
        Hand bare = new Hand(2);
        bare.send(new byte[60]);
        assertEquals("established-nothing", bare.reason(0));

        Hand malformed = new Hand(2);
        byte[] long1 = malformed.frame(malformed.target.port(), Tcp.SYN, "");
        long1[16] = 0x7f;
        malformed.send(long1);
        assertEquals("established-malformed", malformed.reason(0));

        Hand astray = new Hand(2);
        byte[] other = astray.frame(astray.target.port(), Tcp.SYN, "");
        other[5] ^= 1;
        astray.send(other);
        assertEquals("established-elsewhere", astray.reason(0));

        for (int at : new int[] {24, 50}) {
            Hand broken = new Hand(2);
            byte[] frame = broken.frame(broken.target.port(), Tcp.SYN, "");
            frame[at] ^= 1;
            broken.send(frame);
            assertEquals(at == 24 ? "established-ip-checksum" : "established-checksum", broken.reason(0));
        }

        Hand foreign = new Hand(2);
        foreign.source ^= 1;
        foreign.send(foreign.target.port(), Tcp.SYN, "");
        assertEquals("established-source", foreign.reason(0));

        Hand port = new Hand(2);
        port.send(port.target.port() ^ 1, Tcp.SYN, "");
        assertEquals("established-port", port.reason(0));

        Hand ack = new Hand(2);
        ack.send(ack.target.port(), Tcp.ACK, "");
        assertEquals("established-no-syn", ack.reason(0));
    }

    @Test
    void oneWrongThingInTheThirdSegmentHasItsOwnReason() {
        assertEquals("established-ack-one", third(0, -1, Tcp.ACK));
        assertEquals("established-ack", third(0, 1, Tcp.ACK));
        assertEquals("established-sequence-one", third(-1, 0, Tcp.ACK));
        assertEquals("established-sequence", third(-2, 0, Tcp.ACK));
        assertEquals("established-no-ack", third(0, 0, Tcp.PSH));
        assertEquals("established-reset", third(0, 0, Tcp.RST));
        assertEquals("established-right", third(0, 0, Tcp.ACK));
        assertEquals("established-right", third(1, 0, Tcp.ACK));
    }

    /** The reason after a third segment whose numbers are off by this much. */
    private static String third(int bySequence, int byAcknowledgment, int flags) {
        Hand hand = new Hand(3);
        hand.synchronize();
        hand.sequence += bySequence;
        hand.acknowledgment += byAcknowledgment;
        hand.send(hand.target.port(), flags, "");
        return hand.reason(0);
    }

    @Test
    void oneWrongThingInTheRequestHasItsOwnReason() {
        Hand hand = new Hand(4);
        hand.connect();
        hand.sequence += 1;
        hand.send(hand.target.port(), Tcp.ACK, "x");
        assertEquals("served-hole", hand.reason(1));

        Hand low = new Hand(4);
        low.connect();
        low.sequence -= 5;
        low.send(low.target.port(), Tcp.ACK, "abc");
        assertEquals("served-sequence", low.reason(1));

        Hand sum = new Hand(4);
        sum.connect();
        byte[] frame = sum.frame(sum.target.port(), Tcp.ACK, sum.request());
        frame[60] ^= 1;
        sum.send(frame);
        assertEquals("served-checksum", sum.reason(1));

        Hand beyond = new Hand(4);
        beyond.connect();
        beyond.acknowledgment += 7;
        beyond.send(beyond.target.port(), Tcp.ACK, beyond.request());
        assertEquals("served-acknowledgment", beyond.reason(1));

        Hand other = new Hand(4);
        other.connect();
        other.send(other.target.port(), Tcp.ACK, other.request().toLowerCase(java.util.Locale.ROOT));
        assertEquals("served-other", other.reason(1));

        Hand endless = new Hand(4);
        endless.connect();
        endless.send(endless.target.port(), Tcp.ACK, endless.target.desk().request());
        assertEquals("served-unfinished", endless.reason(1));
        endless.sequence += endless.target.desk().request().length();
        endless.send(endless.target.port(), Tcp.RST, "");
        assertEquals("served-reset", endless.reason(1));
    }

    @Test
    void resetAfterTheAnswerLeavesItUnacknowledged() {
        Hand hand = new Hand(5);
        hand.connect();
        hand.send(hand.target.port(), Tcp.ACK, hand.request());
        hand.sequence += hand.request().length();
        hand.send(hand.target.port(), Tcp.RST, "");
        assertEquals("served-right", hand.reason(1));
        assertEquals("acknowledged-reset", hand.reason(2));
    }

    @Test
    void lateRequestOnASecondConnectionCounts() {
        Hand hand = new Hand(6);
        hand.connect();
        hand.send(hand.target.port(), Tcp.RST, "");
        hand.sequence = ISS;
        hand.acknowledgment = 0;
        hand.connect();
        hand.send(hand.target.port(), Tcp.ACK, hand.request());
        assertEquals("served-right", hand.reason(1));
    }

    @Test
    void stationsNumbersWrapInOneOfFourInstancesAndDifferInTheOthers() {
        int wrapping = 0;
        List<Integer> numbers = new ArrayList<>();
        for (int seat = 0; seat < 100; seat++) {
            Hand hand = new Hand(seat);
            hand.synchronize();
            int iss = hand.connection().initialSendSequence();
            boolean isNear = iss < 0 && iss >= -TcpHandshakeManualTarget.WRAP_BYTES;
            wrapping += isNear ? 1 : 0;
            if (!isNear) {
                assertFalse(numbers.contains(iss));
                numbers.add(iss);
            }
        }
        assertTrue(wrapping >= 15 && wrapping <= 35, "wrapping=" + wrapping);
    }

    @Test
    void honestClientsAreServedForAnHourWithinTheLimits() {
        TcpHandshakeManualTarget target = target(7);
        target.network().advance(3_600_000_000L);
        assertEquals(0, target.network().droppedFrames());
        assertFalse(target.network().isSpent());
        assertTrue(
                target.network().events() < 75_000, "events=" + target.network().events());
        assertEquals("established-nothing", target.journal().whyNotEstablished());
        assertEquals(List.of(), target.desk().visits());
    }

    @Test
    void challengeNamesWhereTheStationListens() {
        Challenge challenge = LAB.open(setup(8)).challenge();
        TcpHandshakeManualTarget target = target(8);
        assertEquals(target.station().address(), Ipv4Address.of(challenge.stationAddress()));
        assertEquals(target.port(), challenge.stationPort());
        assertEquals(target.desk().request(), challenge.request());
        assertTrue(challenge.request().matches("LEVEL [a-z]+-[0-9]{4}"));
    }

    @Test
    void framesCutAndChangedAtEveryByteBreakNothing() {
        Hand hand = new Hand(10);
        hand.connect();
        TcpHandshakeManualTarget target = hand.target;
        byte[] frame = hand.frame(target.port(), Tcp.ACK | Tcp.PSH, hand.request());
        for (int at = 0; at < frame.length; at++) {
            byte[] changed = frame.clone();
            changed[at] ^= (byte) (1 << at % 8);
            target.learner().card().send(changed);
            target.learner().card().send(Arrays.copyOf(frame, at));
            target.learner().card().advance(100);
            assertNotEquals("established-nothing", hand.reason(0));
        }
        target.network().advance(60_000_000);
        assertEquals(0, target.network().droppedFrames());
    }

    @Test
    void longestAndLoudestScriptsEndSoonAndEarnNothing() {
        LabRun<Challenge, Answer> run = LAB.open(setup(9));
        byte[] frame = new byte[1518];
        Arrays.fill(frame, (byte) 0xff);
        List<TimedFrame> script = new ArrayList<>();
        for (int i = 0; i < 99; i++) {
            script.add(new TimedFrame(i, Bytes.of(frame)));
        }
        script.add(new TimedFrame((1L << 53) - 1, Bytes.of(frame)));
        Verdict verdict = run.checker().check(new Answer(script));
        assertEquals(0, verdict.marks().stream().mapToInt(Mark::earned).sum());
    }
}
