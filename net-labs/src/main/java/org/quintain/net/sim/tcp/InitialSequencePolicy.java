package org.quintain.net.sim.tcp;

import org.quintain.core.Incubating;
import org.quintain.core.derive.Noise;

/** A way to choose initial sequence numbers; {@link InitialSequences} has the known ones. Has no state. */
@Incubating
@FunctionalInterface
public interface InitialSequencePolicy {
    /**
     * Begins for one stack, as at its boot.
     *
     * @param noise the stack's chance
     * @return a new generator
     */
    InitialSequence start(Noise noise);
}
