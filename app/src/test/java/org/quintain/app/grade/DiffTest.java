package org.quintain.app.grade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quintain.app.check.EvilCourse;
import org.quintain.core.RefusedException;
import org.quintain.core.grade.Row;
import org.quintain.core.grade.RowJson;

/** A regrade is compared by what counts: the best verdict of each learner and lab. */
class DiffTest {
    @TempDir
    private Path folder;

    private Path results(String name, Row... rows) throws IOException {
        Path results = Files.createDirectories(folder.resolve(name));
        Files.write(
                results.resolve("rows.jsonl"),
                Stream.of(rows).map(row -> RowJson.write(row, EvilCourse.LABS)).toList());
        return results;
    }

    private static String text(Diff.Change change) {
        return change.place().learner() + " "
                + change.before()
                        .map(state -> state.earned().map(String::valueOf).orElse("" + state.codes()))
                        .orElse("-")
                + ">"
                + change.after()
                        .map(state -> state.earned().map(String::valueOf).orElse("" + state.codes()))
                        .orElse("-");
    }

    @Test
    void whatChangesIsToldLearnerByLearner() throws IOException {
        Path before = results(
                "old",
                Rows.judged("bo", 1, 3),
                Rows.judged("ada", 1, 5),
                Rows.rejected("cy"),
                Rows.faulted("di"),
                Rows.judged("ed", 1, 1));
        Path after = results(
                "new", Rows.judged("ada", 1, 5), Rows.judged("bo", 1, 4), Rows.judged("cy", 1, 0), Rows.rejected("di"));
        Diff.Result result = Diff.between(before, after);
        assertEquals(
                List.of("bo 3>4", "cy [format]>0", "di [faulted]>[format]", "ed 1>-"),
                result.changes().stream().map(DiffTest::text).toList());
        assertEquals(1, result.same());
    }

    @Test
    void orderAndWorseHandInsChangeNothing() throws IOException {
        Path before = results("old", Rows.rejected("ada"), Rows.judged("ada", 1, 2), Rows.judged("ada", 1, 9));
        Path after = results("new", Rows.judged("ada", 1, 9), Rows.rejected("ada"), Rows.faulted("ada"));
        assertEquals(
                List.of(), Diff.between(before, after.resolve("rows.jsonl")).changes());
    }

    @Test
    void issuesOfALabAreApart() throws IOException {
        Path before = results("old", Rows.judged("ada", 1, 2));
        Path after = results("new", Rows.judged("ada", 2, 2));
        assertEquals(2, Diff.between(before, after).changes().size());
    }

    @Test
    void aLineThatIsNoRowIsNamed() throws IOException {
        Path before = results("old", Rows.judged("ada", 1, 2));
        Path after = results("new", Rows.judged("ada", 1, 2));
        Files.writeString(after.resolve("rows.jsonl"), "{}\n", java.nio.file.StandardOpenOption.APPEND);
        RefusedException refused = assertThrows(RefusedException.class, () -> Diff.between(before, after));
        assertEquals("2", refused.why().arguments().get("line"));
    }
}
