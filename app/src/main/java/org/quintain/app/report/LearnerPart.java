package org.quintain.app.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.quintain.core.grade.Learner;
import org.quintain.core.grade.Row;

/** A learner with what they achieved, lab by lab. */
final class LearnerPart {
    private final Site site;
    private final int number;
    private final Learner learner;
    private final List<LearnerLab> labs = new ArrayList<>();
    private final List<Row> notJudged;

    LearnerPart(Site site, int number, Learner learner, List<Row> notJudged) {
        this.site = site;
        this.number = number;
        this.learner = learner;
        this.notJudged = notJudged;
        site.labs().forEach(lab -> labs.add(new LearnerLab(site, learner, lab)));
    }

    int number() {
        return number;
    }

    String id() {
        return "learner-" + number;
    }

    /** Where this learner's section is, seen from a page. */
    String linkFrom(String page) {
        String there = site.pageOf(number);
        return (there.equals(page) ? "" : there) + "#" + id();
    }

    String name() {
        return site.nameOf(learner);
    }

    String group() {
        return site.clean(learner.group());
    }

    List<LearnerLab> labs() {
        return labs;
    }

    int total() {
        return labs.stream().mapToInt(LearnerLab::earned).sum();
    }

    String mark() {
        return site.mark(total(), site.max());
    }

    String bareMark() {
        return site.bareMark(total(), site.max());
    }

    boolean is(String learnerId) {
        return learner.id().equals(learnerId);
    }

    boolean hasNothing() {
        return labs.stream().allMatch(lab -> lab.standing() == Standing.MISSING);
    }

    /** Which words tell that no lab has anything: something may have come that does not say for which lab. */
    String nothing() {
        return notJudged.isEmpty() ? "learner-nothing" : "learner-unclear";
    }

    boolean hasJudged() {
        return labs.stream().anyMatch(lab -> lab.best().isPresent());
    }

    /** Group, total and mark in one line. */
    String summary() {
        List<String> parts = new ArrayList<>();
        if (!learner.group().isEmpty()) {
            parts.add(group());
        }
        parts.add(site.say("learner-total", "total", total(), "max", site.max()));
        if (!mark().isEmpty()) {
            parts.add(mark());
        }
        return String.join(" · ", parts);
    }

    /** This learner's files that were not judged, those of one reason together. */
    Map<Refusal, List<String>> notJudged() {
        Map<Refusal, List<String>> files = new LinkedHashMap<>();
        for (Row row : notJudged) {
            files.computeIfAbsent(Refusal.of(row, site), refusal -> new ArrayList<>())
                    .add(site.clean(row.origin()));
        }
        return files;
    }
}
