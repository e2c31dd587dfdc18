package org.quintain.core.derive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** xoshiro256++ and what is built on it. */
class NoiseTest {
    private static Noise noise() {
        return DerivationTest.root().draw("noise").noise();
    }

    /**
     * Outputs of the authors' C program for the state 1, 2, 3, 4, as published in the tests of rand_xoshiro (The Rust
     * Project, rust-random/rngs, {@code xoshiro256plusplus.rs}).
     */
    @Test
    void publishedOutputsForTheStateOneTwoThreeFour() {
        Noise noise = new Noise(ByteBuffer.allocate(32)
                .putLong(1)
                .putLong(2)
                .putLong(3)
                .putLong(4)
                .array());
        assertEquals(
                List.of(
                        "41943041",
                        "58720359",
                        "3588806011781223",
                        "3591011842654386",
                        "9228616714210784205",
                        "9973669472204895162",
                        "14011001112246962877",
                        "12406186145184390807",
                        "15849039046786891736",
                        "10450023813501588000"),
                Stream.generate(() -> Long.toUnsignedString(noise.nextLong()))
                        .limit(10)
                        .toList());
    }

    @Test
    void nextLongOfTheVector() {
        Noise noise = noise();
        assertEquals(
                List.of(3331740672733570552L, 421065593121596264L, 7691935347729405722L, 5419875454149626346L),
                Stream.generate(noise::nextLong).limit(4).toList());
    }

    @Test
    void belowOfTheVector() {
        Noise noise = noise();
        int often = 3 << 29;
        assertEquals(
                List.of(0, 0, 2, 293, 1315693355, 1291641048, 874165243, 702661409),
                Stream.of(1, 2, 6, 1000, Integer.MAX_VALUE, often, often, often)
                        .map(noise::below)
                        .toList());
    }

    @Test
    void unitOfTheVector() {
        Noise noise = noise();
        assertEquals(
                List.of(0x1.71e5c3ea900b0p-3, 0x1.75fb3b4449b80p-6, 0x1.aafcf9c7d2ba4p-2),
                Stream.generate(noise::unit).limit(3).toList());
    }

    @Test
    void fillDropsWhatItDoesNotNeed() {
        Noise noise = noise();
        assertEquals(
                List.of("f86501527db83c2e68e32611ed", "1a97ae", "ea8972830244374b"),
                Stream.of(13, 3, 8).map(n -> filled(noise, n)).toList());
        assertEquals(-7145024198089993162L, noise.nextLong());
    }

    private static String filled(Noise noise, int length) {
        byte[] to = new byte[length];
        noise.fill(to);
        return HexFormat.of().formatHex(to);
    }

    @Test
    void stateOfZerosIsLeft() {
        Noise noise = new Noise(new byte[32]);
        noise.nextLong();
        assertNotEquals(0, noise.nextLong() | noise.nextLong() | noise.nextLong());
    }

    @Test
    void boundOfZeroIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> noise().below(0));
    }

    @Test
    void choicesBelowSixAreEvenlySpread() {
        Noise noise = noise();
        int[] counts = new int[6];
        for (int i = 0; i < 60_000; i++) {
            counts[noise.below(6)]++;
        }
        assertTrue(DrawTest.chiSquared(counts, 10_000) < 30);
    }

    @Test
    void unitsHaveTheMeanOfAHalf() {
        Noise noise = noise();
        double sum = 0;
        for (int i = 0; i < 100_000; i++) {
            sum += noise.unit();
        }
        assertEquals(0.5, sum / 100_000, 0.005);
    }
}
