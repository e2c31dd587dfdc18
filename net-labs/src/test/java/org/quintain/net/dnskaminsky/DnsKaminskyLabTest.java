package org.quintain.net.dnskaminsky;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.quintain.core.LabRun;
import org.quintain.core.Mark;
import org.quintain.core.Param;
import org.quintain.core.Params;
import org.quintain.core.RefusedException;
import org.quintain.core.Setup;
import org.quintain.net.dnskaminsky.DnsKaminskyLab.Answer;
import org.quintain.net.dnskaminsky.DnsKaminskyLab.Challenge;
import org.quintain.net.sim.dns.BailiwickBehaviour;
import org.quintain.net.sim.dns.CacheEntry;
import org.quintain.net.sim.dns.DnsPolicy;
import org.quintain.net.sim.host.ForwardFilter;
import org.quintain.net.wire.DnsType;
import org.quintain.net.wire.Ethernet;
import org.quintain.net.wire.Flaw;
import org.quintain.net.wire.Frames;
import org.quintain.net.wire.Ipv4;
import org.quintain.net.wire.Udp;

class DnsKaminskyLabTest {
    private static final DnsKaminskyLab LAB = new DnsKaminskyLab();
    /** All 256 identifiers fit into a race: whoever knows the rules wins the first one. */
    private static final Params SURE = Params.of(DnsKaminskyLab.ID_BITS, 8);

    private static Map<String, String> reasons(DnsKaminskyTarget target) {
        Map<String, String> reasons = new TreeMap<>();
        for (Mark mark :
                DnsKaminskyChecker.verdict(target, new Answer(0, List.of())).marks()) {
            reasons.put(mark.criterion(), mark.why().key());
        }
        return reasons;
    }

    /** A race in which every identifier is tried. */
    private static Racer sure(byte[] message, String name, UnaryOperator<DnsPolicy> experiment, boolean isFiltered) {
        Racer racer = new Racer(3, SURE, experiment);
        if (isFiltered) {
            racer.target.router().filter(ForwardFilter.REVERSE_PATH);
        }
        racer.target.flood().burst(racer.question(name), 0, 1, 1);
        racer.target
                .flood()
                .burst(racer.forged(message, racer.port()), racer.ids.first(), racer.ids.stride(), racer.ids.count());
        racer.target.network().advance(200_000);
        return racer;
    }

    private static Racer sureReferral(UnaryOperator<DnsPolicy> experiment, boolean isFiltered) {
        Challenge it = new Racer(3, SURE).challenge;
        String name = "x." + it.zone();
        int own = org.quintain.net.wire.Ipv4Address.of(it.ownAddress());
        return sure(Racer.referral(name, it.zone(), "new." + it.zone(), own).toBytes(), name, experiment, isFiltered);
    }

    @Test
    void forgedReferralWithEveryIdentifierReplacesTheZonesServer() {
        Racer racer = sureReferral(policy -> policy, false);
        assertEquals("replaced-right", reasons(racer.target).get("replaced"));
        assertEquals("user-waiting", reasons(racer.target).get("user"));
        racer.target.network().advance(60_000_000);
        assertEquals("user-failed", reasons(racer.target).get("user"));
    }

    @Test
    void lettersOfRandomCaseRefuseAReferralWhoseIdentifierIsRight() {
        Racer racer = sureReferral(policy -> policy.withCaseRandom(true), false);
        assertTrue(racer.target.resolver().counters().mismatchedCases() > 0);
        assertEquals(0, racer.target.resolver().counters().forgedAnswers());
    }

    @Test
    void ingressFilteringKeepsForgedSourcesFromTheResolver() {
        Racer racer = sureReferral(policy -> policy, true);
        assertEquals(256, racer.target.router().counters().filteredPackets());
        assertEquals("replaced-no-answer", reasons(racer.target).get("replaced"));
    }

    /** A hit that speaks of another zone. */
    private static CacheEntry stranger(BailiwickBehaviour rule) {
        Challenge it = new Racer(3, SURE).challenge;
        String name = "x." + it.zone();
        byte[] message = Racer.referral(name, "stranger.example", "ns.stranger.example", 1)
                .toBytes();
        Racer racer = sure(message, name, policy -> policy.withBailiwick(rule), false);
        assertTrue(racer.target.resolver().counters().forgedAnswers() > 0);
        return racer.target.resolver().cache().peek("stranger.example", DnsType.NS);
    }

    @Test
    void hitForOneZoneSaysNothingAboutAnotherUnlessAnythingIsBelieved() {
        assertNull(stranger(BailiwickBehaviour.RFC_2181));
        assertNull(stranger(BailiwickBehaviour.IN_ZONE));
        assertEquals(
                "stranger.example", stranger(BailiwickBehaviour.ANYTHING).name().toString());
    }

    @Test
    void policyOfTheHardenedTwinDrawsPortsAndIdentifiersFromTheFullRange() {
        Racer racer = new Racer(5, Params.of(Param.HARDENED, true));
        TreeSet<Integer> ports = new TreeSet<>();
        TreeSet<Integer> ids = new TreeSet<>();
        racer.target.network().addTap((micros, from, frame, origin) -> {
            Ethernet ethernet = new Ethernet();
            Ipv4 ip = new Ipv4();
            Udp udp = new Udp();
            if (from.node() == racer.target.resolver().host()
                    && ethernet.wrap(frame) == Flaw.NONE
                    && ip.wrap(ethernet) == Flaw.NONE
                    && ip.destination() == racer.server()
                    && udp.wrap(ip) == Flaw.NONE) {
                ports.add(udp.sourcePort());
                ids.add((frame[udp.payloadOffset()] & 0xFF) << 8 | frame[udp.payloadOffset() + 1] & 0xFF);
            }
        });
        for (int i = 0; i < 400; i++) {
            racer.target.flood().burst(racer.question(racer.next()), 0, 1, 1);
            racer.target.network().advance(60_000);
        }
        assertTrue(ports.size() > 390 && ids.size() > 390, ports.size() + " " + ids.size());
        assertTrue(ports.first() < 2_000 && ports.last() > 64_500 && ids.first() < 1_000 && ids.last() > 64_500);
    }

    @Test
    void burstCountsIdentifiersWithRightChecksumsAndLeavesAMissingOneOut() {
        for (boolean hasChecksum : new boolean[] {true, false}) {
            Racer racer = new Racer(1, Params.none());
            byte[] frame = racer.question("a." + racer.challenge.zone());
            Ethernet ethernet = new Ethernet();
            Ipv4 ip = new Ipv4();
            Udp udp = new Udp();
            ethernet.wrap(frame);
            ip.wrap(ethernet);
            udp.wrap(ip);
            if (!hasChecksum) {
                udp.checksum(0);
            }
            List<Integer> sent = new ArrayList<>();
            racer.target.network().addTap((micros, from, copy, origin) -> {
                if (from.node() == racer.target.learner()) {
                    ethernet.wrap(copy);
                    ip.wrap(ethernet);
                    udp.wrap(ip);
                    assertTrue(hasChecksum ? udp.isChecksumRight(ip) : udp.checksum() == 0);
                    sent.add((copy[udp.payloadOffset()] & 0xFF) << 8 | copy[udp.payloadOffset() + 1] & 0xFF);
                }
            });
            racer.target.flood().burst(frame, 65_530, 4, 3);
            assertEquals(List.of(65_530, 65_534, 2), sent);
        }
    }

    @Test
    void burstOfOtherFramesOrNumbersIsRefusedAndCostsTheQuery() {
        Setup setup = Setup.practice(LAB, 0, Params.none());
        LabRun<Challenge, Answer> run = LAB.open(setup);
        byte[] arp = Frames.arpRequest(1, 2, 3);
        for (byte[] frame : List.of(new byte[0], arp, new byte[60])) {
            assertThrows(RefusedException.class, () -> run.challenge().flood().burst(frame, 0, 1, 1));
        }
        byte[] right = new Racer(1, Params.none()).question("a.example");
        for (int[] each :
                new int[][] {{-1, 1, 1}, {65_536, 1, 1}, {0, -1, 1}, {0, 65_536, 1}, {0, 1, 0}, {0, 1, 513}}) {
            assertThrows(RefusedException.class, () -> run.challenge().flood().burst(right, each[0], each[1], each[2]));
        }
        run.challenge().flood().burst(right, 0, 1, 512);
        assertEquals(10, setup.meter().usage().queries());
        assertEquals(512, setup.meter().usage().packets());
    }

    @Test
    void learnerSeesNothingOfTheResolversQuestionsToOthers() {
        Racer racer = new Racer(2, Params.none());
        racer.target.network().advance(120_000_000);
        assertTrue(racer.target.user().genuine() >= 20);
        // The router's reply to the learner's own question for its MAC.
        assertEquals(1, racer.target.learner().card().advance(0));
    }

    @Test
    void verdictSaysHowFarARaceCame() {
        Racer idle = new Racer(4, Params.none());
        assertEquals("replaced-no-race", reasons(idle.target).get("replaced"));
        assertEquals("user-open", reasons(idle.target).get("user"));
        assertEquals("port-none", reasons(idle.target).get("port"));
        String name = idle.next();
        idle.run(name, new byte[0], List.of());
        assertEquals("replaced-no-answer", reasons(idle.target).get("replaced"));
        Racer wrong = new Racer(4, Params.none());
        wrong.run(wrong.next(), Racer.answer(name, 1).toBytes(), List.of(wrong.ids.first() - 1 & 0xFFFF));
        assertEquals("replaced-id", reasons(wrong.target).get("replaced"));
        Racer other = sure(Racer.answer("x." + idle.challenge.zone(), 1).toBytes(), "x.example", p -> p, false);
        assertFalse(other.target.resolver().counters().forgedAnswers() > 0);
    }

    @Test
    void portsAreFewKnownOnesOrNone() {
        for (int seat = 0; seat < 20; seat++) {
            DnsKaminskyTarget four = new Racer(seat, Params.of(DnsKaminskyLab.PORTS, 4)).target;
            DnsKaminskyTarget none = new Racer(seat, Params.of(Param.HARDENED, true)).target;
            int fit = 0;
            for (int port = 0; port < 65_536; port++) {
                fit += four.isPort(port) ? 1 : 0;
                assertFalse(none.isPort(port));
            }
            assertEquals(4, fit);
        }
    }
}
