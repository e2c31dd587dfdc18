package org.quintain.net.wire;

/**
 * The header of an Ethernet II frame (RFC 894; IEEE 802.3 clause 3.1).
 *
 * <pre>{@code
 *  0               1               2               3
 *  0 1 2 3 4 5 6 7 0 1 2 3 4 5 6 7 0 1 2 3 4 5 6 7 0 1 2 3 4 5 6 7
 * +---------------------------------------------------------------+
 * |                     destination, bytes 0 to 3                 |   0
 * +-------------------------------+-------------------------------+
 * |   destination, bytes 4 and 5  |      source, bytes 0 and 1    |   4
 * +-------------------------------+-------------------------------+
 * |                       source, bytes 2 to 5                    |   8
 * +-------------------------------+-------------------------------+
 * |           EtherType           |  data, 46 bytes or more ...       12
 * +-------------------------------+
 * }</pre>
 *
 * <p>The frame check sequence is the card's business and never among the bytes. The payload goes to the end of the
 * frame, padding included: only the next header knows where it ends.
 */
public final class Ethernet extends Header {
    /** Destination, source, type: 6 + 6 + 2 bytes (RFC 894). */
    public static final int LENGTH_BYTES = 14;
    /** The data field has 46 bytes or more and is padded with zeros if need be (RFC 894), so a frame has 60. */
    public static final int MIN_FRAME_BYTES = LENGTH_BYTES + 46;
    /** The data field has 1,500 bytes or less (RFC 894). */
    public static final int MAX_PAYLOAD_BYTES = 1500;
    /** Smaller values of the type field are a length (IEEE 802.3 clause 3.2.6; RFC 1122 section 2.3.3). */
    public static final int MIN_TYPE = 0x0600;
    /** EtherType of IPv4 (RFC 894; RFC 9542 appendix B.1). */
    public static final int TYPE_IPV4 = 0x0800;
    /** EtherType of ARP (RFC 826; RFC 9542 appendix B.1). */
    public static final int TYPE_ARP = 0x0806;
    /** EtherType of a customer VLAN tag (IEEE 802.1Q clause 9.5; RFC 9542 appendix B.1). */
    public static final int TYPE_VLAN = 0x8100;
    /** EtherType of IPv6, which Quintain does not speak (RFC 2464 section 3). */
    public static final int TYPE_IPV6 = 0x86DD;

    private static final int DESTINATION = 0;
    private static final int SOURCE = 6;
    private static final int TYPE = 12;

    /** A window on nothing. */
    public Ethernet() {}

    @Override
    public Flaw wrap(byte[] newFrame, int newOffset, int newLimit) {
        set(newFrame, newOffset, newLimit);
        return newLimit - newOffset < LENGTH_BYTES ? Flaw.ETHERNET_TRUNCATED : Flaw.NONE;
    }

    /** Judges a whole frame. */
    public Flaw wrap(byte[] newFrame) {
        return wrap(newFrame, 0, newFrame.length);
    }

    /** Sets the window without judging. */
    public Ethernet place(byte[] newFrame, int newOffset, int newLimit) {
        set(newFrame, newOffset, newLimit);
        return this;
    }

    /** Writes a header from nobody to nobody with type IPv4. */
    public Ethernet begin(byte[] newFrame, int newOffset) {
        set(newFrame, newOffset, newFrame.length);
        BigEndian.put64(newFrame, newOffset + DESTINATION, MacAddress.NONE);
        BigEndian.put32(newFrame, newOffset + SOURCE + 2, (int) MacAddress.NONE);
        BigEndian.put16(newFrame, newOffset + TYPE, TYPE_IPV4);
        return this;
    }

    @Override
    public int lengthBytes() {
        return LENGTH_BYTES;
    }

    /** The station that the frame is for, 48 bits. */
    public long destination() {
        return BigEndian.u48(frame, offset + DESTINATION);
    }

    /** Sets the low 48 bits. */
    public Ethernet destination(long mac) {
        BigEndian.put48(frame, offset + DESTINATION, mac);
        return this;
    }

    /** The station that sends it, 48 bits. */
    public long source() {
        return BigEndian.u48(frame, offset + SOURCE);
    }

    /** Sets the low 48 bits. */
    public Ethernet source(long mac) {
        BigEndian.put48(frame, offset + SOURCE, mac);
        return this;
    }

    /** What the data field holds, 0 to 65,535; below {@link #MIN_TYPE} it is a length and the frame not Ethernet II. */
    public int type() {
        return BigEndian.u16(frame, offset + TYPE);
    }

    /** Sets 16 bits. */
    public Ethernet type(int type) {
        BigEndian.put16(frame, offset + TYPE, type);
        return this;
    }
}
