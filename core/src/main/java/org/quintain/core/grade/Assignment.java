package org.quintain.core.grade;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.quintain.core.Stable;

/**
 * A lab that the teacher's plan asks for; a submission only claims.
 *
 * @param labId the lab
 * @param issue 1 for the first instance, 2 for a second one, …
 * @param params wire forms of the parameters that differ from their defaults
 */
@Stable
public record Assignment(String labId, int issue, SortedMap<String, String> params) {
    /** Copies the parameters and refuses an issue below 1. */
    public Assignment {
        Objects.requireNonNull(labId, "labId");
        if (issue < 1) {
            throw new IllegalArgumentException("issue of 1 or more wanted: issue=" + issue);
        }
        params = Collections.unmodifiableSortedMap(new TreeMap<>(params));
    }

    /**
     * A lab with given parameters.
     *
     * @param labId the lab
     * @param issue 1 or more
     * @param params wire forms
     * @return the assignment
     */
    public static Assignment of(String labId, int issue, Map<String, String> params) {
        return new Assignment(labId, issue, new TreeMap<>(params));
    }
}
