package org.quintain.core;

/** What a mark rests on. */
@Stable
public enum Assurance {
    /** The answer comes from the handout alone, and the checker needs nothing else. */
    HANDOUT_ONLY,
    /**
     * The learner explores a served target, and the answer is replayed on the learner's own instance: the replay is the
     * proof, and no evidence of the exploration is needed.
     */
    REPLAYED_ANSWER,
    /**
     * What counts is either what the learner reached in the served session, by the platform's own sealed record if there is
     * one, or the answer, replayed on the learner's own instance. The checker looks at both.
     */
    SERVED_OR_REPLAYED,
    /**
     * The platform runs the target and its own sealed record of the run counts; without it a row is rejected as
     * {@code no-evidence}.
     */
    SERVED_TARGET,
    /** A practice instance under a public key: never worth points. */
    PRACTICE;

    /**
     * Whether the state of the served session is looked at.
     *
     * @return true if a checker is asked about the run that the learner used
     */
    public boolean isSessionJudged() {
        return this == SERVED_TARGET || this == SERVED_OR_REPLAYED;
    }
}
