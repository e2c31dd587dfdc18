package org.quintain.net.sim.dns;

import java.util.function.Supplier;
import org.quintain.core.Incubating;
import org.quintain.core.derive.Noise;

/** The named ways to choose identifiers of queries. */
@Incubating
public enum TransactionIdBehaviour implements TransactionIdPolicy {
    /** One up from the last, from a drawn start: whoever saw one query knows the next (RFC 3833 section 2.2). */
    SEQUENTIAL {
        @Override
        public Source open(Supplier<Noise> noise) {
            return new Stepping(noise, 1, 1);
        }
    },
    /**
     * A linear congruential generator with the identifier as its whole state: looks random, yet each follows from the one
     * before as {@code 20,077 * id + 12,345 mod 65,536}. A stand-in for the generators that A. Klein, BIND 9 DNS Cache
     * Poisoning (2007), predicted from a few identifiers.
     */
    WEAK_GENERATOR {
        @Override
        public Source open(Supplier<Noise> noise) {
            return new Stepping(noise, WEAK_MULTIPLIER, WEAK_INCREMENT);
        }
    },
    /** 16 random bits (RFC 5452 section 9.2: the full range). */
    RANDOM {
        @Override
        public Source open(Supplier<Noise> noise) {
            return () -> noise.get().below(0x1_0000);
        }
    };

    private static final int WEAK_MULTIPLIER = 20_077;
    private static final int WEAK_INCREMENT = 12_345;

    private static final class Stepping implements Source {
        private final Supplier<Noise> noise;
        private final int multiplier;
        private final int increment;
        private int last = -1;

        Stepping(Supplier<Noise> noise, int multiplier, int increment) {
            this.noise = noise;
            this.multiplier = multiplier;
            this.increment = increment;
        }

        @Override
        public int next() {
            last = last < 0 ? noise.get().below(0x1_0000) : last * multiplier + increment & 0xFFFF;
            return last;
        }
    }
}
