package org.quintain.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import org.quintain.core.Catalog;
import org.quintain.core.Lab;
import org.quintain.core.Language;
import org.quintain.core.Message;
import org.quintain.core.text.Brief;
import org.quintain.core.text.Texts;
import picocli.CommandLine.Option;

/** One command; {@code package-info.java} tells how to add one. */
public abstract class QuintainCommand implements Callable<Integer> {
    @Option(names = "--lang", paramLabel = "en|fr", descriptionKey = "option-lang", order = 1000)
    private Language chosen;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            descriptionKey = "option-help",
            order = 1001)
    private boolean isHelpWanted;

    private Console console;
    private Texts texts;
    private Language language;

    /** Gives the command its surroundings, before the command line is read. */
    public final void attach(Console itsConsole, Texts itsTexts, Language itsLanguage) {
        console = itsConsole;
        texts = itsTexts;
        language = itsLanguage;
    }

    /**
     * Does the work.
     *
     * @return a code of {@link Exit}
     * @throws IOException if something cannot be read or written
     */
    public abstract int run() throws IOException;

    @Override
    public final Integer call() throws IOException {
        return run();
    }

    /** Standard output: results only. */
    public final PrintStream out() {
        return console.out();
    }

    /** Standard error: everything that is no result. */
    public final PrintStream err() {
        return console.err();
    }

    public final InputStream in() {
        return console.in();
    }

    public final Console console() {
        return console;
    }

    public final Language language() {
        return language;
    }

    public final Texts texts() {
        return texts;
    }

    /**
     * Words of the app.
     *
     * @param key their key
     * @param namesAndValues as for {@link Message#of}
     * @return the words in the chosen language
     */
    public final String text(String key, Object... namesAndValues) {
        return texts.say(key, namesAndValues);
    }

    /** The labs on the class path. */
    public final Catalog labs() {
        return console.labs().get();
    }

    /** The reference attacks and debriefs on the class path; a learner's copy has none. */
    public final Solutions references() {
        return console.solutions().get();
    }

    /**
     * A lab by its id.
     *
     * @param id as typed
     * @return the lab
     * @throws Failure with the nearest ids, if there is none of that id
     */
    public final Lab<?, ?> lab(String id) {
        Catalog labs = labs();
        return labs.find(id)
                .orElseThrow(() -> UsageErrors.unknownLab(
                        id, labs.labs().stream().map(lab -> lab.card().id()).toList()));
    }

    /**
     * A lab's brief.
     *
     * @param lab the lab
     * @return the brief in the chosen language
     */
    public final Brief brief(Lab<?, ?> lab) {
        return Brief.of(lab, language);
    }
}
