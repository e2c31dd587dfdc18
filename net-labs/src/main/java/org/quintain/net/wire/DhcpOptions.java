package org.quintain.net.wire;

import java.util.Arrays;

/**
 * The options of a DHCP message: a code, a length without those two bytes, and data (RFC 2132 section 2). If the sender
 * has overloaded them with option 52, the fields {@code file} and then {@code sname} hold more (RFC 2131 section 4.1; RFC
 * 3396 section 5).
 *
 * <pre>{@code
 * options.wrap(dhcp);
 * while (options.next()) {
 *     if (options.isCode(DhcpOptions.MESSAGE_TYPE)) { ... options.number8() ... }
 * }
 * if (options.flaw() != Flaw.NONE) { ... } // what was read before the flaw stays read
 * }</pre>
 *
 * <p>{@link DhcpOptionsWriter} writes them. Reading allocates nothing. An option of more than 255 bytes comes as several of one code, in their order (RFC 3396
 * section 4): {@link #joined} puts them together.
 */
public final class DhcpOptions {
    /** One byte of padding, without length (RFC 2132 section 3.1). */
    public static final int PAD = 0;
    /** Subnet mask, 4 bytes (RFC 2132 section 3.3). */
    public static final int SUBNET_MASK = 1;
    /** Routers, 4 bytes each, the preferred first (RFC 2132 section 3.5). */
    public static final int ROUTER = 3;
    /** DNS servers, 4 bytes each, the preferred first (RFC 2132 section 3.8). */
    public static final int DNS_SERVER = 6;
    /** The client's name, text (RFC 2132 section 3.14). */
    public static final int HOST_NAME = 12;
    /** The domain in which names are looked up, text (RFC 2132 section 3.17). */
    public static final int DOMAIN_NAME = 15;
    /** The address that a client wants, 4 bytes (RFC 2132 section 9.1). */
    public static final int REQUESTED_ADDRESS = 50;
    /** How long the address is lent, in seconds, 4 bytes (RFC 2132 section 9.2). */
    public static final int LEASE_SECONDS = 51;
    /** Which other fields hold options, one byte: 1 file, 2 sname, 3 both (RFC 2132 section 9.3). */
    public static final int OVERLOAD = 52;
    /** Message type, one byte (RFC 2132 section 9.6). */
    public static final int MESSAGE_TYPE = 53;
    /** Which server is meant or speaks, an address of 4 bytes (RFC 2132 section 9.7). */
    public static final int SERVER_IDENTIFIER = 54;
    /** Codes of the options that a client wants to be told (RFC 2132 section 9.8). */
    public static final int PARAMETER_REQUEST_LIST = 55;
    /** What went wrong, text (RFC 2132 section 9.9). */
    public static final int MESSAGE = 56;
    /** T1: when to ask for more time, in seconds, 4 bytes (RFC 2132 section 9.11). */
    public static final int RENEWAL_SECONDS = 58;
    /** T2: when to ask any server, in seconds, 4 bytes (RFC 2132 section 9.12). */
    public static final int REBINDING_SECONDS = 59;
    /** By which a server knows a client, a type and at least one byte more (RFC 2132 section 9.14). */
    public static final int CLIENT_IDENTIFIER = 61;
    /** Ends the options of a field, without length (RFC 2132 section 3.2). */
    public static final int END = 255;

    /** Message type: a client looks for servers (RFC 2132 section 9.6). */
    public static final int DISCOVER = 1;
    /** Message type: a server offers an address (RFC 2132 section 9.6). */
    public static final int OFFER = 2;
    /** Message type: a client takes an offer, or asks for more time (RFC 2132 section 9.6). */
    public static final int REQUEST = 3;
    /** Message type: a client found the address in use (RFC 2132 section 9.6). */
    public static final int DECLINE = 4;
    /** Message type: a server gives the address (RFC 2132 section 9.6). */
    public static final int ACK = 5;
    /** Message type: a server does not (RFC 2132 section 9.6). */
    public static final int NAK = 6;
    /** Message type: a client gives the address back (RFC 2132 section 9.6). */
    public static final int RELEASE = 7;
    /** Message type: a client wants to know the rest only (RFC 2132 section 9.6). */
    public static final int INFORM = 8;

    /** Options at most so long; longer ones are split (RFC 3396 section 4). */
    public static final int MAX_DATA_BYTES = 255;

    private static final int FILE_OVERLOADED = 1;
    private static final int SERVER_NAME_OVERLOADED = 2;

    private byte[] frame = {};
    private int message;
    private int following;
    private int fieldEnd;
    private int dataAt;
    private int code = PAD;
    private int lengthBytes;
    /** Bits of option 52 for the fields that are still to be read. */
    private int overload;

    private boolean isInOptions;
    private Flaw flaw = Flaw.NONE;

    /** A cursor on nothing. */
    public DhcpOptions() {}

    /** Goes before the first option of a message that was accepted. */
    public DhcpOptions wrap(Dhcpv4 dhcp) {
        frame = dhcp.array();
        message = dhcp.offset();
        following = dhcp.payloadOffset();
        fieldEnd = dhcp.limit();
        overload = 0;
        isInOptions = true;
        flaw = Flaw.NONE;
        code = PAD;
        lengthBytes = 0;
        return this;
    }

    /**
     * Goes to the next option; padding is passed over.
     *
     * @return whether there is one; false behind the last field's end, and at a flaw
     */
    public boolean next() {
        do {
            while (following < fieldEnd) {
                code = BigEndian.u8(frame, following++);
                if (code == END) {
                    break;
                }
                if (code != PAD) {
                    return read();
                }
            }
        } while (nextField());
        code = END;
        dataAt = following;
        lengthBytes = 0;
        return false;
    }

    private boolean read() {
        if (following == fieldEnd || BigEndian.u8(frame, following) > fieldEnd - following - 1) {
            return stop(Flaw.DHCPV4_OPTION_BEYOND_FIELD);
        }
        lengthBytes = BigEndian.u8(frame, following);
        dataAt = following + 1;
        following = dataAt + lengthBytes;
        if (code == OVERLOAD && isInOptions) {
            overload = lengthBytes == 1 ? BigEndian.u8(frame, dataAt) : 0;
            if (overload < FILE_OVERLOADED || overload > (FILE_OVERLOADED | SERVER_NAME_OVERLOADED)) {
                return stop(Flaw.DHCPV4_OVERLOAD);
            }
        }
        return true;
    }

    private boolean nextField() {
        isInOptions = false;
        if ((overload & FILE_OVERLOADED) != 0) {
            overload &= ~FILE_OVERLOADED;
            return field(Dhcpv4.FILE, Dhcpv4.FILE_BYTES);
        }
        if ((overload & SERVER_NAME_OVERLOADED) != 0) {
            overload &= ~SERVER_NAME_OVERLOADED;
            return field(Dhcpv4.SERVER_NAME, Dhcpv4.SERVER_NAME_BYTES);
        }
        return false;
    }

    private boolean field(int at, int bytes) {
        following = message + at;
        fieldEnd = following + bytes;
        return true;
    }

    private boolean stop(Flaw why) {
        flaw = why;
        code = END;
        lengthBytes = 0;
        overload = 0;
        fieldEnd = following;
        return false;
    }

    /** Why the options ended before their end, or {@link Flaw#NONE}. */
    public Flaw flaw() {
        return flaw;
    }

    /** The option's first byte, 1 to 254; {@link #END} behind the last. */
    public int code() {
        return code;
    }

    /** Whether the option has this code, and as many bytes as its RFC wants: its getters may be used. */
    public boolean isCode(int wanted) {
        if (code != wanted) {
            return false;
        }
        return switch (wanted) {
            case OVERLOAD, MESSAGE_TYPE -> lengthBytes == 1;
            case SUBNET_MASK, REQUESTED_ADDRESS, LEASE_SECONDS, SERVER_IDENTIFIER, RENEWAL_SECONDS, REBINDING_SECONDS ->
                lengthBytes == 4;
            case ROUTER, DNS_SERVER -> lengthBytes >= 4 && lengthBytes % 4 == 0;
            default -> true;
        };
    }

    /** Index of the data's first byte in the frame. */
    public int dataOffset() {
        return dataAt;
    }

    /** 0 to 255. */
    public int dataLengthBytes() {
        return lengthBytes;
    }

    /** Data of one byte: a message type. */
    public int number8() {
        return BigEndian.u8(frame, dataAt);
    }

    /** Data of four bytes: seconds. */
    public long number32() {
        return BigEndian.u32(frame, dataAt);
    }

    /** Data of four bytes, or the first four: an address. */
    public int address() {
        return BigEndian.s32(frame, dataAt);
    }

    /** Data of {@link #dataLengthBytes}: text, a character for a byte. */
    public String text() {
        StringBuilder text = new StringBuilder(lengthBytes);
        for (int i = 0; i < lengthBytes; i++) {
            text.append((char) BigEndian.u8(frame, dataAt + i));
        }
        return text.toString();
    }

    /**
     * The data of all options of one code in a message, one behind the other (RFC 3396 section 5).
     *
     * @return empty if there is none; what stands behind a flaw is left out
     */
    public static byte[] joined(Dhcpv4 dhcp, int code) {
        byte[] data = {};
        DhcpOptions options = new DhcpOptions().wrap(dhcp);
        while (options.next()) {
            if (options.code == code) {
                int from = data.length;
                data = Arrays.copyOf(data, from + options.lengthBytes);
                System.arraycopy(options.frame, options.dataAt, data, from, options.lengthBytes);
            }
        }
        return data;
    }
}
