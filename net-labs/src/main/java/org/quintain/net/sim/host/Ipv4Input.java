package org.quintain.net.sim.host;

import org.quintain.net.sim.Timer;
import org.quintain.net.wire.Arp;
import org.quintain.net.wire.Ethernet;
import org.quintain.net.wire.Flaw;
import org.quintain.net.wire.Icmpv4;
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
    private Reassembler reassembler;
    private Timer reassemblyTimer;

    Ipv4Input(Host host) {
        this.host = host;
        this.at = host.networkInterface();
        this.counters = host.counters();
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
        if (packet.wrap(frame, Ethernet.LENGTH_BYTES, frame.length) == Flaw.NONE) {
            counters.receivedPackets++;
            deliver();
        }
    }

    private void deliver() {
        if (packet.isFragment() && !isWhole()) {
            return;
        }
        host.dispatch(packet);
    }

    /** Takes a fragment; true if the packet is whole now and the view is on it. */
    private boolean isWhole() {
        if (reassembler == null) {
            reassembler = host.policy().newReassembler();
            reassemblyTimer = host.network().timer(this::expire);
        }
        byte[] whole = reassembler.add(packet, host.network().now());
        setTimer();
        if (whole == null) {
            return false;
        }
        counters.reassembledPackets++;
        return packet.wrap(whole, 0, whole.length) == Flaw.NONE;
    }

    private void expire() {
        reassembler.expire(host.network().now(), this::tellSender);
        setTimer();
    }

    /** "Fragment reassembly time exceeded", if the first fragment is there (RFC 1122 section 3.3.2). */
    private void tellSender(Ipv4 first) {
        if (first != null) {
            host.sendError(Icmpv4.TIME_EXCEEDED, Icmpv4.CODE_REASSEMBLY, first);
        }
    }

    private void setTimer() {
        long due = reassembler.nextExpiryMicros();
        if (due == Long.MAX_VALUE) {
            reassemblyTimer.cancel();
        } else if (!reassemblyTimer.isScheduled() || reassemblyTimer.dueMicros() != due) {
            reassemblyTimer.schedule(Math.max(1, due - host.network().now()));
        }
    }

    Reassembler reassembler() {
        return reassembler;
    }

    private boolean isInvalidSource(int source) {
        return IcmpErrors.isNeverSource(source, at) || source == at.address() && source != Ipv4Address.ANY;
    }

    private boolean isForMe(int destination) {
        if (MacAddress.isGroup(ethernet.destination())) {
            // A frame to all with a packet to one is dropped (RFC 1122 section 3.3.6).
            return at.isBroadcast(destination);
        }
        return destination == at.address() || at.address() == Ipv4Address.ANY || at.isBroadcast(destination);
    }
}
