package org.quintain.core.derive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every method of {@link Draw}, against vectors that a second implementation computed from the written rules. */
class DrawTest {
    private static Draw draw(String label) {
        return DerivationTest.root().draw(label);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    @Test
    void bytesGoOnInsideAndAcrossBlocks() {
        Draw draw = draw("bytes");
        assertEquals(
                List.of(
                        "f492978d7f",
                        "b663b956fb728115a86f1ccc05de0cbd5c52b80ca723262a3f0ffb4ec672226eea745d29c0495cd8",
                        "",
                        "3ab0f3"),
                Stream.of(5, 40, 0, 3).map(n -> hex(draw.bytes(n))).toList());
    }

    @Test
    void belowRejectsFromTheLastMultipleUpwards() {
        Draw draw = draw("below");
        int half = (1 << 30) + 1;
        assertEquals(
                List.of(0, 1, 0, 1195340251, 819411228, 5, 680771122, 840864241),
                Stream.of(1, 2, 3, Integer.MAX_VALUE, half, 7, half, half)
                        .map(draw::below)
                        .toList());
    }

    @Test
    void belowOfALargeBoundReadsWholeBytes() {
        Draw draw = draw("big");
        assertEquals(
                Stream.of(
                                "0",
                                "0",
                                "229",
                                "128",
                                "234",
                                "55053840029123262946",
                                "270441852454091347326749246739653894127",
                                "76896969889339959397455647321949515784")
                        .map(BigInteger::new)
                        .toList(),
                Stream.of(
                                BigInteger.ONE,
                                BigInteger.TWO,
                                BigInteger.valueOf(255),
                                BigInteger.valueOf(256),
                                BigInteger.valueOf(257),
                                BigInteger.TEN.pow(20),
                                BigInteger.ONE.shiftLeft(128),
                                BigInteger.ONE.shiftLeft(127).add(BigInteger.ONE))
                        .map(draw::below)
                        .toList());
    }

    /** Each prime, and the four bytes of the stream behind it: how much was read is part of the rule. */
    @ParameterizedTest
    @CsvSource({
        "3, 7, 64836387",
        "4, d, 16b63c93",
        "5, 1d, 23ad5833",
        "8, d3, 8febabfe",
        "16, ec4d, 867424f2",
        "20, dbbfb, 93c998c3",
        "21, 1c0b8f, df076930",
        "64, c23dc2d525b2ce13, 066e13dd",
        "255, 70492f4712cce9373161b246533b62cf06b50d1e88cb32387a8c152b1fa29f75, df5e2a7b",
        "512, f277709c23e0c3f61658150ae1a6a08e6b9e891601ee0be4188cc2412e5fb80d"
                + "79569f7433d92544f73b6ee0b0db76339a8f7f09d276be10c03a86b5d71783eb, 724a62fd",
        "1024, cc190698565ac00fa12489ff15eb4a4ca2fbe355038b48581f9e297cb2746115"
                + "f9d791ecd0030006afd3f5104fbb35fb59c8c859b3b94e12781a9dc83090cb18"
                + "daf4eb34446807353b2224f5f11958ff52ec3e700cdfc035925cd9a360438f4d"
                + "d8b20216533b6355c841bddf18d9b7b21e9d9f03662b4a826b8aaf144749e3e7, 65e0a5a0"
    })
    void primeAndWhatIsReadForIt(int bits, String primeHex, String nextHex) {
        Draw draw = draw("prime-" + bits);
        BigInteger prime = draw.prime(bits);
        assertEquals(List.of(primeHex, nextHex), List.of(prime.toString(16), hex(draw.bytes(4))));
    }

    @Test
    void pickTakesTheElementBelow() {
        Draw draw = draw("pick");
        List<String> of = List.of("a", "b", "c", "d", "e");
        assertEquals(
                List.of("e", "d", "c", "a", "c", "b", "c", "b"),
                Stream.generate(() -> draw.pick(of)).limit(8).toList());
    }

    @Test
    void shuffleSwapsDownwards() {
        Draw draw = draw("shuffle");
        assertEquals(
                List.of("9", "6", "5", "2", "8", "7", "4", "0", "1", "3"),
                draw.shuffle(List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9")));
    }

    @Test
    void shuffleOfNothingAndOfOneElementReadsNothing() {
        Draw draw = draw("shuffle");
        draw.shuffle(IntStream.range(0, 10).boxed().toList());
        draw.shuffle(List.of());
        draw.shuffle(List.of("z"));
        assertEquals("1d8d965f", hex(draw.bytes(4)));
    }

    @Test
    void noiseTakes32Bytes() {
        Draw draw = draw("noise");
        draw.noise();
        assertEquals("eab4aa21", hex(draw.bytes(4)));
    }

    @Test
    void boundOfZeroIsRefused() {
        Draw draw = draw("x");
        assertThrows(IllegalArgumentException.class, () -> draw.below(0));
        assertThrows(IllegalArgumentException.class, () -> draw.below(BigInteger.ZERO));
        assertThrows(IllegalArgumentException.class, () -> draw.pick(List.of()));
    }

    @Test
    void negativeLengthIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> draw("x").bytes(-1));
    }

    @Test
    void primeOfTwoBitsIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> draw("x").prime(2));
    }

    @Property(tries = 200)
    void everyPrimeHasItsTwoTopBitsSet(@ForAll @IntRange(min = 3, max = 96) int bits, @ForAll int label) {
        BigInteger prime = draw("p" + label).prime(bits);
        assertTrue(prime.bitLength() == bits && prime.testBit(bits - 2) && prime.isProbablePrime(64));
    }

    @Property(tries = 200)
    void shuffleKeepsTheElements(@ForAll @Size(max = 50) List<Integer> of, @ForAll int label) {
        List<Integer> shuffled = new ArrayList<>(draw("s" + label).shuffle(of));
        List<Integer> sorted = new ArrayList<>(of);
        shuffled.sort(null);
        sorted.sort(null);
        assertEquals(sorted, shuffled);
    }

    /** Chi-squared with 9 degrees of freedom: 40 is passed by chance once in 130,000; the stream is fixed. */
    @Test
    void choicesBelowTenAreEvenlySpread() {
        Draw draw = draw("spread");
        int[] counts = new int[10];
        for (int i = 0; i < 20_000; i++) {
            counts[draw.below(10)]++;
        }
        assertTrue(chiSquared(counts, 2000) < 40);
    }

    /** Chi-squared with 23 degrees of freedom over the orders of four elements. */
    @Test
    void everyOrderOfFourIsAsLikely() {
        Draw draw = draw("orders");
        int[] counts = new int[24];
        for (int i = 0; i < 24_000; i++) {
            counts[rank(draw.shuffle(List.of(0, 1, 2, 3)))]++;
        }
        assertTrue(chiSquared(counts, 1000) < 60);
    }

    private static int rank(List<Integer> order) {
        int rank = 0;
        for (int i = 0; i < order.size(); i++) {
            int smaller = 0;
            for (int j = i + 1; j < order.size(); j++) {
                smaller += order.get(j) < order.get(i) ? 1 : 0;
            }
            rank = rank * (order.size() - i) + smaller;
        }
        return rank;
    }

    static double chiSquared(int[] counts, double expected) {
        double sum = 0;
        for (int count : counts) {
            sum += (count - expected) * (count - expected) / expected;
        }
        return sum;
    }
}
