package org.quintain.benchmarks;

import io.pkts.Pcap;
import io.pkts.packet.IPPacket;
import io.pkts.packet.TransportPacket;
import io.pkts.protocol.Protocol;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.pcap4j.packet.EthernetPacket;
import org.pcap4j.packet.IllegalRawDataException;
import org.pcap4j.packet.IpV4Packet;
import org.pcap4j.packet.TcpPacket;
import org.pcap4j.packet.UdpPacket;
import org.quintain.net.wire.Endpoints;
import org.quintain.net.wire.Ethernet;
import org.quintain.net.wire.Flaw;
import org.quintain.net.wire.Frames;
import org.quintain.net.wire.Ipv4;
import org.quintain.net.wire.Tcp;
import org.quintain.net.wire.Udp;
import org.quintain.net.wire.capture.CaptureReader;
import org.quintain.net.wire.capture.LinkType;
import org.quintain.net.wire.capture.PcapWriter;

/**
 * Reads a pcap file and decodes Ethernet, IPv4 and TCP or UDP of each packet: addresses and ports. The file has
 * {@value #MEGABYTES_PROPERTY} megabytes, 20 unless it is said otherwise, of packets of 64 to 1,514 bytes, 240 on
 * average; a small one is in the page cache, a large one too where there is memory for it.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class PcapReadBenchmark {
    static final String MEGABYTES_PROPERTY = "quintain.pcap.megabytes";

    /** The file, and the sum of the fields that every variant must find. */
    @State(Scope.Benchmark)
    public static class Data {
        Path file;
        long expected;
        final Ethernet ethernet = new Ethernet();
        final Ipv4 ip = new Ipv4();
        final Tcp tcp = new Tcp();
        final Udp udp = new Udp();

        /** Writes the file. */
        @Setup
        public void write() throws IOException {
            file = Files.createTempFile("quintain", ".pcap");
            file.toFile().deleteOnExit();
            long left = Integer.getInteger(MEGABYTES_PROPERTY, 20) * 1_000_000L;
            SplittableRandom random = new SplittableRandom(1);
            byte[][] frames = new byte[1_000][];
            for (int i = 0; i < frames.length; i++) {
                frames[i] = frame(random);
            }
            try (PcapWriter writer = new PcapWriter(
                    new BufferedOutputStream(Files.newOutputStream(file), 1 << 16),
                    LinkType.ETHERNET,
                    ByteOrder.LITTLE_ENDIAN,
                    false)) {
                for (int i = 0; left > 0; i++) {
                    byte[] frame = frames[random.nextInt(frames.length)];
                    writer.write(i * 1_000L, frame);
                    left -= 16 + frame.length;
                }
            }
            expected = Limit.sum(file);
        }

        private static byte[] frame(SplittableRandom random) {
            Endpoints there = new Endpoints(
                    0x0200_5E00_5301L, 0x0A000000 | random.nextInt(0x10000), 0x0200_5E00_5302L, 0x0A010000);
            int kind = random.nextInt(10);
            byte[] payload = new byte[kind < 6 ? 10 + random.nextInt(40) : kind < 9 ? 100 + random.nextInt(160) : 1400];
            int port = random.nextInt(1_024, 0x10000);
            // Ports that no dissector takes for a protocol of its own, so that all read the same headers.
            return random.nextBoolean()
                    ? Frames.tcp(there, port, 40_001, random.nextInt(), 7, Tcp.ACK, 512, payload)
                    : Frames.udp(there, port, 40_001, payload);
        }

        /** Deletes the file. */
        @TearDown
        public void delete() throws IOException {
            Files.delete(file);
        }

        long checked(long sum) {
            if (sum != expected) {
                throw new IllegalStateException("the limit's sum wanted: expected=" + expected + ", sum=" + sum);
            }
            return sum;
        }
    }

    /** Ours: the capture's reader and the headers' windows. */
    @Benchmark
    public long readOurs(Data data) throws IOException {
        long sum = 0;
        Ethernet ethernet = data.ethernet;
        Ipv4 ip = data.ip;
        Tcp tcp = data.tcp;
        Udp udp = data.udp;
        try (InputStream in = Files.newInputStream(data.file);
                CaptureReader capture = CaptureReader.open(in)) {
            while (capture.next()) {
                int from = capture.offset();
                if (ethernet.wrap(capture.buffer(), from, from + capture.capturedBytes()) == Flaw.NONE
                        && ethernet.type() == Ethernet.TYPE_IPV4
                        && ip.wrap(ethernet) == Flaw.NONE) {
                    sum += (long) ip.source() + ip.destination() + ports(ip, tcp, udp);
                }
            }
        }
        return data.checked(sum);
    }

    private static int ports(Ipv4 ip, Tcp tcp, Udp udp) {
        if (ip.protocol() == Ipv4.PROTOCOL_TCP) {
            return tcp.wrap(ip) == Flaw.NONE ? tcp.sourcePort() + tcp.destinationPort() : 0;
        }
        return udp.wrap(ip) == Flaw.NONE ? udp.sourcePort() + udp.destinationPort() : 0;
    }

    /** pkts-core: its own reader and decoder. */
    @Benchmark
    public long readPkts(Data data) throws IOException {
        long[] sum = {0};
        try (InputStream in = Files.newInputStream(data.file)) {
            Pcap pcap = Pcap.openStream(in);
            pcap.loop(packet -> {
                boolean isTcp = packet.hasProtocol(Protocol.TCP);
                TransportPacket transport = (TransportPacket) packet.getPacket(isTcp ? Protocol.TCP : Protocol.UDP);
                IPPacket ip = transport.getParentPacket();
                sum[0] += (long) Limit.s32(ip.getRawSourceIP(), 0) + Limit.s32(ip.getRawDestinationIP(), 0);
                sum[0] += transport.getSourcePort() + transport.getDestinationPort();
                return true;
            });
        }
        return data.checked(sum[0]);
    }

    /** pcap4j: its packet factory on the records of our reader, since its own needs libpcap. */
    @Benchmark
    public long readPcap4j(Data data) throws IOException, IllegalRawDataException {
        long sum = 0;
        try (InputStream in = Files.newInputStream(data.file);
                CaptureReader capture = CaptureReader.open(in)) {
            while (capture.next()) {
                EthernetPacket packet =
                        EthernetPacket.newPacket(capture.buffer(), capture.offset(), capture.capturedBytes());
                IpV4Packet.IpV4Header ip = packet.get(IpV4Packet.class).getHeader();
                sum += Limit.s32(ip.getSrcAddr().getAddress(), 0);
                sum += Limit.s32(ip.getDstAddr().getAddress(), 0);
                TcpPacket tcp = packet.get(TcpPacket.class);
                if (tcp != null) {
                    sum += tcp.getHeader().getSrcPort().valueAsInt();
                    sum += tcp.getHeader().getDstPort().valueAsInt();
                } else {
                    UdpPacket udp = packet.get(UdpPacket.class);
                    sum += udp.getHeader().getSrcPort().valueAsInt();
                    sum += udp.getHeader().getDstPort().valueAsInt();
                }
            }
        }
        return data.checked(sum);
    }

    /** Reads of 256 KiB and fields at their places. */
    @Benchmark
    public long readLimit(Data data) throws IOException {
        return data.checked(Limit.sum(data.file));
    }

    /** The barest code for this kind of file: little-endian, Ethernet and IPv4 without options. */
    static final class Limit {
        private static final VarHandle LITTLE =
                MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
        private static final VarHandle BIG = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

        private Limit() {}

        static int s32(byte[] from, int at) {
            return (int) BIG.get(from, at);
        }

        static long sum(Path file) throws IOException {
            byte[] buffer = new byte[256 * 1024];
            long sum = 0;
            try (InputStream in = Files.newInputStream(file)) {
                int at = 24;
                int end = 0;
                while (true) {
                    int read = in.read(buffer, end, buffer.length - end);
                    if (read < 0) {
                        return sum;
                    }
                    end += read;
                    while (at + 16 <= end) {
                        int following = at + 16 + (int) LITTLE.get(buffer, at + 8);
                        if (following > end) {
                            break;
                        }
                        sum += fields(buffer, at + 16, following);
                        at = following;
                    }
                    System.arraycopy(buffer, at, buffer, 0, end - at);
                    end -= at;
                    at = 0;
                }
            }
        }

        /** Four fields, with the checks without which they would mean nothing. */
        private static long fields(byte[] buffer, int frame, int end) {
            if (end - frame < 34 || (s32(buffer, frame + 12) >>> 8) != 0x080045) {
                return 0;
            }
            int total = s32(buffer, frame + 16) >>> 16;
            int protocol = buffer[frame + 23];
            int header = protocol == Ipv4.PROTOCOL_TCP ? 20 : 8;
            if (total < 20 + header || total > end - frame - 14) {
                return 0;
            }
            int length = s32(buffer, frame + 38) >>> 16;
            boolean isSound = protocol == Ipv4.PROTOCOL_TCP
                    ? (buffer[frame + 46] & 0xF0) >>> 2 <= total - 20
                    : length >= 8 && length <= total - 20;
            int ports = s32(buffer, frame + 34);
            long addresses = (long) s32(buffer, frame + 26) + s32(buffer, frame + 30);
            return isSound ? addresses + (ports >>> 16) + (ports & 0xFFFF) : addresses;
        }
    }
}
