package org.quintain.core.serve;

import org.quintain.core.Stable;

/** Carries one call to a served session and brings its reply back; whatever lies between is the platform's. */
@Stable
@FunctionalInterface
public interface Transport {
    /**
     * Sends a line and waits for the reply.
     *
     * @param line one JSON object without line breaks
     * @return the reply to exactly this line, one JSON object without line breaks
     */
    String exchange(String line);
}
