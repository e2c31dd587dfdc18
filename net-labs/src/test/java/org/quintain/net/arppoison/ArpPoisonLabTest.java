package org.quintain.net.arppoison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.quintain.core.Bytes;
import org.quintain.core.LabRun;
import org.quintain.core.Mark;
import org.quintain.core.Param;
import org.quintain.core.Params;
import org.quintain.core.Setup;
import org.quintain.core.Verdict;
import org.quintain.net.arppoison.ArpPoisonLab.Answer;
import org.quintain.net.arppoison.ArpPoisonLab.Challenge;
import org.quintain.net.arppoison.ArpPoisonLab.Habit;
import org.quintain.net.sim.NetworkWatcher;
import org.quintain.net.sim.NetworkWatcher.Purpose;
import org.quintain.net.sim.TimedFrame;
import org.quintain.net.sim.host.ArpCache;
import org.quintain.net.sim.host.ArpClaim;
import org.quintain.net.sim.host.Host;
import org.quintain.net.wire.Arp;
import org.quintain.net.wire.Endpoints;
import org.quintain.net.wire.Ethernet;
import org.quintain.net.wire.Frames;
import org.quintain.net.wire.Ipv4Address;
import org.quintain.net.wire.MacAddress;

class ArpPoisonLabTest {
    private static final ArpPoisonLab LAB = new ArpPoisonLab();

    private static Setup setup(int seat, boolean hardened) {
        return Setup.practice(LAB, seat, Params.of(Param.HARDENED, hardened));
    }

    private static ArpPoisonTarget target(int seat, boolean hardened) {
        return new ArpPoisonTarget(setup(seat, hardened), NetworkWatcher.NONE, Purpose.SESSION);
    }

    /** A target whose console has a given habit. */
    private static ArpPoisonTarget targetWith(ArpPoisonHabit habit, boolean hardened) {
        for (int seat = 0; ; seat++) {
            ArpPoisonTarget target = target(seat, hardened);
            if (target.habits().get(0).equals(habit)) {
                // The stations' announcements are over; they would set right what is sent together with them.
                target.learner().card().advance(1_000);
                return target;
            }
        }
    }

    private static void send(ArpPoisonTarget target, byte[] frame) {
        target.learner().card().send(frame);
        target.learner().card().advance(2_000);
    }

    private static byte[] claim(ArpPoisonTarget target, int operation, long to, int sender, int forWhom) {
        long mac = target.learner().mac();
        return Frames.arp(to, mac, operation, mac, sender, MacAddress.NONE, forWhom);
    }

    private static Map<String, String> reasons(ArpPoisonTarget target) {
        Map<String, String> reasons = new TreeMap<>();
        Verdict verdict = ArpPoisonChecker.verdict(target, new Answer(List.of(), List.of()));
        for (Mark mark : verdict.marks()) {
            reasons.put(mark.criterion(), mark.why().key());
        }
        return reasons;
    }

    @Test
    void stationsBelieveWhatTheirHabitsSayAndNothingElse() {
        for (int seat = 0; seat < 12; seat++) {
            ArpPoisonTarget target = target(seat, false);
            for (int i = 0; i < 4; i++) {
                Host host = (Host) target.network().node(hostIndex(target, ArpPoisonTarget.NAMES.get(i)));
                ArpPoisonHabit habit = target.habits().get(i);
                String where = "seat " + seat + " " + host.name() + " " + habit;
                int base = host.address() & 0xFFFFFF00;
                int other = target.lamp() == host
                        ? target.console().address()
                        : target.lamp().address();
                assertBelieved(habit.request(), target, host, Arp.REQUEST, base | 0xF0, host.address(), where);
                assertBelieved(habit.reply(), target, host, Arp.REPLY, base | 0xF1, host.address(), where);
                assertBelieved(habit.gratuitous(), target, host, Arp.REQUEST, base | 0xF2, base | 0xF2, where);
                assertBelieved(habit.gratuitous(), target, host, Arp.REPLY, base | 0xF3, base | 0xF3, where);
                assertBelieved(false, target, host, Arp.REQUEST, base | 0xF4, other, where);
                assertBelieved(false, target, host, Arp.REPLY, base | 0xF5, other, where);
            }
        }
    }

    private static int hostIndex(ArpPoisonTarget target, String name) {
        for (int i = 0; ; i++) {
            if (target.network().node(i).name().equals(name)) {
                return i;
            }
        }
    }

    private static void assertBelieved(
            boolean expected,
            ArpPoisonTarget target,
            Host host,
            int operation,
            int claimed,
            int forWhom,
            String where) {
        send(target, claim(target, operation, host.mac(), claimed, forWhom));
        boolean isBelieved = host.arpCache().find(claimed) == target.learner().mac();
        assertEquals(expected, isBelieved, where + " " + operation + " " + Ipv4Address.format(claimed));
    }

    @Test
    void answerToAnOpenQuestionIsBelievedByEveryHabit() {
        for (int number = 0; number < ArpPoisonHabit.COUNT; number++) {
            ArpPoisonHabit habit = ArpPoisonHabit.of(number);
            assertTrue(habit.isBelieved(new ArpClaim(1, 2, true, false, true, true, true, ArpCache.UNKNOWN, -1)));
            assertEquals(
                    habit.request(),
                    habit.isBelieved(new ArpClaim(1, 2, false, false, true, true, true, ArpCache.UNKNOWN, -1)));
        }
    }

    @Test
    void honestProgramsMissNothingOnBothTwins() {
        for (int seat = 0; seat < 16; seat++) {
            for (boolean hardened : new boolean[] {false, true}) {
                ArpPoisonTarget target = target(seat, hardened);
                target.network().advance(300_000_000);
                for (ArpPoisonFlow flow : target.flows()) {
                    assertTrue(flow.sent() >= 75, "sent=" + flow.sent());
                    assertEquals(0, flow.missed(), "seat " + seat + " hardened " + hardened);
                }
                assertEquals(0, target.refusedPackets());
                assertEquals(0, target.network().droppedFrames());
            }
        }
    }

    /** Ways to say that the lamp is here, each of which works on some console without inspection. */
    private static List<byte[]> attackSuite(ArpPoisonTarget target) {
        long console = target.console().mac();
        int here = target.console().address();
        int lamp = target.lamp().address();
        long mine = target.learner().mac();
        List<byte[]> suite = new ArrayList<>(List.of(
                claim(target, Arp.REQUEST, console, lamp, here),
                claim(target, Arp.REQUEST, MacAddress.BROADCAST, lamp, here),
                claim(target, Arp.REPLY, console, lamp, here),
                claim(target, Arp.REPLY, MacAddress.BROADCAST, lamp, here),
                claim(target, Arp.REQUEST, console, lamp, lamp),
                claim(target, Arp.REQUEST, MacAddress.BROADCAST, lamp, lamp),
                claim(target, Arp.REPLY, MacAddress.BROADCAST, lamp, lamp)));
        // The frame's source forged, so that it is not the packet's sender; or the lamp's own, or nobody's.
        for (long source : new long[] {target.lamp().mac(), MacAddress.local(1)}) {
            suite.add(Frames.arp(console, source, Arp.REQUEST, mine, lamp, MacAddress.NONE, here));
            suite.add(Frames.arp(console, source, Arp.REPLY, mine, lamp, console, here));
        }
        suite.add(Frames.arp(console, MacAddress.local(1), Arp.REPLY, MacAddress.local(1), lamp, console, here));
        return suite;
    }

    @Test
    void everyAttackOfTheSuitePoisonsAConsoleThatBelievesAllAndNoneAnInspectedOne() {
        ArpPoisonHabit all = new ArpPoisonHabit(true, true, true);
        int size = attackSuite(targetWith(all, false)).size();
        for (int i = 0; i < size; i++) {
            ArpPoisonTarget open = targetWith(all, false);
            send(open, attackSuite(open).get(i));
            assertTrue(open.journal().isPoisoned(), "open, attack " + i);
            ArpPoisonTarget inspected = targetWith(all, true);
            send(inspected, attackSuite(inspected).get(i));
            inspected.network().advance(20_000_000);
            assertEquals("poisoned-refused", reasons(inspected).get("poisoned"), "inspected, attack " + i);
            assertEquals(0, inspected.orders().missed());
        }
    }

    @Test
    void priorityTagDoesNotGetAClaimPastTheInspection() {
        ArpPoisonTarget target = targetWith(new ArpPoisonHabit(true, true, true), true);
        byte[] plain = attackSuite(target).get(0);
        byte[] tagged = new byte[plain.length + 4];
        System.arraycopy(plain, 0, tagged, 0, 12);
        tagged[12] = (byte) 0x81;
        System.arraycopy(plain, 12, tagged, 16, plain.length - 12);
        send(target, tagged);
        assertEquals(1, target.refusedPackets());
        assertEquals("poisoned-refused", reasons(target).get("poisoned"));
    }

    @Test
    void inspectionLeavesTheLearnersOwnAddressAlone() {
        ArpPoisonTarget target = targetWith(new ArpPoisonHabit(true, true, true), true);
        int own = Ipv4Address.of(target.ownAddress());
        send(
                target,
                claim(
                        target,
                        Arp.REQUEST,
                        MacAddress.BROADCAST,
                        own,
                        target.console().address()));
        assertEquals(target.learner().mac(), target.console().arpCache().find(own));
    }

    @Test
    void verdictSaysWhyTheConsoleIsNotPoisoned() {
        ArpPoisonHabit requests = new ArpPoisonHabit(true, false, false);
        ArpPoisonTarget idle = targetWith(requests, false);
        assertEquals("poisoned-nothing", reasons(idle).get("poisoned"));
        assertEquals("diverted-open", reasons(idle).get("diverted"));
        assertEquals("forwarded-open", reasons(idle).get("forwarded"));
        assertEquals("habits-empty", reasons(idle).get("habits"));

        byte[] request = attackSuite(idle).get(0);
        ArpPoisonTarget malformed = targetWith(requests, false);
        byte[] broken = request.clone();
        broken[15] = 9;
        send(malformed, broken);
        assertEquals("poisoned-malformed", reasons(malformed).get("poisoned"));

        ArpPoisonTarget elsewhere = targetWith(requests, false);
        byte[] astray = request.clone();
        new Ethernet()
                .place(astray, 0, astray.length)
                .destination(elsewhere.lamp().mac());
        send(elsewhere, astray);
        assertEquals("poisoned-elsewhere", reasons(elsewhere).get("poisoned"));

        ArpPoisonTarget unbelieved = targetWith(requests, false);
        send(
                unbelieved,
                claim(
                        unbelieved,
                        Arp.REQUEST,
                        MacAddress.BROADCAST,
                        unbelieved.lamp().address(),
                        1));
        assertEquals("poisoned-unbelieved", reasons(unbelieved).get("poisoned"));

        ArpPoisonTarget unclaimed = targetWith(requests, false);
        send(
                unclaimed,
                claim(
                        unclaimed,
                        Arp.REQUEST,
                        unclaimed.console().mac(),
                        1,
                        unclaimed.console().address()));
        assertEquals("poisoned-unclaimed", reasons(unclaimed).get("poisoned"));
    }

    @Test
    void poisonedLampIsTheOtherWayRound() {
        for (int seat = 0; ; seat++) {
            ArpPoisonTarget target = target(seat, false);
            if (target.habits().get(1).request()) {
                send(
                        target,
                        claim(
                                target,
                                Arp.REQUEST,
                                target.lamp().mac(),
                                target.console().address(),
                                target.lamp().address()));
                assertEquals("poisoned-other-way", reasons(target).get("poisoned"));
                return;
            }
        }
    }

    @Test
    void orderThatGoesToAThirdStationIsNotDiverted() {
        ArpPoisonTarget target = targetWith(new ArpPoisonHabit(true, true, true), false);
        long office = ((Host) target.network().node(hostIndex(target, "office"))).mac();
        target.learner().card().advance(1_000_000);
        for (int i = 0; i < 10; i++) {
            send(
                    target,
                    Frames.arp(
                            target.console().mac(),
                            target.learner().mac(),
                            Arp.REPLY,
                            office,
                            target.lamp().address(),
                            target.console().mac(),
                            target.console().address()));
            target.learner().card().advance(500_000);
        }
        assertEquals("poisoned-right", reasons(target).get("poisoned"));
        assertEquals("diverted-elsewhere", reasons(target).get("diverted"));
    }

    /** Sends frames with the lamp's MAC as source until the switch believes that the lamp is here. */
    private static void stealPort(ArpPoisonTarget target) {
        Endpoints endpoints =
                new Endpoints(target.lamp().mac(), 1, target.learner().mac(), 2);
        for (int i = 0; i < 500; i++) {
            target.learner().card().send(Frames.udp(endpoints, 1, 1, new byte[0]));
            target.learner().card().advance(10_000);
        }
    }

    @Test
    void healedPoisonCountsAndAnOrderStolenAfterwardsDoesNot() {
        ArpPoisonTarget target = targetWith(new ArpPoisonHabit(true, true, true), false);
        send(target, attackSuite(target).get(2));
        target.lamp().networkInterface().announce();
        target.network().advance(2_000);
        assertEquals(
                target.lamp().mac(),
                target.console().arpCache().find(target.lamp().address()));
        assertEquals("poisoned-right", reasons(target).get("poisoned"));
        assertEquals("diverted-none", reasons(target).get("diverted"));
        stealPort(target);
        assertEquals("diverted-switch", reasons(target).get("diverted"));
        assertEquals("forwarded-open", reasons(target).get("forwarded"));
    }

    @Test
    void portStealingFoolsTheSwitchAndEarnsNothing() {
        for (boolean hardened : new boolean[] {false, true}) {
            ArpPoisonTarget target = target(1, hardened);
            target.learner().card().advance(5_000_000);
            stealPort(target);
            assertEquals("diverted-switch", reasons(target).get("diverted"));
            Answer answer = new Answer(List.of(), List.of());
            assertEquals(0, ArpPoisonChecker.verdict(target, answer).earned());
        }
    }

    @Test
    void wrongOrDoubledStationsAreSaidToBeSo() {
        LabRun<Challenge, Answer> run = LAB.open(setup(0, false));
        Habit lamp = new Habit("lamp", true, true, true);
        for (List<Habit> habits : List.of(
                List.of(lamp),
                List.of(lamp, lamp, lamp, lamp),
                List.of(
                        lamp,
                        new Habit("console", true, true, true),
                        new Habit("gauge", true, true, true),
                        new Habit("Office", true, true, true)))) {
            Verdict verdict = run.checker().check(new Answer(List.of(), habits));
            assertEquals("habits-stations", verdict.marks().get(3).why().key());
        }
    }

    @Test
    void everyConsoleHasAHabitThatCanBeUsedAndAllSevenOccur() {
        Map<ArpPoisonHabit, Integer> counts = new java.util.HashMap<>();
        for (int seat = 0; seat < 200; seat++) {
            counts.merge(target(seat, false).habits().get(0), 1, Integer::sum);
        }
        assertEquals(7, counts.size());
        assertEquals(null, counts.get(new ArpPoisonHabit(false, false, false)));
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
        run.checker().check(new Answer(List.of(), List.of()));
        assertEquals(List.of("SESSION learner 5", "SCRIPT learner 5"), seen);
    }

    @Test
    void longestAndLoudestScriptsEndSoonAndEarnNothing() {
        LabRun<Challenge, Answer> run = LAB.open(setup(2, false));
        byte[] frame = new byte[1518];
        java.util.Arrays.fill(frame, (byte) 0xff);
        List<TimedFrame> script = new ArrayList<>();
        for (int i = 0; i < 199; i++) {
            script.add(new TimedFrame(i, Bytes.of(frame)));
        }
        script.add(new TimedFrame((1L << 53) - 1, Bytes.of(frame)));
        Verdict verdict = run.checker().check(new Answer(script, List.of()));
        assertEquals(0, verdict.earned());
        assertNotEquals(0, verdict.marks().size());
    }
}
