package org.quintain.net.wire.capture;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteOrder;

/**
 * Writes pcap (draft-ietf-opsawg-pcap; the layout stands at {@link PcapReader}). Nothing is kept back: a packet is two
 * writes to the stream, so a slow stream wants a buffer around it. Not thread-safe.
 */
public final class PcapWriter implements AutoCloseable {
    private static final long NANOS_A_SECOND = 1_000_000_000;
    private static final long MAX_SECONDS = 0xFFFF_FFFFL;

    private final OutputStream stream;
    private final boolean isBigEndian;
    private final boolean isNanos;
    private final byte[] header = new byte[PcapReader.PACKET_HEADER_BYTES];

    /**
     * Writes the file header: Ethernet, little-endian, nanoseconds.
     *
     * @param stream where to
     */
    public PcapWriter(OutputStream stream) {
        this(stream, LinkType.ETHERNET, ByteOrder.LITTLE_ENDIAN, true);
    }

    /**
     * Writes the file header.
     *
     * @param stream where to
     * @param linkType what each packet begins with, 0 to 65,535: see {@link LinkType}
     * @param order byte order of the numbers in front of the packets
     * @param isNanos whether times have nanoseconds; otherwise microseconds, rounded down
     */
    public PcapWriter(OutputStream stream, int linkType, ByteOrder order, boolean isNanos) {
        if (linkType < 0 || linkType > 0xFFFF) {
            throw new IllegalArgumentException("0 to 65,535 wanted: linkType=" + linkType);
        }
        this.stream = stream;
        this.isBigEndian = order == ByteOrder.BIG_ENDIAN;
        this.isNanos = isNanos;
        byte[] fileHeader = new byte[PcapReader.FILE_HEADER_BYTES];
        Words.put32(fileHeader, 0, isNanos ? PcapReader.MAGIC_NANOS : PcapReader.MAGIC_MICROS, isBigEndian);
        Words.put16(fileHeader, 4, PcapReader.VERSION_MAJOR, isBigEndian);
        Words.put16(fileHeader, 6, PcapReader.VERSION_MINOR, isBigEndian);
        Words.put32(fileHeader, 16, CaptureReader.MAX_PACKET_BYTES, isBigEndian);
        Words.put32(fileHeader, 20, linkType, isBigEndian);
        write(fileHeader, 0, fileHeader.length);
    }

    /**
     * Writes a whole packet.
     *
     * @param epochNanos nanoseconds since 1970-01-01 00:00:00 UTC, 0 to 2^32 seconds
     * @param packet all its bytes, at most {@value CaptureReader#MAX_PACKET_BYTES}
     */
    public void write(long epochNanos, byte[] packet) {
        write(epochNanos, packet, 0, packet.length, packet.length);
    }

    /**
     * Writes a packet.
     *
     * @param epochNanos nanoseconds since 1970-01-01 00:00:00 UTC, 0 to 2^32 seconds
     * @param from where it stands
     * @param offset index of its first byte
     * @param capturedBytes how many of its bytes to write, at most {@value CaptureReader#MAX_PACKET_BYTES}
     * @param originalBytes how many it had on the wire, {@code capturedBytes} to 2^32 - 1
     */
    public void write(long epochNanos, byte[] from, int offset, int capturedBytes, long originalBytes) {
        long seconds = epochNanos / NANOS_A_SECOND;
        if (epochNanos < 0 || seconds > MAX_SECONDS) {
            throw new IllegalArgumentException("0 to 2^32 s in nanoseconds wanted: epochNanos=" + epochNanos);
        }
        PcapngWriter.checkLengths(capturedBytes, originalBytes);
        long nanos = epochNanos % NANOS_A_SECOND;
        Words.put32(header, 0, seconds, isBigEndian);
        Words.put32(header, 4, isNanos ? nanos : nanos / 1_000, isBigEndian);
        Words.put32(header, 8, capturedBytes, isBigEndian);
        Words.put32(header, 12, originalBytes, isBigEndian);
        write(header, 0, header.length);
        write(from, offset, capturedBytes);
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
