package org.quintain.core.wire;

import java.util.Map;

/** The result of a method that returns nothing: null. */
public record VoidShape() implements Shape {
    @Override
    public Object write(Object value, Links links) {
        return Json.NULL;
    }

    @Override
    public Object read(Object tree, String at, Links links) {
        return null;
    }

    @Override
    public Map<String, Object> describe() {
        return Refusals.object("type", "nothing");
    }
}
