package org.quintain.core.grade;

import org.quintain.core.Seat;
import org.quintain.core.Stable;

/**
 * A person on a course's roster; only the id takes part in derivation and grading.
 *
 * @param id as in {@link Seat#learner()}
 * @param name for people, may be empty
 * @param email may be empty
 * @param group class or group, may be empty
 * @param locale language tag, {@code en}, {@code fr} or empty
 */
@Stable
public record Learner(String id, String name, String email, String group, String locale) {
    /** Normalises the id as a seat does. */
    public Learner {
        id = Seat.clean("learner", id);
    }

    /**
     * A learner of whom only the id is known.
     *
     * @param id as in {@link Seat#learner()}
     * @return the learner
     */
    public static Learner of(String id) {
        return new Learner(id, "", "", "", "");
    }
}
