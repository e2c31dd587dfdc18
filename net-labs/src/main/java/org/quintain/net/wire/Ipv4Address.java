package org.quintain.net.wire;

/** Addresses of hosts: 32 bits in an {@code int}, which may be negative (RFC 791 section 3.2, Addressing). */
public final class Ipv4Address {
    /** In each header: 4 bytes (RFC 791 section 3.1). */
    public static final int LENGTH_BYTES = 4;
    /** This host on this network, before it has an address: 0.0.0.0 (RFC 1122 section 3.2.1.3 (a)). */
    public static final int ANY = 0;
    /** All hosts on this link: 255.255.255.255 (RFC 1122 section 3.2.1.3 (c)). */
    public static final int BROADCAST = -1;

    private static final int PARTS = 4;

    private Ipv4Address() {}

    /**
     * Reads {@code 192.0.2.1}: four decimal numbers of ASCII digits, without leading zeros, which some would read as
     * octal (RFC 6943 section 3.1.1).
     *
     * @throws IllegalArgumentException if {@link #check} finds a flaw
     */
    public static int of(CharSequence text) {
        Flaw flaw = check(text);
        if (flaw != Flaw.NONE) {
            throw new IllegalArgumentException(
                    "four numbers of 0 to 255 between dots wanted: address=" + text + ", flaw=" + flaw);
        }
        int bits = 0;
        int part = 0;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '.') {
                bits = bits << 8 | part;
                part = 0;
            } else {
                part = 10 * part + text.charAt(i) - '0';
            }
        }
        return bits << 8 | part;
    }

    /** What {@link #of} would refuse, or {@link Flaw#NONE}. */
    public static Flaw check(CharSequence text) {
        int parts = 1;
        int from = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || text.charAt(i) == '.') {
                if (!isNumber(text, from, i)) {
                    return Flaw.IPV4_ADDRESS_NUMBER;
                }
                from = i + 1;
                parts += i == text.length() ? 0 : 1;
            }
        }
        return parts == PARTS ? Flaw.NONE : Flaw.IPV4_ADDRESS_PARTS;
    }

    private static boolean isNumber(CharSequence text, int from, int to) {
        if (to - from < 1 || to - from > 3 || to - from > 1 && text.charAt(from) == '0') {
            return false;
        }
        int number = 0;
        for (int i = from; i < to; i++) {
            char digit = text.charAt(i);
            if (digit < '0' || digit > '9') {
                return false;
            }
            number = 10 * number + digit - '0';
        }
        return number <= 255;
    }

    /** {@code 192.0.2.1}. */
    public static String format(int address) {
        return (address >>> 24) + "." + (address >>> 16 & 0xFF) + "." + (address >>> 8 & 0xFF) + "." + (address & 0xFF);
    }

    /**
     * The bits of a network, set.
     *
     * @param prefixLength 0 to 32 bits (RFC 4632 section 3.1)
     */
    public static int mask(int prefixLength) {
        if (prefixLength < 0 || prefixLength > 32) {
            throw new IllegalArgumentException("0 to 32 bits wanted: prefixLength=" + prefixLength);
        }
        return prefixLength == 0 ? 0 : -1 << 32 - prefixLength;
    }

    /** Whether two addresses lie in one network. */
    public static boolean isSameNetwork(int one, int other, int mask) {
        return ((one ^ other) & mask) == 0;
    }

    /** Whether it is a group of hosts: 224.0.0.0/4 (RFC 5771 section 3). */
    public static boolean isMulticast(int address) {
        return address >>> 28 == 0b1110;
    }
}
