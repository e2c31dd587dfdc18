package org.quintain.app.handin;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import org.quintain.app.files.LineReader;
import org.quintain.app.handin.HandInWalk.Spot;
import org.quintain.core.Bytes;
import org.quintain.core.Message;
import org.quintain.core.RefusedException;
import org.quintain.core.grade.Entry;
import org.quintain.core.grade.EntryJson;

/**
 * Hand-ins one a line, alone or in {@code lab-entry/1}; no more than one line is in memory, and a bad line is one bad row.
 *
 * <p>What an entry says beside its hand-in counts only in a place that is trusted.
 */
final class JsonLines {
    private static final int LINES_A_REPORT = 64;
    private final Given given;

    JsonLines(Given given) {
        this.given = given;
    }

    void give(Place file, Spot spot) throws IOException {
        InputStream in;
        try {
            in = file.open();
        } catch (IOException notReadable) {
            given.refuse(file, spot, Given.why(notReadable));
            return;
        }
        try (in) {
            LineReader lines = new LineReader(in, EntryJson.MAX_LINE_BYTES);
            long number = 0;
            Optional<LineReader.Line> line = next(lines);
            long done = 0;
            while (line.isPresent()) {
                line(line.get(), ++number, spot);
                done += line.get().length() + 1;
                if (spot.depth() == 0 && number % LINES_A_REPORT == 0) {
                    given.at(done, file.sizeBytes());
                }
                line = next(lines);
            }
        } catch (RefusedException cutOff) {
            given.refuse(file, spot, cutOff.why());
        }
    }

    private static Optional<LineReader.Line> next(LineReader lines) {
        try {
            return lines.next();
        } catch (IOException notReadable) {
            throw new RefusedException(Given.why(notReadable));
        }
    }

    private void line(LineReader.Line line, long number, Spot spot) throws IOException {
        String origin = spot.origin() + ":" + number;
        if (line.isTooLong()) {
            given.refuse(
                    origin,
                    spot,
                    Message.of("line-too-large", "limit", EntryJson.MAX_LINE_BYTES, "found", line.length()));
            return;
        }
        byte[] bytes = number == 1 ? withoutMark(line.bytes()) : line.bytes();
        if (isBlank(bytes)) {
            return;
        }
        Entry entry;
        try {
            entry = EntryJson.read(Bytes.of(bytes), origin);
        } catch (RefusedException notOne) {
            given.refuse(origin, spot, notOne.why());
            return;
        }
        given.give(spot.isTrusted() ? entry : Entry.of(origin, entry.content()), spot.owners());
    }

    private static byte[] withoutMark(byte[] bytes) {
        boolean isMarked =
                bytes.length >= 3 && bytes[0] == (byte) 0xef && bytes[1] == (byte) 0xbb && bytes[2] == (byte) 0xbf;
        return isMarked ? Arrays.copyOfRange(bytes, 3, bytes.length) : bytes;
    }

    private static boolean isBlank(byte[] bytes) {
        for (byte c : bytes) {
            if (c != ' ' && c != '\t' && c != '\r') {
                return false;
            }
        }
        return true;
    }
}
