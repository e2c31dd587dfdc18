package org.quintain.net.wire.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteOrder;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.quintain.net.wire.capture.Captures.Packet;

class CaptureRoundTripTest {
    @Provide
    Arbitrary<List<Packet>> packets() {
        return Captures.packets();
    }

    @Property(tries = 200)
    void pcapGivesBackWhatWasWritten(
            @ForAll("packets") List<Packet> packets, @ForAll boolean isBig, @ForAll boolean isNanos) {
        CaptureReader reader = Captures.open(Captures.pcap(packets, order(isBig), isNanos));
        List<Packet> wanted =
                packets.stream().map(packet -> packet.inPcap(isNanos)).toList();
        assertEquals(wanted, Captures.read(reader));
        PcapReader pcap = assertInstanceOf(PcapReader.class, reader);
        assertEquals(List.of(isBig, isNanos), List.of(pcap.isBigEndian(), pcap.isNanos()));
        assertEquals(CaptureFlaw.NONE, reader.flaw());
        assertFalse(reader.next());
    }

    @Property(tries = 200)
    void pcapngGivesBackWhatWasWritten(@ForAll("packets") List<Packet> packets, @ForAll boolean isBig) {
        CaptureReader reader = Captures.open(Captures.pcapng(packets, order(isBig)));
        assertInstanceOf(PcapngReader.class, reader);
        assertEquals(packets, Captures.read(reader));
        assertEquals(CaptureFlaw.NONE, reader.flaw());
    }

    @Property(tries = 20)
    void streamThatGivesOneByteACallIsReadAlike(@ForAll("packets") List<Packet> packets, @ForAll boolean isBig) {
        byte[] capture = Captures.pcapng(packets, order(isBig));
        assertEquals(packets, Captures.read(CaptureReader.open(Captures.trickle(capture))));
    }

    /** Before the cut the whole packets; behind it the reason, unless the cut is between two packets. */
    @Property(tries = 20)
    void pcapCutAnywhereIsReadUpToTheCut(@ForAll("packets") List<Packet> packets, @ForAll boolean isBig) {
        byte[] capture = Captures.pcap(packets, order(isBig), true);
        for (int cut = 0; cut < capture.length; cut++) {
            int whole = 0;
            int end = 24;
            while (whole < packets.size()
                    && end + 16 + packets.get(whole).bytes().size() <= cut) {
                end += 16 + packets.get(whole++).bytes().size();
            }
            CaptureFlaw wanted = cut < 24
                    ? CaptureFlaw.TRUNCATED_FILE_HEADER
                    : cut == end
                            ? CaptureFlaw.NONE
                            : cut < end + 16 ? CaptureFlaw.TRUNCATED_PACKET_HEADER : CaptureFlaw.TRUNCATED_PACKET;
            CaptureReader reader = Captures.open(java.util.Arrays.copyOf(capture, cut));
            assertEquals(whole, Captures.read(reader).size(), "cut=" + cut);
            assertEquals(wanted, reader.flaw(), "cut=" + cut);
            assertEquals(wanted != CaptureFlaw.NONE, reader.isTruncated());
            assertEquals(0, reader.capturedBytes());
        }
    }

    @Property(tries = 20)
    void pcapngCutAnywhereIsReadUpToTheCut(@ForAll("packets") List<Packet> packets, @ForAll boolean isBig) {
        byte[] capture = Captures.pcapng(packets, order(isBig));
        List<Integer> ends = ends(capture, order(isBig));
        for (int cut = 0; cut < capture.length; cut++) {
            CaptureReader reader = Captures.open(java.util.Arrays.copyOf(capture, cut));
            int blocks = 0;
            while (blocks < ends.size() && ends.get(blocks) <= cut) {
                blocks++;
            }
            boolean isWhole = ends.contains(cut);
            // A section header and three interfaces stand in front of the packets.
            assertEquals(Math.max(0, blocks - 4), Captures.read(reader).size(), "cut=" + cut);
            assertEquals(isWhole, reader.flaw() == CaptureFlaw.NONE, "cut=" + cut);
            assertTrue(isWhole || reader.isTruncated(), "cut=" + cut + " " + reader.flaw());
        }
    }

    private static List<Integer> ends(byte[] capture, ByteOrder order) {
        List<Integer> ends = new java.util.ArrayList<>();
        for (int at = 0; at < capture.length; ) {
            at += java.nio.ByteBuffer.wrap(capture).order(order).getInt(at + 4);
            ends.add(at);
        }
        return ends;
    }

    private static ByteOrder order(boolean isBig) {
        return isBig ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    }
}
