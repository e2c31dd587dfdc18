package org.quintain.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quintain.core.Language;

class MainTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "lsit | There is no command \"lsit\". Did you mean: list? See \"quintain --help\".",
                "list --levl pupil | There is no option \"--levl\". Did you mean: --level? See \"quintain list --help\".",
                "list --level | This is missing: --level. See \"quintain list --help\".",
                "list --level child | --level is one of: pupil, lycee, bachelor, master, doctoral, professional. \"child\" is none of them. See \"quintain list --help\".",
                "list door | \"door\" is one word too many. See \"quintain list --help\".",
                "list --json --json | --json stands there twice. See \"quintain list --help\".",
                "list --lang de | --lang is one of: en, fr. \"de\" is none of them. See \"quintain list --help\".",
                "show | This is missing: LAB. See \"quintain show --help\".",
                "show test.dor | There is no lab \"test.dor\". Did you mean: test.door? \"quintain list\" shows all.",
                "show door | There is no lab \"door\". Did you mean: test.door? \"quintain list\" shows all.",
                "show xyz | There is no lab \"xyz\". \"quintain list\" shows all.",
                "attack test.door --seats ten | --seats is a whole number. \"ten\" is none. See \"quintain attack --help\".",
                "attack test.door --seats 0 | --seats is 1 or more, not 0.",
                "attack test.door --param codes | --param is followed by NAME=VALUE, not by \"codes\".",
                "attack test.door --param code=3 | The lab test.door has no parameter \"code\". It has: codes, hardened.",
                "attack test.door --param codes=1 | Parameter codes: one of 2 .. 1000 was expected, \"1\" was found.",
                "attack test.parrot --param x=1 | The lab test.parrot has no parameters, so none named \"x\".",
                "attack test.parrot --hardened | The lab test.parrot has no hardened twin.",
                "key | A word is missing behind \"quintain key\": new.",
                "key nwe | There is no command \"nwe\". Did you mean: new? See \"quintain key --help\".",
                "play test.door --practice 1 --key k | Either --practice, or --key with --course and --learner: not both.",
                "play test.door --course c | --key is missing: a course's instance needs --key, --course and --learner.",
                "play test.door --practice -1 | --practice is 0 or more, not -1.",
                "serve-target test.door | Whose instance? Give --practice N, or --key FILE with --course ID and --learner ID.",
                "check-labs --seats 1 | --seats is 2 or more, not 1.",
                "new-lab Crypto | \"Crypto\" is no lab id. An id is a track, a dot, and lower-case words joined by hyphens: crypto.my-first-lab",
                "new-lab web.xss | There is no track \"web\". Tracks are crypto, net and fuzz."
            })
    void mistakesAreExplainedInOneLine(String line, String expected) {
        Shell shell = Shell.english();

        assertEquals(Exit.USAGE, shell.run(line.strip().split(" ")), shell.err());
        assertEquals("quintain: " + expected + "\n", shell.err());
        assertEquals("", shell.out());
    }

    @ParameterizedTest
    @CsvSource({
        "lsit",
        "list --levl",
        "list --level",
        "list --level x",
        "list x",
        "show",
        "show test.dor",
        "attack test.door --seats x",
        "attack test.door --param codes=1",
        "key",
        "play test.door --course c",
        "serve-target test.door",
        "new-lab x"
    })
    void mistakesAreExplainedInFrench(String line) {
        Shell shell = Shell.french();

        assertEquals(Exit.USAGE, shell.run(line.split(" ")), shell.err());
        assertTrue(shell.err().startsWith("quintain\u202f: "), shell.err());
        assertFalse(shell.err().matches("(?s).*\\b(the|is|no|missing|expected|See)\\b.*"), shell.err());
    }

    @Test
    void theLanguageOptionMayStandAnywhereAndBeatsTheLocale() {
        for (String line : new String[] {"--lang fr list", "list --lang fr", "list --lang=fr", "--lang=fr list"}) {
            Shell shell = Shell.english();
            assertEquals(Exit.OK, shell.run(line.split(" ")), shell.err());
            assertTrue(shell.out().startsWith("Exercice"), line);
        }
    }

    @Test
    void theLocaleIsReadAsTheSystemReadsIt() {
        assertEquals(Language.FR, Languages.choose(new String[0], Map.of("LC_ALL", "", "LANG", "fr_CA.UTF-8")));
        assertEquals(Language.FR, Languages.choose(new String[0], Map.of("LC_MESSAGES", "fr", "LANG", "en_GB")));
        assertEquals(Language.EN, Languages.choose(new String[0], Map.of("LC_ALL", "C.UTF-8", "LANG", "fr_FR")));
        assertEquals(Language.FR, Languages.choose(new String[] {"--lang", "fr"}, Map.of("LANG", "C")));
    }

    @Test
    void withoutACommandTheHelpIsShownAndTheExitCodeSaysSo() {
        Shell shell = Shell.english();

        assertEquals(Exit.USAGE, shell.run());
        assertTrue(shell.err().contains("Commands:"), shell.err());
        assertTrue(shell.err().contains("new-lab"), shell.err());
    }

    @Test
    void anErrorOfOursIsAnIncidentAndNoStackTrace() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console broken =
                Console.of(InputStream.nullInputStream(), new ByteArrayOutputStream(), err, Map.of("LANG", "en"));
        Console console = new Console(
                broken.in(),
                broken.out(),
                broken.err(),
                broken.env(),
                false,
                () -> {
                    throw new IllegalStateException("planted");
                },
                broken.solutions());

        assertEquals(Exit.BROKEN, Main.run(new String[] {"list"}, console));
        String said = err.toString(StandardCharsets.UTF_8);
        assertTrue(
                said.matches(
                        "(?s)quintain: An error of ours \\(incident [0-9a-f]{8}, java.lang.IllegalStateException\\)"
                                + "\\. Please report it with the command that you typed\\.\\s+"),
                said);
    }

    @Test
    void theVersionIsShown() {
        Shell shell = Shell.english();

        assertEquals(Exit.OK, shell.run("--version"));
        assertTrue(shell.out().startsWith("quintain "), shell.out());
    }

    @Test
    void onlyTheCommandThatIsCalledIsMade() {
        Shell shell = Shell.english();

        assertEquals(
                1,
                Main.parser(new String[] {"--lang", "fr", "list"}, shell.console())
                        .getSubcommands()
                        .size());
        assertEquals(
                Main.commands().keySet(),
                Main.parser(new String[] {"--help"}, shell.console())
                        .getSubcommands()
                        .keySet());
    }
}
