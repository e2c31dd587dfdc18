package org.quintain.net.wire;

/**
 * The header of a TCP segment (RFC 9293 section 3.1).
 *
 * <pre>{@code
 *  0               1               2               3
 *  0 1 2 3 4 5 6 7 0 1 2 3 4 5 6 7 0 1 2 3 4 5 6 7 0 1 2 3 4 5 6 7
 * +-------------------------------+-------------------------------+
 * |          source port          |        destination port       |   0
 * +-------------------------------+-------------------------------+
 * |                        sequence number                        |   4
 * +---------------------------------------------------------------+
 * |                     acknowledgment number                     |   8
 * +-------+-------+-+-+-+-+-+-+-+-+-------------------------------+
 * | data  | reser-|C|E|U|A|P|R|S|F|                               |
 * | offset| ved   |W|C|R|C|S|S|Y|I|             window            |  12
 * |       |       |R|E|G|K|H|T|N|N|                               |
 * +-------+-------+-+-+-+-+-+-+-+-+-------------------------------+
 * |            checksum           |         urgent pointer        |  16
 * +-------------------------------+-------------------------------+
 * |            options, padded to a multiple of 4 bytes ...          20
 * +---------------------------------------------------------------+
 * }</pre>
 *
 * <p>Sequence numbers come in an {@code int} with all its 32 bits; compare them by the sign of their difference
 * (RFC 9293 section 3.4). The segment goes to the limit: it is IPv4 that knows its length.
 */
public final class Tcp extends Header {
    /** Of a header without options: 5 words (RFC 9293 section 3.1, Data Offset). */
    public static final int MIN_LENGTH_BYTES = 20;
    /** Of a header with all options that fit: 15 words (RFC 9293 section 3.1, Data Offset). */
    public static final int MAX_LENGTH_BYTES = 60;
    /** No more data from the sender (RFC 9293 section 3.1, Control bits). */
    public static final int FIN = 0x01;
    /** Synchronise sequence numbers (RFC 9293 section 3.1, Control bits). */
    public static final int SYN = 0x02;
    /** Reset the connection (RFC 9293 section 3.1, Control bits). */
    public static final int RST = 0x04;
    /** Push (RFC 9293 section 3.1, Control bits). */
    public static final int PSH = 0x08;
    /** The acknowledgment number is significant (RFC 9293 section 3.1, Control bits). */
    public static final int ACK = 0x10;
    /** The urgent pointer is significant (RFC 9293 section 3.1, Control bits). */
    public static final int URG = 0x20;
    /** ECN echo (RFC 3168 section 6.1). */
    public static final int ECE = 0x40;
    /** Congestion window reduced (RFC 3168 section 6.1). */
    public static final int CWR = 0x80;

    private static final int SOURCE_PORT = 0;
    private static final int DESTINATION_PORT = 2;
    private static final int SEQUENCE_NUMBER = 4;
    private static final int ACKNOWLEDGMENT_NUMBER = 8;
    private static final int DATA_OFFSET = 12;
    private static final int FLAGS = 13;
    private static final int WINDOW = 14;
    private static final int CHECKSUM = 16;
    private static final int URGENT_POINTER = 18;

    /** A window on nothing. */
    public Tcp() {}

    @Override
    public Flaw wrap(byte[] newFrame, int newOffset, int newLimit) {
        set(newFrame, newOffset, newLimit);
        int left = newLimit - newOffset;
        if (left < MIN_LENGTH_BYTES) {
            return Flaw.TCP_TRUNCATED;
        }
        int headerBytes = lengthBytes();
        if (headerBytes < MIN_LENGTH_BYTES) {
            return Flaw.TCP_DATA_OFFSET;
        }
        return headerBytes > left ? Flaw.TCP_DATA_OFFSET_BEYOND_SEGMENT : Flaw.NONE;
    }

    /** Sets the window without judging. */
    public Tcp place(byte[] newFrame, int newOffset, int newLimit) {
        set(newFrame, newOffset, newLimit);
        return this;
    }

    /** Writes a header for a segment up to the frame's end; see {@link #begin(byte[], int, int)}. */
    public Tcp begin(byte[] newFrame, int newOffset) {
        return begin(newFrame, newOffset, newFrame.length);
    }

    /** Writes a header without options and with all fields 0, for a segment up to the limit. */
    public Tcp begin(byte[] newFrame, int newOffset, int newLimit) {
        set(newFrame, newOffset, newLimit);
        BigEndian.put64(newFrame, newOffset + SOURCE_PORT, 0);
        BigEndian.put64(newFrame, newOffset + ACKNOWLEDGMENT_NUMBER, MIN_LENGTH_BYTES / 4 << 28);
        BigEndian.put32(newFrame, newOffset + CHECKSUM, 0);
        return this;
    }

    /** 16 bits. */
    public int sourcePort() {
        return BigEndian.u16(frame, offset + SOURCE_PORT);
    }

    /** Sets 16 bits. */
    public Tcp sourcePort(int port) {
        BigEndian.put16(frame, offset + SOURCE_PORT, port);
        return this;
    }

    /** 16 bits. */
    public int destinationPort() {
        return BigEndian.u16(frame, offset + DESTINATION_PORT);
    }

    /** Sets 16 bits. */
    public Tcp destinationPort(int port) {
        BigEndian.put16(frame, offset + DESTINATION_PORT, port);
        return this;
    }

    /** SEG.SEQ, 32 bits: of the first byte of data, or of the SYN if there is one. */
    public int sequenceNumber() {
        return BigEndian.s32(frame, offset + SEQUENCE_NUMBER);
    }

    /** Sets 32 bits. */
    public Tcp sequenceNumber(int number) {
        BigEndian.put32(frame, offset + SEQUENCE_NUMBER, number);
        return this;
    }

    /** SEG.ACK, 32 bits: the next number that the sender wants. */
    public int acknowledgmentNumber() {
        return BigEndian.s32(frame, offset + ACKNOWLEDGMENT_NUMBER);
    }

    /** Sets 32 bits. */
    public Tcp acknowledgmentNumber(int number) {
        BigEndian.put32(frame, offset + ACKNOWLEDGMENT_NUMBER, number);
        return this;
    }

    /** The header in words of 4 bytes, 4 bits. */
    public int dataOffsetWords() {
        return BigEndian.u8(frame, offset + DATA_OFFSET) >>> 4;
    }

    /** Sets 4 bits. */
    public Tcp dataOffsetWords(int words) {
        BigEndian.put8(frame, offset + DATA_OFFSET, words << 4 | reserved());
        return this;
    }

    @Override
    public int lengthBytes() {
        return BigEndian.u8(frame, offset + DATA_OFFSET) >>> 2 & 0x3C;
    }

    /** "Must be zero in generated segments and must be ignored in received segments", 4 bits. */
    public int reserved() {
        return BigEndian.u8(frame, offset + DATA_OFFSET) & 0xF;
    }

    /** Sets 4 bits. */
    public Tcp reserved(int bits) {
        BigEndian.put8(frame, offset + DATA_OFFSET, dataOffsetWords() << 4 | bits & 0xF);
        return this;
    }

    /** The control bits, 8 of them: {@link #FIN} to {@link #CWR}. */
    public int flags() {
        return BigEndian.u8(frame, offset + FLAGS);
    }

    /** Sets all 8 bits. */
    public Tcp flags(int bits) {
        BigEndian.put8(frame, offset + FLAGS, bits);
        return this;
    }

    /** Whether all of these control bits are set. */
    public boolean has(int bits) {
        return (flags() & bits) == bits;
    }

    /** SEG.WND, 16 bits, before any scaling (RFC 7323 section 2.2). */
    public int window() {
        return BigEndian.u16(frame, offset + WINDOW);
    }

    /** Sets 16 bits. */
    public Tcp window(int window) {
        BigEndian.put16(frame, offset + WINDOW, window);
        return this;
    }

    /** 16 bits: over segment and pseudo-header, this field taken as 0. */
    public int checksum() {
        return BigEndian.u16(frame, offset + CHECKSUM);
    }

    /** Sets 16 bits. */
    public Tcp checksum(int checksum) {
        BigEndian.put16(frame, offset + CHECKSUM, checksum);
        return this;
    }

    /** What the checksum should be under the addresses of that header; changes nothing. */
    public int computeChecksum(Ipv4 ip) {
        return InternetChecksum.of(sum(ip) + (~checksum() & 0xFFFF));
    }

    /** Sets the right checksum for all bytes up to the limit. */
    public Tcp writeChecksum(Ipv4 ip) {
        return checksum(computeChecksum(ip));
    }

    /** Whether segment and pseudo-header add up to sixteen ones (RFC 9293 section 3.1, MUST-3). */
    public boolean isChecksumRight(Ipv4 ip) {
        return InternetChecksum.isRight(sum(ip));
    }

    private long sum(Ipv4 ip) {
        int bytes = limit - offset;
        return InternetChecksum.pseudoHeaderSum(ip.source(), ip.destination(), Ipv4.PROTOCOL_TCP, bytes)
                + InternetChecksum.sum(frame, offset, bytes);
    }

    /** 16 bits; counted from the sequence number. */
    public int urgentPointer() {
        return BigEndian.u16(frame, offset + URGENT_POINTER);
    }

    /** Sets 16 bits. */
    public Tcp urgentPointer(int pointer) {
        BigEndian.put16(frame, offset + URGENT_POINTER, pointer);
        return this;
    }

    /** SEG.LEN: the payload and one for each of SYN and FIN (RFC 9293 section 3.3.1). */
    public int segmentLength() {
        return payloadLengthBytes() + (flags() & FIN) + (flags() >>> 1 & 1);
    }
}
