package org.quintain.net.buildframebyhand;

import java.util.HexFormat;
import java.util.Locale;

/** Values as the card writes them. */
final class Notation {
    private static final HexFormat COLONS = HexFormat.ofDelimiter(":");

    private Notation() {}

    /** {@code 02:00:5e:00:53:01} for 48 bits. */
    static String mac(long bits) {
        byte[] bytes = new byte[6];
        for (int i = 0; i < 6; i++) {
            bytes[i] = (byte) (bits >>> 40 - 8 * i);
        }
        return COLONS.formatHex(bytes);
    }

    /** {@code 10.0.0.1} for the low 32 bits. */
    static String address(long bits) {
        return (bits >>> 24 & 0xFF) + "." + (bits >>> 16 & 0xFF) + "." + (bits >>> 8 & 0xFF) + "." + (bits & 0xFF);
    }

    /** {@code 0x0800} for 16 bits. */
    static String hex16(long bits) {
        return "0x" + HexFormat.of().toHexDigits(bits, 4);
    }

    /** A printable ASCII character as itself, any other byte (the space, too) as {@code 0x20}. */
    static String character(byte code) {
        return code > ' ' && code < 0x7F ? Character.toString(code) : hex8(code);
    }

    /** {@code 0x20} for one byte. */
    static String hex8(byte code) {
        return "0x" + HexFormat.of().toHexDigits(code);
    }

    /** The constant's name as on the wire. */
    static String id(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
