package org.quintain.net.sim.dhcp;

import java.util.ArrayList;
import java.util.List;
import org.quintain.core.Incubating;
import org.quintain.net.sim.host.Host;
import org.quintain.net.sim.host.UdpSocket;
import org.quintain.net.wire.DhcpLease;
import org.quintain.net.wire.DhcpMessages;
import org.quintain.net.wire.DhcpOptions;
import org.quintain.net.wire.Dhcpv4;
import org.quintain.net.wire.Endpoints;
import org.quintain.net.wire.Frames;
import org.quintain.net.wire.Ipv4;
import org.quintain.net.wire.Ipv4Address;
import org.quintain.net.wire.Udp;

/**
 * Lends the addresses of a pool (RFC 2131 section 4.3). It knows a client by its MAC, as the client says; so one client of
 * many names can have all addresses.
 */
@Incubating
public final class DhcpServer {
    private static final long MICROS_PER_SECOND = 1_000_000;
    /** How long an offer is kept for who got it. */
    private static final long OFFER_MICROS = 60 * MICROS_PER_SECOND;
    /** How long an address that somebody declined is not lent. */
    private static final long DECLINE_MICROS = 3_600 * MICROS_PER_SECOND;

    private final Host host;
    private final DhcpPool pool;
    private final DhcpCounters counters = new DhcpCounters();
    private final DhcpMessage in = new DhcpMessage();
    private final UdpSocket socket;
    private DhcpBinding[] bindings;

    /**
     * A server that lends from now on.
     *
     * @param host with an address in the pool's network; its port 67 MUST be free
     * @param pool what it lends; the host's own address MUST NOT be in it
     */
    public DhcpServer(Host host, DhcpPool pool) {
        if (host.address() == Ipv4Address.ANY || pool.holds(host.address())) {
            throw new IllegalArgumentException("a host with an address outside of the pool wanted: host=" + host);
        }
        this.host = host;
        this.pool = pool;
        socket = host.bind(Dhcpv4.SERVER_PORT, this::receive);
    }

    private void receive(UdpSocket at, Ipv4 packet, Udp datagram) {
        if (!in.read(datagram)) {
            counters.malformedMessages++;
        } else if (in.header().operation() != Dhcpv4.BOOT_REQUEST || in.header().relayAddress() != Ipv4Address.ANY) {
            counters.ignoredMessages++;
        } else {
            switch (in.type()) {
                case DhcpOptions.DISCOVER -> discover();
                case DhcpOptions.REQUEST -> request();
                case DhcpOptions.RELEASE -> release();
                case DhcpOptions.DECLINE -> decline();
                default -> counters.ignoredMessages++;
            }
        }
    }

    /** RFC 2131 section 4.3.1: the client's own address, else the one it wants, else the first that is free. */
    private void discover() {
        long mac = in.header().clientMac();
        int address = addressOf(mac);
        if (address == Ipv4Address.ANY && pool.holds(in.requestedAddress()) && isFree(in.requestedAddress())) {
            address = in.requestedAddress();
        }
        address = address == Ipv4Address.ANY ? firstFree() : address;
        if (address == Ipv4Address.ANY) {
            counters.exhausted++;
            return;
        }
        DhcpBinding present = binding(address);
        if (present == null || present.isOffered()) {
            bind(address, mac, true, OFFER_MICROS);
        }
        counters.offers++;
        send(DhcpMessages.offer(in.header(), lease(address)), address, false);
    }

    /** RFC 2131 section 4.3.2, with its four states of a client. */
    private void request() {
        long mac = in.header().clientMac();
        boolean isSelecting = in.server() != Ipv4Address.ANY;
        if (isSelecting && in.server() != host.address()) {
            takeBackOffer(mac);
            counters.ignoredMessages++;
            return;
        }
        int address =
                in.header().clientAddress() != Ipv4Address.ANY ? in.header().clientAddress() : in.requestedAddress();
        DhcpBinding present = pool.holds(address) ? binding(address) : null;
        if (present != null && present.mac() == mac) {
            bind(address, mac, false, pool.leaseSeconds() * MICROS_PER_SECOND);
            counters.acknowledgements++;
            send(DhcpMessages.ack(in.header(), lease(address)), address, false);
        } else if (isSelecting || addressOf(mac) != Ipv4Address.ANY || pool.holds(address)) {
            counters.refusals++;
            send(DhcpMessages.nak(in.header(), host.address()), Ipv4Address.ANY, true);
        } else {
            // Of a client that it does not know a server MUST remain silent: another may know it.
            counters.ignoredMessages++;
        }
    }

    private void takeBackOffer(long mac) {
        int address = addressOf(mac);
        if (address != Ipv4Address.ANY && binding(address).isOffered()) {
            bindings[address - pool.first()] = null;
        }
    }

    /** RFC 2131 section 4.3.4. */
    private void release() {
        int address = in.header().clientAddress();
        DhcpBinding present = pool.holds(address) ? binding(address) : null;
        if (present != null && present.mac() == in.header().clientMac()) {
            bindings[address - pool.first()] = null;
            counters.releases++;
        } else {
            counters.ignoredMessages++;
        }
    }

    /** RFC 2131 section 4.3.3. */
    private void decline() {
        int address = in.requestedAddress();
        DhcpBinding present = pool.holds(address) ? binding(address) : null;
        if (present != null && present.mac() == in.header().clientMac() && in.server() == host.address()) {
            bind(address, DhcpBinding.DECLINED, false, DECLINE_MICROS);
            counters.declines++;
        } else {
            counters.ignoredMessages++;
        }
    }

    /** RFC 2131 section 4.1: to the client's address, to all, or to a station that has no address yet. */
    private void send(byte[] message, int address, boolean isRefusal) {
        Dhcpv4 request = in.header();
        if (isRefusal || request.isBroadcast() && request.clientAddress() == Ipv4Address.ANY) {
            socket.send(Ipv4Address.BROADCAST, Dhcpv4.CLIENT_PORT, message);
        } else if (request.clientAddress() != Ipv4Address.ANY) {
            socket.send(request.clientAddress(), Dhcpv4.CLIENT_PORT, message);
        } else {
            Endpoints way = new Endpoints(host.mac(), host.address(), request.clientMac(), address);
            host.sendFrame(Frames.udp(way, Dhcpv4.SERVER_PORT, Dhcpv4.CLIENT_PORT, message));
        }
    }

    private DhcpLease lease(int address) {
        return pool.lease(address, host.address());
    }

    private void bind(int address, long mac, boolean isOffered, long micros) {
        if (bindings == null) {
            bindings = new DhcpBinding[pool.count()];
        }
        long expires = host.network().now() + micros;
        bindings[address - pool.first()] = new DhcpBinding(address, mac, isOffered, expires);
    }

    private boolean isFree(int address) {
        return binding(address) == null;
    }

    private int firstFree() {
        for (int i = 0; i < pool.count(); i++) {
            if (isFree(pool.first() + i)) {
                return pool.first() + i;
            }
        }
        return Ipv4Address.ANY;
    }

    private int addressOf(long mac) {
        for (int i = 0; i < pool.count(); i++) {
            DhcpBinding binding = binding(pool.first() + i);
            if (binding != null && binding.mac() == mac) {
                return binding.address();
            }
        }
        return Ipv4Address.ANY;
    }

    /**
     * Who has an address of the pool.
     *
     * @return null if nobody has it now
     */
    public DhcpBinding binding(int address) {
        DhcpBinding binding = bindings == null ? null : bindings[address - pool.first()];
        return binding == null || binding.expiresMicros() <= host.network().now() ? null : binding;
    }

    /** All addresses that somebody has now, the lowest first. */
    public List<DhcpBinding> bindings() {
        List<DhcpBinding> present = new ArrayList<>();
        for (int i = 0; i < pool.count(); i++) {
            DhcpBinding binding = binding(pool.first() + i);
            if (binding != null) {
                present.add(binding);
            }
        }
        return present;
    }

    /** What it lends. */
    public DhcpPool pool() {
        return pool;
    }

    /** What came and went. */
    public DhcpCounters counters() {
        return counters;
    }
}
