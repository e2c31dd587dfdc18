package org.quintain.app;

import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.quintain.app.grade.Results;
import org.quintain.core.Catalog;
import org.quintain.core.Faulted;
import org.quintain.core.Language;
import org.quintain.core.Message;
import org.quintain.core.Rejected;
import org.quintain.core.grade.Assignment;
import org.quintain.core.grade.Learner;
import org.quintain.core.grade.Row;
import org.quintain.core.text.Brief;
import org.quintain.core.text.Clean;
import org.quintain.core.text.Texts;

/** What a grading gave, for a terminal: rejected hand-ins first, then the class. */
final class ResultTables {
    private static final int MAX_LINES = 20;
    private static final int MAX_LEARNERS = 120;
    private static final int MAX_NAME = 30;
    private final Results results;
    private final Catalog labs;
    private final Texts texts;
    private final Language language;

    ResultTables(Results results, Catalog labs, Texts texts, Language language) {
        this.results = results;
        this.labs = labs;
        this.texts = texts;
        this.language = language;
    }

    /**
     * Writes everything.
     *
     * @param out for results
     * @param err for what was skipped
     */
    void print(PrintStream out, PrintStream err) {
        skipped(err);
        summary(out);
        rejected(out);
        out.println();
        points(out);
        missing(out);
        if (results.until().isPresent()) {
            out.println();
            out.println(texts.say("grade-late", "count", results.lates()));
        }
        if (!results.identical().isEmpty()) {
            out.println();
            out.println(
                    texts.say("grade-identical", "count", results.identical().size()));
        }
    }

    private void skipped(PrintStream err) {
        if (results.skips() == 0) {
            return;
        }
        err.println(texts.say("grade-skipped", "count", results.skips()));
        results.skippedFirst(MAX_LINES)
                .forEach((origin, why) ->
                        err.println("  " + Clean.line(origin, 100) + "  " + texts.say("grade-skipped-" + why)));
        more(err, results.skips());
    }

    private void more(PrintStream to, int count) {
        if (count > MAX_LINES) {
            to.println("  " + texts.say("grade-more", "count", count - MAX_LINES));
        }
    }

    void summary(PrintStream out) {
        out.println(texts.say(
                "grade-summary",
                "hand-ins",
                results.handIns(),
                "verdicts",
                results.verdicts(),
                "rejected",
                results.rejections(),
                "faulted",
                results.faults(),
                "untouched",
                results.untouched()));
    }

    /** Rejected and faulted hand-ins with the reason in words. */
    void rejected(PrintStream out) {
        List<Row> rows = Stream.concat(results.rejected().stream(), results.faulted().stream())
                .toList();
        if (rows.isEmpty()) {
            return;
        }
        out.println();
        out.println(texts.say("grade-rejected"));
        results.countByCode().forEach((code, count) -> out.println("  " + count + " × " + code));
        for (Row row : rows.subList(0, Math.min(MAX_LINES, rows.size()))) {
            out.println("  " + Clean.line(row.origin(), 90));
            out.println("      " + Clean.line(reason(row), 300));
        }
        more(out, results.rejections() + results.faults());
    }

    private String reason(Row row) {
        Message why = row.outcome() instanceof Rejected rejected
                ? rejected.message()
                : Message.of("faulted", "incident", ((Faulted) row.outcome()).incident());
        return row.lab()
                .flatMap(labs::find)
                .map(lab -> Brief.of(lab, language).say(why))
                .orElseGet(() -> Texts.core(language).say(why));
    }

    /** Points of each learner for each lab; the labs have numbers, so that the table stays narrow. */
    void points(PrintStream out) {
        legend(out);
        List<Assignment> assignments = results.course().assignments();
        String[] header = Stream.of(
                        Stream.of(texts.say("column-learner")),
                        IntStream.rangeClosed(1, assignments.size()).mapToObj(i -> "[" + i + "]"),
                        Stream.of(texts.say("column-total")))
                .flatMap(part -> part)
                .toArray(String[]::new);
        Table table = new Table(
                IntStream.rangeClosed(1, assignments.size() + 1).boxed().collect(Collectors.toUnmodifiableSet()),
                header);
        List<Learner> learners = results.gradebook().learners();
        for (Learner learner : learners.subList(0, Math.min(MAX_LEARNERS, learners.size()))) {
            table.row(Stream.of(
                            Stream.of(shortName(learner)),
                            assignments.stream().map(assignment -> cell(learner, assignment)),
                            Stream.of(Integer.toString(results.gradebook().total(learner))))
                    .flatMap(part -> part)
                    .toArray());
        }
        table.print(out);
        if (learners.size() > MAX_LEARNERS) {
            out.println(texts.say("grade-more", "count", learners.size() - MAX_LEARNERS));
        }
        out.println(texts.say("grade-legend"));
    }

    /** The labs behind the numbers of the columns. */
    void legend(PrintStream out) {
        int number = 0;
        for (Assignment assignment : results.course().assignments()) {
            String issue = assignment.issue() == 1 ? "" : "/" + assignment.issue();
            out.println("  [" + ++number + "] " + assignment.labId() + issue);
        }
    }

    /** Points, or a sign for nothing judged. */
    String cell(Learner learner, Assignment assignment) {
        Optional<Row> best = results.gradebook().best(learner, assignment);
        if (best.isPresent()) {
            return Integer.toString(best.get().earned());
        }
        return results.state(learner, assignment) == Results.State.NOT_JUDGED ? "x" : "-";
    }

    static String shortName(Learner learner) {
        return Clean.line(learner.name().isEmpty() ? learner.id() : learner.name(), MAX_NAME);
    }

    private void missing(PrintStream out) {
        if (results.missing().isEmpty()) {
            return;
        }
        out.println();
        out.println(texts.say("grade-missing", "count", results.missing().size()));
        results.missing().stream().limit(MAX_LINES).forEach(learner -> out.println("  " + shortName(learner)));
        more(out, results.missing().size());
    }
}
