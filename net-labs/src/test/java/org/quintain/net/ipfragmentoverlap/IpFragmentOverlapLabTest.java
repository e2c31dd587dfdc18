package org.quintain.net.ipfragmentoverlap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.quintain.core.Bytes;
import org.quintain.core.LabRun;
import org.quintain.core.Mark;
import org.quintain.core.Param;
import org.quintain.core.Params;
import org.quintain.core.Setup;
import org.quintain.core.Verdict;
import org.quintain.net.ipfragmentoverlap.IpFragmentOverlapLab.Answer;
import org.quintain.net.ipfragmentoverlap.IpFragmentOverlapLab.Challenge;
import org.quintain.net.ipfragmentoverlap.IpFragmentOverlapLab.Policy;
import org.quintain.net.ipfragmentoverlap.IpFragmentOverlapLab.Row;
import org.quintain.net.sim.NetworkWatcher;
import org.quintain.net.sim.NetworkWatcher.Purpose;
import org.quintain.net.sim.TimedFrame;
import org.quintain.net.sim.host.OverlapBehaviour;
import org.quintain.net.sim.host.OverlapPolicy;
import org.quintain.net.wire.Endpoints;
import org.quintain.net.wire.Ethernet;
import org.quintain.net.wire.Frames;
import org.quintain.net.wire.Ipv4;
import org.quintain.net.wire.Ipv4Address;
import org.quintain.net.wire.MacAddress;
import org.quintain.net.wire.Udp;

class IpFragmentOverlapLabTest {
    private static final IpFragmentOverlapLab LAB = new IpFragmentOverlapLab();
    private static final Answer NOTHING = new Answer(List.of(), List.of());

    private static Setup setup(int seat, boolean hardened) {
        return Setup.practice(LAB, seat, Params.of(Param.HARDENED, hardened));
    }

    private static IpFragmentOverlapTarget target(int seat, boolean hardened) {
        return new IpFragmentOverlapTarget(setup(seat, hardened), NetworkWatcher.NONE, Purpose.SESSION);
    }

    /** A target with policies of one's choice: the boards', the gate's last. */
    private static IpFragmentOverlapTarget target(OverlapPolicy... policies) {
        return new IpFragmentOverlapTarget(
                setup(0, false), Arrays.asList(policies), NetworkWatcher.NONE, Purpose.SESSION);
    }

    private static Endpoints toAll(IpFragmentOverlapTarget target) {
        int own = Ipv4Address.of(target.ownAddress());
        return new Endpoints(target.learner().mac(), own, MacAddress.BROADCAST, Ipv4Address.BROADCAST);
    }

    private static void send(IpFragmentOverlapTarget target, byte[]... frames) {
        for (byte[] frame : frames) {
            target.learner().card().send(frame);
        }
        target.learner().card().advance(2_000);
    }

    /** A fragment of a datagram to all boards; the UDP header is its first unit of 8 bytes. */
    private static byte[] fragment(IpFragmentOverlapTarget target, int id, int unit, boolean isMore, String text) {
        byte[] payload = text.getBytes(StandardCharsets.ISO_8859_1);
        return Frames.fragment(toAll(target), Ipv4.PROTOCOL_UDP, id, unit * 8, isMore, payload);
    }

    private static byte[] header(IpFragmentOverlapTarget target, int id, int units) {
        byte[] header = new byte[Udp.LENGTH_BYTES];
        new Udp()
                .begin(header, 0)
                .sourcePort(IpFragmentOverlapNotice.PORT)
                .destinationPort(IpFragmentOverlapNotice.PORT)
                .datagramLengthBytes(units * 8);
        return Frames.fragment(toAll(target), Ipv4.PROTOCOL_UDP, id, 0, true, header);
    }

    private static byte[] notice(IpFragmentOverlapTarget target, String text) {
        int port = IpFragmentOverlapNotice.PORT;
        return Frames.udp(toAll(target), port, port, text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static Map<String, String> reasons(IpFragmentOverlapTarget target) {
        Map<String, String> reasons = new TreeMap<>();
        for (Mark mark : IpFragmentOverlapChecker.verdict(target, NOTHING).marks()) {
            reasons.put(mark.criterion(), mark.why().key());
        }
        return reasons;
    }

    @Test
    void boardsHaveFourPoliciesAndTheGateNeitherOfTheFirstTwo() {
        Set<OverlapPolicy> gates = new HashSet<>();
        for (int seat = 0; seat < 100; seat++) {
            List<OverlapPolicy> policies = target(seat, false).policies();
            assertEquals(4, Set.copyOf(policies.subList(0, 4)).size());
            assertFalse(policies.subList(0, 2).contains(policies.get(4)));
            assertFalse(policies.contains(OverlapBehaviour.REFUSE));
            gates.add(policies.get(4));
        }
        assertEquals(7, gates.size());
    }

    @Test
    void hardenedTwinHasOnePolicyAndTheSameTextsAndAddresses() {
        Setup open = setup(3, false);
        IpFragmentOverlapTarget target = new IpFragmentOverlapTarget(open, NetworkWatcher.NONE, Purpose.SESSION);
        IpFragmentOverlapTarget twin =
                new IpFragmentOverlapTarget(open.with(Param.HARDENED, true), NetworkWatcher.NONE, Purpose.SESSION);
        assertEquals(Set.of(OverlapBehaviour.REFUSE), Set.copyOf(twin.policies()));
        assertEquals(target.texts(), twin.texts());
        assertEquals(target.stations(), twin.stations());
        assertEquals(target.ownAddress(), twin.ownAddress());
    }

    @Test
    void reservedTextsDifferInBothHalves() {
        for (int seat = 0; seat < 300; seat++) {
            List<String> texts = target(seat, false).texts();
            assertEquals(IpFragmentOverlapNotice.TEXT_BYTES, texts.get(0).length());
            assertEquals(IpFragmentOverlapNotice.TEXT_BYTES, texts.get(1).length());
            assertNotEquals(texts.get(0).substring(0, 8), texts.get(1).substring(0, 8));
            assertNotEquals(texts.get(0).substring(8), texts.get(1).substring(8));
        }
    }

    @Test
    void officesTimetablesComeThroughOnBothTwins() {
        for (int seat = 0; seat < 8; seat++) {
            for (boolean hardened : new boolean[] {false, true}) {
                IpFragmentOverlapTarget target = target(seat, hardened);
                target.network().advance(300_000_000);
                assertTrue(
                        target.timetable().sent() >= 33,
                        "sent=" + target.timetable().sent());
                assertEquals(0, target.timetable().missed(), "seat " + seat + " hardened " + hardened);
                assertTrue(target.boards().get(0).host().counters().reassembledPackets() > 0);
            }
        }
    }

    @Test
    void figureOfActiveMappingIsReadAsItsAuthorsReport() {
        // U. Shankar, V. Paxson, 2003, section 3.2.2: six fragments, five policies. The digits are theirs; one UDP
        // header more.
        Map<OverlapPolicy, String> expected = Map.of(
                OverlapBehaviour.BSD, "111442333666",
                OverlapBehaviour.BSD_RIGHT, "144422555666",
                OverlapBehaviour.LINUX, "111442555666",
                OverlapBehaviour.FIRST, "111422333666",
                OverlapBehaviour.LAST, "144442555666");
        expected.forEach((policy, digits) -> {
            IpFragmentOverlapTarget target = target(policy, policy, policy, policy, OverlapBehaviour.FIRST);
            send(
                    target,
                    fragment(target, 9, 1, true, "1".repeat(24)),
                    fragment(target, 9, 5, true, "2".repeat(16)),
                    fragment(target, 9, 7, true, "3".repeat(24)),
                    fragment(target, 9, 2, true, "4".repeat(32)),
                    fragment(target, 9, 7, true, "5".repeat(24)),
                    fragment(target, 9, 10, false, "6".repeat(24)),
                    header(target, 9, 13));
            String shown = target.boards().get(0).readings().get(0).text();
            StringBuilder units = new StringBuilder();
            for (int i = 0; i < shown.length(); i += 8) {
                units.append(shown.charAt(i));
            }
            assertEquals(digits, units.toString(), policy.toString());
        });
    }

    /** Random fragments of a notice of five units that say halves of the reserved texts, dots, or letters. */
    private static List<byte[]> randomFragments(IpFragmentOverlapTarget target, Random random, int id) {
        List<String> halves = new ArrayList<>(List.of("........", "x......."));
        target.texts().forEach(text -> halves.addAll(List.of(text.substring(0, 8), text.substring(8))));
        List<byte[]> frames = new ArrayList<>();
        int count = 3 + random.nextInt(5);
        for (int i = 0; i < count; i++) {
            int from = random.nextInt(4);
            int to = from + 1 + random.nextInt(4 - from);
            StringBuilder text = new StringBuilder();
            for (int unit = from; unit < to; unit++) {
                text.append(halves.get(random.nextInt(halves.size())));
            }
            frames.add(fragment(target, id, 1 + from, to < 4, text.toString()));
        }
        if (random.nextInt(4) == 0) {
            // A frame that one board alone gets, or nobody.
            long to = random.nextBoolean() ? target.boards().get(0).host().mac() : MacAddress.local(7);
            new Ethernet().place(frames.get(0), 0, frames.get(0).length).destination(to);
        }
        frames.add(random.nextInt(3) == 0 ? random.nextInt(frames.size()) : frames.size(), header(target, id, 5));
        return frames;
    }

    /** Sends packets at random and says which of the reserved texts a board has shown. */
    private static Set<String> shownByChance(long seed, int packets, OverlapPolicy... policies) {
        Random random = new Random(seed);
        Set<String> shown = new TreeSet<>();
        IpFragmentOverlapTarget target = target(policies);
        for (int packet = 0; packet < packets; packet++) {
            if (packet % 50 == 49) {
                // The run's budget of packets and the network's of events.
                target = target(policies);
            }
            randomFragments(target, random, random.nextInt(4))
                    .forEach(target.learner().card()::send);
            target.learner().card().advance(random.nextInt(10) == 0 ? 60_000_000 : 2_000);
            for (IpFragmentOverlapBoard board : target.boards()) {
                target.texts().stream()
                        .filter(text -> board.readings().stream()
                                .anyMatch(reading -> reading.text().contains(text)))
                        .forEach(shown::add);
                assertEquals(0, board.host().waitingFragmentedPackets());
            }
        }
        return shown;
    }

    @Test
    void gateWithThePolicyOfTheBoardsIsNeverPassedWhicheverItIs() {
        int packets = Integer.getInteger("quintain.overlap.packets", 400);
        for (OverlapPolicy policy : OverlapBehaviour.values()) {
            assertEquals(
                    Set.of(), shownByChance(71, packets, policy, policy, policy, policy, policy), policy.toString());
        }
    }

    @Test
    void gateWithAnotherPolicyIsPassedByChanceAlone() {
        Set<String> shown = shownByChance(
                71,
                400,
                OverlapBehaviour.LAST,
                OverlapBehaviour.LAST,
                OverlapBehaviour.LINUX,
                OverlapBehaviour.BSD,
                OverlapBehaviour.FIRST);
        assertFalse(shown.isEmpty());
    }

    @Test
    void boardsNeverHoldAPartOfWhatTheGateHasDropped() {
        IpFragmentOverlapTarget target = target(0, true);
        String text = target.texts().get(0);
        byte[] first = fragment(target, 5, 1, true, text.substring(0, 8));
        byte[] last = fragment(target, 5, 2, false, text.substring(8));
        send(target, first, last, header(target, 5, 3));
        assertEquals(1, target.gate().refusedPackets());
        // The rest again, which the gate takes for a new packet.
        send(target, header(target, 5, 3));
        assertEquals(List.of(), target.boards().get(0).readings());
        assertEquals(0, target.boards().get(0).host().waitingFragmentedPackets());
        assertEquals("evaded-refused", reasons(target).get("evaded"));
    }

    @Test
    void fragmentThatNoBoardGetsDoesNotCountAtTheGate() {
        IpFragmentOverlapTarget target = target(0, true);
        String text = target.texts().get(0);
        byte[] decoy = fragment(target, 5, 1, true, "harmless");
        new Ethernet().place(decoy, 0, decoy.length).destination(MacAddress.local(7));
        byte[] first = fragment(target, 5, 1, true, text.substring(0, 8));
        byte[] last = fragment(target, 5, 2, false, text.substring(8));
        send(target, decoy, first, last, header(target, 5, 3));
        assertEquals(1, target.gate().refusedPackets());
        assertFalse(target.boards().get(0).hasShown(text));
    }

    @Test
    void fragmentWithAWrongHeaderChecksumDoesNotCountAtTheGate() {
        IpFragmentOverlapTarget target = target(0, true);
        String text = target.texts().get(0);
        byte[] decoy = fragment(target, 5, 1, true, "harmless");
        new Ipv4().place(decoy, Ethernet.LENGTH_BYTES, decoy.length).checksum(0);
        byte[] first = fragment(target, 5, 1, true, text.substring(0, 8));
        byte[] last = fragment(target, 5, 2, false, text.substring(8));
        send(target, decoy, first, last, header(target, 5, 3));
        assertEquals(1, target.gate().droppedFrames());
        assertEquals(1, target.gate().refusedPackets());
        assertFalse(target.boards().get(0).hasShown(text));
    }

    @Test
    void exactCopiesPassWherePacketsWithOverlapsAreGivenUp() {
        IpFragmentOverlapTarget target = target(0, true);
        byte[] first = fragment(target, 5, 1, true, "cabin 12");
        byte[] last = fragment(target, 5, 2, false, " is late");
        send(target, last, first, last, first, header(target, 5, 3));
        assertEquals(
                "cabin 12 is late", target.boards().get(2).readings().get(0).text());
        send(target, fragment(target, 6, 1, true, "x".repeat(16)), last, first, header(target, 6, 3));
        send(target, fragment(target, 6, 2, false, "y".repeat(8)), header(target, 6, 3));
        assertEquals(1, target.gate().readPackets());
    }

    @Test
    void gateForgetsAPacketAfterAMinuteAndTheOldestOfTooMany() {
        IpFragmentOverlapTarget target = target(0, false);
        send(target, fragment(target, 1, 1, false, "too late"));
        target.network().advance(60_000_000);
        send(target, header(target, 1, 2));
        assertEquals(0, target.gate().readPackets());
        for (int id = 2; id < 2 + IpFragmentOverlapGate.MAX_PACKETS; id++) {
            send(target, fragment(target, id, 1, false, "waits..."));
        }
        assertEquals(IpFragmentOverlapGate.MAX_PACKETS, target.gate().waitingPackets());
        send(target, header(target, 2 + IpFragmentOverlapGate.MAX_PACKETS - 1, 2));
        assertEquals(1, target.gate().readPackets());
        for (int i = 0; i < IpFragmentOverlapHeld.MAX_FRAMES; i++) {
            send(target, fragment(target, 99, 1, true, "one more"));
        }
        assertTrue(target.gate().waitingPackets() < IpFragmentOverlapGate.MAX_PACKETS);
    }

    @Test
    void verdictSaysWhyNoTextHasPassed() {
        IpFragmentOverlapTarget idle = target(1, false);
        assertEquals("evaded-nothing", reasons(idle).get("evaded"));
        assertEquals("both-open", reasons(idle).get("both"));
        assertEquals("policies-empty", reasons(idle).get("policies"));
        send(idle, Frames.arpRequest(idle.learner().mac(), Ipv4Address.of(idle.ownAddress()), 1));
        assertEquals("evaded-nothing", reasons(idle).get("evaded"));

        IpFragmentOverlapTarget tagged = target(1, false);
        byte[] frame = notice(tagged, "hello");
        byte[] withTag = new byte[frame.length + 4];
        System.arraycopy(frame, 0, withTag, 0, 12);
        withTag[12] = (byte) 0x81;
        System.arraycopy(frame, 12, withTag, 16, frame.length - 12);
        send(tagged, withTag);
        assertEquals("evaded-dropped", reasons(tagged).get("evaded"));

        IpFragmentOverlapTarget plain = target(1, false);
        send(plain, notice(plain, "hello"));
        assertEquals("hello", plain.boards().get(3).readings().get(0).text());
        assertEquals("evaded-other", reasons(plain).get("evaded"));

        IpFragmentOverlapTarget elsewhere = target(1, false);
        send(elsewhere, Frames.udp(toAll(elsewhere), 1, 2, new byte[3]));
        assertEquals("evaded-elsewhere", reasons(elsewhere).get("evaded"));

        IpFragmentOverlapTarget refused = target(1, false);
        send(refused, notice(refused, "the " + refused.texts().get(1).replace(" ", "... ") + "!"));
        assertEquals("evaded-refused", reasons(refused).get("evaded"));
    }

    @Test
    void textsOfDifferentPacketsAreNotOne() {
        // The gate takes the first, both boards the last: each text in a packet of its own, both passed.
        IpFragmentOverlapTarget target = target(
                OverlapBehaviour.LAST,
                OverlapBehaviour.LAST,
                OverlapBehaviour.BSD,
                OverlapBehaviour.LINUX,
                OverlapBehaviour.FIRST);
        for (int i = 0; i < 2; i++) {
            send(
                    target,
                    fragment(target, 7, 1, false, ".".repeat(16)),
                    fragment(target, 7, 1, false, target.texts().get(i)),
                    header(target, 7, 3));
            assertEquals("evaded-right", reasons(target).get("evaded"));
            assertEquals(i == 0 ? "both-one" : "both-apart", reasons(target).get("both"));
        }
    }

    @Test
    void wrongOrDoubledNamesAreSaidToBeSo() {
        LabRun<Challenge, Answer> run = LAB.open(setup(0, false));
        Row valley = new Row("valley", Policy.BSD);
        for (List<Row> rows : List.of(
                List.of(valley),
                Collections.nCopies(5, valley),
                List.of(
                        valley,
                        new Row("summit", Policy.BSD),
                        new Row("lodge", Policy.BSD),
                        new Row("depot", Policy.BSD),
                        new Row("Gate", Policy.BSD)))) {
            Verdict verdict = run.checker().check(new Answer(List.of(), rows));
            assertEquals("policies-names", verdict.marks().get(0).why().key());
        }
    }

    @Test
    void watcherSeesTheSessionAndEachScriptBeforeTheirClocksMove() {
        List<String> seen = new ArrayList<>();
        NetworkWatcher watcher = (network, learner, purpose) -> {
            assertEquals(0, network.now());
            assertEquals(0, network.framesInFlight());
            seen.add(purpose + " " + learner.name() + " " + network.links().size());
        };
        LabRun<Challenge, Answer> run = LAB.open(setup(3, false), watcher);
        List<TimedFrame> script = List.of(new TimedFrame(5, Bytes.of(new byte[60])));
        run.checker().check(new Answer(script, List.of()));
        run.checker().check(NOTHING);
        assertEquals(List.of("SESSION learner 7", "SCRIPT learner 7"), seen);
    }

    @Test
    void longestAndLoudestScriptsEndSoonAndEarnNothing() {
        IpFragmentOverlapTarget shape = target(2, false);
        byte[] loud = notice(shape, "z".repeat(1_400));
        List<TimedFrame> script = new ArrayList<>();
        for (int i = 0; i < 99; i++) {
            script.add(new TimedFrame(i, Bytes.of(loud)));
        }
        script.add(new TimedFrame((1L << 53) - 1, Bytes.of(loud)));
        Verdict verdict = LAB.open(setup(2, false)).checker().check(new Answer(script, List.of()));
        assertEquals(0, verdict.earned());
        assertEquals("evaded-other", verdict.marks().get(1).why().key());
    }
}
