package org.quintain.net.buildframebyhand;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.quintain.net.buildframebyhand.BuildFrameByHandLab.Field;
import org.quintain.net.buildframebyhand.BuildFrameByHandLab.Finding;
import org.quintain.net.buildframebyhand.BuildFrameByHandLab.Problem;

class StrictReadingTest {
    @Provide
    Arbitrary<FrameOrder> orders() {
        return Frames.orders();
    }

    @Property
    void theFrameThatIsWantedIsAccepted(@ForAll("orders") FrameOrder order) {
        assertEquals(List.of(), StrictReading.of(order, order.frame()));
    }

    @Property(tries = 200)
    void anyFlippedBitIsFoundInAFieldThatCoversIt(@ForAll("orders") FrameOrder order) {
        byte[] frame = order.frame();
        for (int bit = 0; bit < 8 * frame.length; bit++) {
            frame[bit / 8] ^= (byte) (0x80 >>> bit % 8);
            int flipped = bit;
            List<Finding> findings = StrictReading.of(order, frame);
            assertTrue(
                    findings.stream().anyMatch(finding -> covers(finding, flipped, order)),
                    () -> "bit " + flipped + " of " + order + ": " + findings);
            frame[bit / 8] ^= (byte) (0x80 >>> bit % 8);
        }
    }

    /** Whether the finding is about a field that this bit belongs to. */
    private static boolean covers(Finding finding, int bit, FrameOrder order) {
        int from = 8 * finding.field().offset();
        int to = from + 8 * finding.field().sizeBytes();
        switch (finding.field()) {
            case IPV4_VERSION, IPV4_FLAGS -> to = from + (finding.field() == Field.IPV4_FLAGS ? 3 : 4);
            case IPV4_HEADER_LENGTH -> from += 4;
            case IPV4_FRAGMENT_OFFSET -> from += 3;
            case PAYLOAD -> {
                from = 8 * finding.offset();
                to = from + 8;
            }
            case ETHERNET_PADDING -> {
                from = 8 * Math.max(finding.offset(), 42 + order.payload().length());
                to = from + 8;
            }
            default -> {}
        }
        return bit >= from && bit < to;
    }

    @Property(tries = 200)
    void aFrameCutAnywhereIsRefused(@ForAll("orders") FrameOrder order) {
        byte[] frame = order.frame();
        for (int length = 0; length < frame.length; length++) {
            assertFalse(StrictReading.of(order, Arrays.copyOf(frame, length)).isEmpty(), "length=" + length);
        }
    }

    @Test
    void aCutFrameSaysHowManyBytesItHas() {
        byte[] cut = Arrays.copyOf(Frames.EXAMPLE.frame(), 44);
        List<Finding> payload = StrictReading.of(Frames.EXAMPLE, cut).stream()
                .filter(finding -> finding.field() == Field.PAYLOAD)
                .toList();
        assertEquals(1, payload.size());
        assertEquals("44", payload.get(0).found());
        assertEquals(44, payload.get(0).offset());
    }

    @Test
    void aHeaderThatEndsTheFrameIsSummed() {
        byte[] cut = Arrays.copyOf(Frames.EXAMPLE.frame(), 34);
        assertFalse(Frames.fields(Frames.EXAMPLE, cut).contains(Field.IPV4_HEADER_CHECKSUM));
        cut[24] ^= 1;
        assertTrue(Frames.fields(Frames.EXAMPLE, cut).contains(Field.IPV4_HEADER_CHECKSUM));
    }

    @Test
    void anEmptyFrameMissesEveryField() {
        List<Finding> findings = StrictReading.of(Frames.EXAMPLE, new byte[0]);
        assertEquals(
                List.of(Field.values()), findings.stream().map(Finding::field).toList());
        assertTrue(findings.stream()
                .allMatch(f ->
                        f.problem() == (f.field() == Field.ETHERNET_PADDING ? Problem.TOO_SHORT : Problem.MISSING)));
    }

    @Property
    void findingsComeInTheOrderOfTheFieldsEachOnce(@ForAll("orders") FrameOrder order, @ForAll byte[] bytes) {
        List<Field> fields = Frames.fields(order, bytes);
        assertEquals(fields.stream().sorted().distinct().toList(), fields);
    }

    /** 50,000 frames: a right one with 1 to 8 random bytes, words of extremes, cuts and extensions. */
    @Test
    void fiftyThousandMutatedFramesGiveFindingsOrAreRight() {
        SplittableRandom random = new SplittableRandom(20_26);
        int[] extremes = {0, 1, 7, 8, 19, 20, 0x7FFF, 0x8000, 0xFFFE, 0xFFFF};
        int found = 0;
        for (int i = 0; i < 50_000; i++) {
            FrameOrder order = Frames.practice(i % 50);
            byte[] right = order.frame();
            byte[] frame = random.nextInt(4) == 0 ? Arrays.copyOf(right, random.nextInt(100)) : right.clone();
            for (int k = random.nextInt(1, 9); k > 0 && frame.length > 1; k--) {
                if (random.nextBoolean()) {
                    frame[random.nextInt(frame.length)] = (byte) random.nextInt();
                } else {
                    Frames.put(frame, random.nextInt(frame.length - 1), extremes[random.nextInt(extremes.length)]);
                }
            }
            try {
                boolean accepted = StrictReading.of(order, frame).isEmpty();
                assertEquals(Arrays.equals(right, frame), accepted);
                found += accepted ? 0 : 1;
            } catch (RuntimeException thrown) {
                fail("frame " + i, thrown);
            }
        }
        assertTrue(found > 49_000, "found=" + found);
    }

    @Test
    void theOtherZeroOfAHeaderChecksumIsAccepted() {
        FrameOrder order = Frames.practice(116_461);
        assertEquals(0, order.headerChecksum());
        byte[] frame = Frames.put(order.frame(), 24, 0xFFFF);
        assertEquals(List.of(), StrictReading.of(order, frame));
    }

    @Test
    void aFrameOfTheLargestSizeIsRead() {
        assertFalse(StrictReading.of(Frames.EXAMPLE, new byte[1_514]).isEmpty());
        assertFalse(StrictReading.of(Frames.EXAMPLE, new byte[1 << 20]).isEmpty());
    }
}
