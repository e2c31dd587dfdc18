package org.quintain.net.sim.tcp;

import org.quintain.core.Incubating;

/** Takes the connections that come to a listening port. */
@Incubating
@FunctionalInterface
public interface TcpAcceptor {
    /**
     * A peer has completed a handshake. The handler's {@code connected} is called next.
     *
     * @param connection in state ESTABLISHED
     * @return who handles it, or null to reset it
     */
    TcpHandler accept(TcpConnection connection);
}
