package org.quintain.net.sim.tcp;

import org.quintain.core.Incubating;

/**
 * How many acknowledgments of one kind a stack sends at most (RFC 5961 section 7, ACK throttling).
 *
 * @param count 0 or more in each interval
 * @param intervalMicros 1 or more microseconds; intervals begin at multiples of it
 * @param isShared true to count for all connections of a stack together. Then somebody off the path can learn from a
 *     connection of their own what happens on another one (Y. Cao et al., Off-Path TCP Exploits: Global Rate Limit
 *     Considered Dangerous, USENIX Security 2016; CVE-2016-5696)
 */
@Incubating
public record AckLimit(int count, long intervalMicros, boolean isShared) {
    /** The RFC's own example: 10 in 5 seconds, here for each connection. */
    public static final AckLimit CHALLENGES = new AckLimit(10, 5_000_000, false);

    /** 100 a second for each connection. */
    public static final AckLimit UNACCEPTABLE = new AckLimit(100, 1_000_000, false);

    /** Refuses what is out of range. */
    public AckLimit {
        if (count < 0 || intervalMicros < 1) {
            throw new IllegalArgumentException("a count of 0 or more in 1 microsecond or more wanted: count=" + count
                    + " intervalMicros=" + intervalMicros);
        }
    }

    /** What was used of a limit. */
    static final class Used {
        private long interval = -1;
        private int count;

        /** Takes one if there is one left. */
        boolean take(AckLimit limit, long nowMicros) {
            long current = nowMicros / limit.intervalMicros;
            if (current != interval) {
                interval = current;
                count = 0;
            }
            if (count >= limit.count) {
                return false;
            }
            count++;
            return true;
        }
    }
}
