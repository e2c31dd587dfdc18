package org.quintain.net.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.quintain.net.sim.PortSecurity.Violation;
import org.quintain.net.wire.Ethernet;
import org.quintain.net.wire.Frames;
import org.quintain.net.wire.Ipv4Address;
import org.quintain.net.wire.MacAddress;

class FiltersTest {
    private static final int IP_A = Ipv4Address.of("192.168.7.1");
    private static final int IP_B = Ipv4Address.of("192.168.7.2");
    private static final int IP_C = Ipv4Address.of("192.168.7.3");

    private final Network network = Network.standalone(Probe.seed(6));
    private final Switch middle = new Switch(network, "switch");
    private final Probe a = probe("a", 1);
    private final Probe b = probe("b", 2);
    private final Probe c = probe("c", 3);

    private Probe probe(String name, int number) {
        Probe probe = new Probe(network, name, number);
        network.connect(probe, middle, LinkQuality.LAN);
        return probe;
    }

    private int heardByB(Probe from, byte[] frame) {
        int before = b.arrivals.size();
        from.send(frame);
        network.advance(1000);
        return b.arrivals.size() - before;
    }

    private DynamicArpInspection inspection() {
        DynamicArpInspection inspection = new DynamicArpInspection();
        inspection.bind(IP_A, a.mac, middle.port(0));
        inspection.bind(IP_B, b.mac, middle.port(1));
        inspection.bind(IP_C, c.mac, middle.port(2));
        middle.filter(inspection);
        return inspection;
    }

    @Test
    void trueArpPassesTheInspection() {
        DynamicArpInspection inspection = inspection();
        assertEquals(1, heardByB(a, Frames.arpRequest(a.mac, IP_A, IP_B)));
        assertEquals(1, heardByB(a, Frames.arpReply(a.mac, IP_A, b.mac, IP_B)));
        assertEquals(1, heardByB(a, Frames.gratuitousArp(a.mac, IP_A)));
        assertEquals(1, heardByB(a, Frames.arpRequest(a.mac, Ipv4Address.ANY, IP_A)), "a probe");
        assertEquals(0, inspection.refusedPackets());
    }

    @Test
    void arpThatContradictsABindingIsRefused() {
        DynamicArpInspection inspection = inspection();
        assertEquals(0, heardByB(c, Frames.arpReply(c.mac, IP_A, b.mac, IP_B)), "another's address");
        assertEquals(0, heardByB(c, Frames.arpRequest(c.mac, IP_A, IP_B)), "in a request");
        assertEquals(0, heardByB(c, Frames.gratuitousArp(c.mac, IP_A)), "in an announcement");
        assertEquals(0, heardByB(c, Frames.arpReply(a.mac, IP_A, b.mac, IP_B)), "all true, but at another port");
        assertEquals(0, heardByB(c, Frames.arpReply(c.mac, Ipv4Address.of("192.168.7.9"), b.mac, IP_B)), "unbound");
        assertEquals(0, heardByB(c, Frames.arpRequest(a.mac, Ipv4Address.ANY, IP_A)), "another's probe");
        assertEquals(6, inspection.refusedPackets());
        assertEquals(6, middle.filteredFrames());
        assertEquals(-1, middle.portOf(1, c.mac), "nothing is learned from a refused frame");
    }

    @Test
    void arpSenderMustBeTheFramesSource() {
        inspection();
        byte[] frame = Frames.arpReply(c.mac, IP_C, b.mac, IP_B);
        new Ethernet().place(frame, 0, frame.length).source(MacAddress.local(77));
        assertEquals(0, heardByB(c, frame));
        byte[] other = Frames.arpReply(a.mac, IP_C, b.mac, IP_B);
        new Ethernet().place(other, 0, other.length).source(c.mac);
        assertEquals(0, heardByB(c, other));
    }

    @Test
    void malformedArpIsRefusedAndWhatIsNoArpPasses() {
        inspection();
        byte[] odd = Frames.arpRequest(a.mac, IP_A, IP_B);
        odd[18] = 7;
        assertEquals(0, heardByB(a, odd));
        assertEquals(0, heardByB(a, java.util.Arrays.copyOf(Frames.arpRequest(a.mac, IP_A, IP_B), 41)));
        assertEquals(1, heardByB(c, c.frameTo(b.mac, 1)));
    }

    @Test
    void arpBehindATagIsInspectedToo() {
        DynamicArpInspection inspection = inspection();
        middle.trunk(middle.port(2), 0, 1);
        TaggedFrame view = new TaggedFrame();
        view.wrap(Frames.arpReply(c.mac, IP_A, b.mac, IP_B));
        assertEquals(0, heardByB(c, view.with(1)));
        view.wrap(Frames.arpReply(c.mac, IP_C, b.mac, IP_B));
        assertEquals(1, heardByB(c, view.with(1)));
        assertEquals(1, inspection.refusedPackets());
    }

    @Test
    void trustedPortAndNewBindingsAreBelieved() {
        DynamicArpInspection inspection = inspection();
        inspection.bind(IP_A, c.mac, middle.port(2));
        assertEquals(1, heardByB(c, Frames.arpReply(c.mac, IP_A, b.mac, IP_B)));
        inspection.unbind(IP_A);
        assertEquals(0, heardByB(c, Frames.arpReply(c.mac, IP_A, b.mac, IP_B)));
        inspection.trust(middle.port(2));
        assertEquals(1, heardByB(c, Frames.arpReply(c.mac, IP_A, b.mac, IP_B)));
    }

    @Test
    void bindingsAreBounded() {
        DynamicArpInspection inspection = new DynamicArpInspection();
        for (int i = 0; i < DynamicArpInspection.MAX_BINDINGS; i++) {
            assertTrue(inspection.bind(i, i, middle.port(0)));
        }
        assertFalse(inspection.bind(-1, 1, middle.port(0)));
        assertTrue(inspection.bind(5, 1, middle.port(0)));
    }

    @Test
    void restrictedPortServesItsFirstAddressesAlone() {
        PortSecurity security = new PortSecurity(2, Violation.RESTRICT);
        middle.filter(security);
        for (int i = 0; i < 5; i++) {
            byte[] frame = c.frameTo(b.mac, i);
            new Ethernet().place(frame, 0, frame.length).source(MacAddress.local(100 + i));
            assertEquals(i < 2 ? 1 : 0, heardByB(c, frame));
        }
        byte[] again = c.frameTo(b.mac, 9);
        new Ethernet().place(again, 0, again.length).source(MacAddress.local(101));
        assertEquals(1, heardByB(c, again));
        assertEquals(3, security.violations());
        assertEquals(2, middle.tableEntries());
    }

    @Test
    void neighboursAddressIsAViolationAndMayShutThePort() {
        PortSecurity security = new PortSecurity(4, Violation.SHUT_DOWN).secure(middle.port(0), a.mac);
        middle.filter(security);
        assertEquals(1, heardByB(c, c.frameTo(b.mac, 1)));
        byte[] asA = c.frameTo(b.mac, 2);
        new Ethernet().place(asA, 0, asA.length).source(a.mac);
        assertEquals(0, heardByB(c, asA));
        assertTrue(security.isShutDown(middle.port(2)));
        assertEquals(0, heardByB(c, c.frameTo(b.mac, 3)));
        assertEquals(1, heardByB(a, a.frameTo(b.mac, 4)));
        assertFalse(security.isShutDown(middle.port(0)));
        assertThrows(IllegalArgumentException.class, () -> security.secure(middle.port(1), a.mac));
    }
}
