package org.quintain.net.sim.dhcp;

import org.quintain.core.Incubating;
import org.quintain.net.wire.DhcpLease;
import org.quintain.net.wire.Ipv4Address;

/**
 * What a server lends, and what it tells with it.
 *
 * @param first lowest address
 * @param count how many addresses from the first on, 1 to 4,096
 * @param prefixLength of the clients' network, 8 to 30
 * @param router that clients are told, 0.0.0.0 for none
 * @param dnsServer that clients are told, 0.0.0.0 for none
 * @param leaseSeconds how long an address is lent, 8 to 2^31 - 1
 */
@Incubating
public record DhcpPool(int first, int count, int prefixLength, int router, int dnsServer, long leaseSeconds) {
    /** Refuses what no network has. */
    public DhcpPool {
        if (count < 1 || count > 4096 || prefixLength < 8 || prefixLength > 30) {
            throw new IllegalArgumentException(
                    "1 to 4096 addresses, prefix of 8 to 30 wanted: count=" + count + " prefixLength=" + prefixLength);
        }
        if (!Ipv4Address.isSameNetwork(first, first + count - 1, Ipv4Address.mask(prefixLength))) {
            throw new IllegalArgumentException("addresses of one network wanted: first=" + Ipv4Address.format(first));
        }
        if (leaseSeconds < 8 || leaseSeconds > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("8 to 2147483647 seconds wanted: leaseSeconds=" + leaseSeconds);
        }
    }

    /** Whether an address is the pool's. */
    public boolean holds(int address) {
        return address - first >= 0 && address - first < count;
    }

    DhcpLease lease(int address, int server) {
        return new DhcpLease(address, server, leaseSeconds, Ipv4Address.mask(prefixLength), router, dnsServer);
    }
}
