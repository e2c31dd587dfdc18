package org.quintain.net.sim.dns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.quintain.net.wire.DnsType;
import org.quintain.net.wire.Ipv4Address;

class DnsLookupTest {
    private final DnsWorld world = new DnsWorld(1, DnsPolicy.DEFAULT);

    @Test
    void aNameIsFoundFromTheRootOnByThreeQueries() {
        assertEquals(OptionalInt.of(DnsWorld.WWW), world.address("www.harbour.example"));
        assertEquals(3, world.resolver.counters().sentQueries());
        assertEquals(3, world.resolver.counters().acceptedAnswers());
        assertEquals(0, world.resolver.counters().forgedAnswers());
        assertEquals(0, world.resolver.pendingQueries() + world.resolver.pendingQuestions());
    }

    @Test
    void theSecondQuestionIsAnsweredFromTheCacheUntilTheTimeToLiveIsOver() {
        world.ask("www.harbour.example");
        world.network.advance(299 * DnsWorld.SECOND);
        long left = world.ask("www.harbour.example").answers().get(0).ttlSeconds();
        assertEquals(3, world.resolver.counters().sentQueries());
        assertTrue(left <= 1, "left=" + left);
        world.network.advance(2 * DnsWorld.SECOND);
        assertNull(world.resolver.cache().peek("www.harbour.example", DnsType.A));
        world.ask("www.harbour.example");
        assertTrue(world.resolver.counters().sentQueries() > 3);
    }

    @Test
    void anotherNameOfAKnownZoneCostsOneQuery() {
        world.ask("www.harbour.example");
        world.ask("mail.harbour.example");
        assertEquals(4, world.resolver.counters().sentQueries());
    }

    @Test
    void aliasesAreFollowedWithinAndAcrossZones() {
        LookupResult within = world.ask("web.harbour.example");
        assertEquals(OptionalInt.of(DnsWorld.WWW), within.address());
        assertEquals(DnsType.CNAME, within.answers().get(0).type());
        assertEquals(OptionalInt.of(Ipv4Address.of("192.0.2.1")), world.address("home.harbour.example"));
    }

    @Test
    void aNameThatDoesNotExistIsDeniedAndTheDenialKeptAsLongAsTheSoaSays() {
        assertEquals(LookupStatus.NAME_ERROR, world.ask("no.harbour.example").status());
        long queries = world.resolver.counters().sentQueries();
        assertEquals(
                LookupStatus.NAME_ERROR,
                world.ask("no.harbour.example", DnsType.TXT).status());
        assertEquals(queries, world.resolver.counters().sentQueries());
        world.network.advance(61 * DnsWorld.SECOND);
        world.ask("no.harbour.example");
        assertEquals(queries + 1, world.resolver.counters().sentQueries());
    }

    @Test
    void aNameWithoutTheTypeHasNoDataAndSoHasAnEmptyNameBetween() {
        assertEquals(
                LookupStatus.NO_DATA,
                world.ask("www.harbour.example", DnsType.TXT).status());
        assertEquals(LookupStatus.NO_DATA, world.ask("b.harbour.example").status());
        assertEquals(
                LookupStatus.FOUND,
                world.ask("a.b.harbour.example", DnsType.TXT).status());
    }

    @Test
    void aDelegationToNobodyEndsInAFailureWithinTheTriesOfThePolicy() {
        long before = world.network.now();
        LookupResult result = world.ask("deep.boats.harbour.example");
        assertFalse(result.status() == LookupStatus.FOUND);
        assertTrue(world.network.now() - before <= 10 * DnsWorld.SECOND);
        world.network.advance(30 * DnsWorld.SECOND);
        assertEquals(0, world.resolver.pendingQueries() + world.resolver.pendingQuestions());
        assertEquals(0, world.stub.pendingLookups());
    }

    @Test
    void aLostQueryIsAskedAgain() {
        world.ask("mail.harbour.example");
        world.network.links().get(2).setUp(false);
        world.begin("www.harbour.example");
        world.network.advance(DnsWorld.SECOND);
        world.network.links().get(2).setUp(true);
        world.network.advance(5 * DnsWorld.SECOND);
        assertEquals(OptionalInt.of(DnsWorld.WWW), world.result.address());
        assertTrue(world.resolver.counters().timeouts() >= 1);
    }

    @Test
    void aStubWhoseResolverIsSilentGivesUpAfterItsTries() {
        DnsPolicy policy = DnsPolicy.DEFAULT.withPatience(500_000, 3);
        StubResolver lonely = new StubResolver(world.alice, policy, Ipv4Address.of("192.168.7.200"));
        LookupStatus[] status = new LookupStatus[1];
        lonely.lookup("www.harbour.example", DnsType.A, done -> status[0] = done.status());
        world.network.advance(1_499_000);
        assertNull(status[0]);
        world.network.advance(2_000);
        assertEquals(LookupStatus.TIMED_OUT, status[0]);
        assertEquals(3, lonely.counters().sentQueries());
    }

    @Test
    void theCacheHoldsNoMoreThanThePolicyAllows() {
        DnsWorld small = new DnsWorld(2, DnsPolicy.DEFAULT.withCache(32, 1000));
        for (int i = 0; i < 100; i++) {
            small.ask("n" + i + ".harbour.example");
            assertTrue(small.resolver.cache().size() <= 32);
        }
        assertTrue(small.resolver.cache().evictedEntries() > 60);
        assertEquals(OptionalInt.of(DnsWorld.WWW), small.address("www.harbour.example"));
    }

    @Test
    void noTimeToLiveOutlivesThePolicysLimit() {
        DnsWorld brief = new DnsWorld(2, DnsPolicy.DEFAULT.withCache(100, 10));
        brief.ask("www.harbour.example");
        brief.network.advance(11 * DnsWorld.SECOND);
        assertTrue(brief.resolver.cache().entries().isEmpty());
    }

    @Test
    void questionsBeyondTheLimitAreDroppedAndCounted() {
        DnsWorld busy = new DnsWorld(2, DnsPolicy.DEFAULT.withMaxQuestions(5));
        busy.ask("www.example");
        for (int i = 0; i < 20; i++) {
            busy.begin("n" + i + ".harbour.example");
        }
        busy.network.advance(20_000);
        assertEquals(5, busy.resolver.pendingQuestions());
        assertEquals(15, busy.resolver.counters().droppedQueries());
    }

    @Test
    void serversAndZonesRefuseWhatIsNotTheirs() {
        assertThrows(IllegalArgumentException.class, () -> new Zone("harbour.com", 1));
        assertThrows(IllegalArgumentException.class, () -> new Zone("harbour.example", 1).a("www.example", 1));
        assertThrows(IllegalArgumentException.class, () -> new Zone("example", 1).cname("a.example", "example.com"));
        StubResolver direct = new StubResolver(world.alice, DnsPolicy.DEFAULT, DnsWorld.HARBOUR);
        LookupStatus[] status = new LookupStatus[1];
        direct.lookup("www.lighthouse.test", DnsType.A, done -> status[0] = done.status());
        world.network.advance(10 * DnsWorld.SECOND);
        assertEquals(LookupStatus.FAILED, status[0]);
        assertTrue(world.harbour.counters().refusedQueries() > 0);
    }
}
