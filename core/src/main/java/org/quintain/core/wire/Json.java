package org.quintain.core.wire;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.quintain.core.Bytes;
import org.quintain.core.Message;
import org.quintain.core.RefusedException;
import org.quintain.core.text.Clean;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/**
 * Strict JSON (RFC 8259) in UTF-8: one document, no duplicate names, whole numbers only, within {@link Limits}.
 *
 * <p>Every refusal is a {@link RefusedException} whose key begins with {@code json-} and whose words stand in core's own
 * texts.
 */
public final class Json {
    /** The value {@code null}, which no Quintain document needs but a reader must name. */
    public static final Object NULL = new Object() {
        @Override
        public String toString() {
            return "null";
        }
    };

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(64)
                    .maxStringLength(Limits.OWN_FILE.sizeBytes())
                    .maxNameLength(Limits.OWN_FILE.sizeBytes())
                    .maxNumberLength(Limits.OWN_FILE.sizeBytes())
                    .build())
            .build();

    private Json() {}

    /**
     * Parses a document that is an object.
     *
     * @param document UTF-8, with or without a byte order mark
     * @param limits what it may hold
     * @return names and values in the document's order
     * @throws RefusedException if it is not strict JSON, past a limit, or no object
     */
    @SuppressWarnings("unchecked")
    public static Map<String, Object> parseObject(Bytes document, Limits limits) {
        if (parse(document, limits) instanceof Map<?, ?> object) {
            return (Map<String, Object>) object;
        }
        throw new RefusedException(Message.of("json-no-object"));
    }

    /**
     * Parses a document.
     *
     * @param document UTF-8, with or without a byte order mark
     * @param limits what it may hold
     * @return the value
     * @throws RefusedException if it is not strict JSON or past a limit
     */
    public static Object parse(Bytes document, Limits limits) {
        return JsonReader.read(document, limits, FACTORY);
    }

    /**
     * Writes a value on one line.
     *
     * @param tree maps, lists, strings, whole numbers, booleans, {@link #NULL}
     * @return JSON without line breaks
     */
    public static String write(Object tree) {
        StringWriter to = new StringWriter();
        write(tree, to);
        return to.toString();
    }

    /**
     * Writes a value on one line.
     *
     * @param tree as for {@link #write(Object)}
     * @param to where to; it is not closed
     * @throws UncheckedIOException if {@code to} fails
     */
    public static void write(Object tree, Writer to) {
        try (JsonGenerator generator = FACTORY.createGenerator(ObjectWriteContext.empty(), new Unclosed(to))) {
            put(generator, tree);
        } catch (JacksonIOException cannotWrite) {
            throw new UncheckedIOException(cannotWrite.getCause());
        }
    }

    /**
     * Writes a value with one object field a line, for people to read and fill in.
     *
     * @param tree as for {@link #write(Object)}
     * @return indented JSON that ends with a line feed
     */
    public static String writeIndented(Object tree) {
        StringBuilder to = new StringBuilder();
        indent(tree, "", to);
        return to.append('\n').toString();
    }

    /**
     * The canonical form used under checksums: names sorted by UTF-16 code unit, no white space.
     *
     * @param tree as for {@link #write(Object)}
     * @return the canonical JSON in UTF-8
     */
    public static Bytes canonical(Object tree) {
        return Bytes.utf8(write(sorted(tree)));
    }

    /**
     * What a value is, for messages: the last part of a {@code kind-…} key of core's texts.
     *
     * @param tree a plain JSON tree, or Java's null where a field is absent
     * @return {@code object list text empty-text number boolean null} or {@code nothing}
     */
    public static String kindOf(Object tree) {
        if (tree instanceof Map<?, ?>) {
            return "object";
        }
        if (tree instanceof List<?>) {
            return "list";
        }
        if (tree instanceof String text) {
            return text.isEmpty() ? "empty-text" : "text";
        }
        if (tree instanceof Long || tree instanceof BigInteger) {
            return "number";
        }
        return tree instanceof Boolean ? "boolean" : tree == null ? "nothing" : "null";
    }

    private static Object sorted(Object tree) {
        if (tree instanceof Map<?, ?> map) {
            Map<String, Object> ordered = new TreeMap<>();
            map.forEach((name, value) -> ordered.put((String) name, sorted(value)));
            return ordered;
        }
        return tree instanceof List<?> list ? list.stream().map(Json::sorted).toList() : tree;
    }

    private static void put(JsonGenerator to, Object tree) {
        if (tree instanceof Map<?, ?> map) {
            to.writeStartObject();
            map.forEach((name, value) -> {
                to.writeName((String) name);
                put(to, value);
            });
            to.writeEndObject();
        } else if (tree instanceof List<?> list) {
            to.writeStartArray();
            list.forEach(element -> put(to, element));
            to.writeEndArray();
        } else if (tree instanceof String text) {
            to.writeString(text);
        } else if (tree instanceof Long || tree instanceof Integer) {
            to.writeNumber(((Number) tree).longValue());
        } else if (tree instanceof BigInteger big) {
            to.writeNumber(big);
        } else if (tree instanceof Boolean flag) {
            to.writeBoolean(flag);
        } else if (tree == NULL) {
            to.writeNull();
        } else {
            throw new IllegalArgumentException("a plain JSON value wanted: type="
                    + (tree == null ? "null" : tree.getClass().getName()));
        }
    }

    private static void indent(Object tree, String margin, StringBuilder to) {
        if (tree instanceof Map<?, ?> map && !map.isEmpty()) {
            String comma = "{\n";
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                to.append(comma)
                        .append(margin)
                        .append("  ")
                        .append(write(entry.getKey()))
                        .append(": ");
                indent(entry.getValue(), margin + "  ", to);
                comma = ",\n";
            }
            to.append('\n').append(margin).append('}');
        } else if (tree instanceof List<?> list && !list.isEmpty()) {
            String comma = "[\n";
            for (Object element : list) {
                to.append(comma).append(margin).append("  ");
                indent(element, margin + "  ", to);
                comma = ",\n";
            }
            to.append('\n').append(margin).append(']');
        } else {
            to.append(write(tree));
        }
    }

    /** The first 40 code points of a text that goes into a message, fit to be shown. */
    static String cut(String text) {
        return Clean.line(text, 40);
    }

    /** Passes characters on and leaves the writer behind it open. */
    private static final class Unclosed extends Writer {
        private final Writer to;

        Unclosed(Writer to) {
            this.to = to;
        }

        @Override
        public void write(char[] from, int offset, int length) throws IOException {
            to.write(from, offset, length);
        }

        @Override
        public void flush() {
            // the owner of the writer flushes it
        }

        @Override
        public void close() {
            // the owner of the writer closes it
        }
    }
}
