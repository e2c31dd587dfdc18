package org.quintain.net.sim.host;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quintain.net.wire.Endpoints;
import org.quintain.net.wire.Ethernet;
import org.quintain.net.wire.Flaw;
import org.quintain.net.wire.Frames;
import org.quintain.net.wire.Ipv4;

class ReassemblerTest {
    private static final Endpoints WAY = new Endpoints(2, SmallLan.address(1), 4, SmallLan.address(2));
    private final Reassembler reassembler = new Reassembler(OverlapBehaviour.BSD, 1000, 4, 70_000);

    static Ipv4 fragment(int identification, int offset, boolean isMore, byte[] payload) {
        byte[] frame = Frames.fragment(WAY, Ipv4.PROTOCOL_UDP, identification, offset, isMore, payload);
        Ipv4 ip = new Ipv4();
        assertEquals(Flaw.NONE, ip.wrap(frame, Ethernet.LENGTH_BYTES, frame.length));
        return ip;
    }

    private static Ipv4 letters(char letter, int offset, int bytes, boolean isMore) {
        byte[] payload = new byte[bytes];
        Arrays.fill(payload, (byte) letter);
        return fragment(7, offset, isMore, payload);
    }

    /**
     * The seventeen fragments of J. Novak, "Target-Based Fragmentation Reassembly", Sourcefire 2005, with letters for his
     * numbers (1 A, 2 B, 3 C, 3.1 to 3.6 D to I, 4 to 11 J to Q); one letter of the result for 8 bytes. The results are
     * his, as Suricata's tests quote them (src/defrag.c), but that of BSD-right follows from its definition.
     */
    @ParameterizedTest
    @CsvSource({
        "FIRST,     AAAJBBCCCLDLMEEFFFGGHHIQ",
        "LAST,      AJJJJBKKKLLLMMMFNFGOPHQQ",
        "BSD,       AAAJJBCCCLLLMMMFFFGGHHIQ",
        "BSD_RIGHT, AJJJBBKKKLDLMEEFNFGOPHQQ",
        "LINUX,     AAAJJBKKKLLLMMMFFFGGPHQQ",
        "WINDOWS,   AAAJBBCCCLLLMEEFFFGGHHIQ",
        "SOLARIS,   AAAJBBCCCLLLMMMFFFGGHHIQ",
    })
    void novaksFragmentsGiveHisResult(OverlapBehaviour policy, String blocks) {
        int[][] fragments = {
            {0, 24}, {32, 16}, {48, 24}, {80, 8}, {104, 16}, {120, 24}, {144, 16}, {160, 16}, {176, 8}, {8, 32},
            {48, 24}, {72, 24}, {96, 24}, {128, 8}, {152, 8}, {160, 8}, {176, 16},
        };
        Reassembler ours = new Reassembler(policy, 1000, 4, 70_000);
        byte[] whole = null;
        for (int i = 0; i < fragments.length; i++) {
            assertNull(whole);
            boolean isMore = i < fragments.length - 1;
            whole = ours.add(letters((char) ('A' + i), fragments[i][0], fragments[i][1], isMore), i);
        }
        assertNotNull(whole);
        StringBuilder got = new StringBuilder();
        for (int at = 20; at < whole.length; at += 8) {
            String block = new String(whole, at, 8, StandardCharsets.US_ASCII);
            assertEquals(block.substring(0, 1).repeat(8), block);
            got.append(block.charAt(0));
        }
        assertEquals(blocks, got.toString());
    }

    @Test
    void fragmentsInAnyOrderGiveThePacketWithARightHeader() {
        byte[] payload = new byte[3000];
        for (int i = 0; i < payload.length; i++) {
            payload[i] = (byte) (i * 7);
        }
        byte[] packet = Frames.ipv4(WAY, 200, payload);
        byte[] whole = null;
        Ipv4 ip = new Ipv4();
        var fragments = Frames.fragments(packet, 1500, 99);
        for (int i : new int[] {2, 0, 1}) {
            byte[] frame = fragments.get(i);
            ip.wrap(frame, Ethernet.LENGTH_BYTES, frame.length);
            whole = reassembler.add(ip, 5);
        }
        assertEquals(Flaw.NONE, ip.wrap(whole, 0, whole.length));
        assertTrue(ip.isChecksumRight());
        assertEquals(0, ip.fragmentWord());
        assertEquals(99, ip.identification());
        assertArrayEquals(payload, Arrays.copyOfRange(whole, 20, whole.length));
        assertEquals(0, reassembler.waitingPackets());
    }

    @Test
    void fragmentsOfOtherPacketsAreNotMixed() {
        assertNull(reassembler.add(fragment(1, 0, true, new byte[8]), 0));
        assertNull(reassembler.add(fragment(2, 8, false, new byte[8]), 0));
        assertEquals(2, reassembler.waitingPackets());
        assertNotNull(reassembler.add(fragment(1, 8, false, new byte[8]), 0));
    }

    @Test
    void emptyOddAndTooLongFragmentsAreDroppedAlone() {
        assertNull(reassembler.add(fragment(1, 0, true, new byte[0]), 0));
        assertNull(reassembler.add(fragment(1, 0, true, new byte[12]), 0));
        assertNull(reassembler.add(fragment(1, 0xFFF8, false, new byte[100]), 0));
        assertEquals(3, reassembler.droppedFragments());
        assertEquals(0, reassembler.waitingPackets());
    }

    @Test
    void fragmentThatContradictsTheKnownEndIsDropped() {
        reassembler.add(fragment(1, 8, false, new byte[8]), 0);
        assertNull(reassembler.add(fragment(1, 0, false, new byte[8]), 0));
        assertNull(reassembler.add(fragment(1, 16, true, new byte[8]), 0));
        assertEquals(2, reassembler.droppedFragments());
        assertNotNull(reassembler.add(fragment(1, 0, true, new byte[8]), 0));
    }

    @Test
    void packetWhoseTimeIsOverIsGivenUpWithItsFirstFragment() {
        reassembler.add(fragment(1, 8, false, new byte[8]), 0);
        reassembler.add(fragment(2, 0, true, new byte[8]), 1);
        assertEquals(1000, reassembler.nextExpiryMicros());
        StringBuilder seen = new StringBuilder();
        reassembler.expire(999, first -> seen.append("early"));
        reassembler.expire(1001, first -> seen.append(first == null ? "none " : first.identification() + " "));
        assertEquals("none 2 ", seen.toString());
        assertEquals(Long.MAX_VALUE, reassembler.nextExpiryMicros());
        assertNull(reassembler.add(fragment(1, 0, true, new byte[8]), 1002), "its other half is gone");
    }

    @Test
    void packetsThatWaitAreBoundedInNumberAndBytes() {
        for (int i = 0; i < 100; i++) {
            reassembler.add(fragment(i, 0, true, new byte[8]), i);
            assertTrue(reassembler.waitingPackets() <= 4);
        }
        assertEquals(96, reassembler.abandonedPackets());
        for (int i = 100; i < 200; i++) {
            reassembler.add(fragment(i, 65_000, true, new byte[8]), i);
            assertTrue(reassembler.waitingBytes() <= 70_000, "bytes: " + reassembler.waitingBytes());
        }
    }

    @Test
    void overlapIsRefusedButAnExactCopyIsNot() {
        Reassembler strict = new Reassembler(OverlapBehaviour.REFUSE, 1000, 4, 70_000);
        strict.add(fragment(1, 0, true, new byte[16]), 0);
        strict.add(fragment(1, 0, true, new byte[16]), 0);
        assertNotNull(strict.add(fragment(1, 16, false, new byte[3]), 0));
        strict.add(fragment(1, 0, true, new byte[16]), 0);
        strict.add(fragment(1, 8, true, new byte[16]), 0);
        assertNull(strict.add(fragment(1, 0, true, new byte[24]), 0));
        assertNull(strict.add(fragment(1, 24, false, new byte[3]), 0));
        assertEquals(1, strict.waitingPackets());
        strict.expire(5000, null);
        assertEquals(0, strict.waitingPackets());
    }
}
