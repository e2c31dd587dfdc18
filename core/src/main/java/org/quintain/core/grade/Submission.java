package org.quintain.core.grade;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.quintain.core.Bytes;
import org.quintain.core.Message;
import org.quintain.core.RefusedException;
import org.quintain.core.Seat;
import org.quintain.core.text.Clean;
import org.quintain.core.wire.Json;
import org.quintain.core.wire.Limits;

/** What a hand-in claims, of the declared form and within the limits; nothing of it is believed. */
record Submission(
        Seat seat,
        SortedMap<String, String> params,
        String keyId,
        String lab,
        int contentVersion,
        String issueId,
        Map<String, Object> answers) {
    static final String FORMAT = "lab-submission/1";
    private static final List<String> FIELDS = List.of(
            "format",
            "tenant",
            "course",
            "learner",
            "issue",
            "params",
            "keyId",
            "lab",
            "contentVersion",
            "issueId",
            "answers");

    @SuppressWarnings("unchecked")
    static Submission read(Bytes content) {
        Map<String, Object> fields = Json.parseObject(content, Limits.SUBMISSION);
        for (String name : fields.keySet()) {
            if (!FIELDS.contains(name)) {
                throw refused("field-unknown", "name", Clean.line(name, 40));
            }
        }
        String format = text(fields, "format");
        if (!format.equals(FORMAT)) {
            throw refused("format", "expected", FORMAT, "found", Clean.line(format, 40));
        }
        SortedMap<String, String> params = new TreeMap<>();
        for (Map.Entry<String, Object> param :
                ((Map<String, Object>) field(fields, "params", Map.class, "object")).entrySet()) {
            if (!(param.getValue() instanceof String value)) {
                throw refused(
                        "field-kind",
                        "name",
                        "params",
                        "expected-kind",
                        "text",
                        "found-kind",
                        Json.kindOf(param.getValue()));
            }
            params.put(param.getKey(), value);
        }
        return new Submission(
                new Seat(
                        identifier(fields, "tenant"),
                        identifier(fields, "course"),
                        identifier(fields, "learner"),
                        positive(fields, "issue")),
                params,
                text(fields, "keyId"),
                text(fields, "lab"),
                positive(fields, "contentVersion"),
                text(fields, "issueId"),
                (Map<String, Object>) field(fields, "answers", Map.class, "object"));
    }

    private static String identifier(Map<String, Object> fields, String name) {
        String text = text(fields, name);
        try {
            return Seat.clean(name, text);
        } catch (IllegalArgumentException notUsable) {
            throw refused("identifier", "name", name);
        }
    }

    private static String text(Map<String, Object> fields, String name) {
        return (String) field(fields, name, String.class, "text");
    }

    private static int positive(Map<String, Object> fields, String name) {
        long value = (Long) field(fields, name, Long.class, "integer");
        if (value < 1 || value > Integer.MAX_VALUE) {
            throw refused("value-range", "at", name, "min", 1, "max", Integer.MAX_VALUE, "found", value);
        }
        return (int) value;
    }

    private static Object field(Map<String, Object> fields, String name, Class<?> type, String kind) {
        Object value = fields.get(name);
        if (value == null) {
            throw refused("field-missing", "name", name);
        }
        if (!type.isInstance(value)) {
            throw refused("field-kind", "name", name, "expected-kind", kind, "found-kind", Json.kindOf(value));
        }
        return value;
    }

    private static RefusedException refused(String key, Object... arguments) {
        return new RefusedException(Message.of(key, arguments));
    }
}
