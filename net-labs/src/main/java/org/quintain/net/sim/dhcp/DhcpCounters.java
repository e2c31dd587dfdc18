package org.quintain.net.sim.dhcp;

import org.quintain.core.Incubating;

/** What a server or client has taken, sent and refused. */
@Incubating
public final class DhcpCounters {
    long malformedMessages;
    long ignoredMessages;
    long offers;
    long acknowledgements;
    long refusals;
    long releases;
    long declines;
    long exhausted;

    DhcpCounters() {}

    /** Messages that are not DHCP, or whose options cannot be read to their end. */
    public long malformedMessages() {
        return malformedMessages;
    }

    /** Messages for others, of the wrong kind, or not awaited. */
    public long ignoredMessages() {
        return ignoredMessages;
    }

    /** OFFERs sent by a server, or taken by a client. */
    public long offers() {
        return offers;
    }

    /** ACKs sent by a server, or taken by a client. */
    public long acknowledgements() {
        return acknowledgements;
    }

    /** NAKs sent by a server, or taken by a client. */
    public long refusals() {
        return refusals;
    }

    /** RELEASEs that freed an address, or were sent by a client. */
    public long releases() {
        return releases;
    }

    /** DECLINEs that set an address aside, or were sent by a client. */
    public long declines() {
        return declines;
    }

    /** DISCOVERs that a server could not answer because no address was left. */
    public long exhausted() {
        return exhausted;
    }
}
