package org.quintain.core.grade;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quintain.core.Catalog;
import org.quintain.core.Seat;
import org.quintain.core.Verdict;
import org.quintain.core.text.Clean;

/**
 * The best judged row of each learner for each assignment; of equal ones the first.
 *
 * <p>Rejected and faulted rows never replace points. Memory: one row for each learner and assignment.
 */
public final class Gradebook {
    private record Place(String learner, String labId, int issue) {}

    private final Course course;
    private final Catalog labs;
    private final Map<String, Learner> learners = new LinkedHashMap<>();
    private final Map<Place, Row> best = new LinkedHashMap<>();

    /**
     * An empty gradebook.
     *
     * @param course its assignments are the columns, its roster the first lines
     * @param labs where the cards are found
     */
    public Gradebook(Course course, Catalog labs) {
        this.course = course;
        this.labs = labs;
        course.roster().forEach(learner -> learners.put(learner.id(), learner));
    }

    /**
     * Takes a row into account.
     *
     * @param row any row; only a verdict counts
     */
    public void add(Row row) {
        if (row.seat().isEmpty() || row.lab().isEmpty() || !(row.outcome() instanceof Verdict)) {
            return;
        }
        Seat seat = row.seat().get();
        learners.computeIfAbsent(seat.learner(), Learner::of);
        best.merge(
                new Place(seat.learner(), row.lab().get(), seat.issue()),
                row,
                (old, now) -> now.earned() > old.earned() ? now : old);
    }

    /**
     * The learners.
     *
     * @return the roster, then others in the order in which they came
     */
    public List<Learner> learners() {
        return List.copyOf(learners.values());
    }

    /**
     * The row that counts.
     *
     * @param learner who
     * @param assignment which lab
     * @return the best judged row, or empty if none was judged
     */
    public Optional<Row> best(Learner learner, Assignment assignment) {
        return Optional.ofNullable(best.get(new Place(learner.id(), assignment.labId(), assignment.issue())));
    }

    /**
     * The points that a learner has in all.
     *
     * @param learner who
     * @return the sum over the assignments
     */
    public int total(Learner learner) {
        return course.assignments().stream()
                .mapToInt(a -> best(learner, a).map(Row::earned).orElse(0))
                .sum();
    }

    /**
     * Writes the gradebook as RFC 4180 CSV: learner, name, group, points for each assignment (empty: nothing judged), total
     * and maximum. Cells that a spreadsheet could take for a formula begin with an apostrophe; semicolons, at which
     * some spreadsheets split, become commas.
     *
     * @param to where to
     * @throws UncheckedIOException if {@code to} fails
     */
    public void writeCsv(Appendable to) {
        List<String> header = new ArrayList<>(List.of("learner", "name", "group"));
        int max = 0;
        for (Assignment assignment : course.assignments()) {
            header.add(assignment.issue() == 1 ? assignment.labId() : assignment.labId() + "/" + assignment.issue());
            max += labs.find(assignment.labId())
                    .map(lab -> lab.card().maxPoints())
                    .orElse(0);
        }
        header.addAll(List.of("total", "max"));
        line(header, to);
        for (Learner learner : learners.values()) {
            List<String> cells = new ArrayList<>(List.of(learner.id(), learner.name(), learner.group()));
            for (Assignment assignment : course.assignments()) {
                cells.add(best(learner, assignment)
                        .map(row -> Integer.toString(row.earned()))
                        .orElse(""));
            }
            cells.add(Integer.toString(total(learner)));
            cells.add(Integer.toString(max));
            line(cells, to);
        }
    }

    private static void line(List<String> cells, Appendable to) {
        try {
            for (int i = 0; i < cells.size(); i++) {
                to.append(i == 0 ? "" : ",").append(cell(cells.get(i)));
            }
            to.append("\r\n");
        } catch (IOException cannotWrite) {
            throw new UncheckedIOException(cannotWrite);
        }
    }

    private static String cell(String text) {
        // Spreadsheets in France split at semicolons, and inside a line quotes do not keep them from it.
        String clean = Clean.cell(text, 200).replace(';', ',');
        return clean.contains(",") || clean.contains("\"") ? '"' + clean.replace("\"", "\"\"") + '"' : clean;
    }
}
