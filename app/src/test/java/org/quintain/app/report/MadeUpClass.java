package org.quintain.app.report;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.quintain.app.grade.Results;
import org.quintain.app.grade.ResultsOf;
import org.quintain.app.grade.Scale;
import org.quintain.app.grade.Suspicion;
import org.quintain.core.Catalog;
import org.quintain.core.Criterion;
import org.quintain.core.Faulted;
import org.quintain.core.Lab;
import org.quintain.core.Language;
import org.quintain.core.Mark;
import org.quintain.core.Message;
import org.quintain.core.Outcome;
import org.quintain.core.Rejected;
import org.quintain.core.Seat;
import org.quintain.core.Usage;
import org.quintain.core.Verdict;
import org.quintain.core.grade.Assignment;
import org.quintain.core.grade.Course;
import org.quintain.core.grade.Learner;
import org.quintain.core.grade.Row;
import org.quintain.core.text.Brief;

/** A class whose learners do everything that a report has a place for, in turns; the same at every call. */
final class MadeUpClass {
    static final Instant UNTIL = Instant.parse("2026-10-01T18:00:00Z");
    private static final List<Rejected> REJECTIONS = List.of(
            rejected("json-syntax", "line", 3, "column", 14),
            rejected("whose-is-it"),
            rejected("json-too-large", "found", 2_097_152, "limit", 1_048_576),
            rejected("json-utf16"),
            rejected("answer-form", "field", "code"),
            rejected("issue-id"),
            rejected("not-in-course"),
            rejected("no-evidence"),
            rejected("submissions-exhausted", "limit", 3),
            rejected("unreadable"),
            rejected("lab-unknown", "lab", "crypto.nobody"));

    private final Catalog catalog;
    private final Course course;
    private final List<Row> rows = new ArrayList<>();
    private String mischief = "";

    MadeUpClass(Catalog catalog, int learners, int assignments) {
        this(catalog, learners, assignments, "");
    }

    /** A class in which every text that a learner can influence contains some mischief. */
    MadeUpClass(Catalog catalog, int learners, int assignments, String mischief) {
        this.catalog = catalog;
        this.mischief = mischief;
        List<Assignment> plan = new ArrayList<>();
        for (int i = 0; i < assignments; i++) {
            Lab<?, ?> lab = catalog.labs().get(i % catalog.labs().size());
            plan.add(new Assignment(lab.card().id(), i / catalog.labs().size() + 1, new TreeMap<>()));
        }
        List<Learner> roster = new ArrayList<>();
        for (int i = 1; i <= learners; i++) {
            roster.add(new Learner("u-" + i + mischief, "Élodie Marchand " + i + mischief, "", "2A" + mischief, "fr"));
        }
        this.course = new Course("uni-a" + mischief, "crypto-101" + mischief, "0a1b2c3d", plan, roster);
        for (int i = 0; i < roster.size(); i++) {
            for (int j = 0; j < plan.size(); j++) {
                work(i, j, roster.get(i), plan.get(j));
            }
        }
    }

    private static Rejected rejected(String code, Object... arguments) {
        return new Rejected(code, Message.of(code, arguments));
    }

    private void work(int i, int j, Learner learner, Assignment assignment) {
        int turn = (i * 7 + j * 3 + i / 5) % 12;
        if (i % 19 == 18 || turn == 11) {
            return;
        }
        if (turn == 10) {
            Rejected one = REJECTIONS.get((i + j) % REJECTIONS.size());
            add(i, j, learner, assignment, mischief.isEmpty() ? one : hostile(one), 0);
            return;
        }
        if (turn == 9 && i % 40 == 1) {
            add(i, j, learner, assignment, new Faulted("1f2e3d4c" + mischief, "java.lang.IllegalStateException"), 0);
            return;
        }
        Lab<?, ?> lab = catalog.find(assignment.labId()).orElseThrow();
        List<Mark> marks = new ArrayList<>();
        List<String> keys = new ArrayList<>(
                Brief.of(lab, Language.EN).entries(Brief.Section.VERDICTS).keySet());
        int earned = 0;
        for (Criterion criterion : lab.card().criteria()) {
            int points =
                    turn < 6 ? criterion.points() : turn == 6 ? 0 : (turn + marks.size()) % 3 * criterion.points() / 2;
            earned += points;
            marks.add(new Mark(criterion.id(), points, why(lab, keys.get((turn + marks.size()) % keys.size()))));
        }
        add(i, j, learner, assignment, new Verdict(marks), earned);
    }

    private Rejected hostile(Rejected one) {
        Map<String, String> arguments = new TreeMap<>(one.message().arguments());
        arguments.replaceAll((name, value) -> mischief);
        return new Rejected(one.code(), new Message(one.message().key(), new TreeMap<>(arguments)));
    }

    private Message why(Lab<?, ?> lab, String key) {
        TreeMap<String, String> arguments = new TreeMap<>();
        Brief.of(lab, Language.EN)
                .places(key)
                .orElseThrow()
                .forEach(name -> arguments.put(name, mischief.isEmpty() ? "12" : mischief));
        return new Message(key, arguments);
    }

    private void add(int i, int j, Learner learner, Assignment assignment, Outcome outcome, int earned) {
        Instant received = UNTIL.plusSeconds(i % 9 == 4 ? 3600 : -3600);
        rows.add(new Row(
                "learner-" + (i + 1) + mischief + "/" + assignment.labId() + "/submission.json",
                Optional.of(new Seat(course.tenant(), course.id(), learner.id(), assignment.issue())),
                Optional.of(assignment.labId()),
                1,
                "",
                outcome,
                earned,
                100,
                i % 11 == 3 ? 5 : 0,
                "",
                "",
                Optional.of(received),
                new Usage(j % 2 == 0 ? 100L + 7L * i : 0, 0, 0),
                Optional.empty()));
    }

    Results results() {
        return ResultsOf.rows(course, catalog, rows);
    }

    List<Row> rows() {
        return rows;
    }

    Course course() {
        return course;
    }

    /** Nothing but results. */
    ReportData plain(Language language) {
        return ReportData.of(results(), catalog, language);
    }

    /** With everything that a report can have. */
    ReportData full(Language language) {
        return new ReportData(
                results(),
                catalog,
                language,
                Optional.of(new Scale(20, new BigDecimal("0.5"))),
                Optional.of(UNTIL),
                List.of(suspicion(0, 1, 2), suspicion(1, 2, 4)),
                true);
    }

    private Suspicion suspicion(int lab, int from, int to) {
        Assignment assignment = course.assignments().get(lab);
        List<Suspicion.Holder> holders = new ArrayList<>();
        for (Learner learner : course.roster().subList(from, to + 1)) {
            holders.add(new Suspicion.Holder(
                    new Seat(course.tenant(), course.id(), learner.id(), assignment.issue()),
                    learner.id() + mischief + "/submission.json",
                    holders.isEmpty()));
        }
        return new Suspicion(assignment.labId(), assignment.issue(), holders, lab);
    }
}
