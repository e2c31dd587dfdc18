package org.quintain.net.wire;

import java.util.HexFormat;

/** Addresses of stations: 48 bits in a {@code long}, the byte that is sent first uppermost (IEEE 802 clause 8.2). */
public final class MacAddress {
    /** In each frame: 6 bytes (RFC 894). */
    public static final int LENGTH_BYTES = 6;
    /** All stations (RFC 894; IEEE 802 clause 8.2.2). */
    public static final long BROADCAST = 0xFFFF_FFFF_FFFFL;
    /** No station; fills what is not known, as in an ARP request (RFC 5227 section 1.1). */
    public static final long NONE = 0;

    private static final long GROUP_BIT = 1L << 40;
    private static final long LOCAL_BIT = 2L << 40;
    private static final int TEXT_LENGTH = 17;

    private MacAddress() {}

    /**
     * Reads {@code 02:00:5e:00:53:01}, letters of either case.
     *
     * @throws IllegalArgumentException if {@link #check} finds a flaw
     */
    public static long of(CharSequence text) {
        if (check(text) != Flaw.NONE) {
            throw new IllegalArgumentException("six pairs of hexadecimal digits between colons wanted: mac=" + text);
        }
        long bits = 0;
        for (int i = 0; i < TEXT_LENGTH; i += 3) {
            bits = bits << 8 | HexFormat.fromHexDigits(text, i, i + 2);
        }
        return bits;
    }

    /** What {@link #of} would refuse, or {@link Flaw#NONE}. */
    public static Flaw check(CharSequence text) {
        if (text.length() != TEXT_LENGTH) {
            return Flaw.MAC_ADDRESS_FORM;
        }
        for (int i = 0; i < TEXT_LENGTH; i++) {
            boolean isGood = i % 3 == 2 ? text.charAt(i) == ':' : HexFormat.isHexDigit(text.charAt(i));
            if (!isGood) {
                return Flaw.MAC_ADDRESS_FORM;
            }
        }
        return Flaw.NONE;
    }

    /** {@code 02:00:5e:00:53:01} for the low 48 bits. */
    public static String format(long mac) {
        StringBuilder out = new StringBuilder(TEXT_LENGTH);
        for (int shift = 40; shift >= 0; shift -= 8) {
            HexFormat.of().toHexDigits(out, (byte) (mac >>> shift));
            if (shift > 0) {
                out.append(':');
            }
        }
        return out.toString();
    }

    /** Whether it is for several stations: the lowest bit of the first byte (IEEE 802 clause 8.2.2). */
    public static boolean isGroup(long mac) {
        return (mac & GROUP_BIT) != 0;
    }

    /** Whether no manufacturer gave it: the second lowest bit of the first byte (IEEE 802 clause 8.2.2). */
    public static boolean isLocallyAdministered(long mac) {
        return (mac & LOCAL_BIT) != 0;
    }

    /** The address of one station, locally administered, made of the low 40 bits of a number that is given. */
    public static long local(long number) {
        return LOCAL_BIT | number & 0xFF_FFFF_FFFFL;
    }
}
