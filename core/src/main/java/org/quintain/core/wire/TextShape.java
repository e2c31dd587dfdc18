package org.quintain.core.wire;

import java.util.Map;

/**
 * Text as a JSON string.
 *
 * @param min least number of code points
 * @param max greatest number of code points
 */
public record TextShape(int min, int max) implements Shape {
    @Override
    public Object write(Object value, Links links) {
        return value;
    }

    @Override
    public Object read(Object tree, String at, Links links) {
        String text = Refusals.text(at, "text", tree);
        Refusals.requireSize(at, "characters", text.codePointCount(0, text.length()), min, max);
        return text;
    }

    @Override
    public Map<String, Object> describe() {
        return Refusals.described("text", min, max);
    }
}
