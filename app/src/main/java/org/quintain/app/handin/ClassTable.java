package org.quintain.app.handin;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.quintain.app.files.SavedText;
import org.quintain.core.Bytes;
import org.quintain.core.Catalog;
import org.quintain.core.derive.CourseKey;
import org.quintain.core.grade.Course;

/**
 * A table {@code learner;lab;answer;value} that a teacher typed from paper, one answer a line.
 *
 * <p>Saved from a spreadsheet or typed in an editor: commas, semicolons or tabs, any encoding of {@link SavedText},
 * headings in English or French in any order, optional columns for the issue and for when it was handed in. A learner is
 * an id, a name or an e-mail of the roster; a lab its id, its title, the end of its id or its number in the plan; the
 * answer may stay blank if the lab wants one only.
 */
public final class ClassTable {
    private ClassTable() {}

    /**
     * Whether a file is such a table, however it was saved.
     *
     * @param head the first 4,096 bytes or fewer
     * @return whether its first line has the headings
     */
    public static boolean isOne(byte[] head) {
        String first = SavedText.beginning(head)
                .lines()
                .filter(line -> !line.isBlank())
                .findFirst()
                .orElse("");
        return TableColumns.of(List.of(first.split("[;,\t]", -1))).missing().isEmpty();
    }

    /**
     * The hand-ins of a table: one for each learner, lab and issue, where its first line stands; times without a zone are
     * taken for UTC.
     *
     * @param content the file
     * @param origin the file's name; a row's origin is {@code origin:line}
     * @param course the plan and roster
     * @param labs where answer forms are found
     * @param key makes each hand-in name its instance, for the teacher vouches for who wrote it
     * @return tells what is in the table
     */
    public static HandIns of(Bytes content, String origin, Course course, Catalog labs, CourseKey key) {
        return of(content, origin, course, labs, key, ZoneOffset.UTC);
    }

    /**
     * The hand-ins of a table: one for each learner, lab and issue, where its first line stands.
     *
     * @param content the file
     * @param origin the file's name; a row's origin is {@code origin:line}
     * @param course the plan and roster
     * @param labs where answer forms are found
     * @param key makes each hand-in name its instance, for the teacher vouches for who wrote it
     * @param zone of dates and times without one
     * @return tells what is in the table, refusals {@code table-…} included
     */
    public static HandIns of(Bytes content, String origin, Course course, Catalog labs, CourseKey key, ZoneId zone) {
        return visitor -> {
            for (TableReader.Found found : new TableReader(origin, course, labs, key, zone).read(content)) {
                found.tell(visitor);
            }
        };
    }
}
