package org.quintain.app.replay;

import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quintain.app.files.Inline;
import org.quintain.app.files.Sha256;
import org.quintain.app.report.Report;
import org.quintain.core.Language;
import org.quintain.core.LibraryVersion;
import org.quintain.core.Mark;
import org.quintain.core.Rejected;
import org.quintain.core.Seat;
import org.quintain.core.Verdict;
import org.quintain.core.text.Brief;
import org.quintain.core.text.Clean;

/** A replay as one HTML page that loads nothing. */
public final class ReplayPage {
    static final String CSS = Inline.read(Report.class, "report.css") + Inline.read(ReplayPage.class, "replay.css");
    static final String POLICY =
            "default-src 'none'; style-src " + Sha256.policySource(CSS) + "; base-uri 'none'; form-action 'none'";
    private static final int REASON_CODE_POINTS = 600;

    private final Replayed replayed;
    private final FrameWords words;
    private final Brief brief;
    private final List<RunPart> runs = new ArrayList<>();

    private ReplayPage(Replayed replayed, List<String> captures, Language language) {
        this.replayed = replayed;
        this.words = new FrameWords(language);
        this.brief = Brief.of(replayed.lab(), language);
        for (int i = 0; i < captures.size(); i++) {
            runs.add(new RunPart(i + 1, replayed.recordings().get(i), words, captures.get(i)));
        }
    }

    /**
     * Writes a page.
     *
     * @param replayed what is to be shown
     * @param captures names of the files with the captures, one a recording, in the same folder as the page
     * @param language of the page
     * @return HTML
     */
    public static String write(Replayed replayed, List<String> captures, Language language) {
        StringOutput page = new StringOutput();
        JtepageGenerated.render(new OwaspHtmlTemplateOutput(page), null, new ReplayPage(replayed, captures, language));
        return page.toString();
    }

    FrameWords words() {
        return words;
    }

    String version() {
        return LibraryVersion.current();
    }

    String title() {
        return words.say("title", "lab", brief.title());
    }

    String whose() {
        Optional<Seat> seat = replayed.seat();
        return words.say(
                "whose",
                "learner",
                seat.map(Seat::learner).map(FrameWords::clean).orElse("?"),
                "lab",
                replayed.lab().card().id(),
                "issue",
                FrameWords.clean(replayed.issueId()));
    }

    List<RunPart> runs() {
        return runs;
    }

    int otherNetworks() {
        return replayed.otherNetworks();
    }

    List<Mark> marks() {
        return replayed.outcome().orElse(null) instanceof Verdict verdict ? verdict.marks() : List.of();
    }

    String criterion(Mark mark) {
        return brief.criterion(mark.criterion());
    }

    String points(Mark mark) {
        int points = replayed.lab().card().criterion(mark.criterion()).points();
        return words.say("points", "earned", mark.earned(), "points", points);
    }

    String why(Mark mark) {
        return Clean.line(brief.say(mark.why()), REASON_CODE_POINTS);
    }

    /** Why the hand-in was not judged; empty if it was. */
    String refusal() {
        if (replayed.outcome().orElse(null) instanceof Rejected rejected) {
            return Clean.line(brief.say(rejected.message()), REASON_CODE_POINTS);
        }
        return "";
    }
}
