package org.quintain.app.grade;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quintain.app.check.EvilCourse;
import org.quintain.core.Faulted;
import org.quintain.core.Mark;
import org.quintain.core.Message;
import org.quintain.core.Outcome;
import org.quintain.core.Rejected;
import org.quintain.core.Seat;
import org.quintain.core.Usage;
import org.quintain.core.Verdict;
import org.quintain.core.grade.Assignment;
import org.quintain.core.grade.Course;
import org.quintain.core.grade.Learner;
import org.quintain.core.grade.Row;

/** Rows of the evil course as tests need them. */
final class Rows {
    private Rows() {}

    static Course course(Learner... roster) {
        return new Course(
                "uni-a",
                "evil-101",
                EvilCourse.COURSE.keyId(),
                List.of(Assignment.of("test.evil", 1, Map.of()), Assignment.of("test.evil", 2, Map.of())),
                List.of(roster));
    }

    static Row row(String learner, int issue, Outcome outcome, int earned, String digest, String receivedAt) {
        return new Row(
                learner + "/submission.json",
                Optional.of(new Seat("uni-a", "evil-101", learner, issue)),
                Optional.of("test.evil"),
                1,
                "0".repeat(20),
                outcome,
                earned,
                10,
                0,
                "0".repeat(64),
                "test",
                Optional.ofNullable(receivedAt).map(Instant::parse),
                Usage.NONE,
                Optional.ofNullable(digest));
    }

    static Verdict verdict(int earned) {
        return new Verdict(List.of(new Mark("word", earned, Message.of("judged"))));
    }

    static Row judged(String learner, int issue, int earned) {
        return row(learner, issue, verdict(earned), earned, null, null);
    }

    static Row withDigest(String learner, int earned, String digest) {
        return row(learner, 1, verdict(earned), earned, digest, null);
    }

    static Row rejected(String learner) {
        return row(learner, 1, new Rejected("format", Message.of("format")), 0, null, null);
    }

    static Row faulted(String learner) {
        return row(learner, 1, new Faulted("00000000", "x"), 0, null, null);
    }
}
