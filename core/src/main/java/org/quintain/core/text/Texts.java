package org.quintain.core.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.quintain.core.Language;
import org.quintain.core.Message;

/**
 * Words in one language, from a properties file in UTF-8: {@code key = words with {arguments}}.
 *
 * <p>An argument whose name ends in {@code -kind} is itself a key: {@code found-kind=number} shows the words of {@code
 * kind-number}.
 */
public final class Texts {
    private static final Map<Language, Texts> CORE = loadCore();
    private final Map<String, String> words;

    private Texts(Map<String, String> words) {
        this.words = words;
    }

    /**
     * Core's own texts.
     *
     * @param language which language
     * @return the texts
     */
    public static Texts core(Language language) {
        return CORE.get(language);
    }

    /**
     * Reads texts from beside a class.
     *
     * @param beside the class
     * @param name resource name, for example {@code app.fr.properties}
     * @return the texts
     * @throws IllegalArgumentException if there is no such resource
     */
    public static Texts load(Class<?> beside, String name) {
        Properties properties = new Properties();
        try (InputStream in = beside.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalArgumentException("texts wanted: " + name + " beside " + beside.getName());
            }
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException cannotRead) {
            throw new UncheckedIOException(cannotRead);
        }
        Map<String, String> words = new TreeMap<>();
        properties.forEach((key, value) -> words.put((String) key, (String) value));
        return new Texts(words);
    }

    private static Map<Language, Texts> loadCore() {
        Map<Language, Texts> texts = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            texts.put(language, load(Texts.class, "core." + language.tag() + ".properties"));
        }
        return texts;
    }

    /**
     * The words for a message.
     *
     * @param message the message
     * @return its words with the arguments in place; key and arguments if it has no words
     */
    public String say(Message message) {
        String template = words.get(message.key());
        if (template == null) {
            return Words.bare(message);
        }
        SortedMap<String, String> arguments = new TreeMap<>(message.arguments());
        arguments.replaceAll(
                (name, value) -> name.endsWith("-kind") ? words.getOrDefault("kind-" + value, value) : value);
        return Words.fill(template, arguments);
    }

    /**
     * The words for a key with arguments given as name, value, name, value.
     *
     * @param key the message key
     * @param namesAndValues as for {@link Message#of}
     * @return the words
     */
    public String say(String key, Object... namesAndValues) {
        return say(Message.of(key, namesAndValues));
    }

    /**
     * All keys.
     *
     * @return sorted
     */
    public SortedSet<String> keys() {
        return new TreeSet<>(words.keySet());
    }

    /**
     * The argument names that the words of a key have places for.
     *
     * @param key the key
     * @return the names, or empty if there are no words for the key
     */
    public Optional<Set<String>> places(String key) {
        return Optional.ofNullable(words.get(key)).map(Words::places);
    }
}
