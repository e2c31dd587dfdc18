package org.quintain.app.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.quintain.app.pages.Browser;
import org.quintain.app.toy.DoorLab;
import org.quintain.app.toy.ParrotLab;
import org.quintain.core.Catalog;
import org.quintain.core.Language;

/** The pages as a browser sees them: WCAG 2.2 AA as far as a machine can tell, and room for them on a small screen. */
class ReportAccessTest {
    private static final Catalog TOYS = Catalog.of(List.of(new DoorLab(), new ParrotLab()));

    @TempDir
    private Path temp;

    private Browser browser;

    @BeforeEach
    void start() {
        browser = Browser.orSkip("the accessibility of the report", temp);
    }

    /** One page of each kind. */
    private static Map<String, String> pages(Language language) {
        Map<String, String> pages = new LinkedHashMap<>(PagesInMemory.of(new MadeUpClass(TOYS, 24, 4).full(language)));
        Map<String, String> folder = PagesInMemory.of(new MadeUpClass(TOYS, 501, 2).full(language));
        pages.put("index.html", folder.get("report.html"));
        pages.put("learners-006.html", folder.get("learners-006.html"));
        pages.put("sheets-006.html", folder.get("sheets-006.html"));
        return pages;
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void axeFindsNothing(Language language) {
        List<String> found = new ArrayList<>();
        pages(language).forEach((name, page) -> {
            // What is folded in would not be looked at.
            String unfolded = page.replace("<details>", "<details open>");
            browser.violations(unfolded).forEach(line -> found.add(name + ": " + line));
        });
        assertEquals("", String.join("\n", found));
    }

    @Test
    void axeFindsAPlantedPaleText() {
        String page =
                PagesInMemory.of(new MadeUpClass(TOYS, 8, 2).full(Language.EN)).get("report.html");
        List<String> found = browser.violations(page.replace(".quiet { color: #414a53;", ".quiet { color: #b0b8c0;"));
        assertTrue(found.stream().anyMatch(line -> line.startsWith("color-contrast: ")), found::toString);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void nobodyScrollsSidewaysAt320Pixels(Language language) {
        pages(language).forEach((name, page) -> {
            String unfolded = page.replace("<details>", "<details open>");
            int width = browser.scrollWidthAt(unfolded, 320);
            assertTrue(width <= 320, () -> name + " is wide: " + width);
        });
    }

    @Test
    void thePolicyLetsTheStyleSheetThrough() {
        String page =
                PagesInMemory.of(new MadeUpClass(TOYS, 8, 2).full(Language.EN)).get("report.html");
        String colour = "view.getComputedStyle(page.querySelector('thead th')).backgroundColor";
        assertEquals("rgb(238, 241, 244)", browser.inFrame(page, 1280, colour));
        assertEquals("rgba(0, 0, 0, 0)", browser.inFrame(page.replace("#eef1f4", "#eef1f5"), 1280, colour));
    }
}
