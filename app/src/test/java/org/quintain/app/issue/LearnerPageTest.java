package org.quintain.app.issue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.quintain.app.handin.Answers;
import org.quintain.app.handin.FormsLab;
import org.quintain.app.pages.Browser;
import org.quintain.core.Assurance;
import org.quintain.core.Bytes;
import org.quintain.core.Lab;
import org.quintain.core.Language;
import org.quintain.core.Seat;
import org.quintain.core.contract.Reference;
import org.quintain.core.derive.CourseKey;
import org.quintain.core.grade.Assignment;
import org.quintain.core.grade.Course;
import org.quintain.core.grade.Entry;
import org.quintain.core.grade.Grader;
import org.quintain.core.grade.Learner;
import org.quintain.core.grade.Row;
import org.quintain.core.serve.Handout;
import org.quintain.core.text.Brief;
import org.quintain.core.wire.Json;
import org.quintain.core.wire.Links;
import org.quintain.core.wire.Shapes;

/** A learner's page is whole, safe, fit for everybody, and its button saves what is graded. */
class LearnerPageTest {
    private static final Learner LEARNER = new Learner("Zoë 1", "Zoë <b>Whitfield</b>", "", "4B", "");
    private static final Pattern HEADING = Pattern.compile("<h([1-6])>");

    @TempDir
    private static Path temp;

    private static String page(Lab<?, ?> lab, Language language) {
        return LearnerPage.of(lab, Brief.of(lab, language), Answers.handout(lab, 1), LEARNER);
    }

    private static String formsPage() {
        return LearnerPage.of(new FormsLab(), Brief.of(new FormsLab(), Language.EN), FormsLab.handout(), LEARNER);
    }

    private static List<String> allPages() {
        List<String> pages = new ArrayList<>(List.of(formsPage()));
        for (Reference<?, ?> reference : Answers.references()) {
            for (Language language : Language.values()) {
                pages.add(page(reference.lab(), language));
            }
        }
        return pages;
    }

    @TestFactory
    Stream<DynamicTest> everyPageIsFitForEverybody() {
        return allPages().stream()
                .map(page -> DynamicTest.dynamicTest(page.replaceAll("(?s).*<title>|</title>.*", ""), () -> {
                    Browser browser = Browser.orSkip("accessibility of the learners' pages", temp);
                    assertEquals(List.of(), browser.violations(page));
                    if (page.contains("<html lang=\"fr\"")) {
                        assertTrue(browser.scrollWidthAt(page, 320) <= 320, "wider than 320 pixels");
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> theButtonSavesWhatEarnsFullMarks() {
        return Answers.references().stream()
                .map(reference -> DynamicTest.dynamicTest(reference.lab().card().id(), () -> {
                    Browser browser = Browser.orSkip("the button of the learners' pages", temp);
                    String right = Answers.rightSubmission(reference, 1);
                    String saved = press(browser, page(reference.lab(), Language.FR), Answers.answersOf(right));

                    assertEquals(canonical(reference.lab(), right), canonical(reference.lab(), saved));
                    if (reference.lab().card().assurance() != Assurance.SERVED_TARGET) {
                        Row row = grade(reference.lab(), saved);
                        assertEquals(row.max(), row.earned(), row.toString());
                    }
                }));
    }

    /** Fills in the fields, presses the button and returns what would be saved, or the status if nothing is. */
    private static String press(Browser browser, String page, Map<?, ?> values) {
        Map<String, Object> typed = new LinkedHashMap<>();
        values.forEach((name, value) -> typed.put((String) name, Answers.typed(value)));
        return browser.inFrame(page, 600, """
                (() => {
                  const saved = [];
                  view.Blob = function (parts) { saved.push(parts.join('')); };
                  view.URL.createObjectURL = () => '#saved';
                  const typed = %s;
                  for (const label of page.querySelectorAll('label')) {
                    if (label.textContent in typed) {
                      page.getElementById(label.htmlFor).value = typed[label.textContent];
                    }
                  }
                  page.getElementById('save').click();
                  const status = page.getElementById('status');
                  return saved.length ? saved[0] + '\\u0000' + status.textContent : status.textContent;
                })()""".formatted(Json.write(typed)));
    }

    private static Map<String, Object> canonical(Lab<?, ?> lab, String submission) {
        Map<String, Object> fields = Answers.parse(submission.replaceFirst("(?s)\0.*", ""));
        var shape = Shapes.answer(lab.answerType());
        fields.put("answers", shape.write(shape.read(fields.get("answers"), "", Links.NONE), Links.NONE));
        return fields;
    }

    private static Row grade(Lab<?, ?> lab, String saved) {
        Map<String, String> params = Answers.params(lab).nonDefault();
        Course course = new Course(
                Answers.seat(1).tenant(),
                Answers.seat(1).course(),
                CourseKey.of(Answers.KEY).keyId(),
                List.of(Assignment.of(lab.card().id(), Answers.seat(1).issue(), params)),
                List.of());
        return Grader.open(Answers.KEY, Answers.LABS, course)
                .grade(Entry.of("saved", Bytes.utf8(saved.replaceFirst("(?s)\0.*", ""))));
    }

    @Test
    void everyShapeCanBeFilledIn() {
        Browser browser = Browser.orSkip("the form of the learners' pages", temp);
        Map<String, Object> typed = new LinkedHashMap<>();
        typed.put("big", "12345\n67890");
        typed.put("open", "false");
        typed.put("pairs", "[{\"x\": 1, \"y\": 2}]");
        typed.put("rows", "[[1, 2], [3]]");
        typed.put("keys", "0xde 0xad\nBE:EF");
        typed.put("x", "5");
        String saved = press(browser, formsPage(), typed);
        Map<?, ?> answers = Answers.answersOf(saved.replaceFirst("(?s)\0.*", ""));

        assertEquals("1234567890", answers.get("big"));
        assertEquals(false, answers.get("open"));
        assertEquals(List.of(Map.of("x", 1L, "y", 2L)), answers.get("pairs"));
        assertEquals(List.of(List.of(1L, 2L), List.of(3L)), answers.get("rows"));
        assertEquals(List.of("dead", "beef"), answers.get("keys"));
        assertEquals(Map.of("x", "5", "y", ""), answers.get("spot"));
        assertEquals("", answers.get("picture"));
        assertFalse(answers.containsKey("colour") || answers.containsKey("note"));
        assertTrue(saved.endsWith("Still empty: picture"), saved);
    }

    @Test
    void nothingIsSavedWithoutAnAnswerOrWithBadJson() {
        Browser browser = Browser.orSkip("the form of the learners' pages", temp);

        assertEquals("Nothing was saved: all answers are empty.", press(browser, formsPage(), Map.of()));
        assertEquals(
                "Nothing was saved. This answer is not valid JSON: pairs",
                press(browser, formsPage(), Map.of("pairs", "[{")));
    }

    @Test
    void thePolicyLetsInTheOneStyleAndTheOneScript() throws Exception {
        String page = formsPage();
        for (String element : List.of("style", "script")) {
            Matcher content = Pattern.compile("(?s)<" + element + ">(.*?)</" + element + ">")
                    .matcher(page);
            assertTrue(content.find());
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(content.group(1).getBytes(StandardCharsets.UTF_8));
            String named = element + "-src 'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
            assertTrue(page.replace("&#39;", "'").contains(named), named);
            assertFalse(content.find());
        }
        assertTrue(page.contains("default-src &#39;none&#39;") || page.contains("default-src 'none'"), page);
    }

    @Test
    void textsOfOthersNeverBecomeMarkup() {
        String page = formsPage();

        assertFalse(page.contains("<script>alert") || page.contains("javascript:"), page);
        assertFalse(page.contains("<b>") || page.contains("<i>"), page);
        assertTrue(page.contains("Zoë &lt;b&gt;Whitfield&lt;/b&gt; (Zoë 1), 4B"), page);
        assertTrue(page.contains("<p>1. a picture.</p>"), page);
        assertTrue(page.contains("<th scope=\"col\">a</th>"), page);
        assertTrue(page.contains("<a href=\"map.txt\">map.txt</a>"), page);
    }

    @Test
    void nothingInAHeadingEndsTheData() {
        List<String> pages = new ArrayList<>(allPages());
        Handout plain = FormsLab.handout();
        Handout.Heading heading = plain.heading();
        Seat hostile = new Seat("</script><script>", "<!--", "&lt;", 1);
        pages.add(LearnerPage.of(
                new FormsLab(),
                Brief.of(new FormsLab(), Language.EN),
                new Handout(
                        new Handout.Heading(
                                hostile,
                                heading.params(),
                                heading.keyId(),
                                heading.lab(),
                                heading.contentVersion(),
                                heading.issueId(),
                                heading.assurance()),
                        plain.data(),
                        plain.files(),
                        plain.answers()),
                LEARNER));
        for (String page : pages) {
            String json = page.substring(page.indexOf("id=\"data\">") + 10, page.indexOf("</script>"));
            assertFalse(json.contains("<") || json.contains("&"), json);
            assertEquals("lab-submission/1", ((Map<?, ?>) Answers.parse(json).get("template")).get("format"));
        }
    }

    @Test
    void headingsGoDownOneByOneAndThereIsOneFirst() {
        for (String page : allPages()) {
            int before = 0;
            int first = 0;
            Matcher heading = HEADING.matcher(page);
            while (heading.find()) {
                int level = Integer.parseInt(heading.group(1));
                assertTrue(level <= before + 1, page);
                first += level == 1 ? 1 : 0;
                before = level;
            }
            assertEquals(1, first);
        }
    }

    /** What goes in unescaped comes from the renderer, which escapes, or is a constant of the program. */
    @Test
    void onlyTheseGoInUnescaped() throws IOException {
        Set<String> unsafe = new TreeSet<>();
        for (String template : List.of("page", "field", "values")) {
            Pattern.compile("\\$unsafe\\{([A-Za-z.]+)")
                    .matcher(Files.readString(Path.of("src/main/jte/issue", template + ".jte")))
                    .results()
                    .forEach(match -> unsafe.add(match.group(1)));
        }
        assertEquals(
                Set.of(
                        "PageAssets.CSS",
                        "PageAssets.SCRIPT",
                        "field.meaning",
                        "field.words",
                        "page.data",
                        "page.hint",
                        "page.markup",
                        "page.section"),
                unsafe);
    }

    @Test
    void nothingIsFetched() {
        for (String page : allPages()) {
            assertFalse(page.matches("(?s).*<[^>]* src=.*"), "no source");
            assertFalse(page.matches("(?s).*<(link|img|iframe|object|base)\\b.*"), "no element that fetches");
        }
    }

    @Test
    void hexIsShownInGroupsAndCopiedWithout() {
        String page = formsPage();
        Matcher hex = Pattern.compile("(?s)<code class=\"hex\">(.*?)</code>").matcher(page);

        assertTrue(hex.find());
        String digits = hex.group(1).replaceAll("<[^>]*>", "");
        assertEquals(FormsLab.handout().data().get("serial"), digits);
        assertTrue(hex.group(1).startsWith("<span>" + digits.substring(0, 8) + "</span><wbr>"));
    }
}
