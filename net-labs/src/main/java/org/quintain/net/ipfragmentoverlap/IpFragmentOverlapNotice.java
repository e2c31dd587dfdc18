package org.quintain.net.ipfragmentoverlap;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.quintain.core.derive.Draw;
import org.quintain.net.wire.Header;

/** What boards show: the payload of a datagram as ASCII, without dots. */
final class IpFragmentOverlapNotice {
    /** Port of the boards: notices come here. */
    static final int PORT = 4100;

    /** Port that boards and gate report to, by broadcast. */
    static final int REPORT_PORT = 4101;

    /** Of a reading, the bytes that a report repeats at most. */
    static final int MAX_REPORT_BYTES = 1_024;

    /** Bytes of each reserved text. */
    static final int TEXT_BYTES = 16;

    private static final List<String> FIRST = List.of(
            "early", "extra", "final", "first", "lower", "night", "north", "quick", "quiet", "rainy", "short", "snowy",
            "south", "steep", "sunny", "upper");
    private static final List<String> SECOND = List.of(
            "bench", "cabin", "coach", "crane", "depot", "ferry", "lodge", "piste", "plaza", "river", "route", "slope",
            "stage", "tower", "trail", "train");

    private IpFragmentOverlapNotice() {}

    /** Two reserved texts of two words and four digits, 16 characters each; the first words and the numbers differ. */
    static List<String> drawTexts(Draw draw) {
        List<String> first = draw.shuffle(FIRST);
        int number = draw.below(10_000);
        int other = (number + 1 + draw.below(9_999)) % 10_000;
        return List.of(
                first.get(0) + " " + draw.pick(SECOND) + " " + fourDigits(number),
                first.get(1) + " " + draw.pick(SECOND) + " " + fourDigits(other));
    }

    private static String fourDigits(int number) {
        return Integer.toString(10_000 + number).substring(1);
    }

    /** What a datagram shows: all its bytes but the dots. */
    static String shown(Header datagram) {
        return new String(
                        datagram.array(),
                        datagram.payloadOffset(),
                        datagram.payloadLengthBytes(),
                        StandardCharsets.ISO_8859_1)
                .replace(".", "");
    }
}
