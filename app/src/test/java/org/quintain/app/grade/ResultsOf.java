package org.quintain.app.grade;

import java.util.List;
import java.util.Optional;
import org.quintain.core.Catalog;
import org.quintain.core.grade.Course;
import org.quintain.core.grade.Row;

/** Results of rows that a test made up. */
public final class ResultsOf {
    private ResultsOf() {}

    /**
     * Adds rows up.
     *
     * @param course the plan
     * @param labs the labs
     * @param rows in the order in which they would be graded
     * @return what comes out
     */
    public static Results rows(Course course, Catalog labs, List<Row> rows) {
        Results results = new Results(course, labs, Optional.empty());
        rows.forEach(row -> results.add(row, row.origin()));
        return results;
    }
}
