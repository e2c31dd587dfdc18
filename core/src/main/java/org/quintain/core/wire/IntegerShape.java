package org.quintain.core.wire;

import java.math.BigInteger;
import java.util.Map;

/**
 * An {@code int} or {@code long} as a JSON number; decimal digits in a string are read too, as people fill them in.
 *
 * @param min least value
 * @param max greatest value
 * @param isInt whether the declared type is {@code int} and not {@code long}
 */
public record IntegerShape(long min, long max, boolean isInt) implements Shape {
    /** The greatest integer that every JSON reader keeps exactly, 2^53 - 1. */
    public static final long MAX_EXACT = (1L << 53) - 1;

    @Override
    public Object write(Object value, Links links) {
        return ((Number) value).longValue();
    }

    @Override
    public Object read(Object tree, String at, Links links) {
        long value = whole(tree, at);
        if (value < min || value > max) {
            throw Refusals.of("value-range", "at", at, "min", min, "max", max, "found", value);
        }
        return isInt ? (Object) (int) value : (Object) value;
    }

    private long whole(Object tree, String at) {
        if (tree instanceof Long value) {
            return value;
        }
        if (tree instanceof String text && Refusals.isInteger(text) && text.length() <= 18) {
            return Long.parseLong(text);
        }
        if (tree instanceof BigInteger || tree instanceof String text && Refusals.isInteger(text)) {
            throw Refusals.of("value-range", "at", at, "min", min, "max", max, "found", Json.cut(tree.toString()));
        }
        throw Refusals.kind(at, "integer", tree);
    }

    @Override
    public Map<String, Object> describe() {
        return Refusals.object("type", "integer", "min", min, "max", max);
    }
}
