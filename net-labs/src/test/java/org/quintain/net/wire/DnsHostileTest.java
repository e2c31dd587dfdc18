package org.quintain.net.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DnsHostileTest {
    private static final DnsName WWW = DnsName.of("www.example");

    private final Dns dns = new Dns();
    private final DnsCursor cursor = new DnsCursor();
    private final DnsName name = new DnsName();

    /** How many entries were read before the end or the flaw; every getter that may be used is. */
    private int read(byte[] frame, int from, int to) {
        if (dns.wrap(frame, from, to) != Flaw.NONE) {
            return 0;
        }
        int entries = 0;
        long seen = dns.hasQuestion(WWW, DnsType.A, Dns.CLASS_IN) ? 1 : 0;
        cursor.wrap(dns);
        while (cursor.next()) {
            entries++;
            seen += cursor.readName(name) == Flaw.NONE ? name.hashCode() + name.labelCount() : 0;
            seen += cursor.type() + cursor.recordClass() + cursor.timeToLiveSeconds() + cursor.endOffset();
            seen += cursor.isType(DnsType.A) ? cursor.address() : 0;
            seen += cursor.isType(DnsType.MX) ? cursor.preference() : 0;
            seen += cursor.isType(DnsType.SOA) && cursor.readMailbox(name) == Flaw.NONE ? cursor.serial() : 0;
            seen += cursor.isType(DnsType.NS) && cursor.readDataName(name) == Flaw.NONE && name.isUnder(WWW) ? 1 : 0;
            assertTrue(cursor.dataOffset() >= from && cursor.dataOffset() + cursor.dataLengthBytes() <= to);
        }
        assertFalse(cursor.next());
        return seen == Long.MIN_VALUE ? -1 : entries;
    }

    @Test
    void messageCutAtEveryByteIsReadUpToTheCutAndSaysSo() {
        for (long seed = 0; seed < 40; seed++) {
            byte[] message = DnsSamples.message(seed);
            int all = read(message, 0, message.length);
            assertEquals(Flaw.NONE, cursor.flaw());
            // What stands behind the cut would be read if a bound were missing.
            byte[] frame = Arrays.copyOf(message, message.length + 100);
            for (int cut = 0; cut < message.length; cut++) {
                int found = read(frame, 0, cut);
                if (cut < Dns.LENGTH_BYTES) {
                    assertEquals(Flaw.DNS_TRUNCATED, dns.wrap(frame, 0, cut));
                } else {
                    assertTrue(found < all, "cut=" + cut);
                    assertNotEquals(Flaw.NONE, cursor.flaw());
                }
            }
        }
    }

    @Test
    void eachFlawOfAnEntryIsNamed() {
        byte[] message = new DnsWriter()
                .question(WWW, DnsType.A)
                .section(DnsSection.ANSWER)
                .a(WWW, 300, 7)
                .toBytes();
        assertEquals(Flaw.DNS_NAME_BEYOND_MESSAGE, flaw(message, 20));
        assertEquals(Flaw.DNS_QUESTION_BEYOND_MESSAGE, flaw(message, 26));
        assertEquals(Flaw.DNS_NAME_BEYOND_MESSAGE, flaw(message, 29));
        assertEquals(Flaw.DNS_NAME_BEYOND_MESSAGE, flaw(message, 30), "half a pointer");
        assertEquals(Flaw.DNS_RECORD_BEYOND_MESSAGE, flaw(message, 35));
        assertEquals(Flaw.DNS_DATA_BEYOND_MESSAGE, flaw(message, 44));
        assertEquals(Flaw.NONE, flaw(message, 45));
    }

    private Flaw flaw(byte[] message, int limit) {
        read(message, 0, limit);
        return cursor.flaw();
    }

    @Test
    void countsOf65535EndWithTheBytes() {
        byte[] message = new byte[Dns.MAX_MESSAGE_BYTES];
        Arrays.fill(message, 4, 12, (byte) 0xFF);
        // 5 bytes a question, the root's name: (65,535 - 12) / 5.
        assertEquals(13_104, read(message, 0, message.length));
        assertEquals(Flaw.DNS_QUESTION_BEYOND_MESSAGE, cursor.flaw());
        Arrays.fill(message, 4, 6, (byte) 0);
        assertEquals(5_956, read(message, 0, message.length));
        assertEquals(0, read(message, 0, 12));
        assertEquals(Flaw.DNS_NAME_BEYOND_MESSAGE, cursor.flaw());
        assertEquals(Flaw.DNS_MESSAGE_LENGTH, dns.wrap(new byte[65_536], 0, 65_536));
    }

    @Test
    void messageOfPointersThatEachNameFollowsIsReadInBoundedTime() {
        // A chain: at 12 the root, and then pointers each to the one before; no label adds to the length.
        byte[] message = new byte[16_000];
        for (int at = 14; at + 2 <= message.length; at += 2) {
            int target = at == 14 ? 12 : at - 2;
            message[at] = (byte) (0xC0 | target >>> 8);
            message[at + 1] = (byte) target;
        }
        assertEquals(Flaw.NONE, name.wrap(message, 0, 15_998, 16_000));
        assertEquals(1, name.lengthBytes());
    }

    @Test
    void mutatedMessagesNeverThrow() {
        SplittableRandom random = new SplittableRandom(5);
        int flaws = 0;
        int tries = Integer.getInteger("quintain.frames", 20_000);
        for (int i = 0; i < tries; i++) {
            byte[] message = DnsSamples.message(random, i % 2 == 0);
            for (int k = random.nextInt(1, 6); k > 0; k--) {
                message[random.nextInt(message.length)] = (byte) random.nextInt(256);
            }
            read(message, random.nextInt(8), message.length - random.nextInt(4));
            flaws += cursor.flaw() == Flaw.NONE ? 0 : 1;
        }
        assertTrue(flaws > tries / 4, "flaws: " + flaws);
    }

    @Test
    void readingAllocatesNothing() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        byte[][] messages = new byte[100][];
        for (int i = 0; i < messages.length; i++) {
            messages[i] = DnsSamples.message(i);
            read(messages[i], 0, messages[i].length);
        }
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < 20_000; i++) {
            read(messages[i % 100], 0, messages[i % 100].length);
        }
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        assertTrue(allocated < 20_000, "allocated: " + allocated);
    }

    @Test
    void resolverKnowsItsQuestionByNameTypeAndClass() {
        byte[] message = DnsMessages.query(7, DnsName.of("wWw.ExAmple"), DnsType.A);
        dns.wrap(message, 0, message.length);
        assertTrue(dns.hasQuestion(WWW, DnsType.A, Dns.CLASS_IN));
        assertFalse(dns.hasQuestion(WWW, DnsType.NS, Dns.CLASS_IN));
        assertFalse(dns.hasQuestion(WWW, DnsType.A, Dns.CLASS_ANY));
        assertFalse(dns.hasQuestion(DnsName.of("wwx.example"), DnsType.A, Dns.CLASS_IN));
        assertFalse(dns.hasQuestion(DnsName.of("www.example.test"), DnsType.A, Dns.CLASS_IN));
        DnsName window = new DnsName();
        byte[] compressed = new DnsWriter()
                .question(DnsName.of("example"), DnsType.A)
                .question(WWW, DnsType.A)
                .toBytes();
        assertEquals(Flaw.NONE, window.wrap(compressed, 0, 25, compressed.length));
        assertEquals(31, window.endOffset());
        assertTrue(dns.hasQuestion(window, DnsType.A, Dns.CLASS_IN));
        dns.count(DnsSection.QUESTION, 2);
        assertFalse(dns.hasQuestion(WWW, DnsType.A, Dns.CLASS_IN));
        dns.count(DnsSection.QUESTION, 1).place(message, 0, message.length - 1);
        assertFalse(dns.hasQuestion(WWW, DnsType.A, Dns.CLASS_IN));
    }

    @Test
    void writerKeepsToSectionsAndTo65535Bytes() {
        DnsWriter writer = new DnsWriter();
        assertThrows(IllegalStateException.class, () -> writer.a(WWW, 0, 0));
        writer.section(DnsSection.ADDITIONAL);
        assertThrows(IllegalStateException.class, () -> writer.question(WWW, DnsType.A));
        assertThrows(IllegalArgumentException.class, () -> writer.section(DnsSection.ANSWER));
        writer.data(new DnsName(), 10, 1, 0, new byte[65_535 - 12 - 11]);
        assertEquals(65_535, writer.lengthBytes());
        assertEquals(1, read(writer.toBytes(), 0, 65_535));
        assertThrows(IllegalArgumentException.class, () -> writer.opt(512));
    }

    @Test
    void namesAreCompressedAndReadBackTheSame() {
        SplittableRandom random = new SplittableRandom(9);
        int saved = 0;
        for (int i = 0; i < 300; i++) {
            long seed = random.nextLong();
            byte[] plain = DnsSamples.message(new SplittableRandom(seed), false);
            byte[] compressed = DnsSamples.message(new SplittableRandom(seed), true);
            saved += plain.length - compressed.length;
            Dns plainDns = new Dns();
            plainDns.wrap(plain, 0, plain.length);
            dns.wrap(compressed, 0, compressed.length);
            DnsCursor one = new DnsCursor().wrap(plainDns);
            DnsCursor two = new DnsCursor().wrap(dns);
            DnsName other = new DnsName();
            while (one.next()) {
                assertTrue(two.next());
                assertEquals(Flaw.NONE, one.readName(name));
                assertEquals(Flaw.NONE, two.readName(other));
                assertTrue(name.isIdentical(other));
                if (one.readDataName(name) == Flaw.NONE && one.isType(DnsType.NS)) {
                    assertEquals(Flaw.NONE, two.readDataName(other));
                    assertTrue(name.isIdentical(other));
                }
            }
            assertFalse(two.next());
        }
        assertTrue(saved > 10_000, "saved: " + saved);
    }

    @Test
    void answersCarryTheQuestion() {
        byte[] query = DnsMessages.query(0xABCD, WWW, DnsType.A);
        Dns asked = new Dns();
        asked.wrap(query, 0, query.length);
        byte[] answer = DnsMessages.answer(asked, 300, 1, 2);
        assertEquals(3, read(answer, 0, answer.length));
        assertEquals(0xABCD, dns.id());
        assertTrue(dns.isResponse() && dns.isRecursionDesired() && dns.hasQuestion(WWW, DnsType.A, 1));
        byte[] error = DnsMessages.error(asked, Dns.NAME_ERROR);
        assertEquals(1, read(error, 0, error.length));
        assertEquals(Dns.NAME_ERROR, dns.responseCode());
        DnsName server = DnsName.of("ns.example");
        byte[] referral = DnsMessages.referral(asked, DnsName.of("example"), 9, server, 5);
        assertEquals(3, read(referral, 0, referral.length));
        assertEquals(1, dns.authorityCount() * dns.additionalCount());
        assertThrows(
                IllegalArgumentException.class,
                () -> DnsMessages.error(new Dns().place(new byte[12], 0, 12), Dns.REFUSED));
    }
}
