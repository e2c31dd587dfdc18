package org.quintain.net.wire;

import java.nio.charset.StandardCharsets;

/**
 * Writes the options of a DHCP message behind its magic cookie (RFC 2132 section 2).
 *
 * <pre>{@code
 * Dhcpv4 dhcp = new Dhcpv4().begin(new byte[400], 0).transactionId(xid).clientMac(mac);
 * int length = new DhcpOptionsWriter(dhcp)
 *         .number8(DhcpOptions.MESSAGE_TYPE, DhcpOptions.DISCOVER)
 *         .end();
 * }</pre>
 */
public final class DhcpOptionsWriter {
    private final Dhcpv4 dhcp;
    private int at;

    /** Begins behind the magic cookie; options have room up to the message's limit. */
    public DhcpOptionsWriter(Dhcpv4 dhcp) {
        this.dhcp = dhcp;
        this.at = dhcp.payloadOffset();
    }

    /** One byte: a message type. */
    public DhcpOptionsWriter number8(int code, int number) {
        BigEndian.put8(dhcp.array(), open(code, 1), number);
        return this;
    }

    /** Four bytes: seconds. */
    public DhcpOptionsWriter number32(int code, long number) {
        BigEndian.put32(dhcp.array(), open(code, 4), (int) number);
        return this;
    }

    /** Four bytes an address, at most 63 of them. */
    public DhcpOptionsWriter addresses(int code, int... addresses) {
        int data = open(code, 4 * addresses.length);
        for (int i = 0; i < addresses.length; i++) {
            BigEndian.put32(dhcp.array(), data + 4 * i, addresses[i]);
        }
        return this;
    }

    /** Text of ASCII or Latin-1. */
    public DhcpOptionsWriter text(int code, String text) {
        return data(code, text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Any bytes; more than 255 become several options of this code (RFC 3396 section 4). */
    public DhcpOptionsWriter data(int code, byte... data) {
        int from = 0;
        do {
            int length = Math.min(DhcpOptions.MAX_DATA_BYTES, data.length - from);
            System.arraycopy(data, from, dhcp.array(), open(code, length), length);
            from += length;
        } while (from < data.length);
        return this;
    }

    private int open(int code, int lengthBytes) {
        if (lengthBytes > DhcpOptions.MAX_DATA_BYTES || code <= DhcpOptions.PAD || code >= DhcpOptions.END) {
            throw new IllegalArgumentException("a code of 1 to 254 and at most 255 bytes of data wanted: code=" + code
                    + ", lengthBytes=" + lengthBytes);
        }
        int option = take(2 + lengthBytes);
        BigEndian.put8(dhcp.array(), option, code);
        BigEndian.put8(dhcp.array(), option + 1, lengthBytes);
        return option + 2;
    }

    private int take(int bytes) {
        if (bytes > dhcp.limit() - at) {
            throw new IllegalArgumentException(
                    "options before the limit wanted: left=" + (dhcp.limit() - at) + ", option=" + bytes);
        }
        int from = at;
        at += bytes;
        return from;
    }

    /**
     * Ends the options, and pads the message to {@link Dhcpv4#MIN_MESSAGE_BYTES} if there is room.
     *
     * @return the message's length in bytes
     */
    public int end() {
        BigEndian.put8(dhcp.array(), take(1), DhcpOptions.END);
        int wanted = Math.min(dhcp.offset() + Dhcpv4.MIN_MESSAGE_BYTES, dhcp.limit());
        while (at < wanted) {
            dhcp.array()[at++] = DhcpOptions.PAD;
        }
        return at - dhcp.offset();
    }
}
