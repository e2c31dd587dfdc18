package org.quintain.net.sim.host;

import org.quintain.core.Incubating;
import org.quintain.net.wire.Icmpv4;
import org.quintain.net.wire.Ipv4;
import org.quintain.net.wire.Udp;

/**
 * What a program does with datagrams.
 *
 * <p>An implementation MUST accept any bytes without an exception, MUST NOT change them, and MAY send and bind from within.
 */
@Incubating
@FunctionalInterface
public interface UdpHandler {
    /**
     * Takes a datagram.
     *
     * @param socket where it arrived
     * @param packet source and destination
     * @param datagram ports; the payload goes from {@code payloadOffset()} to {@code limit()} in {@code array()}. Both views
     *     are the host's and hold until this returns
     */
    void receive(UdpSocket socket, Ipv4 packet, Udp datagram);

    /**
     * Takes an ICMP error about a datagram from this socket's port. Does nothing by default.
     *
     * @param socket the sender
     * @param message type and code; holds until this returns
     * @param about the header quoted; see {@link ProtocolHandler#error}
     */
    default void error(UdpSocket socket, Icmpv4 message, Ipv4 about) {}
}
