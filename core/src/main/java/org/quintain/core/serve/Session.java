package org.quintain.core.serve;

import org.quintain.core.Bytes;
import org.quintain.core.Lab;
import org.quintain.core.Outcome;
import org.quintain.core.Stable;
import org.quintain.core.Usage;

/**
 * One learner's open instance: the session owns, caps and reads the meter.
 *
 * <p>{@link #call}, {@link #submit} and {@link #submitJson} may come from several threads and take turns; objects of
 * {@link #challenge()} that are called directly have one owner.
 *
 * @param <C> type of the challenge
 * @param <A> type of the answer
 */
@Stable
public interface Session<C extends Record, A extends Record> {
    /**
     * The lab.
     *
     * @return the lab
     */
    Lab<C, A> lab();

    /**
     * The public name of this instance.
     *
     * @return 20 hexadecimal digits
     */
    String issueId();

    /**
     * What the learner gets, with live targets.
     *
     * @return the challenge
     */
    C challenge();

    /**
     * What the learner has used so far.
     *
     * @return a snapshot
     */
    Usage usage();

    /**
     * Judges an answer; a verdict uses up one of the budget's submissions.
     *
     * @param answer the answer
     * @return what it achieved and why; {@code submissions-exhausted} once all submissions are used up
     */
    Outcome submit(A answer);

    /**
     * Judges an answer that came as JSON.
     *
     * @param answers UTF-8 of the object under {@code answers} in a submission, at most 1 MiB
     * @return what it achieved and why; a wrong form is rejected and costs no submission
     */
    Outcome submitJson(Bytes answers);

    /**
     * Carries out one call of a target, or of the session itself ({@code on} is {@code session}: {@code challenge},
     * {@code usage}, {@code submit}), and records it when the session is served and the call reached something.
     *
     * @param line one JSON object, see {@link Dispatcher}
     * @return the reply, without line breaks; never an exception for anything that the line says
     * @throws IllegalStateException if an earlier call could not be stored: serve the instance again
     */
    String call(String line);

    /**
     * The sealed evidence so far.
     *
     * @return the transcript of a served session; empty for a session that was opened in process
     */
    Transcript transcript();
}
