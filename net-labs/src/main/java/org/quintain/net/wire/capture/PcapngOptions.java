package org.quintain.net.wire.capture;

import java.nio.charset.StandardCharsets;

/**
 * Walks over the options of a block (pcapng section 3.5).
 *
 * <pre>{@code
 * +---------------+---------------+
 * |     code      |    length     |  0
 * +---------------+---------------+
 * |  value, padded to 4 bytes     |  4
 * +-------------------------------+
 * }</pre>
 */
final class PcapngOptions {
    /** opt_endofopt: nothing follows (section 3.5). */
    static final int END = 0;
    /** opt_comment: UTF-8, on any block, any number of times (section 3.5). */
    static final int COMMENT = 1;
    /** if_name: UTF-8, on an interface description (section 4.2). */
    static final int INTERFACE_NAME = 2;
    /** if_tsresol: one byte, on an interface description (section 4.2). */
    static final int INTERFACE_RESOLUTION = 9;
    /** if_tsoffset: 8 bytes, seconds, on an interface description (section 4.2). */
    static final int INTERFACE_OFFSET = 14;
    /** Code and length (section 3.5). */
    static final int HEADER_BYTES = 4;

    private final byte[] from;
    private final int end;
    private final boolean isBigEndian;
    private int following;
    private int code;
    private int at;
    private int lengthBytes;
    private boolean isBad;

    /** A cursor in front of the first option; {@code end} is the index behind the last byte of the options. */
    PcapngOptions(byte[] from, int start, int end, boolean isBigEndian) {
        this.from = from;
        this.following = start;
        this.end = end;
        this.isBigEndian = isBigEndian;
    }

    /** Goes to the next option; false at the end of the list or of the block, and at an option that reaches over it. */
    boolean next() {
        if (isBad || following == end) {
            return false;
        }
        isBad = end - following < HEADER_BYTES;
        if (isBad) {
            return false;
        }
        code = Words.u16(from, following, isBigEndian);
        lengthBytes = Words.u16(from, following + 2, isBigEndian);
        at = following + HEADER_BYTES;
        isBad = padded(lengthBytes) > end - at;
        if (isBad || code == END) {
            following = end;
            return false;
        }
        following = at + padded(lengthBytes);
        return true;
    }

    /** Raised to a multiple of 4 (section 3.6.2). */
    static int padded(int lengthBytes) {
        return lengthBytes + 3 & ~3;
    }

    boolean isBad() {
        return isBad;
    }

    int code() {
        return code;
    }

    /** Index of the value's first byte. */
    int at() {
        return at;
    }

    int lengthBytes() {
        return lengthBytes;
    }

    /** The value as text: UTF-8 up to a zero byte, if there is one (section 3.5). */
    String text() {
        int length = 0;
        while (length < lengthBytes && from[at + length] != 0) {
            length++;
        }
        return new String(from, at, length, StandardCharsets.UTF_8);
    }
}
