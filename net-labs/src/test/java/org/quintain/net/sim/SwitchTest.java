package org.quintain.net.sim;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.quintain.net.wire.Ethernet;
import org.quintain.net.wire.MacAddress;

class SwitchTest {
    private static final int TABLE = 100;
    private static final long AGE = 1_000_000;

    private final Network network = Network.standalone(Probe.seed(5));
    private final Switch middle = new Switch(network, "switch", TABLE, AGE);
    private final Probe a = probe("a", 1);
    private final Probe b = probe("b", 2);
    private final Probe c = probe("c", 3);

    private Probe probe(String name, int number) {
        Probe probe = new Probe(network, name, number);
        network.connect(probe, middle, LinkQuality.LAN);
        return probe;
    }

    private void settle() {
        network.advance(1000);
    }

    @Test
    void unknownAddressIsFloodedAndALearnedOneIsNot() {
        a.sendTo(b, 1);
        settle();
        assertEquals(List.of(1), b.serials());
        assertEquals(List.of(1), c.serials());
        assertEquals(List.of(), a.serials());
        b.sendTo(a, 2);
        settle();
        a.sendTo(b, 3);
        settle();
        assertEquals(List.of(2), a.serials());
        assertEquals(List.of(1, 3), b.serials());
        assertEquals(List.of(1), c.serials());
        assertEquals(1, middle.floodedFrames());
        assertEquals(1, middle.portOf(1, b.mac));
    }

    @Test
    void groupAddressesAreFloodedAndNeverLearned() {
        byte[] frame = a.frameTo(MacAddress.BROADCAST, 1);
        new Ethernet().place(frame, 0, frame.length).source(MacAddress.BROADCAST);
        a.send(frame);
        b.send(b.frameTo(MacAddress.BROADCAST, 2));
        settle();
        assertEquals(-1, middle.portOf(1, MacAddress.BROADCAST));
        assertEquals(List.of(1, 2), c.serials());
        assertEquals(List.of(2), a.serials());
    }

    @Test
    void reservedAddressesAreNotPassedOn() {
        for (int last = 0; last <= 0x10; last++) {
            a.send(a.frameTo(MacAddress.of("01:80:c2:00:00:00") + last, last));
        }
        settle();
        assertEquals(List.of(0x10), b.serials());
    }

    @Test
    void addressIsForgottenAfterItsAgeAndNotBefore() {
        b.sendTo(a, 1);
        network.advance(50 + AGE);
        assertEquals(1, middle.portOf(1, b.mac));
        network.advance(1);
        assertEquals(-1, middle.portOf(1, b.mac));
        a.sendTo(b, 2);
        settle();
        assertEquals(List.of(1, 2), c.serials(), "flooded again");
    }

    @Test
    void stationThatMovesIsFoundAtItsNewPort() {
        b.sendTo(a, 1);
        settle();
        byte[] asB = c.frameTo(a.mac, 2);
        new Ethernet().place(asB, 0, asB.length).source(b.mac);
        c.send(asB);
        settle();
        assertEquals(2, middle.portOf(1, b.mac));
        a.sendTo(b, 3);
        settle();
        assertEquals(List.of(1, 3), c.serials());
        assertEquals(List.of(), b.serials().stream().filter(each -> each == 3).toList());
    }

    @Test
    void frameForAnAddressAtItsOwnPortGoesNowhere() {
        b.sendTo(a, 1);
        settle();
        byte[] toSelf = b.frameTo(b.mac, 2);
        b.send(toSelf);
        settle();
        assertEquals(List.of(1), a.serials());
        assertEquals(List.of(), b.serials());
    }

    @Test
    void fullTableLearnsNobodyNewAndFloods() {
        flood(TABLE);
        assertEquals(TABLE, middle.tableEntries());
        b.sendTo(a, 1);
        settle();
        assertEquals(1, middle.unlearnedFrames());
        int before = a.arrivals.size();
        c.sendTo(b, 2);
        settle();
        assertEquals(before + 1, a.arrivals.size(), "a hears what c tells b");
        assertEquals(TABLE, middle.tableEntries());
    }

    @Test
    void fullTableHasRoomAgainWhenEntriesAreTooOld() {
        flood(TABLE);
        network.advance(AGE + 1);
        b.sendTo(a, 1);
        settle();
        assertEquals(1, middle.portOf(1, b.mac));
        assertEquals(1, middle.tableEntries());
    }

    private void flood(int addresses) {
        for (int i = 0; i < addresses; i++) {
            byte[] frame = a.frameTo(MacAddress.BROADCAST, i);
            new Ethernet().place(frame, 0, frame.length).source(MacAddress.local(1000 + i));
            a.send(frame);
        }
        settle();
    }

    @Test
    void vlansDoNotHearEachOther() {
        middle.access(middle.port(1), 10).access(middle.port(2), 10);
        Probe d = probe("d", 4);
        a.send(a.frameTo(MacAddress.BROADCAST, 1));
        b.send(b.frameTo(MacAddress.BROADCAST, 2));
        b.sendTo(a, 3);
        settle();
        assertEquals(List.of(2, 3), c.serials());
        assertEquals(List.of(1), d.serials());
        assertEquals(List.of(), a.serials());
        assertEquals(-1, middle.portOf(1, b.mac));
        assertEquals(1, middle.portOf(10, b.mac));
    }

    @Test
    void accessPortRefusesTagsButTakesAPriorityTag() {
        middle.access(middle.port(0), 10).access(middle.port(1), 10);
        for (int vlan : new int[] {10, 1, 4095}) {
            a.send(tagged(a.frameTo(b.mac, 1), vlan));
        }
        settle();
        assertEquals(List.of(), b.serials());
        assertEquals(3, middle.refusedVlanFrames());
        byte[] priority = tagged(a.frameTo(b.mac, 2), 10);
        priority[14] = (byte) 0xe0;
        priority[15] = 0;
        a.send(priority);
        settle();
        assertArrayEquals(a.frameTo(b.mac, 2), b.arrivals.get(0).frame());
    }

    private static byte[] tagged(byte[] frame, int vlan) {
        TaggedFrame view = new TaggedFrame();
        view.wrap(frame);
        return view.with(vlan);
    }

    @Test
    void trunkCarriesTagsAndItsNativeVlanWithout() {
        middle.access(middle.port(0), 10).access(middle.port(1), 20).trunk(middle.port(2), 20, 10, 20, 30);
        byte[] fromA = a.frameTo(MacAddress.BROADCAST, 1);
        byte[] fromB = b.frameTo(MacAddress.BROADCAST, 2);
        a.send(fromA);
        b.send(fromB);
        settle();
        assertEquals(2, c.arrivals.size());
        byte[] onTrunk = c.arrivals.get(0).frame();
        assertEquals(fromA.length + 4, onTrunk.length);
        assertEquals("81000 00a".replace(" ", ""), hex(onTrunk, 12, 16));
        assertEquals(a.index(), c.arrivals.get(0).origin());
        assertSame(fromB, c.arrivals.get(1).frame());

        c.send(tagged(c.frameTo(MacAddress.BROADCAST, 3), 10));
        c.send(c.frameTo(MacAddress.BROADCAST, 4));
        c.send(tagged(c.frameTo(MacAddress.BROADCAST, 5), 30));
        c.send(tagged(c.frameTo(MacAddress.BROADCAST, 6), 40));
        settle();
        assertEquals(List.of(3), a.serials());
        assertArrayEquals(c.frameTo(MacAddress.BROADCAST, 3), a.arrivals.get(0).frame());
        assertEquals(List.of(4), b.serials());
        assertEquals(1, middle.refusedVlanFrames());
    }

    @Test
    void trunkWithoutNativeVlanRefusesFramesWithoutTag() {
        middle.trunk(middle.port(0), 0, 1);
        a.sendTo(b, 1);
        settle();
        assertEquals(1, middle.refusedVlanFrames());
        a.send(tagged(a.frameTo(b.mac, 2), 1));
        settle();
        assertEquals(List.of(2), b.serials());
    }

    private static String hex(byte[] frame, int from, int to) {
        return java.util.HexFormat.of().formatHex(frame, from, to);
    }

    @Test
    void frameWithoutAWholeHeaderIsDroppedAndCounted() {
        byte[] plain = a.frameTo(b.mac, 1);
        byte[] withTag = tagged(plain, 1);
        middle.trunk(middle.port(0), 1, 2);
        for (int length = 0; length < 18; length++) {
            a.send(java.util.Arrays.copyOf(length < 14 ? plain : withTag, length));
        }
        settle();
        assertEquals(18, middle.malformedFrames());
        assertEquals(List.of(), b.arrivals);
    }

    @Test
    void vlansOutOfRangeAndForeignPortsAreRefused() {
        Port own = middle.port(0);
        for (int vlan : new int[] {-1, 0, 4095}) {
            assertThrows(IllegalArgumentException.class, () -> middle.access(own, vlan));
            assertThrows(IllegalArgumentException.class, () -> middle.trunk(own, 1, vlan));
        }
        assertThrows(IllegalArgumentException.class, () -> middle.access(a.port(0), 1));
    }
}
