package org.quintain.core.wire;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quintain.core.RefusedException;

/** A record as a JSON object with a field for each component; optional components may be absent, unknown fields are refused. */
public final class RecordShape implements Shape {
    /**
     * A component of a record.
     *
     * @param name its name, also on the wire
     * @param shape its form
     * @param accessor reads it
     */
    public record Component(String name, Shape shape, Method accessor) {}

    private final Class<?> type;
    private final List<Component> components;
    private final Constructor<?> constructor;

    RecordShape(Class<?> type, List<Component> components, Constructor<?> constructor) {
        this.type = type;
        this.components = List.copyOf(components);
        this.constructor = constructor;
    }

    /**
     * The components.
     *
     * @return in the order of declaration
     */
    public List<Component> components() {
        return components;
    }

    /**
     * The component of a name.
     *
     * @param name its name
     * @return the component, or empty if the record has none of that name
     */
    public Optional<Component> component(String name) {
        return components.stream().filter(c -> c.name().equals(name)).findFirst();
    }

    @Override
    public Map<String, Object> write(Object value, Links links) {
        Map<String, Object> out = new LinkedHashMap<>();
        for (Component component : components) {
            Object tree = component.shape().write(get(component, value), links);
            if (tree != Json.NULL) {
                out.put(component.name(), tree);
            }
        }
        return out;
    }

    private static Object get(Component component, Object value) {
        try {
            return component.accessor().invoke(value);
        } catch (ReflectiveOperationException accessorFailed) {
            throw new IllegalStateException(accessorFailed);
        }
    }

    @Override
    public Object read(Object tree, String at, Links links) {
        if (!(tree instanceof Map<?, ?> map)) {
            throw Refusals.kind(at, "object", tree);
        }
        refuseUnknown(map, at);
        List<Object> values = new ArrayList<>();
        for (Component component : components) {
            String place = at.isEmpty() ? component.name() : at + "." + component.name();
            Object field = map.get(component.name());
            if (field == null && !(component.shape() instanceof OptionalShape)) {
                throw Refusals.of("value-missing", "at", place);
            }
            values.add(component.shape().read(field, place, links));
        }
        return construct(values.toArray());
    }

    private void refuseUnknown(Map<?, ?> map, String at) {
        for (Object name : map.keySet()) {
            if (component((String) name).isEmpty()) {
                throw Refusals.of("value-unknown", "at", at, "name", Json.cut((String) name));
            }
        }
    }

    private Object construct(Object[] values) {
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException thrown) {
            if (thrown.getCause() instanceof RefusedException refused) {
                throw refused;
            }
            throw new IllegalStateException(type.getName() + " constructor failed", thrown.getCause());
        } catch (ReflectiveOperationException notConstructible) {
            throw new IllegalStateException(notConstructible);
        }
    }

    @Override
    public Map<String, Object> describe() {
        return Refusals.object("type", "record", "fields", describeFields());
    }

    /**
     * The forms of the components by name.
     *
     * @return what a handout shows under {@code answers}
     */
    public Map<String, Object> describeFields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        components.forEach(c -> fields.put(c.name(), c.shape().describe()));
        return fields;
    }
}
