package org.quintain.benchmarks;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.pcap4j.packet.DnsPacket;
import org.pcap4j.packet.DnsQuestion;
import org.pcap4j.packet.DnsResourceRecord;
import org.pcap4j.packet.IllegalRawDataException;
import org.pcap4j.packet.UdpPacket;
import org.quintain.net.wire.Dns;
import org.quintain.net.wire.DnsCursor;
import org.quintain.net.wire.DnsName;
import org.quintain.net.wire.DnsSection;
import org.quintain.net.wire.DnsType;
import org.quintain.net.wire.DnsWriter;
import org.quintain.net.wire.Flaw;
import org.quintain.net.wire.Udp;

/**
 * Reads a UDP datagram with a DNS answer: ports, identifier, and of each question and record type, class, time to live
 * and length of data. The names are compressed, as servers send them; all variants step over them, and pcap4j's eager
 * reading makes labels of them.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class DnsDecodeBenchmark {
    /** Datagrams of 64, 512 and 1,500 bytes, and the sum of the fields that every variant must find. */
    @State(Scope.Benchmark)
    public static class Data {
        final byte[] small = datagram(64);
        final byte[] middle = datagram(512);
        final byte[] large = datagram(1500);
        final Udp udp = new Udp();
        final Dns dns = new Dns();
        final DnsCursor cursor = new DnsCursor();
        final DnsName asked = DnsName.of("www.example");

        /** Holds all variants against each other. */
        @Setup
        public void verify() throws IllegalRawDataException {
            for (byte[] datagram : List.of(small, middle, large)) {
                long wanted = Limit.sum(datagram);
                if (wanted != sum(datagram) || wanted != pcap4j(datagram) || !isAnswer(datagram)) {
                    throw new IllegalStateException("the same sum of three readers wanted: limit=" + wanted + ", ours="
                            + sum(datagram) + ", pcap4j=" + pcap4j(datagram));
                }
            }
        }

        /** The shortest DNS answer of at least so many bytes with its UDP header, filled up by its last record. */
        private static byte[] datagram(int lengthBytes) {
            DnsName name = DnsName.of("www.example");
            DnsWriter writer = new DnsWriter().begin(0x1234);
            writer.header().response(true);
            writer.question(name, DnsType.A).section(DnsSection.ANSWER);
            int left = lengthBytes - Udp.LENGTH_BYTES - writer.lengthBytes();
            for (int i = 0; left >= 16 + 16; i++) {
                writer.a(name, 300 + i, 0xC0000200 + i);
                left -= 16;
            }
            writer.data(name, DnsType.DNSKEY, Dns.CLASS_IN, 60, new byte[left - 12]);
            byte[] datagram = new byte[lengthBytes];
            writer.copyTo(datagram, Udp.LENGTH_BYTES);
            new Udp().begin(datagram, 0).sourcePort(Dns.PORT).destinationPort(50_000);
            return datagram;
        }

        long sum(byte[] datagram) {
            if (udp.wrap(datagram, 0, datagram.length) != Flaw.NONE || dns.wrap(udp) != Flaw.NONE) {
                return -1;
            }
            long sum = udp.sourcePort() + udp.destinationPort() + dns.id();
            cursor.wrap(dns);
            while (cursor.next()) {
                sum += cursor.type() + cursor.recordClass() + cursor.timeToLiveSeconds() + cursor.dataLengthBytes();
            }
            return cursor.flaw() == Flaw.NONE ? sum : -1;
        }

        boolean isAnswer(byte[] datagram) {
            return udp.wrap(datagram, 0, datagram.length) == Flaw.NONE
                    && dns.wrap(udp) == Flaw.NONE
                    && dns.isResponse()
                    && dns.id() == 0x1234
                    && dns.hasQuestion(asked, DnsType.A, Dns.CLASS_IN);
        }

        static long pcap4j(byte[] datagram) throws IllegalRawDataException {
            UdpPacket udp = UdpPacket.newPacket(datagram, 0, datagram.length);
            DnsPacket.DnsHeader dns = udp.get(DnsPacket.class).getHeader();
            long sum = udp.getHeader().getSrcPort().valueAsInt()
                    + udp.getHeader().getDstPort().valueAsInt()
                    + (dns.getId() & 0xFFFF);
            for (DnsQuestion question : dns.getQuestions()) {
                sum += (question.getQType().value() & 0xFFFF)
                        + (question.getQClass().value() & 0xFFFF);
            }
            List<DnsResourceRecord> records = new ArrayList<>(dns.getAnswers());
            records.addAll(dns.getAuthorities());
            records.addAll(dns.getAdditionalInfo());
            for (DnsResourceRecord record : records) {
                sum += (record.getDataType().value() & 0xFFFF)
                        + (record.getDataClass().value() & 0xFFFF)
                        + record.getTtlAsLong()
                        + record.getRdLengthAsInt();
            }
            return sum;
        }
    }

    /** Ours, 64 bytes. */
    @Benchmark
    public long decode64Ours(Data data) {
        return data.sum(data.small);
    }

    /** pcap4j, 64 bytes. */
    @Benchmark
    public long decode64Pcap4j(Data data) throws IllegalRawDataException {
        return Data.pcap4j(data.small);
    }

    /** The limit, 64 bytes. */
    @Benchmark
    public long decode64Limit(Data data) {
        return Limit.sum(data.small);
    }

    /** Ours, 512 bytes. */
    @Benchmark
    public long decode512Ours(Data data) {
        return data.sum(data.middle);
    }

    /** pcap4j, 512 bytes. */
    @Benchmark
    public long decode512Pcap4j(Data data) throws IllegalRawDataException {
        return Data.pcap4j(data.middle);
    }

    /** The limit, 512 bytes. */
    @Benchmark
    public long decode512Limit(Data data) {
        return Limit.sum(data.middle);
    }

    /** Ours, 1,500 bytes. */
    @Benchmark
    public long decode1500Ours(Data data) {
        return data.sum(data.large);
    }

    /** pcap4j, 1,500 bytes. */
    @Benchmark
    public long decode1500Pcap4j(Data data) throws IllegalRawDataException {
        return Data.pcap4j(data.large);
    }

    /** The limit, 1,500 bytes. */
    @Benchmark
    public long decode1500Limit(Data data) {
        return Limit.sum(data.large);
    }

    /** Whether an answer of 64 bytes is the one that a resolver waits for, ours. */
    @Benchmark
    public boolean match64Ours(Data data) {
        return data.isAnswer(data.small);
    }

    /** Whether an answer of 64 bytes is the one that a resolver waits for, pcap4j. */
    @Benchmark
    public boolean match64Pcap4j(Data data) throws IllegalRawDataException {
        UdpPacket udp = UdpPacket.newPacket(data.small, 0, data.small.length);
        DnsPacket.DnsHeader dns = udp.get(DnsPacket.class).getHeader();
        DnsQuestion question = dns.getQuestions().get(0);
        return dns.isResponse()
                && dns.getId() == 0x1234
                && dns.getQdCount() == 1
                && question.getQType().value() == DnsType.A
                && question.getQClass().value() == Dns.CLASS_IN
                && question.getQName().getName().equalsIgnoreCase("www.example");
    }

    /** The same fields read with every bound checked, and nothing more. */
    static final class Limit {
        private static final VarHandle SHORT =
                MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
        private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

        private Limit() {}

        static long sum(byte[] datagram) {
            int limit = u16(datagram, 4);
            if (limit > datagram.length || limit < 20) {
                return -1;
            }
            long sum = u16(datagram, 0) + u16(datagram, 2) + u16(datagram, 8);
            int at = 20;
            for (int i = u16(datagram, 12); i > 0; i--) {
                at = skip(datagram, at, limit);
                if (at + 4 > limit) {
                    return -1;
                }
                sum += u16(datagram, at) + u16(datagram, at + 2);
                at += 4;
            }
            for (int i = u16(datagram, 14) + u16(datagram, 16) + u16(datagram, 18); i > 0; i--) {
                at = skip(datagram, at, limit);
                if (at + 10 > limit) {
                    return -1;
                }
                int length = u16(datagram, at + 8);
                sum += u16(datagram, at) + u16(datagram, at + 2) + ((int) INT.get(datagram, at + 4) & 0xFFFF_FFFFL);
                sum += length;
                at += 10 + length;
                if (at > limit) {
                    return -1;
                }
            }
            return sum;
        }

        private static int skip(byte[] datagram, int from, int limit) {
            int at = from;
            while (at < limit) {
                int head = datagram[at];
                if (head < 0) {
                    return at + 2;
                }
                at += 1 + head;
                if (head == 0) {
                    return at;
                }
            }
            return limit;
        }

        private static int u16(byte[] from, int at) {
            return (short) SHORT.get(from, at) & 0xFFFF;
        }
    }
}
