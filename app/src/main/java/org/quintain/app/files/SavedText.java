package org.quintain.app.files;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A text file as editors and spreadsheets save it.
 *
 * @param text without a byte order mark
 * @param encoding how it was saved
 */
public record SavedText(String text, Encoding encoding) {
    /** How a file was saved. */
    public enum Encoding {
        /** With or without a byte order mark. */
        UTF_8,
        /** With a byte order mark, which Notepad calls Unicode. */
        UTF_16,
        /** What French and English editors write otherwise. */
        WINDOWS_1252
    }

    /**
     * Reads a file.
     *
     * @param content the whole file
     * @return its text, or empty if it is of no such encoding or has a NUL
     */
    public static Optional<SavedText> of(byte[] content) {
        Encoding encoding = isUtf16(content) ? Encoding.UTF_16 : Encoding.UTF_8;
        String text = decode(content, encoding == Encoding.UTF_16 ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8);
        if (text == null && encoding == Encoding.UTF_8) {
            encoding = Encoding.WINDOWS_1252;
            text = decode(content, Charset.forName("windows-1252"));
        }
        if (text == null || text.indexOf('\0') >= 0) {
            return Optional.empty();
        }
        return Optional.of(new SavedText(text.startsWith("\uFEFF") ? text.substring(1) : text, encoding));
    }

    private static boolean isUtf16(byte[] bytes) {
        return bytes.length >= 2
                && (bytes[0] == (byte) 0xff && bytes[1] == (byte) 0xfe
                        || bytes[0] == (byte) 0xfe && bytes[1] == (byte) 0xff);
    }

    private static String decode(byte[] bytes, Charset charset) {
        try {
            return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException notOfThisCharset) {
            return null;
        }
    }

    /**
     * The beginning of a file, for guessing what it is.
     *
     * @param head its first bytes, which may end within a character
     * @return the text, with U+FFFD for what cannot be read
     */
    public static String beginning(byte[] head) {
        Charset charset = isUtf16(head) ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
        String text = new String(head, charset);
        boolean isUtf8 = charset == StandardCharsets.UTF_16
                || text.indexOf('\uFFFD') < 0
                || text.indexOf('\uFFFD') > text.length() - 2;
        String best = isUtf8 ? text : new String(head, Charset.forName("windows-1252"));
        return best.startsWith("\uFEFF") ? best.substring(1) : best;
    }
}
