package org.quintain.net.sim;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.quintain.core.Budget;
import org.quintain.core.BudgetExhaustedException;
import org.quintain.core.Bytes;
import org.quintain.core.Meter;
import org.quintain.core.Usage;
import org.quintain.core.wire.Shapes;

class LearnerCardTest {
    /** A challenge and an answer as labs have them. */
    record Challenge(NetworkCard card) {}

    record Answer(@org.quintain.core.Size(max = 100) List<TimedFrame> script) {}

    private final Network network = Network.standalone(Probe.seed(7));
    private final Meter meter = new Meter(new Budget(1000, 100, Long.MAX_VALUE, 1));
    private final LearnerCard node = new LearnerCard(network, "card", 0x0200_0000_0063L, meter, 20);
    private final NetworkCard card = node.card();
    private final Probe a = new Probe(network, "a", 1);

    LearnerCardTest() {
        network.connect(node, a, LinkQuality.LAN);
    }

    @Test
    void cardAndScriptTravel() {
        assertEquals(1, Shapes.challenge(Challenge.class).components().size());
        assertEquals(1, Shapes.answer(Answer.class).components().size());
    }

    @Test
    void learnerSendsReceivesAndWaits() {
        byte[] frame = a.frameTo(a.mac, 5);
        card.send(frame);
        byte[] sent = frame.clone();
        frame[20] = 1;
        assertEquals(0, card.advance(50));
        assertArrayEquals(sent, a.arrivals.get(0).frame());
        assertEquals(node.index(), a.arrivals.get(0).origin());
        a.send(sent);
        assertEquals(1, card.advance(100));
        assertEquals(new TimedFrame(100, Bytes.of(sent)), card.receive().orElseThrow());
        assertTrue(card.receive().isEmpty());
        assertEquals(150, card.nowMicros());
        assertEquals(Bytes.ofHex("020000000063"), card.mac());
        assertEquals(new Usage(5, 1, 0), meter.usage());
    }

    @Test
    void fullQueueDropsWhatComesAndKeepsTheOldest() {
        for (int i = 0; i < 33; i++) {
            a.send(a.frameTo(a.mac, i));
        }
        assertEquals(20, card.advance(50));
        assertEquals(13, card.droppedFrames());
        for (int i = 0; i < 15; i++) {
            assertEquals(i, Probe.serial(card.receive().orElseThrow().frame().toArray()));
        }
        for (int i = 0; i < 16; i++) {
            a.send(a.frameTo(a.mac, 100 + i));
        }
        assertEquals(20, card.advance(50));
        assertEquals(14, card.droppedFrames());
        for (int i = 0; i < 20; i++) {
            assertEquals(
                    i < 5 ? 15 + i : 95 + i,
                    Probe.serial(card.receive().orElseThrow().frame().toArray()));
        }
        assertTrue(card.receive().isEmpty());
    }

    @Test
    void packetsOfTheBudgetEndTheRun() {
        for (int i = 0; i < 100; i++) {
            card.send(new byte[0]);
        }
        assertThrows(BudgetExhaustedException.class, () -> card.send(new byte[0]));
        assertThrows(BudgetExhaustedException.class, card::receive);
        assertThrows(BudgetExhaustedException.class, () -> card.advance(1));
    }

    @Test
    void scriptIsPlayedAtItsTimesInItsOrder() {
        network.advance(10);
        node.play(List.of(at(5, 1), at(10, 2), at(30, 3), at(20, 4), at(30, 5), at(90, 6)));
        network.advance(70);
        assertEquals(List.of(1, 2, 3, 4, 5), a.serials());
        assertEquals(
                List.of(60L, 60L, 80L, 80L, 80L),
                a.arrivals.stream().map(Probe.Arrival::atMicros).toList());
        network.advance(1000);
        assertEquals(140, a.arrivals.get(5).atMicros());
        assertEquals(node.index(), a.arrivals.get(5).origin());
        assertEquals(6, meter.usage().packets());
    }

    @Test
    void scriptOfWhatALearnerDidHasTheSameEffect() {
        DigestTap live = new DigestTap();
        network.addTap(live);
        List<TimedFrame> script = new java.util.ArrayList<>();
        for (int i = 0; i < 50; i++) {
            byte[] frame = a.frameTo(a.mac, i);
            script.add(new TimedFrame(card.nowMicros(), Bytes.of(frame)));
            card.send(frame);
            card.advance(i % 3 * 7);
        }
        card.advance(1000);

        Network again = Network.standalone(Probe.seed(7));
        LearnerCard replayed = new LearnerCard(again, "card", 1, new Meter(new Budget(0, 100, Long.MAX_VALUE, 1)));
        Probe other = new Probe(again, "a", 1);
        again.connect(replayed, other, LinkQuality.LAN);
        DigestTap replay = new DigestTap();
        again.addTap(replay);
        replayed.play(script);
        again.advance(10_000);
        assertEquals(live.takeHex(), replay.takeHex());
        assertFalse(other.arrivals.isEmpty());
    }

    private static TimedFrame at(long micros, int serial) {
        byte[] frame = new byte[60];
        frame[16] = (byte) serial;
        return new TimedFrame(micros, Bytes.of(frame));
    }
}
