package org.quintain.core.grade;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.quintain.core.Bytes;
import org.quintain.core.Incubating;
import org.quintain.core.Message;
import org.quintain.core.RefusedException;
import org.quintain.core.serve.Transcript;
import org.quintain.core.text.Clean;
import org.quintain.core.wire.Json;
import org.quintain.core.wire.Limits;

/**
 * Hand-ins with what a platform knows of them, as JSON lines: {@code lab-entry/1}.
 *
 * <p>An entry says whose the hand-in is, when it came, which hints were given and what the served session's record is; the
 * hand-in itself is in it as {@code submission} (an object), as {@code content} (its text, whatever is in it) or as
 * {@code base64} (its bytes, if they are no text). What an entry says is believed: only a platform may write one.
 */
@Incubating
public final class EntryJson {
    /** The format's name. */
    public static final String FORMAT = "lab-entry/1";

    /** The longest line that is read, in bytes: a hand-in, and a session's record of ordinary length. */
    public static final int MAX_LINE_BYTES = 1 << 24;

    private static final Limits LINE = new Limits(MAX_LINE_BYTES, 24, MAX_LINE_BYTES, 4096);
    private static final int MAX_HINTS = 1000;
    private static final int MAX_TEXT = 200;
    private static final Pattern INSTANT = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]{8,18}Z");
    private static final List<String> CONTENTS = List.of("submission", "content", "base64");
    private static final Set<String> FIELDS = Set.of(
            "format", "origin", "learner", "receivedAt", "hintsTaken", "submission", "content", "base64", "evidence");

    private EntryJson() {}

    /**
     * Writes an entry; {@link #read} gives an equal one back, whatever the hand-in holds.
     *
     * @param entry what arrived
     * @return JSON without line breaks
     * @throws IllegalArgumentException if {@code receivedAt} is not of the years 0 to 9999
     */
    public static String write(Entry entry) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("format", FORMAT);
        out.put("origin", entry.origin());
        entry.learner().ifPresent(id -> out.put("learner", id));
        entry.receivedAt().ifPresent(at -> out.put("receivedAt", instant(at)));
        if (!entry.hintsTaken().isEmpty()) {
            out.put("hintsTaken", List.copyOf(new TreeSet<>(entry.hintsTaken())));
        }
        putContent(entry.content(), out);
        entry.served().ifPresent(served -> out.put("evidence", served.toBytes().toUtf8()));
        return Json.write(out);
    }

    private static String instant(Instant at) {
        String text = at.toString();
        if (!INSTANT.matcher(text).matches()) {
            throw new IllegalArgumentException("an instant of the years 0 to 9999 wanted: receivedAt=" + text);
        }
        return text;
    }

    /** A hand-in that a computer wrote stays readable; any other keeps each of its bytes. */
    private static void putContent(Bytes content, Map<String, Object> out) {
        try {
            Map<String, Object> submission = Json.parseObject(content, Limits.SUBMISSION);
            if (Bytes.utf8(Json.write(submission)).equals(content)) {
                out.put("submission", submission);
                return;
            }
        } catch (RefusedException notStrictJson) {
            // it travels as it is
        }
        String text = text(content);
        if (text != null) {
            out.put("content", text);
        } else {
            out.put("base64", Base64.getEncoder().encodeToString(content.toArray()));
        }
    }

    private static String text(Bytes content) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content.toArray()))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return null;
        }
    }

    /**
     * Reads a line: an entry, or a hand-in alone.
     *
     * @param line UTF-8 of {@code lab-entry/1}, or anything else, which is taken for a hand-in's content
     * @param origin where the line lies; an entry that names its origin keeps its own
     * @return the entry
     * @throws RefusedException {@code entry-form}, {@code format} or a {@code json-…} key if the line is meant as an entry
     *     and is none
     */
    public static Entry read(Bytes line, String origin) {
        if (!line.toUtf8().contains("lab-entry/")) {
            return Entry.of(origin, line);
        }
        Map<String, Object> fields = Json.parseObject(line, LINE);
        if (!(fields.get("format") instanceof String format) || !format.startsWith("lab-entry/")) {
            return Entry.of(origin, line);
        }
        if (!format.equals(FORMAT)) {
            throw new RefusedException(Message.of("format", "expected", FORMAT, "found", Clean.line(format, 40)));
        }
        for (String name : fields.keySet()) {
            if (!FIELDS.contains(name)) {
                throw new RefusedException(Message.of("value-unknown", "name", Clean.line(name, 40)));
            }
        }
        return new Entry(
                shortText(fields, "origin").filter(text -> !text.isBlank()).orElse(origin),
                shortText(fields, "learner"),
                content(fields),
                shortText(fields, "receivedAt").map(EntryJson::received),
                hints(fields),
                text(fields, "evidence").map(text -> Transcript.of(Bytes.utf8(text))));
    }

    private static Optional<String> text(Map<String, Object> fields, String name) {
        Object value = fields.get(name);
        if (value != null && !(value instanceof String)) {
            throw form(name);
        }
        return Optional.ofNullable((String) value);
    }

    private static Optional<String> shortText(Map<String, Object> fields, String name) {
        Optional<String> text = text(fields, name);
        if (text.isPresent() && text.get().codePointCount(0, text.get().length()) > MAX_TEXT) {
            throw form(name);
        }
        return text;
    }

    private static Bytes content(Map<String, Object> fields) {
        List<String> given = CONTENTS.stream().filter(fields::containsKey).toList();
        if (given.size() != 1) {
            throw form("submission");
        }
        String name = given.get(0);
        if (name.equals("submission")) {
            if (!(fields.get(name) instanceof Map<?, ?> submission)) {
                throw form(name);
            }
            return Bytes.utf8(Json.write(submission));
        }
        String text = text(fields, name).orElseThrow();
        try {
            return name.equals("content")
                    ? Bytes.utf8(text)
                    : Bytes.of(Base64.getDecoder().decode(text));
        } catch (IllegalArgumentException notBase64) {
            throw form(name);
        }
    }

    private static Instant received(String text) {
        try {
            if (INSTANT.matcher(text).matches()) {
                return Instant.parse(text);
            }
        } catch (DateTimeParseException noSuchTime) {
            throw form("receivedAt");
        }
        throw form("receivedAt");
    }

    private static Set<String> hints(Map<String, Object> fields) {
        Object value = fields.getOrDefault("hintsTaken", List.of());
        if (!(value instanceof List<?> hints) || hints.size() > MAX_HINTS) {
            throw form("hintsTaken");
        }
        return hints.stream().map(EntryJson::hint).collect(Collectors.toUnmodifiableSet());
    }

    private static String hint(Object hint) {
        if (hint instanceof Long number) {
            return Long.toString(number);
        }
        if (hint instanceof String text && text.length() <= MAX_TEXT) {
            return text;
        }
        throw form("hintsTaken");
    }

    private static RefusedException form(String name) {
        return new RefusedException(Message.of("entry-form", "name", name));
    }
}
