package org.quintain.net.sim.tcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.quintain.core.derive.Seed;
import org.quintain.net.sim.LinkQuality;
import org.quintain.net.sim.Network;
import org.quintain.net.sim.host.Host;
import org.quintain.net.sim.host.HostPolicy;
import org.quintain.net.wire.MacAddress;

/** What TCP costs: bytes for a stack and a connection, bytes allocated for a segment. */
class TcpFootprintTest {
    private static final ThreadMXBean THREAD = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private static long liveBytes(int count, Supplier<Object> maker) {
        Object[] kept = new Object[count];
        long before = usedBytes();
        for (int i = 0; i < count; i++) {
            kept[i] = maker.get();
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
    void anIdleStackWithAnOpenPortTakesLittle() {
        Network network = Network.standalone(Seed.of(new byte[32]));
        int[] number = {0};
        Supplier<Object> host = () -> new Host(network, "h" + number[0]++, MacAddress.local(1), HostPolicy.DEFAULT);
        long without = liveBytes(2000, host);
        long with = liveBytes(2000, () -> {
            TcpStack stack = TcpStack.on((Host) host.get(), TcpPolicy.DEFAULT);
            stack.listen(80, connection -> null);
            return stack;
        });
        assertTrue(with - without <= 1536, "bytes of an idle stack: " + (with - without));
    }

    @Test
    void anOpenConnectionThatIsIdleTakesLittle() {
        TcpLimits many = TcpLimits.DEFAULT.withConnections(65_536, 10);
        TwoHosts hosts = new TwoHosts(
                1, LinkQuality.LAN, TcpPolicy.DEFAULT.withLimits(many), TcpPolicy.DEFAULT.withLimits(many));
        hosts.server.listen(80, connection -> new TcpHandler() {});
        long bytes = liveBytes(2000, () -> {
                    TcpConnection c = hosts.client.connect(hosts.bob.address(), 80, new TcpHandler() {});
                    hosts.network.advance(1000);
                    assertEquals(TcpState.ESTABLISHED, c.state());
                    return c;
                })
                / 2;
        assertTrue(bytes <= 1024, "bytes of a connection's end: " + bytes);
    }

    /** Sends without end and counts what comes. */
    private static final class Flood implements TcpHandler {
        private final byte[] text = new byte[1460];
        private long received;

        @Override
        public void connected(TcpConnection c) {
            writable(c);
        }

        @Override
        public void writable(TcpConnection c) {
            while (c.send(text) == text.length) {}
        }

        @Override
        public void data(TcpConnection c, byte[] from, int offset, int lengthBytes) {
            received += lengthBytes;
        }
    }

    private static Flood flood(TwoHosts hosts) {
        Flood receiver = new Flood();
        hosts.server.listen(80, connection -> new TcpHandler() {
            @Override
            public void data(TcpConnection c, byte[] from, int offset, int lengthBytes) {
                receiver.data(c, from, offset, lengthBytes);
            }
        });
        hosts.client.connect(hosts.bob.address(), 80, new Flood());
        return receiver;
    }

    @Test
    void aSegmentAllocatesItsFrameAndThatOfItsAcknowledgmentAndNothingElse() {
        TwoHosts hosts = new TwoHosts(1, LinkQuality.LAN);
        Flood receiver = flood(hosts);
        hosts.network.advance(2_000_000);
        long bytesBefore = receiver.received;
        long before = THREAD.getCurrentThreadAllocatedBytes();
        hosts.network.advance(1_000_000);
        long allocated = THREAD.getCurrentThreadAllocatedBytes() - before;
        long segments = (receiver.received - bytesBefore) / 1460;
        assertTrue(segments > 10_000, "segments: " + segments);
        // Arrays with their headers: 16 + 14 + 20 + 20 + 1,460 = 1,530, so 1,536, and 16 + 60 = 76, so 80.
        assertTrue(allocated / segments <= 1536 + 80 + 8, "bytes for a segment: " + allocated / segments);
    }

    /** On demand: segments with text, and acknowledgments, a second of real time. */
    public static void main(String[] seconds) {
        for (int round = 0; round < Integer.parseInt(seconds[0]); round++) {
            TwoHosts hosts = new TwoHosts(1, LinkQuality.LAN);
            Flood receiver = flood(hosts);
            long start = System.nanoTime();
            hosts.network.advance(40_000_000);
            double took = (System.nanoTime() - start) / 1e9;
            System.out.println(hosts.network.events() / took / 1e6 + " million events/s, "
                    + receiver.received / 1460 / took / 1e6 + " million segments/s");
        }
    }
}
