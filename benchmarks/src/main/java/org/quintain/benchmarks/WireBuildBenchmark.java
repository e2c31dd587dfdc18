package org.quintain.benchmarks;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.pcap4j.packet.EthernetPacket;
import org.pcap4j.packet.IpV4Packet;
import org.pcap4j.packet.IpV4Rfc791Tos;
import org.pcap4j.packet.TcpPacket;
import org.pcap4j.packet.UnknownPacket;
import org.pcap4j.packet.namednumber.EtherType;
import org.pcap4j.packet.namednumber.IpNumber;
import org.pcap4j.packet.namednumber.IpVersion;
import org.pcap4j.packet.namednumber.TcpPort;
import org.pcap4j.util.MacAddress;
import org.quintain.net.wire.Ethernet;
import org.quintain.net.wire.Ipv4;
import org.quintain.net.wire.Tcp;

/** A TCP segment in a frame of 64, 512 or 1,500 bytes, both checksums made; ours and the limit into a kept array. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class WireBuildBenchmark {
    private static final int HEADERS = 54;

    /** What is written, and where to. */
    @State(Scope.Benchmark)
    public static class Data {
        long destinationMac = 0x020000000002L;
        long sourceMac = 0x020000000001L;
        int source = 0x0A000001;
        int destination = 0x0A000002;
        int sourcePort = 50_000;
        int destinationPort = 80;
        int sequenceNumber = 0x12345678;
        int acknowledgmentNumber = 0x23456789;
        int window = 65_535;

        final byte[] payload64 = payload(64);
        final byte[] payload512 = payload(512);
        final byte[] payload1500 = payload(1500);
        final byte[] frame64 = new byte[64];
        final byte[] frame512 = new byte[512];
        final byte[] frame1500 = new byte[1500];
        final Ethernet ethernet = new Ethernet();
        final Ipv4 ip = new Ipv4();
        final Tcp tcp = new Tcp();
        final MacAddress pcap4jSourceMac = mac(sourceMac);
        final MacAddress pcap4jDestinationMac = mac(destinationMac);
        final Inet4Address pcap4jSource = address(source);
        final Inet4Address pcap4jDestination = address(destination);

        /** Lets all three build the same bytes. */
        public Data() {
            same(frame64, payload64);
            same(frame512, payload512);
            same(frame1500, payload1500);
        }

        private void same(byte[] frame, byte[] payload) {
            byte[] theirs = pcap4j(this, payload);
            byte[] ours = ours(this, frame, payload).clone();
            Arrays.fill(frame, (byte) 0xFF);
            BareWire.build(this, frame, payload);
            if (!Arrays.equals(ours, theirs) || !Arrays.equals(ours, frame)) {
                throw new IllegalStateException("equal bytes wanted: lengthBytes=" + frame.length);
            }
        }

        private static byte[] payload(int frameBytes) {
            byte[] payload = new byte[frameBytes - HEADERS];
            for (int i = 0; i < payload.length; i++) {
                payload[i] = (byte) (31 * i);
            }
            return payload;
        }

        private static MacAddress mac(long bits) {
            byte[] eight = ByteBuffer.allocate(8).putLong(bits).array();
            return MacAddress.getByAddress(Arrays.copyOfRange(eight, 2, 8));
        }

        private static Inet4Address address(int bits) {
            try {
                byte[] four = ByteBuffer.allocate(4).putInt(bits).array();
                return (Inet4Address) InetAddress.getByAddress(four);
            } catch (UnknownHostException fourBytesAreAnAddress) {
                throw new IllegalStateException(fourBytesAreAnAddress);
            }
        }
    }

    private static byte[] ours(Data data, byte[] frame, byte[] payload) {
        data.ethernet.begin(frame, 0).destination(data.destinationMac).source(data.sourceMac);
        Ipv4 ip = data.ip
                .begin(frame, Ethernet.LENGTH_BYTES)
                .protocol(Ipv4.PROTOCOL_TCP)
                .source(data.source)
                .destination(data.destination);
        System.arraycopy(payload, 0, frame, HEADERS, payload.length);
        data.tcp
                .begin(frame, ip.payloadOffset())
                .sourcePort(data.sourcePort)
                .destinationPort(data.destinationPort)
                .sequenceNumber(data.sequenceNumber)
                .acknowledgmentNumber(data.acknowledgmentNumber)
                .flags(Tcp.ACK | Tcp.PSH)
                .window(data.window)
                .writeChecksum(ip);
        ip.writeChecksum(); // last, when what it sums has left the processor's store buffer
        return frame;
    }

    private static byte[] pcap4j(Data data, byte[] payload) {
        TcpPacket.Builder tcp = new TcpPacket.Builder()
                .srcAddr(data.pcap4jSource)
                .dstAddr(data.pcap4jDestination)
                .srcPort(TcpPort.getInstance((short) data.sourcePort))
                .dstPort(TcpPort.getInstance((short) data.destinationPort))
                .sequenceNumber(data.sequenceNumber)
                .acknowledgmentNumber(data.acknowledgmentNumber)
                .ack(true)
                .psh(true)
                .window((short) data.window)
                .payloadBuilder(new UnknownPacket.Builder().rawData(payload))
                .correctLengthAtBuild(true)
                .correctChecksumAtBuild(true);
        IpV4Packet.Builder ip = new IpV4Packet.Builder()
                .version(IpVersion.IPV4)
                .tos(IpV4Rfc791Tos.newInstance((byte) 0))
                .ttl((byte) 64)
                .protocol(IpNumber.TCP)
                .srcAddr(data.pcap4jSource)
                .dstAddr(data.pcap4jDestination)
                .payloadBuilder(tcp)
                .correctLengthAtBuild(true)
                .correctChecksumAtBuild(true);
        return new EthernetPacket.Builder()
                .dstAddr(data.pcap4jDestinationMac)
                .srcAddr(data.pcap4jSourceMac)
                .type(EtherType.IPV4)
                .payloadBuilder(ip)
                .paddingAtBuild(true)
                .build()
                .getRawData();
    }

    private static byte[] limit(Data data, byte[] frame, byte[] payload) {
        BareWire.build(data, frame, payload);
        return frame;
    }

    /** Ours. */
    @Benchmark
    public byte[] build64Ours(Data data) {
        return ours(data, data.frame64, data.payload64);
    }

    /** Ours. */
    @Benchmark
    public byte[] build512Ours(Data data) {
        return ours(data, data.frame512, data.payload512);
    }

    /** Ours. */
    @Benchmark
    public byte[] build1500Ours(Data data) {
        return ours(data, data.frame1500, data.payload1500);
    }

    /** Peer. */
    @Benchmark
    public byte[] build64Pcap4j(Data data) {
        return pcap4j(data, data.payload64);
    }

    /** Peer. */
    @Benchmark
    public byte[] build512Pcap4j(Data data) {
        return pcap4j(data, data.payload512);
    }

    /** Peer. */
    @Benchmark
    public byte[] build1500Pcap4j(Data data) {
        return pcap4j(data, data.payload1500);
    }

    /** Limit. */
    @Benchmark
    public byte[] build64Limit(Data data) {
        return limit(data, data.frame64, data.payload64);
    }

    /** Limit. */
    @Benchmark
    public byte[] build512Limit(Data data) {
        return limit(data, data.frame512, data.payload512);
    }

    /** Limit. */
    @Benchmark
    public byte[] build1500Limit(Data data) {
        return limit(data, data.frame1500, data.payload1500);
    }
}
