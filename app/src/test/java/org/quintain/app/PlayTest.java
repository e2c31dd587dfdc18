package org.quintain.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.quintain.app.toy.DoorLab;
import org.quintain.core.Bytes;
import org.quintain.core.Params;
import org.quintain.core.Setup;

class PlayTest {
    private static String played(Shell shell, String lab, String... lines) {
        assertEquals(Exit.OK, shell.typing(lines).run("play", lab), shell.err());
        String out = shell.out();
        String start = out.contains("/quit to stop.\n") ? "/quit to stop.\n" : "/quitter pour arrêter.\n";
        return out.substring(out.indexOf(start) + start.length());
    }

    /** The code of practice seat 1, found by trying. */
    private static int code() {
        DoorLab lab = new DoorLab();
        DoorLab.Challenge challenge =
                lab.open(Setup.practice(lab, 1, Params.none())).challenge();
        int code = 0;
        while (!challenge.door().open(code)) {
            code++;
        }
        return code;
    }

    @Test
    void titleSituationTaskAndDataComeFirst() {
        Shell shell = Shell.english();
        played(shell, "test.door");

        String serial = shell.out().replaceAll("(?s).*serial: ([0-9a-f]{8})\n.*", "$1");
        assertEquals(4, Bytes.ofHex(serial).sizeBytes());
        assertEquals("""
                The door and the parrot

                Situation

                There is a door.

                What you hold

                Its serial.

                Task

                Open it.

                What you have:
                serial: %s
                floors: 1, 2
                note: none

                Type a call and its arguments with spaces between: bytes as hexadecimal digits, a text with spaces in quotation marks.
                  door.enter
                  door.greet name (text) colour (a word)
                  door.open code (whole number)
                Type /help for help, /answer to answer, /quit to stop.
                """.formatted(serial), shell.out());
    }

    @Test
    void callsAreTypedAndTheirResultsAreSaidInWords() {
        String out = played(
                Shell.english(),
                "test.door",
                "door.greet \"my friend\" sky-blue",
                "greet thief red",
                "door.enter",
                "hall#1.look",
                "hall#1.listen 1,2",
                "hall#1.listen [1, 2]",
                "hall#1.listen []",
                "hall#1.close",
                "hall#1.look",
                "door.open 1000");

        assertEquals("""
                Welcome to 3 doors, you blue one.
                No entry for a thief.
                New: hall#1. Call it as hall#1.NAME.
                title: The sea
                painter: none
                colours: sky-blue, red
                knock
                knock
                none
                Done.
                There is no target "hall#1".
                code: a whole number from 0 to 999 was expected, 1000 was found.
                """, out.replaceAll("(?m)^Type a call.*\n(  .*\n)*", ""));
    }

    @Test
    void mistakesAreExplainedAndTheGameGoesOn() {
        String out = played(
                Shell.english(),
                "test.door",
                "door.opn 3",
                "nothing",
                "door.open",
                "door.open three",
                "door.greet \"open",
                "/hlep",
                "/",
                "door.greet bug red",
                "/usage");

        assertTrue(out.startsWith("There is no call \"door.opn\". There is: door.open.\n"), out);
        assertTrue(out.contains("Other arguments are needed: door.open code (whole number). You gave 0.\n"), out);
        assertTrue(out.contains("code: a whole number was expected, text was found.\n"), out);
        assertTrue(out.contains("A quotation mark is not closed.\n"), out);
        assertTrue(out.contains("Did you mean: /help?\n"), out);
        assertTrue(out.contains("The target failed by an error of ours"), out);
        assertTrue(out.contains("Queries: 1 of 1200.\n"), out);
        assertFalse(out.contains("Exception"), out);
    }

    @Test
    void anAnswerIsAskedForFieldByFieldAndJudged() {
        String out = played(
                Shell.english(),
                "test.door",
                "/answer",
                "12345",
                String.valueOf(code()),
                "yes",
                "",
                "one",
                "two words",
                "/quit",
                "",
                "/usage",
                "/quit",
                "door.open 1");

        assertTrue(
                out.contains("code: three digits\ncode: a whole number from 0 to 999 was expected, 12345 was found.\n"),
                out);
        assertTrue(
                out.contains("100 of 100 points.\n80 of 80: The code. You gave " + code() + ".\n20 of 20: Sure."), out);
        assertTrue(out.endsWith("Answers judged: 1 of 3.\n"), out);
    }

    @Test
    void aListThatIsTooLongIsAskedForAgain() {
        String out = played(
                Shell.english(), "test.door", "/answer", "1", "no", "red", "a", "b", "c", "d", "", "a", "", "/quit");

        assertTrue(out.contains("words: 0 to 3 elements were expected, 4 were found.\n"), out);
        assertTrue(out.contains(" of 100 points.\n"), out);
    }

    @Test
    void givingUpAndTheEndOfTheInputHandNothingIn() {
        assertTrue(played(Shell.english(), "test.door", "/answer", "1", "/cancel", "/usage")
                .contains("Nothing was handed in.\nQueries: 0 of 1200.\nAnswers judged: 0 of 3.\n"));
        assertTrue(played(Shell.english(), "test.door", "/answer", "1").endsWith("Nothing was handed in.\n"));
    }

    @Test
    void hintsComeInOrderWithTheirCosts() {
        assertEquals("""
                Hint 1 of 2. In a graded hand-in it costs 5 points; here it is free.
                Try all codes.
                Hint 2 of 2. In a graded hand-in it costs 0 points; here it is free.
                All of them.
                There are no more hints.
                """, played(Shell.english(), "test.door", "/hint", "/indice", "/HINT"));
    }

    @Test
    void plainLinesGoToATargetThatOneTalksTo() {
        assertEquals(
                """
                Kraa! Hello, door.open 3!!
                value-size
                Kraa! \uFFFD[31m!
                Kraa! é!
                """,
                played(
                                Shell.english(),
                                "test.parrot",
                                "  Hello, door.open 3! ",
                                "this line is longer than twenty",
                                "\u001b[31m",
                                "é")
                        .replaceAll("words: 0 to 20 characters were expected, [0-9]+ were found.", "value-size"));
    }

    @Test
    void aCheckerThatFailsIsOurFaultAndTheGameGoesOn() {
        String out = played(Shell.english(), "test.parrot", "/answer", "bug", "/answer", "parrot");

        assertTrue(out.contains("The checker failed by an error of ours (incident "), out);
        assertTrue(out.contains("10 of 10 points.\n10 of 10: The word. Parrots say it.\n"), out);
    }

    @Test
    void frenchWordsWorkWithAndWithoutAccents() {
        String out = played(
                Shell.french(),
                "test.parrot",
                "/aide",
                "/données",
                "/DONNEES",
                "/bilan",
                "/réponse",
                "/annuler",
                "/reponse",
                "parrot",
                "/quitter");

        assertTrue(out.contains("Mots\u202f: /aide"), out);
        assertTrue(out.contains("10 points sur 10.\n"), out);
        assertTrue(out.contains("Rien n’a été remis."), out);
    }

    @Test
    void aPromptIsShownToAPersonOnly() {
        assertTrue(played(Shell.english().atTerminal(), "test.parrot", "hi").startsWith("> Kraa! hi!\n> "));
        assertFalse(played(Shell.english(), "test.parrot", "hi").contains(">"));
    }

    @Test
    void allValuesThatPeopleTypeAreParted() {
        assertEquals(
                List.of("a", "b c", "", "[1, \"x y\"]", "{\"k\": [2, 3]}", "q\"q"),
                Typed.words(" a \"b c\" \"\" [1, \"x y\"] {\"k\": [2, 3]}  \"q\\\"q\" "));
    }
}
