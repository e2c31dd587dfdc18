package org.quintain.core.grade;

import java.util.stream.Stream;
import org.quintain.core.Bytes;
import org.quintain.core.Catalog;
import org.quintain.core.Stable;
import org.quintain.core.derive.CourseKey;

/**
 * Grades hand-ins: one hand-in, one row, whatever it is; nothing that it claims is believed.
 *
 * <p>Checkers run on the caller's thread, and no clock stops them: their work is bounded by fuel, that is by the limits on
 * what a hand-in may hold and by the card's budget, past which a replay ends. A platform that runs checkers it does not
 * trust puts them into a process of its own that it can stop, as the command line does.
 *
 * <p>Judged hand-ins of one instance count against the card's submissions in the order in which they come. Only an index
 * of counts by issue id is kept. Safe for use by several threads.
 */
@Stable
public interface Grader {
    /**
     * A grader for a course.
     *
     * @param courseKey the course's secret
     * @param labs the labs
     * @param course the teacher's plan
     * @return the grader
     * @throws IllegalArgumentException if the key is not the one that the plan names, or the plan asks for a lab or a
     *     parameter that there is not
     */
    static Grader open(Bytes courseKey, Catalog labs, Course course) {
        return new KeyGrader(CourseKey.of(courseKey), labs, course);
    }

    /**
     * Grades one hand-in.
     *
     * @param entry whatever arrived
     * @return its row; never an exception for anything that the hand-in holds
     */
    Row grade(Entry entry);

    /**
     * Adds to the count of an instance's judged hand-ins, so that the limit holds over a restart.
     *
     * @param issueId public name of the instance
     * @param verdicts how many verdicts earlier runs gave for it, 0 or more
     */
    void remember(String issueId, int verdicts);

    /**
     * Grades hand-ins one after the other as the result is read.
     *
     * @param entries whatever arrived
     * @return their rows, in the same order
     */
    default Stream<Row> gradeAll(Stream<Entry> entries) {
        return entries.sequential().map(this::grade);
    }
}
