package org.quintain.core;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects the marks of a verdict, checked against the card; made by {@link LabCard#marking()}. */
@Stable
public final class Marking {
    private final LabCard card;
    private final Map<String, Mark> marks = new LinkedHashMap<>();

    Marking(LabCard card) {
        this.card = card;
    }

    /**
     * Marks a criterion with all of its points or none.
     *
     * @param criterion its id
     * @param earned whether it is met
     * @param why the reason
     * @return this
     */
    public Marking mark(String criterion, boolean earned, Message why) {
        return part(criterion, earned ? card.criterion(criterion).points() : 0, why);
    }

    /**
     * Marks a criterion with some of its points.
     *
     * @param criterion its id
     * @param earned 0 to its points
     * @param why the reason
     * @return this
     */
    public Marking part(String criterion, int earned, Message why) {
        int points = card.criterion(criterion).points();
        if (earned < 0 || earned > points) {
            throw new IllegalArgumentException(
                    "0 to " + points + " points wanted: criterion=" + criterion + " earned=" + earned);
        }
        if (marks.put(criterion, new Mark(criterion, earned, why)) != null) {
            throw new IllegalArgumentException("each criterion once wanted: criterion=" + criterion);
        }
        return this;
    }

    /**
     * The verdict, with every criterion that is still open at 0.
     *
     * @param why the reason for the open ones
     * @return the verdict
     */
    public Verdict otherwise(Message why) {
        List<Mark> all = new ArrayList<>();
        for (Criterion criterion : card.criteria()) {
            all.add(marks.getOrDefault(criterion.id(), new Mark(criterion.id(), 0, why)));
        }
        return new Verdict(all);
    }

    /**
     * The verdict when every criterion has been marked.
     *
     * @return the verdict
     * @throws IllegalStateException if a criterion is open
     */
    public Verdict verdict() {
        for (Criterion criterion : card.criteria()) {
            if (!marks.containsKey(criterion.id())) {
                throw new IllegalStateException("criterion left open: " + criterion.id());
            }
        }
        return new Verdict(card.criteria().stream()
                .map(criterion -> marks.get(criterion.id()))
                .toList());
    }
}
