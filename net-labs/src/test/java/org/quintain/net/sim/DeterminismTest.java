package org.quintain.net.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;
import org.quintain.core.derive.Noise;

class DeterminismTest {
    private static final LinkQuality POOR = LinkQuality.LAN
            .withJitter(300)
            .withLoss(50_000)
            .withReordering(50_000, 700)
            .withDuplicates(50_000);

    /** Six probes on two switches over poor links, everyone sending at random. */
    private static String digest(int seed, boolean hasMore, int frames) {
        Network network = Network.standalone(Probe.seed(seed));
        DigestTap digest = new DigestTap();
        Switch left = new Switch(network, "left");
        Switch right = new Switch(network, "right");
        Probe[] probes = new Probe[6];
        for (int i = 0; i < probes.length; i++) {
            probes[i] = new Probe(network, "p" + i, i);
            network.connect(probes[i], i % 2 == 0 ? left : right, POOR).addTap(digest);
        }
        network.connect(left, right, POOR.withBitsPerSecond(100_000_000)).addTap(digest);
        if (hasMore) {
            network.connect(new Probe(network, "more", 99), left, POOR);
        }
        Noise noise = network.noise("traffic");
        for (int i = 0; i < frames; i++) {
            probes[noise.below(6)].sendTo(probes[noise.below(6)], i);
            network.advance(noise.below(50));
        }
        network.advance(1_000_000);
        return digest.takeHex();
    }

    @Test
    void sameSeedGivesTheSameBitForBit() {
        assertEquals(digest(1, false, 5000), digest(1, false, 5000));
        assertNotEquals(digest(1, false, 5000), digest(2, false, 5000));
    }

    @Test
    void sameSeedGivesTheSameOnEveryMachine() {
        assertEquals("ac9bdb8cd6e01322b4e8df2bfb41efcc32f0c805f2b3704687f6130e5cadc3d6", digest(1, false, 5000));
    }

    @Test
    void oneMoreElementChangesNobodyElsesChance() {
        assertEquals(digest(1, false, 5000), digest(1, true, 5000));
    }
}
