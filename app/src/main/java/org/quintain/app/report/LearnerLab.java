package org.quintain.app.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quintain.app.grade.Results;
import org.quintain.core.Mark;
import org.quintain.core.Verdict;
import org.quintain.core.grade.Learner;
import org.quintain.core.grade.Row;

/** What a learner achieved in a lab. */
final class LearnerLab {
    private final Site site;
    private final LabPart lab;
    private final Optional<Row> best;
    private final Standing standing;
    private final int judged;

    LearnerLab(Site site, Learner learner, LabPart lab) {
        this.site = site;
        this.lab = lab;
        this.best = site.results().gradebook().best(learner, lab.assignment());
        this.judged = site.results().judged(learner, lab.assignment());
        boolean isMissing = site.results().state(learner, lab.assignment()) == Results.State.MISSING;
        this.standing = best.map(row -> Standing.of(row.earned(), lab.max()))
                .orElse(isMissing ? Standing.MISSING : Standing.REJECTED);
    }

    LabPart lab() {
        return lab;
    }

    Standing standing() {
        return standing;
    }

    Optional<Row> best() {
        return best;
    }

    int earned() {
        return best.map(Row::earned).orElse(0);
    }

    boolean isLate() {
        return best.filter(site::isLate).isPresent();
    }

    /** The words in the cell of the class table. */
    String cell() {
        return site.say("cell-" + standing.key(), "earned", earned());
    }

    /** The line above the criteria. */
    String heading() {
        if (best.isEmpty()) {
            return site.say("lab-" + standing.key(), "title", lab.title());
        }
        String points = site.say("lab-heading", "title", lab.title(), "earned", earned(), "max", lab.max());
        String mark = site.mark(earned(), lab.max());
        return mark.isEmpty() ? points : points + " · " + mark;
    }

    List<Mark> marks() {
        return best.map(row -> ((Verdict) row.outcome()).marks()).orElse(List.of());
    }

    Standing standing(Mark mark) {
        return Standing.of(mark.earned(), lab.points(mark));
    }

    String points(Mark mark) {
        String key = "mark-" + standing(mark).key();
        return site.say(key, "earned", mark.earned(), "points", lab.points(mark));
    }

    /** What else there is to know about the row that counts. */
    String notes() {
        List<String> notes = new ArrayList<>();
        best.ifPresent(row -> {
            notes.add(site.say("note-file", "file", site.clean(row.origin())));
            if (isLate()) {
                notes.add(
                        site.say("note-late", "time", site.time(row.receivedAt().orElseThrow())));
            }
            if (judged > 1) {
                notes.add(site.say("note-judged", "count", judged));
            }
            if (row.usage().queries() > 0) {
                notes.add(site.say("note-queries", "count", row.usage().queries()));
            }
            if (row.hintCost() > 0) {
                notes.add(site.say("note-hints", "cost", row.hintCost()));
            }
        });
        return String.join(" · ", notes);
    }

    /** Where the replay of the row that counts is; empty if there is none. */
    String replay() {
        return best.map(row -> site.data().replays().get(row.origin())).orElse("");
    }
}
