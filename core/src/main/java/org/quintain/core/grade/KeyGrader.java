package org.quintain.core.grade;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.quintain.core.Assurance;
import org.quintain.core.Bytes;
import org.quintain.core.Catalog;
import org.quintain.core.Lab;
import org.quintain.core.Language;
import org.quintain.core.LibraryVersion;
import org.quintain.core.Message;
import org.quintain.core.Outcome;
import org.quintain.core.Params;
import org.quintain.core.RefusedException;
import org.quintain.core.Rejected;
import org.quintain.core.Seat;
import org.quintain.core.Usage;
import org.quintain.core.Verdict;
import org.quintain.core.derive.CourseKey;
import org.quintain.core.derive.SeatKey;
import org.quintain.core.serve.Judge;
import org.quintain.core.serve.Replay;
import org.quintain.core.text.Brief;
import org.quintain.core.text.Clean;
import org.quintain.core.text.Hint;
import org.quintain.core.wire.Json;
import org.quintain.core.wire.Links;
import org.quintain.core.wire.Shapes;

/** The grader that derives from a course key. */
final class KeyGrader implements Grader {
    private final CourseKey key;
    private final Course course;
    private final Map<String, Lab<?, ?>> labs = new HashMap<>();
    private final Set<String> roster;
    private final Set<Assignment> assigned = new HashSet<>();
    private final Map<String, AtomicInteger> judged = new ConcurrentHashMap<>();
    private final Map<String, List<Hint>> hints = new ConcurrentHashMap<>();
    private final String keyId;
    private final String version;

    KeyGrader(CourseKey key, Catalog catalog, Course course) {
        this.key = key;
        this.course = course;
        this.keyId = key.keyId();
        if (!keyId.equals(course.keyId())) {
            throw new IllegalArgumentException(
                    "the course key that issued the course wanted: keyId=" + keyId + " course.keyId=" + course.keyId());
        }
        for (Assignment assignment : course.assignments()) {
            Lab<?, ?> lab = catalog.find(assignment.labId())
                    .orElseThrow(() -> new IllegalArgumentException("a known lab wanted: lab=" + assignment.labId()));
            assigned.add(Assignment.of(
                    assignment.labId(),
                    assignment.issue(),
                    Params.parse(lab.card(), assignment.params()).nonDefault()));
            labs.put(assignment.labId(), lab);
        }
        this.roster = course.roster().stream().map(Learner::id).collect(Collectors.toSet());
        this.version = LibraryVersion.current();
    }

    /** What has been found out about a hand-in on the way to its row. */
    private static final class Draft {
        private Optional<Seat> seat = Optional.empty();
        private Optional<String> lab = Optional.empty();
        private Params params = Params.none();
        private int contentVersion;
        private String issueId = "";
        private int max;
        private int hintCost;
        private Usage usage = Usage.NONE;
        private Optional<String> answerDigest = Optional.empty();
    }

    @Override
    public Row grade(Entry entry) {
        Draft draft = new Draft();
        draft.seat = entry.learner().flatMap(this::seatOf);
        Outcome outcome;
        try {
            outcome = judge(entry, Submission.read(entry.content()), draft);
        } catch (RefusedException badForm) {
            outcome = new Rejected(badForm.why().key(), badForm.why());
        } catch (RuntimeException | LinkageError | StackOverflowError | OutOfMemoryError ours) {
            outcome = Judge.faulted(draft.lab.orElse("grader"), ours);
        }
        int earned = outcome instanceof Verdict verdict ? Math.max(0, verdict.earned() - draft.hintCost) : 0;
        return new Row(
                entry.origin(),
                draft.seat,
                draft.lab,
                draft.contentVersion,
                draft.issueId,
                outcome,
                earned,
                draft.max,
                draft.hintCost,
                sha256(entry.content()),
                version,
                entry.receivedAt(),
                draft.usage,
                outcome instanceof Verdict ? draft.answerDigest : Optional.empty());
    }

    @Override
    public void remember(String issueId, int verdicts) {
        judged.computeIfAbsent(issueId, id -> new AtomicInteger()).addAndGet(verdicts);
    }

    private Optional<Seat> seatOf(String learner) {
        try {
            return Optional.of(new Seat(course.tenant(), course.id(), learner, 1));
        } catch (IllegalArgumentException notUsable) {
            return Optional.empty();
        }
    }

    private Outcome judge(Entry entry, Submission claim, Draft draft) {
        Lab<?, ?> lab = labs.get(claim.lab());
        if (lab != null) {
            draft.lab = Optional.of(claim.lab());
            draft.max = lab.card().maxPoints();
        }
        requireSameCourse(claim);
        requireSameLearner(entry, claim, draft);
        if (lab == null) {
            throw refused("not-assigned");
        }
        draft.params = Params.parse(lab.card(), claim.params());
        requireAssigned(claim, draft.params);
        if (claim.contentVersion() != lab.card().contentVersion()) {
            throw refused("other-version", "expected", lab.card().contentVersion(), "found", claim.contentVersion());
        }
        draft.contentVersion = claim.contentVersion();
        SeatKey seatKey = key.seatKey(claim.seat(), claim.lab(), claim.contentVersion(), draft.params.nonDefault());
        if (!MessageDigest.isEqual(utf8(seatKey.issueId()), utf8(claim.issueId()))) {
            throw refused("issue-id");
        }
        draft.seat = Optional.of(claim.seat());
        draft.issueId = claim.issueId();
        draft.hintCost = hintCost(lab, entry.hintsTaken());
        return judge(lab, seatKey, claim, entry, draft);
    }

    private void requireSameCourse(Submission claim) {
        if (claim.keyId().equals(CourseKey.practice().keyId())) {
            throw refused("practice");
        }
        if (!claim.seat().tenant().equals(course.tenant())
                || !claim.seat().course().equals(course.id())) {
            throw refused("other-course");
        }
        if (!claim.keyId().equals(keyId)) {
            throw refused("other-key", "expected", keyId, "found", Clean.line(claim.keyId(), 40));
        }
    }

    private void requireSameLearner(Entry entry, Submission claim, Draft draft) {
        if (entry.learner().isPresent()
                && !draft.seat
                        .map(Seat::learner)
                        .equals(Optional.of(claim.seat().learner()))) {
            throw refused("whose-is-it");
        }
        if (!roster.isEmpty() && !roster.contains(claim.seat().learner())) {
            throw refused("not-in-course");
        }
        if (entry.learner().isPresent()) {
            draft.seat = Optional.of(claim.seat());
        }
    }

    private void requireAssigned(Submission claim, Params params) {
        if (!assigned.contains(Assignment.of(claim.lab(), claim.seat().issue(), params.nonDefault()))) {
            throw refused("not-assigned");
        }
    }

    private <C extends Record, A extends Record> Outcome judge(
            Lab<C, A> lab, SeatKey seatKey, Submission claim, Entry entry, Draft draft) {
        return Judge.read(lab, claim.answers(), answer -> {
            if (lab.card().assurance() == Assurance.SERVED_TARGET
                    && entry.served().isEmpty()) {
                return new Rejected("no-evidence", Message.of("no-evidence"));
            }
            int limit = lab.card().budget().submissions();
            AtomicInteger count = judged.computeIfAbsent(claim.issueId(), id -> new AtomicInteger());
            // Two threads with hand-ins of one instance take turns, or both would pass the limit.
            synchronized (count) {
                if (count.get() >= limit) {
                    return new Rejected("submissions-exhausted", Message.of("submissions-exhausted", "limit", limit));
                }
                Outcome outcome = judgeReplayed(lab, seatKey, entry, answer, draft);
                if (outcome instanceof Verdict) {
                    count.incrementAndGet();
                    draft.answerDigest = digest(lab, answer);
                }
                return outcome;
            }
        });
    }

    private Optional<String> digest(Lab<?, ?> lab, Record answer) {
        if (lab.card().criteria().stream().noneMatch(one -> one.answerSpaceBits() >= Row.DIGEST_BITS)) {
            return Optional.empty();
        }
        Map<String, Object> fields = Shapes.answer(lab.answerType()).write(answer, Links.NONE);
        return Optional.of(key.answerDigest(lab.card().id(), Json.write(fields)));
    }

    private <C extends Record, A extends Record> Outcome judgeReplayed(
            Lab<C, A> lab, SeatKey seatKey, Entry entry, A answer, Draft draft) {
        Assurance assurance = lab.card().assurance();
        if (!assurance.isSessionJudged()
                || assurance != Assurance.SERVED_TARGET && entry.served().isEmpty()) {
            // As a session judges: evidence that the lab does not need changes nothing.
            return Judge.check(lab.card(), () -> new Replay<>(lab, seatKey, draft.params).checker(), answer);
        }
        AtomicReference<RefusedException> badEvidence = new AtomicReference<>();
        Outcome outcome = Judge.check(
                lab.card(),
                () -> {
                    Replay<C, A> replay = new Replay<>(lab, seatKey, draft.params);
                    try {
                        entry.served().ifPresent(replay::repeat);
                    } catch (RefusedException broken) {
                        badEvidence.set(broken);
                        throw broken;
                    }
                    draft.usage = replay.usage();
                    return replay.checker();
                },
                answer);
        RefusedException broken = badEvidence.get();
        return broken == null ? outcome : new Rejected(broken.why().key(), broken.why());
    }

    private int hintCost(Lab<?, ?> lab, Set<String> taken) {
        if (taken.isEmpty()) {
            return 0;
        }
        return hints
                .computeIfAbsent(
                        lab.card().id(), id -> Brief.of(lab, Language.EN).hints())
                .stream()
                .filter(hint -> taken.contains(String.valueOf(hint.number())))
                .mapToInt(Hint::cost)
                .sum();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    private static String sha256(Bytes content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content.toArray()));
        } catch (GeneralSecurityException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    private static RefusedException refused(String key, Object... arguments) {
        return new RefusedException(Message.of(key, arguments));
    }
}
