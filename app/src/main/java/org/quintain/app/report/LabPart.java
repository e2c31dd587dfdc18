package org.quintain.app.report;

import java.util.ArrayList;
import java.util.List;
import org.quintain.core.Criterion;
import org.quintain.core.LabCard;
import org.quintain.core.Mark;
import org.quintain.core.Message;
import org.quintain.core.grade.Assignment;
import org.quintain.core.text.Brief;

/** A lab of the plan, with the words of its brief. */
final class LabPart {
    private final Site site;
    private final int number;
    private final Assignment assignment;
    private final LabCard card;
    private final Brief brief;

    LabPart(Site site, int number, Assignment assignment) {
        this.site = site;
        this.number = number;
        this.assignment = assignment;
        var lab = site.data().labs().find(assignment.labId()).orElseThrow();
        this.card = lab.card();
        this.brief = Brief.of(lab, site.language());
    }

    Assignment assignment() {
        return assignment;
    }

    Brief brief() {
        return brief;
    }

    boolean is(String labId, int issue) {
        return assignment.labId().equals(labId) && assignment.issue() == issue;
    }

    String id() {
        return "lab-" + number;
    }

    String title() {
        return assignment.issue() == 1
                ? brief.title()
                : site.say("title-issue", "title", brief.title(), "issue", assignment.issue());
    }

    int max() {
        return card.maxPoints();
    }

    boolean hasLimit() {
        return card.budget().submissions() < Integer.MAX_VALUE;
    }

    int limit() {
        return card.budget().submissions();
    }

    List<Criterion> criteria() {
        return card.criteria();
    }

    String criterion(String id) {
        return brief.criterion(id);
    }

    int points(Mark mark) {
        return card.criterion(mark.criterion()).points();
    }

    String say(Message why) {
        return site.cleanReason(brief.say(why));
    }

    /** What became of this lab in the whole class. */
    LabFigures figures() {
        List<LearnerLab> works = new ArrayList<>();
        site.learners().forEach(learner -> works.add(learner.labs().get(number - 1)));
        return new LabFigures(this, works);
    }
}
