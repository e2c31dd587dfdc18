package org.quintain.net.sim.host;

import java.util.ArrayDeque;
import org.quintain.net.sim.Timer;
import org.quintain.net.wire.Ethernet;
import org.quintain.net.wire.Ipv4;
import org.quintain.net.wire.Ipv4Address;

/** What a host does with a packet of its own: route, fragments, loopback (RFC 1122 section 3.3.1; RFC 791). */
final class Ipv4Output {
    private static final int MAX_LOOPBACK = 64;

    private final Host host;
    private final NetworkInterface at;
    private final IdentificationPolicy.Source identifications;
    private final Ipv4 packet = new Ipv4();
    private int gateway = Ipv4Address.ANY;
    private ArrayDeque<byte[]> loopback;
    private Timer loopbackTimer;

    Ipv4Output(Host host) {
        this.host = host;
        this.at = host.networkInterface();
        identifications = host.policy().identification().open(host::chance);
    }

    void gateway(int address) {
        gateway = address;
    }

    int gateway() {
        return gateway;
    }

    Ipv4 begin(int protocol, int source, int destination, int payloadBytes) {
        int identification = identifications.next(source, destination, protocol);
        return IcmpErrors.begin(packet, host.policy().timeToLive(), protocol, source, destination, payloadBytes)
                .identification(identification);
    }

    boolean send(Ipv4 out) {
        if (out.offset() != Ethernet.LENGTH_BYTES) {
            throw new IllegalArgumentException("a packet at index 14 wanted: offset=" + out.offset());
        }
        int destination = out.destination();
        if (host.isOwn(destination)) {
            return sendToMyself(out);
        }
        int nextHop = nextHop(destination);
        if (nextHop == Ipv4Address.ANY || at.port() == null) {
            host.counters().unroutablePackets++;
            return false;
        }
        if (out.limit() - out.offset() > at.mtuBytes()) {
            return sendFragments(out, nextHop);
        }
        host.counters().sentPackets++;
        out.writeChecksum();
        at.sendIpv4(out.array(), nextHop, host.index());
        return true;
    }

    /** The neighbour to send to; 0.0.0.0 if there is no route. */
    private int nextHop(int destination) {
        boolean isDirect =
                at.isOnLink(destination) || at.isBroadcast(destination) || Ipv4Address.isMulticast(destination);
        return isDirect ? destination : gateway;
    }

    private boolean sendFragments(Ipv4 out, int nextHop) {
        if (out.isDontFragment()) {
            host.counters().tooLongPackets++;
            return false;
        }
        Fragmenter fragmenter = new Fragmenter(out, at.mtuBytes());
        while (fragmenter.hasNext()) {
            host.counters().sentPackets++;
            at.sendIpv4(fragmenter.next(), nextHop, host.index());
        }
        return true;
    }

    private boolean sendToMyself(Ipv4 out) {
        if (loopback == null) {
            loopback = new ArrayDeque<>(2);
            loopbackTimer = host.network().timer(this::receiveFromMyself);
        }
        if (loopback.size() == MAX_LOOPBACK) {
            return false;
        }
        out.writeChecksum();
        loopback.add(out.array());
        if (!loopbackTimer.isScheduled()) {
            loopbackTimer.schedule(1);
        }
        return true;
    }

    private void receiveFromMyself() {
        for (int due = loopback.size(); due > 0; due--) {
            host.receiveFromMyself(loopback.poll());
        }
        if (!loopback.isEmpty() && !loopbackTimer.isScheduled()) {
            loopbackTimer.schedule(1);
        }
    }
}
