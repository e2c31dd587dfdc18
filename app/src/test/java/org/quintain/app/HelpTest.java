package org.quintain.app;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.quintain.core.Language;
import org.quintain.core.text.Texts;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Every text of the command line exists in both languages and looks like its language. */
class HelpTest {
    private static final Texts ENGLISH = Texts.load(Main.class, "app.en.properties");
    private static final Texts FRENCH = Texts.load(Main.class, "app.fr.properties");
    private static final Pattern ENGLISH_WORDS = Pattern.compile(
            "\\b(Usage|Options|Commands|Arguments?|Example|the|of|is|are|with|and|from|Shows?|FILE|DIR|LEVEL|LAB|default)\\b");

    private static Texts texts(Language language) {
        return language == Language.FR ? FRENCH : ENGLISH;
    }

    private static CommandLine root(Language language) {
        Shell shell = language == Language.FR ? Shell.french() : Shell.english();
        return Main.parser(new String[] {"--help"}, shell.console());
    }

    private static List<CommandLine> all(CommandLine line) {
        List<CommandLine> all = new ArrayList<>(List.of(line));
        line.getSubcommands().values().forEach(inner -> all.addAll(all(inner)));
        return all;
    }

    @Test
    void bothFilesHaveTheSameKeysAndPlaces() {
        assertEquals(ENGLISH.keys(), FRENCH.keys());
        for (String key : ENGLISH.keys()) {
            assertEquals(ENGLISH.places(key), FRENCH.places(key), key);
        }
    }

    @Test
    void everyCommandAndArgumentHasATextOfItsOwn() {
        for (Language language : Language.values()) {
            for (CommandLine line : all(root(language))) {
                String name = line.getCommandSpec().qualifiedName();
                String[] description = line.getCommandSpec().usageMessage().description();
                assertFalse(description[0].startsWith("cmd"), name);
                assertFalse(line.getUsageMessage().contains("-example"), name);
                for (ArgSpec arg : line.getCommandSpec().args()) {
                    String shown = name + " " + (arg instanceof OptionSpec o ? o.longestName() : arg.paramLabel());
                    assertTrue(arg.description().length > 0 && !arg.description()[0].isBlank(), shown);
                    assertTrue(
                            texts(language).places(arg.descriptionKey()).isPresent(),
                            () -> shown + " wants a text " + arg.descriptionKey());
                    assertFalse(arg.paramLabel().contains("$"), shown + " " + arg.paramLabel());
                }
            }
        }
    }

    @Test
    void everyHelpEndsWithAnExampleThatIsUnderstood() {
        for (Language language : Language.values()) {
            for (CommandLine line : all(root(language))) {
                String help = line.getUsageMessage().stripTrailing();
                String example = help.substring(help.lastIndexOf('\n') + 1).strip();
                assertTrue(example.startsWith("quintain "), help);
                String[] words = example.substring("quintain ".length()).split(" ");
                assertAll(example, () -> root(language).parseArgs(words));
            }
        }
    }

    @Test
    void nothingEnglishIsLeftInFrenchHelp() {
        for (CommandLine line : all(root(Language.FR))) {
            for (String text : line.getUsageMessage().split("\n")) {
                String prose = text.replaceAll("--?[a-z-]+(=\\S+)?", "");
                boolean isHeading = prose.startsWith("Options\u202f:") || prose.startsWith("Arguments\u202f:");
                assertFalse(!isHeading && ENGLISH_WORDS.matcher(prose).find(), text);
            }
        }
    }

    @Test
    void helpHasNoUnfilledPlaceAndNoEscapeSequence() {
        for (Language language : Language.values()) {
            for (CommandLine line : all(root(language))) {
                String help = line.getUsageMessage();
                assertFalse(help.contains("${") || help.contains("\u001b") || help.contains("%%"), help);
            }
        }
    }

    @Test
    void frenchTypographyIsKept() {
        for (String key : FRENCH.keys()) {
            String words = FRENCH.say(key).replaceAll("\\{[a-z-]+}", "x");
            assertFalse(words.contains("'"), key + ": a typographic apostrophe is wanted");
            assertFalse(
                    Pattern.compile("[^\u202f][;!?»]|[^\u202f0-9-]:(?!//)(\\s|$)|«[^\u202f]")
                            .matcher(words)
                            .find(),
                    key + ": a narrow no-break space is wanted: " + words);
        }
    }

    @Test
    void everyTextIsUsed() throws Exception {
        Set<String> unused = new TreeSet<>(ENGLISH.keys());
        String sources = Sources.java();
        unused.removeIf(key -> sources.contains('"' + key + '"')
                || sources.contains("{bundle:" + key + "}")
                || key.matches("(cmd|level|assurance|form|grade-skipped)(-.*)?")
                || key.endsWith("-limit") && sources.contains('"' + key.replace("-limit", "") + '"'));

        assertEquals(Set.of(), unused);
    }
}
