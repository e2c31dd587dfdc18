package org.quintain.net.sim.host;

import org.quintain.core.Incubating;
import org.quintain.core.derive.Noise;
import org.quintain.net.sim.Addressed;
import org.quintain.net.sim.Network;
import org.quintain.net.sim.Node;
import org.quintain.net.sim.Port;
import org.quintain.net.wire.Icmpv4;
import org.quintain.net.wire.Ipv4;
import org.quintain.net.wire.Ipv4Address;

/**
 * A host with one interface and a stack of ARP, IPv4, ICMP and UDP; other transports sit upon {@link #protocol}.
 *
 * <pre>{@code
 * Host alice = new Host(network, "alice", MacAddress.of("02:00:00:00:00:0a"), HostPolicy.DEFAULT)
 *         .address(Ipv4Address.of("192.168.1.10"), 24)
 *         .gateway(Ipv4Address.of("192.168.1.1"));
 * alice.bind(7, (socket, packet, datagram) -> socket.send(packet.source(), datagram.sourcePort(),
 *         datagram.array(), datagram.payloadOffset(), datagram.payloadLengthBytes()));
 * }</pre>
 *
 * <p>Whatever arrives, a host throws nothing and keeps nothing without a bound. A host without an address takes packets
 * for any address that come to its MAC, as DHCP needs (RFC 2131 section 4.1). It forwards nothing. IPv4 options, source
 * routes among them, are ignored; so are redirects, but for being shown to the transport as any ICMP error is.
 */
@Incubating
public final class Host extends Node implements Addressed {
    private static final int MAX_PAYLOAD_BYTES = Ipv4.MAX_TOTAL_LENGTH_BYTES - Ipv4.MIN_LENGTH_BYTES;

    private final HostPolicy policy;
    private final NetworkInterface networkInterface;
    private final StackCounters counters = new StackCounters();
    private final UdpSockets udp;
    private final Icmp icmp;
    private final Ipv4Input input;
    private final Ipv4Output output;
    private final ProtocolTable protocols = new ProtocolTable();
    private int origin;

    /**
     * A host without address.
     *
     * @param network where it is
     * @param name as for any node
     * @param mac its MAC, 48 bits, not a group's
     * @param policy what its system decides
     */
    public Host(Network network, String name, long mac, HostPolicy policy) {
        super(network, name);
        this.policy = policy;
        networkInterface = new NetworkInterface(this, mac, policy, this::undelivered);
        udp = new UdpSockets(this);
        icmp = new Icmp(this);
        input = new Ipv4Input(this);
        output = new Ipv4Output(this);
    }

    /** Gives the host an address, or takes it away with 0.0.0.0; a connection does not survive that. */
    public Host address(int address, int prefixLength) {
        networkInterface.configure(address, prefixLength);
        return this;
    }

    /** Sets the router to all that is not on the link; 0.0.0.0 for none. */
    public Host gateway(int address) {
        output.gateway(address);
        return this;
    }

    /**
     * Opens a UDP port.
     *
     * @param port 1 to 65535, free; or 0 to have one chosen by {@link HostPolicy#ports()}
     * @param handler gets what comes for it, to the host's address or a broadcast address
     */
    public UdpSocket bind(int port, UdpHandler handler) {
        return udp.bind(port, handler);
    }

    /** Whether a UDP port is open. */
    public boolean isBound(int port) {
        return udp.isBound(port);
    }

    /**
     * Puts a transport upon IPv4; of a protocol without handler, senders are told "protocol unreachable".
     *
     * @param number 0 to 255, neither ICMP's nor UDP's, not registered before
     * @param handler gets the packets and ICMP errors about them
     */
    public Host protocol(int number, ProtocolHandler handler) {
        protocols.add(number, handler);
        return this;
    }

    /**
     * Begins a packet in a new frame: header written but for its checksum, numbered by the policy, payload zeros.
     *
     * @param protocol 8 bits
     * @param source usually {@link #address()}; any other is sent as it is
     * @param destination an address, broadcast of the link, or a group
     * @param payloadBytes 0 to 65,515
     * @return the host's own view, valid until the next {@code begin}: write the payload from {@code payloadOffset()} to
     *     {@code limit()}, change fields such as {@code dontFragment} at will, and hand it to {@link #send}
     */
    public Ipv4 begin(int protocol, int source, int destination, int payloadBytes) {
        if (payloadBytes < 0 || payloadBytes > MAX_PAYLOAD_BYTES) {
            throw new IllegalArgumentException("0 to 65515 bytes wanted: payloadBytes=" + payloadBytes);
        }
        return output.begin(protocol, source, destination, payloadBytes);
    }

    /**
     * Finishes and sends a packet: writes its checksum, fragments it if it is longer than the MTU, finds the next hop and
     * its MAC. While ARP asks, a few packets wait.
     *
     * @param packet begun by {@link #begin}, or an IPv4 header at index 14 of a frame of the caller's; the frame MUST NOT
     *     be changed from now on
     * @return false if it could not leave: no route, not linked, or longer than the MTU with DF set
     */
    public boolean send(Ipv4 packet) {
        return output.send(packet);
    }

    /**
     * Sends a payload in a packet.
     *
     * @param protocol 8 bits
     * @param source usually {@link #address()}
     * @param destination an address, broadcast of the link, or a group
     * @param from where the payload is; it is copied
     * @param offset of the payload
     * @param lengthBytes of the payload, 0 to 65,515
     * @return as for {@link #send}
     */
    public boolean sendIpv4(int protocol, int source, int destination, byte[] from, int offset, int lengthBytes) {
        Ipv4 packet = begin(protocol, source, destination, lengthBytes);
        System.arraycopy(from, offset, packet.array(), packet.payloadOffset(), lengthBytes);
        return send(packet);
    }

    /** Sends any frame as it is, past the stack, if the host is linked. */
    public void sendFrame(byte[] frame) {
        if (portCount() > 0) {
            port(0).send(frame);
        }
    }

    /**
     * Sends an echo request.
     *
     * @param destination whom to ask
     * @param identifier 16 bits
     * @param sequenceNumber 16 bits
     * @param payload 0 to 65,507 bytes
     * @return as for {@link #send}
     */
    public boolean ping(int destination, int identifier, int sequenceNumber, byte[] payload) {
        return icmp.ping(destination, identifier, sequenceNumber, payload);
    }

    /** Sets who gets echo replies; null for nobody. */
    public Host onEchoReply(EchoHandler handler) {
        icmp.echoHandler(handler);
        return this;
    }

    /**
     * Sends an ICMP error about a packet received, unless RFC 1122 section 3.2.2 forbids it or the policy's limit is used
     * up.
     *
     * @param type as {@link Icmpv4#UNREACHABLE}
     * @param code as {@link Icmpv4#CODE_PORT}
     * @param about accepted header, with its payload
     * @return whether it was sent
     */
    public boolean sendError(int type, int code, Ipv4 about) {
        return icmp.sendError(type, code, about);
    }

    @Override
    protected void receive(Port port, byte[] frame, int maker) {
        origin = maker;
        input.receive(frame);
    }

    void receiveFromMyself(byte[] frame) {
        origin = index();
        input.receiveLoopback(frame);
    }

    @Override
    protected void linked(Port port) {
        networkInterface.link(port);
    }

    /** Hands a whole packet up; it is for this host. */
    void dispatch(Ipv4 packet) {
        switch (packet.protocol()) {
            case Ipv4.PROTOCOL_UDP -> udp.receive(packet);
            case Ipv4.PROTOCOL_ICMP -> icmp.receive(packet);
            default -> {
                ProtocolHandler handler = protocols.find(packet.protocol());
                if (handler != null) {
                    handler.receive(packet);
                } else {
                    counters.unwantedPackets++;
                    sendError(Icmpv4.UNREACHABLE, Icmpv4.CODE_PROTOCOL, packet);
                }
            }
        }
    }

    /** Tells a transport about an error. */
    void error(Icmpv4 message, Ipv4 about) {
        if (about.protocol() == Ipv4.PROTOCOL_UDP) {
            udp.error(message, about);
        } else {
            ProtocolHandler handler = protocols.find(about.protocol());
            if (handler != null) {
                handler.error(message, about);
            }
        }
    }

    private void undelivered(byte[] frame, int origin) {
        // A neighbour that does not answer: the transport's own timers tell it (RFC 1122 section 2.4).
        counters.unroutablePackets++;
    }

    /** Where packets for a destination come from: the destination itself if that is this host by 127.0.0.0/8. */
    int sourceFor(int destination) {
        return IcmpErrors.isLoopback(destination) ? destination : networkInterface.address();
    }

    Noise chance() {
        return noise();
    }

    /** Packets that wait for more fragments, at most as many as {@link HostPolicy#withReassembly} says. */
    public int waitingFragmentedPackets() {
        return input.reassembler() == null ? 0 : input.reassembler().waitingPackets();
    }

    /** Its IPv4 address, 0.0.0.0 without one. */
    public int address() {
        return networkInterface.address();
    }

    /**
     * Who really made the frame that is being handled, as {@link org.quintain.net.sim.Node#index()}: for counters and
     * journals that a checker reads. No service MUST decide anything upon it. Of a packet in fragments, who made the one
     * that completed it.
     */
    public int origin() {
        return origin;
    }

    @Override
    public boolean hasAddress(int address) {
        return address != 0 && address == address();
    }

    /** The router to all that is not on the link, 0.0.0.0 without one. */
    public int gateway() {
        return output.gateway();
    }

    /** Its MAC, 48 bits. */
    public long mac() {
        return networkInterface.mac();
    }

    /** Its one interface, with address, MTU and ARP cache. */
    public NetworkInterface networkInterface() {
        return networkInterface;
    }

    /** Whom it believes to be where; short for the interface's. */
    public ArpCache arpCache() {
        return networkInterface.arpCache();
    }

    /** What its system decides. */
    public HostPolicy policy() {
        return policy;
    }

    /** What it has taken, dropped and sent. */
    public StackCounters counters() {
        return counters;
    }

    /** Whether an address is this host's own, or 127.0.0.0/8. */
    boolean isOwn(int address) {
        return address == networkInterface.address() && address != Ipv4Address.ANY || IcmpErrors.isLoopback(address);
    }
}
