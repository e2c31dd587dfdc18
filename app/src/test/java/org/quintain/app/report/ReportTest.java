package org.quintain.app.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.quintain.app.toy.DoorLab;
import org.quintain.app.toy.ParrotLab;
import org.quintain.core.Catalog;
import org.quintain.core.Language;
import org.quintain.core.text.Texts;

class ReportTest {
    private static final Catalog TOYS = Catalog.of(List.of(new DoorLab(), new ParrotLab()));
    private static final String MISCHIEF =
            "<script>alert(1)</script>\"'><img src=x onerror=y>`=HYPERLINK(\"h\")\u202Egnp.&amp;";
    private static final Pattern LINK = Pattern.compile("href=\"([^\"]*)\"");
    private static final Pattern ID = Pattern.compile(" id=\"([^\"]*)\"");

    private static Map<String, String> pages(int learners, Language language) {
        return PagesInMemory.of(new MadeUpClass(TOYS, learners, 4).full(language));
    }

    private static Set<String> all(Pattern pattern, String page) {
        return pattern.matcher(page)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void aClassHasOnePageAndWhatIsAskedForBesideIt() {
        MadeUpClass made = new MadeUpClass(TOYS, 12, 4);
        assertEquals(
                List.of("report.html"),
                List.copyOf(PagesInMemory.of(made.plain(Language.EN)).keySet()));
        assertEquals(
                List.of("report.html", "identical.html", "sheets.html"),
                List.copyOf(PagesInMemory.of(made.full(Language.EN)).keySet()));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void equalResultsGiveEqualPages(Language language) {
        assertEquals(pages(40, language), pages(40, language));
        assertNotEquals(pages(40, language), pages(41, language));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void noKeyIsWithoutWordsAndNoPlaceIsLeftOpen(Language language) {
        Texts texts = Texts.load(Report.class, "report." + language.tag() + ".properties");
        Set<String> keys = texts.keys();
        for (Map.Entry<String, String> page : pages(60, language).entrySet()) {
            String words = page.getValue().replaceFirst("(?s)<style>.*?</style>", "");
            assertFalse(words.contains("{"), page.getKey());
            Set<String> bare = all(Pattern.compile("(?<=[>\\s])([a-z]+(?:-[a-z]+)+)(?=[<\\s])"), words);
            bare.retainAll(keys);
            assertEquals(Set.of(), bare, page.getKey());
        }
    }

    @Test
    void bothLanguagesHaveTheSameKeysWithTheSamePlaces() {
        Texts english = Texts.load(Report.class, "report.en.properties");
        Texts french = Texts.load(Report.class, "report.fr.properties");
        assertEquals(english.keys(), french.keys());
        english.keys().forEach(key -> assertEquals(english.places(key), french.places(key), key));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void whatLearnersWriteIsTextWhereverItStands(Language language) {
        Map<String, String> pages = PagesInMemory.of(new MadeUpClass(TOYS, 40, 4, MISCHIEF).full(language));
        assertEquals(3, pages.size());
        pages.forEach((name, page) -> {
            assertHarmless(name, page);
            assertTrue(page.contains("&lt;script&gt;alert(1)"), name);
        });
    }

    @Test
    void whatLearnersWriteIsTextInAFolderToo() {
        PagesInMemory.of(new MadeUpClass(TOYS, 501, 2, MISCHIEF).full(Language.EN))
                .forEach(ReportTest::assertHarmless);
    }

    private static void assertHarmless(String name, String page) {
        assertFalse(page.contains("<script"), name);
        assertFalse(page.contains("<img"), name);
        assertFalse(page.contains("\u202E"), name);
        // A quotation mark that a learner wrote never ends an attribute: every tag is one of ours, whole.
        String rest = page.replaceFirst("(?s)<style>.*?</style>", "")
                .replaceFirst("^<!DOCTYPE html>", "")
                .replaceAll("</?[a-z][a-z0-9]*( [a-zA-Z0-9:-]+=\"[^\"<>]*\")*/?>", "");
        assertFalse(
                rest.contains("<") || rest.contains(">"),
                () -> name + ": " + rest.replaceAll("(?s)^.*?(.{0,80}[<>].{0,80}).*$", "$1"));
    }

    @Test
    void everyPageForbidsEverythingButItsStyle() {
        pages(520, Language.EN).forEach((name, page) -> {
            assertTrue(
                    page.contains("content=\"default-src &#39;none&#39;; style-src &#39;sha256-")
                            || page.contains("content=\"default-src 'none'; style-src 'sha256-"),
                    name);
            assertFalse(page.contains(" style=\""), name);
            assertFalse(Pattern.compile(" on[a-z]+=").matcher(page).find(), name);
            assertFalse(page.contains("http://") || page.contains("https://"), name);
        });
    }

    @Test
    void onlyTheStyleSheetGoesInUnescaped() throws IOException {
        List<String> unsafe = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/jte/report"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Pattern.compile("\\$unsafe\\{[^}]*}")
                        .matcher(Files.readString(file))
                        .results()
                        .map(MatchResult::group)
                        .forEach(unsafe::add);
            }
        }
        assertEquals(List.of("$unsafe{Style.CSS}"), unsafe);
    }

    @Test
    void somebodyElsesFileStandsFirst() {
        String page = pages(60, Language.EN).get("report.html");
        int rejected = page.indexOf("<section id=\"rejected\"");
        assertTrue(rejected > 0 && rejected < page.indexOf("<section id=\"labs\""));
        String first = page.substring(page.indexOf("<h3>", rejected) + 4).replaceFirst("(?s) <span.*", "");
        assertEquals("Somebody else’s file", first);
    }

    @Test
    void aLateHandInIsMarkedAndKeepsItsPoints() {
        MadeUpClass made = new MadeUpClass(TOYS, 12, 4);
        String plain = PagesInMemory.of(made.plain(Language.EN)).get("report.html");
        String full = PagesInMemory.of(made.full(Language.EN)).get("report.html");
        assertFalse(plain.contains("class=\"late\""));
        assertTrue(full.contains("<span class=\"late\">late</span>"));
        assertTrue(full.contains("arrived 2026-10-01 19:00 UTC"), full);
        assertEquals(totals(plain), totals(full));
    }

    private static List<String> totals(String page) {
        return Pattern.compile("(Total: [0-9]+ of [0-9]+)")
                .matcher(page)
                .results()
                .map(MatchResult::group)
                .toList();
    }

    @Test
    void aScaleStandsBesideThePointsAndSaysHowItRounds() {
        MadeUpClass made = new MadeUpClass(TOYS, 12, 4);
        String english = PagesInMemory.of(made.full(Language.EN)).get("report.html");
        String french = PagesInMemory.of(made.full(Language.FR)).get("report.html");
        assertTrue(english.contains("mark 20.0 of 20"), "full marks");
        assertTrue(french.contains("note 20,0 sur 20"), "full marks");
        assertTrue(english.contains("rounded to the nearest 0.5, halves up"));
        assertFalse(PagesInMemory.of(made.plain(Language.EN)).get("report.html").contains("rounded"));
    }

    @Test
    void identicalAnswersAreNamedOnTheirPageAlone() {
        Map<String, String> pages = pages(12, Language.EN);
        String identical = pages.get("identical.html");
        assertTrue(
                identical.contains("identical, please check".replace("i", "I").substring(0, 1)));
        assertTrue(identical.contains("Identical, please check"));
        assertTrue(identical.contains("Élodie Marchand 2 (u-2)"));
        assertTrue(identical.contains("u-2/<wbr>submission.json"));
        assertTrue(identical.contains("It changes no mark"));
        assertTrue(identical.contains("<main class=\"no-print\">"));
        assertFalse(pages.get("sheets.html").contains("please check"));
        assertEquals(1, pages.get("report.html").split("identical.html", -1).length - 1);
    }

    @Test
    void aSheetNamesNobodyElse() {
        String sheets = pages(40, Language.EN).get("sheets.html");
        String[] each = sheets.split("<article class=\"sheet\"");
        assertEquals(41, each.length);
        for (int i = 1; i < each.length; i++) {
            String own = each[i];
            int number = i;
            assertTrue(own.contains("Élodie Marchand " + number + " (u-" + number + ")"));
            Pattern.compile("u-([0-9]+)|learner-([0-9]+)|Marchand ([0-9]+)")
                    .matcher(own.replaceFirst("(?s)</article>.*", ""))
                    .results()
                    .forEach(found -> assertEquals(
                            Integer.toString(number),
                            Stream.of(1, 2, 3)
                                    .map(found::group)
                                    .filter(group -> group != null)
                                    .findFirst()
                                    .orElseThrow()));
        }
    }

    @Test
    void fiveHundredLearnersWithTenLabsFitIntoOneFile() {
        Map<String, String> pages = PagesInMemory.of(new MadeUpClass(Catalog.installed(), 500, 10).full(Language.FR));
        assertEquals(Set.of("report.html", "identical.html", "sheets.html"), pages.keySet());
        int size = PagesInMemory.sizeBytes(pages.get("report.html"));
        assertTrue(size <= Report.ONE_FILE_BYTES, () -> "bytes: " + size);
        assertLinksResolve(pages);
    }

    @Test
    void aLargerClassIsAFolderWhoseLinksResolve() {
        Map<String, String> pages = pages(501, Language.FR);
        assertEquals(
                List.of(
                        "report.html",
                        "learners-001.html",
                        "learners-002.html",
                        "learners-003.html",
                        "learners-004.html",
                        "learners-005.html",
                        "learners-006.html",
                        "identical.html",
                        "sheets-001.html",
                        "sheets-002.html",
                        "sheets-003.html",
                        "sheets-004.html",
                        "sheets-005.html",
                        "sheets-006.html"),
                List.copyOf(pages.keySet()));
        assertLinksResolve(pages);
        assertTrue(pages.get("learners-006.html").contains("Élodie Marchand 501 (u-501)"));
        assertFalse(pages.get("report.html").contains("class=\"learner\""));
    }

    @Test
    void theLinksOfOneFileResolve() {
        assertLinksResolve(pages(60, Language.EN));
    }

    private static void assertLinksResolve(Map<String, String> pages) {
        List<String> broken = new ArrayList<>();
        pages.forEach((name, page) -> {
            List<String> ids =
                    ID.matcher(page).results().map(found -> found.group(1)).toList();
            assertEquals(Set.copyOf(ids).size(), ids.size(), "an id occurs twice: " + name);
            for (String link : all(LINK, page)) {
                String[] parts = link.split("#", 2);
                String there = pages.get(parts[0].isEmpty() ? name : parts[0]);
                if (there == null || parts.length == 2 && !there.contains(" id=\"" + parts[1] + "\"")) {
                    broken.add(name + ": " + link);
                }
            }
        });
        assertEquals(List.of(), broken);
    }
}
