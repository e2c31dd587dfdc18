package org.quintain.net.ipfragmentoverlap;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.quintain.net.sim.Addressed;
import org.quintain.net.sim.Network;
import org.quintain.net.sim.Node;
import org.quintain.net.sim.Port;
import org.quintain.net.sim.host.HostPolicy;
import org.quintain.net.wire.Endpoints;
import org.quintain.net.wire.Ethernet;
import org.quintain.net.wire.Flaw;
import org.quintain.net.wire.Frames;
import org.quintain.net.wire.Ipv4;
import org.quintain.net.wire.Ipv4Address;
import org.quintain.net.wire.MacAddress;
import org.quintain.net.wire.Udp;

/**
 * The inspecting device between the learner (port 1) and the switch (port 0).
 *
 * <p>What comes from inside passes. From outside pass ARP and IPv4 with a right header and the learner's own source
 * address. Fragments wait until the packet is whole; the gate puts it together by its own overlap policy and reads it. If
 * it reads a reserved text, it drops all of the packet; else it lets go what came, fragment by fragment, in the order in
 * which it came. It tells everybody what it has read, as a device with a public log does.
 *
 * <p>It holds at most {@value #MAX_PACKETS} packets of {@value IpFragmentOverlapHeld#MAX_FRAMES} fragments: the oldest makes
 * room. So a host behind it never sees a part of a packet: whatever two of the same policy get, they read alike.
 */
final class IpFragmentOverlapGate extends Node implements Addressed {
    static final int MAX_PACKETS = 16;

    private static final int INSIDE = 0;
    private static final int OUTSIDE = 1;

    private final HostPolicy policy;
    private final List<String> reserved;
    private final int admitted;
    private final long mac;
    private final int address;
    private final List<IpFragmentOverlapHeld> held = new ArrayList<>(2);
    private final Ethernet ethernet = new Ethernet();
    private final Ipv4 ip = new Ipv4();
    private final Udp udp = new Udp();
    private long droppedFrames;
    private long fragments;
    private long readPackets;
    private long refusedPackets;

    /**
     * A gate without links; the first goes inside, the second outside.
     *
     * @param network where it is
     * @param policy how it puts packets together
     * @param reserved texts that nobody outside may show
     * @param admitted the only source address that passes from outside
     * @param mac its own, for what it tells
     * @param address its own
     */
    IpFragmentOverlapGate(
            Network network, HostPolicy policy, List<String> reserved, int admitted, long mac, int address) {
        super(network, "gate");
        this.policy = policy;
        this.reserved = reserved;
        this.admitted = admitted;
        this.mac = mac;
        this.address = address;
    }

    @Override
    protected int maxPorts() {
        return 2;
    }

    @Override
    protected void receive(Port port, byte[] frame, int origin) {
        if (port.number() == INSIDE) {
            forward(OUTSIDE, frame, origin);
        } else if (isArp(frame)) {
            forward(INSIDE, frame, origin);
        } else if (!isAdmitted(frame)) {
            droppedFrames++;
        } else if (ip.isFragment()) {
            hold(frame, origin);
        } else if (read(ip)) {
            forward(INSIDE, frame, origin);
        }
    }

    private void forward(int to, byte[] frame, int origin) {
        if (to < portCount()) {
            port(to).forward(frame, origin);
        }
    }

    private boolean isArp(byte[] frame) {
        return ethernet.wrap(frame) == Flaw.NONE && ethernet.type() == Ethernet.TYPE_ARP;
    }

    /** Whether a frame holds an IPv4 packet that every host would take, from the one address that may send. */
    private boolean isAdmitted(byte[] frame) {
        return ethernet.wrap(frame) == Flaw.NONE
                && ethernet.type() == Ethernet.TYPE_IPV4
                && ip.wrap(ethernet) == Flaw.NONE
                && ip.isChecksumRight()
                && ip.source() == admitted;
    }

    private void hold(byte[] frame, int origin) {
        fragments++;
        long now = network().now();
        held.removeIf(packet -> packet.dueMicros() <= now);
        IpFragmentOverlapHeld packet = heldPacket(now);
        byte[] whole = packet.add(ip, frame, now);
        if (whole != null) {
            held.remove(packet);
            if (ip.wrap(whole, 0, whole.length) == Flaw.NONE && read(ip)) {
                packet.frames().forEach(each -> forward(INSIDE, each, origin));
            }
        } else if (packet.isSpent()) {
            held.remove(packet);
        }
    }

    private IpFragmentOverlapHeld heldPacket(long now) {
        for (IpFragmentOverlapHeld packet : held) {
            if (packet.isOf(ethernet, ip)) {
                return packet;
            }
        }
        if (held.size() == MAX_PACKETS) {
            held.remove(0);
        }
        IpFragmentOverlapHeld packet = new IpFragmentOverlapHeld(policy, ethernet, ip, now);
        held.add(packet);
        return packet;
    }

    /** Reads a whole packet and tells what it says; false if it says something reserved. */
    private boolean read(Ipv4 packet) {
        readPackets++;
        if (packet.protocol() != Ipv4.PROTOCOL_UDP || udp.wrap(packet) != Flaw.NONE) {
            return true;
        }
        String shown = IpFragmentOverlapNotice.shown(udp);
        boolean isRefused = reserved.stream().anyMatch(shown::contains);
        refusedPackets += isRefused ? 1 : 0;
        tell(isRefused ? "refused " : "passed ");
        return !isRefused;
    }

    private void tell(String verdict) {
        int bytes = Math.min(udp.payloadLengthBytes(), IpFragmentOverlapNotice.MAX_REPORT_BYTES);
        byte[] report = (verdict + new String(udp.array(), udp.payloadOffset(), bytes, StandardCharsets.ISO_8859_1))
                .getBytes(StandardCharsets.ISO_8859_1);
        Endpoints toAll = new Endpoints(mac, address, MacAddress.BROADCAST, Ipv4Address.BROADCAST);
        int port = IpFragmentOverlapNotice.REPORT_PORT;
        byte[] frame = Frames.udp(toAll, port, port, report);
        forward(INSIDE, frame, index());
        forward(OUTSIDE, frame, index());
    }

    @Override
    public boolean hasAddress(int other) {
        return other == address;
    }

    /** Its own address. */
    int address() {
        return address;
    }

    /** Frames from outside that were neither ARP nor an IPv4 packet that may pass. */
    long droppedFrames() {
        return droppedFrames;
    }

    /** Fragments that came from outside and were held. */
    long fragments() {
        return fragments;
    }

    /** Packets from outside that were whole. */
    long readPackets() {
        return readPackets;
    }

    /** Those of them in which it read a reserved text. */
    long refusedPackets() {
        return refusedPackets;
    }

    /** Packets that wait for more fragments, some of them perhaps too old. */
    int waitingPackets() {
        return held.size();
    }
}
