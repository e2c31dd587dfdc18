package org.quintain.net.sim.tcp;

import org.quintain.net.sim.Network;
import org.quintain.net.wire.Ipv4;

/** What TCP stands on: a host's IPv4, or a test. */
interface SegmentPath {
    /** The clock and the timers. */
    Network network();

    /** The address that segments come from. */
    int address();

    /** Longest text of a segment that need not be fragmented here: the MTU less 40 (RFC 9293 section 3.7.1). */
    int maxSegmentBytes();

    /** A new packet to a destination, with room for a payload of that many bytes behind its header. */
    Ipv4 begin(int destination, int payloadBytes);

    /** Sends the packet that was begun last. */
    void send(Ipv4 packet);

    /** A source port to try first, 49,152 to 65,535. */
    int ephemeralPort();
}
