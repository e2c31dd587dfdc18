package org.quintain.net.sim.host;

import java.util.function.Supplier;
import org.quintain.core.Incubating;
import org.quintain.core.derive.Noise;

/**
 * Chooses the identification of the IPv4 packets that a host makes (RFC 791 section 3.2; RFC 6864). {@link
 * IdentificationBehaviour} names the known ways.
 *
 * <p>An implementation MUST be stateless: what it remembers is in the {@link Source} of each host, and bounded.
 */
@Incubating
@FunctionalInterface
public interface IdentificationPolicy {
    /**
     * Starts the numbers of one host.
     *
     * @param noise the host's chance; not called before the first packet
     */
    Source open(Supplier<Noise> noise);

    /** The numbers of one host. */
    @Incubating
    @FunctionalInterface
    interface Source {
        /**
         * The next number.
         *
         * @param source of the packet
         * @param destination of the packet
         * @param protocol of the packet, 8 bits
         * @return an int whose low 16 bits are used
         */
        int next(int source, int destination, int protocol);
    }
}
