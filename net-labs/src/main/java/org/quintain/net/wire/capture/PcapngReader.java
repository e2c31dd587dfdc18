package org.quintain.net.wire.capture;

import java.io.InputStream;

/**
 * Reads pcapng of either byte order, with any number of sections and interfaces (draft-ietf-opsawg-pcapng).
 *
 * <p>Packets are taken from enhanced, simple and the obsolete packet blocks; other blocks (names, statistics, secrets,
 * custom ones) are skipped however long they are, and counted.
 *
 * <pre>{@code
 * any block (section 3.1)              enhanced packet (section 4.3), from byte 8 on
 * +-------------------------+          +-------------------------+
 * |          type           |  0       |    interface (from 0)   |  8
 * +-------------------------+          +-------------------------+
 * |     length in bytes     |  4       |  time, upper 32 bits    | 12
 * +-------------------------+          +-------------------------+
 * |  body, padded to 4 bytes|  8       |  time, lower 32 bits    | 16
 * +-------------------------+          +-------------------------+
 * |  length in bytes, again |          |     captured length     | 20
 * +-------------------------+          +-------------------------+
 *                                      |     original length     | 24
 *                                      +-------------------------+
 *                                      |  packet, padded; options| 28
 *                                      +-------------------------+
 * }</pre>
 */
public final class PcapngReader extends CaptureReader {
    /** Type of a section header; the same read backwards (section 4.1). */
    static final int SECTION_HEADER = 0x0A0D_0D0A;
    /** Type of an interface description (section 4.2). */
    static final int INTERFACE_DESCRIPTION = 1;
    /** Type of the packet block that must not be written any more (appendix A). */
    static final int OBSOLETE_PACKET = 2;
    /** Type of a packet without time and interface (section 4.4). */
    static final int SIMPLE_PACKET = 3;
    /** Type of a packet (section 4.3). */
    static final int ENHANCED_PACKET = 6;
    /** By it a reader knows the byte order of a section (section 4.1). */
    static final int BYTE_ORDER_MAGIC = 0x1A2B_3C4D;
    /** Type, length, and length again (section 3.1). */
    static final int BLOCK_BYTES = 12;

    /** Longest block that is read whole; libpcap takes 16 MiB, which no packet of this library needs. */
    static final int MAX_BLOCK_BYTES = 1 << 20;

    private static final int SECTION_HEADER_BYTES = 28;
    private static final int INTERFACE_DESCRIPTION_BYTES = 20;
    private static final int ENHANCED_PACKET_BYTES = 32;
    private static final int SIMPLE_PACKET_BYTES = 16;

    private final CaptureInterfaces interfaces = new CaptureInterfaces();
    private boolean isBigEndian;
    private boolean hasTime;
    private int interfaceIndex;
    private int optionsAt;
    private int optionsEnd;
    private long skippedBlocks;

    /**
     * Begins to read; the first section header is read here.
     *
     * @param stream read from where it stands; need not be buffered
     */
    public PcapngReader(InputStream stream) {
        this(new CaptureInput(stream));
    }

    PcapngReader(CaptureInput input) {
        super(input);
        if (!input.has(4)) {
            stop(CaptureFlaw.TRUNCATED_FILE_HEADER);
        } else if (Words.s32(input.buffer, input.position, true) != SECTION_HEADER) {
            stop(CaptureFlaw.NOT_A_CAPTURE);
        } else {
            block();
        }
    }

    @Override
    public boolean next() {
        while (!isEnd()) {
            if (block()) {
                return true;
            }
        }
        return false;
    }

    /** Reads one block; true if it is a packet. */
    private boolean block() {
        if (!input.has(BLOCK_BYTES)) {
            return stop(input.unused() == 0 ? CaptureFlaw.NONE : CaptureFlaw.TRUNCATED_BLOCK);
        }
        int type = Words.s32(input.buffer, input.position, isBigEndian);
        if (type == SECTION_HEADER && !readByteOrder()) {
            return stop(CaptureFlaw.BAD_BYTE_ORDER_MAGIC);
        }
        long length = Words.u32(input.buffer, input.position + 4, isBigEndian);
        int least = leastBytes(type);
        if (length % 4 != 0 || length < least) {
            return stop(CaptureFlaw.BAD_BLOCK_LENGTH);
        }
        if (least == BLOCK_BYTES) {
            return skip(length);
        }
        if (length > MAX_BLOCK_BYTES) {
            return stop(CaptureFlaw.BLOCK_TOO_LARGE);
        }
        if (!input.has((int) length)) {
            return stop(CaptureFlaw.TRUNCATED_BLOCK);
        }
        int start = input.position;
        int end = start + (int) length - 4;
        if (Words.u32(input.buffer, end, isBigEndian) != length) {
            return stop(CaptureFlaw.BLOCK_LENGTHS_DIFFER);
        }
        input.position = end + 4;
        return switch (type) {
            case SECTION_HEADER -> section(start);
            case INTERFACE_DESCRIPTION -> described(interfaces.add(input.buffer, start + 8, end, isBigEndian));
            case SIMPLE_PACKET -> simplePacket(start, end);
            case OBSOLETE_PACKET -> packet(Words.u16(input.buffer, start + 8, isBigEndian), start, end);
            default -> packet(Words.s32(input.buffer, start + 8, isBigEndian), start, end);
        };
    }

    private static int leastBytes(int type) {
        return switch (type) {
            case SECTION_HEADER -> SECTION_HEADER_BYTES;
            case INTERFACE_DESCRIPTION -> INTERFACE_DESCRIPTION_BYTES;
            case SIMPLE_PACKET -> SIMPLE_PACKET_BYTES;
            case OBSOLETE_PACKET, ENHANCED_PACKET -> ENHANCED_PACKET_BYTES;
            default -> BLOCK_BYTES;
        };
    }

    private boolean readByteOrder() {
        int magic = Words.s32(input.buffer, input.position + 8, true);
        isBigEndian = magic == BYTE_ORDER_MAGIC;
        return isBigEndian || Integer.reverseBytes(magic) == BYTE_ORDER_MAGIC;
    }

    /** Goes over a block that tells nothing about packets, up to 4 GiB of it; the length behind it is compared too. */
    private boolean skip(long length) {
        if (!input.skip(length - 4) || !input.has(4)) {
            return stop(CaptureFlaw.TRUNCATED_BLOCK);
        }
        if (Words.u32(input.buffer, input.position, isBigEndian) != length) {
            return stop(CaptureFlaw.BLOCK_LENGTHS_DIFFER);
        }
        input.position += 4;
        skippedBlocks++;
        return false;
    }

    private boolean section(int start) {
        int major = Words.u16(input.buffer, start + 12, isBigEndian);
        int minor = Words.u16(input.buffer, start + 14, isBigEndian);
        interfaces.clear();
        interfaceIndex = 0;
        // "Readers ... MUST treat a Minor Version of 2 as equivalent to a Minor Version of 0" (section 4.1).
        return major == 1 && (minor == 0 || minor == 2) ? false : stop(CaptureFlaw.UNSUPPORTED_VERSION);
    }

    private boolean described(CaptureFlaw flaw) {
        return flaw == CaptureFlaw.NONE ? false : stop(flaw);
    }

    private boolean packet(int index, int start, int end) {
        if (index < 0 || index >= interfaces.count()) {
            return stop(CaptureFlaw.UNKNOWN_INTERFACE);
        }
        byte[] from = input.buffer;
        int captured = Words.s32(from, start + 20, isBigEndian);
        if (captured < 0 || captured > MAX_PACKET_BYTES) {
            return stop(CaptureFlaw.PACKET_TOO_LARGE);
        }
        int at = start + 28;
        if (PcapngOptions.padded(captured) > end - at) {
            return stop(CaptureFlaw.BAD_BLOCK_LENGTH);
        }
        long units = Words.u32(from, start + 12, isBigEndian) << 32 | Words.u32(from, start + 16, isBigEndian);
        hasTime = true;
        epochNanos = interfaces.epochNanos(index, units);
        return found(index, at, captured, Words.u32(from, start + 24, isBigEndian), end);
    }

    private boolean simplePacket(int start, int end) {
        if (interfaces.count() == 0) {
            return stop(CaptureFlaw.UNKNOWN_INTERFACE);
        }
        long original = Words.u32(input.buffer, start + 8, isBigEndian);
        long snapLength = interfaces.snapLengthBytes(0);
        long captured = snapLength == 0 ? original : Math.min(original, snapLength);
        if (captured > MAX_PACKET_BYTES) {
            return stop(CaptureFlaw.PACKET_TOO_LARGE);
        }
        if (captured > end - start - 12) {
            return stop(CaptureFlaw.BAD_BLOCK_LENGTH);
        }
        hasTime = false;
        epochNanos = 0;
        // A simple packet has no options (section 4.4).
        return found(0, start + 12, (int) captured, original, start + 12 + PcapngOptions.padded((int) captured));
    }

    private boolean found(int index, int at, int captured, long original, int end) {
        interfaceIndex = index;
        offset = at;
        capturedBytes = captured;
        originalBytes = Math.max(captured, original);
        optionsAt = at + PcapngOptions.padded(captured);
        optionsEnd = end;
        return true;
    }

    /** Whether the present section's numbers stand most significant byte first. */
    public boolean isBigEndian() {
        return isBigEndian;
    }

    /** Whether the packet has a time; a simple packet has none (section 4.4). */
    public boolean hasTime() {
        return hasTime;
    }

    /** How many blocks were skipped so far because they describe neither packets nor interfaces. */
    public long skippedBlocks() {
        return skippedBlocks;
    }

    /** What the packet begins with: see {@link LinkType}; Ethernet where there is no packet. */
    @Override
    public int linkType() {
        return isEnd() || interfaces.count() == 0 ? LinkType.ETHERNET : interfaces.linkType(interfaceIndex);
    }

    @Override
    public int interfaceIndex() {
        return interfaceIndex;
    }

    /** The name of the interface on which the packet was seen, cut behind 256 characters; empty if it has none. */
    @Override
    public String interfaceName() {
        return isEnd() || interfaces.count() == 0 ? "" : interfaces.name(interfaceIndex);
    }

    /** The packet's first comment; empty if it has none, or if an option in front of it is malformed. */
    @Override
    public String comment() {
        if (isEnd()) {
            return "";
        }
        PcapngOptions options = new PcapngOptions(input.buffer, optionsAt, optionsEnd, isBigEndian);
        while (options.next()) {
            if (options.code() == PcapngOptions.COMMENT) {
                return options.text();
            }
        }
        return "";
    }
}
