package org.quintain.net.sim.dhcp;

import org.quintain.core.Incubating;
import org.quintain.core.derive.Noise;
import org.quintain.net.sim.Timer;
import org.quintain.net.sim.host.Host;
import org.quintain.net.sim.host.UdpSocket;
import org.quintain.net.wire.DhcpLease;
import org.quintain.net.wire.DhcpOptions;
import org.quintain.net.wire.Dhcpv4;
import org.quintain.net.wire.Ipv4;
import org.quintain.net.wire.Ipv4Address;
import org.quintain.net.wire.Udp;

/**
 * Gets a host its address, gateway and name server, and keeps them (RFC 2131 section 4.4, figure 5).
 *
 * <pre>{@code
 * new DhcpClient(bob, OfferPolicy.FIRST, lease -> stub = new StubResolver(bob, DnsPolicy.DEFAULT, lease.dnsServer()))
 *         .start();
 * }</pre>
 *
 * <p>It knows its answers by transaction identifier and MAC, which all stations see, and asks without the wait of 1 to 10
 * seconds that RFC 2131 section 4.4.1 wants.
 */
@Incubating
public final class DhcpClient {
    private static final long SECOND = 1_000_000;
    private static final long FIRST_WAIT = 4 * SECOND;
    private static final long LONGEST_WAIT = 64 * SECOND;
    private static final long LEAST_RENEWAL_WAIT = 60 * SECOND;
    private static final long CHECK = SECOND / 2;
    private static final long PAUSE_AFTER_REFUSAL = SECOND;
    private static final long PAUSE_AFTER_DECLINE = 10 * SECOND;
    private static final int MAX_REQUESTS = 4;

    private final Host host;
    private final OfferPolicy policy;
    private final DhcpListener listener;
    private final DhcpCounters counters = new DhcpCounters();
    private final DhcpMessage in = new DhcpMessage();
    private final ClientMessages out;
    private final Timer timer;
    private Noise noise;
    private DhcpState state = DhcpState.INIT;
    private int transactionId;
    private int tries;
    private DhcpLease lease;
    private boolean isLeaving;
    private long askedMicros;
    private long renewalMicros;
    private long rebindingMicros;
    private long expiryMicros;

    /**
     * A client that does nothing yet.
     *
     * @param host without address; its port 68 MUST be free; its chance follows from the host's name
     * @param policy which offer it takes
     * @param listener is told what it gets
     */
    public DhcpClient(Host host, OfferPolicy policy, DhcpListener listener) {
        this.host = host;
        this.policy = policy;
        this.listener = listener;
        out = new ClientMessages(host, host.bind(Dhcpv4.CLIENT_PORT, this::receive));
        timer = host.network().timer(this::ring);
    }

    /** Begins to look for a server, and does not end to; does nothing unless in {@link DhcpState#INIT}. */
    public DhcpClient start() {
        if (state == DhcpState.INIT) {
            leave();
            discover();
        }
        return this;
    }

    /** Gives the address back (RFC 2131 section 4.4.6); the host uses it a second longer, to say so. */
    public void release() {
        if (hasAddress()) {
            out.release(transactionId, lease);
            counters.releases++;
            isLeaving = true;
            state = DhcpState.INIT;
            timer.schedule(SECOND);
        }
    }

    private boolean hasAddress() {
        return state.compareTo(DhcpState.BOUND) >= 0;
    }

    private void newTransaction() {
        if (noise == null) {
            noise = host.network().noise("dhcp client " + host.name());
        }
        transactionId = (int) noise.nextLong();
        tries = 0;
    }

    private void discover() {
        newTransaction();
        state = DhcpState.SELECTING;
        ask();
    }

    /** Sends what the state asks for, and sets the alarm for the next try (RFC 2131 section 4.1). */
    private void ask() {
        askedMicros = host.network().now();
        long wait = Math.min(LONGEST_WAIT, FIRST_WAIT << Math.min(tries++, 4));
        switch (state) {
            case SELECTING -> out.discover(transactionId);
            case REQUESTING -> out.request(transactionId, lease);
            case RENEWING -> {
                out.renew(transactionId, lease, lease.server());
                timer.schedule(untilNext(rebindingMicros));
                return;
            }
            default -> {
                out.renew(transactionId, lease, Ipv4Address.BROADCAST);
                timer.schedule(untilNext(expiryMicros));
                return;
            }
        }
        timer.schedule(wait - SECOND + noise.below((int) (2 * SECOND)));
    }

    /** Half of what is left, but a minute or more, and not beyond the end (RFC 2131 section 4.4.5). */
    private long untilNext(long end) {
        long left = Math.max(1, end - host.network().now());
        return Math.min(left, Math.max(LEAST_RENEWAL_WAIT, left / 2));
    }

    private void ring() {
        long now = host.network().now();
        switch (state) {
            case INIT -> leave();
            case SELECTING -> ask();
            case REQUESTING -> {
                if (tries < MAX_REQUESTS) {
                    ask();
                } else {
                    discover();
                }
            }
            case CHECKING -> checked();
            case BOUND -> {
                newTransaction();
                state = DhcpState.RENEWING;
                ask();
            }
            case RENEWING -> {
                state = now >= rebindingMicros ? DhcpState.REBINDING : state;
                ask();
            }
            default -> {
                if (now >= expiryMicros) {
                    lose(1);
                } else {
                    ask();
                }
            }
        }
    }

    private void receive(UdpSocket at, Ipv4 packet, Udp datagram) {
        if (!in.read(datagram)) {
            counters.malformedMessages++;
        } else if (in.header().operation() != Dhcpv4.BOOT_REPLY
                || in.header().transactionId() != transactionId
                || in.header().clientMac() != host.mac()
                || !receiveReply()) {
            counters.ignoredMessages++;
        }
    }

    private boolean receiveReply() {
        boolean isAsking = state == DhcpState.REQUESTING || state == DhcpState.RENEWING || state == DhcpState.REBINDING;
        boolean isServer = state == DhcpState.REBINDING || lease != null && in.server() == lease.server();
        switch (in.type()) {
            case DhcpOptions.OFFER:
                return state == DhcpState.SELECTING && takeOffer();
            case DhcpOptions.ACK:
                return isAsking && isServer && takeLease();
            case DhcpOptions.NAK:
                if (isAsking && isServer) {
                    counters.refusals++;
                    lose(PAUSE_AFTER_REFUSAL);
                }
                return isAsking && isServer;
            default:
                return false;
        }
    }

    private boolean takeOffer() {
        DhcpLease offer = Leases.read(in);
        if (offer == null || !policy.isTaken(offer)) {
            return false;
        }
        counters.offers++;
        lease = offer;
        tries = 0;
        state = DhcpState.REQUESTING;
        ask();
        return true;
    }

    private boolean takeLease() {
        DhcpLease given = Leases.read(in);
        if (given == null || given.address() != lease.address()) {
            return false;
        }
        counters.acknowledgements++;
        renewalMicros = askedMicros + in.renewalSeconds() * SECOND;
        rebindingMicros = askedMicros + in.rebindingSeconds() * SECOND;
        expiryMicros = askedMicros + given.seconds() * SECOND;
        boolean isNew = state == DhcpState.REQUESTING;
        lease = given;
        if (isNew) {
            state = DhcpState.CHECKING;
            host.networkInterface().probe(lease.address());
            timer.schedule(CHECK);
        } else {
            bound();
        }
        return true;
    }

    /** RFC 2131 section 3.1, step 5: an address that somebody else has is declined. */
    private void checked() {
        if (host.networkInterface().isProbeAnswered()) {
            out.decline(transactionId, lease);
            counters.declines++;
            restart(PAUSE_AFTER_DECLINE);
        } else {
            host.address(lease.address(), Leases.prefixLength(lease.subnetMask()))
                    .gateway(lease.router());
            host.networkInterface().announce();
            bound();
        }
    }

    private void bound() {
        state = DhcpState.BOUND;
        timer.schedule(Math.max(1, renewalMicros - host.network().now()));
        listener.bound(lease);
    }

    private void lose(long pauseMicros) {
        boolean hadAddress = hasAddress();
        host.address(Ipv4Address.ANY, Integer.SIZE).gateway(Ipv4Address.ANY);
        restart(pauseMicros);
        if (hadAddress) {
            listener.lost();
        }
    }

    /** Looks for a server again, after a while. */
    private void restart(long pauseMicros) {
        newTransaction();
        lease = null;
        state = DhcpState.SELECTING;
        timer.schedule(pauseMicros);
    }

    private void leave() {
        if (isLeaving) {
            isLeaving = false;
            lease = null;
            host.address(Ipv4Address.ANY, Integer.SIZE).gateway(Ipv4Address.ANY);
            listener.lost();
        }
    }

    /** Where it stands. */
    public DhcpState state() {
        return state;
    }

    /** What it was given, or null without an address. */
    public DhcpLease lease() {
        return hasAddress() ? lease : null;
    }

    /** When T1, the time to ask for more, is or was: virtual time in microseconds. */
    public long renewalMicros() {
        return renewalMicros;
    }

    /** When the address runs out: virtual time in microseconds. */
    public long expiryMicros() {
        return expiryMicros;
    }

    /** What came and went. */
    public DhcpCounters counters() {
        return counters;
    }
}
