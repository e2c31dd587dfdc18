package org.quintain.core.wire;

import java.util.LinkedHashMap;
import java.util.Map;

/** A target: travels as {@code {"target": handle}}, and its methods are called by name. */
public final class TargetShape implements Shape {
    private final TargetType type;

    TargetShape(TargetType type) {
        this.type = type;
    }

    /**
     * What can be called.
     *
     * @return the target's interface
     */
    public TargetType type() {
        return type;
    }

    @Override
    public Object write(Object value, Links links) {
        return Refusals.object("target", links.handleOf(value, type.type()));
    }

    @Override
    public Object read(Object tree, String at, Links links) {
        if (tree instanceof Map<?, ?> map && map.size() == 1 && map.get("target") instanceof String handle) {
            return links.targetOf(handle, type.type());
        }
        throw Refusals.kind(at, "target", tree);
    }

    @Override
    public Map<String, Object> describe() {
        Map<String, Object> calls = new LinkedHashMap<>();
        type.methods().forEach((name, method) -> calls.put(name, method.describe()));
        return Refusals.object("type", "target", "calls", calls);
    }
}
