package org.quintain.app.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The spelling of all texts, by Hunspell and the project's word lists {@code docs/spelling/}.
 *
 * <p>Code, addresses, titles of works, words with digits and words in capitals are left out. English is British.
 */
class SpellingTest {
    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{M}]*(?:['’-]\\p{L}[\\p{L}\\p{M}]*)*");
    private static final Pattern NO_WORD = Pattern.compile(
            "\\{[^}]*}|(?<![\\p{L}\\p{N}])--?[a-z][\\w-]*|\\bquintain(?: [a-z-]+)?|\\bmvn(?: [-\\w:]+)*|\\S*[\\w}][=_/.@]\\S*\\w|\\S*\\d\\S*|\\p{Lu}{2,}\\p{Ll}*|&\\w+;");

    @TempDir
    Path temp;

    @Test
    void frenchIsSpeltRight() throws IOException, InterruptedException {
        check("fr", "fr_FR", "hunspell-fr", Text.in("fr"));
    }

    @Test
    void englishIsSpeltRight() throws IOException, InterruptedException {
        check("en", "en_GB", "hunspell-en-gb", Text.in("en"));
    }

    private void check(String list, String dictionary, String debianPackage, List<Text.Line> lines)
            throws IOException, InterruptedException {
        Map<String, Set<String>> places = new TreeMap<>();
        for (Text.Line line : lines) {
            if (!line.isReference()) {
                String text = NO_WORD.matcher(line.prose()).replaceAll(" ");
                WORD.matcher(text)
                        .results()
                        .filter(word -> word.group().length() > 1)
                        .forEach(word -> places.computeIfAbsent(word.group().replace('’', '\''), w -> new TreeSet<>())
                                .add(line.where()));
            }
        }
        Path known = Docs.ROOT.resolve("docs/spelling/" + list + ".txt");
        Set<String> project = new TreeSet<>(Docs.read(known).lines().toList());
        assertEquals(List.copyOf(project), Docs.read(known).lines().toList(), "sorted, each once: " + known);
        Set<String> unknown = unknown(dictionary, debianPackage, places.keySet());
        unknown.removeIf(word -> project.contains(word) || project.contains(word.toLowerCase(java.util.Locale.ROOT)));
        assertEquals(
                "",
                unknown.stream()
                        .map(word ->
                                word + "  " + places.get(word).stream().limit(2).toList())
                        .collect(Collectors.joining("\n")),
                "correct these words, or add them to docs/spelling/" + list + ".txt");
    }

    private Set<String> unknown(String dictionary, String debianPackage, Set<String> words)
            throws IOException, InterruptedException {
        Path in = Files.write(temp.resolve("words"), words, StandardCharsets.UTF_8);
        Path out = temp.resolve("unknown");
        Process hunspell;
        try {
            hunspell = new ProcessBuilder("hunspell", "-d", dictionary, "-i", "UTF-8", "-l")
                    .redirectInput(in.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException notInstalled) {
            assumeTrue(false, "spelling is not checked: hunspell is not installed");
            return Set.of();
        }
        assumeTrue(hunspell.waitFor() == 0, "spelling is not checked: " + debianPackage + " is not installed");
        Set<String> found = new TreeSet<>(Files.readAllLines(out, StandardCharsets.UTF_8));
        // Hunspell takes some words apart; the whole word is what a reader of the report looks for.
        Set<String> whole = new TreeSet<>();
        for (String word : words) {
            if (found.contains(word) || List.of(word.split("['-]")).stream().anyMatch(found::contains)) {
                whole.add(word);
            }
        }
        return whole;
    }
}
