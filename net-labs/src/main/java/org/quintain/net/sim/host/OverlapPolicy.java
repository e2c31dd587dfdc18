package org.quintain.net.sim.host;

import org.quintain.core.Incubating;

/**
 * Decides whose bytes count where fragments of one packet overlap: RFC 791 section 3.2 lets the newer win, no two families
 * of systems agree, and what an inspecting device and a host see differs accordingly. {@link OverlapBehaviour} names the
 * known policies.
 *
 * <p>An implementation MUST be a pure function and MUST NOT throw.
 */
@Incubating
@FunctionalInterface
public interface OverlapPolicy {
    /** What happens to the bytes that two fragments have in common. */
    @Incubating
    enum Winner {
        /** The fragment that came before keeps them. */
        HELD,
        /** The fragment that comes now overwrites them. */
        NEW,
        /** Nobody gets them: the packet is given up, and further fragments of it with it. */
        NEITHER
    }

    /**
     * Decides about one overlap. Ranges are bytes of the whole payload, {@code from} included and {@code to} not.
     *
     * @param newFrom of the fragment that comes, as it came
     * @param newTo its end
     * @param heldFrom of what is left of a fragment that came before, trimmed by those between
     * @param heldTo its end
     * @return who gets the common bytes
     */
    Winner winner(int newFrom, int newTo, int heldFrom, int heldTo);
}
