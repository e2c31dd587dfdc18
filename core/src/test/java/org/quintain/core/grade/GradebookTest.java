package org.quintain.core.grade;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quintain.core.Faulted;
import org.quintain.core.Message;
import org.quintain.core.Outcome;
import org.quintain.core.Rejected;
import org.quintain.core.Seat;
import org.quintain.core.Usage;
import org.quintain.core.Verdict;
import org.quintain.core.toys.Toys;

/** The best judged row counts, and no cell is a formula. */
class GradebookTest {
    private static final Assignment VAULT = Assignment.of("toy.vault", 1, Map.of());
    private static final Assignment AGAIN = Assignment.of("toy.vault", 2, Map.of());

    private static Gradebook book(Learner... roster) {
        return new Gradebook(
                new Course("uni-a", "crypto-101", "0b0b578f", List.of(VAULT, AGAIN), List.of(roster)), Toys.LABS);
    }

    private static Row row(String learner, int issue, Outcome outcome, int earned) {
        return new Row(
                "x",
                Optional.of(new Seat("uni-a", "crypto-101", learner, issue)),
                Optional.of("toy.vault"),
                3,
                "0".repeat(20),
                outcome,
                earned,
                100,
                0,
                "0".repeat(64),
                "test",
                Optional.empty(),
                Usage.NONE,
                Optional.empty());
    }

    private static Row judged(String learner, int issue, int earned) {
        return row(learner, issue, new Verdict(List.of()), earned);
    }

    private static String csv(Gradebook book) {
        StringBuilder out = new StringBuilder();
        book.writeCsv(out);
        return out.toString();
    }

    @Test
    void gradebookIsCsv() {
        Gradebook book = book(new Learner("ada", "Ada L.", "", "g1", ""));
        book.add(judged("ada", 1, 70));
        assertEquals("learner,name,group,toy.vault,toy.vault/2,total,max\r\nada,Ada L.,g1,70,,70,200\r\n", csv(book));
    }

    @Test
    void bestRowCounts() {
        Gradebook book = book();
        for (int earned : new int[] {20, 70, 50}) {
            book.add(judged("ada", 1, earned));
        }
        assertEquals(70, book.total(Learner.of("ada")));
    }

    @Test
    void ofEqualRowsTheFirstCounts() {
        Gradebook book = book();
        Row first = judged("ada", 1, 20);
        book.add(first);
        book.add(judged("ada", 1, 20));
        assertEquals(true, book.best(Learner.of("ada"), VAULT).orElseThrow() == first);
    }

    @Test
    void rejectedAndFaultedRowsReplaceNothing() {
        Gradebook book = book();
        book.add(judged("ada", 1, 20));
        book.add(row("ada", 1, new Rejected("format", Message.of("format")), 90));
        book.add(row("ada", 1, new Faulted("00", "x"), 90));
        assertEquals(20, book.total(Learner.of("ada")));
    }

    @Test
    void issuesAreColumnsOfTheirOwn() {
        Gradebook book = book();
        book.add(judged("ada", 1, 20));
        book.add(judged("ada", 2, 30));
        assertEquals(50, book.total(Learner.of("ada")));
    }

    @Test
    void learnerWithoutARowHasEmptyCells() {
        assertEquals("ada,,,,,0,200", csv(book(Learner.of("ada"))).split("\r\n")[1]);
    }

    @Test
    void learnersOutsideTheRosterFollowIt() {
        Gradebook book = book(Learner.of("grace"));
        book.add(judged("ada", 1, 1));
        assertEquals(List.of(Learner.of("grace"), Learner.of("ada")), book.learners());
    }

    private static String name(String name) {
        String line = csv(book(new Learner("x", name, "", "", ""))).split("\r\n")[1];
        return line.substring(2, line.indexOf(",,,,0,200"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1",
                "+1",
                "-1",
                "@SUM",
                " =1",
                "\u00a0=1",
                "\u3000=1",
                "\uff1d1",
                "\uff0b1",
                "\uff0d1",
                "\uff201"
            })
    void formulaIsGuarded(String formula) {
        assertEquals("'" + formula, name(formula));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"'\t=1'|' =1'", "'\r\n=1'|'  =1'", "'\u0001=1'|'\ufffd=1'", "'\u202e=1'|'\ufffd=1'"})
    void formulaBehindControlCharactersIsGuarded(String formula, String cell) {
        assertEquals("'" + cell, name(formula));
    }

    @Test
    void guardedFormulaIsQuotedToo() {
        assertEquals("\"'=HYPERLINK(\"\"x\"\",1)\"", name("=HYPERLINK(\"x\",1)"));
    }

    @Test
    void semicolonSplitsNoCell() {
        assertEquals("\"a,=1\"", name("a;=1"));
    }

    @Test
    void lineBreakSplitsNoRow() {
        assertEquals("a  b", name("a\r\nb"));
    }

    @Test
    void bidirectionalControlIsReplaced() {
        assertEquals("\ufffdtxt.exe", name("\u202etxt.exe"));
    }

    @Test
    void longCellIsCut() {
        assertEquals("x".repeat(200) + "\u2026", name("x".repeat(100_000)));
    }
}
