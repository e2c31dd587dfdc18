package org.quintain.solutions.net.ipfragmentoverlap;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.quintain.core.Bytes;
import org.quintain.core.Lab;
import org.quintain.core.Seat;
import org.quintain.core.contract.HardSeat;
import org.quintain.core.contract.NearMiss;
import org.quintain.core.contract.Reference;
import org.quintain.net.ipfragmentoverlap.IpFragmentOverlapLab;
import org.quintain.net.ipfragmentoverlap.IpFragmentOverlapLab.Answer;
import org.quintain.net.ipfragmentoverlap.IpFragmentOverlapLab.Challenge;
import org.quintain.net.ipfragmentoverlap.IpFragmentOverlapLab.Policy;
import org.quintain.net.ipfragmentoverlap.IpFragmentOverlapLab.Row;
import org.quintain.net.sim.TimedFrame;

/**
 * Overlapping fragments past an inspecting device (T. H. Ptacek, T. N. Newsham, 1998; U. Shankar, V. Paxson, 2003): one
 * broadcast packet of five gadgets tells all five policies; a second one, of two or three, says the first text to the first
 * board, the second to the second and a mixture to the gate.
 *
 * <p>A gadget that separates the two boards carries the texts; the gate reads it as one of the boards does. So there has to
 * be a second gadget that separates the gate from that board. Either it separates the boards, too: then each gadget carries
 * one half of the texts. Or it does not: then it carries, between the halves, letters that only the gate reads.
 *
 * <p>Cost, over the practice seats 0 to 199: 11 frames for the survey and 5 or 7 for the packet, 17.3 in all (worst 18); 33
 * queries (worst 34); 4 milliseconds of virtual time.
 */
public final class IpFragmentOverlapAttack implements Reference<Challenge, Answer> {
    private static final long PAUSE_MICROS = 2_000;
    private static final int PROBE_IDENTIFICATION = 1;
    private static final int IDENTIFICATION = 2;
    private static final int HALF = 8;

    @Override
    public Lab<Challenge, Answer> lab() {
        return new IpFragmentOverlapLab();
    }

    @Override
    public Answer run(Challenge challenge) {
        OutsideCard outside = new OutsideCard(challenge);
        Map<String, Policy> policies = Survey.policies(outside, PROBE_IDENTIFICATION);
        List<byte[]> frames = outside.frames(packet(challenge, policies), IDENTIFICATION);
        frames.forEach(outside::send);
        outside.reports(PAUSE_MICROS);
        List<TimedFrame> script =
                frames.stream().map(frame -> new TimedFrame(0, Bytes.of(frame))).toList();
        return new Answer(
                script,
                policies.entrySet().stream()
                        .map(row -> new Row(row.getKey(), row.getValue()))
                        .toList());
    }

    /** The packet with two texts. */
    static GadgetPacket packet(Challenge challenge, Map<String, Policy> policies) {
        Policy valley = policies.get(challenge.boards().get(0).name());
        Policy summit = policies.get(challenge.boards().get(1).name());
        Policy gate = policies.get(OutsideCard.GATE);
        Gadget between = find(valley, summit);
        // Whom the gate reads the same text as, if nothing else is done.
        Policy alike = between.separates(gate, valley) ? summit : valley;
        Gadget apart = find(gate, alike);
        String first = challenge.valleyText();
        String second = challenge.summitText();
        GadgetPacket packet = new GadgetPacket();
        addTexts(packet, between, valley, first.substring(0, HALF), second.substring(0, HALF));
        if (apart.separates(valley, summit)) {
            addTexts(packet, apart, valley, first.substring(HALF), second.substring(HALF));
        } else {
            boolean isNewForGate = apart.isNewReadBy(gate);
            packet.add(apart, isNewForGate ? "" : "x", isNewForGate ? "x" : "");
            addTexts(packet, between, valley, first.substring(HALF), second.substring(HALF));
        }
        return packet;
    }

    private static void addTexts(GadgetPacket packet, Gadget gadget, Policy first, String toFirst, String toSecond) {
        boolean isNewForFirst = gadget.isNewReadBy(first);
        packet.add(gadget, isNewForFirst ? toSecond : toFirst, isNewForFirst ? toFirst : toSecond);
    }

    /** The smallest gadget that two policies read differently; any, if they are the same. */
    private static Gadget find(Policy one, Policy other) {
        return Arrays.stream(Gadget.values())
                .filter(gadget -> gadget.separates(one, other))
                .findFirst()
                .orElse(Gadget.SAME);
    }

    /** Sends each board a long notice in fragments, in and out of order, one of them twice. */
    @Override
    public void honestUse(Challenge challenge) {
        HonestNotices.post(challenge);
    }

    @Override
    public List<NearMiss<Answer>> nearMisses(Challenge challenge, Answer right) {
        return IpFragmentOverlapMisses.of(challenge, right);
    }

    @Override
    public List<HardSeat> hardSeats() {
        return List.of(
                seat(41, "the boards differ only where fragments cover the same bytes: BSD and Linux"),
                seat(16, "they differ only where the new fragment ends with the held one: Windows and Solaris"),
                seat(3, "they differ only where the new fragment covers more on both sides: Windows and First"),
                seat(8, "they differ only where the new fragment begins earlier and ends within: Solaris and BSD"),
                seat(7, "they differ only where the new fragment begins later: Last and Linux"),
                seat(1, "two overlaps are enough: each separates the boards, and the gate takes sides differently"),
                seat(2, "the gate has the policy of the lodge's board"),
                seat(0, "the gate has a policy that no board has"));
    }

    private static HardSeat seat(int number, String why) {
        return new HardSeat(why, Seat.practice(number), Map.of());
    }
}
