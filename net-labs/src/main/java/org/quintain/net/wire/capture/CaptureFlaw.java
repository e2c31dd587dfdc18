package org.quintain.net.wire.capture;

/** Why reading a capture ended before its bytes did, or before its last packet was whole. */
public enum CaptureFlaw {
    /** Nothing is wrong: the capture ends behind a whole packet. */
    NONE,
    /** The first four bytes are no magic number of pcap or pcapng (pcap section 4; pcapng section 4.1). */
    NOT_A_CAPTURE,
    /** The bytes end inside the file header (pcap section 4: 24 bytes). */
    TRUNCATED_FILE_HEADER,
    /** The bytes end inside the 16 bytes in front of a packet (pcap section 5). */
    TRUNCATED_PACKET_HEADER,
    /** The bytes end inside a packet (pcap section 5). */
    TRUNCATED_PACKET,
    /** The bytes end inside a block (pcapng section 3.1). */
    TRUNCATED_BLOCK,
    /** A version other than 2.4 (pcap section 4), or than 1.0 and its synonym 1.2 (pcapng section 4.1). */
    UNSUPPORTED_VERSION,
    /** Reserved bits beside the link type are set, which a reader treats as an error (pcap section 4, figure 2). */
    RESERVED_BITS_SET,
    /** A packet says that it has more than {@value CaptureReader#MAX_PACKET_BYTES} bytes; nothing is allocated for it. */
    PACKET_TOO_LARGE,
    /** A block that has to be read whole says that it has more than 1 MiB; nothing is allocated for it. */
    BLOCK_TOO_LARGE,
    /** A block's length is no multiple of 4, or too small for its fields (pcapng section 3.1). */
    BAD_BLOCK_LENGTH,
    /** The two lengths of a block, before and behind its body, differ (pcapng section 3.1). */
    BLOCK_LENGTHS_DIFFER,
    /** The byte-order magic is neither 0x1A2B3C4D nor that number backwards (pcapng section 4.1). */
    BAD_BYTE_ORDER_MAGIC,
    /** A packet names an interface that no earlier block of its section describes (pcapng section 4.3). */
    UNKNOWN_INTERFACE,
    /** A section describes more than 4,096 interfaces: a limit of ours. */
    TOO_MANY_INTERFACES,
    /** An option reaches over the end of its block, or has not the length that its code asks for (pcapng section 3.5). */
    BAD_OPTION,
    /** A time unit finer than 10^-18 or 2^-62 seconds (pcapng section 4.2, if_tsresol): a limit of ours. */
    UNSUPPORTED_RESOLUTION;

    /** Whether the bytes end too early; what stands before the cut was read. */
    public boolean isTruncation() {
        return this == TRUNCATED_FILE_HEADER
                || this == TRUNCATED_PACKET_HEADER
                || this == TRUNCATED_PACKET
                || this == TRUNCATED_BLOCK;
    }
}
