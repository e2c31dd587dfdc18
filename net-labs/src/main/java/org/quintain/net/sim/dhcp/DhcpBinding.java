package org.quintain.net.sim.dhcp;

import org.quintain.core.Incubating;

/**
 * Who has an address of a pool.
 *
 * @param address of the pool
 * @param mac the client's, 48 bits; {@link #DECLINED} if a client found the address in use
 * @param isOffered offered only, and not asked for yet
 * @param expiresMicros virtual time up to which it holds
 */
@Incubating
public record DhcpBinding(int address, long mac, boolean isOffered, long expiresMicros) {
    /** Nobody's MAC: the address is kept away from clients for a while (RFC 2131 section 4.3.3). */
    public static final long DECLINED = -1;
}
