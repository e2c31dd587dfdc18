package org.quintain.net.sim.recording;

import java.util.List;
import org.quintain.core.Incubating;

/**
 * A node in a recording.
 *
 * @param name unique in its network
 * @param macs hardware addresses that it truly spoke from, ascending, at most {@value #MAX_ADDRESSES}
 * @param addresses IPv4 addresses that it truly spoke from, in order of their first use, at most {@value #MAX_ADDRESSES}
 */
@Incubating
public record Lifeline(String name, List<Long> macs, List<Integer> addresses) {
    /** The most addresses of a kind that are kept. */
    public static final int MAX_ADDRESSES = 8;

    /** Copies the lists. */
    public Lifeline {
        macs = List.copyOf(macs);
        addresses = List.copyOf(addresses);
    }
}
