package org.quintain.net.wire;

import java.util.Arrays;

/** Names as people write them (RFC 1035 section 5.1). */
final class DnsNameText {
    private DnsNameText() {}

    /** The wire form; empty if the text is no name. Whether the whole is too long is judged by who reads it. */
    static byte[] parse(String text) {
        if (text.equals(".")) {
            return new byte[1];
        }
        byte[] wire = new byte[text.length() + 2];
        int lengthAt = 0;
        int out = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '.') {
                if (!close(wire, lengthAt, out)) {
                    return new byte[0];
                }
                lengthAt = out++;
                continue;
            }
            int octet = c;
            if (c == '\\') {
                octet = escaped(text, i + 1);
                i += octet < 0 ? 0 : isDigit(text.charAt(i + 1)) ? 3 : 1;
            }
            if (octet < 0 || c > 0x7E) {
                return new byte[0];
            }
            wire[out++] = (byte) octet;
        }
        if (lengthAt == out - 1 && text.endsWith(".")) {
            // The dot at the end has made room for a label that is the root.
            return Arrays.copyOf(wire, out);
        }
        return close(wire, lengthAt, out) ? Arrays.copyOf(wire, out + 1) : new byte[0];
    }

    private static boolean close(byte[] wire, int lengthAt, int out) {
        int length = out - lengthAt - 1;
        wire[lengthAt] = (byte) length;
        return length > 0 && length <= DnsName.MAX_LABEL_BYTES;
    }

    /** What stands behind a backslash: three digits up to 255, or any other printable character; -1 for neither. */
    private static int escaped(String text, int at) {
        if (at == text.length()) {
            return -1;
        }
        if (!isDigit(text.charAt(at))) {
            return text.charAt(at) <= 0x7E ? text.charAt(at) : -1;
        }
        int value = 0;
        for (int i = at; i < at + 3; i++) {
            if (i >= text.length() || !isDigit(text.charAt(i))) {
                return -1;
            }
            value = 10 * value + text.charAt(i) - '0';
        }
        return value <= 255 ? value : -1;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** The text of a decompressed name. */
    static String format(byte[] wire) {
        if (wire.length == 1) {
            return ".";
        }
        StringBuilder text = new StringBuilder(wire.length);
        for (int at = 0; wire[at] != 0; at += 1 + wire[at]) {
            if (at > 0) {
                text.append('.');
            }
            for (int i = at + 1; i <= at + wire[at]; i++) {
                append(text, wire[i] & 0xFF);
            }
        }
        return text.toString();
    }

    private static void append(StringBuilder text, int octet) {
        if (octet == '.' || octet == '\\') {
            text.append('\\').append((char) octet);
        } else if (octet > ' ' && octet <= '~') {
            text.append((char) octet);
        } else {
            text.append('\\').append(octet / 100).append(octet / 10 % 10).append(octet % 10);
        }
    }
}
