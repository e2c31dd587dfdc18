package org.quintain.core.wire;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One of an enum's constants, as its name in lower case with hyphens. */
public final class EnumShape implements Shape {
    private final Map<String, Object> constants = new LinkedHashMap<>();

    EnumShape(Class<?> type) {
        for (Object constant : type.getEnumConstants()) {
            if (constants.put(word(constant), constant) != null) {
                throw new IllegalArgumentException("constants of different words wanted: " + type.getName());
            }
        }
    }

    private static String word(Object constant) {
        return ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The words accepted.
     *
     * @return in the order of declaration
     */
    public List<String> words() {
        return List.copyOf(constants.keySet());
    }

    @Override
    public Object write(Object value, Links links) {
        return word(value);
    }

    @Override
    public Object read(Object tree, String at, Links links) {
        String text = Refusals.text(at, "text", tree);
        Object constant = constants.get(text);
        if (constant == null) {
            throw Refusals.of(
                    "value-choice", "at", at, "expected", String.join(" | ", words()), "found", Json.cut(text));
        }
        return constant;
    }

    @Override
    public Map<String, Object> describe() {
        return Refusals.object("type", "choice", "of", new ArrayList<Object>(words()));
    }
}
