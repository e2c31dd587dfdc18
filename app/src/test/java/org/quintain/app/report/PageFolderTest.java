package org.quintain.app.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageFolderTest {
    @TempDir
    private Path folder;

    private List<String> files() throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
        }
    }

    private static void write(Pages pages, String name) throws IOException {
        try (Writer out = pages.open(name)) {
            out.write("é");
        }
    }

    @Test
    void pagesAppearTogetherAndThoseOfAnEarlierReportGo() throws IOException {
        for (String old :
                List.of("identical.html", "learners-001.html", "sheets-012.html", "mine.html", "rows.jsonl")) {
            Files.writeString(folder.resolve(old), "old");
        }
        try (PageFolder pages = new PageFolder(folder)) {
            write(pages, "report.html");
            write(pages, "sheets.html");
            assertEquals(
                    List.of(
                            ".report.html.part",
                            ".sheets.html.part",
                            "identical.html",
                            "learners-001.html",
                            "mine.html",
                            "rows.jsonl",
                            "sheets-012.html"),
                    files());
            pages.finish();
        }
        assertEquals(List.of("mine.html", "report.html", "rows.jsonl", "sheets.html"), files());
        assertEquals("é", Files.readString(folder.resolve("report.html")));
    }

    @Test
    void whatWasNotFinishedLeavesNothingBehind() throws IOException {
        Files.writeString(folder.resolve("report.html"), "old");
        try (PageFolder pages = new PageFolder(folder)) {
            write(pages, "report.html");
        }
        assertEquals(List.of("report.html"), files());
        assertEquals("old", Files.readString(folder.resolve("report.html")));
    }

    @Test
    void aPageIsNoPathAndIsWrittenOnce() throws IOException {
        try (PageFolder pages = new PageFolder(folder)) {
            write(pages, "report.html");
            assertThrows(IllegalArgumentException.class, () -> pages.open("report.html"));
            assertThrows(IllegalArgumentException.class, () -> pages.open("../report.html"));
            assertThrows(IllegalArgumentException.class, () -> pages.open("rows.jsonl"));
        }
    }
}
