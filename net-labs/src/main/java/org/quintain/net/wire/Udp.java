package org.quintain.net.wire;

/**
 * The header of a UDP datagram (RFC 768).
 *
 * <pre>{@code
 *  0               1               2               3
 *  0 1 2 3 4 5 6 7 0 1 2 3 4 5 6 7 0 1 2 3 4 5 6 7 0 1 2 3 4 5 6 7
 * +-------------------------------+-------------------------------+
 * |          source port          |        destination port       |   0
 * +-------------------------------+-------------------------------+
 * |             length            |            checksum           |   4
 * +-------------------------------+-------------------------------+
 * }</pre>
 *
 * <p>After an accepted {@code wrap} the limit is the end of the length. A first fragment is refused as
 * {@link Flaw#UDP_LENGTH_BEYOND_PACKET}: put the packet together before.
 */
public final class Udp extends Header {
    /** Four fields of 16 bits; the least value of the length field (RFC 768, Length). */
    public static final int LENGTH_BYTES = 8;
    /** "An all zero transmitted checksum value means that the transmitter generated no checksum" (RFC 768). */
    public static final int NO_CHECKSUM = 0;
    /** Sent when a checksum computes to 0: equal to it in one's complement arithmetic (RFC 768, Checksum). */
    public static final int ZERO_CHECKSUM = 0xFFFF;

    private static final int SOURCE_PORT = 0;
    private static final int DESTINATION_PORT = 2;
    private static final int LENGTH = 4;
    private static final int CHECKSUM = 6;

    /** A window on nothing. */
    public Udp() {}

    @Override
    public Flaw wrap(byte[] newFrame, int newOffset, int newLimit) {
        set(newFrame, newOffset, newLimit);
        int left = newLimit - newOffset;
        if (left < LENGTH_BYTES) {
            return Flaw.UDP_TRUNCATED;
        }
        int datagramBytes = datagramLengthBytes();
        if (datagramBytes < LENGTH_BYTES) {
            return Flaw.UDP_LENGTH;
        }
        if (datagramBytes > left) {
            return Flaw.UDP_LENGTH_BEYOND_PACKET;
        }
        limit = newOffset + datagramBytes;
        return Flaw.NONE;
    }

    /** Sets the window without judging. */
    public Udp place(byte[] newFrame, int newOffset, int newLimit) {
        set(newFrame, newOffset, newLimit);
        return this;
    }

    /** Writes a header for a datagram up to the frame's end; see {@link #begin(byte[], int, int)}. */
    public Udp begin(byte[] newFrame, int newOffset) {
        return begin(newFrame, newOffset, newFrame.length);
    }

    /** Writes a header from port 0 to port 0, without checksum; the length goes to the limit. */
    public Udp begin(byte[] newFrame, int newOffset, int newLimit) {
        set(newFrame, newOffset, newLimit);
        BigEndian.put32(frame, offset + SOURCE_PORT, 0);
        return datagramLengthBytes(newLimit - newOffset).checksum(NO_CHECKSUM);
    }

    @Override
    public int lengthBytes() {
        return LENGTH_BYTES;
    }

    /** 16 bits; 0 if no answer is wanted (RFC 768, Source Port). */
    public int sourcePort() {
        return BigEndian.u16(frame, offset + SOURCE_PORT);
    }

    /** Sets 16 bits. */
    public Udp sourcePort(int port) {
        BigEndian.put16(frame, offset + SOURCE_PORT, port);
        return this;
    }

    /** 16 bits. */
    public int destinationPort() {
        return BigEndian.u16(frame, offset + DESTINATION_PORT);
    }

    /** Sets 16 bits. */
    public Udp destinationPort(int port) {
        BigEndian.put16(frame, offset + DESTINATION_PORT, port);
        return this;
    }

    /** The length field: header and payload in bytes, 16 bits. */
    public int datagramLengthBytes() {
        return BigEndian.u16(frame, offset + LENGTH);
    }

    /** Sets 16 bits; the limit stays, so that a length may lie. */
    public Udp datagramLengthBytes(int lengthBytes) {
        BigEndian.put16(frame, offset + LENGTH, lengthBytes);
        return this;
    }

    /** 16 bits; {@link #NO_CHECKSUM} for none. */
    public int checksum() {
        return BigEndian.u16(frame, offset + CHECKSUM);
    }

    /** Sets 16 bits. */
    public Udp checksum(int checksum) {
        BigEndian.put16(frame, offset + CHECKSUM, checksum);
        return this;
    }

    /** Whether the sender made a checksum. */
    public boolean hasChecksum() {
        return checksum() != NO_CHECKSUM;
    }

    /** What the checksum should be under the addresses of that header, never 0; changes nothing. */
    public int computeChecksum(Ipv4 ip) {
        int checksum = InternetChecksum.of(sum(ip) + (~checksum() & 0xFFFF));
        return checksum == NO_CHECKSUM ? ZERO_CHECKSUM : checksum;
    }

    /** Sets the right checksum for all bytes up to the limit. */
    public Udp writeChecksum(Ipv4 ip) {
        return checksum(computeChecksum(ip));
    }

    /** Whether datagram and pseudo-header add up to sixteen ones, or there is no checksum (RFC 1122 section 4.1.3.4). */
    public boolean isChecksumRight(Ipv4 ip) {
        return !hasChecksum() || InternetChecksum.isRight(sum(ip));
    }

    private long sum(Ipv4 ip) {
        int bytes = limit - offset;
        return InternetChecksum.pseudoHeaderSum(ip.source(), ip.destination(), Ipv4.PROTOCOL_UDP, bytes)
                + InternetChecksum.sum(frame, offset, bytes);
    }
}
