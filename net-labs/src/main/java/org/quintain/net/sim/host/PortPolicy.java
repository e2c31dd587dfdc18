package org.quintain.net.sim.host;

import org.quintain.core.Incubating;
import org.quintain.core.derive.Noise;

/**
 * Chooses a port for a socket that names none. {@link PortBehaviour} names the known ways.
 *
 * <p>An implementation MUST be a pure function of what it is given.
 */
@Incubating
@FunctionalInterface
public interface PortPolicy {
    /** First ephemeral port: 49152 (RFC 6335 section 6). */
    int FIRST = 49152;

    /** How many ephemeral ports there are, up to 65535. */
    int COUNT = 16384;

    /**
     * A port to try; the host goes on upwards from it to the first that is free.
     *
     * @param previous the port chosen last, or 0
     * @param noise the host's chance
     * @return {@link #FIRST} to 65535
     */
    int choose(int previous, Noise noise);
}
