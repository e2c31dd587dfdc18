package org.quintain.net.sim.dns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.quintain.core.derive.Noise;
import org.quintain.net.sim.DigestTap;
import org.quintain.net.wire.Dns;
import org.quintain.net.wire.DnsMessages;
import org.quintain.net.wire.DnsName;
import org.quintain.net.wire.DnsSection;
import org.quintain.net.wire.DnsType;
import org.quintain.net.wire.DnsWriter;

/**
 * Truncated and mutated queries and answers at server, resolver and stub: 50,000 in the build, more with {@code
 * -Dquintain.hostile.messages=1000000}. The answers have the right identifier, port and address, so that all is read.
 */
class DnsHostileMessagesTest {
    private static final int MESSAGES = Integer.getInteger("quintain.hostile.messages", 50_000);
    private static final DnsPolicy OPEN = DnsPolicy.DEFAULT
            .withTransactionIds(noise -> () -> 7)
            .withSourcePorts(SourcePortPolicy.fixed(3333))
            .withPatience(300_000, 3)
            .withMaxQuestions(20)
            .withCache(64, 60);

    private static List<byte[]> seeds() {
        List<byte[]> seeds = new ArrayList<>();
        DnsName name = DnsWorld.WWW_NAME;
        seeds.add(Forgery.answer(7, name));
        seeds.add(Forgery.withServer(7, name));
        seeds.add(Forgery.with(7, name, DnsName.of("www.lighthouse.test")));
        seeds.add(DnsMessages.query(7, name, DnsType.A));
        byte[] asked = seeds.get(3);
        Dns query = new Dns();
        query.wrap(asked, 0, asked.length);
        seeds.add(DnsMessages.error(query, Dns.NAME_ERROR));
        seeds.add(DnsMessages.referral(query, DnsName.of("w.harbour.example"), 9, DnsName.of("ns.test"), 1));
        DnsWriter writer = new DnsWriter().begin(7);
        writer.header().response(true).authoritative(true);
        seeds.add(writer.question(name, DnsType.A)
                .section(DnsSection.ANSWER)
                .cname(name, 5, DnsName.of("web.harbour.example"))
                .cname(DnsName.of("web.harbour.example"), 5, name)
                .section(DnsSection.AUTHORITY)
                .soa(DnsName.of("harbour.example"), 1, DnsName.of("ns1.harbour.example"), name, 1, 2, 3, 4, 5)
                .section(DnsSection.ADDITIONAL)
                .data(name, Signatures.NSEC, Dns.CLASS_IN, 9, new byte[60])
                .data(name, DnsType.RRSIG, Dns.CLASS_IN, 9, new byte[90])
                .opt(4096)
                .toBytes());
        return seeds;
    }

    private static byte[] mutated(Noise noise, byte[] seed) {
        int kind = noise.below(10);
        byte[] message = Arrays.copyOf(seed, kind == 0 ? noise.below(seed.length + 1) : seed.length);
        for (int i = noise.below(4); i > 0 && message.length > 3; i--) {
            int at = noise.below(10) == 0
                    ? noise.below(message.length)
                    : Math.min(message.length - 1, 3 + noise.below(message.length));
            message[at] = (byte) (noise.below(3) == 0 ? 0xC0 : noise.nextLong());
        }
        if (kind == 1 && message.length > 40) {
            // A pointer to somewhere in the message, where a name, a length or data may be.
            int at = 12 + noise.below(message.length - 14);
            message[at] = (byte) 0xC0;
            message[at + 1] = (byte) noise.below(message.length);
        }
        return message;
    }

    @Test
    void noMessageMakesAnExceptionOrAQueueWithoutBound() {
        DnsWorld world = new DnsWorld(13, OPEN, OPEN, null);
        int[] addresses = {DnsWorld.RESOLVER, DnsWorld.ALICE, DnsWorld.HARBOUR};
        int[] sources = {DnsWorld.HARBOUR, DnsWorld.RESOLVER, DnsWorld.MALLORY};
        Noise noise = world.network.noise("mutations");
        List<byte[]> seeds = seeds();
        for (int i = 0; i < MESSAGES; i++) {
            if (i % 3 == 0) {
                world.begin(i % 2 == 0 ? "www.harbour.example" : "n" + noise.below(50) + ".harbour.example");
            }
            int to = noise.below(3);
            int source = to == 0 && noise.below(2) == 0 ? DnsWorld.ROOT + noise.below(2) : sources[to];
            if (i % 40 == 0) {
                world.resolver.cache().clear();
            }
            int port = to < 2 && noise.below(4) > 0 ? 3333 : Dns.PORT;
            byte[] message = mutated(noise, seeds.get(noise.below(seeds.size())));
            if (to < 2 && port != Dns.PORT && message.length > 2) {
                message[2] |= (byte) 0x80;
            }
            world.forge(source, addresses[to], port, message);
            world.network.advance(noise.below(3000));
            assertTrue(world.resolver.pendingQuestions() <= 20 && world.resolver.pendingQueries() <= 20);
            assertTrue(world.resolver.cache().size() <= 64 && world.stub.pendingLookups() <= 20);
        }
        DnsCounters counters = world.resolver.counters();
        assertTrue(counters.forgedAnswers() > MESSAGES / 500, "forged=" + counters.forgedAnswers());
        assertTrue(counters.malformedAnswers() > 100, "malformed=" + counters.malformedAnswers());
        assertTrue(counters.mismatchedQuestions() > 100 && counters.mismatchedSources() > 100);
        assertTrue(world.harbour.counters().refusedQueries() > 100);
        world.network.advance(120 * DnsWorld.SECOND);
        assertEquals(0, world.resolver.pendingQuestions() + world.resolver.pendingQueries());
        assertEquals(0, world.stub.pendingLookups() + world.network.framesInFlight());
        world.resolver.cache().clear();
        assertEquals(OptionalInt.of(DnsWorld.WWW), world.address("www.harbour.example"));
    }

    @Test
    void aServerThatRefersFromNameToNameCostsNoMoreThan32Queries() {
        DnsWorld world = new DnsWorld(14, DnsPolicy.DEFAULT);
        Zone endless = new Zone("test", 60);
        for (int i = 0; i < 200; i++) {
            endless.add(DnsRecord.ns("z" + i + ".test", 60, "ns.z" + (i + 1) + ".test"));
        }
        Zone top = DnsWorld.root();
        assertTrue(top.records().size() > 3);
        new AuthoritativeServer(world.host("endless", DnsWorld.TOP + 2, 50), endless);
        RecursiveResolver victim = new RecursiveResolver(
                world.host("victim", DnsWorld.ALICE + 1, 50),
                DnsPolicy.DEFAULT,
                new NameServer(DnsName.of("ns.test"), DnsWorld.TOP + 2));
        boolean[] isDone = new boolean[1];
        victim.lookup("www.z0.test", DnsType.A, done -> isDone[0] = true);
        world.network.advance(120 * DnsWorld.SECOND);
        assertTrue(isDone[0]);
        assertTrue(
                victim.counters().sentQueries() <= 32,
                "queries=" + victim.counters().sentQueries());
    }

    @Test
    void anAliasThatLeadsToItselfEnds() {
        DnsWorld world = new DnsWorld(15, DnsPolicy.DEFAULT);
        world.harbourZone.cname("a1.harbour.example", "a2.harbour.example");
        world.harbourZone.cname("a2.harbour.example", "a1.harbour.example");
        assertTrue(world.ask("a1.harbour.example").answers().isEmpty());
        assertEquals(0, world.resolver.pendingQuestions());
    }

    private static String digest(int seed) {
        DnsWorld world = new DnsWorld(seed, DnsPolicy.DEFAULT.withCaseRandom(true));
        DigestTap digest = new DigestTap();
        world.network.addTap(digest);
        for (int i = 0; i < 50; i++) {
            world.ask("n" + i % 20 + ".harbour.example");
            world.ask("web.harbour.example");
        }
        return digest.takeHex();
    }

    @Test
    void sameSeedGivesTheSameTrafficBitForBit() {
        assertEquals(digest(1), digest(1));
        assertTrue(!digest(1).equals(digest(2)));
    }
}
