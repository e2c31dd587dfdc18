package org.quintain.core;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.quintain.core.text.Clean;

/**
 * Values for a lab's parameters; parameters that are not named here have their defaults.
 *
 * <p>Immutable; holds wire forms, and only of values that differ from the default, so that equal settings give equal
 * instances however they were written.
 */
@Stable
public final class Params {
    private static final Params NONE = new Params(new TreeMap<>());
    private final SortedMap<String, String> nonDefault;

    private Params(SortedMap<String, String> nonDefault) {
        this.nonDefault = Collections.unmodifiableSortedMap(nonDefault);
    }

    /**
     * All defaults.
     *
     * @return the empty setting
     */
    public static Params none() {
        return NONE;
    }

    /**
     * One parameter set.
     *
     * @param param which
     * @param value its value
     * @param <T> type of the value
     * @return the setting
     */
    public static <T> Params of(Param<T> param, T value) {
        return NONE.with(param, value);
    }

    /**
     * Reads wire values against a card.
     *
     * @param card the lab's card
     * @param values names and wire forms
     * @return the setting
     * @throws RefusedException {@code param-unknown} for a name that the card does not declare, {@code param-value} for a
     *     value outside the domain
     */
    public static Params parse(LabCard card, Map<String, String> values) {
        Params params = NONE;
        for (Map.Entry<String, String> entry : new TreeMap<>(values).entrySet()) {
            Optional<Param<?>> declared = card.parameters().stream()
                    .filter(p -> p.name().equals(entry.getKey()))
                    .findFirst();
            Param<?> param = declared.orElseThrow(() -> new RefusedException(
                    Message.of("param-unknown", "name", Clean.line(entry.getKey(), 40), "lab", card.id())));
            params = params.withParsed(param, entry.getValue());
        }
        return params;
    }

    /**
     * The same with one value changed.
     *
     * @param param which
     * @param value its new value; the default removes it
     * @param <T> type of the value
     * @return the changed setting
     * @throws RefusedException {@code param-value} if the value is outside the parameter's domain
     */
    public <T> Params with(Param<T> param, T value) {
        param.parse(param.format(value));
        SortedMap<String, String> changed = new TreeMap<>(nonDefault);
        if (value.equals(param.byDefault())) {
            changed.remove(param.name());
        } else {
            changed.put(param.name(), param.format(value));
        }
        return new Params(changed);
    }

    private <T> Params withParsed(Param<T> param, String text) {
        return with(param, param.parse(text));
    }

    /**
     * The value of a parameter.
     *
     * @param param which
     * @param <T> type of the value
     * @return the value set, or the default
     */
    public <T> T get(Param<T> param) {
        String text = nonDefault.get(param.name());
        return text == null ? param.byDefault() : param.parse(text);
    }

    /**
     * The values that differ from their defaults, in wire form.
     *
     * @return names and values, sorted by name
     */
    public SortedMap<String, String> nonDefault() {
        return nonDefault;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Params that && nonDefault.equals(that.nonDefault);
    }

    @Override
    public int hashCode() {
        return nonDefault.hashCode();
    }

    @Override
    public String toString() {
        return nonDefault.toString();
    }
}
