package org.quintain.core.contract;

import java.util.List;
import org.quintain.core.Stable;

/**
 * What every lab keeps, checked with its reference attack.
 *
 * <ol>
 *   <li>Challenge and answer travel, every variable-size input has a limit, and equal setups give the same handout.
 *   <li>The reference attack earns full marks within the budget on every seat, hard seat and corner of a parameter, in process and over JSON, with
 *       the same cost and marks; its transcript replayed on a second run gets the same replies.
 *   <li>Every method without {@link org.quintain.core.Free} moves the meter.
 *   <li>Honest use works on the vulnerable and the hardened target; the attack earns nothing on the hardened one, by a verdict.
 *   <li>Near misses earn nothing outside {@code mayKeep}, and there is at least one; another seat's answer earns no more than
 *       the criterion's answer space allows by chance.
 *   <li>Changed right answers and hostile input never give a fault, and hostile input earns nothing.
 *   <li>What secret streams yielded (8 bytes and more) does not occur in the handout.
 *   <li>The briefs agree in both languages and have words for every message met.
 * </ol>
 */
@Stable
public interface LabContract {
    /**
     * Checks a lab.
     *
     * @param reference its reference attack
     * @param seats how many practice seats beside the hard ones, 2 or more; the card's {@code contractSeats} caps it
     * @param <C> type of the challenge
     * @param <A> type of the answer
     * @return one sentence for each violation, empty if the lab keeps the contract
     */
    static <C extends Record, A extends Record> List<String> violations(Reference<C, A> reference, int seats) {
        return check(reference, seats).violations();
    }

    /**
     * Checks a lab and measures.
     *
     * @param reference its reference attack
     * @param seats how many practice seats beside the hard ones, 2 or more; the card's {@code contractSeats} caps it
     * @param <C> type of the challenge
     * @param <A> type of the answer
     * @return violations and figures
     */
    static <C extends Record, A extends Record> Report check(Reference<C, A> reference, int seats) {
        if (seats < 2) {
            throw new IllegalArgumentException("2 seats or more wanted: seats=" + seats);
        }
        return new ContractCheck<>(reference)
                .run(Math.min(seats, reference.lab().card().contractSeats()));
    }

    /**
     * What a check found.
     *
     * @param violations one sentence each
     * @param seats instances opened: practice seats, one for each corner of a parameter, hard seats
     * @param meanQueries what the reference attack used, on average over the practice seats
     * @param worstQueries what it used at most, on any seat
     * @param slowestCheckMicros wall-clock time of the slowest judgement of a right answer, in microseconds
     */
    record Report(List<String> violations, int seats, double meanQueries, long worstQueries, long slowestCheckMicros) {}
}
