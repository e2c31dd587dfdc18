package org.quintain.net.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Two independent dissectors agree. More frames on demand: {@code -Dquintain.frames=1000000}. */
class Pcap4jReadsTheSameTest {
    private static final int FRAMES = Integer.getInteger("quintain.frames", 20_000);

    private final Dissection dissection = new Dissection();

    @Provide
    Arbitrary<byte[]> sound() {
        return RandomFrames.sound();
    }

    @Provide
    Arbitrary<byte[]> spoilt() {
        return RandomFrames.spoilt();
    }

    @Property(tries = 500)
    void everyFieldOfASoundFrameIsEqualAndNoneIsRefused(@ForAll("sound") byte[] frame) {
        assertEquals(Flaw.NONE, dissection.agree(frame));
    }

    @Property(tries = 500)
    void everyFieldOfASpoiltFrameIsEqualAsFarAsWeAcceptIt(@ForAll("spoilt") byte[] frame) {
        dissection.agree(frame);
    }

    @Test
    void manyFramesAreReadTheSameAndTheSpoiltOnesMeetEachFlaw() {
        RandomFrames random = new RandomFrames(4);
        Set<Flaw> flaws = EnumSet.noneOf(Flaw.class);
        for (int i = 0; i < FRAMES; i++) {
            assertEquals(Flaw.NONE, dissection.agree(random.frame()));
            flaws.add(dissection.agree(random.spoiltFrame()));
        }
        Set<Flaw> wanted = EnumSet.range(Flaw.NONE, Flaw.TCP_DATA_OFFSET_BEYOND_SEGMENT);
        wanted.removeAll(EnumSet.of(Flaw.IPV4_OPTION_LENGTH, Flaw.IPV4_OPTION_BEYOND_HEADER));
        wanted.removeAll(flaws);
        assertEquals(Set.of(), wanted, "never met");
        assertTrue(
                Arrays.stream(dissection.compared).allMatch(count -> count > FRAMES / 100),
                () -> Arrays.toString(dissection.compared));
    }

    @Test
    void framesCutAtEveryByteAreReadTheSame() {
        RandomFrames random = new RandomFrames(5);
        for (int i = 0; i < 60; i++) {
            byte[] frame = random.frame();
            for (int length = 0; length < Math.min(frame.length, 120); length++) {
                dissection.agree(Arrays.copyOf(frame, length));
            }
        }
    }
}
