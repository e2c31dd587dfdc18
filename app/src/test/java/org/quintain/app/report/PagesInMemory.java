package org.quintain.app.report;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Keeps the pages of a report. */
final class PagesInMemory implements Pages {
    private final Map<String, StringWriter> pages = new LinkedHashMap<>();

    static Map<String, String> of(ReportData data) {
        PagesInMemory pages = new PagesInMemory();
        try {
            Report.write(data, pages);
        } catch (IOException cannotHappen) {
            throw new UncheckedIOException(cannotHappen);
        }
        Map<String, String> texts = new LinkedHashMap<>();
        pages.pages.forEach((name, page) -> texts.put(name, page.toString()));
        return texts;
    }

    static int sizeBytes(String page) {
        return page.getBytes(StandardCharsets.UTF_8).length;
    }

    @Override
    public Writer open(String name) {
        StringWriter page = new StringWriter();
        if (pages.put(name, page) != null) {
            throw new IllegalStateException("written twice: " + name);
        }
        return page;
    }
}
