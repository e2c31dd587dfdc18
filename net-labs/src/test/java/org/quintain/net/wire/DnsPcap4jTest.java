package org.quintain.net.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.pcap4j.packet.DnsDomainName;
import org.pcap4j.packet.DnsPacket;
import org.pcap4j.packet.DnsPacket.DnsHeader;
import org.pcap4j.packet.DnsQuestion;
import org.pcap4j.packet.DnsRDataA;
import org.pcap4j.packet.DnsRDataAaaa;
import org.pcap4j.packet.DnsRDataCName;
import org.pcap4j.packet.DnsRDataMx;
import org.pcap4j.packet.DnsRDataNs;
import org.pcap4j.packet.DnsRDataPtr;
import org.pcap4j.packet.DnsRDataSoa;
import org.pcap4j.packet.DnsRDataTxt;
import org.pcap4j.packet.DnsResourceRecord;
import org.pcap4j.packet.DnsResourceRecord.DnsRData;
import org.pcap4j.packet.IllegalRawDataException;
import org.pcap4j.packet.namednumber.DnsClass;
import org.pcap4j.packet.namednumber.DnsOpCode;
import org.pcap4j.packet.namednumber.DnsRCode;
import org.pcap4j.packet.namednumber.DnsResourceRecordType;

/** An independent reader and builder as the judge of ours. */
class DnsPcap4jTest {
    @Property(tries = 300)
    void everyFieldIsReadAsPcap4jReadsIt(@ForAll long seed) throws IllegalRawDataException {
        byte[] message = DnsSamples.message(seed);
        assertTrue(
                agrees(message, DnsPacket.newPacket(message, 0, message.length).getHeader()));
    }

    /** Where both read a mutated message to its end, both read the same; where pcap4j throws, ours may read on. */
    @Test
    void mutatedMessagesAreReadAsPcap4jReadsThem() {
        SplittableRandom random = new SplittableRandom(17);
        int both = 0;
        int tries = Integer.getInteger("quintain.frames", 6_000);
        for (int i = 0; i < tries; i++) {
            byte[] message = DnsSamples.message(random, true);
            for (int k = random.nextInt(1, 4); k > 0; k--) {
                message[random.nextInt(message.length)] ^= (byte) (1 << random.nextInt(8));
            }
            try {
                both += agrees(
                                message,
                                DnsPacket.newPacket(message, 0, message.length).getHeader())
                        ? 1
                        : 0;
            } catch (IllegalRawDataException | RuntimeException | StackOverflowError theirs) {
                Dns dns = new Dns();
                assertEquals(Flaw.NONE, dns.wrap(message, 0, message.length));
                readAll(dns);
            }
        }
        assertTrue(both > tries / 4, "read by both: " + both);
    }

    private static void readAll(Dns dns) {
        DnsCursor cursor = new DnsCursor().wrap(dns);
        DnsName name = new DnsName();
        while (cursor.next()) {
            cursor.readName(name);
        }
    }

    /** Whether both read all; if so, every field is compared. */
    private static boolean agrees(byte[] message, DnsHeader theirs) throws IllegalRawDataException {
        Dns dns = new Dns();
        assertEquals(Flaw.NONE, dns.wrap(message, 0, message.length));
        agreesHeader(dns, theirs);
        DnsCursor cursor = new DnsCursor().wrap(dns);
        DnsName name = new DnsName();
        for (DnsQuestion question : theirs.getQuestions()) {
            assertTrue(cursor.next() && cursor.isQuestion());
            if (cursor.readName(name) != Flaw.NONE) {
                return false;
            }
            assertEquals(DnsSection.QUESTION, cursor.section());
            assertEquals(text(question.getQName(), message), text(name));
            assertEquals(question.getQType().value() & 0xFFFF, cursor.type());
            assertEquals(question.getQClass().value() & 0xFFFF, cursor.recordClass());
        }
        List<DnsResourceRecord> records = new ArrayList<>(theirs.getAnswers());
        records.addAll(theirs.getAuthorities());
        records.addAll(theirs.getAdditionalInfo());
        for (DnsResourceRecord record : records) {
            if (!cursor.next() || cursor.readName(name) != Flaw.NONE) {
                return false;
            }
            assertEquals(text(record.getName(), message), text(name));
            assertEquals(record.getDataType().value() & 0xFFFF, cursor.type());
            assertEquals(record.getDataClass().value() & 0xFFFF, cursor.recordClass());
            assertEquals(record.getTtlAsLong(), cursor.timeToLiveSeconds());
            assertEquals(record.getRdLengthAsInt(), cursor.dataLengthBytes());
            DnsRData data = record.getRData();
            if (data != null && !agreesData(cursor, name, data, message)) {
                return false;
            }
            // pcap4j goes on behind the data as it has read them, not behind RDLENGTH (RFC 1035 section 4.1.3).
            if (data != null && data.length() != cursor.dataLengthBytes()) {
                return false;
            }
        }
        return !cursor.next() && cursor.flaw() == Flaw.NONE;
    }

    private static void agreesHeader(Dns dns, DnsHeader theirs) {
        assertEquals(theirs.getId() & 0xFFFF, dns.id());
        assertEquals(theirs.isResponse(), dns.isResponse());
        assertEquals(theirs.getOpCode().value().intValue(), dns.opcode());
        assertEquals(theirs.isAuthoritativeAnswer(), dns.isAuthoritative());
        assertEquals(theirs.isTruncated(), dns.isTruncated());
        assertEquals(theirs.isRecursionDesired(), dns.isRecursionDesired());
        assertEquals(theirs.isRecursionAvailable(), dns.isRecursionAvailable());
        assertEquals(theirs.isAuthenticData(), dns.isAuthenticData());
        assertEquals(theirs.isCheckingDisabled(), dns.isCheckingDisabled());
        assertEquals(theirs.getrCode().value().intValue(), dns.responseCode());
        assertEquals(
                List.of(theirs.getQdCountAsInt(), theirs.getAnCountAsInt()),
                List.of(dns.questionCount(), dns.answerCount()));
        assertEquals(
                List.of(theirs.getNsCountAsInt(), theirs.getArCountAsInt()),
                List.of(dns.authorityCount(), dns.additionalCount()));
    }

    private static boolean agreesData(DnsCursor cursor, DnsName name, DnsRData data, byte[] message)
            throws IllegalRawDataException {
        if (data instanceof DnsRDataA a && cursor.isType(DnsType.A)) {
            assertArrayEquals(a.getAddress().getAddress(), data(cursor, message));
            assertEquals(ByteBuffer.wrap(data(cursor, message)).getInt(), cursor.address());
        } else if (data instanceof DnsRDataAaaa aaaa && cursor.isType(DnsType.AAAA)) {
            assertArrayEquals(aaaa.getAddress().getAddress(), data(cursor, message));
        } else if (data instanceof DnsRDataTxt txt && cursor.isType(DnsType.TXT)) {
            // Ours gives a character for a byte, theirs reads UTF-8.
            byte[] bytes = cursor.text().getBytes(StandardCharsets.ISO_8859_1);
            assertEquals(String.join("", txt.getTexts()), new String(bytes, StandardCharsets.UTF_8));
        } else if (data instanceof DnsRDataNs ns && cursor.readDataName(name) == Flaw.NONE) {
            assertEquals(text(ns.getNsDName(), message), text(name));
        } else if (data instanceof DnsRDataCName cname && cursor.readDataName(name) == Flaw.NONE) {
            assertEquals(text(cname.getCName(), message), text(name));
        } else if (data instanceof DnsRDataPtr ptr && cursor.readDataName(name) == Flaw.NONE) {
            assertEquals(text(ptr.getPtrDName(), message), text(name));
        } else if (data instanceof DnsRDataMx mx && cursor.readDataName(name) == Flaw.NONE) {
            assertEquals(text(mx.getExchange(), message), text(name));
            // 16 bits are unsigned (RFC 1035 section 3.3.9); pcap4j 1.8.2 gives a negative number.
            assertEquals(mx.getPreferenceAsInt() & 0xFFFF, cursor.preference());
        } else if (data instanceof DnsRDataSoa soa && cursor.readMailbox(name) == Flaw.NONE) {
            assertEquals(text(soa.getRName(), message), text(name));
            assertEquals(Flaw.NONE, cursor.readDataName(name));
            assertEquals(text(soa.getMName(), message), text(name));
            assertEquals(
                    List.of(soa.getSerialAsLong(), soa.getRefreshAsLong(), soa.getRetryAsLong()),
                    List.of(cursor.serial(), cursor.refreshSeconds(), cursor.retrySeconds()));
            assertEquals(
                    List.of(soa.getExpireAsLong(), soa.getMinimumAsLong()),
                    List.of(cursor.expireSeconds(), cursor.minimumSeconds()));
        } else {
            // Opaque to pcap4j, or refused by us.
            return data.getClass().getSimpleName().startsWith("Unknown");
        }
        return true;
    }

    private static byte[] data(DnsCursor cursor, byte[] message) {
        return Arrays.copyOfRange(message, cursor.dataOffset(), cursor.dataOffset() + cursor.dataLengthBytes());
    }

    /** pcap4j's own decompress puts a dot in front of a name that is nothing but a pointer: its parts are joined here. */
    private static String text(DnsDomainName name, byte[] message) throws IllegalRawDataException {
        List<String> labels = new ArrayList<>();
        DnsDomainName part = name;
        while (true) {
            labels.addAll(part.getLabels());
            if (part.getPointer() == null || labels.size() > 255) {
                return String.join(".", labels);
            }
            int at = part.getPointerAsInt();
            part = DnsDomainName.newInstance(message, at, message.length - at);
        }
    }

    private static String text(DnsName name) {
        StringBuilder text = new StringBuilder();
        byte[] wire = name.wire();
        for (int at = 0; wire[at] != 0; at += 1 + wire[at]) {
            text.append(at > 0 ? "." : "").append(new String(wire, at + 1, wire[at], StandardCharsets.UTF_8));
        }
        return text.toString();
    }

    @Test
    void bothBuildTheSameBytes() throws IllegalRawDataException {
        DnsName www = DnsName.of("www.example");
        DnsWriter writer = new DnsWriter().begin(0xBEEF);
        writer.header()
                .response(true)
                .authoritative(true)
                .recursionDesired(true)
                .recursionAvailable(true)
                .responseCode(Dns.NO_ERROR);
        byte[] ours = writer.question(www, DnsType.A)
                .section(DnsSection.ANSWER)
                .a(www, 300, Ipv4Address.of("192.0.2.1"))
                .cname(DnsName.of("ftp.example"), 60, www)
                .toBytes();
        DnsDomainName theirName = new DnsDomainName.Builder()
                .labels(new String[] {"www", "example"})
                .build();
        DnsDomainName pointer = new DnsDomainName.Builder()
                .labels(new String[0])
                .pointer((short) 12)
                .build();
        DnsDomainName ftp = new DnsDomainName.Builder()
                .labels(new String[] {"ftp"})
                .pointer((short) 16)
                .build();
        byte[] theirs = new DnsPacket.Builder()
                .id((short) 0xBEEF)
                .response(true)
                .opCode(DnsOpCode.QUERY)
                .authoritativeAnswer(true)
                .recursionDesired(true)
                .recursionAvailable(true)
                .rCode(DnsRCode.NO_ERROR)
                .qdCount((short) 1)
                .anCount((short) 2)
                .questions(List.of(new DnsQuestion.Builder()
                        .qName(theirName)
                        .qType(DnsResourceRecordType.A)
                        .qClass(DnsClass.IN)
                        .build()))
                .answers(List.of(
                        record(
                                pointer,
                                DnsResourceRecordType.A,
                                300,
                                DnsRDataA.newInstance(new byte[] {(byte) 192, 0, 2, 1}, 0, 4)),
                        record(
                                ftp,
                                DnsResourceRecordType.CNAME,
                                60,
                                new DnsRDataCName.Builder().cName(pointer).build())))
                .authorities(List.of())
                .additionalInfo(List.of())
                .build()
                .getRawData();
        assertArrayEquals(theirs, ours);
    }

    private static DnsResourceRecord record(DnsDomainName name, DnsResourceRecordType type, int ttl, DnsRData data) {
        return new DnsResourceRecord.Builder()
                .name(name)
                .dataType(type)
                .dataClass(DnsClass.IN)
                .ttl(ttl)
                .rData(data)
                .correctLengthAtBuild(true)
                .build();
    }

    /** Whatever was read by pcap4j and built again is what we wrote. */
    @Property(tries = 100)
    void pcap4jBuildsTheSameBytesAgain(@ForAll long seed) throws IllegalRawDataException {
        byte[] message = DnsSamples.message(seed);
        DnsPacket packet = DnsPacket.newPacket(message, 0, message.length);
        assertArrayEquals(message, packet.getBuilder().build().getRawData());
    }
}
