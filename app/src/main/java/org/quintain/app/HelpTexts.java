package org.quintain.app;

import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.ResourceBundle;
import java.util.Set;
import org.quintain.core.text.Texts;
import picocli.CommandLine;
import picocli.CommandLine.Model.UsageMessageSpec;

/** Puts the app's texts into the parser's help, so that no sentence of the help stands in an annotation. */
final class HelpTexts extends ResourceBundle {
    private final Texts texts;

    private HelpTexts(Texts texts) {
        this.texts = texts;
    }

    /**
     * Gives a command and its subcommands their texts.
     *
     * @param line the command
     * @param texts the words
     */
    static void apply(CommandLine line, Texts texts) {
        String name = line.getCommandSpec().qualifiedName("-");
        String key = "cmd" + name.substring(name.contains("-") ? name.indexOf('-') : name.length());
        UsageMessageSpec usage = line.getCommandSpec().usageMessage();
        line.setResourceBundle(new HelpTexts(texts));
        usage.synopsisHeading(format(texts.say("help-usage")) + " ");
        usage.synopsisSubcommandLabel(texts.say("label-command"));
        usage.description(lines(texts.say(key)));
        usage.descriptionHeading("%n");
        usage.parameterListHeading("%n" + format(texts.say("help-parameters")) + "%n");
        usage.optionListHeading("%n" + format(texts.say("help-options")) + "%n");
        usage.commandListHeading("%n" + format(texts.say("help-commands")) + "%n");
        usage.footerHeading("%n" + format(texts.say("help-example")) + "%n");
        // Not as a footer, which the parser would wrap: a command that is broken in two cannot be copied.
        String example = texts.say(key + "-example").indent(2);
        usage.sectionMap().put(UsageMessageSpec.SECTION_KEY_FOOTER, help -> example);
        for (CommandLine subcommand : line.getSubcommands().values()) {
            apply(subcommand, texts);
        }
    }

    private static String[] lines(String words) {
        return format(words).split("\n");
    }

    /** The parser formats what it shows: a percent sign is doubled. */
    private static String format(String words) {
        return words.replace("%", "%%");
    }

    @Override
    protected Object handleGetObject(String key) {
        return texts.places(key).isPresent() ? format(texts.say(key)) : null;
    }

    @Override
    protected Set<String> handleKeySet() {
        return texts.keys();
    }

    @Override
    public Enumeration<String> getKeys() {
        return Collections.enumeration(List.copyOf(texts.keys()));
    }
}
