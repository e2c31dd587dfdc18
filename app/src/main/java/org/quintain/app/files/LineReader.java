package org.quintain.app.files;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Lines of bytes, of which no more than a limit is ever held in memory. */
public final class LineReader {
    /**
     * One line.
     *
     * @param bytes its bytes without the line's end; empty if it is too long
     * @param length how many bytes it has
     * @param isTooLong whether it is over the limit
     */
    public record Line(byte[] bytes, long length, boolean isTooLong) {}

    private final InputStream in;
    private final int maxBytes;

    /**
     * Lines of a stream.
     *
     * @param in where the bytes come from; it is not closed
     * @param maxBytes the longest line that is kept
     */
    public LineReader(InputStream in, int maxBytes) {
        this.in = new BufferedInputStream(in, 1 << 16);
        this.maxBytes = maxBytes;
    }

    /**
     * The next line, ended by LF, CR LF or the end of the input.
     *
     * @return the line, or empty at the end
     * @throws IOException if reading fails
     */
    public Optional<Line> next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        long length = 0;
        int c = in.read();
        if (c < 0) {
            return Optional.empty();
        }
        while (c >= 0 && c != '\n') {
            if (++length <= maxBytes + 1L) {
                line.write(c);
            }
            c = in.read();
        }
        byte[] bytes = line.toByteArray();
        if (length > 0 && length <= maxBytes + 1L && bytes[(int) length - 1] == '\r') {
            length--;
        }
        return Optional.of(
                length > maxBytes
                        ? new Line(new byte[0], length, true)
                        : new Line(java.util.Arrays.copyOf(bytes, (int) length), length, false));
    }
}
