package org.quintain.net.sim.tcp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.quintain.net.wire.Tcp;

/** Text before its turn, and which copy of a byte counts. */
class ReassemblyTest {
    private static final int FIN_ACK = Tcp.FIN | Tcp.ACK;

    private static String read(OverlapRule rule, Object... offsetsAndTexts) {
        ScriptedPeer a = ScriptedPeer.established(TcpPolicy.DEFAULT.withOverlap(rule));
        for (int i = 0; i < offsetsAndTexts.length; i += 2) {
            a.arrive(301 + (int) offsetsAndTexts[i], 101, Tcp.ACK, (String) offsetsAndTexts[i + 1]);
        }
        return a.recorder.text();
    }

    @Test
    void segmentsInAnyOrderAreReadInOrder() {
        assertEquals("abcdefghi", read(OverlapRules.FIRST, 6, "ghi", 3, "def", 0, "abc"));
        assertEquals("abcdefghi", read(OverlapRules.FIRST, 3, "def", 0, "abc", 6, "ghi", 0, "zzz", 3, "zzzzzz"));
    }

    @Test
    void theRuleDecidesBetweenTwoCopies() {
        // A gap at 0 keeps both copies from the application until the rule has spoken.
        Object[] sameStart = {1, "aaa", 1, "bbbb", 0, "-"};
        assertEquals("-aaab", read(OverlapRules.FIRST, sameStart));
        assertEquals("-bbbb", read(OverlapRules.LAST, sameStart));
        assertEquals("-aaab", read(OverlapRules.BSD, sameStart));
        Object[] newBeginsEarlier = {3, "aaa", 1, "bbbb", 0, "-"};
        assertEquals("-bbaaa", read(OverlapRules.FIRST, newBeginsEarlier));
        assertEquals("-bbbba", read(OverlapRules.LAST, newBeginsEarlier));
        assertEquals("-bbbba", read(OverlapRules.BSD, newBeginsEarlier));
        Object[] newBeginsLater = {1, "aaa", 2, "bbbb", 0, "-"};
        assertEquals("-aaabb", read(OverlapRules.FIRST, newBeginsLater));
        assertEquals("-abbbb", read(OverlapRules.LAST, newBeginsLater));
        assertEquals("-aaabb", read(OverlapRules.BSD, newBeginsLater));
        Object[] newWithin = {1, "aaaaa", 3, "b", 0, "-"};
        assertEquals("-aaaaa", read(OverlapRules.FIRST, newWithin));
        assertEquals("-aabaa", read(OverlapRules.LAST, newWithin));
        assertEquals("-aaaaa", read(OverlapRules.BSD, newWithin));
    }

    @Test
    void theSegmentThatFillsTheGapIsJudgedByTheRuleToo() {
        assertEquals("bbbaa", read(OverlapRules.FIRST, 3, "aa", 0, "bbbb"));
        assertEquals("bbbba", read(OverlapRules.LAST, 3, "aa", 0, "bbbb"));
        assertEquals("bbbba", read(OverlapRules.BSD, 3, "aa", 0, "bbbb"));
    }

    @Test
    void whatTheApplicationHasIsNeverReplaced() {
        assertEquals("aaab", read(OverlapRules.LAST, 0, "aaa", 0, "bbbb"));
    }

    @Test
    void aFinBeforeItsTurnWaitsForTheTextBeforeIt() {
        ScriptedPeer a = ScriptedPeer.established(TcpPolicy.DEFAULT);
        a.arrive(304, 101, FIN_ACK, "def");
        assertEquals(TcpState.ESTABLISHED, a.connection().state());
        a.arrive(307, 101, Tcp.ACK, "beyond the end");
        a.arrive(301, 101, Tcp.ACK, "abc");
        assertEquals("abcdef", a.recorder.text());
        assertEquals(TcpState.CLOSE_WAIT, a.connection().state());
        assertEquals(308, a.connection().receiveNext());
        assertEquals(List.of("connected", "peerClosed"), a.recorder.told);
    }

    @Test
    void piecesAreBoundedAndTextInItsTurnIsAlwaysTaken() {
        ScriptedPeer a = ScriptedPeer.established(TcpPolicy.DEFAULT);
        for (int i = 0; i < 1000; i++) {
            a.arrive(303 + 2 * i, 101, Tcp.ACK, "x");
        }
        assertEquals(Reassembly.MAX_PIECES, a.connection().bytesHeld());
        assertTrue(a.connection().journal().stream().anyMatch(e -> e.kind() == TcpEvent.Kind.TOO_MANY_PIECES));
        a.arrive(301, 101, Tcp.ACK, "abcdef");
        assertEquals("abxdxf", a.recorder.text().substring(0, 6));
    }

    /** The rules FIRST and LAST against a map of single bytes, written in the order of arrival. */
    @Property(tries = 500, seed = "20261126")
    void piecesAgreeWithAMapOfBytes(
            @ForAll @Size(max = 40) List<@IntRange(max = 59) Integer> starts, @ForAll boolean isLast) {
        Reassembly reassembly = new Reassembly(isLast ? OverlapRules.LAST : OverlapRules.FIRST);
        byte[] map = new byte[80];
        int base = -30; // wraps around within the test
        for (int i = 0; i < starts.size(); i++) {
            int start = 1 + starts.get(i);
            byte[] text =
                    Character.toString('A' + i % 26).repeat(1 + i * 7 % 19).getBytes(StandardCharsets.US_ASCII);
            reassembly.put(base, base + start, text, 0, text.length);
            for (int j = 0; j < text.length; j++) {
                if (isLast || map[start + j] == 0) {
                    map[start + j] = text[j];
                }
            }
        }
        byte[] read = new byte[80];
        for (int at = 0; at < 80; at++) {
            int from = at;
            reassembly.takeNext(
                    base + at, (bytes, offset, length) -> System.arraycopy(bytes, offset, read, from, length));
        }
        assertArrayEquals(map, read);
        assertFalse(!reassembly.isEmpty());
    }
}
