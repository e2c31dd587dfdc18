package org.quintain.net.sim.dhcp;

import org.quintain.core.Incubating;
import org.quintain.net.wire.DhcpLease;

/** What a host does when it gets an address, as to set up its resolver. */
@Incubating
@FunctionalInterface
public interface DhcpListener {
    /**
     * The host has an address now, or a renewed one.
     *
     * @param lease what the server told; host and gateway are set by it already
     */
    void bound(DhcpLease lease);

    /** The address is lost: given back, refused or run out. Does nothing by default. */
    default void lost() {}
}
