package org.quintain.app.replay;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.quintain.core.Bytes;
import org.quintain.core.Catalog;
import org.quintain.core.Lab;
import org.quintain.core.Seat;
import org.quintain.core.grade.Course;
import org.quintain.core.grade.Entry;
import org.quintain.core.grade.Grader;
import org.quintain.core.grade.Row;
import org.quintain.core.serve.Issuer;
import org.quintain.core.serve.Session;
import org.quintain.core.serve.TranscriptStore;
import org.quintain.net.sim.NetworkLab;
import org.quintain.net.sim.recording.Recorder;

/** Has hand-ins judged while the networks of their runs are recorded; rules and identity are those of grading. */
public final class Replays {
    private Replays() {}

    /**
     * Whether there is something to replay.
     *
     * @param lab any lab
     * @return true if its target is a simulated network
     */
    public static boolean canReplay(Lab<?, ?> lab) {
        return lab instanceof NetworkLab;
    }

    /**
     * Judges a hand-in to a network lab, as if it were the first of its instance.
     *
     * @param entry the hand-in; hints that were taken cost nothing here
     * @param lab which lab it is for, see {@link #canReplay}
     * @param courseKey the course's secret
     * @param course the plan
     * @return what came of it
     */
    public static Replayed handIn(Entry entry, Lab<?, ?> lab, Bytes courseKey, Course course) {
        Recorder recorder = new Recorder();
        Catalog watched = watched(lab, recorder);
        Course alone = new Course(
                course.tenant(),
                course.id(),
                course.keyId(),
                course.assignments().stream()
                        .filter(one -> one.labId().equals(lab.card().id()))
                        .toList(),
                course.roster());
        Entry withoutHints = new Entry(
                entry.origin(), entry.learner(), entry.content(), entry.receivedAt(), Set.of(), entry.served());
        Row row = Grader.open(courseKey, watched, alone).grade(withoutHints);
        return Replayed.of(lab, row.seat(), row.issueId(), Optional.of(row.outcome()), recorder);
    }

    /**
     * Repeats a recorded session on a practice instance.
     *
     * @param seat of practice
     * @param lab which lab, see {@link #canReplay}
     * @param params its parameters
     * @param store where the session was recorded
     * @return what happened, without an outcome
     */
    public static Replayed practice(Seat seat, Lab<?, ?> lab, Map<String, String> params, TranscriptStore store) {
        Recorder recorder = new Recorder();
        Catalog watched = watched(lab, recorder);
        try (Issuer issuer = Issuer.practice(watched)) {
            Session<?, ?> session = issuer.serve(seat, lab.card().id(), params, store);
            return Replayed.of(lab, Optional.of(seat), session.issueId(), Optional.empty(), recorder);
        }
    }

    private static Catalog watched(Lab<?, ?> lab, Recorder recorder) {
        if (lab instanceof NetworkLab<?, ?> network) {
            return Catalog.of(List.of(WatchedLab.of(network, recorder)));
        }
        throw new IllegalArgumentException(
                "a network lab wanted: lab=" + lab.card().id());
    }
}
