package org.quintain.app.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A check that never finds anything is none: each finds what is planted. */
class BrowserTest {
    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'">
            <title>Page</title></head>
            <body><main><h1>Caf\u00e9 + bar</h1><p>Text</p></main></body></html>
            """;

    @TempDir
    private Path temp;

    private Browser browser;

    @BeforeEach
    void start() {
        browser = Browser.orSkip("the check of the checks", temp);
    }

    @Test
    void aCleanPageHasNoViolations() {
        assertEquals(List.of(), browser.violations(PAGE));
    }

    @Test
    void aPaleTextIsFound() {
        List<String> found = browser.violations(PAGE.replace("<p>", "<p style=\"color:#aaa\">"));
        assertEquals(1, found.size(), found::toString);
        assertTrue(found.get(0).startsWith("color-contrast: "), found::toString);
    }

    @Test
    void aMissingLanguageAndASkippedHeadingAreFound() {
        List<String> found =
                browser.violations(PAGE.replace(" lang=\"en\"", "").replace("<p>Text</p>", "<h4>Text</h4>"));
        assertEquals(
                List.of("heading-order", "html-has-lang"),
                found.stream()
                        .map(line -> line.replaceFirst(":.*", ""))
                        .sorted()
                        .toList());
    }

    @Test
    void aPageThatIsTooWideIsFound() {
        assertTrue(browser.scrollWidthAt(PAGE, 320) <= 320);
        String wide = Browser.withoutPolicy(PAGE).replace("<p>", "<p style=\"width:492px\">");
        assertEquals(500, browser.scrollWidthAt(wide, 320));
    }

    @Test
    void aPageInAFrameKeepsItsPolicy() {
        String blocked = PAGE.replace("<p>", "<p style=\"width:492px\">");
        assertEquals("Café + bar", browser.inFrame(blocked, 320, "page.querySelector('h1').textContent"));
        assertTrue(
                Double.parseDouble(browser.inFrame(blocked, 320, "page.querySelector('p').offsetWidth")) < 320,
                "a style that the policy forbids was applied");
    }
}
