package org.quintain.app.handin;

import static org.quintain.app.handin.TableReader.refused;

import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.quintain.app.forms.Typing;
import org.quintain.core.Bytes;
import org.quintain.core.Lab;
import org.quintain.core.Params;
import org.quintain.core.Seat;
import org.quintain.core.derive.CourseKey;
import org.quintain.core.grade.Assignment;
import org.quintain.core.grade.Course;
import org.quintain.core.grade.Entry;
import org.quintain.core.serve.Handout;
import org.quintain.core.wire.RecordShape;
import org.quintain.core.wire.Shapes;

/** The lines of one learner, lab and issue of a class table. */
final class TableHandIn implements TableReader.Found {
    private final String origin;
    private final String learner;
    private final Lab<?, ?> lab;
    private final Assignment assignment;
    private final Sealing sealing;
    private final Map<String, Optional<Object>> values = new LinkedHashMap<>();
    private final Map<String, Long> lines = new LinkedHashMap<>();
    private Optional<Instant> receivedAt = Optional.empty();

    /**
     * What makes a hand-in name its instance.
     *
     * @param course the plan
     * @param key the course's
     */
    record Sealing(Course course, CourseKey key) {}

    TableHandIn(String origin, String learner, Lab<?, ?> lab, Assignment assignment, Sealing sealing) {
        this.origin = origin;
        this.learner = learner;
        this.lab = lab;
        this.assignment = assignment;
        this.sealing = sealing;
    }

    /** Takes a line; the first one for a field counts, the latest time of all lines. */
    void put(String field, Optional<Object> value, Optional<Instant> received, long line) {
        Long before = values.getOrDefault(field, Optional.empty()).isEmpty() ? null : lines.get(field);
        if (before != null) {
            throw refused("table-answer-twice", "name", field, "before", before);
        }
        lines.put(field, line);
        values.put(field, value);
        if (received.isPresent() && (receivedAt.isEmpty() || receivedAt.get().isBefore(received.get()))) {
            receivedAt = received;
        }
    }

    @Override
    public void tell(HandIns.Visitor visitor) throws IOException {
        if (values.values().stream().allMatch(Optional::isEmpty)) {
            visitor.untouched(origin);
        } else {
            visitor.handIn(
                    new Entry(origin, Optional.of(learner), submission(), receivedAt, Set.of(), Optional.empty()));
        }
    }

    private Bytes submission() {
        Course course = sealing.course();
        Seat seat = new Seat(course.tenant(), course.id(), learner, assignment.issue());
        Handout.Heading heading = Claim.heading(
                sealing.key(),
                seat,
                lab.card(),
                lab.card().contentVersion(),
                Params.parse(lab.card(), assignment.params()).nonDefault());
        Map<String, Object> answers = new LinkedHashMap<>();
        for (RecordShape.Component field : Shapes.answer(lab.answerType()).components()) {
            values.getOrDefault(field.name(), Optional.empty())
                    .or(() -> Typing.blank(field.shape()))
                    .ifPresent(tree -> answers.put(field.name(), tree));
        }
        return Bytes.utf8(new Handout(heading, Map.of(), List.of(), Map.of()).submission(answers));
    }
}
