package org.quintain.core.grade;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.quintain.core.Bytes;
import org.quintain.core.Stable;
import org.quintain.core.serve.Transcript;

/**
 * One hand-in as it arrived.
 *
 * @param origin where it came from, for people: a path or a platform's id
 * @param learner who handed it in as the platform knows it; empty believes the file if its issue id verifies
 * @param content UTF-8 of {@code lab-submission/1}, whatever is in it
 * @param receivedAt when it arrived
 * @param hintsTaken numbers of the hints that the platform gave, as text
 * @param served the platform's evidence of the served session
 */
@Stable
public record Entry(
        String origin,
        Optional<String> learner,
        Bytes content,
        Optional<Instant> receivedAt,
        Set<String> hintsTaken,
        Optional<Transcript> served) {
    /** Copies the set. */
    public Entry {
        hintsTaken = Set.copyOf(hintsTaken);
    }

    /**
     * A hand-in of which only origin and content are known.
     *
     * @param origin where it came from
     * @param content what is in it
     * @return the entry
     */
    public static Entry of(String origin, Bytes content) {
        return new Entry(origin, Optional.empty(), content, Optional.empty(), Set.of(), Optional.empty());
    }

    /**
     * The same with the learner that the platform knows.
     *
     * @param learnerId who handed it in
     * @return the changed entry
     */
    public Entry from(String learnerId) {
        return new Entry(origin, Optional.of(learnerId), content, receivedAt, hintsTaken, served);
    }

    /**
     * The same with evidence.
     *
     * @param transcript of the served session
     * @return the changed entry
     */
    public Entry with(Transcript transcript) {
        return new Entry(origin, learner, content, receivedAt, hintsTaken, Optional.of(transcript));
    }
}
