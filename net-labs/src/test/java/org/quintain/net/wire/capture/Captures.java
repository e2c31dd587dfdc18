package org.quintain.net.wire.capture;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Captures to read, and what was read. */
final class Captures {
    /** A packet as it is given to a writer and found by a reader. */
    record Packet(int interfaceIndex, long epochNanos, List<Byte> bytes, long originalBytes, String comment) {
        Packet(int interfaceIndex, long epochNanos, byte[] bytes, long originalBytes, String comment) {
            this(interfaceIndex, epochNanos, list(bytes), originalBytes, comment);
        }

        byte[] array() {
            byte[] array = new byte[bytes.size()];
            for (int i = 0; i < array.length; i++) {
                array[i] = bytes.get(i);
            }
            return array;
        }

        private static List<Byte> list(byte[] bytes) {
            List<Byte> list = new ArrayList<>(bytes.length);
            for (byte b : bytes) {
                list.add(b);
            }
            return list;
        }

        /** As pcap keeps it: one interface, no comment. */
        Packet inPcap(boolean isNanos) {
            return new Packet(0, isNanos ? epochNanos : epochNanos / 1000 * 1000, bytes, originalBytes, "");
        }
    }

    private Captures() {}

    static Arbitrary<List<Packet>> packets() {
        Arbitrary<Packet> packet = Combinators.combine(
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.longs().between(0, 4_294_967_295_999_999_999L),
                        Arbitraries.bytes().array(byte[].class).ofMaxSize(90),
                        Arbitraries.longs().between(0, 0xFFFF_FFFFL),
                        Arbitraries.strings().excludeChars('\0').ofMaxLength(9))
                .as((index, nanos, bytes, original, comment) -> new Packet(
                        index,
                        nanos,
                        bytes,
                        Math.max(bytes.length, original),
                        // What no UTF-8 has does not come back: lone surrogates.
                        new String(comment.getBytes(java.nio.charset.StandardCharsets.UTF_8), UTF_8)));
        return packet.list().ofMaxSize(9);
    }

    private static final java.nio.charset.Charset UTF_8 = java.nio.charset.StandardCharsets.UTF_8;

    static byte[] pcap(List<Packet> packets, ByteOrder order, boolean isNanos) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PcapWriter writer = new PcapWriter(out, LinkType.ETHERNET, order, isNanos)) {
            for (Packet packet : packets) {
                writer.write(
                        packet.epochNanos(), packet.array(), 0, packet.bytes().size(), packet.originalBytes());
            }
        }
        return out.toByteArray();
    }

    /** With the interfaces "port 0", "port 1", "port 2". */
    static byte[] pcapng(List<Packet> packets, ByteOrder order) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PcapngWriter writer = new PcapngWriter(out, order)) {
            for (int i = 0; i < 3; i++) {
                writer.addInterface("port " + i, LinkType.ETHERNET);
            }
            for (Packet packet : packets) {
                writer.write(
                        packet.interfaceIndex(),
                        packet.epochNanos(),
                        packet.array(),
                        0,
                        packet.bytes().size(),
                        packet.originalBytes(),
                        packet.comment());
            }
        }
        return out.toByteArray();
    }

    /** All packets that a reader gives. */
    static List<Packet> read(CaptureReader reader) {
        List<Packet> found = new ArrayList<>();
        while (reader.next()) {
            byte[] bytes =
                    Arrays.copyOfRange(reader.buffer(), reader.offset(), reader.offset() + reader.capturedBytes());
            found.add(new Packet(
                    reader.interfaceIndex(), reader.epochNanos(), bytes, reader.originalBytes(), reader.comment()));
        }
        return found;
    }

    static CaptureReader open(byte[] capture) {
        return CaptureReader.open(new ByteArrayInputStream(capture));
    }

    /** A stream that gives one byte a call. */
    static InputStream trickle(byte[] capture) {
        return new ByteArrayInputStream(capture) {
            @Override
            public synchronized int read(byte[] to, int offset, int lengthBytes) {
                return super.read(to, offset, Math.min(1, lengthBytes));
            }
        };
    }

    /** A block with its two lengths around a body, which is padded. */
    static byte[] block(ByteOrder order, int type, byte[]... parts) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            body.writeBytes(part);
        }
        int padded = (body.size() + 3) / 4 * 4;
        return ByteBuffer.allocate(12 + padded)
                .order(order)
                .putInt(type)
                .putInt(12 + padded)
                .put(body.toByteArray())
                .position(8 + padded)
                .putInt(12 + padded)
                .array();
    }

    static byte[] section(ByteOrder order) {
        return block(order, 0x0A0D0D0A, ints(order, 0x1A2B3C4D), shorts(order, 1, 0), ints(order, -1, -1));
    }

    static byte[] ints(ByteOrder order, int... values) {
        ByteBuffer out = ByteBuffer.allocate(4 * values.length).order(order);
        for (int value : values) {
            out.putInt(value);
        }
        return out.array();
    }

    static byte[] shorts(ByteOrder order, int... values) {
        ByteBuffer out = ByteBuffer.allocate(2 * values.length).order(order);
        for (int value : values) {
            out.putShort((short) value);
        }
        return out.array();
    }

    static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
