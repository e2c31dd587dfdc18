package org.quintain.core;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.quintain.core.text.Clean;

/**
 * A typed constant that a lab declares on its card: what researchers sweep and teachers choose.
 *
 * @param <T> type of its values
 */
@Stable
public final class Param<T> {
    /** The hardened or patched twin of a target; see {@link Setup#with}. */
    public static final Param<Boolean> HARDENED = flag("hardened");

    private final String name;
    private final T byDefault;
    private final String domain;
    private final List<T> corners;
    private final Function<String, T> parser;
    private final Function<T, String> formatter;

    private Param(
            String name,
            T byDefault,
            String domain,
            List<T> corners,
            Function<String, T> parser,
            Function<T, String> formatter) {
        Message.of(name);
        this.name = name;
        this.byDefault = byDefault;
        this.domain = domain;
        this.corners = corners;
        this.parser = parser;
        this.formatter = formatter;
    }

    /**
     * A switch, off by default.
     *
     * @param name lower-case words joined by hyphens
     * @return the parameter
     */
    public static Param<Boolean> flag(String name) {
        return new Param<>(
                name,
                false,
                "true | false",
                List.of(false, true),
                text -> switch (text) {
                    case "true" -> true;
                    case "false" -> false;
                    default -> null;
                },
                String::valueOf);
    }

    /**
     * A whole number.
     *
     * @param name lower-case words joined by hyphens
     * @param min least value
     * @param byDefault value when none is given
     * @param max greatest value
     * @return the parameter
     */
    public static Param<Integer> integer(String name, int min, int byDefault, int max) {
        if (byDefault < min || byDefault > max) {
            throw new IllegalArgumentException(
                    "default inside the range wanted: name=" + name + " default=" + byDefault);
        }
        return new Param<>(
                name,
                byDefault,
                min + " .. " + max,
                List.of(min, byDefault, max),
                text -> {
                    if (!text.matches("-?[0-9]{1,10}")) {
                        return null;
                    }
                    long value = Long.parseLong(text);
                    return value < min || value > max ? null : (Integer) (int) value;
                },
                String::valueOf);
    }

    /**
     * One of some words.
     *
     * @param name lower-case words joined by hyphens
     * @param byDefault word when none is given
     * @param others the other words
     * @return the parameter
     */
    public static Param<String> choice(String name, String byDefault, String... others) {
        List<String> words = java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(byDefault), java.util.Arrays.stream(others))
                .toList();
        return new Param<>(
                name,
                byDefault,
                String.join(" | ", words),
                words,
                text -> words.contains(text) ? text : null,
                word -> word);
    }

    /**
     * The name in course plans and on the command line.
     *
     * @return lower-case words joined by hyphens
     */
    public String name() {
        return name;
    }

    /**
     * The value when none is given.
     *
     * @return a value in the range
     */
    public T byDefault() {
        return byDefault;
    }

    /**
     * What values there are, for people.
     *
     * @return {@code 4 .. 32} or {@code en | fr}
     */
    public String domain() {
        return domain;
    }

    /**
     * Values that a lab is to be tried with: every word, both truth values, the ends of a range.
     *
     * @return the default among them
     */
    public List<T> corners() {
        return corners;
    }

    /**
     * Reads a value's wire form.
     *
     * @param text for example {@code 16}, {@code true}, {@code fr}
     * @return the value
     * @throws RefusedException {@code param-value} if it is outside the domain
     */
    public T parse(String text) {
        T value = parser.apply(text);
        if (value == null) {
            throw new RefusedException(
                    Message.of("param-value", "name", name, "expected", domain, "found", Clean.line(text, 40)));
        }
        return value;
    }

    /**
     * Writes a value's wire form.
     *
     * @param value a value of this parameter
     * @return text that {@link #parse} reads back
     */
    public String format(T value) {
        return formatter.apply(Objects.requireNonNull(value));
    }

    @Override
    public String toString() {
        return name + " (" + domain + ", default " + format(byDefault) + ")";
    }
}
