package org.quintain.net.wire.capture;

import java.io.InputStream;

/**
 * Reads the packets of a capture one after another, without allocating anything for a packet.
 *
 * <pre>{@code
 * try (CaptureReader capture = CaptureReader.open(stream)) {
 *     while (capture.next()) {
 *         Flaw flaw = ethernet.wrap(capture.buffer(), capture.offset(), capture.offset() + capture.capturedBytes());
 *         ...
 *     }
 *     if (capture.flaw() != CaptureFlaw.NONE) { ... }
 * }
 * }</pre>
 *
 * <p>What a capture says is never an exception: reading ends, and {@link #flaw()} says why. All whole packets in front
 * of that place have been given. A stream that fails is an {@link java.io.UncheckedIOException}. Not thread-safe. The
 * buffer has 256 KiB and grows, with the bytes that come, to 1 MiB at most.
 */
public abstract sealed class CaptureReader implements AutoCloseable permits PcapReader, PcapngReader {
    /** More bytes than any packet has: the largest snapshot length that libpcap takes (pcap-int.h, MAXIMUM_SNAPLEN). */
    public static final int MAX_PACKET_BYTES = 262_144;

    final CaptureInput input;
    int offset;
    int capturedBytes;
    long originalBytes;
    long epochNanos;
    private CaptureFlaw flaw = CaptureFlaw.NONE;
    private boolean isEnd;

    CaptureReader(CaptureInput input) {
        this.input = input;
    }

    /**
     * Tells by the first four bytes which kind of capture a stream carries, and begins to read it.
     *
     * @param stream read from where it stands; need not be buffered
     * @return a {@link PcapngReader} or a {@link PcapReader}; for neither kind the latter, with
     *     {@link CaptureFlaw#NOT_A_CAPTURE} and without packets
     */
    public static CaptureReader open(InputStream stream) {
        CaptureInput input = new CaptureInput(stream);
        boolean isPcapng = input.has(4) && Words.s32(input.buffer, input.position, true) == PcapngReader.SECTION_HEADER;
        return isPcapng ? new PcapngReader(input) : new PcapReader(input);
    }

    /**
     * Goes to the next packet.
     *
     * @return false behind the last packet, or where the capture cannot be read on: see {@link #flaw()}
     */
    public abstract boolean next();

    /** Where the packet stands; the same array again and again, valid until {@link #next()} is called. */
    public final byte[] buffer() {
        return input.buffer;
    }

    /** Index of the packet's first byte in {@link #buffer()}. */
    public final int offset() {
        return offset;
    }

    /** How many bytes of the packet there are, 0 to {@value #MAX_PACKET_BYTES}. */
    public final int capturedBytes() {
        return capturedBytes;
    }

    /** How many bytes the packet had on the wire, {@link #capturedBytes()} to 2^32 - 1; a smaller number is raised. */
    public final long originalBytes() {
        return originalBytes;
    }

    /**
     * Nanoseconds since 1970-01-01 00:00:00 UTC; 0 for a packet without a time (pcapng section 4.4). What does not fit
     * (before 1677, after 2262) is the nearest that does.
     */
    public final long epochNanos() {
        return epochNanos;
    }

    /** What the packet begins with: see {@link LinkType}. */
    public abstract int linkType();

    /** On which of its section's interfaces the packet was seen, from 0 on; 0 in pcap, which knows only one. */
    public abstract int interfaceIndex();

    /** The name of the interface on which the packet was seen; empty if it has none. */
    public abstract String interfaceName();

    /** The first comment on the packet; empty if it has none, as always in pcap. */
    public abstract String comment();

    /** Why reading ended; {@link CaptureFlaw#NONE} before that, and behind the last packet of a sound capture. */
    public final CaptureFlaw flaw() {
        return flaw;
    }

    /** Whether the bytes ended inside a header, packet or block; what that belongs to is not given. */
    public final boolean isTruncated() {
        return flaw.isTruncation();
    }

    /** Closes the stream. */
    @Override
    public final void close() {
        input.close();
    }

    final boolean isEnd() {
        return isEnd;
    }

    /** Ends reading, with no packet left to look at; false, so that {@link #next()} can return it. */
    final boolean stop(CaptureFlaw why) {
        flaw = why;
        isEnd = true;
        offset = 0;
        capturedBytes = 0;
        originalBytes = 0;
        epochNanos = 0;
        return false;
    }
}
