package org.quintain.app;

import java.io.PrintStream;
import java.util.ArrayList;
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
    private static final int MAX_COLUMNS = 12;
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
        List<Learner> learners = results.gradebook().learners();
        grid(out, learners.subList(0, Math.min(MAX_LEARNERS, learners.size())), true);
        if (learners.size() > MAX_LEARNERS) {
            out.println(texts.say("grade-more", "count", learners.size() - MAX_LEARNERS));
        }
        out.println(texts.say("grade-legend"));
    }

    /** Points in tables of at most {@value #MAX_COLUMNS} labs each, so that no line is wider than a terminal. */
    void grid(PrintStream out, List<Learner> learners, boolean hasTotal) {
        List<Assignment> assignments = results.course().assignments();
        for (int from = 0; from < assignments.size(); from += MAX_COLUMNS) {
            int to = Math.min(from + MAX_COLUMNS, assignments.size());
            boolean isTotalHere = hasTotal && to == assignments.size();
            List<String> header = new ArrayList<>(List.of(texts.say("column-learner")));
            IntStream.rangeClosed(from + 1, to).forEach(number -> header.add("[" + number + "]"));
            if (isTotalHere) {
                header.add(texts.say("column-total"));
            }
            Table table = new Table(
                    IntStream.range(1, header.size()).boxed().collect(Collectors.toUnmodifiableSet()),
                    header.toArray(String[]::new));
            for (Learner learner : learners) {
                List<Object> cells = new ArrayList<>(List.of(shortName(learner)));
                assignments.subList(from, to).forEach(assignment -> cells.add(cell(learner, assignment)));
                if (isTotalHere) {
                    cells.add(results.gradebook().total(learner));
                }
                table.row(cells.toArray());
            }
            if (from > 0) {
                out.println();
            }
            table.print(out);
        }
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
    private String cell(Learner learner, Assignment assignment) {
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
