package org.quintain.net.sim.host;

import java.util.ArrayList;
import java.util.List;
import org.quintain.core.Incubating;
import org.quintain.net.sim.Addressed;
import org.quintain.net.sim.LinkQuality;
import org.quintain.net.sim.Network;
import org.quintain.net.sim.Node;
import org.quintain.net.sim.Port;
import org.quintain.net.wire.Arp;
import org.quintain.net.wire.Ethernet;
import org.quintain.net.wire.Flaw;
import org.quintain.net.wire.Icmpv4;
import org.quintain.net.wire.Ipv4;
import org.quintain.net.wire.Ipv4Address;
import org.quintain.net.wire.MacAddress;

/**
 * An IPv4 router (RFC 1812): longest prefix first, one hop less, fragments where they must be, ICMP errors where they may
 * be. It answers echo requests to its own addresses and nothing else; broadcasts and groups are not passed on.
 *
 * <pre>{@code
 * Router router = new Router(network, "router", HostPolicy.DEFAULT);
 * router.attach(lan, LinkQuality.LAN, MacAddress.of("02:00:00:00:01:01"), Ipv4Address.of("192.168.1.1"), 24);
 * router.attach(far, LinkQuality.LAN, MacAddress.of("02:00:00:00:01:02"), Ipv4Address.of("203.0.113.1"), 24);
 * }</pre>
 *
 * <p>The frame is copied, for its header changes; its origin stays.
 */
@Incubating
public final class Router extends Node implements Addressed {
    private static final int MAX_INTERFACES = 64;

    private final HostPolicy policy;
    private final List<NetworkInterface> interfaces = new ArrayList<>(2);
    private final RoutingTable routes = new RoutingTable();
    private final List<ForwardFilter> filters = new ArrayList<>(0);
    private final StackCounters counters = new StackCounters();
    private final Ethernet ethernet = new Ethernet();
    private final Arp arp = new Arp();
    private final Ipv4 in = new Ipv4();
    private final Ipv4 out = new Ipv4();
    private final RouterIcmp icmp;

    /**
     * A router without interfaces.
     *
     * @param network where it is
     * @param name as for any node
     * @param policy for ARP, checksums, ICMP errors and the hops of its own packets
     */
    public Router(Network network, String name, HostPolicy policy) {
        super(network, name);
        this.policy = policy;
        icmp = new RouterIcmp(this, policy);
    }

    /**
     * Links the router to a node by a new interface, and adds the route to its network.
     *
     * @param to a switch, segment, host or another router's {@link #attach} counterpart
     * @param quality of the link
     * @param mac of the interface, 48 bits
     * @param address of the interface
     * @param prefixLength of its network, 0 to 32 bits
     * @return the interface; its number is that of its port
     */
    public NetworkInterface attach(Node to, LinkQuality quality, long mac, int address, int prefixLength) {
        NetworkInterface added = configure(mac, address, prefixLength);
        network().connect(this, to, quality);
        return added;
    }

    /**
     * Adds an interface for the next link that somebody makes to this router, and the route to its network.
     *
     * @param mac of the interface, 48 bits
     * @param address of the interface
     * @param prefixLength of its network, 0 to 32 bits
     * @return the interface; its number is that of the port to come
     */
    public NetworkInterface configure(long mac, int address, int prefixLength) {
        int number = interfaces.size();
        NetworkInterface added = new NetworkInterface(this, mac, policy, this::undelivered);
        added.configure(address, prefixLength);
        route(address & Ipv4Address.mask(prefixLength), prefixLength, number, Ipv4Address.ANY);
        interfaces.add(added);
        if (number < portCount()) {
            added.link(port(number));
        }
        return added;
    }

    /**
     * Adds a route, behind those of its length.
     *
     * @param network the destination's bits
     * @param prefixLength 0 to 32 bits; 0 for the default route
     * @param interfaceNumber where to send
     * @param nextHop the neighbour, or 0.0.0.0 if the destination is one
     */
    public Router route(int network, int prefixLength, int interfaceNumber, int nextHop) {
        routes.add(new Route(network, prefixLength, interfaceNumber, nextHop));
        return this;
    }

    /** Adds a filter, asked after those added before. */
    public Router filter(ForwardFilter filter) {
        filters.add(filter);
        return this;
    }

    /** The first route of the longest prefix that matches, or null. */
    public Route routeTo(int destination) {
        return routes.find(destination);
    }

    @Override
    protected void linked(Port port) {
        if (port.number() < interfaces.size()) {
            interfaces.get(port.number()).link(port);
        }
    }

    /** Up to 64. */
    @Override
    protected int maxPorts() {
        return MAX_INTERFACES;
    }

    @Override
    protected void receive(Port port, byte[] frame, int origin) {
        NetworkInterface at = port.number() < interfaces.size() ? interfaces.get(port.number()) : null;
        if (at == null) {
            counters.foreignFrames++;
        } else if (ethernet.wrap(frame) != Flaw.NONE) {
            counters.malformedPackets++;
        } else if (!at.takes(ethernet.destination())) {
            counters.foreignFrames++;
        } else if (ethernet.type() == Ethernet.TYPE_IPV4) {
            receiveIpv4(at, origin);
        } else if (ethernet.type() == Ethernet.TYPE_ARP) {
            counters.malformedPackets += at.receiveArp(ethernet, arp) == Flaw.NONE ? 0 : 1;
        } else {
            counters.foreignFrames++;
        }
    }

    private void receiveIpv4(NetworkInterface at, int origin) {
        boolean wasGroupFrame = MacAddress.isGroup(ethernet.destination());
        if (in.wrap(ethernet) != Flaw.NONE) {
            counters.malformedPackets++;
        } else if (policy.isChecksumVerified() && !in.isChecksumRight()) {
            // A router MUST verify it (RFC 1812 section 5.2.2).
            counters.wrongChecksums++;
        } else if (IcmpErrors.isNeverSource(in.source(), at) || isOwn(in.source())) {
            counters.invalidSources++;
        } else if (!isAdmitted(at)) {
            counters.filteredPackets++;
        } else if (isOwn(in.destination())) {
            counters.receivedPackets++;
            icmp.receive(in, at, wasGroupFrame);
        } else if (wasGroupFrame || isNeverForwarded(in.destination())) {
            counters.foreignPackets++;
        } else {
            forward(at, origin);
        }
    }

    private boolean isAdmitted(NetworkInterface at) {
        for (int i = 0; i < filters.size(); i++) {
            if (!filters.get(i).admits(this, at.port().number(), in)) {
                return false;
            }
        }
        return true;
    }

    /** Loopback, groups, all ones, and the broadcast addresses of attached networks (RFC 1812 sections 4.2.2.11, 5.3.5). */
    private boolean isNeverForwarded(int destination) {
        for (int i = 0; i < interfaces.size(); i++) {
            if (interfaces.get(i).isBroadcast(destination)) {
                return true;
            }
        }
        return IcmpErrors.isLoopback(destination)
                || Ipv4Address.isMulticast(destination)
                || destination == Ipv4Address.ANY
                || in.source() == Ipv4Address.ANY;
    }

    private void forward(NetworkInterface at, int origin) {
        Route route = routeTo(in.destination());
        if (route == null || route.interfaceNumber() >= interfaces.size()) {
            counters.unroutablePackets++;
            icmp.sendError(Icmpv4.UNREACHABLE, IcmpErrors.CODE_NETWORK, 0, in, at);
            return;
        }
        if (in.timeToLive() <= 1) {
            counters.expiredPackets++;
            icmp.sendError(Icmpv4.TIME_EXCEEDED, Icmpv4.CODE_IN_TRANSIT, 0, in, at);
            return;
        }
        NetworkInterface to = interfaces.get(route.interfaceNumber());
        int bytes = in.limit() - in.offset();
        boolean isTooLong = bytes > to.mtuBytes();
        if (isTooLong && in.isDontFragment()) {
            counters.tooLongPackets++;
            icmp.sendError(Icmpv4.UNREACHABLE, Icmpv4.CODE_FRAGMENTATION_NEEDED, to.mtuBytes(), in, at);
            return;
        }
        int nextHop = route.neighbour(in.destination());
        counters.forwardedPackets++;
        copyWithOneHopLess(bytes);
        if (!isTooLong) {
            counters.sentPackets++;
            to.sendIpv4(out.array(), nextHop, origin);
            return;
        }
        Fragmenter fragmenter = new Fragmenter(out, to.mtuBytes());
        while (fragmenter.hasNext()) {
            counters.sentPackets++;
            to.sendIpv4(fragmenter.next(), nextHop, origin);
        }
    }

    private void copyWithOneHopLess(int bytes) {
        int end = Ethernet.LENGTH_BYTES + bytes;
        byte[] copy = new byte[Math.max(Ethernet.MIN_FRAME_BYTES, end)];
        System.arraycopy(in.array(), in.offset(), copy, Ethernet.LENGTH_BYTES, bytes);
        out.place(copy, Ethernet.LENGTH_BYTES, end).decrementTimeToLive();
    }

    /** Sends a packet of the router's own by its routes. */
    void send(Ipv4 packet) {
        Route route = routeTo(packet.destination());
        if (route != null && route.interfaceNumber() < interfaces.size()) {
            counters.sentPackets++;
            packet.writeChecksum();
            NetworkInterface to = interfaces.get(route.interfaceNumber());
            to.sendIpv4(packet.array(), route.neighbour(packet.destination()), index());
        } else {
            counters.unroutablePackets++;
        }
    }

    /** A neighbour does not answer: "host unreachable" (RFC 1812 section 4.3.3.1; RFC 1122 section 3.2.2.1). */
    private void undelivered(byte[] frame, int origin) {
        counters.unroutablePackets++;
        if (out.wrap(frame, Ethernet.LENGTH_BYTES, frame.length) == Flaw.NONE && !isOwn(out.source())) {
            Route back = routeTo(out.source());
            if (back != null && back.interfaceNumber() < interfaces.size()) {
                icmp.sendError(Icmpv4.UNREACHABLE, Icmpv4.CODE_HOST, 0, out, interfaces.get(back.interfaceNumber()));
            }
        }
    }

    private boolean isOwn(int address) {
        for (int i = 0; i < interfaces.size(); i++) {
            if (interfaces.get(i).address() == address) {
                return true;
            }
        }
        return false;
    }

    /** One of the interfaces. */
    public NetworkInterface networkInterface(int number) {
        return interfaces.get(number);
    }

    @Override
    public boolean hasAddress(int address) {
        for (int i = 0; i < interfaceCount(); i++) {
            if (address != 0 && networkInterface(i).address() == address) {
                return true;
            }
        }
        return false;
    }

    /** How many interfaces there are. */
    public int interfaceCount() {
        return interfaces.size();
    }

    /** The routing table, longest prefixes first. */
    public List<Route> routes() {
        return routes.list();
    }

    /** What it has taken, dropped and sent. */
    public StackCounters counters() {
        return counters;
    }
}
