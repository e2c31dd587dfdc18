package org.quintain.net.sim.dhcp;

import org.quintain.net.wire.DhcpLease;
import org.quintain.net.wire.Ipv4Address;

/** What a client makes of the options of an OFFER or ACK. */
final class Leases {
    private static final int LEAST_SECONDS = 8;
    private static final int LOOPBACK_NETWORK = 127;

    private Leases() {}

    /** Null if no host can live with it: no server, an address that is nobody's, a mask that is none, a lease too short. */
    static DhcpLease read(DhcpMessage in) {
        int address = in.header().yourAddress();
        int mask = in.subnetMask() == 0 ? Ipv4Address.mask(24) : in.subnetMask();
        boolean isHost = address != Ipv4Address.ANY
                && address != Ipv4Address.BROADCAST
                && !Ipv4Address.isMulticast(address)
                && address >>> 24 != LOOPBACK_NETWORK;
        int prefix = prefixLength(mask);
        boolean isNetwork = Ipv4Address.mask(prefix) == mask && prefix >= 8 && prefix <= 30;
        if (!isHost || !isNetwork || in.server() == Ipv4Address.ANY || in.leaseSeconds() < LEAST_SECONDS) {
            return null;
        }
        boolean isRouter = Ipv4Address.isSameNetwork(address, in.router(), mask);
        int router = isRouter ? in.router() : Ipv4Address.ANY;
        return new DhcpLease(address, in.server(), in.leaseSeconds(), mask, router, in.dnsServer());
    }

    static int prefixLength(int mask) {
        return Integer.bitCount(mask);
    }
}
