package org.quintain.app.report;

import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Writes what a class handed in and earned as pages for the teacher.
 *
 * <p>Up to {@value #ONE_FILE_LEARNERS} learners everything stands in {@value #INDEX}, as long as that is at most {@value
 * #ONE_FILE_BYTES} bytes; else it is the first page of a folder. Equal data give equal pages: they hold no date of their
 * own.
 */
public final class Report {
    /** The first page. */
    public static final String INDEX = "report.html";

    /** The page of identical answers, written if there are any. */
    public static final String IDENTICAL = "identical.html";

    /** The page that prints as one sheet a learner, written if it is asked for; in a folder it is several. */
    public static final String SHEETS = "sheets.html";

    /** The most learners in one file. */
    public static final int ONE_FILE_LEARNERS = 500;

    /** The most bytes in one file. */
    public static final int ONE_FILE_BYTES = 5_000_000;

    private static final int LEARNERS_A_PAGE = 100;

    private final Site site;
    private final Pages to;
    private final List<String> written = new ArrayList<>();

    private Report(Site site, Pages to) {
        this.site = site;
        this.to = to;
    }

    /**
     * Writes the pages.
     *
     * @param data what the report is made of
     * @param to where the pages go
     * @return their names, {@value #INDEX} first
     * @throws IOException if a page cannot be written
     */
    public static List<String> write(ReportData data, Pages to) throws IOException {
        Site one = new Site(data, Optional.empty());
        if (one.learners().size() <= ONE_FILE_LEARNERS) {
            String page = page(out -> JteoverviewGenerated.render(out, null, one));
            if (page.getBytes(StandardCharsets.UTF_8).length <= ONE_FILE_BYTES) {
                return new Report(one, to).pages(page);
            }
        }
        Site folder = new Site(data, Optional.of(LEARNERS_A_PAGE));
        return new Report(folder, to).pages(page(out -> JteoverviewGenerated.render(out, null, folder)));
    }

    private List<String> pages(String index) throws IOException {
        write(INDEX, index);
        if (site.isFolder()) {
            for (LearnerPage some : site.learnerPages("learners")) {
                write(some.file(), page(out -> JtelearnersGenerated.render(out, null, site, some)));
            }
        }
        if (!site.data().suspicions().isEmpty()) {
            write(IDENTICAL, page(out -> JteidenticalGenerated.render(out, null, site)));
        }
        if (site.data().sheets()) {
            for (LearnerPage some : site.learnerPages("sheets")) {
                String name = site.isFolder() ? some.file() : SHEETS;
                write(name, page(out -> JtesheetsGenerated.render(out, null, site, some)));
            }
        }
        return List.copyOf(written);
    }

    private static String page(Consumer<OwaspHtmlTemplateOutput> template) {
        StringOutput page = new StringOutput();
        template.accept(new OwaspHtmlTemplateOutput(page));
        return page.toString();
    }

    private void write(String name, String page) throws IOException {
        try (Writer out = to.open(name)) {
            out.write(page);
        }
        written.add(name);
    }
}
