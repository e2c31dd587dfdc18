package org.quintain.net.sim.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.quintain.core.Budget;
import org.quintain.core.Meter;
import org.quintain.core.Seat;
import org.quintain.core.derive.CourseKey;
import org.quintain.core.derive.Seed;
import org.quintain.net.sim.DynamicArpInspection;
import org.quintain.net.sim.LearnerCard;
import org.quintain.net.sim.Network;
import org.quintain.net.wire.Frames;
import org.quintain.net.wire.Ipv4Address;
import org.quintain.net.wire.MacAddress;

class LanTest {
    private final Network network = Network.standalone(seed(1));
    private final Lan lan = Lan.drawn(network, seed(1));
    private final Host a = lan.host("a", HostPolicy.DEFAULT);
    private final Host b = lan.host("b", HostPolicy.DEFAULT);
    private final LearnerCard learner = lan.learner("learner", new Meter(Budget.unlimited()));

    private static Seed seed(int number) {
        return CourseKey.practice()
                .seatKey(Seat.practice(number), "net.lan-test", 1, new TreeMap<>())
                .root();
    }

    @Test
    void hostsOfALanReachEachOtherWithAndWithoutInspection() {
        int[] replies = new int[1];
        a.onEchoReply((packet, message) -> replies[0]++);
        a.ping(b.address(), 1, 1, new byte[8]);
        network.advance(10_000);
        assertEquals(1, replies[0]);
        lan.inspect();
        a.arpCache().remove(b.address());
        a.ping(b.address(), 1, 2, new byte[8]);
        network.advance(10_000);
        assertEquals(2, replies[0]);
    }

    @Test
    void inspectionKnowsTheLearnersAddressAndRefusesAnyOther() {
        DynamicArpInspection inspection = lan.inspect();
        long mac = learner.mac();
        learner.card().send(Frames.arpRequest(mac, lan.learnerAddress(), a.address()));
        learner.card().advance(1000);
        assertEquals(mac, a.arpCache().find(lan.learnerAddress()));
        learner.card().send(Frames.arpRequest(mac, b.address(), a.address()));
        learner.card().advance(1000);
        assertEquals(ArpCache.UNKNOWN, a.arpCache().find(b.address()));
        assertEquals(1, inspection.refusedPackets());
    }

    @Test
    void addressesArePrivateOfOneNetworkAndGivenOnce() {
        Set<Integer> addresses = new HashSet<>(Set.of(a.address(), b.address(), lan.learnerAddress()));
        for (int i = 0; i < 250; i++) {
            int address = lan.freeAddress();
            assertTrue(addresses.add(address));
            assertTrue(Ipv4Address.isSameNetwork(address, lan.networkAddress(), Ipv4Address.mask(Lan.PREFIX_LENGTH)));
            assertFalse((address & 0xff) < 2 || (address & 0xff) == 255);
        }
        assertThrows(IllegalStateException.class, lan::freeAddress);
        assertTrue(lan.networkAddress() >>> 24 == 10 || lan.networkAddress() >>> 16 == 0xC0A8);
        assertTrue(MacAddress.isLocallyAdministered(a.mac()) && !MacAddress.isGroup(a.mac()));
        assertNotEquals(a.mac(), b.mac());
    }

    @Test
    void seedsDrawDifferentNetworks() {
        Set<Integer> networks = new HashSet<>();
        for (int i = 0; i < 20; i++) {
            networks.add(Lan.drawn(Network.standalone(seed(i)), seed(i)).networkAddress());
        }
        assertTrue(networks.size() > 15, networks::toString);
    }
}
