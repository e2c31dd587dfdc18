package org.quintain.net.sim.dns;

import java.util.function.Supplier;
import org.quintain.core.Incubating;
import org.quintain.core.derive.Noise;

/**
 * Chooses the UDP port that a query leaves from and its answer must come to (RFC 5452 section 4.5). A port is open while
 * an answer is awaited on it; one port for all queries stays open from the first one on.
 *
 * <p>An implementation MUST be stateless: what it remembers is in the {@link Source} of each asker, and bounded.
 */
@Incubating
@FunctionalInterface
public interface SourcePortPolicy {
    /**
     * Starts the ports of one asker.
     *
     * @param noise the asker's chance; not called before the first query
     */
    Source open(Supplier<Noise> noise);

    /** The ports of one asker. */
    @Incubating
    @FunctionalInterface
    interface Source {
        /** The next port, 1 to 65535; if another program of the host has it, the asker asks for one more. */
        int next();
    }

    /** Whether a port stays open when no answer is awaited. */
    default boolean isKeptOpen() {
        return false;
    }

    /** Always the same: the attacker learns it from one query (RFC 5452 section 4.5). */
    static SourcePortPolicy fixed(int port) {
        requireRange(port, 1);
        return new SourcePortPolicy() {
            @Override
            public Source open(Supplier<Noise> noise) {
                return () -> port;
            }

            @Override
            public boolean isKeptOpen() {
                return true;
            }
        };
    }

    /**
     * One up from the last, from a drawn start: whoever saw one query knows the next.
     *
     * @param first lowest port
     * @param count how many ports, up to 65535 with the first
     */
    static SourcePortPolicy sequential(int first, int count) {
        requireRange(first, count);
        return noise -> new Source() {
            private int last = -1;

            @Override
            public int next() {
                last = last < 0 ? noise.get().below(count) : (last + 1) % count;
                return first + last;
            }
        };
    }

    /**
     * Drawn anew for each query (RFC 5452 section 9.2).
     *
     * @param first lowest port
     * @param count how many ports, up to 65535 with the first
     */
    static SourcePortPolicy random(int first, int count) {
        requireRange(first, count);
        return noise -> () -> first + noise.get().below(count);
    }

    private static void requireRange(int first, int count) {
        if (first < 1 || count < 1 || count > 0x1_0000 - first) {
            throw new IllegalArgumentException("ports of 1 to 65535 wanted: first=" + first + " count=" + count);
        }
    }
}
