package org.quintain.net.sim.dns;

import java.util.ArrayList;
import java.util.List;
import org.quintain.net.wire.DnsName;
import org.quintain.net.wire.DnsType;

/**
 * The servers to ask about a name, as far as the cache knows (RFC 1034 section 5.3.3, step 2).
 *
 * @param zone that they are responsible for
 * @param addresses of the servers; empty if one's address must be looked up first
 * @param unresolved a server without address if there is no other; else null
 */
record Delegation(DnsName zone, List<Integer> addresses, DnsName unresolved) {
    private static final DnsName ROOT = new DnsName();

    /** The nearest zone above a name with a server that can be asked; the root's hints if there is none. */
    static Delegation nearest(RecursiveResolver resolver, DnsName name, boolean mayLookUp) {
        DnsName zone = name;
        while (zone.labelCount() > 0) {
            CacheEntry servers = resolver.cache().find(zone, DnsType.NS);
            if (servers != null && !servers.isNegative()) {
                List<Integer> addresses = addresses(resolver.cache(), servers);
                DnsName other = addresses.isEmpty() ? foreign(servers, zone) : null;
                if (!addresses.isEmpty() || mayLookUp && other != null && !other.equals(name)) {
                    return new Delegation(zone, addresses, other);
                }
            }
            zone = zone.parent();
        }
        List<Integer> hints = new ArrayList<>();
        for (NameServer root : resolver.roots()) {
            hints.add(root.address());
        }
        return new Delegation(ROOT, hints, null);
    }

    private static List<Integer> addresses(DnsCache cache, CacheEntry servers) {
        List<Integer> addresses = new ArrayList<>(2);
        for (DnsRecord server : servers.records()) {
            CacheEntry entry = cache.find(server.target(), DnsType.A);
            if (entry != null) {
                for (DnsRecord address : entry.records()) {
                    addresses.add(address.address());
                }
            }
        }
        return addresses;
    }

    /** A server whose name does not lie in the zone itself: only of such a one can an address be found elsewhere. */
    private static DnsName foreign(CacheEntry servers, DnsName zone) {
        for (DnsRecord server : servers.records()) {
            if (!server.target().isUnder(zone)) {
                return server.target();
            }
        }
        return null;
    }
}
