package org.quintain.net.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LinkTest {
    private static final int FRAMES = 10_000;

    private Network network = Network.standalone(Probe.seed(3));
    private Probe a;
    private Probe b;
    private Link link;

    private void connect(LinkQuality quality) {
        a = new Probe(network, "a", 1);
        b = new Probe(network, "b", 2);
        link = network.connect(a, b, quality);
    }

    /** One frame each millisecond, and time for the last. */
    private void sendAll() {
        for (int i = 0; i < FRAMES; i++) {
            a.sendTo(b, i);
            network.advance(1000);
        }
        network.advance(10_000_000);
    }

    @Test
    void oneFrameInTenIsLostByALossOfOneInTen() {
        connect(LinkQuality.LAN.withLoss(100_000));
        sendAll();
        assertEquals(FRAMES, a.port(0).sentFrames());
        assertEquals(FRAMES, b.arrivals.size() + a.port(0).lostFrames());
        // Mean 1000, standard deviation 30: within four of them.
        assertEquals(1000, a.port(0).lostFrames(), 120);
        assertEquals(0, network.droppedFrames());
    }

    @Test
    void everythingIsLostOrNothing() {
        connect(LinkQuality.LAN.withLoss(1_000_000));
        a.sendTo(b, 1);
        network.advance(1000);
        link.setQuality(LinkQuality.LAN);
        a.sendTo(b, 2);
        network.advance(1000);
        assertEquals(List.of(2), b.serials());
        link.setUp(false);
        a.sendTo(b, 3);
        network.advance(1000);
        assertEquals(List.of(2), b.serials());
    }

    @Test
    void jitterIsUniformAndNeverReorders() {
        connect(LinkQuality.latency(100).withJitter(800));
        sendAll();
        double mean = IntStream.range(0, FRAMES)
                .mapToLong(i -> b.arrivals.get(i).atMicros() - 1000L * i - 100)
                .average()
                .orElseThrow();
        // Standard deviation of the mean 801 / sqrt(12 * 10000) = 2.3.
        assertEquals(400, mean, 10);
        long latest = IntStream.range(0, FRAMES)
                .mapToLong(i -> b.arrivals.get(i).atMicros() - 1000L * i - 100)
                .max()
                .orElseThrow();
        assertEquals(800, latest);

        network = Network.standalone(Probe.seed(4));
        connect(LinkQuality.latency(100).withJitter(5000));
        sendAll();
        assertEquals(IntStream.range(0, FRAMES).boxed().toList(), b.serials());
    }

    @Test
    void chosenFramesAreOvertaken() {
        connect(LinkQuality.LAN.withReordering(50_000, 2500));
        sendAll();
        assertEquals(FRAMES, b.arrivals.size());
        List<Integer> serials = b.serials();
        long overtaken = IntStream.range(1, FRAMES)
                .filter(i -> serials.get(i) < serials.get(i - 1))
                .count();
        // Mean 500, standard deviation 22; a few stand next to each other.
        assertEquals(490, overtaken, 90);
    }

    @Test
    void duplicatesComeTwiceNextToEachOther() {
        connect(LinkQuality.LAN.withDuplicates(200_000));
        sendAll();
        assertEquals(2000, b.arrivals.size() - FRAMES, 160);
        List<Integer> serials = b.serials();
        assertEquals(FRAMES, serials.stream().distinct().count());
        assertEquals(serials.stream().sorted().toList(), serials);
        assertEquals(FRAMES, a.port(0).sentFrames());
    }

    @Test
    void rateMakesFramesWaitForEachOther() {
        connect(LinkQuality.latency(10).withBitsPerSecond(10_000_000));
        for (int i = 0; i < 3; i++) {
            a.sendTo(b, i);
        }
        network.advance(1000);
        // 60 + 24 octets at 10 Mbit/s: 67.2 microseconds each, rounded up after adding.
        assertEquals(
                List.of(78L, 145L, 212L),
                b.arrivals.stream().map(Probe.Arrival::atMicros).toList());
    }

    @Test
    void whatWouldWaitTooLongIsDroppedAndCounted() {
        connect(LinkQuality.latency(0).withBitsPerSecond(1_000_000));
        for (int i = 0; i < 1000; i++) {
            a.sendTo(b, i);
        }
        network.advance(10_000_000);
        // Each takes 672 microseconds; the 150th would begin at 100,128.
        assertEquals(149, b.arrivals.size());
        assertEquals(851, network.droppedFrames());
        assertEquals(149, a.port(0).sentFrames());
    }

    @Test
    void directionsHaveChancesOfTheirOwn() {
        connect(LinkQuality.LAN.withLoss(500_000));
        for (int i = 0; i < 64; i++) {
            a.sendTo(b, i);
        }
        network.advance(1000);
        List<Integer> alone = b.serials();

        network = Network.standalone(Probe.seed(3));
        connect(LinkQuality.LAN.withLoss(500_000));
        for (int i = 0; i < 64; i++) {
            b.sendTo(a, i);
            a.sendTo(b, i);
        }
        network.advance(1000);
        assertEquals(alone, b.serials());
        assertNotEquals(alone, a.serials());
    }

    @Test
    void tapSeesWhatIsSentLostAndDelivered() {
        connect(LinkQuality.LAN.withLoss(300_000).withDuplicates(300_000));
        int[] counts = new int[3];
        link.addTap(new Tap() {
            @Override
            public void sent(long micros, Port from, byte[] frame, int origin) {
                counts[0]++;
                assertEquals(a.port(0), from);
            }

            @Override
            public void delivered(long micros, Port to, byte[] frame, int origin) {
                counts[1]++;
                assertEquals(b.port(0), to);
                assertEquals(a.index(), origin);
            }

            @Override
            public void lost(long micros, Port from, byte[] frame, int origin) {
                counts[2]++;
            }
        });
        sendAll();
        assertEquals(FRAMES, counts[0]);
        assertEquals(b.arrivals.size(), counts[1]);
        assertEquals(a.port(0).lostFrames(), counts[2]);
        assertTrue(counts[2] > 0);
    }

    @Test
    void qualityOutOfRangeIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> LinkQuality.latency(-1));
        assertThrows(IllegalArgumentException.class, () -> LinkQuality.LAN.withLoss(1_000_001));
        assertThrows(IllegalArgumentException.class, () -> LinkQuality.LAN.withBitsPerSecond(-1));
    }
}
