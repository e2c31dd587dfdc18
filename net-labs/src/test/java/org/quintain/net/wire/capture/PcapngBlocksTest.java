package org.quintain.net.wire.capture;

import static java.nio.ByteOrder.BIG_ENDIAN;
import static java.nio.ByteOrder.LITTLE_ENDIAN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.quintain.net.wire.capture.Captures.block;
import static org.quintain.net.wire.capture.Captures.concat;
import static org.quintain.net.wire.capture.Captures.ints;
import static org.quintain.net.wire.capture.Captures.section;
import static org.quintain.net.wire.capture.Captures.shorts;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.quintain.net.wire.capture.Captures.Packet;

/** Blocks that our writer does not write, laid down by hand from the draft's figures. */
class PcapngBlocksTest {
    private static final byte[] PACKET = {1, 2, 3, 4, 5};

    @Test
    void sectionsOfBothByteOrdersFollowEachOther() {
        byte[] capture = concat(
                section(BIG_ENDIAN),
                described(BIG_ENDIAN, 1, 0),
                enhanced(BIG_ENDIAN, 0, 7_000_000),
                section(LITTLE_ENDIAN),
                described(LITTLE_ENDIAN, 101, 0),
                enhanced(LITTLE_ENDIAN, 0, 8_000_000));
        CaptureReader reader = Captures.open(capture);
        assertTrue(reader.next());
        assertEquals(List.of(1, 7_000_000_000L), List.of(reader.linkType(), reader.epochNanos()));
        assertTrue(reader.next());
        assertEquals(List.of(101, 8_000_000_000L), List.of(reader.linkType(), reader.epochNanos()));
        assertFalse(reader.next());
        assertEquals(CaptureFlaw.NONE, reader.flaw());
    }

    @Test
    void interfacesEndWithTheirSection() {
        byte[] capture = concat(
                section(BIG_ENDIAN), described(BIG_ENDIAN, 1, 0), section(BIG_ENDIAN), enhanced(BIG_ENDIAN, 0, 7));
        CaptureReader reader = Captures.open(capture);
        assertFalse(reader.next());
        assertEquals(CaptureFlaw.UNKNOWN_INTERFACE, reader.flaw());
    }

    @Test
    void simplePacketHasNoTimeAndIsCutAtTheSnapshotLength() {
        byte[] capture = concat(
                section(LITTLE_ENDIAN),
                described(LITTLE_ENDIAN, 1, 3),
                block(LITTLE_ENDIAN, 3, ints(LITTLE_ENDIAN, 5), new byte[] {1, 2, 3}));
        PcapngReader reader = (PcapngReader) Captures.open(capture);
        assertEquals(List.of(new Packet(0, 0, new byte[] {1, 2, 3}, 5, "")), Captures.read(reader));
        assertFalse(reader.hasTime());
    }

    @Test
    void obsoletePacketIsReadToo() {
        byte[] capture = concat(
                section(BIG_ENDIAN),
                described(BIG_ENDIAN, 1, 0),
                block(BIG_ENDIAN, 2, shorts(BIG_ENDIAN, 0, 0xFFFF), ints(BIG_ENDIAN, 0, 9, 5, 6), PACKET));
        assertEquals(List.of(new Packet(0, 9_000, PACKET, 6, "")), Captures.read(Captures.open(capture)));
    }

    @Test
    void otherBlocksAreSkippedAndCounted() {
        byte[] capture = concat(
                section(BIG_ENDIAN),
                block(BIG_ENDIAN, 4, ints(BIG_ENDIAN, 0)),
                described(BIG_ENDIAN, 1, 0),
                block(BIG_ENDIAN, 0x8000_0001),
                block(BIG_ENDIAN, 5, new byte[600_000]),
                block(BIG_ENDIAN, 0xBAD, new byte[2_000_000]),
                enhanced(BIG_ENDIAN, 0, 7));
        PcapngReader reader = (PcapngReader) Captures.open(capture);
        assertEquals(1, Captures.read(reader).size());
        assertEquals(4, reader.skippedBlocks());
        assertEquals(CaptureFlaw.NONE, reader.flaw());
    }

    @Test
    void firstCommentIsFoundBehindOtherOptions() {
        byte[] options = concat(
                shorts(BIG_ENDIAN, 2, 4, 0, 1), // epb_flags
                shorts(BIG_ENDIAN, 1, 6),
                "forged\0\0".getBytes(java.nio.charset.StandardCharsets.US_ASCII),
                shorts(BIG_ENDIAN, 1, 4),
                "late".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        byte[] capture = concat(
                section(BIG_ENDIAN),
                described(BIG_ENDIAN, 1, 0),
                block(BIG_ENDIAN, 6, ints(BIG_ENDIAN, 0, 0, 7, 4, 4, 0x01020304), options));
        CaptureReader reader = Captures.open(capture);
        assertTrue(reader.next());
        assertEquals("forged", reader.comment());
    }

    @Test
    void minorVersionTwoIsReadAsZeroAndOthersAreRefused() {
        byte[] capture = section(BIG_ENDIAN);
        capture[15] = 2;
        assertEquals(CaptureFlaw.NONE, Captures.open(capture).flaw());
        capture[15] = 1;
        assertEquals(CaptureFlaw.UNSUPPORTED_VERSION, Captures.open(capture).flaw());
        capture[15] = 0;
        capture[13] = 2;
        assertEquals(CaptureFlaw.UNSUPPORTED_VERSION, Captures.open(capture).flaw());
    }

    /** BigInteger as the judge: offset + units / 10^n or units / 2^n, rounded down to nanoseconds, cut to a long. */
    @Property(tries = 500)
    void timeIsUnitsAndOffsetForEveryResolution(
            @ForAll @IntRange(min = 0, max = 18) int ten,
            @ForAll @IntRange(min = 0, max = 62) int two,
            @ForAll boolean isTwo,
            @ForAll long units,
            @ForAll boolean isNear,
            @ForAll long offset,
            @ForAll @LongRange(min = -4_000_000_000L, max = 4_000_000_000L) long nearOffset) {
        long seconds = isNear ? nearOffset : offset;
        BigInteger each = isTwo ? BigInteger.TWO.pow(two) : BigInteger.TEN.pow(ten);
        BigInteger wanted = new BigInteger(Long.toUnsignedString(units))
                .multiply(BigInteger.valueOf(1_000_000_000))
                .divide(each)
                .add(BigInteger.valueOf(seconds).multiply(BigInteger.valueOf(1_000_000_000)));
        assertNear(wanted, nanos(isTwo ? 128 + two : ten, seconds, units));
    }

    private static void assertNear(BigInteger wanted, long found) {
        // Within two seconds of the ends of a long the answer may be the end.
        BigInteger end = BigInteger.valueOf(Long.MAX_VALUE - 2_000_000_000);
        if (wanted.abs().compareTo(end) < 0) {
            assertEquals(wanted, BigInteger.valueOf(found));
        } else {
            assertTrue(BigInteger.valueOf(found).abs().compareTo(end) >= 0 && (found > 0) == (wanted.signum() > 0));
        }
    }

    private static long nanos(int resolution, long offset, long units) {
        byte[] options = ByteBuffer.allocate(24)
                .putShort((short) 9)
                .putShort((short) 1)
                .putInt(resolution << 24)
                .putShort((short) 14)
                .putShort((short) 8)
                .putLong(offset)
                .array();
        byte[] capture = concat(
                section(BIG_ENDIAN),
                block(BIG_ENDIAN, 1, shorts(BIG_ENDIAN, 1, 0), ints(BIG_ENDIAN, 0), options),
                enhanced(BIG_ENDIAN, 0, units));
        CaptureReader reader = Captures.open(capture);
        assertTrue(reader.next(), () -> reader.flaw().name());
        return reader.epochNanos();
    }

    private static byte[] described(ByteOrder order, int linkType, int snapLength) {
        return block(order, 1, shorts(order, linkType, 0), ints(order, snapLength));
    }

    private static byte[] enhanced(ByteOrder order, int index, long units) {
        int high = (int) (units >>> 32);
        return block(order, 6, ints(order, index, high, (int) units, PACKET.length, PACKET.length), PACKET);
    }
}
