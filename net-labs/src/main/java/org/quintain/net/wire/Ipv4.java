package org.quintain.net.wire;

/**
 * The header of an IPv4 packet (RFC 791 section 3.1).
 *
 * <pre>{@code
 *  0               1               2               3
 *  0 1 2 3 4 5 6 7 0 1 2 3 4 5 6 7 0 1 2 3 4 5 6 7 0 1 2 3 4 5 6 7
 * +-------+-------+---------------+-------------------------------+
 * |version|  IHL  |type of service|          total length         |   0
 * +-------+-------+---------------+-----+-------------------------+
 * |         identification        |flags|     fragment offset     |   4
 * +---------------+---------------+-----+-------------------------+
 * | time to live  |    protocol   |        header checksum        |   8
 * +---------------+---------------+-------------------------------+
 * |                         source address                        |  12
 * +---------------------------------------------------------------+
 * |                      destination address                      |  16
 * +---------------------------------------------------------------+
 * |            options, padded to a multiple of 4 bytes ...          20
 * +---------------------------------------------------------------+
 * }</pre>
 *
 * <p>After an accepted {@code wrap} the limit is the end of the total length.
 */
public final class Ipv4 extends Header {
    /** Of a header without options: 5 words (RFC 791 section 3.1, IHL). */
    public static final int MIN_LENGTH_BYTES = 20;
    /** The total length has 16 bits (RFC 791 section 3.1, Total Length). */
    public static final int MAX_TOTAL_LENGTH_BYTES = 0xFFFF;
    /** Value of the version field (RFC 791 section 3.1, Version). */
    public static final int VERSION = 4;
    /** Fragments but the last carry a multiple of 8 bytes (RFC 791 section 3.1, Fragment Offset). */
    public static final int FRAGMENT_UNIT_BYTES = 8;
    /** Recommended for a new packet (RFC 1700, IP Time to Live Parameter; RFC 1122 section 3.2.1.7). */
    public static final int DEFAULT_TIME_TO_LIVE = 64;
    /** Protocol of ICMP (RFC 792; RFC 790, Assigned Internet Protocol Numbers). */
    public static final int PROTOCOL_ICMP = 1;
    /** Protocol of TCP (RFC 9293 section 3.1, Checksum: PTCL). */
    public static final int PROTOCOL_TCP = 6;
    /** Protocol of UDP (RFC 768, Protocol Number: "17 (21 octal)"). */
    public static final int PROTOCOL_UDP = 17;
    /** Of the fragment word: don't fragment (RFC 791 section 3.1, Flags). */
    public static final int DONT_FRAGMENT = 0x4000;
    /** Of the fragment word: more fragments (RFC 791 section 3.1, Flags). */
    public static final int MORE_FRAGMENTS = 0x2000;

    private static final int OFFSET_MASK = 0x1FFF;
    private static final int TYPE_OF_SERVICE = 1;
    private static final int TOTAL_LENGTH = 2;
    private static final int IDENTIFICATION = 4;
    private static final int FRAGMENT = 6;
    private static final int TIME_TO_LIVE = 8;
    private static final int PROTOCOL = 9;
    private static final int CHECKSUM = 10;
    private static final int SOURCE = 12;
    private static final int DESTINATION = 16;

    /** A window on nothing. */
    public Ipv4() {}

    @Override
    public Flaw wrap(byte[] newFrame, int newOffset, int newLimit) {
        set(newFrame, newOffset, newLimit);
        int left = newLimit - newOffset;
        if (left < MIN_LENGTH_BYTES) {
            return Flaw.IPV4_TRUNCATED;
        }
        if (version() != VERSION) {
            return Flaw.IPV4_VERSION;
        }
        int headerBytes = lengthBytes();
        if (headerBytes < MIN_LENGTH_BYTES) {
            return Flaw.IPV4_HEADER_LENGTH;
        }
        if (headerBytes > left) {
            return Flaw.IPV4_HEADER_BEYOND_FRAME;
        }
        int totalBytes = totalLengthBytes();
        if (totalBytes < headerBytes) {
            return Flaw.IPV4_TOTAL_LENGTH;
        }
        if (totalBytes > left) {
            return Flaw.IPV4_TOTAL_LENGTH_BEYOND_FRAME;
        }
        limit = newOffset + totalBytes;
        return Flaw.NONE;
    }

    /** Sets the window without judging. */
    public Ipv4 place(byte[] newFrame, int newOffset, int newLimit) {
        set(newFrame, newOffset, newLimit);
        return this;
    }

    /** Writes a header for a packet up to the frame's end; see {@link #begin(byte[], int, int)}. */
    public Ipv4 begin(byte[] newFrame, int newOffset) {
        return begin(newFrame, newOffset, newFrame.length);
    }

    /**
     * Writes a header without options, from nobody to nobody: the total length goes to the limit, the time to live is
     * 64, all else 0, the checksum, too.
     */
    public Ipv4 begin(byte[] newFrame, int newOffset, int newLimit) {
        set(newFrame, newOffset, newLimit);
        int firstWord = VERSION << 28 | MIN_LENGTH_BYTES / 4 << 24 | newLimit - newOffset & 0xFFFF;
        BigEndian.put64(newFrame, newOffset, (long) firstWord << 32);
        BigEndian.put32(newFrame, newOffset + TIME_TO_LIVE, DEFAULT_TIME_TO_LIVE << 24);
        BigEndian.put64(newFrame, newOffset + SOURCE, 0);
        return this;
    }

    /** 4 bits. */
    public int version() {
        return BigEndian.u8(frame, offset) >>> 4;
    }

    /** IHL: the header in words of 4 bytes, 4 bits. */
    public int headerWords() {
        return BigEndian.u8(frame, offset) & 0xF;
    }

    /** Sets 4 bits. */
    public Ipv4 headerWords(int words) {
        BigEndian.put8(frame, offset, version() << 4 | words & 0xF);
        return this;
    }

    @Override
    public int lengthBytes() {
        return (BigEndian.u8(frame, offset) & 0xF) << 2;
    }

    /** 8 bits; since RFC 2474 section 3 and RFC 3168 section 5 six of DSCP and two of ECN. */
    public int typeOfService() {
        return BigEndian.u8(frame, offset + TYPE_OF_SERVICE);
    }

    /** Sets 8 bits. */
    public Ipv4 typeOfService(int bits) {
        BigEndian.put8(frame, offset + TYPE_OF_SERVICE, bits);
        return this;
    }

    /** Header and data in bytes, 16 bits. */
    public int totalLengthBytes() {
        return BigEndian.u16(frame, offset + TOTAL_LENGTH);
    }

    /** Sets 16 bits; the limit stays, so that a length may lie. */
    public Ipv4 totalLengthBytes(int lengthBytes) {
        BigEndian.put16(frame, offset + TOTAL_LENGTH, lengthBytes);
        return this;
    }

    /** 16 bits: equal in all fragments of a packet (RFC 6864 section 4). */
    public int identification() {
        return BigEndian.u16(frame, offset + IDENTIFICATION);
    }

    /** Sets 16 bits. */
    public Ipv4 identification(int identification) {
        BigEndian.put16(frame, offset + IDENTIFICATION, identification);
        return this;
    }

    /** Flags (the first "must be zero") and fragment offset, 16 bits. */
    public int fragmentWord() {
        return BigEndian.u16(frame, offset + FRAGMENT);
    }

    /** Sets flags and fragment offset, 16 bits. */
    public Ipv4 fragmentWord(int bits) {
        BigEndian.put16(frame, offset + FRAGMENT, bits);
        return this;
    }

    /** DF. */
    public boolean isDontFragment() {
        return (fragmentWord() & DONT_FRAGMENT) != 0;
    }

    /** Sets DF. */
    public Ipv4 dontFragment(boolean isSet) {
        return fragmentWord(fragmentWord() & ~DONT_FRAGMENT | (isSet ? DONT_FRAGMENT : 0));
    }

    /** MF. */
    public boolean isMoreFragments() {
        return (fragmentWord() & MORE_FRAGMENTS) != 0;
    }

    /** Sets MF. */
    public Ipv4 moreFragments(boolean isSet) {
        return fragmentWord(fragmentWord() & ~MORE_FRAGMENTS | (isSet ? MORE_FRAGMENTS : 0));
    }

    /** Where the payload belongs in the whole, in units of 8 bytes, 13 bits. */
    public int fragmentOffset() {
        return fragmentWord() & OFFSET_MASK;
    }

    /** Sets 13 bits. */
    public Ipv4 fragmentOffset(int units) {
        return fragmentWord(fragmentWord() & ~OFFSET_MASK | units & OFFSET_MASK);
    }

    /** Where the payload belongs in the whole, 0 to 65,528 bytes. */
    public int fragmentOffsetBytes() {
        return fragmentOffset() * FRAGMENT_UNIT_BYTES;
    }

    /** Whether this is a part of a packet: offset or MF is not 0 (RFC 6864 section 2). */
    public boolean isFragment() {
        return (fragmentWord() & (MORE_FRAGMENTS | OFFSET_MASK)) != 0;
    }

    /** 8 bits. */
    public int timeToLive() {
        return BigEndian.u8(frame, offset + TIME_TO_LIVE);
    }

    /** Sets 8 bits. */
    public Ipv4 timeToLive(int hops) {
        BigEndian.put8(frame, offset + TIME_TO_LIVE, hops);
        return this;
    }

    /** Takes one hop away and brings the checksum up to date as a router does (RFC 1812 section 5.3.1; RFC 1624). */
    public Ipv4 decrementTimeToLive() {
        int before = BigEndian.u16(frame, offset + TIME_TO_LIVE);
        timeToLive(timeToLive() - 1);
        return checksum(InternetChecksum.update(checksum(), before, BigEndian.u16(frame, offset + TIME_TO_LIVE)));
    }

    /** 8 bits: what the payload is. */
    public int protocol() {
        return BigEndian.u8(frame, offset + PROTOCOL);
    }

    /** Sets 8 bits. */
    public Ipv4 protocol(int protocol) {
        BigEndian.put8(frame, offset + PROTOCOL, protocol);
        return this;
    }

    /** 16 bits: over the header alone, this field taken as 0. */
    public int checksum() {
        return BigEndian.u16(frame, offset + CHECKSUM);
    }

    /** Sets 16 bits. */
    public Ipv4 checksum(int checksum) {
        BigEndian.put16(frame, offset + CHECKSUM, checksum);
        return this;
    }

    /** What the checksum should be; changes nothing. */
    public int computeChecksum() {
        // Taking a word away is adding its complement (RFC 1624 section 3).
        return InternetChecksum.of(InternetChecksum.sum(frame, offset, lengthBytes()) + (~checksum() & 0xFFFF));
    }

    /** Sets the right checksum. */
    public Ipv4 writeChecksum() {
        return checksum(computeChecksum());
    }

    /** Whether the header adds up to sixteen ones (RFC 1071 section 1 (3)). */
    public boolean isChecksumRight() {
        return InternetChecksum.isRight(InternetChecksum.sum(frame, offset, lengthBytes()));
    }

    /** 32 bits. */
    public int source() {
        return BigEndian.s32(frame, offset + SOURCE);
    }

    /** Sets 32 bits. */
    public Ipv4 source(int address) {
        BigEndian.put32(frame, offset + SOURCE, address);
        return this;
    }

    /** 32 bits. */
    public int destination() {
        return BigEndian.s32(frame, offset + DESTINATION);
    }

    /** Sets 32 bits. */
    public Ipv4 destination(int address) {
        BigEndian.put32(frame, offset + DESTINATION, address);
        return this;
    }
}
