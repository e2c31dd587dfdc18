package org.quintain.net.wire;

/**
 * An ARP packet for IPv4 over Ethernet (RFC 826, Packet format).
 *
 * <pre>{@code
 *  0               1               2               3
 *  0 1 2 3 4 5 6 7 0 1 2 3 4 5 6 7 0 1 2 3 4 5 6 7 0 1 2 3 4 5 6 7
 * +-------------------------------+-------------------------------+
 * |        hardware type 1        |      protocol type 0x0800     |   0
 * +---------------+---------------+-------------------------------+
 * | hw length 6   | prot length 4 |           operation           |   4
 * +---------------+---------------+-------------------------------+
 * |                 sender hardware address, 0 to 3               |   8
 * +-------------------------------+-------------------------------+
 * |      sender hardware, 4, 5    |    sender protocol, 0, 1      |  12
 * +-------------------------------+-------------------------------+
 * |      sender protocol, 2, 3    |    target hardware, 0, 1      |  16
 * +-------------------------------+-------------------------------+
 * |                 target hardware address, 2 to 5               |  20
 * +---------------------------------------------------------------+
 * |                    target protocol address                    |  24
 * +---------------------------------------------------------------+
 * }</pre>
 */
public final class Arp extends Header {
    /** With addresses of 6 and 4 bytes (RFC 826, Packet format). */
    public static final int LENGTH_BYTES = 28;
    /** Hardware type of Ethernet, ar$hrd (RFC 826, Definitions; RFC 5494). */
    public static final int HARDWARE_ETHERNET = 1;
    /** Who has the target's address? ares_op$REQUEST (RFC 826, Definitions). */
    public static final int REQUEST = 1;
    /** I have, as the sender's addresses say: ares_op$REPLY (RFC 826, Definitions). */
    public static final int REPLY = 2;

    private static final int HARDWARE_TYPE = 0;
    private static final int PROTOCOL_TYPE = 2;
    private static final int HARDWARE_LENGTH = 4;
    private static final int PROTOCOL_LENGTH = 5;
    private static final int OPERATION = 6;
    private static final int SENDER_MAC = 8;
    private static final int SENDER = 14;
    private static final int TARGET_MAC = 18;
    private static final int TARGET = 24;

    /** A window on nothing. */
    public Arp() {}

    @Override
    public Flaw wrap(byte[] newFrame, int newOffset, int newLimit) {
        set(newFrame, newOffset, newLimit);
        if (newLimit - newOffset < LENGTH_BYTES) {
            return Flaw.ARP_TRUNCATED;
        }
        limit = newOffset + LENGTH_BYTES;
        if (hardwareType() != HARDWARE_ETHERNET) {
            return Flaw.ARP_HARDWARE_TYPE;
        }
        if (protocolType() != Ethernet.TYPE_IPV4) {
            return Flaw.ARP_PROTOCOL_TYPE;
        }
        if (hardwareLengthBytes() != MacAddress.LENGTH_BYTES) {
            return Flaw.ARP_HARDWARE_LENGTH;
        }
        return protocolLengthBytes() == Ipv4Address.LENGTH_BYTES ? Flaw.NONE : Flaw.ARP_PROTOCOL_LENGTH;
    }

    /** Sets the window without judging. */
    public Arp place(byte[] newFrame, int newOffset, int newLimit) {
        set(newFrame, newOffset, newLimit);
        return this;
    }

    /** Writes a request of nobody for nobody. */
    public Arp begin(byte[] newFrame, int newOffset) {
        set(newFrame, newOffset, newFrame.length);
        BigEndian.put16(frame, offset + HARDWARE_TYPE, HARDWARE_ETHERNET);
        BigEndian.put16(frame, offset + PROTOCOL_TYPE, Ethernet.TYPE_IPV4);
        BigEndian.put8(frame, offset + HARDWARE_LENGTH, MacAddress.LENGTH_BYTES);
        BigEndian.put8(frame, offset + PROTOCOL_LENGTH, Ipv4Address.LENGTH_BYTES);
        limit = newOffset + LENGTH_BYTES;
        return operation(REQUEST)
                .senderMac(MacAddress.NONE)
                .sender(Ipv4Address.ANY)
                .targetMac(MacAddress.NONE)
                .target(Ipv4Address.ANY);
    }

    @Override
    public int lengthBytes() {
        return LENGTH_BYTES;
    }

    /** ar$hrd, 16 bits: {@link #HARDWARE_ETHERNET} after an accepted {@code wrap}. */
    public int hardwareType() {
        return BigEndian.u16(frame, offset + HARDWARE_TYPE);
    }

    /** ar$pro, 16 bits: {@link Ethernet#TYPE_IPV4} after an accepted {@code wrap}. */
    public int protocolType() {
        return BigEndian.u16(frame, offset + PROTOCOL_TYPE);
    }

    /** ar$hln, 8 bits: 6 after an accepted {@code wrap}. */
    public int hardwareLengthBytes() {
        return BigEndian.u8(frame, offset + HARDWARE_LENGTH);
    }

    /** ar$pln, 8 bits: 4 after an accepted {@code wrap}. */
    public int protocolLengthBytes() {
        return BigEndian.u8(frame, offset + PROTOCOL_LENGTH);
    }

    /** ar$op, 16 bits: {@link #REQUEST}, {@link #REPLY} or what somebody made up. */
    public int operation() {
        return BigEndian.u16(frame, offset + OPERATION);
    }

    /** Sets 16 bits. */
    public Arp operation(int operation) {
        BigEndian.put16(frame, offset + OPERATION, operation);
        return this;
    }

    /** ar$sha, 48 bits. */
    public long senderMac() {
        return BigEndian.u48(frame, offset + SENDER_MAC);
    }

    /** Sets the low 48 bits. */
    public Arp senderMac(long mac) {
        BigEndian.put48(frame, offset + SENDER_MAC, mac);
        return this;
    }

    /** ar$spa, an IPv4 address. */
    public int sender() {
        return BigEndian.s32(frame, offset + SENDER);
    }

    /** Sets an IPv4 address. */
    public Arp sender(int address) {
        BigEndian.put32(frame, offset + SENDER, address);
        return this;
    }

    /** ar$tha, 48 bits; without meaning in a request. */
    public long targetMac() {
        return BigEndian.u48(frame, offset + TARGET_MAC);
    }

    /** Sets the low 48 bits. */
    public Arp targetMac(long mac) {
        BigEndian.put48(frame, offset + TARGET_MAC, mac);
        return this;
    }

    /** ar$tpa, an IPv4 address. */
    public int target() {
        return BigEndian.s32(frame, offset + TARGET);
    }

    /** Sets an IPv4 address. */
    public Arp target(int address) {
        BigEndian.put32(frame, offset + TARGET, address);
        return this;
    }

    /** Whether sender and target are one address: an announcement or a gratuitous ARP (RFC 5227 section 1.2). */
    public boolean isGratuitous() {
        return sender() == target();
    }
}
