package org.quintain.app.grade;

import java.util.List;
import org.quintain.core.Seat;

/**
 * The same answer from several learners, where chance cannot explain it: it solves the instance of at least one of them, and
 * each has an instance of their own. It says "identical, please check", never who is to blame, and changes no mark.
 *
 * @param labId the lab
 * @param issue number of the issue
 * @param holders who handed it in, in the order of the rows; at least two learners, at most {@link #MAX_HOLDERS} of them
 * @param more how many further hand-ins there are
 */
public record Suspicion(String labId, int issue, List<Holder> holders, int more) {
    /** The most hand-ins that are listed for one answer. */
    public static final int MAX_HOLDERS = 20;

    /** Copies the list. */
    public Suspicion {
        holders = List.copyOf(holders);
    }

    /**
     * One of the hand-ins.
     *
     * @param seat whose it is
     * @param origin where it lies
     * @param isSolution whether the answer solves this learner's own instance
     */
    public record Holder(Seat seat, String origin, boolean isSolution) {}
}
