package org.quintain.net.wire;

/**
 * The header of an ICMP message (RFC 792).
 *
 * <pre>{@code
 *  0               1               2               3
 *  0 1 2 3 4 5 6 7 0 1 2 3 4 5 6 7 0 1 2 3 4 5 6 7 0 1 2 3 4 5 6 7
 * +---------------+---------------+-------------------------------+
 * |      type     |      code     |            checksum           |   0
 * +---------------+---------------+-------------------------------+
 * |    by type: identifier and sequence number, gateway, MTU ...  |   4
 * +---------------------------------------------------------------+
 * |   data, or the header and first bytes of the packet blamed ...    8
 * +---------------------------------------------------------------+
 * }</pre>
 */
public final class Icmpv4 extends Header {
    /** Type, code, checksum and the word that depends on the type (RFC 792). */
    public static final int LENGTH_BYTES = 8;
    /** Echo reply (RFC 792, Echo or Echo Reply Message). */
    public static final int ECHO_REPLY = 0;
    /** Destination unreachable (RFC 792, Destination Unreachable Message). */
    public static final int UNREACHABLE = 3;
    /** Redirect (RFC 792, Redirect Message). */
    public static final int REDIRECT = 5;
    /** Echo (RFC 792, Echo or Echo Reply Message). */
    public static final int ECHO_REQUEST = 8;
    /** Time exceeded (RFC 792, Time Exceeded Message). */
    public static final int TIME_EXCEEDED = 11;
    /** Parameter problem (RFC 792, Parameter Problem Message). */
    public static final int PARAMETER_PROBLEM = 12;
    /** Code of {@link #UNREACHABLE}: host (RFC 792). */
    public static final int CODE_HOST = 1;
    /** Code of {@link #UNREACHABLE}: protocol (RFC 792). */
    public static final int CODE_PROTOCOL = 2;
    /** Code of {@link #UNREACHABLE}: port (RFC 792). */
    public static final int CODE_PORT = 3;
    /** Code of {@link #UNREACHABLE}: fragmentation needed and DF set (RFC 792; RFC 1191 section 4). */
    public static final int CODE_FRAGMENTATION_NEEDED = 4;
    /** Code of {@link #TIME_EXCEEDED}: time to live exceeded in transit (RFC 792). */
    public static final int CODE_IN_TRANSIT = 0;
    /** Code of {@link #TIME_EXCEEDED}: fragment reassembly time exceeded (RFC 792). */
    public static final int CODE_REASSEMBLY = 1;

    private static final int TYPE = 0;
    private static final int CODE = 1;
    private static final int CHECKSUM = 2;
    private static final int REST = 4;

    /** A window on nothing. */
    public Icmpv4() {}

    @Override
    public Flaw wrap(byte[] newFrame, int newOffset, int newLimit) {
        set(newFrame, newOffset, newLimit);
        return newLimit - newOffset < LENGTH_BYTES ? Flaw.ICMPV4_TRUNCATED : Flaw.NONE;
    }

    /** Sets the window without judging. */
    public Icmpv4 place(byte[] newFrame, int newOffset, int newLimit) {
        set(newFrame, newOffset, newLimit);
        return this;
    }

    /** Writes a header for a message up to the frame's end; see {@link #begin(byte[], int, int)}. */
    public Icmpv4 begin(byte[] newFrame, int newOffset) {
        return begin(newFrame, newOffset, newFrame.length);
    }

    /** Writes a header of 8 zeros for a message up to the limit. */
    public Icmpv4 begin(byte[] newFrame, int newOffset, int newLimit) {
        set(newFrame, newOffset, newLimit);
        BigEndian.put32(frame, offset, 0);
        return rest(0);
    }

    @Override
    public int lengthBytes() {
        return LENGTH_BYTES;
    }

    /** 8 bits. */
    public int type() {
        return BigEndian.u8(frame, offset + TYPE);
    }

    /** Sets 8 bits. */
    public Icmpv4 type(int type) {
        BigEndian.put8(frame, offset + TYPE, type);
        return this;
    }

    /** 8 bits. */
    public int code() {
        return BigEndian.u8(frame, offset + CODE);
    }

    /** Sets 8 bits. */
    public Icmpv4 code(int code) {
        BigEndian.put8(frame, offset + CODE, code);
        return this;
    }

    /** 16 bits: over the whole message, this field taken as 0. */
    public int checksum() {
        return BigEndian.u16(frame, offset + CHECKSUM);
    }

    /** Sets 16 bits. */
    public Icmpv4 checksum(int checksum) {
        BigEndian.put16(frame, offset + CHECKSUM, checksum);
        return this;
    }

    /** What the checksum should be; changes nothing. */
    public int computeChecksum() {
        // Without the field and not with its complement, which would take a message of zeros for one of ones.
        return InternetChecksum.of(InternetChecksum.sum(frame, offset, CHECKSUM)
                + InternetChecksum.sum(frame, offset + REST, limit - offset - REST));
    }

    /** Sets the right checksum for all bytes up to the limit. */
    public Icmpv4 writeChecksum() {
        return checksum(computeChecksum());
    }

    /** Whether the message adds up to sixteen ones (RFC 1071 section 1 (3)). */
    public boolean isChecksumRight() {
        return InternetChecksum.isRight(InternetChecksum.sum(frame, offset, limit - offset));
    }

    /** The word whose meaning depends on the type, 32 bits; of a redirect, the gateway's address. */
    public int rest() {
        return BigEndian.s32(frame, offset + REST);
    }

    /** Sets 32 bits. */
    public Icmpv4 rest(int bits) {
        BigEndian.put32(frame, offset + REST, bits);
        return this;
    }

    /** Of an echo and its reply, 16 bits. */
    public int identifier() {
        return BigEndian.u16(frame, offset + REST);
    }

    /** Sets 16 bits. */
    public Icmpv4 identifier(int identifier) {
        BigEndian.put16(frame, offset + REST, identifier);
        return this;
    }

    /** Of an echo and its reply, 16 bits. */
    public int sequenceNumber() {
        return BigEndian.u16(frame, offset + REST + 2);
    }

    /** Sets 16 bits. */
    public Icmpv4 sequenceNumber(int number) {
        BigEndian.put16(frame, offset + REST + 2, number);
        return this;
    }

    /** Of {@link #CODE_FRAGMENTATION_NEEDED}, the MTU of the next hop in bytes, 16 bits (RFC 1191 section 4). */
    public int nextHopMtuBytes() {
        return BigEndian.u16(frame, offset + REST + 2);
    }
}
