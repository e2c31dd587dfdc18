package org.quintain.app;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.quintain.app.files.LineReader;
import org.quintain.core.Budget;
import org.quintain.core.Bytes;
import org.quintain.core.Faulted;
import org.quintain.core.Mark;
import org.quintain.core.Message;
import org.quintain.core.Outcome;
import org.quintain.core.Rejected;
import org.quintain.core.Usage;
import org.quintain.core.Verdict;
import org.quintain.core.serve.Session;
import org.quintain.core.text.Brief;
import org.quintain.core.text.Brief.Section;
import org.quintain.core.text.Hint;
import org.quintain.core.text.Texts;
import org.quintain.core.wire.Json;
import org.quintain.core.wire.Limits;

/** One game: lines go to the target, words that begin with a slash to the game itself. */
final class Play {
    private static final int MAX_LINE_BYTES = 1 << 20;

    /** What a word with a slash asks for; each has its English and French words, without accents. */
    private enum Word {
        HELP("help", "aide"),
        BRIEF("brief", "consigne"),
        DATA("data", "donnees"),
        HINT("hint", "indice"),
        USAGE("usage", "bilan"),
        ANSWER("answer", "reponse"),
        QUIT("quit", "quitter");

        private final List<String> words;

        Word(String... words) {
            this.words = List.of(words);
        }

        static Optional<Word> of(String typed) {
            String plain = Normalizer.normalize(typed.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                    .replaceAll("\\p{M}", "");
            for (Word word : values()) {
                if (word.words.contains(plain)) {
                    return Optional.of(word);
                }
            }
            return Optional.empty();
        }

        static List<String> all() {
            return java.util.Arrays.stream(values())
                    .flatMap(word -> word.words.stream())
                    .map(word -> "/" + word)
                    .toList();
        }
    }

    private final Session<?, ?> session;
    private final Brief brief;
    private final Texts texts;
    private final Console console;
    private final PrintStream out;
    private final LineReader lines;
    private final Shown shown;
    private final TargetCalls calls;
    private int hintsTaken;
    private int verdicts;

    Play(Session<?, ?> session, Brief brief, Texts texts, Console console) {
        this.session = session;
        this.brief = brief;
        this.texts = texts;
        this.console = console;
        this.out = console.out();
        this.lines = new LineReader(console.in(), MAX_LINE_BYTES);
        this.shown = new Shown(brief, texts);
        this.calls = new TargetCalls(session, brief, texts, shown);
    }

    /** Plays until the player or the input ends. */
    void run() throws IOException {
        out.println(brief.title());
        section(Section.SITUATION);
        section(Section.WHAT_YOU_HOLD);
        section(Section.TASK);
        data();
        out.println();
        out.println(calls.howTo());
        out.println(texts.say("play-start"));
        boolean isOn = true;
        while (isOn) {
            Optional<String> line = ask("> ");
            isOn = line.isPresent() && isStillOn(line.get().strip());
        }
    }

    private boolean isStillOn(String line) throws IOException {
        if (line.isEmpty()) {
            return true;
        }
        if (!line.startsWith("/")) {
            out.println(calls.say(line));
            return true;
        }
        Optional<Word> word = Word.of(line.substring(1).strip());
        if (word.isEmpty()) {
            List<String> near = UsageErrors.nearest(line.toLowerCase(Locale.ROOT), Word.all());
            out.println(texts.say("play-unknown-word", "found", line)
                    + (near.isEmpty() ? "" : " " + texts.say("did-you-mean", "words", String.join(", ", near))));
            return true;
        }
        return isStillOn(word.get());
    }

    private boolean isStillOn(Word word) throws IOException {
        switch (word) {
            case HELP -> {
                out.println(calls.howTo());
                out.println(texts.say("play-words"));
            }
            case BRIEF -> {
                for (Section section :
                        List.of(Section.SITUATION, Section.WHAT_YOU_HOLD, Section.TASK, Section.ANSWER)) {
                    section(section);
                }
            }
            case DATA -> data();
            case HINT -> hint();
            case USAGE -> usage();
            case ANSWER -> answer();
            case QUIT -> {
                return false;
            }
        }
        return true;
    }

    /** The next line typed; the prompt is shown to a person only. */
    private Optional<String> ask(String prompt) throws IOException {
        if (console.isTerminal()) {
            out.print(prompt);
            out.flush();
        }
        Optional<LineReader.Line> line = lines.next();
        while (line.isPresent() && line.get().isTooLong()) {
            out.println(texts.say("play-too-long", "limit", MAX_LINE_BYTES));
            line = lines.next();
        }
        return line.map(typed -> new String(typed.bytes(), StandardCharsets.UTF_8));
    }

    private void section(Section section) {
        out.println();
        out.println(section.heading(brief.language()));
        out.println();
        out.println(PlainText.of(brief.text(section)));
    }

    private void data() {
        String data = shown.challenge(session);
        if (!data.isEmpty()) {
            out.println();
            out.println(texts.say("play-data"));
            out.println(data);
        }
    }

    private void hint() {
        if (hintsTaken == brief.hints().size()) {
            out.println(texts.say("play-no-hint"));
            return;
        }
        Hint hint = brief.hints().get(hintsTaken++);
        out.println(texts.say(
                "play-hint", "number", hint.number(), "count", brief.hints().size(), "cost", hint.cost()));
        out.println(PlainText.of(hint.text()));
    }

    private void usage() {
        Usage used = session.usage();
        Budget budget = session.lab().card().budget();
        out.println(amount("play-queries", used.queries(), budget.queries()));
        if (used.packets() > 0 || budget.packets() != Long.MAX_VALUE) {
            out.println(amount("play-packets", used.packets(), budget.packets()));
        }
        if (used.virtualMicros() > 0 || budget.virtualMicros() != Long.MAX_VALUE) {
            out.println(amount("play-micros", used.virtualMicros(), budget.virtualMicros()));
        }
        out.println(amount("play-submissions", verdicts, budget.submissions()));
    }

    private String amount(String key, long used, long limit) {
        return limit == Long.MAX_VALUE
                ? texts.say(key, "used", used)
                : texts.say(key + "-limit", "used", used, "limit", limit);
    }

    private void answer() throws IOException {
        AnswerForm form = new AnswerForm(session.lab(), brief, texts, out, this::ask);
        Optional<Object> answers = form.fill();
        if (answers.isEmpty()) {
            out.println(texts.say("play-no-answer"));
            return;
        }
        Bytes json = Bytes.utf8(Json.write(answers.get()));
        if (json.sizeBytes() > Limits.SUBMISSION.sizeBytes()) {
            out.println(texts.say("play-too-long", "limit", Limits.SUBMISSION.sizeBytes()));
            return;
        }
        print(session.submitJson(json));
    }

    private void print(Outcome outcome) {
        if (outcome instanceof Verdict verdict) {
            verdicts++;
            int points = session.lab().card().maxPoints();
            out.println(texts.say("play-points", "earned", verdict.earned(), "points", points));
            for (Mark mark : verdict.marks()) {
                int of = session.lab().card().criterion(mark.criterion()).points();
                out.println(texts.say("play-mark", "earned", mark.earned(), "points", of) + " "
                        + brief.criterion(mark.criterion()) + ". " + shown.say(mark.why()));
            }
        } else if (outcome instanceof Rejected rejected) {
            out.println(texts.say("play-rejected") + " " + shown.say(rejected.message()));
        } else if (outcome instanceof Faulted faulted) {
            out.println(shown.say(Message.of("faulted", "incident", faulted.incident())));
        }
    }
}
