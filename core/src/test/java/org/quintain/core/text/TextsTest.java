package org.quintain.core.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quintain.core.Language;
import org.quintain.core.Message;

/** Core's own words: complete, alike in both languages, and set as each language is set. */
class TextsTest {
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Texts ENGLISH = Texts.core(Language.EN);
    private static final Texts FRENCH = Texts.core(Language.FR);

    /** A message key as the first argument of what makes a message. */
    private static final Pattern KEY = Pattern.compile(
            "(?:Message\\.of|[Rr]efused|Refusals\\.of|(?<![.\\w])of|(?<![.\\w])at|say)\\(\\s*\"([a-z][a-z0-9]*(?:-[a-z0-9]+)*)\"\\s*[,)]");

    private static SortedSet<String> keysInSources() throws IOException {
        SortedSet<String> keys = new TreeSet<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".java")).sorted().toList()) {
                String code = Files.readString(file, StandardCharsets.UTF_8).replaceAll("(?m)^\\s*\\*.*$", "");
                Matcher matcher = KEY.matcher(code);
                while (matcher.find()) {
                    keys.add(matcher.group(1));
                }
            }
        }
        return keys;
    }

    @Test
    void everyKeyInTheSourcesHasWords() throws IOException {
        SortedSet<String> missing = keysInSources();
        assertTrue(missing.size() > 40, missing::toString);
        missing.removeAll(ENGLISH.keys());
        assertEquals(Set.of(), missing);
    }

    /** Keys that reach a message through a variable, and words for kinds. */
    @Test
    void everyKeyWithWordsIsInTheSources() throws IOException {
        String all;
        try (Stream<Path> files = Files.walk(SOURCES)) {
            all = files.filter(f -> f.toString().endsWith(".java"))
                    .map(TextsTest::read)
                    .collect(Collectors.joining());
        }
        List<String> unused = ENGLISH.keys().stream()
                .filter(key -> !all.contains('"' + (key.startsWith("kind-") ? key.substring(5) : key) + '"'))
                .toList();
        assertEquals(List.of(), unused);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException cannotRead) {
            throw new java.io.UncheckedIOException(cannotRead);
        }
    }

    @Test
    void bothLanguagesHaveTheSameKeys() {
        assertEquals(ENGLISH.keys(), FRENCH.keys());
    }

    @Test
    void bothLanguagesHaveTheSamePlaces() {
        for (String key : ENGLISH.keys()) {
            assertEquals(ENGLISH.places(key), FRENCH.places(key), key);
        }
    }

    private static String words(Texts texts, String key) {
        return texts.say(new Message(key, new java.util.TreeMap<>()));
    }

    @Test
    void highPunctuationHasANarrowNoBreakSpaceInFrench() {
        Pattern wrong = Pattern.compile("(?<!\u202f)[:;!?\u00bb]|\u00ab(?!\u202f)");
        for (String key : FRENCH.keys()) {
            assertFalse(wrong.matcher(words(FRENCH, key)).find(), key + " = " + words(FRENCH, key));
        }
    }

    @Test
    void apostropheIsTypographicInFrench() {
        for (String key : FRENCH.keys()) {
            assertFalse(words(FRENCH, key).contains("'"), key);
        }
    }

    @Test
    void noTextHasDoubledOrTrailingSpace() {
        for (String key : FRENCH.keys()) {
            for (Texts texts : List.of(ENGLISH, FRENCH)) {
                String words = words(texts, key);
                assertFalse(words.isEmpty() || words.contains("  ") || !words.equals(words.strip()), key);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EN|a: a whole number was expected, text was found.",
                "FR|a\u202f: attendu, un nombre entier\u202f; trouv\u00e9, un texte."
            })
    void kindIsShownByItsWords(Language language, String words) {
        assertEquals(
                words,
                Texts.core(language).say("value-kind", "at", "a", "expected-kind", "integer", "found-kind", "text"));
    }
}
