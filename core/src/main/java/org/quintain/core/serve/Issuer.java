package org.quintain.core.serve;

import java.util.Map;
import org.quintain.core.Bytes;
import org.quintain.core.Catalog;
import org.quintain.core.Lab;
import org.quintain.core.Params;
import org.quintain.core.RefusedException;
import org.quintain.core.Seat;
import org.quintain.core.Stable;
import org.quintain.core.derive.CourseKey;

/**
 * Gives every learner an instance of their own; the course key goes in and never comes out.
 *
 * <p>Safe for use by any number of threads. Opening costs what the lab's target costs to build, microseconds for most.
 */
@Stable
public interface Issuer extends AutoCloseable {
    /**
     * An issuer for a course.
     *
     * @param courseKey the course's secret, 32 random bytes or more
     * @param labs what can be issued
     * @return the issuer
     * @throws IllegalArgumentException if the key is too short or not random
     */
    static Issuer open(Bytes courseKey, Catalog labs) {
        return new KeyIssuer(CourseKey.of(courseKey), labs, false);
    }

    /**
     * An issuer of practice instances: a public key, never worth points.
     *
     * @param labs what can be issued
     * @return the issuer
     */
    static Issuer practice(Catalog labs) {
        return new KeyIssuer(CourseKey.practice(), labs, true);
    }

    /**
     * A short public name of the course key.
     *
     * @return 8 hexadecimal digits
     */
    String keyId();

    /**
     * Opens an instance in this process; nothing is recorded.
     *
     * @param seat whose
     * @param lab which lab
     * @param params its parameters
     * @param <C> type of the challenge
     * @param <A> type of the answer
     * @return the session
     */
    <C extends Record, A extends Record> Session<C, A> open(Seat seat, Lab<C, A> lab, Params params);

    /**
     * Opens an instance to be called over JSON; nothing is recorded.
     *
     * @param seat whose
     * @param labId which lab
     * @param params wire forms of its parameters
     * @return the session
     * @throws RefusedException {@code lab-unknown}, {@code param-unknown} or {@code param-value}
     */
    Session<?, ?> open(Seat seat, String labId, Map<String, String> params);

    /**
     * Serves an instance: every call is recorded and sealed in the store; what the store holds already is replayed first,
     * so that a session survives a restart with its state and its budget.
     *
     * <p>One served session of an instance may be live at a time: two would append to one chain of evidence and break it.
     *
     * @param seat whose
     * @param labId which lab
     * @param params wire forms of its parameters
     * @param store where the evidence is kept
     * @return the session, as it was after the last stored call
     * @throws RefusedException {@code lab-unknown}, {@code param-unknown}, {@code param-value}, or {@code evidence-seal} if
     *     the stored lines are not this seat's
     */
    Session<?, ?> serve(Seat seat, String labId, Map<String, String> params, TranscriptStore store);

    /**
     * What a learner may hold of an instance.
     *
     * @param seat whose
     * @param lab which lab
     * @param params its parameters
     * @return the handout
     */
    Handout handout(Seat seat, Lab<?, ?> lab, Params params);

    /** Forgets the key; every later call fails. */
    @Override
    void close();
}
