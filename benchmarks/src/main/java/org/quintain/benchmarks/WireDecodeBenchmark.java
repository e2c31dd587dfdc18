package org.quintain.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.pcap4j.packet.EthernetPacket;
import org.pcap4j.packet.IllegalRawDataException;
import org.pcap4j.packet.IpV4Packet;
import org.pcap4j.packet.Packet;
import org.pcap4j.packet.TcpPacket;
import org.quintain.net.wire.Endpoints;
import org.quintain.net.wire.Ethernet;
import org.quintain.net.wire.Flaw;
import org.quintain.net.wire.Frames;
import org.quintain.net.wire.Ipv4;
import org.quintain.net.wire.Tcp;

/** A frame of 64 bytes: every length is checked, and both addresses, both ports, number and flags are read. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Benchmark)
public class WireDecodeBenchmark {
    private final byte[] frame = Frames.tcp(
            new Endpoints(0x020000000001L, 0x0A000001, 0x020000000002L, 0x0A000002),
            50_000,
            80,
            0x12345678,
            0x23456789,
            Tcp.ACK | Tcp.PSH,
            65_535,
            new byte[10]);
    private final Ethernet ethernet = new Ethernet();
    private final Ipv4 ip = new Ipv4();
    private final Tcp tcp = new Tcp();

    /** Asks all three for the same fields. */
    public WireDecodeBenchmark() {
        long wanted = BareWire.mix(0x0A000001, 0x0A000002, 50_000, 80, 0x12345678, 0x18);
        if (decodeOurs() != wanted || decodeLimit() != wanted || decodePcap4j() != wanted) {
            throw new IllegalStateException("the fields that were written wanted");
        }
    }

    /** Ours. */
    @Benchmark
    public final long decodeOurs() {
        if (ethernet.wrap(frame) != Flaw.NONE
                || ethernet.type() != Ethernet.TYPE_IPV4
                || ip.wrap(ethernet) != Flaw.NONE
                || ip.protocol() != Ipv4.PROTOCOL_TCP
                || tcp.wrap(ip) != Flaw.NONE) {
            return -1;
        }
        return BareWire.mix(
                ip.source(),
                ip.destination(),
                tcp.sourcePort(),
                tcp.destinationPort(),
                tcp.sequenceNumber(),
                tcp.flags());
    }

    /** Peer. */
    @Benchmark
    public final long decodePcap4j() {
        Packet packet;
        try {
            packet = EthernetPacket.newPacket(frame, 0, frame.length);
        } catch (IllegalRawDataException refused) {
            return -1;
        }
        IpV4Packet.IpV4Header ip4 = packet.get(IpV4Packet.class).getHeader();
        TcpPacket.TcpHeader segment = packet.get(TcpPacket.class).getHeader();
        int flags = (segment.getFin() ? 1 : 0)
                | (segment.getSyn() ? 2 : 0)
                | (segment.getRst() ? 4 : 0)
                | (segment.getPsh() ? 8 : 0)
                | (segment.getAck() ? 16 : 0)
                | (segment.getUrg() ? 32 : 0);
        return BareWire.mix(
                ip4.getSrcAddr().hashCode(), // the address as an int, says the JDK's documentation
                ip4.getDstAddr().hashCode(),
                segment.getSrcPort().valueAsInt(),
                segment.getDstPort().valueAsInt(),
                segment.getSequenceNumber(),
                flags);
    }

    /** Limit. */
    @Benchmark
    public final long decodeLimit() {
        return BareWire.decode(frame);
    }
}
