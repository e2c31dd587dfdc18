package org.quintain.app.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quintain.app.grade.Results;
import org.quintain.core.Catalog;
import org.quintain.core.Faulted;
import org.quintain.core.Lab;
import org.quintain.core.LabCard;
import org.quintain.core.Language;
import org.quintain.core.LibraryVersion;
import org.quintain.core.Mark;
import org.quintain.core.Message;
import org.quintain.core.Outcome;
import org.quintain.core.Rejected;
import org.quintain.core.Verdict;
import org.quintain.core.grade.Assignment;
import org.quintain.core.grade.Course;
import org.quintain.core.grade.Learner;
import org.quintain.core.grade.Row;
import org.quintain.core.text.Brief;
import org.quintain.core.text.Clean;
import org.quintain.core.text.Texts;

/**
 * Writes what a class handed in and earned as one page: rejected hand-ins first, then the class, then each learner.
 *
 * <p>Equal results give an equal page: it holds no date.
 */
public final class Report {
    private static final String CSS = resource("report.css");
    private static final int TEXT = 160;

    private final Results results;
    private final Course course;
    private final Texts texts;
    private final Language language;
    private final Html html;
    private final Map<String, LabCard> cards = new LinkedHashMap<>();
    private final Map<String, Brief> briefs = new HashMap<>();
    private final Map<String, List<Row>> notJudgedByLearner = new HashMap<>();

    private Report(Results results, Catalog labs, Language language, Appendable to) {
        this.results = results;
        this.course = results.course();
        this.language = language;
        this.texts = Texts.load(Report.class, "report." + language.tag() + ".properties");
        this.html = new Html(to);
        for (Assignment assignment : course.assignments()) {
            Lab<?, ?> lab = labs.find(assignment.labId()).orElseThrow();
            cards.put(assignment.labId(), lab.card());
            briefs.put(assignment.labId(), Brief.of(lab, language));
        }
        List<Row> notJudged = new ArrayList<>(results.rejected());
        notJudged.addAll(results.faulted());
        notJudged.forEach(row -> row.seat()
                .ifPresent(seat -> notJudgedByLearner
                        .computeIfAbsent(seat.learner(), id -> new ArrayList<>())
                        .add(row)));
    }

    /**
     * Writes the page.
     *
     * @param results what came out
     * @param labs the labs
     * @param language in which language
     * @param to where to
     * @throws UncheckedIOException if {@code to} fails
     */
    public static void write(Results results, Catalog labs, Language language, Appendable to) {
        new Report(results, labs, language, to).page();
    }

    private void page() {
        html.open("html", "lang", language.tag());
        html.open("head");
        html.open("meta", "charset", "utf-8");
        html.open("meta", "http-equiv", "Content-Security-Policy", "content", policy());
        html.open("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        html.open("meta", "name", "referrer", "content", "no-referrer");
        html.element("title", say("title", "course", clean(course.id())));
        html.style(CSS);
        html.close();
        html.open("body");
        header();
        html.open("main");
        glance();
        notJudged("rejected", results.rejected(), results.rejections());
        notJudged("faulted", results.faulted(), results.faults());
        classTable();
        whatCounts();
        learners();
        html.close();
        html.open("footer")
                .element("p", say("footer", "version", LibraryVersion.current()))
                .close();
        html.close().close();
        html.end();
    }

    private static String policy() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(CSS.getBytes(StandardCharsets.UTF_8));
            return "default-src 'none'; style-src 'sha256-"
                    + Base64.getEncoder().encodeToString(digest)
                    + "'; base-uri 'none'; form-action 'none'";
        } catch (GeneralSecurityException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    private void header() {
        html.open("header");
        html.element("h1", say("title", "course", clean(course.id())));
        html.element("p", say("meta", "tenant", clean(course.tenant()), "key", course.keyId()), "class", "quiet");
        html.open("nav", "aria-label", say("contents")).open("ul");
        link("glance");
        if (results.rejections() > 0) {
            link("rejected");
        }
        if (results.faults() > 0) {
            link("faulted");
        }
        link("class");
        link("counts");
        link("learners");
        html.close().close().close();
    }

    private void link(String section) {
        html.open("li")
                .element("a", say(section + "-heading"), "href", "#" + section)
                .close();
    }

    private void section(String id) {
        html.open("section", "id", id, "aria-labelledby", id + "-heading");
        html.element("h2", say(id + "-heading"), "id", id + "-heading");
    }

    private void glance() {
        section("glance");
        html.open("ul", "class", "figures");
        figure("glance-hand-ins", results.handIns());
        figure("glance-verdicts", results.verdicts());
        figure("glance-rejected", results.rejections());
        if (results.faults() > 0) {
            figure("glance-faulted", results.faults());
        }
        figure("glance-untouched", results.untouched());
        figure("glance-missing", results.missing().size());
        html.close();
        if (!results.missing().isEmpty()) {
            html.element("p", say("missing-names")).open("ul", "class", "names");
            results.missing().forEach(learner -> html.element("li", nameOf(learner)));
            html.close();
        }
        html.close();
    }

    private void figure(String key, int count) {
        html.open("li")
                .element("strong", Integer.toString(count))
                .text(" ")
                .element("span", say(key))
                .close();
    }

    private void notJudged(String kind, List<Row> rows, int count) {
        if (count == 0) {
            return;
        }
        section(kind);
        html.element("p", say(kind + "-intro", "count", count));
        html.open("ul", "class", "cases");
        cases(rows).forEach((one, files) -> {
            html.open("li").element("h3", one.whose());
            html.open("p").element("strong", say("case-reason")).text(" ");
            html.prose(one.reason()).close();
            html.open("p").element("strong", say("case-tell")).text(" ");
            html.text(say(one.advice())).close();
            html.open("ul", "class", "files");
            files.forEach(file -> html.open("li").path(file).close());
            html.close().close();
        });
        html.close();
        if (count > rows.size()) {
            html.element("p", say("more-rows", "count", count - rows.size()));
        }
        html.close();
    }

    private record Case(String whose, String reason, String advice) {}

    /** Files that the same is to be said about, in the order of the rows. */
    private Map<Case, List<String>> cases(List<Row> rows) {
        Map<Case, List<String>> files = new LinkedHashMap<>();
        for (Row row : rows) {
            String whose = row.seat().map(seat -> nameOf(seat.learner())).orElse(say("learner-unknown"));
            files.computeIfAbsent(new Case(whose, reason(row), advice(row.outcome())), one -> new ArrayList<>())
                    .add(clean(row.origin()));
        }
        return files;
    }

    private String reason(Row row) {
        Message why;
        if (row.outcome() instanceof Rejected rejected) {
            why = rejected.message();
        } else if (row.outcome() instanceof Faulted faulted) {
            why = Message.of("faulted", "incident", faulted.incident());
        } else {
            throw new IllegalArgumentException("a row that was not judged wanted");
        }
        String said = row.lab()
                .map(briefs::get)
                .map(brief -> brief.say(why))
                .orElseGet(() -> Texts.core(language).say(why));
        return Clean.line(said, 600);
    }

    /** Which words tell a learner what to do about it. */
    private static String advice(Outcome outcome) {
        if (!(outcome instanceof Rejected rejected)) {
            return "tell-faulted";
        }
        String code = rejected.code();
        return switch (code) {
            case "json-too-large" -> "tell-too-large";
            case "json-utf16", "json-encoding" -> "tell-encoding";
            case "answer-form" -> "tell-answer";
            case "whose-is-it" -> "tell-whose";
            case "issue-id", "format", "field-missing", "field-kind", "field-unknown", "identifier" -> "tell-header";
            case "not-in-course" -> "tell-roster";
            case "no-evidence", "evidence-seal", "evidence-unreadable" -> "tell-evidence";
            case "submissions-exhausted" -> "tell-exhausted";
            case "unreadable" -> "tell-unreadable";
            default -> code.startsWith("json-") ? "tell-json" : "tell-other";
        };
    }

    private void classTable() {
        section("class");
        html.open("div", "class", "scroll", "role", "region", "aria-labelledby", "class-heading", "tabindex", "0");
        html.open("table", "class", "points").element("caption", say("class-caption"));
        html.open("thead").open("tr").element("th", say("column-learner"), "scope", "col");
        for (Assignment assignment : course.assignments()) {
            html.open("th", "scope", "col").text(title(assignment));
            html.element("small", say("of-points", "max", max(assignment))).close();
        }
        html.open("th", "scope", "col").text(say("column-total"));
        html.element(
                "small",
                say(
                        "of-points",
                        "max",
                        course.assignments().stream().mapToInt(this::max).sum()));
        html.close().close().close().open("tbody");
        for (Learner learner : results.gradebook().learners()) {
            html.open("tr").element("th", nameOf(learner), "scope", "row");
            for (Assignment assignment : course.assignments()) {
                cell(learner, assignment);
            }
            html.element("td", Integer.toString(results.gradebook().total(learner)), "class", "total");
            html.close();
        }
        html.close();
        classFoot();
        html.close().close();
        html.element("p", say("legend"), "class", "quiet");
        html.close();
    }

    private void cell(Learner learner, Assignment assignment) {
        Optional<Row> best = results.gradebook().best(learner, assignment);
        if (best.isPresent()) {
            int earned = best.get().earned();
            String kind = earned == 0 ? "none" : earned < max(assignment) ? "part" : "full";
            html.element("td", say("cell-" + kind, "earned", earned), "class", kind);
        } else if (results.state(learner, assignment) == Results.State.NOT_JUDGED) {
            html.element("td", say("cell-rejected"), "class", "rejected");
        } else {
            html.element("td", say("cell-missing"), "class", "missing");
        }
    }

    private void classFoot() {
        List<Learner> learners = results.gradebook().learners();
        html.open("tfoot").open("tr").element("th", say("row-judged"), "scope", "row");
        for (Assignment assignment : course.assignments()) {
            long judged = learners.stream()
                    .filter(learner -> results.judged(learner, assignment) > 0)
                    .count();
            html.element("td", say("judged-of", "judged", judged, "all", learners.size()));
        }
        html.element("td", "").close().close();
    }

    private void whatCounts() {
        section("counts");
        html.open("ul");
        for (String line : List.of("counts-best", "counts-limit", "counts-rejected", "counts-faulted", "counts-same")) {
            html.element("li", say(line));
        }
        html.close();
        for (Assignment assignment : course.assignments()) {
            limit(assignment);
        }
        html.close();
    }

    private void limit(Assignment assignment) {
        int limit = cards.get(assignment.labId()).budget().submissions();
        if (limit < Integer.MAX_VALUE) {
            html.element("p", say("lab-limit", "title", title(assignment), "limit", limit));
        }
    }

    private void learners() {
        section("learners");
        for (Learner learner : results.gradebook().learners()) {
            html.open("article");
            html.element("h3", nameOf(learner));
            String group = learner.group().isEmpty() ? "" : clean(learner.group()) + " · ";
            html.element(
                    "p",
                    group + say("learner-total", "total", results.gradebook().total(learner)),
                    "class",
                    "quiet");
            for (Assignment assignment : course.assignments()) {
                lab(learner, assignment);
            }
            rejectedOf(learner);
            html.close();
        }
        html.close();
    }

    private void lab(Learner learner, Assignment assignment) {
        Optional<Row> best = results.gradebook().best(learner, assignment);
        if (best.isEmpty()) {
            html.element("h4", title(assignment));
            boolean isRejected = results.state(learner, assignment) == Results.State.NOT_JUDGED;
            html.element("p", say(isRejected ? "lab-not-judged" : "lab-missing"));
            return;
        }
        Row row = best.get();
        html.element(
                "h4", say("lab-heading", "title", title(assignment), "earned", row.earned(), "max", max(assignment)));
        html.open("table", "class", "marks").element("caption", say("criteria-caption"));
        html.open("thead").open("tr");
        html.element("th", say("column-criterion"), "scope", "col");
        html.element("th", say("column-points"), "scope", "col");
        html.element("th", say("column-reason"), "scope", "col");
        html.close().close().open("tbody");
        for (Mark mark : ((Verdict) row.outcome()).marks()) {
            mark(mark, assignment);
        }
        html.close().close();
        html.element("p", notes(row, learner, assignment), "class", "quiet");
    }

    private void mark(Mark mark, Assignment assignment) {
        Brief brief = briefs.get(assignment.labId());
        int points = cards.get(assignment.labId()).criterion(mark.criterion()).points();
        String kind = mark.earned() == 0 ? "none" : mark.earned() < points ? "part" : "full";
        html.open("tr");
        html.open("th", "scope", "row").prose(brief.criterion(mark.criterion())).close();
        html.element("td", say("mark-" + kind, "earned", mark.earned(), "points", points), "class", kind);
        html.open("td").prose(Clean.line(brief.say(mark.why()), 600)).close();
        html.close();
    }

    private String notes(Row row, Learner learner, Assignment assignment) {
        List<String> notes = new ArrayList<>();
        notes.add(say("note-file", "file", Clean.line(row.origin(), 118)));
        int judged = results.judged(learner, assignment);
        if (judged > 1) {
            notes.add(say("note-judged", "count", judged));
        }
        if (row.usage().queries() > 0) {
            notes.add(say("note-queries", "count", row.usage().queries()));
        }
        if (row.hintCost() > 0) {
            notes.add(say("note-hints", "cost", row.hintCost()));
        }
        return String.join(" · ", notes);
    }

    private void rejectedOf(Learner learner) {
        List<Row> rows = notJudgedByLearner.getOrDefault(learner.id(), List.of());
        if (rows.isEmpty()) {
            return;
        }
        html.element("h4", say("learner-rejected")).open("ul");
        for (Row row : rows) {
            html.open("li")
                    .element("span", clean(row.origin()), "class", "file")
                    .text(" ");
            html.prose(reason(row)).close();
        }
        html.close();
    }

    private String title(Assignment assignment) {
        String title = briefs.get(assignment.labId()).title();
        return assignment.issue() == 1 ? title : say("title-issue", "title", title, "issue", assignment.issue());
    }

    private int max(Assignment assignment) {
        return cards.get(assignment.labId()).maxPoints();
    }

    private String nameOf(String learnerId) {
        return course.roster().stream()
                .filter(learner -> learner.id().equals(learnerId))
                .findFirst()
                .map(this::nameOf)
                .orElse(clean(learnerId));
    }

    private String nameOf(Learner learner) {
        String id = clean(learner.id());
        return learner.name().isEmpty() || learner.name().equals(learner.id())
                ? id
                : say("name-and-id", "name", clean(learner.name()), "id", id);
    }

    private static String clean(String text) {
        return Clean.line(text, TEXT);
    }

    private String say(String key, Object... namesAndValues) {
        return texts.say(key, namesAndValues);
    }

    private static String resource(String name) {
        try (InputStream in = Report.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException cannotRead) {
            throw new UncheckedIOException(cannotRead);
        }
    }
}
