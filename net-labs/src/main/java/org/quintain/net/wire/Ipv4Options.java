package org.quintain.net.wire;

/**
 * The options of an IPv4 header (RFC 791 section 3.1, Options).
 *
 * <p>Read them with {@link #wrap} and {@link #next}, and after the last look at {@code flaw()}. Write them with
 * {@link #begin}, one method an option, and {@link #end}, which sets the header's length.
 */
public final class Ipv4Options extends Options {
    /** Type of the end of the list, one byte (RFC 791 section 3.1). */
    public static final int TYPE_END = END;
    /** Type of no operation, one byte (RFC 791 section 3.1). */
    public static final int TYPE_NO_OPERATION = NO_OPERATION;
    /** Type of record route (RFC 791 section 3.1, Record Route). */
    public static final int TYPE_RECORD_ROUTE = 7;
    /** Type of the Internet timestamp (RFC 791 section 3.1, Internet Timestamp). */
    public static final int TYPE_TIMESTAMP = 68;
    /** Type of the loose source route (RFC 791 section 3.1); packets with it are best dropped (RFC 7126 section 4.3). */
    public static final int TYPE_LOOSE_SOURCE_ROUTE = 131;
    /** Type of the strict source route (RFC 791 section 3.1); packets with it are best dropped (RFC 7126 section 4.4). */
    public static final int TYPE_STRICT_SOURCE_ROUTE = 137;
    /** Type of the router alert (RFC 2113 section 2.1). */
    public static final int TYPE_ROUTER_ALERT = 148;

    /** A cursor on nothing. */
    public Ipv4Options() {
        super(Flaw.IPV4_OPTION_LENGTH, Flaw.IPV4_OPTION_BEYOND_HEADER);
    }

    /** Goes before the first option of a header that was accepted. */
    public Ipv4Options wrap(Ipv4 ip) {
        set(ip);
        return this;
    }

    /** Starts to write behind the fixed part of a header; the room up to its limit is used. */
    public Ipv4Options begin(Ipv4 ip) {
        beginAt(ip);
        return this;
    }

    /** Writes one byte that does nothing. */
    public Ipv4Options noOperation() {
        frame[take(1)] = NO_OPERATION;
        return this;
    }

    /**
     * Writes an option of the second format.
     *
     * @param type 8 bits: copied flag, class and number
     * @param data 0 to 38 bytes
     */
    public Ipv4Options option(int type, byte... data) {
        int from = take(2 + data.length);
        BigEndian.put8(frame, from, type);
        BigEndian.put8(frame, from + 1, 2 + data.length);
        System.arraycopy(data, 0, frame, from + 2, data.length);
        return this;
    }

    /** Pads to a whole word and sets the header's length; set source and others before or after, as you like. */
    public Ipv4 end(Ipv4 ip) {
        return ip.headerWords(finish(ip));
    }
}
