package org.quintain.core.grade;

import java.time.Instant;
import java.util.Optional;
import org.quintain.core.Outcome;
import org.quintain.core.Seat;
import org.quintain.core.Stable;
import org.quintain.core.Usage;

/**
 * What became of one hand-in.
 *
 * @param origin where it came from
 * @param seat whose it is, as far as that is known
 * @param lab the lab's id, empty if the hand-in does not say
 * @param contentVersion version of the lab that judged it, 0 if none did
 * @param issueId public name of the instance, empty if the hand-in does not say
 * @param outcome verdict, rejection or fault
 * @param earned points after the cost of hints, never below 0
 * @param max points to be had, 0 if the lab is not known
 * @param hintCost points that the hints taken cost
 * @param submissionSha256 hexadecimal SHA-256 of the content
 * @param checkerVersion version of the library that judged it
 * @param receivedAt when it arrived
 * @param usage what the served session used
 * @param answerDigest 32 hexadecimal digits that are equal for equal answers to a lab, keyed with the course key, so that
 *     nobody without the key can try answers; only of a judged answer to a lab with a criterion of at least {@link
 *     #DIGEST_BITS} bits
 */
@Stable
public record Row(
        String origin,
        Optional<Seat> seat,
        Optional<String> lab,
        int contentVersion,
        String issueId,
        Outcome outcome,
        int earned,
        int max,
        int hintCost,
        String submissionSha256,
        String checkerVersion,
        Optional<Instant> receivedAt,
        Usage usage,
        Optional<String> answerDigest) {
    /** A criterion's answer space, in bits, from which on equal answers are no accident. */
    public static final int DIGEST_BITS = 40;
}
