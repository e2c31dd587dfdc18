package org.quintain.net.sim;

import org.quintain.core.Incubating;

/** A node that knows which IPv4 addresses are its own, for those who look at a network from outside. */
@Incubating
public interface Addressed {
    /**
     * Whether an address is this node's now.
     *
     * @param address 32 bits
     * @return true if the node answers to it
     */
    boolean hasAddress(int address);
}
