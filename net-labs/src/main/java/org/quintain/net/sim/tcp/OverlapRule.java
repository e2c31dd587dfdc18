package org.quintain.net.sim.tcp;

import org.quintain.core.Incubating;

/**
 * Which of two copies of a byte the application gets, if both came before it could be given (RFC 9293 section 3.10.7.4
 * trims "to avoid duplicates" and does not say which).
 *
 * <p>Bytes that the application has already are never replaced, whatever the rule says. {@link OverlapRules} has the usual
 * ones.
 */
@Incubating
@FunctionalInterface
public interface OverlapRule {
    /**
     * Decides for the bytes that a held piece and a new segment have in common.
     *
     * @param heldOffset where the held piece begins, bytes behind RCV.NXT; what others took of it is no more part of it
     * @param heldLengthBytes 1 or more
     * @param newOffset where the new segment begins, cut to the window
     * @param newLengthBytes 1 or more
     * @return true if the new segment's bytes replace the held ones
     */
    boolean isReplaced(int heldOffset, int heldLengthBytes, int newOffset, int newLengthBytes);
}
