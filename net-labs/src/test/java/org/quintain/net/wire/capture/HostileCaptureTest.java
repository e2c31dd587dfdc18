package org.quintain.net.wire.capture;

import static java.nio.ByteOrder.BIG_ENDIAN;
import static java.nio.ByteOrder.LITTLE_ENDIAN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.quintain.net.wire.capture.Captures.block;
import static org.quintain.net.wire.capture.Captures.concat;
import static org.quintain.net.wire.capture.Captures.ints;
import static org.quintain.net.wire.capture.Captures.section;
import static org.quintain.net.wire.capture.Captures.shorts;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.quintain.net.wire.capture.Captures.Packet;

class HostileCaptureTest {
    /** The window, and what a reader, a stream and classes that are loaded for the first time take besides. */
    private static final long WINDOW_BYTES = 256 * 1024 + 128 * 1024;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @Test
    void neitherKindHasNoPackets() {
        for (byte[] bytes : List.of(new byte[4], new byte[100], "GET / HTTP/1.1\r\nHost: a.example".getBytes(US))) {
            CaptureReader reader = Captures.open(bytes);
            assertFalse(reader.next());
            assertEquals(CaptureFlaw.NOT_A_CAPTURE, reader.flaw());
            assertFalse(reader.isTruncated());
            assertEquals(List.of("", "", 0), List.of(reader.comment(), reader.interfaceName(), reader.linkType()));
        }
        assertEquals(
                CaptureFlaw.TRUNCATED_FILE_HEADER, Captures.open(new byte[0]).flaw());
    }

    private static final java.nio.charset.Charset US = java.nio.charset.StandardCharsets.US_ASCII;

    @Test
    void pcapOfAnotherVersionOrWithReservedBitsIsRefused() {
        byte[] capture = Captures.pcap(List.of(), BIG_ENDIAN, true);
        capture[7] = 3;
        assertEquals(CaptureFlaw.UNSUPPORTED_VERSION, Captures.open(capture).flaw());
        capture[7] = 4;
        capture[20] = 0x24; // The check sequence has 4 bytes: allowed.
        assertEquals(CaptureFlaw.NONE, Captures.open(capture).flaw());
        capture[20] = 0x08;
        assertEquals(CaptureFlaw.RESERVED_BITS_SET, Captures.open(capture).flaw());
    }

    @Test
    void packetLengthsAreRefusedBeforeAnythingIsAllocated() {
        for (int length : new int[] {262_145, Integer.MAX_VALUE, Integer.MIN_VALUE, -1}) {
            byte[] pcap = concat(Captures.pcap(List.of(), BIG_ENDIAN, true), ints(BIG_ENDIAN, 0, 0, length, length));
            assertEquals(CaptureFlaw.PACKET_TOO_LARGE, flaw(pcap));
            byte[] pcapng = concat(
                    section(BIG_ENDIAN),
                    block(BIG_ENDIAN, 1, shorts(BIG_ENDIAN, 1, 0), ints(BIG_ENDIAN, 0)),
                    block(BIG_ENDIAN, 6, ints(BIG_ENDIAN, 0, 0, 0, length, length)));
            assertEquals(CaptureFlaw.PACKET_TOO_LARGE, flaw(pcapng));
        }
    }

    @Test
    void largestPacketIsRead() {
        byte[] bytes = new byte[CaptureReader.MAX_PACKET_BYTES];
        bytes[bytes.length - 1] = 7;
        List<Packet> packets = List.of(new Packet(0, 1, bytes, bytes.length, ""), new Packet(0, 2, bytes, 1 << 20, ""));
        assertEquals(packets, Captures.read(Captures.open(Captures.pcap(packets, LITTLE_ENDIAN, true))));
        assertEquals(packets, Captures.read(Captures.open(Captures.pcapng(packets, LITTLE_ENDIAN))));
    }

    @Test
    void blockLengthsAreRefusedBeforeAnythingIsAllocated() {
        for (int type : new int[] {1, 2, 3, 6, 0x0A0D0D0A}) {
            assertEquals(CaptureFlaw.BLOCK_TOO_LARGE, flaw(begun(type, 0xFFFF_FFFC)));
            assertEquals(CaptureFlaw.BLOCK_TOO_LARGE, flaw(begun(type, (1 << 20) + 4)));
            assertEquals(CaptureFlaw.BAD_BLOCK_LENGTH, flaw(begun(type, 0xFFFF_FFFF)));
            assertEquals(CaptureFlaw.BAD_BLOCK_LENGTH, flaw(begun(type, 12)));
            assertEquals(CaptureFlaw.BAD_BLOCK_LENGTH, flaw(begun(type, 0)));
            assertEquals(CaptureFlaw.TRUNCATED_BLOCK, flaw(begun(type, 1 << 20)));
        }
        assertEquals(CaptureFlaw.TRUNCATED_BLOCK, flaw(begun(4, 0xFFFF_FFFC)));
        assertEquals(CaptureFlaw.BAD_BLOCK_LENGTH, flaw(begun(4, 8)));
    }

    @Test
    void lengthsOfABlockMustAgree() {
        for (int type : new int[] {4, 0x0BAD}) {
            byte[] wrong = block(BIG_ENDIAN, type, new byte[40]);
            wrong[wrong.length - 1] += 4;
            assertEquals(CaptureFlaw.BLOCK_LENGTHS_DIFFER, flaw(concat(section(BIG_ENDIAN), wrong)));
        }
        byte[] wrong = section(LITTLE_ENDIAN);
        wrong[24] += 4;
        assertEquals(CaptureFlaw.BLOCK_LENGTHS_DIFFER, flaw(wrong));
    }

    @Test
    void interfacesAndTheirOptionsHaveLimits() {
        byte[] one = block(BIG_ENDIAN, 1, shorts(BIG_ENDIAN, 1, 0), ints(BIG_ENDIAN, 0));
        byte[][] many = new byte[4_098][];
        java.util.Arrays.fill(many, one);
        many[0] = section(BIG_ENDIAN);
        assertEquals(CaptureFlaw.TOO_MANY_INTERFACES, flaw(concat(many)));
        assertEquals(CaptureFlaw.BAD_OPTION, flaw(described(shorts(BIG_ENDIAN, 2, 5, 0, 0))));
        assertEquals(CaptureFlaw.BAD_OPTION, flaw(described(shorts(BIG_ENDIAN, 2, 0xFFFF))));
        assertEquals(CaptureFlaw.BAD_OPTION, flaw(described(shorts(BIG_ENDIAN, 9, 2, 0, 0))));
        assertEquals(CaptureFlaw.BAD_OPTION, flaw(described(shorts(BIG_ENDIAN, 14, 4, 0, 0))));
        assertEquals(CaptureFlaw.UNSUPPORTED_RESOLUTION, flaw(described(shorts(BIG_ENDIAN, 9, 1, 19 << 8, 0))));
        assertEquals(CaptureFlaw.UNSUPPORTED_RESOLUTION, flaw(described(shorts(BIG_ENDIAN, 9, 1, 0xBF00, 0))));
        assertEquals(CaptureFlaw.NONE, flaw(described(shorts(BIG_ENDIAN, 9, 1, 0xBE00, 0))));
    }

    @Test
    void mutatedCapturesNeverThrowAndEnd() {
        SplittableRandom random = new SplittableRandom(41);
        List<Packet> packets = IntStream.range(0, 6)
                .mapToObj(i -> new Packet(i % 3, i * 1_000_000_007L, new byte[i * 13], i * 13, "c".repeat(i)))
                .toList();
        List<byte[]> sound = List.of(
                Captures.pcapng(packets, BIG_ENDIAN),
                Captures.pcapng(packets, LITTLE_ENDIAN),
                Captures.pcap(packets, BIG_ENDIAN, true),
                Captures.pcap(packets, LITTLE_ENDIAN, false));
        int refused = 0;
        for (int i = 0; i < 4_000; i++) {
            byte[] capture = sound.get(i % 4).clone();
            for (int k = random.nextInt(1, 5); k > 0; k--) {
                capture[random.nextInt(capture.length)] ^= (byte) (1 << random.nextInt(8));
            }
            CaptureReader reader = Captures.open(capture);
            int count = 0;
            while (reader.next()) {
                assertTrue(reader.offset() + reader.capturedBytes() <= reader.buffer().length);
                assertTrue(reader.comment().length() + reader.interfaceName().length() >= 0);
                count++;
            }
            assertTrue(count <= 6 + capture.length / 16);
            refused += reader.flaw() == CaptureFlaw.NONE ? 0 : 1;
        }
        assertTrue(refused > 500, "refused: " + refused);
    }

    @Test
    void readingAllocatesNothingPerPacket() {
        List<Packet> packets = IntStream.range(0, 20_000)
                .mapToObj(i -> new Packet(i % 3, i, new byte[60], 60, i % 2 == 0 ? "forged" : ""))
                .toList();
        for (byte[] capture :
                List.of(Captures.pcap(packets, LITTLE_ENDIAN, true), Captures.pcapng(packets, BIG_ENDIAN))) {
            CaptureReader reader = Captures.open(capture);
            long before = THREADS.getCurrentThreadAllocatedBytes();
            long read = 0;
            while (reader.next()) {
                read += reader.capturedBytes() + reader.interfaceIndex() - reader.interfaceIndex();
            }
            long allocated = THREADS.getCurrentThreadAllocatedBytes() - before;
            assertEquals(20_000 * 60, read);
            // Loading a class for the first time is allowed, a byte a packet is not.
            assertTrue(allocated < 16_000, "allocated: " + allocated);
        }
    }

    @Test
    void streamThatFailsIsAnException() {
        InputStream failing = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the disk is gone");
            }
        };
        assertThrows(UncheckedIOException.class, () -> CaptureReader.open(failing));
    }

    @Test
    void writersRefuseWhatNoReaderCouldRead() {
        PcapWriter pcap = new PcapWriter(new ByteArrayOutputStream());
        assertThrows(IllegalArgumentException.class, () -> pcap.write(-1, new byte[1]));
        assertThrows(IllegalArgumentException.class, () -> pcap.write(1L << 62, new byte[1]));
        assertThrows(IllegalArgumentException.class, () -> pcap.write(0, new byte[262_145]));
        assertThrows(IllegalArgumentException.class, () -> pcap.write(0, new byte[9], 0, 9, 8));
        PcapngWriter pcapng = new PcapngWriter(new ByteArrayOutputStream());
        assertThrows(IllegalArgumentException.class, () -> pcapng.write(0, 0, new byte[1]));
        assertThrows(IllegalArgumentException.class, () -> pcapng.addInterface("a\0b", 1));
        assertThrows(IllegalArgumentException.class, () -> pcapng.addInterface("a".repeat(65_536), 1));
        assertThrows(IllegalArgumentException.class, () -> pcapng.addInterface("a", 65_536));
    }

    private static byte[] begun(int type, int length) {
        return concat(section(BIG_ENDIAN), ints(BIG_ENDIAN, type, length, 0x1A2B3C4D, 0, 0, 0));
    }

    private static byte[] described(byte[] options) {
        return concat(
                section(BIG_ENDIAN), block(BIG_ENDIAN, 1, shorts(BIG_ENDIAN, 1, 0), ints(BIG_ENDIAN, 0), options));
    }

    /** Reads to the end, and sees that this took the window and little more. */
    private static CaptureFlaw flaw(byte[] capture) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        CaptureReader reader = Captures.open(capture);
        while (reader.next()) {
            assertTrue(reader.capturedBytes() >= 0);
        }
        long allocated = THREADS.getCurrentThreadAllocatedBytes() - before;
        long interfaces = reader.flaw() == CaptureFlaw.TOO_MANY_INTERFACES ? 700_000 : 0;
        assertTrue(allocated < WINDOW_BYTES + interfaces, reader.flaw() + ", allocated: " + allocated);
        return reader.flaw();
    }
}
