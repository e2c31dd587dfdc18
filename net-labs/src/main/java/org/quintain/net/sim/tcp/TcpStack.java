package org.quintain.net.sim.tcp;

import java.util.List;
import java.util.TreeMap;
import org.quintain.core.Incubating;
import org.quintain.core.derive.Noise;
import org.quintain.net.sim.host.Host;
import org.quintain.net.sim.host.PortPolicy;
import org.quintain.net.sim.host.ProtocolHandler;
import org.quintain.net.wire.Icmpv4;
import org.quintain.net.wire.Ipv4;
import org.quintain.net.wire.Tcp;

/**
 * TCP of one host (RFC 9293).
 *
 * <pre>{@code
 * TcpStack server = TcpStack.on(bob, TcpPolicy.DEFAULT);
 * server.listen(23, connection -> handler);
 * TcpStack client = TcpStack.on(alice, TcpPolicy.DEFAULT);
 * TcpConnection connection = client.connect(bob.address(), 23, handler);
 * connection.send(bytes);
 * network.advance(1_000_000);
 * }</pre>
 *
 * <p>Left out: congestion control (RFC 5681; a third duplicate acknowledgment is answered, and that is all), window scaling
 * and timestamps (RFC 7323), selective acknowledgments (RFC 2018), delayed acknowledgments, urgent pointer, keep-alives.
 * What comes is never believed to be sound, and whatever it is, memory is bounded by {@link TcpLimits}.
 */
@Incubating
public final class TcpStack {
    /** RFC 9293 section 3.7.1 (MUST-15): 536 bytes to a peer that has sent no MSS option. */
    public static final int DEFAULT_SEND_MSS = 536;

    private static final int MAX_PORT = 65_535;

    private final SegmentPath path;
    private final TcpPolicy policy;
    private final Outbound outbound;
    private final Inbound inbound;
    private final StackInput input;
    private final InitialSequence initialSequence;
    private final ConnectionTable table = new ConnectionTable();
    private final TreeMap<Integer, Listener> listeners = new TreeMap<>();
    private final AckLimit.Used sharedChallenges = new AckLimit.Used();
    private final AckLimit.Used sharedUnacceptables = new AckLimit.Used();
    private long nextSerial;
    private long droppedSyns;
    private long resets;

    TcpStack(SegmentPath path, TcpPolicy policy, Noise noise) {
        this.path = path;
        this.policy = policy;
        this.outbound = new Outbound(this, path);
        this.inbound = new Inbound(this, outbound);
        this.input = new StackInput(this, table);
        this.initialSequence = policy.initialSequence().start(noise);
    }

    /**
     * Gives a host TCP.
     *
     * @param host without a handler for protocol 6
     * @param policy what the stack decides
     * @return its stack, without open ports
     */
    public static TcpStack on(Host host, TcpPolicy policy) {
        Noise noise = host.network().noise("tcp " + host.name());
        TcpStack stack = new TcpStack(new HostPath(host, noise), policy, noise);
        host.protocol(Ipv4.PROTOCOL_TCP, new ProtocolHandler() {
            @Override
            public void receive(Ipv4 packet) {
                stack.receive(packet);
            }

            @Override
            public void error(Icmpv4 message, Ipv4 about) {
                stack.input.error(message, about);
            }
        });
        return stack;
    }

    /**
     * Opens a port.
     *
     * @param port 1 to 65,535, not open yet
     * @param acceptor takes the connections
     */
    public void listen(int port, TcpAcceptor acceptor) {
        if (port < 1 || port > MAX_PORT || listeners.containsKey(port)) {
            throw new IllegalArgumentException("a closed port of 1 to 65535 wanted: port=" + port);
        }
        listeners.put(port, new Listener(port, acceptor));
    }

    /**
     * Closes a port; connections stay, those that are half open end with a reset when they complete.
     *
     * @param port as for {@link #listen}; one that is not open stays so
     */
    public void unlisten(int port) {
        Listener listener = listeners.remove(port);
        if (listener != null) {
            listener.isClosed = true;
        }
    }

    /**
     * Opens a connection from a port that the host's {@link PortPolicy} chooses.
     *
     * @param address IPv4 address
     * @param port 1 to 65,535
     * @param handler is told; not within this call, unless there is no room
     * @return the connection, in state SYN_SENT, or CLOSED if there was no room for it
     */
    public TcpConnection connect(int address, int port, TcpHandler handler) {
        int first = path.ephemeralPort();
        for (int i = 0; i < PortPolicy.COUNT; i++) {
            int base = PortPolicy.FIRST;
            int local = base + (first - base + i) % PortPolicy.COUNT;
            if (table.find(local, address, port) == null && !listeners.containsKey(local)) {
                return connect(local, address, port, handler);
            }
        }
        return noRoom(first, address, port, handler);
    }

    /**
     * Opens a connection from a given port.
     *
     * @param localPort 1 to 65,535
     * @param address IPv4 address
     * @param port 1 to 65,535
     * @param handler as for {@link #connect(int, int, TcpHandler)}
     * @return as there; also CLOSED if there is such a connection already
     */
    public TcpConnection connect(int localPort, int address, int port, TcpHandler handler) {
        if (localPort < 1 || localPort > MAX_PORT || port < 1 || port > MAX_PORT) {
            throw new IllegalArgumentException("ports of 1 to 65535 wanted: localPort=" + localPort + " port=" + port);
        }
        if (table.find(localPort, address, port) != null || !makeRoom()) {
            return noRoom(localPort, address, port, handler);
        }
        TcpConnection c = open(localPort, address, port, false);
        c.handler = handler;
        outbound.syn(c);
        return c;
    }

    private TcpConnection noRoom(int localPort, int address, int port, TcpHandler handler) {
        TcpConnection c = new TcpConnection(this, localPort, address, port, false, nextSerial++);
        c.handler = handler;
        c.tellClosed(CloseReason.NO_ROOM);
        return c;
    }

    private TcpConnection open(int localPort, int address, int port, boolean isPassive) {
        TcpConnection c = new TcpConnection(this, localPort, address, port, isPassive, nextSerial++);
        c.iss = initialSequence.next(now(), path.address(), localPort, address, port);
        c.sndUna = c.iss;
        c.sndNxt = c.iss;
        table.add(c);
        return c;
    }

    private boolean makeRoom() {
        if (table.size() >= policy.limits().maxConnections()) {
            TcpConnection oldest = table.oldestInTimeWait();
            if (oldest == null) {
                return false;
            }
            oldest.end(CloseReason.NORMAL);
        }
        return true;
    }

    /** Takes a packet of protocol 6, whatever it holds. */
    void receive(Ipv4 packet) {
        input.receive(packet);
    }

    /** A SYN has come to a port: LISTEN to SYN_RECEIVED (RFC 9293 section 3.10.7.2), or it is dropped. */
    void synArrived(Listener listener, int remoteAddress, Tcp segment) {
        boolean isFull = listener.halfOpen >= policy.limits().backlog();
        if (isFull || !makeRoom()) {
            droppedSyns++;
            return;
        }
        TcpConnection c = open(listener.port, remoteAddress, segment.sourcePort(), true);
        c.listener = listener;
        listener.halfOpen++;
        inbound.takeSyn(c, segment);
        c.enter(TcpState.SYN_RECEIVED);
        outbound.synAck(c);
        outbound.flush(c);
    }

    /** The handler of a connection whose handshake is complete, or null. */
    TcpHandler accepted(TcpConnection c) {
        c.listener.halfOpen--;
        return c.listener.isClosed ? null : c.listener.acceptor.accept(c);
    }

    void remove(TcpConnection c) {
        if (table.remove(c) && c.state == TcpState.SYN_RECEIVED && c.isPassive) {
            c.listener.halfOpen--;
        }
    }

    void countReset() {
        resets++;
    }

    AckLimit.Used challenges(TcpConnection c, AckLimit limit) {
        if (limit.isShared()) {
            return sharedChallenges;
        }
        c.challenges = c.challenges == null ? new AckLimit.Used() : c.challenges;
        return c.challenges;
    }

    AckLimit.Used unacceptables(TcpConnection c, AckLimit limit) {
        if (limit.isShared()) {
            return sharedUnacceptables;
        }
        c.unacceptables = c.unacceptables == null ? new AckLimit.Used() : c.unacceptables;
        return c.unacceptables;
    }

    Listener listener(int port) {
        return listeners.get(port);
    }

    SegmentPath path() {
        return path;
    }

    Inbound inbound() {
        return inbound;
    }

    Outbound outbound() {
        return outbound;
    }

    /** Text in a segment at most, sent as MSS option: the policy's bound and the path's. */
    int maxSegmentBytes() {
        return Math.min(policy.limits().maxSegmentBytes(), path.maxSegmentBytes());
    }

    long now() {
        return path.network().now();
    }

    /** What the stack decides. */
    public TcpPolicy policy() {
        return policy;
    }

    /** All connections, half open ones and those in TIME_WAIT included, in the order of making. */
    public List<TcpConnection> connections() {
        return table.inOrder();
    }

    /** How many SYNs were dropped because the backlog or the stack was full. */
    public long droppedSyns() {
        return droppedSyns;
    }

    /** How many segments were dropped because they were malformed, with a wrong checksum or from nobody. */
    public long droppedSegments() {
        return input.droppedSegments();
    }

    /** How many resets were sent for segments that belong to no connection, or that acknowledge what was never sent. */
    public long resetsSent() {
        return resets;
    }

    /**
     * How many connections to a port are in SYN_RECEIVED.
     *
     * @param port an open port, or any other: 0
     */
    public int halfOpen(int port) {
        Listener listener = listeners.get(port);
        return listener == null ? 0 : listener.halfOpen;
    }
}
