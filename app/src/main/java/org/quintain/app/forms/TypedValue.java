package org.quintain.app.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.quintain.core.Bytes;
import org.quintain.core.wire.BooleanShape;
import org.quintain.core.wire.EnumShape;
import org.quintain.core.wire.FileShape;
import org.quintain.core.wire.Json;
import org.quintain.core.wire.Limits;
import org.quintain.core.wire.ListShape;
import org.quintain.core.wire.OptionalShape;
import org.quintain.core.wire.RecordShape;
import org.quintain.core.wire.Shape;

/** One typed word as the tree of a declared form. */
public final class TypedValue {
    private static final List<String> TRUE = List.of("true", "yes", "vrai", "oui");
    private static final List<String> FALSE = List.of("false", "no", "faux", "non");

    private TypedValue() {}

    /**
     * A word as the tree of a declared form.
     *
     * @param shape the form
     * @param word what was typed: hexadecimal digits, a number, a text, {@code -} for nothing, elements between commas, or
     *     JSON for records and lists of them
     * @param file what becomes of a word where a file is wanted
     * @return the tree, not yet checked by the shape
     * @throws org.quintain.core.RefusedException {@code json-…} if JSON is wanted and not found
     */
    public static Object tree(Shape shape, String word, Function<String, Object> file) {
        if (shape instanceof OptionalShape optional) {
            return word.equals("-") || word.isEmpty() ? Json.NULL : tree(optional.of(), word, file);
        }
        if (shape instanceof BooleanShape) {
            String lower = word.toLowerCase(Locale.ROOT);
            return TRUE.contains(lower) ? Boolean.TRUE : FALSE.contains(lower) ? Boolean.FALSE : (Object) word;
        }
        if (shape instanceof EnumShape) {
            return word.toLowerCase(Locale.ROOT);
        }
        if (shape instanceof ListShape list && !word.startsWith("[")) {
            List<Object> elements = new ArrayList<>();
            for (String element : word.isEmpty() ? new String[0] : word.split(",", -1)) {
                elements.add(tree(list.of(), element.strip(), file));
            }
            return elements;
        }
        if (shape instanceof RecordShape || shape instanceof ListShape) {
            return Json.parse(Bytes.utf8(word), Limits.SUBMISSION);
        }
        return shape instanceof FileShape ? file.apply(word) : word;
    }
}
