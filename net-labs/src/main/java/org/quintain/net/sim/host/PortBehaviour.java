package org.quintain.net.sim.host;

import org.quintain.core.Incubating;
import org.quintain.core.derive.Noise;

/** The named ways to choose an ephemeral port. */
@Incubating
public enum PortBehaviour implements PortPolicy {
    /** One up from the last (RFC 6056 section 2.2, the traditional algorithm): whoever saw one knows the next. */
    SEQUENTIAL {
        @Override
        public int choose(int previous, Noise noise) {
            return previous < FIRST || previous == 65535 ? FIRST : previous + 1;
        }
    },
    /** Drawn anew each time (RFC 6056 section 3.3.1, algorithm 1). */
    RANDOM {
        @Override
        public int choose(int previous, Noise noise) {
            return FIRST + noise.below(COUNT);
        }
    }
}
