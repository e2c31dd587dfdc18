package org.quintain.core.wire;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A value that may be left out: absent, or null in a list of arguments.
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
        return tree == null || tree == Json.NULL ? Optional.empty() : Optional.of(of.read(tree, at, links));
    }

    @Override
    public Map<String, Object> describe() {
        Map<String, Object> form = new LinkedHashMap<>(of.describe());
        form.put("optional", true);
        return form;
    }
}
