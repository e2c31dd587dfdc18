package org.quintain.app.check;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.quintain.core.Bytes;
import org.quintain.core.grade.Entry;
import org.quintain.core.serve.Transcript;

/**
 * What parent and child say to each other, big-endian; {@code bytes} is a length of four bytes and that many bytes.
 *
 * <pre>
 * parent: bytes key, bytes course.json, int n, n times (bytes issueId, int count of judged hand-ins)
 * child:  int READY
 * parent: int n, n entries; the child reads all of them before it judges the first
 * child:  n times bytes row as lab-row/1, each as soon as it is known
 * </pre>
 */
final class Wire {
    static final int READY = 0x51_54_4e_31;

    private static final int MAX_BYTES = 1 << 28;

    private Wire() {}

    /** What a child must know before the first entry. */
    record Opening(Bytes courseKey, Bytes plan, SortedMap<String, Integer> judged) {}

    static void write(Opening opening, DataOutputStream to) throws IOException {
        bytes(opening.courseKey(), to);
        bytes(opening.plan(), to);
        to.writeInt(opening.judged().size());
        for (var one : opening.judged().entrySet()) {
            text(one.getKey(), to);
            to.writeInt(one.getValue());
        }
        to.flush();
    }

    static Opening readOpening(DataInputStream from) throws IOException {
        Bytes key = bytes(from);
        Bytes plan = bytes(from);
        SortedMap<String, Integer> judged = new TreeMap<>();
        for (int n = from.readInt(); n > 0; n--) {
            judged.put(text(from), from.readInt());
        }
        return new Opening(key, plan, judged);
    }

    static void write(List<Entry> entries, DataOutputStream to) throws IOException {
        to.writeInt(entries.size());
        for (Entry entry : entries) {
            text(entry.origin(), to);
            optional(entry.learner().map(Bytes::utf8), to);
            bytes(entry.content(), to);
            optional(entry.receivedAt().map(Instant::toString).map(Bytes::utf8), to);
            to.writeInt(entry.hintsTaken().size());
            for (String hint : entry.hintsTaken()) {
                text(hint, to);
            }
            optional(entry.served().map(Transcript::toBytes), to);
        }
        to.flush();
    }

    static List<Entry> readEntries(DataInputStream from) throws IOException {
        List<Entry> entries = new ArrayList<>();
        for (int n = from.readInt(); n > 0; n--) {
            String origin = text(from);
            Optional<String> learner = optional(from).map(Bytes::toUtf8);
            Bytes content = bytes(from);
            Optional<Instant> receivedAt = optional(from).map(Bytes::toUtf8).map(Instant::parse);
            Set<String> hints = new LinkedHashSet<>();
            for (int i = from.readInt(); i > 0; i--) {
                hints.add(text(from));
            }
            Optional<Transcript> served = optional(from).map(Transcript::of);
            entries.add(new Entry(origin, learner, content, receivedAt, hints, served));
        }
        return entries;
    }

    static void text(String text, DataOutputStream to) throws IOException {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        to.writeInt(utf8.length);
        to.write(utf8);
    }

    static String text(DataInputStream from) throws IOException {
        return new String(raw(from), StandardCharsets.UTF_8);
    }

    private static void bytes(Bytes bytes, DataOutputStream to) throws IOException {
        to.writeInt(bytes.sizeBytes());
        to.write(bytes.toArray());
    }

    private static Bytes bytes(DataInputStream from) throws IOException {
        return Bytes.of(raw(from));
    }

    private static byte[] raw(DataInputStream from) throws IOException {
        int length = from.readInt();
        if (length < 0 || length > MAX_BYTES) {
            throw new IOException("a length from 0 to " + MAX_BYTES + " wanted: length=" + length);
        }
        byte[] raw = from.readNBytes(length);
        if (raw.length < length) {
            throw new java.io.EOFException("expected=" + length + " found=" + raw.length);
        }
        return raw;
    }

    private static void optional(Optional<Bytes> bytes, DataOutputStream to) throws IOException {
        to.writeBoolean(bytes.isPresent());
        if (bytes.isPresent()) {
            bytes(bytes.get(), to);
        }
    }

    private static Optional<Bytes> optional(DataInputStream from) throws IOException {
        return from.readBoolean() ? Optional.of(bytes(from)) : Optional.empty();
    }
}
