package org.quintain.core;

/**
 * What a run has used.
 *
 * @param queries calls of the target
 * @param packets packets sent
 * @param virtualMicros virtual time in microseconds
 */
@Stable
public record Usage(long queries, long packets, long virtualMicros) {
    /** Nothing used. */
    public static final Usage NONE = new Usage(0, 0, 0);
}
