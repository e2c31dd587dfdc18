package org.quintain.net.sim.dns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quintain.net.wire.Dns;
import org.quintain.net.wire.DnsName;
import org.quintain.net.wire.Endpoints;
import org.quintain.net.wire.Frames;

/** RFC 5452 section 9.1, attribute by attribute: the query is number 7 from port 3333, one thing of the answer is wrong. */
class AnswerMatchingTest {
    private static final TransactionIdPolicy SEVEN = noise -> () -> 7;

    private final DnsWorld world =
            new DnsWorld(3, DnsPolicy.DEFAULT.withTransactionIds(SEVEN).withSourcePorts(SourcePortPolicy.fixed(3333)));
    private final DnsCounters counters = world.resolver.counters();

    @BeforeEach
    void resolverHasAskedTheHarbour() {
        world.ask("mail.harbour.example");
        world.begin("www.harbour.example");
        world.network.advance(1000);
        assertEquals(1, world.resolver.pendingQueries());
    }

    private OptionalInt answer() {
        world.network.advance(DnsWorld.SECOND);
        return world.result.address();
    }

    @Test
    void anAnswerInWhichEverythingFitsIsBelievedAndCountedAsForged() {
        world.forge(3333, Forgery.answer(7, DnsWorld.WWW_NAME));
        assertEquals(OptionalInt.of(DnsWorld.FORGED), answer());
        assertEquals(1, counters.forgedAnswers());
        assertEquals(
                world.mallory.index(),
                world.resolver.cache().peek("www.harbour.example", 1).origin());
    }

    @Test
    void theIdentifierMustFit() {
        world.forge(3333, Forgery.answer(8, DnsWorld.WWW_NAME));
        assertEquals(OptionalInt.of(DnsWorld.WWW), answer());
        assertEquals(1, counters.mismatchedIds());
    }

    @Test
    void theSourceAddressAndPortMustFit() {
        world.forge(DnsWorld.TOP, DnsWorld.RESOLVER, 3333, Forgery.answer(7, DnsWorld.WWW_NAME));
        Endpoints way =
                new Endpoints(world.mallory.mac(), DnsWorld.HARBOUR, world.resolverHost.mac(), DnsWorld.RESOLVER);
        world.mallory.sendFrame(Frames.udp(way, 54, 3333, Forgery.answer(7, DnsWorld.WWW_NAME)));
        assertEquals(OptionalInt.of(DnsWorld.WWW), answer());
        assertEquals(2, counters.mismatchedSources());
    }

    @Test
    void theDestinationPortMustFit() {
        world.forge(Dns.PORT, Forgery.answer(7, DnsWorld.WWW_NAME));
        long unwanted = world.resolverHost.counters().unwantedPackets();
        world.forge(3334, Forgery.answer(7, DnsWorld.WWW_NAME));
        assertEquals(OptionalInt.of(DnsWorld.WWW), answer());
        assertEquals(1, counters.mismatchedPorts());
        assertEquals(unwanted + 1, world.resolverHost.counters().unwantedPackets());
    }

    @Test
    void theQuestionMustFit() {
        world.forge(3333, Forgery.answer(7, DnsName.of("wwx.harbour.example")));
        byte[] noQuestion = Forgery.answer(7, DnsWorld.WWW_NAME);
        noQuestion[5] = 0;
        world.forge(3333, noQuestion);
        byte[] otherType = Forgery.answer(7, DnsWorld.WWW_NAME);
        otherType[Dns.LENGTH_BYTES + DnsWorld.WWW_NAME.lengthBytes() + 1] = 28;
        world.forge(3333, otherType);
        assertEquals(OptionalInt.of(DnsWorld.WWW), answer());
        assertEquals(3, counters.mismatchedQuestions());
    }

    @Test
    void aQueryIsNoAnswer() {
        byte[] query = Forgery.answer(7, DnsWorld.WWW_NAME);
        query[2] &= 0x7F;
        world.forge(3333, query);
        assertEquals(OptionalInt.of(DnsWorld.WWW), answer());
        assertEquals(1, counters.malformedAnswers());
    }

    @Test
    void theGenuineAnswerIsLateWhenAForgedOneWasBelieved() {
        world.forge(3333, Forgery.answer(7, DnsWorld.WWW_NAME));
        answer();
        assertEquals(1, counters.mismatchedIds());
        assertEquals(OptionalInt.of(DnsWorld.FORGED), world.address("www.harbour.example"));
    }

    @Test
    void aMismatchedAnswerAllocatesNothing() {
        byte[] message = Forgery.answer(8, DnsWorld.WWW_NAME);
        Endpoints way =
                new Endpoints(world.mallory.mac(), DnsWorld.HARBOUR, world.resolverHost.mac(), DnsWorld.RESOLVER);
        byte[] frame = Frames.udp(way, Dns.PORT, 3333, message);
        com.sun.management.ThreadMXBean threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        flood(frame, 2000);
        long before = threads.getCurrentThreadAllocatedBytes();
        flood(frame, 10_000);
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        assertEquals(12_000, counters.mismatchedIds());
        assertTrue(allocated < 10_000, "bytes for 10,000 answers: " + allocated);
    }

    private void flood(byte[] frame, int count) {
        for (int i = 0; i < count; i++) {
            world.mallory.sendFrame(frame);
            world.network.advance(1);
        }
        world.network.advance(200);
    }
}
