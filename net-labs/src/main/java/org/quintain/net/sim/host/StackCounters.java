package org.quintain.net.sim.host;

import org.quintain.core.Incubating;

/** What a stack has dropped and done, for labs, tests and experiments; no packet changes any other state silently. */
@Incubating
public final class StackCounters {
    long receivedPackets;
    long foreignFrames;
    long malformedPackets;
    long wrongChecksums;
    long invalidSources;
    long foreignPackets;
    long unwantedPackets;
    long reassembledPackets;
    long sentPackets;
    long unroutablePackets;
    long tooLongPackets;
    long forwardedPackets;
    long filteredPackets;
    long expiredPackets;
    long icmpErrorsSent;
    long icmpErrorsReceived;
    long icmpErrorsSuppressed;

    StackCounters() {}

    /** Packets taken: sound, for this host, fragments counted each. */
    public long receivedPackets() {
        return receivedPackets;
    }

    /** Frames for other stations, or of a type that is neither ARP nor IPv4. */
    public long foreignFrames() {
        return foreignFrames;
    }

    /** Frames and packets refused with a {@link org.quintain.net.wire.Flaw}, in any layer. */
    public long malformedPackets() {
        return malformedPackets;
    }

    /** IPv4 headers, ICMP messages and UDP datagrams with a wrong checksum. */
    public long wrongChecksums() {
        return wrongChecksums;
    }

    /** Packets from an address that cannot be a sender's: a group's, broadcast, 127.0.0.0/8, the own one. */
    public long invalidSources() {
        return invalidSources;
    }

    /** Packets for another address that came to this station. */
    public long foreignPackets() {
        return foreignPackets;
    }

    /** Packets for a protocol or port that nobody listens to. */
    public long unwantedPackets() {
        return unwantedPackets;
    }

    /** Packets put together from fragments. */
    public long reassembledPackets() {
        return reassembledPackets;
    }

    /** Packets handed to the interface, fragments counted each. */
    public long sentPackets() {
        return sentPackets;
    }

    /** Packets not sent because no route leads to their destination. */
    public long unroutablePackets() {
        return unroutablePackets;
    }

    /** Packets not sent because they were longer than the MTU and must not be fragmented. */
    public long tooLongPackets() {
        return tooLongPackets;
    }

    /** Packets of others that a router passed on, however many fragments they became. */
    public long forwardedPackets() {
        return forwardedPackets;
    }

    /** Packets that a router's {@link ForwardFilter} refused. */
    public long filteredPackets() {
        return filteredPackets;
    }

    /** Packets whose hops were used up at a router. */
    public long expiredPackets() {
        return expiredPackets;
    }

    /** ICMP errors sent. */
    public long icmpErrorsSent() {
        return icmpErrorsSent;
    }

    /** ICMP errors taken, about whatever they were. */
    public long icmpErrorsReceived() {
        return icmpErrorsReceived;
    }

    /** ICMP errors not sent because of the policy's limit. */
    public long icmpErrorsSuppressed() {
        return icmpErrorsSuppressed;
    }
}
