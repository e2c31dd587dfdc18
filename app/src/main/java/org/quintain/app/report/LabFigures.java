package org.quintain.app.report;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.quintain.core.Criterion;
import org.quintain.core.Mark;
import org.quintain.core.Message;
import org.quintain.core.grade.Row;

/** What a class made of a lab, in numbers; whole numbers only, so that every machine writes the same. */
final class LabFigures {
    /**
     * A sorted row of numbers in short.
     *
     * @param min the smallest
     * @param middle the one in the middle, the lower of two
     * @param max the largest
     * @param count how many there are
     */
    record Spread(long min, long middle, long max, int count) {
        static Optional<Spread> of(List<Long> numbers) {
            List<Long> sorted = numbers.stream().sorted().toList();
            int count = sorted.size();
            return count == 0
                    ? Optional.empty()
                    : Optional.of(new Spread(sorted.get(0), sorted.get((count - 1) / 2), sorted.get(count - 1), count));
        }
    }

    /**
     * A criterion.
     *
     * @param name in words
     * @param points to be had
     * @param full who has all points
     * @param part who has some
     * @param judged of how many
     * @param hurdle what was said most often to who does not have all points; empty if everybody has
     * @param hurdleCount how often
     */
    record Fall(String name, int points, int full, int part, int judged, String hurdle, int hurdleCount) {
        /** Hundredths, rounded down; only everybody is 100. */
        int percent() {
            return judged == 0 ? 0 : full * 100 / judged;
        }
    }

    private final LabPart lab;
    private final List<LearnerLab> works;
    private final Map<Standing, Integer> counts = new EnumMap<>(Standing.class);

    LabFigures(LabPart lab, List<LearnerLab> works) {
        this.lab = lab;
        this.works = works;
        for (Standing standing : Standing.values()) {
            counts.put(standing, 0);
        }
        works.forEach(work -> counts.merge(work.standing(), 1, Integer::sum));
    }

    LabPart lab() {
        return lab;
    }

    int count(Standing standing) {
        return counts.get(standing);
    }

    int learners() {
        return works.size();
    }

    int judged() {
        return count(Standing.FULL) + count(Standing.PART) + count(Standing.NONE);
    }

    /** Points of those who were judged. */
    Optional<Spread> points() {
        return Spread.of(rows().map(row -> (long) row.earned()).toList());
    }

    /** Queries of the solutions with all points, empty if none was counted. */
    Optional<Spread> queries() {
        return Spread.of(works.stream()
                .filter(work -> work.standing() == Standing.FULL)
                .flatMap(work -> work.best().stream())
                .map(row -> row.usage().queries())
                .filter(count -> count > 0)
                .toList());
    }

    private java.util.stream.Stream<Row> rows() {
        return works.stream().flatMap(work -> work.best().stream());
    }

    List<Fall> criteria() {
        List<Fall> falls = new ArrayList<>();
        for (Criterion criterion : lab.criteria()) {
            falls.add(fall(criterion));
        }
        return falls;
    }

    private Fall fall(Criterion criterion) {
        int full = 0;
        int part = 0;
        Map<String, List<Message>> reasons = new LinkedHashMap<>();
        for (LearnerLab work : works) {
            for (Mark mark : work.marks()) {
                if (!mark.criterion().equals(criterion.id())) {
                    continue;
                }
                if (mark.earned() >= criterion.points()) {
                    full++;
                } else {
                    part += mark.earned() > 0 ? 1 : 0;
                    reasons.computeIfAbsent(mark.why().key(), key -> new ArrayList<>())
                            .add(mark.why());
                }
            }
        }
        List<Message> most = reasons.values().stream()
                .reduce((a, b) -> b.size() > a.size() ? b : a)
                .orElse(List.of());
        String hurdle = most.isEmpty() ? "" : lab.say(common(most));
        return new Fall(lab.criterion(criterion.id()), criterion.points(), full, part, judged(), hurdle, most.size());
    }

    /** What all messages of one key say: an argument that differs becomes an ellipsis. */
    private static Message common(List<Message> messages) {
        SortedMap<String, String> arguments = new TreeMap<>(messages.get(0).arguments());
        arguments.replaceAll((name, value) ->
                messages.stream().allMatch(one -> value.equals(one.arguments().get(name))) ? value : "…");
        return new Message(messages.get(0).key(), arguments);
    }
}
