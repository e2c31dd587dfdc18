package org.quintain.net.sim.host;

import org.quintain.core.Incubating;
import org.quintain.net.wire.Icmpv4;
import org.quintain.net.wire.Ipv4;

/**
 * A transport upon IPv4, as TCP is; {@link Host#protocol} registers it.
 *
 * <p>An implementation MUST accept any bytes without an exception, MUST NOT change them, and MAY send from within
 * ({@link Host#begin}, {@link Host#send}): nothing is delivered before it returns.
 */
@Incubating
@FunctionalInterface
public interface ProtocolHandler {
    /**
     * Takes a packet for the host: header judged and its checksum verified by the host's policy, destination the host's
     * address or a broadcast address of its link, fragments put together.
     *
     * @param packet on the frame, or on a fresh array if it came in fragments; the payload goes from {@code payloadOffset()}
     *     to {@code limit()}. The view is the host's and holds until this returns
     */
    void receive(Ipv4 packet);

    /**
     * Takes an ICMP error about a packet that this host has sent, or that somebody claims it has (RFC 1122 section 3.2.2).
     * Does nothing by default.
     *
     * @param message type and code, checksum verified; holds until this returns
     * @param about the header that the error quotes, placed and not judged, but long enough for its header and the first 8
     *     bytes of payload, from {@code payloadOffset()} on; its source is the host's address
     */
    default void error(Icmpv4 message, Ipv4 about) {}
}
