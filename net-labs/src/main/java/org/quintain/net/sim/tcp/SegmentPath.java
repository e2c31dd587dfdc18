package org.quintain.net.sim.tcp;

import org.quintain.net.sim.Network;
import org.quintain.net.wire.Ipv4;

/** What TCP stands on: a host's IPv4, or a test. */
interface SegmentPath {
    /** The clock and the timers. */
    Network network();

    /** The address that segments come from. */
    int address();

    /** A new packet to a destination, with room for a payload of that many bytes behind its header. */
    Ipv4 begin(int destination, int payloadBytes);

    /** Sends the packet that was begun last. */
    void send(Ipv4 packet);

    /** A source port from 1,024 on, nobody knows whether it is free. */
    int ephemeralPort(int destination, int destinationPort);
}
