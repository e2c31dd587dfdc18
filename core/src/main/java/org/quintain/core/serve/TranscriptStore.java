package org.quintain.core.serve;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.quintain.core.Stable;

/**
 * Where a platform keeps the evidence of served sessions, so that a session survives a restart with its budget.
 *
 * <p>An implementation MUST keep the lines of one issue in order; MUST have a line stored before {@link #append} returns
 * if the session is to survive a crash; MAY store anywhere. It is called by one thread at a time for one issue.
 */
@Stable
public interface TranscriptStore {
    /**
     * Adds a line.
     *
     * @param issueId which instance, 20 hexadecimal digits
     * @param line one sealed JSON object without line breaks
     */
    void append(String issueId, String line);

    /**
     * All lines so far.
     *
     * @param issueId which instance
     * @return the lines in order, empty if there is none
     */
    List<String> read(String issueId);

    /**
     * A store that lasts as long as the process.
     *
     * @return an empty store, safe for use by several threads
     */
    static TranscriptStore inMemory() {
        Map<String, List<String>> lines = new HashMap<>();
        return new TranscriptStore() {
            @Override
            public synchronized void append(String issueId, String line) {
                lines.computeIfAbsent(issueId, id -> new ArrayList<>()).add(line);
            }

            @Override
            public synchronized List<String> read(String issueId) {
                return List.copyOf(lines.getOrDefault(issueId, List.of()));
            }
        };
    }
}
