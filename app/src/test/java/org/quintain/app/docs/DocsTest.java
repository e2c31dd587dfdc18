package org.quintain.app.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.quintain.core.Catalog;
import org.quintain.core.Lab;
import org.quintain.core.Language;

/**
 * What the documents say about code is what the code says.
 *
 * <p>{@code mvn -o -pl app -am test -Dtest=DocsTest -Dsurefire.failIfNoSpecifiedTests=false -Dquintain.docs.write=true}
 * writes snippets, tables and index anew.
 */
class DocsTest {
    private static final String EXAMPLES = "app/src/test/java/org/quintain/app/docs/";
    private static final Pattern SNIPPET =
            Pattern.compile("<!-- snippet: (\\S+)#(\\S+) -->\n```java\n(.*?)```", Pattern.DOTALL);
    private static final Pattern GENERATED =
            Pattern.compile("(<!-- (labs|decisions):begin -->\n)(.*?)(<!-- \\2:end -->)", Pattern.DOTALL);

    /** Addresses that a reader may be sent to; a registry, mirror or machine of whoever builds is none of them. */
    private static final Set<String> HOSTS = Set.of(
            "creativecommons.org",
            "doi.org",
            "json-schema.org",
            "keepachangelog.com",
            "maven.apache.org",
            "semver.org",
            "www.apache.org",
            "www.gutenberg.org",
            "www.rfc-editor.org",
            "www.w3.org");

    @Test
    void everySnippetIsARegionOfAnExampleThatRuns() {
        List<String> wrong = new ArrayList<>();
        for (Path file : Docs.markdown()) {
            String text = Docs.read(file);
            Matcher snippet = SNIPPET.matcher(text);
            StringBuilder renewed = new StringBuilder();
            int count = 0;
            while (snippet.find()) {
                count++;
                Path source = Docs.ROOT.resolve(EXAMPLES + snippet.group(1));
                String region = Docs.region(source, snippet.group(2));
                if (!region.equals(snippet.group(3).strip())) {
                    wrong.add(Docs.name(file) + ": " + snippet.group(2));
                }
                snippet.appendReplacement(
                        renewed,
                        Matcher.quoteReplacement("<!-- snippet: " + snippet.group(1) + "#" + snippet.group(2)
                                + " -->\n```java\n" + region + "\n```"));
            }
            snippet.appendTail(renewed);
            assertEquals(
                    Markdown.blocks(text).stream()
                            .filter(block -> block.language().equals("java"))
                            .count(),
                    count,
                    "each block of Java is a snippet: " + Docs.name(file));
            renew(file, text, renewed.toString());
        }
        assertAgreed(wrong);
    }

    @Test
    void theTablesOfLabsAreThoseOfTheCatalog() {
        List<Lab<?, ?>> labs = Catalog.installed().labs();
        List<String> wrong = new ArrayList<>();
        compare("README.md", LabTables.table(labs, Language.EN), wrong);
        compare("README.fr.md", LabTables.table(labs, Language.FR), wrong);
        compare("docs/labs.md", LabTables.index(labs), wrong);
        assertAgreed(wrong);
    }

    @Test
    void theIndexOfDecisionsNamesEachRecord() {
        StringBuilder index = new StringBuilder();
        for (Path file : Docs.files(name -> name.matches("docs/decisions/(?!README).*\\.md"))) {
            String title = Markdown.headings(Docs.read(file)).get(0).text();
            index.append("- [")
                    .append(title)
                    .append("](")
                    .append(file.getFileName())
                    .append(")\n");
        }
        List<String> wrong = new ArrayList<>();
        compare("docs/decisions/README.md", index.toString(), wrong);
        assertAgreed(wrong);
    }

    /** By its RFC, or by its first author and year. */
    @Test
    void theBibliographyHasEverySourceOfEveryCard() {
        List<String> entries =
                Docs.read(Docs.ROOT.resolve("docs/bibliography.md")).lines().toList();
        Pattern rfc = Pattern.compile("RFC \\d+");
        Pattern author = Pattern.compile("\\p{Lu}[\\p{L}-]{2,}");
        Pattern year = Pattern.compile("(?<!\\d)(?:1[5-9]|20)\\d\\d(?!\\d)|AD \\d+");
        List<String> missing = new ArrayList<>();
        for (Lab<?, ?> lab : Catalog.installed().labs()) {
            for (String source : lab.card().sources()) {
                List<String> wanted = new ArrayList<>(List.of("`" + lab.card().id() + "`"));
                rfc.matcher(source).results().limit(1).forEach(found -> wanted.add(found.group()));
                if (wanted.size() == 1) {
                    author.matcher(source).results().limit(1).forEach(found -> wanted.add(found.group()));
                    year.matcher(source).results().limit(1).forEach(found -> wanted.add(found.group()));
                }
                if (entries.stream().noneMatch(entry -> wanted.stream().allMatch(entry::contains))) {
                    missing.add(lab.card().id() + ": " + source);
                }
            }
        }
        assertEquals(List.of(), missing);
    }

    private static void compare(String name, String expected, List<String> wrong) {
        Path file = Docs.ROOT.resolve(name);
        String text = Docs.read(file);
        Matcher generated = GENERATED.matcher(text);
        assertEquals(true, generated.find(), name + " has a place for what is generated");
        if (!generated.group(3).equals(expected)) {
            wrong.add(name);
        }
        renew(file, text, text.substring(0, generated.start(3)) + expected + text.substring(generated.end(3)));
    }

    private static void renew(Path file, String text, String renewed) {
        if (Docs.IS_WRITING && !renewed.equals(text)) {
            Docs.write(file, renewed);
        }
    }

    private static void assertAgreed(List<String> wrong) {
        if (!Docs.IS_WRITING) {
            assertEquals(List.of(), wrong, "write them anew with -Dquintain.docs.write=true");
        }
    }

    @Test
    void relativeLinksAndAnchorsLeadSomewhere() {
        List<String> dead = new ArrayList<>();
        for (Path file : Docs.markdown()) {
            for (String link : Markdown.relativeLinks(Docs.read(file))) {
                String[] parts = link.split("#", 2);
                Path target = parts[0].isEmpty()
                        ? file
                        : file.resolveSibling(parts[0]).normalize();
                boolean isThere = target.startsWith(Docs.ROOT) && Files.exists(target);
                if (!isThere || parts.length == 2 && !anchors(target).contains(parts[1])) {
                    dead.add(Docs.name(file) + ": " + link);
                }
            }
        }
        assertEquals(List.of(), dead);
    }

    private static Set<String> anchors(Path file) {
        Set<String> anchors = new TreeSet<>();
        if (file.toString().endsWith(".md")) {
            Markdown.headings(Docs.read(file)).forEach(heading -> anchors.add(heading.anchor()));
        }
        return anchors;
    }

    /** A guide is what quotes code or commands; its first link leads to its twin. */
    @Test
    void eachGuideHasATwinInTheOtherLanguageWithTheSameParts() {
        List<String> guides = new ArrayList<>();
        for (Path file : Docs.markdown()) {
            String text = Docs.read(file);
            if (!text.contains("<!-- snippet: ") && !text.contains("<!-- run")) {
                continue;
            }
            guides.add(Docs.name(file));
            Path twin = file.resolveSibling(Markdown.relativeLinks(text).get(0));
            String other = Docs.read(twin);
            assertEquals(file, twin.resolveSibling(Markdown.relativeLinks(other).get(0)), "twins name each other");
            assertEquals(levels(text), levels(other), "headings of " + Docs.name(file) + " and its twin");
            assertEquals(markers(text), markers(other), "snippets of " + Docs.name(file) + " and its twin");
        }
        assertEquals(0, guides.size() % 2, guides.toString());
        assertFalse(guides.isEmpty());
    }

    private static List<Integer> levels(String text) {
        return Markdown.headings(text).stream().map(Markdown.Heading::level).toList();
    }

    private static List<String> markers(String text) {
        return Markdown.blocks(text).stream()
                .map(Markdown.Block::marker)
                .filter(marker -> !marker.isEmpty())
                .toList();
    }

    @Test
    void noFileNamesTheMachineOrTheRegistryOfWhoeverBuiltIt() {
        Pattern address = Pattern.compile("https?://([A-Za-z0-9.-]+)");
        // Put together here, so that this file is no finding itself.
        Pattern path =
                Pattern.compile("(?<![\\w.$}~])/(?:" + "home|" + "Users|" + "root|" + "work)/\\w|[A-Z]:\\\\Users\\\\");
        List<String> found = new ArrayList<>();
        for (Path file : Docs.files()) {
            if (isText(file)) {
                String text = Docs.latin1(file);
                address.matcher(text)
                        .results()
                        .map(host -> host.group(1).replaceFirst("\\.$", ""))
                        .filter(host -> !isAllowed(host))
                        .forEach(host -> found.add(Docs.name(file) + ": " + host));
                path.matcher(text).results().forEach(hit -> found.add(Docs.name(file) + ": " + hit.group()));
            }
        }
        assertEquals(List.of(), found);
    }

    private static boolean isAllowed(String host) {
        return HOSTS.contains(host)
                || host.length() == 1
                || host.equals("localhost")
                || host.startsWith("127.")
                || host.matches("(.*\\.)?(example|test)(\\.(org|com|net))?");
    }

    private static boolean isText(Path file) {
        return !Docs.name(file).matches(".*\\.(png|jpe?g|jar|zip|pcap|gz)")
                && !Docs.latin1(file).contains("\0");
    }

    @Test
    void picturesAreSmall() throws java.io.IOException {
        for (Path file : Docs.files(name -> name.startsWith("docs/images/"))) {
            assertEquals(true, Files.size(file) <= 200_000, Docs.name(file));
        }
    }

    @Test
    void noMarkdownLineEndsInASpace() {
        Pattern space = Pattern.compile("[ \t\uFEFF]$", Pattern.MULTILINE);
        assertEquals(
                List.of(),
                Docs.markdown().stream()
                        .filter(file -> space.matcher(Docs.read(file)).find())
                        .map(Docs::name)
                        .toList());
    }
}
