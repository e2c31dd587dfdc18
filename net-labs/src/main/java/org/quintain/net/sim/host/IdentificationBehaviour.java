package org.quintain.net.sim.host;

import java.util.function.Supplier;
import org.quintain.core.Incubating;
import org.quintain.core.derive.Noise;

/** The named ways to number IPv4 packets; RFC 7739 section 5 discusses them (for IPv6). */
@Incubating
public enum IdentificationBehaviour implements IdentificationPolicy {
    /** One counter for all packets, from a drawn start: tells everybody how many packets the host has sent. */
    COUNTER {
        @Override
        public Source open(Supplier<Noise> noise) {
            return new CounterSource(noise, 1);
        }
    },
    /** A counter for each of 256 groups of source, destination and protocol, each from a drawn start. */
    COUNTER_PER_DESTINATION {
        @Override
        public Source open(Supplier<Noise> noise) {
            return new CounterSource(noise, 256);
        }
    },
    /** Drawn anew for each packet; may repeat within the life of a fragment. */
    RANDOM {
        @Override
        public Source open(Supplier<Noise> noise) {
            return (source, destination, protocol) -> (int) noise.get().nextLong();
        }
    },
    /** Always 0: what RFC 6864 section 4.1 allows for packets that are never fragmented, and a trap for all others. */
    ZERO {
        @Override
        public Source open(Supplier<Noise> noise) {
            return (source, destination, protocol) -> 0;
        }
    };

    private static final class CounterSource implements Source {
        private final Supplier<Noise> noise;
        private final int groups;
        private short[] next;

        CounterSource(Supplier<Noise> noise, int groups) {
            this.noise = noise;
            this.groups = groups;
        }

        @Override
        public int next(int source, int destination, int protocol) {
            if (next == null) {
                next = new short[groups];
                for (int i = 0; i < groups; i++) {
                    next[i] = (short) noise.get().nextLong();
                }
            }
            int mixed = (source * 31 + destination) * 31 + protocol;
            return next[(mixed ^ mixed >>> 16 ^ mixed >>> 8) & groups - 1]++;
        }
    }
}
