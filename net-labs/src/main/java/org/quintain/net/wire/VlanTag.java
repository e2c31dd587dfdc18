package org.quintain.net.wire;

/**
 * The tag of a virtual LAN, as the payload of an Ethernet header of {@link Ethernet#TYPE_VLAN} (IEEE 802.1Q clause 9.6).
 *
 * <pre>{@code
 *  0               1               2               3
 *  0 1 2 3 4 5 6 7 0 1 2 3 4 5 6 7 0 1 2 3 4 5 6 7 0 1 2 3 4 5 6 7
 * +-----+-+-----------------------+-------------------------------+
 * | PCP |D|    VLAN identifier    |           EtherType           |   0
 * +-----+-+-----------------------+-------------------------------+
 * }</pre>
 */
public final class VlanTag extends Header {
    /** Tag control information and the type of what follows: 2 + 2 bytes (IEEE 802.1Q clause 9.6). */
    public static final int LENGTH_BYTES = 4;
    /** "Priority-tagged": the frame belongs to no VLAN (IEEE 802.1Q table 9-2). */
    public static final int IDENTIFIER_NONE = 0;
    /** Reserved, never on a wire (IEEE 802.1Q table 9-2). */
    public static final int IDENTIFIER_RESERVED = 0xFFF;

    private static final int CONTROL = 0;
    private static final int TYPE = 2;
    private static final int DROP_ELIGIBLE = 0x1000;

    /** A window on nothing. */
    public VlanTag() {}

    @Override
    public Flaw wrap(byte[] newFrame, int newOffset, int newLimit) {
        set(newFrame, newOffset, newLimit);
        return newLimit - newOffset < LENGTH_BYTES ? Flaw.VLAN_TRUNCATED : Flaw.NONE;
    }

    /** Sets the window without judging. */
    public VlanTag place(byte[] newFrame, int newOffset, int newLimit) {
        set(newFrame, newOffset, newLimit);
        return this;
    }

    /** Writes a tag of no VLAN, priority 0, with type IPv4 behind it. */
    public VlanTag begin(byte[] newFrame, int newOffset) {
        set(newFrame, newOffset, newFrame.length);
        BigEndian.put16(frame, offset + CONTROL, 0);
        return type(Ethernet.TYPE_IPV4);
    }

    @Override
    public int lengthBytes() {
        return LENGTH_BYTES;
    }

    /** Priority code point, 0 to 7. */
    public int priority() {
        return BigEndian.u8(frame, offset + CONTROL) >>> 5;
    }

    /** Sets 3 bits. */
    public VlanTag priority(int priority) {
        return control(control() & 0x1FFF | priority << 13);
    }

    /** Drop eligible indicator. */
    public boolean isDropEligible() {
        return (control() & DROP_ELIGIBLE) != 0;
    }

    /** Sets one bit. */
    public VlanTag dropEligible(boolean isEligible) {
        return control(control() & ~DROP_ELIGIBLE | (isEligible ? DROP_ELIGIBLE : 0));
    }

    /** VLAN identifier, 0 to 4,095. */
    public int identifier() {
        return control() & 0xFFF;
    }

    /** Sets 12 bits. */
    public VlanTag identifier(int identifier) {
        return control(control() & 0xF000 | identifier & 0xFFF);
    }

    private int control() {
        return BigEndian.u16(frame, offset + CONTROL);
    }

    private VlanTag control(int bits) {
        BigEndian.put16(frame, offset + CONTROL, bits);
        return this;
    }

    /** EtherType of what follows the tag, 0 to 65,535. */
    public int type() {
        return BigEndian.u16(frame, offset + TYPE);
    }

    /** Sets 16 bits. */
    public VlanTag type(int type) {
        BigEndian.put16(frame, offset + TYPE, type);
        return this;
    }
}
