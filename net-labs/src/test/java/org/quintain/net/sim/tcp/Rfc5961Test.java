package org.quintain.net.sim.tcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quintain.net.wire.Tcp;

/** RFC 5961 sections 3 to 5 and 7, and what RFC 793 does instead. The peer's next number is 301, the window 65,535. */
class Rfc5961Test {
    private static final TcpPolicy STRICT = TcpPolicy.DEFAULT;
    private static final TcpPolicy OLD = STRICT.withChecks(SegmentChecks.RFC_793);
    private static final List<String> CHALLENGE = List.of("<SEQ=101><ACK=301><CTL=ACK>");

    private static ScriptedPeer after(TcpPolicy policy, int sequence, int ack, int flags) {
        ScriptedPeer peer = ScriptedPeer.established(policy);
        peer.arrive(sequence, ack, flags, "");
        return peer;
    }

    private static void assertReset(ScriptedPeer peer) {
        assertEquals(List.of("connected", "RESET"), peer.recorder.told);
        assertEquals(List.of(), peer.stack.connections());
    }

    private static void assertAlive(ScriptedPeer peer, List<String> answer) {
        assertEquals(answer, peer.takeSent());
        assertEquals(List.of("connected"), peer.recorder.told);
        assertEquals(TcpState.ESTABLISHED, peer.connection().state());
    }

    @Test
    void section3AResetOutsideOfTheWindowIsDroppedSilently() {
        for (TcpPolicy policy : List.of(STRICT, OLD)) {
            assertAlive(after(policy, 300, 0, Tcp.RST), List.of());
            assertAlive(after(policy, 301 + 65_535, 0, Tcp.RST), List.of());
        }
    }

    @Test
    void section3AResetAtExactlyTheNextNumberResets() {
        for (TcpPolicy policy : List.of(STRICT, OLD)) {
            ScriptedPeer peer = after(policy, 301, 0, Tcp.RST);
            assertReset(peer);
            assertEquals(List.of(), peer.takeSent());
        }
    }

    @Test
    void section3AnotherResetInTheWindowIsChallengedOrBelieved() {
        for (int sequence : new int[] {302, 30_000, 301 + 65_534}) {
            assertAlive(after(STRICT, sequence, 0, Tcp.RST), CHALLENGE);
            assertReset(after(OLD, sequence, 0, Tcp.RST));
        }
    }

    @Test
    void section4ASynIsChallengedWhateverItsNumber() {
        for (int sequence : new int[] {0, 300, 301, 5000, 301 + 65_535, Integer.MIN_VALUE}) {
            assertAlive(after(STRICT, sequence, 0, Tcp.SYN), CHALLENGE);
            assertAlive(after(STRICT, sequence, 101, Tcp.SYN | Tcp.ACK), CHALLENGE);
        }
    }

    @Test
    void section4Rfc793ResetsForASynInTheWindowAndAcknowledgesOneOutside() {
        ScriptedPeer peer = after(OLD, 5000, 0, Tcp.SYN);
        assertReset(peer);
        assertEquals(List.of("<SEQ=101><ACK=301><CTL=RST,ACK>"), peer.takeSent());
        assertAlive(after(OLD, 300, 0, Tcp.SYN), CHALLENGE);
    }

    private static ScriptedPeer withAck(TcpPolicy policy, int ack) {
        ScriptedPeer peer = ScriptedPeer.established(policy);
        peer.connection().send("four".getBytes(StandardCharsets.US_ASCII));
        peer.takeSent();
        peer.arrive(301, ack, Tcp.ACK, "forged");
        return peer;
    }

    /** SND.UNA 101, SND.NXT 105, MAX.SND.WND 5,000. */
    @Test
    void section5AnAcknowledgmentMustBeWithinTheWindowThatWasEverGiven() {
        for (int ack : new int[] {101 - 5000, 100, 101, 105}) {
            assertEquals("forged", withAck(STRICT, ack).recorder.text(), () -> "ack " + ack);
        }
        for (int ack : new int[] {101 - 5001, 106, Integer.MIN_VALUE}) {
            ScriptedPeer peer = withAck(STRICT, ack);
            assertEquals("", peer.recorder.text(), () -> "ack " + ack);
            assertEquals(List.of("<SEQ=105><ACK=301><CTL=ACK>"), peer.takeSent());
        }
    }

    @Test
    void section5Rfc793TakesTextWithAnyOldAcknowledgment() {
        assertEquals("forged", withAck(OLD, 101 - 5001).recorder.text());
        assertEquals(
                "forged", withAck(OLD, 106 - Integer.MIN_VALUE + 1).recorder.text());
        ScriptedPeer peer = withAck(OLD, 106);
        assertEquals("", peer.recorder.text());
        assertEquals(List.of("<SEQ=105><ACK=301><CTL=ACK>"), peer.takeSent());
    }

    @Test
    void section7TenChallengesAreSentInFiveSeconds() {
        ScriptedPeer peer = ScriptedPeer.established(STRICT);
        for (int i = 0; i < 50; i++) {
            peer.arrive(302 + i, 0, Tcp.RST, "");
        }
        assertEquals(10, peer.takeSent().size());
        peer.network.advance(5_000_000);
        for (int i = 0; i < 50; i++) {
            peer.arrive(302 + i, 0, Tcp.SYN, "");
        }
        assertEquals(10, peer.takeSent().size());
        List<TcpEvent.Kind> kinds =
                peer.connection().journal().stream().map(TcpEvent::kind).toList();
        assertEquals(20, kinds.stream().filter(TcpEvent.Kind.CHALLENGED::equals).count());
        assertEquals(
                80,
                kinds.stream().filter(TcpEvent.Kind.CHALLENGE_WITHHELD::equals).count());
    }

    @Test
    void aSharedLimitTellsOneConnectionWhatHappensOnAnother() {
        TcpPolicy shared = STRICT.withChallengeAcks(new AckLimit(100, 1_000_000, true));
        for (boolean isGuessRight : new boolean[] {true, false}) {
            ScriptedPeer peer = ScriptedPeer.established(shared);
            peer.stack.connect(5000, ScriptedPeer.B, 6000, new Recorder());
            peer.takeSent();
            peer.arrive(isGuessRight ? 302 : 299, 0, Tcp.RST, "");
            assertEquals(isGuessRight ? 1 : 0, peer.takeSent().size());
            AckLimit.Used used = peer.stack.challenges(peer.connection(), shared.challengeAcks());
            int left = 0;
            while (used.take(shared.challengeAcks(), 0)) {
                left++;
            }
            assertEquals(isGuessRight ? 99 : 100, left);
        }
    }

    @Test
    void twoStacksThatDisagreeDoNotAnswerEachOtherForever() {
        ScriptedPeer peer = ScriptedPeer.established(OLD);
        for (int i = 0; i < 1000; i++) {
            peer.arrive(90, 101, Tcp.ACK, "");
        }
        assertEquals(100, peer.takeSent().size());
        assertTrue(peer.connection().journal().size() <= TcpConnection.JOURNAL_LINES);
        assertEquals(1002, peer.connection().events());
    }
}
