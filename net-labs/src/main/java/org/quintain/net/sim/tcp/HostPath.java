package org.quintain.net.sim.tcp;

import org.quintain.core.derive.Noise;
import org.quintain.net.sim.Network;
import org.quintain.net.sim.host.Host;
import org.quintain.net.wire.Ipv4;
import org.quintain.net.wire.Tcp;

/** TCP upon a host's IPv4. */
final class HostPath implements SegmentPath {
    private final Host host;
    private final Noise noise;
    private int previousPort;

    HostPath(Host host, Noise noise) {
        this.host = host;
        this.noise = noise;
    }

    @Override
    public Network network() {
        return host.network();
    }

    @Override
    public int address() {
        return host.address();
    }

    @Override
    public int maxSegmentBytes() {
        return host.networkInterface().mtuBytes() - Ipv4.MIN_LENGTH_BYTES - Tcp.MIN_LENGTH_BYTES;
    }

    @Override
    public Ipv4 begin(int destination, int payloadBytes) {
        return host.begin(Ipv4.PROTOCOL_TCP, host.address(), destination, payloadBytes);
    }

    @Override
    public void send(Ipv4 packet) {
        host.send(packet); // false is a loss: the timer knows what to do
    }

    @Override
    public int ephemeralPort() {
        previousPort = host.policy().ports().choose(previousPort, noise);
        return previousPort;
    }
}
