package org.quintain.core.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.quintain.core.Message;
import org.quintain.core.RefusedException;

/** The refusals that shapes share; each names the place, what was expected and what was found. */
final class Refusals {
    private Refusals() {}

    static RefusedException kind(String at, String expected, Object found) {
        return new RefusedException(
                Message.of("value-kind", "at", at, "expected-kind", expected, "found-kind", Json.kindOf(found)));
    }

    static RefusedException of(String key, Object... arguments) {
        return new RefusedException(Message.of(key, arguments));
    }

    static void requireSize(String at, String unit, long found, int min, int max) {
        if (found < min || found > max) {
            throw min == max
                    ? of("value-size-exact", "at", at, "unit-kind", unit, "expected", max, "found", found)
                    : of("value-size", "at", at, "unit-kind", unit, "min", min, "max", max, "found", found);
        }
    }

    /** The characters of a string that is to hold a number or bytes; anything else is refused. */
    static String text(String at, String expected, Object tree) {
        if (tree instanceof String text) {
            return text;
        }
        throw kind(at, expected, tree);
    }

    static boolean isInteger(String text) {
        int digitsFrom = text.startsWith("-") ? 1 : 0;
        return text.length() > digitsFrom && text.substring(digitsFrom).chars().allMatch(c -> c >= '0' && c <= '9');
    }

    static Map<String, Object> object(Object... namesAndValues) {
        Map<String, Object> object = new java.util.LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return object;
    }

    static Map<String, Object> described(String type, int min, int max) {
        Map<String, Object> form = object("type", type);
        if (min > 0) {
            form.put("min", (long) min);
        }
        if (max != Integer.MAX_VALUE) {
            form.put("max", (long) max);
        }
        return form;
    }

    static List<Object> list(List<?> of) {
        return new ArrayList<>(of);
    }
}
