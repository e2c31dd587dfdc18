package org.quintain.net.sim.dns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.quintain.net.wire.Dns;
import org.quintain.net.wire.DnsMessages;
import org.quintain.net.wire.DnsName;
import org.quintain.net.wire.DnsSection;
import org.quintain.net.wire.DnsType;

class DnsSignatureTest {
    private static final ZoneKey KEY = key("harbour.example", 1);
    private static final DnsPolicy OPEN =
            DnsPolicy.DEFAULT.withTransactionIds(noise -> () -> 7).withSourcePorts(SourcePortPolicy.fixed(3333));
    private static final DnsPolicy VALIDATING = OPEN.withTrustAnchors(KEY);

    private static ZoneKey key(String zone, int number) {
        byte[] secret = new byte[32];
        secret[0] = (byte) number;
        return ZoneKey.of(zone, secret);
    }

    private static DnsWorld world(DnsPolicy resolver, ZoneKey key) {
        return new DnsWorld(11, resolver, DnsPolicy.DEFAULT, key);
    }

    @Test
    void signedAnswersAliasesAndDenialsAreSecure() {
        DnsWorld world = world(VALIDATING, KEY);
        assertEquals(OptionalInt.of(DnsWorld.WWW), world.address("web.harbour.example"));
        assertEquals(
                Credibility.SECURE,
                world.resolver.cache().peek("www.harbour.example", DnsType.A).credibility());
        assertEquals(LookupStatus.NAME_ERROR, world.ask("no.harbour.example").status());
        assertEquals(
                LookupStatus.NO_DATA,
                world.ask("www.harbour.example", DnsType.TXT).status());
        assertEquals(LookupStatus.NO_DATA, world.ask("b.harbour.example").status());
        assertEquals(0, world.resolver.counters().bogusAnswers());
    }

    @Test
    void aForgedAnswerThatMatchesIsDroppedAndTheGenuineOneStillTaken() {
        DnsWorld world = world(VALIDATING, KEY);
        world.ask("mail.harbour.example");
        world.begin("www.harbour.example");
        world.network.advance(2000);
        world.forge(3333, Forgery.answer(7, DnsWorld.WWW_NAME));
        world.network.advance(DnsWorld.SECOND);
        assertEquals(OptionalInt.of(DnsWorld.WWW), world.result.address());
        assertEquals(1, world.resolver.counters().bogusAnswers());
        assertEquals(0, world.resolver.counters().forgedAnswers());
    }

    @Test
    void aForgedDenialIsDroppedToo() {
        DnsWorld world = world(VALIDATING, KEY);
        world.ask("mail.harbour.example");
        world.begin("www.harbour.example");
        world.network.advance(2000);
        Dns query = new Dns();
        byte[] asked = DnsMessages.query(7, DnsWorld.WWW_NAME, DnsType.A);
        query.wrap(asked, 0, asked.length);
        world.forge(3333, DnsMessages.error(query, Dns.NAME_ERROR));
        world.network.advance(DnsWorld.SECOND);
        assertEquals(OptionalInt.of(DnsWorld.WWW), world.result.address());
        DnsWorld trusting = world(OPEN, null);
        trusting.ask("mail.harbour.example");
        trusting.begin("www.harbour.example");
        trusting.network.advance(2000);
        trusting.forge(3333, DnsMessages.error(query, Dns.NAME_ERROR));
        trusting.network.advance(DnsWorld.SECOND);
        assertEquals(LookupStatus.NAME_ERROR, trusting.result.status());
    }

    @Test
    void anotherKeyAnUnsignedZoneAndAnOldSignatureAreNotBelieved() {
        assertEquals(LookupStatus.TIMED_OUT, status(world(VALIDATING, key("harbour.example", 2))));
        assertEquals(LookupStatus.TIMED_OUT, status(world(VALIDATING, null)));
        RecordSet set = signed(100);
        assertTrue(Signatures.isSigned(KEY, set, 100));
        assertTrue(Signatures.isSigned(KEY, set, 100 + 14 * 86_400));
        assertFalse(Signatures.isSigned(KEY, set, 101 + 14 * 86_400));
        assertFalse(Signatures.isSigned(KEY, set, 99));
    }

    private static LookupStatus status(DnsWorld world) {
        world.begin("www.harbour.example");
        world.network.advance(30 * DnsWorld.SECOND);
        return world.results == 0 ? LookupStatus.TIMED_OUT : world.result.status();
    }

    private static RecordSet signed(long now) {
        DnsRecord record = DnsRecord.a("www.harbour.example", 300, DnsWorld.WWW);
        List<DnsRecord> records = List.of(record);
        DnsRecord signature = Signatures.sign(KEY, records, now);
        return RecordSet.of(List.of(record, signature), DnsSection.ANSWER).get(0);
    }

    @Test
    void noBitOfASignedRecordOrItsSignatureCanChange() {
        DnsRecord record = DnsRecord.a("www.harbour.example", 300, DnsWorld.WWW);
        DnsRecord signature = Signatures.sign(KEY, List.of(record), 100);
        for (int bit = 0; bit < 8 * signature.data().length; bit++) {
            byte[] data = signature.data();
            data[bit / 8] ^= (byte) (1 << bit % 8);
            DnsRecord changed = DnsRecord.of(signature.name(), DnsType.RRSIG, 300, data);
            RecordSet set =
                    RecordSet.of(List.of(record, changed), DnsSection.ANSWER).get(0);
            boolean isAlgorithmName = bit / 8 >= 18 + KEY.zone().lengthBytes() && bit / 8 < data.length - 32;
            assertEquals(isAlgorithmName, Signatures.isSigned(KEY, set, 100), "bit=" + bit);
        }
        RecordSet other = RecordSet.of(
                        List.of(DnsRecord.a("www.harbour.example", 300, DnsWorld.FORGED), signature), DnsSection.ANSWER)
                .get(0);
        assertFalse(Signatures.isSigned(KEY, other, 100));
    }

    @Test
    void aValidatingStubRefusesWhatSomebodyOnItsLinkForges() {
        DnsPolicy stub = OPEN.withTrustAnchors(KEY);
        for (boolean isValidating : new boolean[] {true, false}) {
            DnsWorld world =
                    new DnsWorld(12, DnsPolicy.DEFAULT.withDnssecWanted(true), isValidating ? stub : OPEN, KEY);
            world.begin("www.harbour.example");
            world.network.advance(2000);
            world.forge(DnsWorld.RESOLVER, DnsWorld.ALICE, 3333, Forgery.answer(7, DnsWorld.WWW_NAME));
            world.network.advance(DnsWorld.SECOND);
            assertEquals(OptionalInt.of(isValidating ? DnsWorld.WWW : DnsWorld.FORGED), world.result.address());
            assertEquals(isValidating, world.result.isSecure());
            assertEquals(isValidating ? 0 : 1, world.stub.counters().forgedAnswers());
        }
    }

    @Test
    void aForgedReferralCannotMakeAnUnsignedAnswerCount() {
        DnsWorld world = world(VALIDATING, KEY);
        new AuthoritativeServer(
                world.host("false", DnsWorld.FORGED & 0xFF | DnsWorld.ALICE & ~0xFF, 50),
                new Zone("harbour.example", 300).a("www.harbour.example", DnsWorld.FORGED));
        world.ask("mail.harbour.example");
        world.begin("www.harbour.example");
        world.network.advance(2000);
        Dns query = new Dns();
        byte[] asked = DnsMessages.query(7, DnsWorld.WWW_NAME, DnsType.A);
        query.wrap(asked, 0, asked.length);
        world.forge(
                3333,
                DnsMessages.referral(
                        query,
                        DnsName.of("www.harbour.example"),
                        300,
                        DnsName.of("ns.www.harbour.example"),
                        DnsWorld.FORGED & 0xFF | DnsWorld.ALICE & ~0xFF));
        world.network.advance(30 * DnsWorld.SECOND);
        assertFalse(world.result.address().equals(OptionalInt.of(DnsWorld.FORGED)));
        assertTrue(world.resolver.counters().bogusAnswers() > 0);
    }
}
