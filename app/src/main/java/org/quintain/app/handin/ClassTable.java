package org.quintain.app.handin;

import org.quintain.core.Bytes;
import org.quintain.core.Catalog;
import org.quintain.core.derive.CourseKey;
import org.quintain.core.grade.Course;

/** A table {@code learner;lab;answer;value} that a teacher typed from paper. */
public final class ClassTable {
    private ClassTable() {}

    /**
     * Whether a file is such a table, however it was saved.
     *
     * @param head the first 4,096 bytes or fewer
     * @return whether its first line has the headings
     */
    public static boolean isOne(byte[] head) {
        throw new UnsupportedOperationException();
    }

    /**
     * The hand-ins of a table: one for each learner, lab and issue, where its first line stands.
     *
     * @param content the file
     * @param origin the file's name; a row's origin is {@code origin:line}
     * @param course the plan and roster
     * @param labs where answer forms are found
     * @param key makes each hand-in name its instance, for the teacher vouches for who wrote it
     * @return tells what is in the table
     */
    public static HandIns of(Bytes content, String origin, Course course, Catalog labs, CourseKey key) {
        throw new UnsupportedOperationException();
    }
}
