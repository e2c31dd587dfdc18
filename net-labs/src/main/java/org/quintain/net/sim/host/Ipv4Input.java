package org.quintain.net.sim.host;

import org.quintain.net.wire.Arp;
import org.quintain.net.wire.Ethernet;
import org.quintain.net.wire.Flaw;
import org.quintain.net.wire.Ipv4;
import org.quintain.net.wire.Ipv4Address;
import org.quintain.net.wire.MacAddress;

/** What a host does with a frame that arrives, up to the transport (RFC 1122 sections 2.3, 3.2 and 3.3). */
final class Ipv4Input {
    private final Host host;
    private final NetworkInterface at;
    private final StackCounters counters;
    private final Ethernet ethernet = new Ethernet();
    private final Arp arp = new Arp();
    private final Ipv4 packet = new Ipv4();
    private boolean wasGroupFrame;

    Ipv4Input(Host host) {
        this.host = host;
        this.at = host.networkInterface();
        this.counters = host.counters();
    }

    boolean wasGroupFrame() {
        return wasGroupFrame;
    }

    void receive(byte[] frame) {
        if (ethernet.wrap(frame) != Flaw.NONE) {
            counters.malformedPackets++;
        } else if (!at.takes(ethernet.destination())) {
            counters.foreignFrames++;
        } else if (ethernet.type() == Ethernet.TYPE_IPV4) {
            receiveIpv4();
        } else if (ethernet.type() == Ethernet.TYPE_ARP) {
            counters.malformedPackets += at.receiveArp(ethernet, arp) == Flaw.NONE ? 0 : 1;
        } else {
            counters.foreignFrames++;
        }
    }

    private void receiveIpv4() {
        wasGroupFrame = MacAddress.isGroup(ethernet.destination());
        if (packet.wrap(ethernet) != Flaw.NONE) {
            counters.malformedPackets++;
        } else if (host.policy().isChecksumVerified() && !packet.isChecksumRight()) {
            counters.wrongChecksums++;
        } else if (isInvalidSource(packet.source())) {
            counters.invalidSources++;
        } else if (!isForMe(packet.destination())) {
            counters.foreignPackets++;
        } else {
            counters.receivedPackets++;
            deliver();
        }
    }

    /** Takes a packet of this host to itself. */
    void receiveLoopback(byte[] frame) {
        wasGroupFrame = false;
        if (packet.wrap(frame, Ethernet.LENGTH_BYTES, frame.length) == Flaw.NONE) {
            counters.receivedPackets++;
            deliver();
        }
    }

    private void deliver() {
        if (packet.isFragment()) {
            counters.unwantedPackets++;
            return;
        }
        host.dispatch(packet, wasGroupFrame);
    }

    private boolean isInvalidSource(int source) {
        return IcmpErrors.isNeverSource(source, at) || source == at.address() && source != Ipv4Address.ANY;
    }

    private boolean isForMe(int destination) {
        if (wasGroupFrame) {
            // A frame to all with a packet to one is dropped (RFC 1122 section 3.3.6).
            return at.isBroadcast(destination);
        }
        return destination == at.address() || at.address() == Ipv4Address.ANY || at.isBroadcast(destination);
    }
}
