package org.quintain.app.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.quintain.core.Message;
import org.quintain.core.RefusedException;
import org.quintain.core.wire.BigIntegerShape;
import org.quintain.core.wire.BytesShape;
import org.quintain.core.wire.Links;
import org.quintain.core.wire.ListShape;
import org.quintain.core.wire.OptionalShape;
import org.quintain.core.wire.RecordShape;
import org.quintain.core.wire.Shape;

/**
 * A value that was typed into a file, over one line or several, as the tree of its form.
 *
 * <p>Forgiving where no meaning is lost: blanks and quotation marks around it; blanks, colons, line breaks and {@code 0x}
 * between hexadecimal digits; elements of a list one a line or between commas or semicolons, in quotation marks if they
 * hold one of these. A file is never opened.
 */
public final class Typing {
    private static final String OPENING = "«“„‘\"”";
    private static final String CLOSING = "»””’\"”";

    private Typing() {}

    /**
     * A typed value.
     *
     * @param shape the form of the field
     * @param typed what stands there
     * @return the tree, not yet checked by the shape but as the shape writes it if it is right; empty if nothing was typed
     * @throws RefusedException {@code typed-file} where a file is wanted, {@code json-…} for bad JSON
     */
    public static Optional<Object> tree(Shape shape, String typed) {
        String value = Blanks.strip(typed);
        Shape inner = shape instanceof OptionalShape optional ? optional.of() : shape;
        if (value.isEmpty() || shape != inner && value.equals("-")) {
            return Optional.empty();
        }
        return Optional.of(asWritten(inner, given(inner, value)));
    }

    /**
     * What stands for a field that was left empty.
     *
     * @param shape the form of the field
     * @return as in the template of a submission, or empty if the field may be left out
     */
    public static Optional<Object> blank(Shape shape) {
        if (shape instanceof OptionalShape) {
            return Optional.empty();
        }
        return Optional.of(shape instanceof ListShape ? List.of() : "");
    }

    private static Object given(Shape shape, String value) {
        if (shape instanceof ListShape list && !value.startsWith("[")) {
            return elements(list.of(), value);
        }
        if (shape instanceof ListShape || shape instanceof RecordShape) {
            return TypedValue.tree(shape, value, Typing::refuseFile);
        }
        String word = unquoted(lines(value).collect(Collectors.joining("\n")));
        if (shape instanceof BytesShape) {
            word = hex(word);
        } else if (shape instanceof BigIntegerShape) {
            word = word.replace("\n", "");
        }
        return TypedValue.tree(shape, word, Typing::refuseFile);
    }

    private static Object refuseFile(String path) {
        throw new RefusedException(Message.of("typed-file"));
    }

    private static Stream<String> lines(String value) {
        return value.lines().map(Blanks::strip);
    }

    private static List<Object> elements(Shape of, String value) {
        List<Object> elements = new ArrayList<>();
        boolean isWhole = of instanceof ListShape || of instanceof RecordShape;
        lines(value).filter(line -> !line.isEmpty()).forEach(line -> {
            for (String element : isWhole ? List.of(line) : split(line)) {
                elements.add(given(of, element));
            }
        });
        return elements;
    }

    /** Parts between commas and semicolons; a part in quotation marks stays whole, one without any text is left out. */
    private static List<String> split(String line) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int i = 0; i <= line.length(); i++) {
            if (i < line.length() && Blanks.strip(line.substring(from, i)).isEmpty()) {
                i = endOfQuoted(line, i);
            }
            if (i >= line.length() || line.charAt(i) == ',' || line.charAt(i) == ';') {
                parts.add(Blanks.strip(line.substring(from, Math.min(i, line.length()))));
                from = i + 1;
            }
        }
        parts.removeIf(String::isEmpty);
        return parts;
    }

    /** Where a part in quotation marks ends, or the same place if none begins here. */
    private static int endOfQuoted(String line, int at) {
        int kind = OPENING.indexOf(line.charAt(at));
        int end = kind < 0 ? -1 : line.indexOf(CLOSING.charAt(kind), at + 1);
        return end < 0 ? at : end + 1;
    }

    private static String unquoted(String word) {
        int kind = word.length() < 2 ? -1 : OPENING.indexOf(word.charAt(0));
        if (kind < 0 || word.indexOf(CLOSING.charAt(kind), 1) != word.length() - 1) {
            return word;
        }
        return Blanks.strip(word.substring(1, word.length() - 1));
    }

    private static String hex(String word) {
        StringBuilder digits = new StringBuilder();
        for (String part : word.split("[\\h\\v:]+")) {
            digits.append(part.startsWith("0x") || part.startsWith("0X") ? part.substring(2) : part);
        }
        return digits.toString();
    }

    /** The tree as the shape writes it, so that a sheet and a program hand in the same. */
    private static Object asWritten(Shape shape, Object tree) {
        try {
            return shape.write(shape.read(tree, "", Links.NONE), Links.NONE);
        } catch (RefusedException | IllegalStateException theGraderWillSayWhy) {
            return tree;
        }
    }
}
