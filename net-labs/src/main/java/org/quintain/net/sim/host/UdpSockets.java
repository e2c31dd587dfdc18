package org.quintain.net.sim.host;

import java.util.Arrays;
import org.quintain.net.wire.Icmpv4;
import org.quintain.net.wire.Ipv4;
import org.quintain.net.wire.Udp;

/** The bound UDP ports of a host, in order, and what happens to datagrams (RFC 768; RFC 1122 section 4.1). */
final class UdpSockets {
    private static final UdpSocket[] NONE = {};

    private final Host host;
    private final Udp in = new Udp();
    private final Udp out = new Udp();
    private UdpSocket[] sockets = NONE;
    private int size;
    private int lastChosen;

    UdpSockets(Host host) {
        this.host = host;
    }

    UdpSocket bind(int port, UdpHandler handler) {
        int number = port == 0 ? freePort() : port;
        int at = indexOf(number);
        if (at >= 0 || number < 1 || number > 0xFFFF) {
            throw new IllegalArgumentException("a free port wanted, 1 to 65535, or 0: port=" + number);
        }
        if (size == sockets.length) {
            sockets = Arrays.copyOf(sockets, Math.max(2, 2 * size));
        }
        System.arraycopy(sockets, ~at, sockets, ~at + 1, size - ~at);
        sockets[~at] = new UdpSocket(this, number, handler);
        size++;
        return sockets[~at];
    }

    private int freePort() {
        int port = host.policy().ports().choose(lastChosen, host.chance());
        for (int tries = 0; tries < PortPolicy.COUNT; tries++) {
            if (port < PortPolicy.FIRST || port > 0xFFFF) {
                port = PortPolicy.FIRST;
            }
            if (indexOf(port) < 0) {
                lastChosen = port;
                return port;
            }
            port++;
        }
        throw new IllegalStateException("a free ephemeral port wanted: sockets=" + size);
    }

    void remove(UdpSocket socket) {
        int at = indexOf(socket.port());
        size--;
        System.arraycopy(sockets, at + 1, sockets, at, size - at);
        sockets[size] = null;
    }

    boolean isBound(int port) {
        return indexOf(port) >= 0;
    }

    boolean send(int port, int destination, int destinationPort, byte[] from, int offset, int lengthBytes) {
        Ipv4 packet =
                host.begin(Ipv4.PROTOCOL_UDP, host.sourceFor(destination), destination, Udp.LENGTH_BYTES + lengthBytes);
        out.begin(packet.array(), packet.payloadOffset(), packet.limit())
                .sourcePort(port)
                .destinationPort(destinationPort);
        System.arraycopy(from, offset, packet.array(), out.payloadOffset(), lengthBytes);
        out.writeChecksum(packet);
        return host.send(packet);
    }

    void receive(Ipv4 packet) {
        StackCounters counters = host.counters();
        if (in.wrap(packet).isFlaw()) {
            counters.malformedPackets++;
        } else if (host.policy().isChecksumVerified() && !in.isChecksumRight(packet)) {
            counters.wrongChecksums++;
        } else {
            int at = indexOf(in.destinationPort());
            if (at >= 0) {
                sockets[at].receive(packet, in);
            } else {
                counters.unwantedPackets++;
                host.sendError(Icmpv4.UNREACHABLE, Icmpv4.CODE_PORT, packet);
            }
        }
    }

    /** Takes an ICMP error about a datagram of this host, at least 8 bytes of it. */
    void error(Icmpv4 message, Ipv4 about) {
        in.place(about.array(), about.payloadOffset(), about.limit());
        int at = indexOf(in.sourcePort());
        if (at >= 0) {
            sockets[at].handler().error(sockets[at], message, about);
        }
    }

    /** Index of a bound port, or the complement of where it would be. */
    private int indexOf(int port) {
        int low = 0;
        int high = size - 1;
        while (low <= high) {
            int middle = low + high >>> 1;
            int there = sockets[middle].port();
            if (there == port) {
                return middle;
            }
            if (there < port) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return ~low;
    }
}
