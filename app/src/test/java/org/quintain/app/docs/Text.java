package org.quintain.app.docs;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The prose of all texts in one language, line by line. */
final class Text {
    /** Headings under which works are listed: their titles keep the typography and spelling of their language. */
    private static final Pattern REFERENCES =
            Pattern.compile("(##+ )?(Sources|References|Références|Bibliographie)\\b.*");

    private Text() {}

    /**
     * A line of prose.
     *
     * @param where file and line, or file and key
     * @param language {@code en} or {@code fr}
     * @param prose without code, addresses and emphasis
     * @param isReference whether it lists a work
     */
    record Line(String where, String language, String prose, boolean isReference) {}

    /**
     * Briefs, debriefs, guides, help and messages, and documents that are in one language only; no text of a test. The glossary is left out,
     * as it is in both; a part in the other language stands between {@code <!-- lang: fr -->} and {@code <!-- lang: en -->}.
     */
    static List<Line> in(String language) {
        return Docs.files(name -> name.matches(".*\\.(md|(en|fr)\\.properties)")
                        && !name.contains("/src/test/")
                        && !name.equals("docs/glossary.md"))
                .stream()
                .flatMap(file -> file.toString().endsWith(".md") ? ofMarkdown(file) : ofProperties(file))
                .filter(line -> line.language().equals(language))
                .toList();
    }

    private static String language(Path file) {
        return Docs.name(file).matches(".*\\.fr\\.\\w+") ? "fr" : "en";
    }

    private static Stream<Line> ofMarkdown(Path file) {
        List<Line> lines = new ArrayList<>();
        String text = Docs.read(file);
        String[] raw = text.split("\n", -1);
        String[] prose = Markdown.prose(text).split("\n", -1);
        String language = language(file);
        boolean isList = Docs.name(file).matches("docs/(bibliography|corpora)\\.md");
        boolean isReference = isList;
        for (int i = 0; i < raw.length; i++) {
            if (raw[i].matches("<!-- lang: (en|fr) -->")) {
                language = raw[i].substring(11, 13);
            }
            if (prose[i].startsWith("#") || prose[i].equals("Sources:")) {
                isReference = isList || REFERENCES.matcher(prose[i]).matches();
            }
            lines.add(new Line(
                    Docs.name(file) + ":" + (i + 1),
                    language,
                    plain(prose[i], isReference || Docs.name(file).equals("docs/labs.md")),
                    isReference));
        }
        return lines.stream();
    }

    /** Without what is form: "- id: text" in a brief's lists, |---:| in a table, asterisks, and titles of works. */
    private static String plain(String line, boolean hasTitles) {
        String plain = line.replaceFirst("^- [A-Za-z0-9-]+: ", "")
                .replaceFirst("^[|: -]+$", "")
                .replaceAll("\\*+([^*]+)\\*+", hasTitles ? "x" : "$1");
        return hasTitles ? plain.replaceAll("«[^»]*»", "x").replaceAll("«.*$|^[^«]*»", "x") : plain;
    }

    private static Stream<Line> ofProperties(Path file) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(Docs.read(file)));
        } catch (IOException cannotRead) {
            throw new UncheckedIOException(cannotRead);
        }
        TreeMap<String, String> sorted = new TreeMap<>();
        properties.forEach((key, value) -> sorted.put((String) key, (String) value));
        return sorted.entrySet().stream()
                .filter(entry -> !entry.getKey().endsWith("-example"))
                .map(entry -> new Line(
                        Docs.name(file) + " " + entry.getKey(),
                        language(file),
                        Markdown.prose(entry.getValue()).strip(),
                        false));
    }
}
