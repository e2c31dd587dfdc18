package org.quintain.core.wire;

import java.util.Map;

/** A truth value. */
public record BooleanShape() implements Shape {
    @Override
    public Object write(Object value, Links links) {
        return value;
    }

    @Override
    public Object read(Object tree, String at, Links links) {
        if (tree instanceof Boolean) {
            return tree;
        }
        throw Refusals.kind(at, "boolean", tree);
    }

    @Override
    public Map<String, Object> describe() {
        return Refusals.object("type", "boolean");
    }
}
