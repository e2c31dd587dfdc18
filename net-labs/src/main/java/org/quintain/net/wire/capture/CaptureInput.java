package org.quintain.net.wire.capture;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;

/** A window over a stream: the bytes from {@link #position} to {@link #end} have been read and not been used. */
final class CaptureInput {
    private static final int WINDOW_BYTES = 256 * 1024;

    private final InputStream stream;
    /** Replaced by a longer one when a packet needs it. */
    byte[] buffer = new byte[WINDOW_BYTES];
    /** Index of the next byte that nobody has used. */
    int position;
    /** Index behind the last byte that was read. */
    int end;

    CaptureInput(InputStream stream) {
        this.stream = stream;
    }

    int unused() {
        return end - position;
    }

    /**
     * Reads on until so many bytes stand in one piece from {@link #position} on; both indexes and the buffer may change.
     *
     * @param wantedBytes whatever the caller is ready to hold: the buffer grows with the bytes that come, never ahead
     * @return whether they are there; if not, all that the stream had is
     */
    boolean has(int wantedBytes) {
        return end - position >= wantedBytes || fill(wantedBytes);
    }

    private boolean fill(int wantedBytes) {
        System.arraycopy(buffer, position, buffer, 0, end - position);
        end -= position;
        position = 0;
        while (end < wantedBytes) {
            if (end == buffer.length) {
                buffer = Arrays.copyOf(buffer, 2 * buffer.length);
            }
            int read = read();
            if (read < 0) {
                return false;
            }
            end += read;
        }
        return true;
    }

    /** Goes over bytes without holding them. */
    boolean skip(long lengthBytes) {
        long left = lengthBytes;
        while (left > end - position) {
            left -= end - position;
            position = 0;
            end = 0;
            int read = read();
            if (read < 0) {
                return false;
            }
            end = read;
        }
        position += (int) left;
        return true;
    }

    private int read() {
        try {
            return stream.read(buffer, end, buffer.length - end);
        } catch (IOException streamFailed) {
            throw new UncheckedIOException(streamFailed);
        }
    }

    void close() {
        try {
            stream.close();
        } catch (IOException streamFailed) {
            throw new UncheckedIOException(streamFailed);
        }
    }
}
