package org.quintain.app.grade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.quintain.app.check.EvilCourse;
import org.quintain.core.grade.Learner;
import org.quintain.core.grade.Row;

/** Tables for teachers and for platforms. */
class ExportsTest {
    private static final Learner ADA = new Learner("ada", "Ada L.", "ada@school.example", "g1", "");
    private static final Learner ELODIE = new Learner("élodie", "Élodie; D", "", "", "fr");
    private static final Learner BO = new Learner("bo", "=cmd()", "bo@school.example", "", "");

    private static Results results(Optional<Instant> until, Row... rows) {
        Results results = new Results(Rows.course(ADA, ELODIE, BO), EvilCourse.LABS, until);
        List.of(rows).forEach(row -> results.add(row, row.origin()));
        return results;
    }

    private static String gradebook(Results results, Csv.Dialect dialect, Optional<Scale> scale) {
        StringWriter to = new StringWriter();
        new Exports(results, EvilCourse.LABS).gradebook(to, dialect, scale);
        return to.toString();
    }

    private static String moodle(Results results) {
        StringWriter to = new StringWriter();
        new Exports(results, EvilCourse.LABS).moodle(to);
        return to.toString();
    }

    @Test
    void moodleGetsWholePointsAndNothingForWhatWasNotJudged() {
        Results results = results(
                Optional.empty(),
                Rows.judged("ada", 1, 7),
                Rows.rejected("élodie"),
                Rows.faulted("bo"),
                Rows.judged("bo", 2, 0));
        assertEquals(
                "ID number,Email address,test.evil,test.evil/2\r\n"
                        + "ada,ada@school.example,7,\r\n"
                        + "élodie,,,\r\n"
                        + "bo,bo@school.example,,0\r\n",
                moodle(results));
    }

    @Test
    void frenchExcelGetsSemicolonsAByteOrderMarkAndDecimalCommas() {
        Results results = results(Optional.empty(), Rows.judged("ada", 1, 7), Rows.judged("élodie", 1, 10));
        assertEquals(
                "\uFEFFlearner;name;group;test.evil;test.evil/2;total;max;mark/20\r\n"
                        + "ada;Ada L.;g1;7;;7;20;7,0\r\n"
                        + "élodie;\"Élodie; D\";;10;;10;20;10,0\r\n"
                        + "bo;'=cmd();;;;0;20;0,0\r\n",
                gradebook(results, Csv.Dialect.EXCEL_FR, Optional.of(Scale.parse("20/0.5"))));
    }

    @Test
    void lateHandInsAreNamedAndKeepTheirPoints() {
        Results results = results(
                Optional.of(Instant.parse("2026-12-01T08:00:00Z")),
                Rows.row("ada", 1, Rows.verdict(7), 7, null, "2026-12-01T08:00:00.001Z"),
                Rows.row("ada", 2, Rows.verdict(5), 5, null, "2026-12-01T08:00:00Z"));
        assertEquals(
                "ada,Ada L.,g1,7,5,12,20,test.evil",
                gradebook(results, Csv.Dialect.RFC, Optional.empty()).split("\r\n")[1]);
        assertEquals(1, results.lates());
    }

    @Test
    void withoutALastMomentNothingIsLate() {
        Results results =
                results(Optional.empty(), Rows.row("ada", 1, Rows.verdict(7), 7, null, "2026-12-01T08:00:00.001Z"));
        assertFalse(gradebook(results, Csv.Dialect.RFC, Optional.empty()).contains("late"));
        assertEquals(0, results.lates());
    }
}
