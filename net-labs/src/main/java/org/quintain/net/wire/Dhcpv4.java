package org.quintain.net.wire;

import java.util.Arrays;

/**
 * A DHCP message without its options (RFC 2131 section 2, figure 1).
 *
 * <pre>{@code
 *  0               1               2               3
 * +---------------+---------------+---------------+---------------+
 * |      op       |     htype     |     hlen      |     hops      |   0
 * +---------------+---------------+---------------+---------------+
 * |                              xid                              |   4
 * +-------------------------------+-------------------------------+
 * |             secs              |             flags             |   8
 * +-------------------------------+-------------------------------+
 * |                  ciaddr: the client's address                 |  12
 * +---------------------------------------------------------------+
 * |                  yiaddr: "your" address                       |  16
 * +---------------------------------------------------------------+
 * |                  siaddr: the next server's address            |  20
 * +---------------------------------------------------------------+
 * |                  giaddr: the relay agent's address            |  24
 * +---------------------------------------------------------------+
 * |                  chaddr: hardware address, 16 bytes           |  28
 * +---------------------------------------------------------------+
 * |                  sname: server's name, 64 bytes               |  44
 * +---------------------------------------------------------------+
 * |                  file: boot file, 128 bytes                   | 108
 * +---------------+---------------+---------------+---------------+
 * |      99       |      130      |      83       |      99       | 236
 * +---------------+---------------+---------------+---------------+
 * |                  options: see DhcpOptions                     | 240
 * +---------------------------------------------------------------+
 * }</pre>
 */
public final class Dhcpv4 extends Header {
    /** Fixed fields and magic cookie (RFC 2131 sections 2 and 3). */
    public static final int LENGTH_BYTES = 240;
    /** A message is at least as long: BOOTP's 64 bytes of vendor field (RFC 1542 section 2.1). */
    public static final int MIN_MESSAGE_BYTES = 300;
    /** Where servers listen (RFC 2131 section 4.1). */
    public static final int SERVER_PORT = 67;
    /** Where clients listen (RFC 2131 section 4.1). */
    public static final int CLIENT_PORT = 68;
    /** From a client (RFC 2131 section 2, op). */
    public static final int BOOT_REQUEST = 1;
    /** From a server (RFC 2131 section 2, op). */
    public static final int BOOT_REPLY = 2;
    /** Hardware type of an Ethernet (RFC 2131 section 2, htype: as in ARP). */
    public static final int HARDWARE_ETHERNET = 1;
    /** The four bytes in front of the options: 99, 130, 83, 99 (RFC 2131 section 3). */
    public static final int MAGIC_COOKIE = 0x6382_5363;

    static final int SERVER_NAME = 44;
    static final int SERVER_NAME_BYTES = 64;
    static final int FILE = 108;
    static final int FILE_BYTES = 128;

    private static final int OPERATION = 0;
    private static final int HARDWARE_TYPE = 1;
    private static final int HARDWARE_LENGTH = 2;
    private static final int HOPS = 3;
    private static final int TRANSACTION_ID = 4;
    private static final int SECONDS = 8;
    private static final int FLAGS = 10;
    private static final int CLIENT_ADDRESS = 12;
    private static final int YOUR_ADDRESS = 16;
    private static final int NEXT_SERVER_ADDRESS = 20;
    private static final int RELAY_ADDRESS = 24;
    private static final int CLIENT_HARDWARE = 28;
    private static final int CLIENT_HARDWARE_BYTES = 16;
    private static final int COOKIE = 236;
    private static final int BROADCAST = 0x8000;

    /** A window on nothing. */
    public Dhcpv4() {}

    @Override
    public Flaw wrap(byte[] newFrame, int newOffset, int newLimit) {
        set(newFrame, newOffset, newLimit);
        if (newLimit - newOffset < LENGTH_BYTES) {
            return Flaw.DHCPV4_TRUNCATED;
        }
        if (operation() != BOOT_REQUEST && operation() != BOOT_REPLY) {
            return Flaw.DHCPV4_OPERATION;
        }
        if (hardwareLengthBytes() > CLIENT_HARDWARE_BYTES) {
            return Flaw.DHCPV4_HARDWARE_LENGTH;
        }
        return BigEndian.s32(frame, offset + COOKIE) == MAGIC_COOKIE ? Flaw.NONE : Flaw.DHCPV4_MAGIC_COOKIE;
    }

    /** Sets the window without judging. */
    public Dhcpv4 place(byte[] newFrame, int newOffset, int newLimit) {
        set(newFrame, newOffset, newLimit);
        return this;
    }

    /** Writes a request from an Ethernet, everything else 0, in front of options up to the frame's end. */
    public Dhcpv4 begin(byte[] newFrame, int newOffset) {
        set(newFrame, newOffset, newFrame.length);
        Arrays.fill(frame, offset, offset + COOKIE, (byte) 0);
        BigEndian.put32(frame, offset + COOKIE, MAGIC_COOKIE);
        return operation(BOOT_REQUEST).hardwareType(HARDWARE_ETHERNET).hardwareLengthBytes(6);
    }

    @Override
    public int lengthBytes() {
        return LENGTH_BYTES;
    }

    /** op: {@link #BOOT_REQUEST} or {@link #BOOT_REPLY}, 8 bits. */
    public int operation() {
        return BigEndian.u8(frame, offset + OPERATION);
    }

    /** Sets 8 bits. */
    public Dhcpv4 operation(int operation) {
        BigEndian.put8(frame, offset + OPERATION, operation);
        return this;
    }

    /** htype, 8 bits. */
    public int hardwareType() {
        return BigEndian.u8(frame, offset + HARDWARE_TYPE);
    }

    /** Sets 8 bits. */
    public Dhcpv4 hardwareType(int type) {
        BigEndian.put8(frame, offset + HARDWARE_TYPE, type);
        return this;
    }

    /** hlen, 8 bits; 6 on an Ethernet. */
    public int hardwareLengthBytes() {
        return BigEndian.u8(frame, offset + HARDWARE_LENGTH);
    }

    /** Sets 8 bits. */
    public Dhcpv4 hardwareLengthBytes(int lengthBytes) {
        BigEndian.put8(frame, offset + HARDWARE_LENGTH, lengthBytes);
        return this;
    }

    /** hops: how many relay agents passed it on, 8 bits. */
    public int hops() {
        return BigEndian.u8(frame, offset + HOPS);
    }

    /** Sets 8 bits. */
    public Dhcpv4 hops(int hops) {
        BigEndian.put8(frame, offset + HOPS, hops);
        return this;
    }

    /** xid: by it the client knows its answers, 32 bits. */
    public int transactionId() {
        return BigEndian.s32(frame, offset + TRANSACTION_ID);
    }

    /** Sets 32 bits. */
    public Dhcpv4 transactionId(int id) {
        BigEndian.put32(frame, offset + TRANSACTION_ID, id);
        return this;
    }

    /** secs: how long the client has been trying, 16 bits. */
    public int elapsedSeconds() {
        return BigEndian.u16(frame, offset + SECONDS);
    }

    /** Sets 16 bits. */
    public Dhcpv4 elapsedSeconds(int seconds) {
        BigEndian.put16(frame, offset + SECONDS, seconds);
        return this;
    }

    /** flags, 16 bits: the highest is BROADCAST, the others are 0 (RFC 2131 section 2, figure 2). */
    public int flags() {
        return BigEndian.u16(frame, offset + FLAGS);
    }

    /** Sets 16 bits. */
    public Dhcpv4 flags(int flags) {
        BigEndian.put16(frame, offset + FLAGS, flags);
        return this;
    }

    /** BROADCAST: answers must be sent to all, because the client has no address yet (RFC 2131 section 4.1). */
    public boolean isBroadcast() {
        return (flags() & BROADCAST) != 0;
    }

    /** Sets BROADCAST. */
    public Dhcpv4 broadcast(boolean isBroadcast) {
        return flags(isBroadcast ? flags() | BROADCAST : flags() & ~BROADCAST);
    }

    /** ciaddr: the address that the client has and may use; 0 for none. */
    public int clientAddress() {
        return BigEndian.s32(frame, offset + CLIENT_ADDRESS);
    }

    /** Sets 32 bits. */
    public Dhcpv4 clientAddress(int address) {
        BigEndian.put32(frame, offset + CLIENT_ADDRESS, address);
        return this;
    }

    /** yiaddr: the address that the server gives. */
    public int yourAddress() {
        return BigEndian.s32(frame, offset + YOUR_ADDRESS);
    }

    /** Sets 32 bits. */
    public Dhcpv4 yourAddress(int address) {
        BigEndian.put32(frame, offset + YOUR_ADDRESS, address);
        return this;
    }

    /** siaddr: the server from which the client boots. */
    public int nextServerAddress() {
        return BigEndian.s32(frame, offset + NEXT_SERVER_ADDRESS);
    }

    /** Sets 32 bits. */
    public Dhcpv4 nextServerAddress(int address) {
        BigEndian.put32(frame, offset + NEXT_SERVER_ADDRESS, address);
        return this;
    }

    /** giaddr: the relay agent through which the message came; 0 for none. */
    public int relayAddress() {
        return BigEndian.s32(frame, offset + RELAY_ADDRESS);
    }

    /** Sets 32 bits. */
    public Dhcpv4 relayAddress(int address) {
        BigEndian.put32(frame, offset + RELAY_ADDRESS, address);
        return this;
    }

    /** The first 6 bytes of chaddr, 48 bits: who asks, as the asker says. */
    public long clientMac() {
        return BigEndian.u48(frame, offset + CLIENT_HARDWARE);
    }

    /** Sets 48 bits; the other 10 bytes stay. */
    public Dhcpv4 clientMac(long mac) {
        BigEndian.put48(frame, offset + CLIENT_HARDWARE, mac);
        return this;
    }

    /** Index of the 64 bytes of sname in the frame; they hold options if option 52 says so. */
    public int serverNameOffset() {
        return offset + SERVER_NAME;
    }

    /** Index of the 128 bytes of file in the frame; they hold options if option 52 says so. */
    public int fileOffset() {
        return offset + FILE;
    }
}
