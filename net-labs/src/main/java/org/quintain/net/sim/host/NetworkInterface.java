package org.quintain.net.sim.host;

import org.quintain.core.Incubating;
import org.quintain.net.sim.Node;
import org.quintain.net.sim.Port;
import org.quintain.net.wire.Arp;
import org.quintain.net.wire.Ethernet;
import org.quintain.net.wire.Flaw;
import org.quintain.net.wire.Ipv4Address;
import org.quintain.net.wire.MacAddress;

/** One IPv4 interface of a host or router: a port with a MAC, an address and an ARP cache. */
@Incubating
public final class NetworkInterface {
    /** Least MTU: every module must forward 68 octets without fragmenting (RFC 791 section 3.2). */
    public static final int MIN_MTU_BYTES = 68;

    /** 01-00-5E: the high 25 bits of a group's MAC (RFC 1112 section 6.4). */
    private static final long MULTICAST_MAC = 0x0100_5E00_0000L;

    private static final int MULTICAST_BITS = 0x7F_FFFF;

    private final Node node;
    private final long mac;
    private final ArpCache cache;
    private final Resolver resolver;
    private final Ethernet out = new Ethernet();
    private int address = Ipv4Address.ANY;
    private int mask = -1;
    private int mtuBytes = Ethernet.MAX_PAYLOAD_BYTES;
    private Port port;

    NetworkInterface(Node node, long mac, HostPolicy policy, Resolver.Undelivered undelivered) {
        if (mac >>> 48 != 0 || MacAddress.isGroup(mac)) {
            throw new IllegalArgumentException("a single station's MAC wanted: mac=" + mac);
        }
        this.node = node;
        this.mac = mac;
        cache = new ArpCache(node.network(), policy.arpEntries(), policy.arpAgeMicros());
        resolver = new Resolver(node.network(), this, policy.arp(), undelivered);
    }

    void link(Port to) {
        port = to;
    }

    void configure(int newAddress, int prefixLength) {
        address = newAddress;
        mask = Ipv4Address.mask(prefixLength);
    }

    /** Sets the largest packet that is sent in one piece, 68 to 1,500 bytes. */
    public void mtuBytes(int bytes) {
        if (bytes < MIN_MTU_BYTES || bytes > Ethernet.MAX_PAYLOAD_BYTES) {
            throw new IllegalArgumentException("68 to 1500 bytes wanted: mtuBytes=" + bytes);
        }
        mtuBytes = bytes;
    }

    /** Sends an IPv4 packet to a neighbour, now or when ARP has found it. */
    void sendIpv4(byte[] frame, int nextHop, int origin) {
        if (port == null) {
            return;
        }
        if (isBroadcast(nextHop)) {
            sendIpv4To(MacAddress.BROADCAST, frame, origin);
        } else if (Ipv4Address.isMulticast(nextHop)) {
            sendIpv4To(MULTICAST_MAC | nextHop & MULTICAST_BITS, frame, origin);
        } else {
            long known = cache.find(nextHop);
            if (known == ArpCache.UNKNOWN) {
                resolver.sendWhenKnown(nextHop, frame, origin);
            } else {
                if (cache.isAgeing(nextHop)) {
                    resolver.poll(nextHop, known);
                }
                sendIpv4To(known, frame, origin);
            }
        }
    }

    void sendIpv4To(long destinationMac, byte[] frame, int origin) {
        out.begin(frame, 0).destination(destinationMac).source(mac);
        port.forward(frame, origin);
    }

    void sendArp(byte[] frame) {
        if (port != null) {
            port.send(frame);
        }
    }

    /** Whether a frame is for this station: its own address, or a group's. */
    boolean takes(long destinationMac) {
        return destinationMac == mac || MacAddress.isGroup(destinationMac);
    }

    /** Takes an accepted Ethernet header with type ARP. */
    Flaw receiveArp(Ethernet ethernet, Arp arp) {
        Flaw flaw = arp.wrap(ethernet);
        if (flaw == Flaw.NONE) {
            resolver.receive(arp, ethernet.destination() == mac);
        }
        return flaw;
    }

    /** Tells all neighbours the own address: an ARP announcement (RFC 5227 section 2.3). */
    public void announce() {
        resolver.announce();
    }

    /** Asks whether somebody uses an address, without saying one's own: an ARP probe (RFC 5227 section 2.1.1). */
    public void probe(int candidate) {
        resolver.probe(candidate);
    }

    /** Whether another station has used the address since it was probed last. */
    public boolean isProbeAnswered() {
        return resolver.isProbeAnswered();
    }

    /** Whether an address is this link's broadcast address: all ones, or the network's highest (RFC 1122 3.2.1.3). */
    public boolean isBroadcast(int destination) {
        return destination == Ipv4Address.BROADCAST
                || isOnLink(destination) && mask >>> 1 != -1 >>> 1 && (destination | mask) == -1;
    }

    /** Whether an address lies in this interface's network. */
    public boolean isOnLink(int destination) {
        return address != Ipv4Address.ANY && Ipv4Address.isSameNetwork(address, destination, mask);
    }

    /** Its own MAC, 48 bits. */
    public long mac() {
        return mac;
    }

    /** Its IPv4 address, 0.0.0.0 without one. */
    public int address() {
        return address;
    }

    /** The network's bits, set. */
    public int mask() {
        return mask;
    }

    /** The largest packet that is sent in one piece. */
    public int mtuBytes() {
        return mtuBytes;
    }

    /** Where the interface is linked, or null. */
    public Port port() {
        return port;
    }

    /** Who is believed to be where. */
    public ArpCache arpCache() {
        return cache;
    }

    /** Packets that found no neighbour, or no room to wait for one. */
    public long unresolvedPackets() {
        return resolver.unresolvedPackets();
    }

    /** ARP packets that claimed this interface's own address for another MAC (RFC 5227 section 2.4). */
    public long addressConflicts() {
        return resolver.addressConflicts();
    }

    Node node() {
        return node;
    }
}
