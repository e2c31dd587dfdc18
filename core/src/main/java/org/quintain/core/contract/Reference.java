package org.quintain.core.contract;

import java.util.List;
import org.quintain.core.Attack;
import org.quintain.core.Lab;
import org.quintain.core.Stable;

/**
 * The reference attack of a lab, with what the contract needs beside it.
 *
 * <p>An implementation MUST use the challenge alone, as a learner would; MUST NOT keep state between runs; MAY be dear:
 * the card's {@code contractSeats} keeps the build affordable.
 *
 * @param <C> type of the challenge
 * @param <A> type of the answer
 */
@Stable
public interface Reference<C extends Record, A extends Record> extends Attack<C, A> {
    /**
     * The lab that is attacked.
     *
     * @return the lab
     */
    Lab<C, A> lab();

    /**
     * Does what a normal user does, on the vulnerable and on the hardened target.
     *
     * @param challenge of either twin
     * @throws RuntimeException if the target does not serve a normal user
     */
    void honestUse(C challenge);

    /**
     * Wrong answers that a learner may well give.
     *
     * @param challenge of the vulnerable target
     * @param right the right answer to it
     * @return at least one
     */
    List<NearMiss<A>> nearMisses(C challenge, A right);

    /**
     * Instances that random seats seldom meet and attacks often get wrong.
     *
     * @return named instances, may be empty
     */
    List<HardSeat> hardSeats();
}
