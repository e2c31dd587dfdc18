package org.quintain.net.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** No bytes make a header throw, read outside of its limit or allocate. More on demand: {@code -Dquintain.frames=N}. */
class HostileBytesTest {
    private static final int FRAMES = Integer.getInteger("quintain.frames", 50_000);

    private final Header[] headers = {
        new Ethernet(), new VlanTag(), new Arp(), new Ipv4(), new Icmpv4(), new Udp(), new Tcp()
    };
    private final Ethernet ethernet = (Ethernet) headers[0];
    private final Ipv4 ip = (Ipv4) headers[3];
    private final Icmpv4 icmp = (Icmpv4) headers[4];
    private final Udp udp = (Udp) headers[5];
    private final Tcp tcp = (Tcp) headers[6];
    private final TcpOptions tcpOptions = new TcpOptions();
    private final Ipv4Options ipv4Options = new Ipv4Options();

    @Test
    void anyBytesAtAnyPlaceGiveAHeaderWithinItsLimitOrAFlaw() {
        SplittableRandom random = new SplittableRandom(11);
        int accepted = 0;
        for (int i = 0; i < FRAMES; i++) {
            byte[] frame = new byte[random.nextInt(90)];
            random.nextBytes(frame);
            if (frame.length > 0 && random.nextBoolean()) {
                frame[0] = (byte) (0x40 | random.nextInt(4, 10));
            }
            int offset = random.nextInt(4) == 0 ? random.nextInt(frame.length + 1) : 0;
            int limit = offset + random.nextInt(frame.length - offset + 1);
            for (Header header : headers) {
                if (header.wrap(frame, offset, limit) == Flaw.NONE) {
                    accepted++;
                    assertTrue(header.payloadOffset() <= header.limit() && header.limit() <= limit);
                    read(header);
                }
            }
        }
        assertTrue(accepted > FRAMES, "accepted: " + accepted);
    }

    @Test
    void spoiltFramesAreReadToTheEnd() {
        RandomFrames random = new RandomFrames(12);
        for (int i = 0; i < FRAMES; i++) {
            readFrame(random.spoiltFrame());
        }
    }

    @Test
    void readingAndSummingAllocateNothing() {
        RandomFrames random = new RandomFrames(13);
        byte[][] frames = new byte[500][];
        for (int i = 0; i < frames.length; i++) {
            frames[i] = i % 2 == 0 ? random.frame() : random.spoiltFrame();
        }
        long sum = readAll(frames); // loads classes, and links the method handles
        com.sun.management.ThreadMXBean threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        threads.getCurrentThreadAllocatedBytes();
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < 20; i++) {
            sum -= readAll(frames) / 20;
        }
        long after = threads.getCurrentThreadAllocatedBytes();
        assertTrue(after - before < 1000, "bytes for 10,000 frames: " + (after - before));
        assertTrue(sum >= 0);
    }

    @Test
    void writingAndChangingAllocatesNothing() {
        byte[] frame = new byte[100];
        int first = write(frame, 1);
        com.sun.management.ThreadMXBean threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        threads.getCurrentThreadAllocatedBytes();
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < 1000; i++) {
            write(frame, i);
        }
        long after = threads.getCurrentThreadAllocatedBytes();
        assertTrue(after - before < 1000, "bytes for 1,000 frames: " + (after - before));
        assertEquals(first, write(frame, 1));
    }

    private int write(byte[] frame, int number) {
        ethernet.begin(frame, 0).destination(2).source(4);
        ip.begin(frame, 14).protocol(Ipv4.PROTOCOL_TCP).source(1).destination(2).writeChecksum();
        tcp.begin(frame, 34).sequenceNumber(number).flags(Tcp.ACK);
        tcpOptions.begin(tcp).timestamps(number, number).end(tcp).writeChecksum(ip);
        ip.decrementTimeToLive();
        return tcp.checksum();
    }

    private long readAll(byte[][] frames) {
        long sum = 0;
        for (byte[] frame : frames) {
            sum += readFrame(frame) & 0xFFFF;
        }
        return sum;
    }

    private long readFrame(byte[] frame) {
        if (ethernet.wrap(frame) != Flaw.NONE) {
            return 0;
        }
        long sum = read(ethernet);
        for (int i = 1; i < headers.length; i++) {
            Header outer = i > 3 ? ip : ethernet;
            if (i > 3 && ip.wrap(ethernet) != Flaw.NONE) {
                break;
            }
            if (headers[i].wrap(outer) == Flaw.NONE) {
                sum += read(headers[i]);
            }
        }
        return sum;
    }

    private long read(Header header) {
        return header.payloadLengthBytes() + fields(header);
    }

    private long fields(Header header) {
        if (header == ip) {
            ipv4Options.wrap(ip);
            int seen = 0;
            while (ipv4Options.next()) {
                seen += ipv4Options.kind() + ipv4Options.dataLengthBytes();
            }
            return seen + ip.source() + ip.computeChecksum() + (ip.isChecksumRight() ? 1 : 0);
        }
        if (header == tcp) {
            tcpOptions.wrap(tcp);
            int seen = 0;
            while (tcpOptions.next()) {
                seen += tcpOptions.isKind(TcpOptions.KIND_TIMESTAMPS) ? tcpOptions.timestampEchoReply() : 1;
                if (tcpOptions.isKind(TcpOptions.KIND_SACK)) {
                    seen += tcpOptions.sackRightEdge(tcpOptions.sackBlocks() - 1);
                }
            }
            return seen + tcp.urgentPointer() + tcp.segmentLength() + sumIfItIsInsideOfIp(tcp);
        }
        if (header == udp) {
            return udp.destinationPort() + sumIfItIsInsideOfIp(udp);
        }
        if (header == icmp) {
            return icmp.rest() + icmp.computeChecksum() + (icmp.isChecksumRight() ? 1 : 0);
        }
        return header == ethernet ? ethernet.source() + ethernet.type() : 0;
    }

    /** The checksum wants an accepted IPv4 header. */
    private int sumIfItIsInsideOfIp(Header header) {
        if (ip.payloadOffset() != header.offset() || ip.limit() < header.limit()) {
            return 0;
        }
        return header == udp ? udp.computeChecksum(ip) : tcp.computeChecksum(ip);
    }
}
