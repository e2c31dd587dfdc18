package org.quintain.net.wire.capture;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Writes pcapng: one section, any number of interfaces, times in nanoseconds (draft-ietf-opsawg-pcapng; the layout of a
 * block stands at {@link PcapngReader}). Nothing is kept back: a packet is at most four writes to the stream, so a slow
 * stream wants a buffer around it. Not thread-safe.
 *
 * <pre>{@code
 * int lan = capture.addInterface("switch port 1", LinkType.ETHERNET);
 * capture.write(lan, network.nowNanos(), frame, "forged");
 * }</pre>
 */
public final class PcapngWriter implements AutoCloseable {
    /** Longest value of an option (section 3.5: a length of 16 bits). */
    static final int MAX_OPTION_BYTES = 0xFFFF;

    private static final byte[] NOTHING = {};
    private static final int NANOS = 9;

    private final OutputStream stream;
    private final boolean isBigEndian;
    private final byte[] head = new byte[28];
    private final byte[] tail = new byte[8];
    private int interfaces;

    /**
     * Writes a little-endian section header.
     *
     * @param stream where to
     */
    public PcapngWriter(OutputStream stream) {
        this(stream, ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * Writes a section header (section 4.1) that leaves the section's length open.
     *
     * @param stream where to
     * @param order byte order of everything but packets
     */
    public PcapngWriter(OutputStream stream, ByteOrder order) {
        this.stream = stream;
        this.isBigEndian = order == ByteOrder.BIG_ENDIAN;
        Words.put32(head, 0, PcapngReader.SECTION_HEADER, isBigEndian);
        Words.put32(head, 4, 28, isBigEndian);
        Words.put32(head, 8, PcapngReader.BYTE_ORDER_MAGIC, isBigEndian);
        Words.put16(head, 12, 1, isBigEndian);
        Words.put16(head, 14, 0, isBigEndian);
        Words.put64(head, 16, -1, isBigEndian);
        Words.put32(head, 24, 28, isBigEndian);
        write(head, 0, 28);
    }

    /**
     * Describes an interface (section 4.2); packets name it by the number that comes back.
     *
     * @param name for people, at most 65,535 bytes of UTF-8, without U+0000
     * @param linkType what each packet begins with, 0 to 65,535: see {@link LinkType}
     * @return 0 for the first, then 1, and so on
     */
    public int addInterface(String name, int linkType) {
        if (linkType < 0 || linkType > 0xFFFF) {
            throw new IllegalArgumentException("0 to 65,535 wanted: linkType=" + linkType);
        }
        if (interfaces == CaptureInterfaces.MAX_COUNT) {
            throw new IllegalStateException("at most 4,096 interfaces wanted");
        }
        byte[] value = text(name, "name");
        int nameBytes = optionBytes(value.length);
        int length = 16 + nameBytes + 8 + PcapngOptions.HEADER_BYTES + 4;
        Words.put32(head, 0, PcapngReader.INTERFACE_DESCRIPTION, isBigEndian);
        Words.put32(head, 4, length, isBigEndian);
        Words.put16(head, 8, linkType, isBigEndian);
        Words.put16(head, 10, 0, isBigEndian);
        Words.put32(head, 12, CaptureReader.MAX_PACKET_BYTES, isBigEndian);
        write(head, 0, 16);
        option(PcapngOptions.INTERFACE_NAME, value);
        option(PcapngOptions.INTERFACE_RESOLUTION, new byte[] {NANOS});
        endOptions();
        end(length);
        return interfaces++;
    }

    /**
     * Writes a whole packet without a comment.
     *
     * @param interfaceIndex from {@link #addInterface}
     * @param epochNanos nanoseconds since 1970-01-01 00:00:00 UTC, at least 0
     * @param packet all its bytes, at most {@value CaptureReader#MAX_PACKET_BYTES}
     */
    public void write(int interfaceIndex, long epochNanos, byte[] packet) {
        write(interfaceIndex, epochNanos, packet, 0, packet.length, packet.length, "");
    }

    /**
     * Writes a whole packet with a comment.
     *
     * @param interfaceIndex from {@link #addInterface}
     * @param epochNanos nanoseconds since 1970-01-01 00:00:00 UTC, at least 0
     * @param packet all its bytes, at most {@value CaptureReader#MAX_PACKET_BYTES}
     * @param comment at most 65,535 bytes of UTF-8, without U+0000; empty for none
     */
    public void write(int interfaceIndex, long epochNanos, byte[] packet, String comment) {
        write(interfaceIndex, epochNanos, packet, 0, packet.length, packet.length, comment);
    }

    /**
     * Writes a packet (section 4.3).
     *
     * @param interfaceIndex from {@link #addInterface}
     * @param epochNanos nanoseconds since 1970-01-01 00:00:00 UTC, at least 0
     * @param from where it stands
     * @param offset index of its first byte
     * @param capturedBytes how many of its bytes to write, at most {@value CaptureReader#MAX_PACKET_BYTES}
     * @param originalBytes how many it had on the wire, {@code capturedBytes} to 2^32 - 1
     * @param comment at most 65,535 bytes of UTF-8, without U+0000; empty for none
     */
    public void write(
            int interfaceIndex,
            long epochNanos,
            byte[] from,
            int offset,
            int capturedBytes,
            long originalBytes,
            String comment) {
        if (interfaceIndex < 0 || interfaceIndex >= interfaces || epochNanos < 0) {
            throw new IllegalArgumentException("an added interface and a time of at least 0 wanted: interfaceIndex="
                    + interfaceIndex + ", epochNanos=" + epochNanos);
        }
        checkLengths(capturedBytes, originalBytes);
        byte[] value = comment.isEmpty() ? NOTHING : text(comment, "comment");
        int optionsBytes = value.length == 0 ? 0 : optionBytes(value.length) + PcapngOptions.HEADER_BYTES;
        int length = 28 + PcapngOptions.padded(capturedBytes) + optionsBytes + 4;
        Words.put32(head, 0, PcapngReader.ENHANCED_PACKET, isBigEndian);
        Words.put32(head, 4, length, isBigEndian);
        Words.put32(head, 8, interfaceIndex, isBigEndian);
        Words.put32(head, 12, epochNanos >>> 32, isBigEndian);
        Words.put32(head, 16, epochNanos, isBigEndian);
        Words.put32(head, 20, capturedBytes, isBigEndian);
        Words.put32(head, 24, originalBytes, isBigEndian);
        write(head, 0, 28);
        write(from, offset, capturedBytes);
        pad(capturedBytes);
        if (value.length > 0) {
            option(PcapngOptions.COMMENT, value);
            endOptions();
        }
        end(length);
    }

    static void checkLengths(int capturedBytes, long originalBytes) {
        if (capturedBytes < 0
                || capturedBytes > CaptureReader.MAX_PACKET_BYTES
                || originalBytes < capturedBytes
                || originalBytes > 0xFFFF_FFFFL) {
            throw new IllegalArgumentException(
                    "0 <= capturedBytes <= 262,144 and capturedBytes <= originalBytes < 2^32 wanted: capturedBytes="
                            + capturedBytes + ", originalBytes=" + originalBytes);
        }
    }

    private static byte[] text(String text, String what) {
        byte[] value = text.getBytes(StandardCharsets.UTF_8);
        if (value.length > MAX_OPTION_BYTES || text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException(
                    "at most 65,535 bytes without U+0000 wanted: " + what + "LengthBytes=" + value.length);
        }
        return value;
    }

    private static int optionBytes(int valueBytes) {
        return PcapngOptions.HEADER_BYTES + PcapngOptions.padded(valueBytes);
    }

    private void option(int code, byte[] value) {
        Words.put16(tail, 0, code, isBigEndian);
        Words.put16(tail, 2, value.length, isBigEndian);
        write(tail, 0, PcapngOptions.HEADER_BYTES);
        write(value, 0, value.length);
        pad(value.length);
    }

    private void endOptions() {
        Words.put32(tail, 0, PcapngOptions.END, isBigEndian);
        write(tail, 0, PcapngOptions.HEADER_BYTES);
    }

    private void pad(int lengthBytes) {
        Words.put32(tail, 0, 0, isBigEndian);
        write(tail, 0, PcapngOptions.padded(lengthBytes) - lengthBytes);
    }

    private void end(int lengthBytes) {
        Words.put32(tail, 0, lengthBytes, isBigEndian);
        write(tail, 0, 4);
    }

    private void write(byte[] from, int offset, int lengthBytes) {
        try {
            stream.write(from, offset, lengthBytes);
        } catch (IOException streamFailed) {
            throw new UncheckedIOException(streamFailed);
        }
    }

    /** Closes the stream. */
    @Override
    public void close() {
        try {
            stream.close();
        } catch (IOException streamFailed) {
            throw new UncheckedIOException(streamFailed);
        }
    }
}
