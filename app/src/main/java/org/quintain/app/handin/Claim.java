package org.quintain.app.handin;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.quintain.core.Assurance;
import org.quintain.core.Bytes;
import org.quintain.core.Catalog;
import org.quintain.core.Lab;
import org.quintain.core.LabCard;
import org.quintain.core.RefusedException;
import org.quintain.core.Seat;
import org.quintain.core.derive.CourseKey;
import org.quintain.core.serve.Handout;
import org.quintain.core.wire.Json;
import org.quintain.core.wire.Limits;
import org.quintain.core.wire.Links;
import org.quintain.core.wire.Shapes;

/**
 * What a hand-in says of itself; believed only where a wrong claim does no harm.
 *
 * @param fields the fields of {@code lab-submission/1}, empty if it cannot be read
 */
public record Claim(Map<String, Object> fields) {
    /**
     * Reads a hand-in.
     *
     * @param content UTF-8 of {@code lab-submission/1}, whatever is in it
     * @return what it claims
     */
    public static Claim of(Bytes content) {
        try {
            return new Claim(Json.parseObject(content, Limits.SUBMISSION));
        } catch (RefusedException theGraderWillSayWhy) {
            return new Claim(Map.of());
        }
    }

    /**
     * The instance.
     *
     * @return 20 hexadecimal digits, or empty if there are none
     */
    public Optional<String> issueId() {
        return fields.get("issueId") instanceof String id && id.matches("[0-9a-f]{20}")
                ? Optional.of(id)
                : Optional.empty();
    }

    /**
     * The lab.
     *
     * @return its id as claimed
     */
    public Optional<String> lab() {
        return fields.get("lab") instanceof String id ? Optional.of(id) : Optional.empty();
    }

    /**
     * The learner; one that names nobody is refused by the grader.
     *
     * @return the id as claimed, or empty if it cannot be one
     */
    public Optional<String> learner() {
        try {
            return fields.get("learner") instanceof String id
                    ? Optional.of(Seat.clean("learner", id))
                    : Optional.empty();
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    /**
     * Whose it is, if the claimed instance exists: the issue id is the one that the key derives for it.
     *
     * @param key the course's key
     * @param labs the labs
     * @return the seat, or empty if the claims do not fit together
     */
    public Optional<Seat> seat(CourseKey key, Catalog labs) {
        return heading(key, labs)
                .filter(heading -> issueId().equals(Optional.of(heading.issueId())))
                .map(Handout.Heading::seat);
    }

    /**
     * Whether it is exactly what was issued: every field of the answer still empty, nothing added.
     *
     * @param key the course's key
     * @param labs the labs
     * @return whether nobody has filled it in
     */
    public boolean isUntouched(CourseKey key, Catalog labs) {
        return isBlank(fields.get("answers")) && isTemplate(key, labs);
    }

    /** Whether its lab judges a served session in place of an answer, and takes the answer as it is beside it. */
    boolean isSessionHandedIn(Catalog labs) {
        return lab().flatMap(labs::find)
                .filter(lab -> lab.card().assurance() == Assurance.SERVED_OR_REPLAYED)
                .filter(this::isAnswer)
                .isPresent();
    }

    private boolean isAnswer(Lab<?, ?> lab) {
        try {
            Shapes.answer(lab.answerType()).read(fields.get("answers"), "", Links.NONE);
            return true;
        } catch (RefusedException otherForm) {
            return false;
        }
    }

    /** Cheap, and false for nearly everything that is handed in. */
    private static boolean isBlank(Object tree) {
        if (tree instanceof Map<?, ?> map) {
            return map.values().stream().allMatch(Claim::isBlank);
        }
        return tree instanceof List<?> list
                ? list.stream().allMatch(Claim::isBlank)
                : tree == Json.NULL || "".equals(tree);
    }

    private boolean isTemplate(CourseKey key, Catalog labs) {
        return heading(key, labs)
                .map(heading -> {
                    Lab<?, ?> lab = labs.find(heading.lab()).orElseThrow();
                    Handout blank = new Handout(
                            heading,
                            Map.of(),
                            List.of(),
                            Shapes.answer(lab.answerType()).describeFields());
                    return Json.parseObject(Bytes.utf8(blank.submissionTemplate()), Limits.SUBMISSION)
                            .equals(fields);
                })
                .orElse(false);
    }

    private Optional<Handout.Heading> heading(CourseKey key, Catalog labs) {
        Optional<Lab<?, ?>> lab = lab().flatMap(labs::find);
        if (lab.isEmpty()) {
            return Optional.empty();
        }
        try {
            Seat seat = new Seat(
                    (String) fields.get("tenant"),
                    (String) fields.get("course"),
                    (String) fields.get("learner"),
                    Math.toIntExact((Long) fields.get("issue")));
            SortedMap<String, String> params = new TreeMap<>();
            ((Map<?, ?>) fields.get("params")).forEach((name, value) -> params.put((String) name, (String) value));
            int version = Math.toIntExact((Long) fields.get("contentVersion"));
            return Optional.of(heading(key, seat, lab.get().card(), version, params));
        } catch (ClassCastException | NullPointerException | IllegalArgumentException | ArithmeticException otherForm) {
            return Optional.empty();
        }
    }

    /** The heading of the instance that the key derives. */
    static Handout.Heading heading(
            CourseKey key, Seat seat, LabCard card, int version, SortedMap<String, String> params) {
        String issueId = key.seatKey(seat, card.id(), version, params).issueId();
        return new Handout.Heading(seat, params, key.keyId(), card.id(), version, issueId, card.assurance());
    }
}
