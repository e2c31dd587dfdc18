package org.quintain.net.sim.host;

import org.quintain.net.wire.Flaw;
import org.quintain.net.wire.Icmpv4;
import org.quintain.net.wire.Ipv4;

/** A router's ICMP: it answers echoes to itself and reports what it cannot pass on (RFC 1812 section 4.3). */
final class RouterIcmp {
    private final Router router;
    private final HostPolicy policy;
    private final IcmpErrors errors;
    private final Icmpv4 in = new Icmpv4();
    private final Icmpv4 message = new Icmpv4();
    private final Ipv4 packet = new Ipv4();

    RouterIcmp(Router router, HostPolicy policy) {
        this.router = router;
        this.policy = policy;
        errors = new IcmpErrors(policy.icmpErrorsPerSecond());
    }

    /** Takes a packet to the router itself; fragments of such are not put together. */
    void receive(Ipv4 about, NetworkInterface at, boolean wasGroupFrame) {
        if (wasGroupFrame || about.isFragment()) {
            router.counters().unwantedPackets++;
        } else if (about.protocol() != Ipv4.PROTOCOL_ICMP) {
            router.counters().unwantedPackets++;
            sendError(Icmpv4.UNREACHABLE, unwantedCode(about), 0, about, at);
        } else if (in.wrap(about) != Flaw.NONE) {
            router.counters().malformedPackets++;
        } else if (policy.isChecksumVerified() && !in.isChecksumRight()) {
            router.counters().wrongChecksums++;
        } else if (in.type() == Icmpv4.ECHO_REQUEST) {
            int bytes = in.limit() - in.offset();
            begin(about.destination(), about.source(), bytes);
            System.arraycopy(in.array(), in.offset(), packet.array(), packet.payloadOffset(), bytes);
            message.place(packet.array(), packet.payloadOffset(), packet.limit())
                    .type(Icmpv4.ECHO_REPLY)
                    .writeChecksum();
            router.send(packet);
        }
    }

    private static int unwantedCode(Ipv4 about) {
        return about.protocol() == Ipv4.PROTOCOL_UDP ? Icmpv4.CODE_PORT : Icmpv4.CODE_PROTOCOL;
    }

    /** Sends an error from the interface where the packet came, if it may be. */
    void sendError(int type, int code, int rest, Ipv4 about, NetworkInterface arrival) {
        if (!IcmpErrors.isAllowed(about, arrival)) {
            return;
        }
        if (!errors.takeToken(router.network().now())) {
            router.counters().icmpErrorsSuppressed++;
            return;
        }
        router.counters().icmpErrorsSent++;
        begin(arrival.address(), about.source(), IcmpErrors.messageBytes(about));
        IcmpErrors.write(packet, message, type, code, rest, about);
        router.send(packet);
    }

    private void begin(int source, int destination, int payloadBytes) {
        IcmpErrors.begin(packet, policy.timeToLive(), Ipv4.PROTOCOL_ICMP, source, destination, payloadBytes);
    }
}
