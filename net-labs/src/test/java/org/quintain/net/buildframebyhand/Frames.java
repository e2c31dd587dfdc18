package org.quintain.net.buildframebyhand;

import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.quintain.core.Params;
import org.quintain.core.Setup;
import org.quintain.net.buildframebyhand.BuildFrameByHandLab.Field;
import org.quintain.net.buildframebyhand.BuildFrameByHandLab.Finding;
import org.quintain.net.wire.InternetChecksum;
import org.quintain.net.wire.Ipv4;
import org.quintain.net.wire.Udp;

/** Orders and frames for the tests of this package. */
final class Frames {
    /** The example of the briefs. */
    static final FrameOrder EXAMPLE =
            new FrameOrder(0x02000000000BL, 0x02000000000AL, 0xC0A80701, 0xC0A80702, 1, 64, 50_000, 50_001, "Hi!");

    private Frames() {}

    static FrameOrder practice(int seat) {
        return FrameOrder.draw(
                Setup.practice(new BuildFrameByHandLab(), seat, Params.none()).seed(), "en");
    }

    /** Any order at all, not only what seats draw: every address, and texts of 0 to 1,472 characters. */
    static Arbitrary<FrameOrder> orders() {
        Arbitrary<Long> macs = Arbitraries.longs().between(0, (1L << 48) - 1);
        Arbitrary<Integer> addresses = Arbitraries.integers();
        Arbitrary<Integer> words = Arbitraries.integers().between(0, 0xFFFF);
        Arbitrary<String> texts = Arbitraries.frequencyOf(
                        net.jqwik.api.Tuple.of(3, Arbitraries.integers().between(0, 30)),
                        net.jqwik.api.Tuple.of(1, Arbitraries.integers().between(31, 1_472)))
                .flatMap(length -> Arbitraries.strings()
                        .withCharRange((char) 1, (char) 127)
                        .ofLength(length));
        return Combinators.combine(
                        macs,
                        macs,
                        addresses,
                        addresses,
                        words,
                        Arbitraries.integers().between(0, 255),
                        words.tuple2(),
                        texts)
                .as((to, from, source, destination, id, ttl, ports, text) ->
                        new FrameOrder(to, from, source, destination, id, ttl, ports.get1(), ports.get2(), text));
    }

    static List<Field> fields(FrameOrder order, byte[] frame) {
        return StrictReading.of(order, frame).stream().map(Finding::field).toList();
    }

    /** Gives the frame the checksums that fit its bytes as they are, headers at their usual places. */
    static byte[] summedAgain(byte[] frame) {
        byte[] fixed = frame.clone();
        Ipv4 ip = new Ipv4().place(fixed, 14, 34);
        put(fixed, 24, InternetChecksum.of(StrictReading.wordSum(fixed, 14, 34) - ip.checksum()));
        int length = new Udp().place(fixed, 34, fixed.length).datagramLengthBytes();
        if (length >= 8 && 34 + length <= fixed.length) {
            new Udp().place(fixed, 34, 34 + length).writeChecksum(ip);
        }
        return fixed;
    }

    static byte[] put(byte[] frame, int at, int word) {
        frame[at] = (byte) (word >>> 8);
        frame[at + 1] = (byte) word;
        return frame;
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
