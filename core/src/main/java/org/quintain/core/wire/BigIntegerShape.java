package org.quintain.core.wire;

import java.math.BigInteger;
import java.util.Map;

/**
 * A large integer as a string of ASCII decimal digits; a JSON number is read too.
 *
 * @param min least number of digits
 * @param max greatest number of digits, checked before parsing
 */
public record BigIntegerShape(int min, int max) implements Shape {
    @Override
    public Object write(Object value, Links links) {
        return value.toString();
    }

    @Override
    public Object read(Object tree, String at, Links links) {
        String digits = tree instanceof Long || tree instanceof BigInteger
                ? tree.toString()
                : Refusals.text(at, "integer", tree);
        if (!Refusals.isInteger(digits)) {
            throw Refusals.kind(at, "integer", tree);
        }
        Refusals.requireSize(at, "digits", digits.startsWith("-") ? digits.length() - 1 : digits.length(), min, max);
        return new BigInteger(digits);
    }

    @Override
    public Map<String, Object> describe() {
        return Refusals.described("big-integer", min, max);
    }
}
