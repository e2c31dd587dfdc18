package org.quintain.core.wire;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.quintain.core.Free;

/** The interface of a target as it can be called over the wire. */
public final class TargetType {
    /**
     * One callable method.
     *
     * @param method the Java method
     * @param parameterNames names in order
     * @param parameters forms of the arguments in order
     * @param result form of the result
     * @param isFree whether it costs nothing
     */
    public record Call(
            Method method, List<String> parameterNames, List<Shape> parameters, Shape result, boolean isFree) {
        Map<String, Object> describe() {
            List<Object> arguments = new ArrayList<>();
            for (int i = 0; i < parameters.size(); i++) {
                Map<String, Object> argument = Refusals.object("name", parameterNames.get(i));
                argument.putAll(parameters.get(i).describe());
                arguments.add(argument);
            }
            Object returned = result instanceof TargetShape target
                    ? Refusals.object(
                            "type", "target", "interface", target.type().type().getSimpleName())
                    : result.describe();
            return Refusals.object("args", arguments, "result", returned);
        }
    }

    private final Class<?> type;
    private final Map<String, Call> methods = new TreeMap<>();

    TargetType(Class<?> type) {
        this.type = type;
    }

    void add(Method method, List<Shape> parameters, Shape result) {
        List<String> names = java.util.Arrays.stream(method.getParameters())
                .map(java.lang.reflect.Parameter::getName)
                .toList();
        Call call = new Call(method, names, parameters, result, method.isAnnotationPresent(Free.class));
        if (methods.put(method.getName(), call) != null) {
            throw new IllegalArgumentException(
                    "method names without overloads wanted: " + type.getName() + "." + method.getName());
        }
    }

    /**
     * The declared interface.
     *
     * @return the interface
     */
    public Class<?> type() {
        return type;
    }

    /**
     * What can be called.
     *
     * @return methods by name, sorted
     */
    public Map<String, Call> methods() {
        return Collections.unmodifiableMap(methods);
    }
}
