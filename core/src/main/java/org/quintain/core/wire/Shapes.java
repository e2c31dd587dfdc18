package org.quintain.core.wire;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quintain.core.Attachment;
import org.quintain.core.Bytes;
import org.quintain.core.Range;
import org.quintain.core.Size;

/**
 * Derives wire forms from declared types.
 *
 * <p>What travels: {@link Bytes}, {@code byte[]} in calls, {@link Attachment}, {@code String}, {@code int}, {@code long},
 * {@code boolean}, {@link BigInteger}, enums, {@link Optional}, lists and records of those, and target interfaces as
 * components of a challenge or results of a call. Anything else, a variable-size input without {@link Size}, overloads
 * and recursive records are refused with the place named.
 */
public final class Shapes {
    private static final ClassValue<RecordShape> CHALLENGES = new ClassValue<>() {
        @Override
        protected RecordShape computeValue(Class<?> type) {
            RecordShape shape = new Shapes(false, true, new HashMap<>()).record(type, type.getSimpleName());
            if (shape.component("session").isPresent()) {
                throw new IllegalArgumentException(
                        "a name other than the session's own wanted: " + type.getSimpleName() + ".session");
            }
            return shape;
        }
    };
    private static final ClassValue<RecordShape> ANSWERS = new ClassValue<>() {
        @Override
        protected RecordShape computeValue(Class<?> type) {
            return new Shapes(true, false, new HashMap<>()).record(type, type.getSimpleName());
        }
    };

    private final boolean isInput;
    private final boolean isChallenge;
    private final Map<Class<?>, TargetType> targets;
    private final List<Class<?>> open = new ArrayList<>();

    private Shapes(boolean isInput, boolean isChallenge, Map<Class<?>, TargetType> targets) {
        this.isInput = isInput;
        this.isChallenge = isChallenge;
        this.targets = targets;
    }

    /**
     * The form of a challenge.
     *
     * @param type a record class
     * @return its form; limits are needed on the parameters of its targets only
     * @throws IllegalArgumentException if something in it does not travel
     */
    public static RecordShape challenge(Class<? extends Record> type) {
        return CHALLENGES.get(type);
    }

    /**
     * The form of an answer.
     *
     * @param type a record class
     * @return its form, with a limit on everything of variable size
     * @throws IllegalArgumentException if something in it does not travel or has no limit
     */
    public static RecordShape answer(Class<? extends Record> type) {
        return ANSWERS.get(type);
    }

    private RecordShape record(Class<?> type, String at) {
        if (!type.isRecord()) {
            throw new IllegalArgumentException("a record wanted: " + at + " is " + type.getName());
        }
        if (open.contains(type)) {
            throw new IllegalArgumentException("a record that does not contain itself wanted: " + at);
        }
        open.add(type);
        List<RecordShape.Component> components = new ArrayList<>();
        Class<?>[] types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        for (RecordComponent component : type.getRecordComponents()) {
            String place = at + "." + component.getName();
            Shape shape = isChallenge && open.size() == 1 && isTarget(component.getType())
                    ? new TargetShape(target(component.getType()))
                    : shape(component.getAnnotatedType(), component, place);
            if (component.getType() == byte[].class) {
                throw new IllegalArgumentException("Bytes instead of byte[] wanted in a record: " + place);
            }
            component.getAccessor().trySetAccessible();
            components.add(new RecordShape.Component(component.getName(), shape, component.getAccessor()));
        }
        open.remove(type);
        try {
            var constructor = type.getDeclaredConstructor(types);
            constructor.trySetAccessible();
            return new RecordShape(type, components, constructor);
        } catch (NoSuchMethodException everyRecordHasIt) {
            throw new IllegalStateException(everyRecordHasIt);
        }
    }

    private Shape shape(AnnotatedType annotated, AnnotatedElement declared, String at) {
        Type type = annotated.getType();
        if (annotated instanceof AnnotatedParameterizedType generic) {
            return generic(generic, annotated, declared, at);
        }
        if (!(type instanceof Class<?> raw)) {
            throw doesNotTravel(type, at);
        }
        if (raw == int.class || raw == Integer.class || raw == long.class || raw == Long.class) {
            return integer(find(Range.class, annotated, declared), raw == int.class || raw == Integer.class, at);
        }
        if (raw == boolean.class || raw == Boolean.class) {
            return new BooleanShape();
        }
        if (raw == void.class) {
            return new VoidShape();
        }
        if (raw.isEnum()) {
            return new EnumShape(raw);
        }
        if (raw.isRecord() && raw != Attachment.class) {
            return record(raw, at);
        }
        if (raw == String.class
                || raw == Bytes.class
                || raw == byte[].class
                || raw == BigInteger.class
                || raw == Attachment.class) {
            return sized(raw, find(Size.class, annotated, declared), at);
        }
        throw doesNotTravel(type, at);
    }

    /** Targets are components of a challenge and results of a call themselves: never inside a list or another record. */
    private static boolean isTarget(Class<?> raw) {
        return raw.isInterface()
                && !raw.isAnnotation()
                && !raw.isSealed()
                && !raw.getName().startsWith("java.");
    }

    private Shape result(Method method, String at) {
        return isTarget(method.getReturnType())
                ? new TargetShape(target(method.getReturnType()))
                : shape(method.getAnnotatedReturnType(), method, at);
    }

    private Shape generic(
            AnnotatedParameterizedType generic, AnnotatedType annotated, AnnotatedElement declared, String at) {
        Type raw = ((java.lang.reflect.ParameterizedType) generic.getType()).getRawType();
        AnnotatedType element = generic.getAnnotatedActualTypeArguments()[0];
        if (raw == Optional.class) {
            return new OptionalShape(shape(element, declared, at));
        }
        if (raw == List.class) {
            Size size = find(Size.class, annotated, declared);
            requireSize(size, at);
            Shape of = shape(element, element, at + "[]");
            return new ListShape(of, size == null ? 0 : size.min(), size == null ? Integer.MAX_VALUE : size.max());
        }
        throw doesNotTravel(generic.getType(), at);
    }

    private Shape sized(Class<?> raw, Size size, String at) {
        requireSize(size, at);
        int min = size == null ? 0 : size.min();
        int max = size == null ? Integer.MAX_VALUE : size.max();
        if (raw == String.class) {
            return new TextShape(min, max);
        }
        if (raw == BigInteger.class) {
            return new BigIntegerShape(min, max);
        }
        return raw == Attachment.class ? new FileShape(min, max) : new BytesShape(min, max, raw == byte[].class);
    }

    private void requireSize(Size size, String at) {
        if (size == null && isInput) {
            throw new IllegalArgumentException("@Size wanted on an input of variable size: " + at);
        }
        if (size != null && (size.min() < 0 || size.max() < size.min())) {
            throw new IllegalArgumentException("0 <= min <= max wanted: " + at);
        }
    }

    private static IntegerShape integer(Range range, boolean isInt, String at) {
        long least = isInt ? Integer.MIN_VALUE : -IntegerShape.MAX_EXACT;
        long greatest = isInt ? Integer.MAX_VALUE : IntegerShape.MAX_EXACT;
        if (range != null && range.max() < range.min()) {
            throw new IllegalArgumentException("min <= max wanted: " + at);
        }
        return range == null
                ? new IntegerShape(least, greatest, isInt)
                : new IntegerShape(Math.max(least, range.min()), Math.min(greatest, range.max()), isInt);
    }

    private TargetType target(Class<?> type) {
        TargetType known = targets.get(type);
        if (known != null) {
            return known;
        }
        TargetType target = new TargetType(type);
        targets.put(type, target);
        Shapes inputs = new Shapes(true, false, targets);
        Method[] methods = type.getMethods();
        Arrays.sort(methods, Comparator.comparing(Method::getName));
        for (Method method : methods) {
            if (!Modifier.isStatic(method.getModifiers())) {
                String at = type.getSimpleName() + "." + method.getName();
                List<Shape> parameters = new ArrayList<>();
                for (Parameter parameter : method.getParameters()) {
                    parameters.add(inputs.shape(
                            parameter.getAnnotatedType(), parameter, at + "(" + parameter.getName() + ")"));
                }
                Shapes outputs = new Shapes(false, false, targets);
                method.trySetAccessible();
                target.add(method, parameters, outputs.result(method, at));
            }
        }
        return target;
    }

    private static <T extends java.lang.annotation.Annotation> T find(
            Class<T> annotation, AnnotatedElement first, AnnotatedElement second) {
        T found = second.getAnnotation(annotation);
        return found != null ? found : first.getAnnotation(annotation);
    }

    private static IllegalArgumentException doesNotTravel(Type type, String at) {
        return new IllegalArgumentException("a type that travels wanted: " + at + " is " + type.getTypeName());
    }
}
