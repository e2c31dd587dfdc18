package org.quintain.net.sim.dns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;
import org.quintain.net.sim.Tap;
import org.quintain.net.wire.Dns;
import org.quintain.net.wire.DnsName;
import org.quintain.net.wire.DnsType;
import org.quintain.net.wire.Ethernet;
import org.quintain.net.wire.Flaw;
import org.quintain.net.wire.Ipv4;
import org.quintain.net.wire.Udp;

/** What each policy gives away: a small attack that succeeds with the one and fails with the other. */
class DnsPolicyAttackTest {
    private static final SourcePortPolicy PORT = SourcePortPolicy.fixed(3333);
    private static final TransactionIdPolicy SEVEN = noise -> () -> 7;
    private static final DnsPolicy OPEN =
            DnsPolicy.DEFAULT.withTransactionIds(SEVEN).withSourcePorts(PORT);
    private static final DnsName NS = DnsName.of("ns1.harbour.example");

    private record Seen(int id, int port, byte[] message) {}

    /** What Mallory would hear on the resolver's cable. */
    private static List<Seen> listen(DnsWorld world) {
        List<Seen> seen = new ArrayList<>();
        Tap tap = (micros, from, frame, origin) -> {
            Ethernet ethernet = new Ethernet();
            Ipv4 ip = new Ipv4();
            Udp udp = new Udp();
            if (from.node() == world.resolverHost
                    && ethernet.wrap(frame, 0, frame.length) == Flaw.NONE
                    && ip.wrap(ethernet) == Flaw.NONE
                    && udp.wrap(ip) == Flaw.NONE
                    && udp.destinationPort() == Dns.PORT) {
                Dns dns = new Dns();
                dns.wrap(udp);
                byte[] message = Arrays.copyOfRange(frame, udp.payloadOffset(), udp.limit());
                seen.add(new Seen(dns.id(), udp.sourcePort(), message));
            }
        };
        world.network.addTap(tap);
        return seen;
    }

    private static Seen last(List<Seen> seen) {
        return seen.get(seen.size() - 1);
    }

    /** Mallory saw one query, foresees the next, and forges its answer without seeing it. */
    private static OptionalInt foresee(DnsPolicy policy, IntUnaryOperator id) {
        DnsWorld world = new DnsWorld(4, policy);
        List<Seen> seen = listen(world);
        world.ask("mail.harbour.example");
        Seen before = last(seen);
        world.begin("www.harbour.example");
        world.network.advance(2000);
        world.forge(before.port(), Forgery.answer(id.applyAsInt(before.id()) & 0xFFFF, DnsWorld.WWW_NAME));
        world.network.advance(DnsWorld.SECOND);
        return world.result.address();
    }

    @Test
    void aSequentialOrWeakIdentifierIsForeseenFromTheLastOne() {
        DnsPolicy port = DnsPolicy.DEFAULT.withSourcePorts(PORT);
        OptionalInt forged = OptionalInt.of(DnsWorld.FORGED);
        assertEquals(forged, foresee(port.withTransactionIds(TransactionIdBehaviour.SEQUENTIAL), id -> id + 1));
        assertEquals(
                forged,
                foresee(port.withTransactionIds(TransactionIdBehaviour.WEAK_GENERATOR), id -> 20_077 * id + 12_345));
        assertEquals(OptionalInt.of(DnsWorld.WWW), foresee(port, id -> id + 1));
    }

    /** Mallory tries all identifiers of a narrow source; how many of them were answered by a mismatch of the port. */
    private static DnsWorld tryAll(int seed, DnsPolicy policy, int bits, int port) {
        DnsWorld world = new DnsWorld(seed, policy.withTransactionIds(TransactionIdPolicy.random(bits)));
        world.ask("mail.harbour.example");
        world.begin("www.harbour.example");
        world.network.advance(2000);
        for (int id = 0; id < 1 << bits; id++) {
            world.forge(port, Forgery.answer(id, DnsWorld.WWW_NAME));
        }
        world.network.advance(DnsWorld.SECOND);
        return world;
    }

    @Test
    void allIdentifiersOfAFixedPortAreTriedInOneRaceButARandomPortEndsIt() {
        DnsWorld fixed = tryAll(5, DnsPolicy.DEFAULT.withSourcePorts(PORT), 8, 3333);
        assertEquals(OptionalInt.of(DnsWorld.FORGED), fixed.result.address());
        assertTrue(fixed.resolver.counters().mismatchedIds() > 0);
        DnsWorld random = tryAll(5, DnsPolicy.DEFAULT, 8, 3333);
        assertEquals(OptionalInt.of(DnsWorld.WWW), random.result.address());
        assertEquals(0, random.resolver.counters().forgedAnswers());
    }

    @Test
    void sequentialPortsCountUpAndRandomPortsSpread() {
        for (boolean isRandom : new boolean[] {false, true}) {
            SourcePortPolicy ports =
                    isRandom ? SourcePortPolicy.random(20_000, 40_000) : SourcePortPolicy.sequential(20_000, 40_000);
            DnsWorld world = new DnsWorld(6, DnsPolicy.DEFAULT.withSourcePorts(ports));
            List<Seen> seen = listen(world);
            for (int i = 0; i < 50; i++) {
                world.ask("n" + i + ".harbour.example");
            }
            int steps = 0;
            TreeSet<Integer> distinct = new TreeSet<>();
            for (int i = 1; i < seen.size(); i++) {
                steps += seen.get(i).port() == seen.get(i - 1).port() + 1 ? 1 : 0;
                distinct.add(seen.get(i).port());
            }
            assertEquals(isRandom ? 0 : seen.size() - 1, steps);
            assertTrue(distinct.size() >= 50 && distinct.first() >= 20_000 && distinct.last() < 60_000);
        }
    }

    /** A zone owner's server tells of a name that is not its own, when asked for one that is. */
    private static CacheEntry strangersRecord(BailiwickPolicy policy) {
        DnsWorld world = new DnsWorld(7, OPEN.withBailiwick(policy));
        world.ask("mail.harbour.example");
        world.begin("www.harbour.example");
        world.network.advance(2000);
        world.forge(3333, Forgery.with(7, DnsWorld.WWW_NAME, DnsName.of("www.lighthouse.test")));
        world.network.advance(DnsWorld.SECOND);
        assertEquals(OptionalInt.of(DnsWorld.FORGED), world.result.address());
        return world.resolver.cache().peek("www.lighthouse.test", DnsType.A);
    }

    @Test
    void aStrangersRecordIsKeptOnlyByWhoBelievesAnything() {
        assertTrue(strangersRecord(BailiwickBehaviour.ANYTHING).hasAddress(DnsWorld.FORGED));
        assertNull(strangersRecord(BailiwickBehaviour.IN_ZONE));
        assertNull(strangersRecord(BailiwickBehaviour.RFC_2181));
    }

    /** Forged besides an answer: another name of the same zone, which alice then asks for. */
    private static OptionalInt sibling(BailiwickPolicy policy) {
        DnsWorld world = new DnsWorld(8, OPEN.withBailiwick(policy));
        world.ask("mail.harbour.example");
        world.begin("x1.harbour.example");
        world.network.advance(2000);
        world.forge(3333, Forgery.with(7, DnsName.of("x1.harbour.example"), DnsName.of("mail.harbour.example")));
        world.network.advance(DnsWorld.SECOND);
        return world.address("mail.harbour.example");
    }

    @Test
    void anAdditionalRecordReplacesAnAnswerUnlessRecordsAreRanked() {
        assertEquals(OptionalInt.of(DnsWorld.FORGED), sibling(BailiwickBehaviour.ANYTHING));
        assertEquals(OptionalInt.of(DnsWorld.FORGED), sibling(BailiwickBehaviour.IN_ZONE));
        assertNotEquals(OptionalInt.of(DnsWorld.FORGED), sibling(BailiwickBehaviour.RFC_2181));
    }

    /** Kaminsky: an answer for a name that does not exist brings another address of the zone's server. */
    private static DnsWorld kaminsky(BailiwickPolicy policy) {
        DnsWorld world = new DnsWorld(9, OPEN.withBailiwick(policy));
        world.ask("mail.harbour.example");
        world.begin("x1.harbour.example");
        world.network.advance(2000);
        world.forge(3333, Forgery.withServer(7, DnsName.of("x1.harbour.example")));
        world.network.advance(DnsWorld.SECOND);
        return world;
    }

    @Test
    void aForgedServerAddressTakesTheZoneOverEvenWithRanksWhileItIsOnlyGlue() {
        for (BailiwickPolicy policy : BailiwickBehaviour.values()) {
            assertTrue(kaminsky(policy).resolver.cache().peek(NS, DnsType.A).hasAddress(DnsWorld.FORGED));
        }
    }

    @Test
    void withRanksTheServersAddressIsSafeOnceItWasAnAnswer() {
        DnsWorld world = new DnsWorld(9, OPEN);
        world.ask("ns1.harbour.example");
        world.begin("x1.harbour.example");
        world.network.advance(2000);
        world.forge(3333, Forgery.withServer(7, DnsName.of("x1.harbour.example")));
        world.network.advance(DnsWorld.SECOND);
        assertEquals(1, world.resolver.counters().forgedAnswers());
        assertTrue(world.resolver.cache().peek(NS, DnsType.A).hasAddress(DnsWorld.HARBOUR));
        assertTrue(world.resolver.counters().refusedRecords() > 0);
    }

    @Test
    void lettersOfRandomCaseMustComeBackAsTheyWere() {
        DnsWorld world = new DnsWorld(10, OPEN.withCaseRandom(true));
        List<Seen> seen = listen(world);
        world.ask("mail.harbour.example");
        world.begin("www.harbour.example");
        world.network.advance(2000);
        world.forge(3333, Forgery.answer(7, DnsWorld.WWW_NAME));
        world.network.advance(DnsWorld.SECOND);
        assertEquals(OptionalInt.of(DnsWorld.WWW), world.result.address());
        assertEquals(1, world.resolver.counters().mismatchedCases());
        String asked = new String(last(seen).message(), StandardCharsets.ISO_8859_1);
        assertTrue(asked.toLowerCase(Locale.ROOT).contains("harbour") && !asked.contains("harbour"), asked);
    }

    /** 40 clients ask the same; 40 answers with identifiers of 8 bits are forged. */
    private static DnsWorld birthday(int seed, QueryJoining joining) {
        DnsWorld world = new DnsWorld(
                seed,
                DnsPolicy.DEFAULT
                        .withSourcePorts(PORT)
                        .withTransactionIds(TransactionIdPolicy.random(8))
                        .withJoining(joining));
        world.ask("mail.harbour.example");
        for (int i = 0; i < 40; i++) {
            world.begin("www.harbour.example");
        }
        world.network.advance(2000);
        assertEquals(joining == QueryJoining.ONE_QUERY ? 1 : 40, world.resolver.pendingQueries());
        for (int id = 0; id < 40; id++) {
            world.forge(3333, Forgery.answer(id, DnsWorld.WWW_NAME));
        }
        world.network.advance(DnsWorld.SECOND);
        return world;
    }

    @Test
    void aQueryForEachClientMakesABirthdayAttackNearlySureWhereOneQueryDoesNot() {
        int one = 0;
        int each = 0;
        for (int seed = 0; seed < 20; seed++) {
            one += birthday(seed, QueryJoining.ONE_QUERY).resolver.counters().forgedAnswers() > 0 ? 1 : 0;
            each += birthday(seed, QueryJoining.QUERY_EACH).resolver.counters().forgedAnswers() > 0 ? 1 : 0;
        }
        // 40 / 256 for one query; 1 - (1 - 40 / 256)^40 = 0.9989 for forty.
        assertTrue(one <= 8, "one=" + one);
        assertEquals(20, each);
    }
}
