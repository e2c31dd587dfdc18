package org.quintain.core;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * An immutable sequence of bytes; on the wire it is lower-case hexadecimal.
 *
 * <p>Two values are equal when their contents are; the comparison takes time that depends on the lengths only.
 * {@link #toString()} never shows the content, so that no key or answer reaches a log by accident.
 */
@Stable
public final class Bytes {
    private static final Bytes EMPTY = new Bytes(new byte[0]);
    private final byte[] content;

    private Bytes(byte[] content) {
        this.content = content;
    }

    /**
     * Copies an array.
     *
     * @param content any bytes; later changes to the array are not seen
     * @return the same bytes as a value
     */
    public static Bytes of(byte... content) {
        return content.length == 0 ? EMPTY : new Bytes(content.clone());
    }

    /**
     * Copies a part of an array.
     *
     * @param content any bytes
     * @param from index of the first byte taken
     * @param to index after the last byte taken
     * @return the bytes {@code from} to {@code to - 1}
     * @throws IndexOutOfBoundsException if the part is not inside the array
     */
    public static Bytes of(byte[] content, int from, int to) {
        if (from < 0 || to > content.length || from > to) {
            throw new IndexOutOfBoundsException(
                    "part inside the array wanted: from=" + from + " to=" + to + " length=" + content.length);
        }
        return new Bytes(Arrays.copyOfRange(content, from, to));
    }

    /**
     * Reads hexadecimal digits.
     *
     * @param hex an even number of ASCII digits 0-9, a-f, A-F
     * @return the bytes written by the digits
     * @throws IllegalArgumentException if a character is no hexadecimal digit or their number is odd
     */
    public static Bytes ofHex(String hex) {
        return new Bytes(HexFormat.of().parseHex(hex));
    }

    /**
     * Encodes text as UTF-8.
     *
     * @param text any text
     * @return its UTF-8 bytes
     */
    public static Bytes utf8(String text) {
        return new Bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The number of bytes.
     *
     * @return 0 or more
     */
    public int sizeBytes() {
        return content.length;
    }

    /**
     * One byte.
     *
     * @param index 0 to {@code sizeBytes() - 1}
     * @return the byte there
     * @throws ArrayIndexOutOfBoundsException if there is none
     */
    public byte at(int index) {
        return content[index];
    }

    /**
     * A copy of the content.
     *
     * @return a new array of {@link #sizeBytes()} bytes
     */
    public byte[] toArray() {
        return content.clone();
    }

    /**
     * The content as hexadecimal.
     *
     * @return two lower-case digits a byte
     */
    public String toHex() {
        return HexFormat.of().formatHex(content);
    }

    /**
     * The content read as UTF-8, with U+FFFD for what is not.
     *
     * @return the text
     */
    public String toUtf8() {
        return new String(content, StandardCharsets.UTF_8);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes that && MessageDigest.isEqual(content, that.content);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(content);
    }

    /** The size and a checksum of the content (not the content itself). */
    @Override
    public String toString() {
        return "Bytes[" + content.length + " bytes, hash " + Integer.toHexString(Arrays.hashCode(content)) + "]";
    }
}
