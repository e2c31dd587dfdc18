package org.quintain.app.handin;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.quintain.core.Bytes;
import org.quintain.core.Catalog;
import org.quintain.core.Lab;
import org.quintain.core.RefusedException;
import org.quintain.core.Seat;
import org.quintain.core.derive.CourseKey;
import org.quintain.core.serve.Handout;
import org.quintain.core.wire.Json;
import org.quintain.core.wire.Limits;
import org.quintain.core.wire.Shapes;

/** Recognises the {@code submission.json} that was issued. */
final class Templates {
    private final Catalog labs;
    private final CourseKey key;

    Templates(Catalog labs, CourseKey key) {
        this.labs = labs;
        this.key = key;
    }

    /** What a hand-in says, empty if it cannot be read; believed only where a wrong claim does no harm. */
    static Map<String, Object> claims(Bytes content) {
        try {
            return Json.parseObject(content, Limits.SUBMISSION);
        } catch (RefusedException theGraderWillSayWhy) {
            return Map.of();
        }
    }

    /** Whether a hand-in is exactly what was issued: every field of the answer still empty, nothing added. */
    boolean isUntouched(Map<String, Object> claims) {
        try {
            Optional<Lab<?, ?>> lab = labs.find((String) claims.get("lab"));
            return lab.isPresent()
                    && Json.parseObject(Bytes.utf8(template(claims, lab.get())), Limits.SUBMISSION)
                            .equals(claims);
        } catch (ClassCastException | NullPointerException | IllegalArgumentException | ArithmeticException otherForm) {
            return false;
        }
    }

    private String template(Map<String, Object> claims, Lab<?, ?> lab) {
        Seat seat = new Seat(
                (String) claims.get("tenant"),
                (String) claims.get("course"),
                (String) claims.get("learner"),
                Math.toIntExact((Long) claims.get("issue")));
        SortedMap<String, String> params = new TreeMap<>();
        ((Map<?, ?>) claims.get("params")).forEach((name, value) -> params.put((String) name, (String) value));
        int version = Math.toIntExact((Long) claims.get("contentVersion"));
        String id = lab.card().id();
        Handout.Heading heading = new Handout.Heading(
                seat,
                params,
                key.keyId(),
                id,
                version,
                key.seatKey(seat, id, version, params).issueId(),
                lab.card().assurance());
        return new Handout(
                        heading,
                        Map.of(),
                        List.of(),
                        Shapes.answer(lab.answerType()).describeFields())
                .submissionTemplate();
    }
}
