package org.quintain.core.serve;

import org.quintain.core.Checker;
import org.quintain.core.Lab;
import org.quintain.core.Params;
import org.quintain.core.RefusedException;
import org.quintain.core.Usage;
import org.quintain.core.derive.SeatKey;

/**
 * A run that is judged: opened afresh, with the evidence of the served session repeated on it.
 *
 * @param <C> type of the challenge
 * @param <A> type of the answer
 */
public final class Replay<C extends Record, A extends Record> {
    private final OpenSession<C, A> session;
    private final SeatKey key;

    /**
     * Opens the run.
     *
     * @param lab the lab
     * @param key the seat's key
     * @param params the lab's parameters
     */
    public Replay(Lab<C, A> lab, SeatKey key, Params params) {
        this.session = new OpenSession<>(lab, key, params, null);
        this.key = key;
    }

    /**
     * Repeats a served session's calls and compares the replies.
     *
     * @param evidence the sealed transcript
     * @throws RefusedException {@code evidence-seal} if it was not sealed for this seat
     * @throws IllegalStateException if a call gets another reply than recorded
     */
    public void repeat(Transcript evidence) {
        session.replay(evidence.verify(key));
    }

    /**
     * What the repeated calls used.
     *
     * @return the meter's reading
     */
    public Usage usage() {
        return session.usage();
    }

    /**
     * Judges answers to this run.
     *
     * @return the run's checker
     */
    public Checker<A> checker() {
        return session.checker();
    }
}
