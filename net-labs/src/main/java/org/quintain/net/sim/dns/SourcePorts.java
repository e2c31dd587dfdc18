package org.quintain.net.sim.dns;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.quintain.core.derive.Noise;
import org.quintain.net.sim.host.Host;
import org.quintain.net.sim.host.UdpHandler;
import org.quintain.net.sim.host.UdpSocket;

/** The ports that an asker has open, each shared by the queries that left from it. */
final class SourcePorts {
    private static final int TRIES = 16;

    private final Host host;
    private final UdpHandler handler;
    private final SourcePortPolicy policy;
    private final SourcePortPolicy.Source source;
    private final List<Shared> open = new ArrayList<>(1);

    private static final class Shared {
        final UdpSocket socket;
        int users;

        Shared(UdpSocket socket) {
            this.socket = socket;
        }
    }

    SourcePorts(Host host, SourcePortPolicy policy, Supplier<Noise> noise, UdpHandler handler) {
        this.host = host;
        this.handler = handler;
        this.policy = policy;
        this.source = policy.open(noise);
    }

    /** A port of the policy's choice, or of the host's if others have all that the policy chose. */
    UdpSocket take() {
        for (int i = 0; i < TRIES; i++) {
            int port = source.next() & 0xFFFF;
            Shared shared = find(port);
            if (shared == null && port > 0 && !host.isBound(port)) {
                shared = add(host.bind(port, handler));
            }
            if (shared != null) {
                shared.users++;
                return shared.socket;
            }
        }
        Shared shared = add(host.bind(0, handler));
        shared.users++;
        return shared.socket;
    }

    /** Takes a socket over that is never closed here, as a server's own. */
    void keep(UdpSocket socket) {
        add(socket).users++;
    }

    private Shared add(UdpSocket socket) {
        Shared shared = new Shared(socket);
        open.add(shared);
        return shared;
    }

    private Shared find(int port) {
        for (Shared shared : open) {
            if (shared.socket.port() == port) {
                return shared;
            }
        }
        return null;
    }

    void release(int port) {
        Shared shared = find(port);
        if (shared != null && --shared.users == 0 && !policy.isKeptOpen()) {
            shared.socket.close();
            open.remove(shared);
        }
    }
}
