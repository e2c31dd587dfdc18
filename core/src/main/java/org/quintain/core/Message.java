package org.quintain.core;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A reason as a key with named arguments; the words for it live in the briefs, in each language.
 *
 * @param key lower-case words joined by hyphens, for example {@code shift-wrong}
 * @param arguments values for the {@code {name}} places in the words, as plain text; each is cut after
 *     {@link #ARGUMENT_CODE_POINTS}, since it may hold a learner's text of any length
 */
@Stable
public record Message(String key, SortedMap<String, String> arguments) {
    /** The most code points kept of an argument: 120. */
    public static final int ARGUMENT_CODE_POINTS = 120;

    /** Copies and cuts the arguments. */
    public Message {
        if (!isKey(key)) {
            throw new IllegalArgumentException("a message key of a-z, 0-9 and hyphens wanted: key=" + key);
        }
        SortedMap<String, String> copy = new TreeMap<>(arguments);
        copy.replaceAll((name, value) -> cut(value));
        arguments = Collections.unmodifiableSortedMap(copy);
    }

    private static String cut(String value) {
        return value.length() <= ARGUMENT_CODE_POINTS || value.codePointCount(0, value.length()) <= ARGUMENT_CODE_POINTS
                ? value
                : value.substring(0, value.offsetByCodePoints(0, ARGUMENT_CODE_POINTS - 1)) + "…";
    }

    /**
     * A message with arguments given as name, value, name, value.
     *
     * @param key the key
     * @param namesAndValues an even number of objects: each name a {@code String}, each value anything with a
     *     {@code toString()} that does not depend on locale or machine
     * @return the message
     * @throws IllegalArgumentException if the number is odd or a name occurs twice
     */
    public static Message of(String key, Object... namesAndValues) {
        if (namesAndValues.length % 2 != 0) {
            throw new IllegalArgumentException("names and values in pairs wanted: count=" + namesAndValues.length);
        }
        SortedMap<String, String> arguments = new TreeMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            if (arguments.put((String) namesAndValues[i], String.valueOf(namesAndValues[i + 1])) != null) {
                throw new IllegalArgumentException("each argument once wanted: name=" + namesAndValues[i]);
            }
        }
        return new Message(key, arguments);
    }

    private static boolean isKey(String key) {
        return !key.isEmpty()
                && key.length() <= 64
                && key.chars().allMatch(c -> c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-');
    }
}
