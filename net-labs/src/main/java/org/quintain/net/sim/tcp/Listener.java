package org.quintain.net.sim.tcp;

/** A port in state LISTEN. */
final class Listener {
    final int port;
    final TcpAcceptor acceptor;
    int halfOpen;
    boolean isClosed;

    Listener(int port, TcpAcceptor acceptor) {
        this.port = port;
        this.acceptor = acceptor;
    }
}
