package org.quintain.net.sim.dns;

import java.util.function.Supplier;
import org.quintain.core.Incubating;
import org.quintain.core.derive.Noise;

/**
 * Chooses the identifiers of queries (RFC 1035 section 4.1.1, ID; RFC 5452 section 4.3). {@link TransactionIdBehaviour}
 * names the known ways.
 *
 * <p>An implementation MUST be stateless: what it remembers is in the {@link Source} of each asker, and bounded.
 */
@Incubating
@FunctionalInterface
public interface TransactionIdPolicy {
    /**
     * Starts the identifiers of one asker.
     *
     * @param noise the asker's chance; not called before the first query
     */
    Source open(Supplier<Noise> noise);

    /** The identifiers of one asker. */
    @Incubating
    @FunctionalInterface
    interface Source {
        /** The next identifier: an int whose low 16 bits are used. */
        int next();
    }

    /**
     * Random, but of few bits: for a race that is to be won in reasonable time, or a formula to be measured.
     *
     * @param bits 0 to 16; the higher bits are 0
     */
    static TransactionIdPolicy random(int bits) {
        if (bits < 0 || bits > 16) {
            throw new IllegalArgumentException("0 to 16 bits wanted: bits=" + bits);
        }
        return noise -> () -> noise.get().below(1 << bits);
    }
}
