package org.quintain.net.wire.capture;

import java.io.InputStream;

/**
 * Reads pcap of either byte order, with micro- or nanoseconds (draft-ietf-opsawg-pcap).
 *
 * <pre>{@code
 * file header (section 4)                      in front of each packet (section 5)
 * +-------------------------------+            +-------------------------------+
 * |         magic number          |  0         |            seconds            |  0
 * +---------------+---------------+            +-------------------------------+
 * | major version | minor version |  4         |    micro- or nanoseconds      |  4
 * +---------------+---------------+            +-------------------------------+
 * |           reserved            |  8         |        captured length        |  8
 * +-------------------------------+            +-------------------------------+
 * |           reserved            | 12         |        original length        | 12
 * +-------------------------------+            +-------------------------------+
 * |        snapshot length        | 16         |  packet, not padded           | 16
 * +-----+-+-+---------+-----------+
 * | FCS |R|P| reserved| link type | 20
 * +-----+-+-+---------+-----------+
 * }</pre>
 */
public final class PcapReader extends CaptureReader {
    /** Magic number of a capture with microseconds (section 4). */
    static final int MAGIC_MICROS = 0xA1B2_C3D4;
    /** Magic number of a capture with nanoseconds (section 4). */
    static final int MAGIC_NANOS = 0xA1B2_3C4D;
    /** Bytes of the file header (section 4). */
    static final int FILE_HEADER_BYTES = 24;
    /** Bytes in front of each packet (section 5). */
    static final int PACKET_HEADER_BYTES = 16;
    /** The version is 2.4 (section 4). */
    static final int VERSION_MAJOR = 2;
    /** See {@link #VERSION_MAJOR}. */
    static final int VERSION_MINOR = 4;
    /** R and Reserved3 (section 4, figure 2). */
    private static final int RESERVED_BITS = 0x0BFF_0000;

    private static final long NANOS_A_SECOND = 1_000_000_000;

    private boolean isBigEndian;
    private int nanosATick;
    private long snapLengthBytes;
    private int linkType;

    /**
     * Reads the file header.
     *
     * @param stream read from where it stands; need not be buffered
     */
    public PcapReader(InputStream stream) {
        this(new CaptureInput(stream));
    }

    PcapReader(CaptureInput input) {
        super(input);
        CaptureFlaw flaw = readFileHeader();
        if (flaw != CaptureFlaw.NONE) {
            stop(flaw);
        }
    }

    private CaptureFlaw readFileHeader() {
        if (!input.has(FILE_HEADER_BYTES)) {
            boolean isOurs = input.unused() < 4 || readMagic();
            return isOurs ? CaptureFlaw.TRUNCATED_FILE_HEADER : CaptureFlaw.NOT_A_CAPTURE;
        }
        if (!readMagic()) {
            return CaptureFlaw.NOT_A_CAPTURE;
        }
        byte[] from = input.buffer;
        int at = input.position;
        if (Words.u16(from, at + 4, isBigEndian) != VERSION_MAJOR
                || Words.u16(from, at + 6, isBigEndian) != VERSION_MINOR) {
            return CaptureFlaw.UNSUPPORTED_VERSION;
        }
        snapLengthBytes = Words.u32(from, at + 16, isBigEndian);
        int link = Words.s32(from, at + 20, isBigEndian);
        if ((link & RESERVED_BITS) != 0) {
            return CaptureFlaw.RESERVED_BITS_SET;
        }
        linkType = link & 0xFFFF;
        input.position += FILE_HEADER_BYTES;
        return CaptureFlaw.NONE;
    }

    private boolean readMagic() {
        int magic = Words.s32(input.buffer, input.position, true);
        isBigEndian = magic == MAGIC_MICROS || magic == MAGIC_NANOS;
        if (!isBigEndian) {
            magic = Integer.reverseBytes(magic);
        }
        nanosATick = magic == MAGIC_NANOS ? 1 : 1_000;
        return magic == MAGIC_MICROS || magic == MAGIC_NANOS;
    }

    @Override
    public boolean next() {
        if (isEnd()) {
            return false;
        }
        if (!input.has(PACKET_HEADER_BYTES)) {
            return stop(input.unused() == 0 ? CaptureFlaw.NONE : CaptureFlaw.TRUNCATED_PACKET_HEADER);
        }
        int captured = Words.s32(input.buffer, input.position + 8, isBigEndian);
        if (captured < 0 || captured > MAX_PACKET_BYTES) {
            return stop(CaptureFlaw.PACKET_TOO_LARGE);
        }
        if (!input.has(PACKET_HEADER_BYTES + captured)) {
            return stop(CaptureFlaw.TRUNCATED_PACKET);
        }
        byte[] from = input.buffer;
        int at = input.position;
        // Less than 2^32 seconds and 2^32 ticks of a microsecond: the sum stays below 2^63.
        epochNanos =
                Words.u32(from, at, isBigEndian) * NANOS_A_SECOND + Words.u32(from, at + 4, isBigEndian) * nanosATick;
        capturedBytes = captured;
        // "A pcap file reader MAY convert an Original Packet Length that is less" (section 5).
        originalBytes = Math.max(captured, Words.u32(from, at + 12, isBigEndian));
        offset = at + PACKET_HEADER_BYTES;
        input.position = offset + captured;
        return true;
    }

    /** Whether numbers stand most significant byte first. */
    public boolean isBigEndian() {
        return isBigEndian;
    }

    /** Whether times have nanoseconds; otherwise microseconds. */
    public boolean isNanos() {
        return nanosATick == 1;
    }

    /** The snapshot length, 0 to 2^32 - 1 bytes, as the file says it; packets may be longer all the same. */
    public long snapLengthBytes() {
        return snapLengthBytes;
    }

    @Override
    public int linkType() {
        return linkType;
    }

    @Override
    public int interfaceIndex() {
        return 0;
    }

    @Override
    public String interfaceName() {
        return "";
    }

    @Override
    public String comment() {
        return "";
    }
}
