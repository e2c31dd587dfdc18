package org.quintain.net.sim.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

/** What hosts cost: an idle LAN in bytes, and what is allocated for a datagram. */
class HostFootprintTest {
    private static final ThreadMXBean THREAD = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private long received;

    /** A switch and four hosts that have talked to each other, each with an open port. */
    private static SmallLan idleLan() {
        SmallLan lan = new SmallLan(4);
        Host[] hosts = new Host[4];
        for (int i = 0; i < hosts.length; i++) {
            hosts[i] = lan.host();
            hosts[i].bind(7, (socket, packet, datagram) -> {});
        }
        for (Host host : hosts) {
            UdpSocket socket = host.bind(0, (from, packet, datagram) -> {});
            for (Host other : hosts) {
                if (other != host) {
                    socket.send(other.address(), 7, new byte[32]);
                }
            }
            lan.network.advance(1_000_000);
            socket.close();
        }
        return lan;
    }

    @Test
    void idleLanOfFourHostsTakesAtMost32Kibibytes() {
        idleLan();
        long live = liveBytes(300);
        assertTrue(live <= 32 * 1024, "bytes of an idle LAN of four hosts: " + live);
    }

    /** On demand: that many LANs in one process, {@code java -Xmx512m … HostFootprintTest 10000}. */
    public static void main(String[] lans) {
        int count = Integer.parseInt(lans[0]);
        System.out.println("bytes of each of " + count + " LANs: " + liveBytes(count) + "; heap at most: "
                + Runtime.getRuntime().maxMemory());
    }

    private static long liveBytes(int count) {
        SmallLan[] kept = new SmallLan[count];
        long before = usedBytes();
        for (int i = 0; i < count; i++) {
            kept[i] = idleLan();
        }
        long after = usedBytes();
        assertEquals(count, kept.length);
        return (after - before) / count;
    }

    private static long usedBytes() {
        var memory = ManagementFactory.getMemoryMXBean();
        for (int i = 0; i < 3; i++) {
            memory.gc();
        }
        return memory.getHeapMemoryUsage().getUsed();
    }

    @Test
    void datagramThroughTwoStacksAllocatesItsFrameAndNothingElse() {
        SmallLan lan = new SmallLan(5);
        Host alice = lan.host();
        Host bob = lan.host();
        bob.arpCache().putStatic(alice.address(), alice.mac());
        alice.arpCache().putStatic(bob.address(), bob.mac());
        lan.network.addTap((micros, from, frame, origin) -> {});
        UdpHandler echo = (socket, packet, datagram) -> {
            received++;
            socket.send(
                    packet.source(),
                    datagram.sourcePort(),
                    datagram.array(),
                    datagram.payloadOffset(),
                    datagram.payloadLengthBytes());
        };
        bob.bind(7, echo);
        UdpSocket socket = alice.bind(8, echo);
        for (int i = 0; i < 8; i++) {
            socket.send(bob.address(), 7, new byte[64]);
        }
        lan.network.advance(2_000_000);
        long warm = received;
        long before = THREAD.getCurrentThreadAllocatedBytes();
        lan.network.advance(2_000_000);
        long datagrams = received - warm;
        long allocated = THREAD.getCurrentThreadAllocatedBytes() - before;
        assertTrue(datagrams > 10_000, "datagrams: " + datagrams);
        // 14 + 20 + 8 + 64 bytes and an array's header of 16, rounded up to 128.
        assertEquals(128.0, (double) allocated / datagrams, 0.5);
    }
}
