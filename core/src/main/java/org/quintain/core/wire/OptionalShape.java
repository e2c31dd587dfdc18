package org.quintain.core.wire;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A value that may be left out: absent, null in a list of arguments, or an empty text that is no text's value.
 *
 * @param of the shape of the value
 */
public record OptionalShape(Shape of) implements Shape {
    @Override
    public Object write(Object value, Links links) {
        return ((Optional<?>) value).map(inner -> of.write(inner, links)).orElse(Json.NULL);
    }

    @Override
    public Object read(Object tree, String at, Links links) {
        return isAbsent(tree) ? Optional.empty() : Optional.of(of.read(tree, at, links));
    }

    /** A template shows an optional field as an empty text; left so, it is absent unless it is itself a text. */
    private boolean isAbsent(Object tree) {
        return tree == null || tree == Json.NULL || "".equals(tree) && !(of instanceof TextShape);
    }

    @Override
    public Map<String, Object> describe() {
        Map<String, Object> form = new LinkedHashMap<>(of.describe());
        form.put("optional", true);
        return form;
    }
}
