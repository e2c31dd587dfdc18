package org.quintain.solutions.net.ipfragmentoverlap;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.quintain.net.ipfragmentoverlap.IpFragmentOverlapLab.Challenge;
import org.quintain.net.ipfragmentoverlap.IpFragmentOverlapLab.Station;
import org.quintain.net.wire.Endpoints;
import org.quintain.net.wire.Frames;

/** What a well-behaved sender does: notices whole and in fragments, to all and to one board. */
final class HonestNotices {
    private static final long ROUND_TRIP_MICROS = 2_000;
    private static final int SMALL_MTU_BYTES = 68;
    private static final String NOTICE = "the last cabin leaves the summit at a quarter past six. ".repeat(6);

    private HonestNotices() {}

    static void post(Challenge challenge) {
        OutsideCard outside = new OutsideCard(challenge);
        byte[] whole = notice(outside.toAll());
        outside.send(whole);
        requireAll(challenge, outside.reports(ROUND_TRIP_MICROS), "a notice in one piece");

        List<byte[]> fragments = Frames.fragments(whole, SMALL_MTU_BYTES, 1);
        fragments.forEach(outside::send);
        requireAll(challenge, outside.reports(ROUND_TRIP_MICROS), "a notice in fragments");

        List<byte[]> reversed = new ArrayList<>(Frames.fragments(whole, SMALL_MTU_BYTES, 2));
        Collections.reverse(reversed);
        // The network has doubled one: an exact copy.
        reversed.add(1, reversed.get(0));
        reversed.forEach(outside::send);
        requireAll(challenge, outside.reports(ROUND_TRIP_MICROS), "fragments in another order, one of them twice");

        for (Station board : challenge.boards()) {
            Frames.fragments(notice(outside.to(board)), SMALL_MTU_BYTES, 3).forEach(outside::send);
            require(NOTICE.equals(outside.reports(ROUND_TRIP_MICROS).get(board.name())), "a notice to " + board);
        }
    }

    private static byte[] notice(Endpoints endpoints) {
        byte[] text = NOTICE.getBytes(StandardCharsets.US_ASCII);
        return Frames.udp(endpoints, OutsideCard.NOTICES, OutsideCard.NOTICES, text);
    }

    private static void requireAll(Challenge challenge, Map<String, String> reports, String what) {
        for (Station board : challenge.boards()) {
            require(NOTICE.equals(reports.get(board.name())), what + " at " + board);
        }
        require(("passed " + NOTICE).equals(reports.get(OutsideCard.GATE)), what + " at the gate");
    }

    private static void require(boolean isTrue, String what) {
        if (!isTrue) {
            throw new IllegalStateException(what + " wanted");
        }
    }
}
