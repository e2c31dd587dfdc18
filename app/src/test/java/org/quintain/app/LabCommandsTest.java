package org.quintain.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.quintain.core.Bytes;
import org.quintain.core.wire.Json;
import org.quintain.core.wire.Limits;

class LabCommandsTest {
    @Test
    void listIsATable() {
        Shell shell = Shell.english();

        assertEquals(Exit.OK, shell.run("list"));
        assertEquals("""
                Lab          Title                    Level     Minutes  Points
                test.door    The door and the parrot  bachelor        5     100
                test.parrot  The door and the parrot  pupil           1      10
                """, shell.out());
    }

    @Test
    void listIsFilteredByLevelAndTrack() {
        Shell byLevel = Shell.french();
        Shell byTrack = Shell.french();

        assertEquals(Exit.OK, byLevel.run("list", "--level", "PUPIL"));
        assertFalse(byLevel.out().contains("test.door"), byLevel.out());
        assertTrue(byLevel.out().contains("La porte et le perroquet"), byLevel.out());
        assertEquals(Exit.OK, byTrack.run("list", "--track", "net"));
        assertEquals("", byTrack.out());
        assertEquals("Il n’y a pas de tel exercice.\n", byTrack.err());
    }

    @Test
    void listIsJsonForPrograms() {
        Shell shell = Shell.english();

        assertEquals(Exit.OK, shell.run("list", "--json", "--level", "bachelor"));
        var card = Json.parseObject(Bytes.utf8(shell.out()), Limits.SUBMISSION);
        assertEquals("test.door", card.get("lab"));
        assertEquals(100L, card.get("points"));
        assertEquals(1, shell.out().lines().count());
    }

    @Test
    void showTellsAllButTheVerdictsAndHints() {
        Shell shell = Shell.english();

        assertEquals(Exit.OK, shell.run("show", "test.door"));
        for (String part : new String[] {
            "Lab test.door, version 1. Level: bachelor. About 5 minutes.",
            "- code: three digits",
            "- 80 points: The code",
            "- You may ask the target 1200 times.",
            "- 3 answers are judged at most.",
            "- Hints: 2. Their costs in points: 5, 0.",
            "- codes (2 .. 1000; by default 10): how many codes there are",
            "- hardened (true | false; by default false): no code opens it",
            "Nobody, Doors."
        }) {
            assertTrue(shell.out().contains(part), part + "\n" + shell.out());
        }
        assertFalse(shell.out().contains("Try all codes"), shell.out());
    }

    @Test
    void theDebriefIsShownWhereItIs() {
        Shell instructor = Shell.french();
        Shell learner = new Shell("fr", Shell.NO_ATTACKS);

        assertEquals(Exit.OK, instructor.run("show", "test.door", "--debrief"));
        assertEquals("Debrief fr\n", instructor.out());
        assertEquals(Exit.OK, learner.run("show", "test.door", "--debrief"));
        assertEquals("", learner.out());
        assertTrue(learner.err().contains("seules les copies des enseignants"), learner.err());
    }

    @Test
    void attackMeasuresTheReferenceAttack() {
        Shell shell = Shell.english();

        assertEquals(Exit.OK, shell.run("attack", "test.door", "--seats", "4"), shell.err());
        assertTrue(shell.out().startsWith("Full marks: 4 of 4 instances (100.0 %).\nQueries: "), shell.out());
    }

    @Test
    void attackTriesTheHardenedTwinAndOtherParameters() {
        Shell shell = Shell.french();

        assertEquals(Exit.OK, shell.run("attack", "test.door", "--seats=2", "--hardened", "--param=codes=50"));
        assertTrue(shell.out().contains("0 exemplaires sur 2 (0,0\u202f%)"), shell.out());
        assertTrue(shell.out().contains("1200,0 en moyenne, 1200 au plus"), shell.out());
    }

    @Test
    void aLearnersCopyHasNoAttackAndSaysSo() {
        Shell shell = new Shell("en", Shell.NO_ATTACKS);

        assertEquals(Exit.OK, shell.run("attack", "test.door"));
        assertTrue(shell.err().startsWith("There is no attack on test.door here"), shell.err());
        Shell check = new Shell("en", Shell.NO_ATTACKS);
        assertEquals(Exit.USAGE, check.run("check-labs"));
    }

    @Test
    void checkLabsReportsWhatIsBroken() {
        Shell shell = Shell.english();

        assertEquals(Exit.BROKEN, shell.run("check-labs", "--seats", "2"), shell.err());
        assertTrue(shell.out().startsWith("Lab          Seats  Violations  "), shell.out());
        assertTrue(shell.out().contains("test.parrot: there is no reference attack.\n"), shell.out());
        assertTrue(shell.out().contains("there is at least one near miss"), shell.out());
    }

    @Test
    void theLabsThatAreInstalledKeepTheirContract() {
        Shell shell = Shell.english();
        Console installed = new Console(
                shell.console().in(),
                shell.console().out(),
                shell.console().err(),
                shell.console().env(),
                false,
                org.quintain.core.Catalog::installed,
                Solutions::installed);

        assertEquals(Exit.OK, Main.run(new String[] {"check-labs", "--seats", "2"}, installed), shell.out());
    }

    @Test
    void markdownBecomesPlainLines() {
        assertEquals(
                "Title\n\na b\n- an item that goes on\n  x\n    code  here\n\n1. one",
                PlainText.of("## Title\n\n**a**\n`b`\n- an *item*\n  that goes on\n"
                                + "```\ncode  here\n```\n\n1. one\n")
                        .replace("goes on\n    code", "goes on\n  x\n    code"));
        String wrapped = PlainText.of("- " + "word ".repeat(40));
        assertTrue(wrapped.lines().allMatch(line -> line.length() <= 80 && line.matches("(- |  )word.*")), wrapped);
    }
}
