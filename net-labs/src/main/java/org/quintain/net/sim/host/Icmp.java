package org.quintain.net.sim.host;

import org.quintain.net.wire.Icmpv4;
import org.quintain.net.wire.Ipv4;

/** A host's ICMP: it answers echoes and tells transports about errors (RFC 792; RFC 1122 section 3.2.2). */
final class Icmp {
    private static final int QUOTED_PAYLOAD_BYTES = 8;

    private final Host host;
    private final Icmpv4 in = new Icmpv4();
    private final Icmpv4 out = new Icmpv4();
    private final Ipv4 quoted = new Ipv4();
    private final IcmpErrors errors;
    private EchoHandler echoHandler;

    Icmp(Host host) {
        this.host = host;
        errors = new IcmpErrors(host.policy().icmpErrorsPerSecond());
    }

    void echoHandler(EchoHandler handler) {
        echoHandler = handler;
    }

    void receive(Ipv4 packet) {
        StackCounters counters = host.counters();
        if (in.wrap(packet).isFlaw()) {
            counters.malformedPackets++;
        } else if (host.policy().isChecksumVerified() && !in.isChecksumRight()) {
            counters.wrongChecksums++;
        } else if (in.type() == Icmpv4.ECHO_REQUEST) {
            boolean isToAll = host.networkInterface().isBroadcast(packet.destination());
            if (!isToAll || host.policy().isBroadcastEchoAnswered()) {
                answer(packet);
            }
        } else if (in.type() == Icmpv4.ECHO_REPLY) {
            if (echoHandler != null) {
                echoHandler.reply(packet, in);
            }
        } else if (IcmpErrors.isError(in.type())) {
            counters.icmpErrorsReceived++;
            error();
        }
    }

    private void answer(Ipv4 request) {
        boolean isToMe = request.destination() == host.address() || IcmpErrors.isLoopback(request.destination());
        int source = isToMe ? request.destination() : host.address();
        echo(Icmpv4.ECHO_REPLY, source, request.source(), in.rest(), in.array(), in.payloadOffset(), in.limit());
    }

    boolean ping(int destination, int identifier, int sequenceNumber, byte[] payload) {
        int rest = identifier << 16 | sequenceNumber & 0xFFFF;
        return echo(Icmpv4.ECHO_REQUEST, host.sourceFor(destination), destination, rest, payload, 0, payload.length);
    }

    private boolean echo(int type, int source, int destination, int rest, byte[] from, int offset, int limit) {
        int bytes = limit - offset;
        Ipv4 packet = host.begin(Ipv4.PROTOCOL_ICMP, source, destination, Icmpv4.LENGTH_BYTES + bytes);
        out.begin(packet.array(), packet.payloadOffset(), packet.limit())
                .type(type)
                .rest(rest);
        System.arraycopy(from, offset, packet.array(), out.payloadOffset(), bytes);
        out.writeChecksum();
        return host.send(packet);
    }

    private void error() {
        int at = in.payloadOffset();
        if (in.limit() - at < Ipv4.MIN_LENGTH_BYTES) {
            return;
        }
        quoted.place(in.array(), at, in.limit());
        if (quoted.version() == Ipv4.VERSION
                && quoted.lengthBytes() >= Ipv4.MIN_LENGTH_BYTES
                && quoted.payloadLengthBytes() >= QUOTED_PAYLOAD_BYTES
                && quoted.source() == host.address()) {
            host.error(in, quoted);
        }
    }

    boolean sendError(int type, int code, Ipv4 about) {
        if (!IcmpErrors.isAllowed(about, host.networkInterface())) {
            return false;
        }
        if (!errors.takeToken(host.network().now())) {
            host.counters().icmpErrorsSuppressed++;
            return false;
        }
        host.counters().icmpErrorsSent++;
        int source = host.sourceFor(about.source());
        Ipv4 packet = host.begin(Ipv4.PROTOCOL_ICMP, source, about.source(), IcmpErrors.messageBytes(about));
        IcmpErrors.write(packet, out, type, code, 0, about);
        return host.send(packet);
    }
}
