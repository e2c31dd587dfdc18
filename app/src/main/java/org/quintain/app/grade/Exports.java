package org.quintain.app.grade;

import java.io.Writer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quintain.core.Catalog;
import org.quintain.core.grade.Assignment;
import org.quintain.core.grade.Course;
import org.quintain.core.grade.Learner;
import org.quintain.core.grade.Row;

/** The class as tables: {@code gradebook.csv} for teachers, {@code moodle.csv} for a platform's import. */
final class Exports {
    private final Results results;
    private final Course course;
    private final Map<Assignment, Integer> maxima = new LinkedHashMap<>();

    Exports(Results results, Catalog labs) {
        this.results = results;
        this.course = results.course();
        course.assignments()
                .forEach(one -> maxima.put(
                        one, labs.find(one.labId()).orElseThrow().card().maxPoints()));
    }

    private int max() {
        return maxima.values().stream().mapToInt(max -> max).sum();
    }

    private static String heading(Assignment assignment) {
        return assignment.issue() == 1 ? assignment.labId() : assignment.labId() + "/" + assignment.issue();
    }

    private Optional<Row> best(Learner learner, Assignment assignment) {
        return results.gradebook().best(learner, assignment);
    }

    /**
     * Writes points by learner and lab, empty where nothing was judged; with a scale the mark; with a last moment the labs
     * that came late.
     */
    void gradebook(Writer to, Csv.Dialect dialect, Optional<Scale> scale) {
        Csv csv = new Csv(to, dialect);
        List<String> header = new ArrayList<>(List.of("learner", "name", "group"));
        course.assignments().forEach(assignment -> header.add(heading(assignment)));
        header.addAll(List.of("total", "max"));
        scale.ifPresent(wanted -> header.add("mark/" + wanted.top()));
        results.until().ifPresent(until -> header.add("late"));
        csv.line(header);
        for (Learner learner : results.gradebook().learners()) {
            List<String> cells = new ArrayList<>(List.of(learner.id(), learner.name(), learner.group()));
            course.assignments().forEach(one -> cells.add(points(learner, one)));
            int total = results.gradebook().total(learner);
            cells.add(Integer.toString(total));
            cells.add(Integer.toString(max()));
            scale.ifPresent(wanted -> cells.add(decimal(wanted.mark(total, max()), dialect)));
            results.until().ifPresent(until -> cells.add(late(learner)));
            csv.line(cells);
        }
        csv.flush();
    }

    private String points(Learner learner, Assignment assignment) {
        return best(learner, assignment)
                .map(row -> Integer.toString(row.earned()))
                .orElse("");
    }

    private static String decimal(BigDecimal mark, Csv.Dialect dialect) {
        return dialect == Csv.Dialect.EXCEL_FR ? mark.toPlainString().replace('.', ',') : mark.toPlainString();
    }

    private String late(Learner learner) {
        return String.join(
                " ",
                course.assignments().stream()
                        .filter(one ->
                                best(learner, one).filter(results::isLate).isPresent())
                        .map(Exports::heading)
                        .toList());
    }

    /**
     * Writes what Moodle's import of grades takes: two columns that name the learner, then whole points for each lab. A
     * learner of whom nothing was judged has empty cells, which change no grade there.
     */
    void moodle(Writer to) {
        Csv csv = new Csv(to, Csv.Dialect.RFC);
        List<String> header = new ArrayList<>(List.of("ID number", "Email address"));
        course.assignments().forEach(assignment -> header.add(heading(assignment)));
        csv.line(header);
        for (Learner learner : results.gradebook().learners()) {
            List<String> cells = new ArrayList<>(List.of(learner.id(), learner.email()));
            course.assignments().forEach(one -> cells.add(points(learner, one)));
            csv.line(cells);
        }
        csv.flush();
    }
}
