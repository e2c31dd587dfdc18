package org.quintain.net.sim;

import org.quintain.core.Incubating;

/**
 * A shared medium: whatever one node sends, every other one gets (a repeater, IEEE 802.3-2018 clause 9). Collisions are
 * not modelled.
 */
@Incubating
public final class Segment extends Node {
    private static final int MAX_PORTS = 256;

    /**
     * A segment without nodes; {@link Network#connect} joins them.
     *
     * @param network where it lies
     * @param name as for any node
     */
    public Segment(Network network, String name) {
        super(network, name);
    }

    @Override
    protected void receive(Port port, byte[] frame, int origin) {
        for (int i = 0; i < portCount(); i++) {
            if (i != port.number()) {
                port(i).forward(frame, origin);
            }
        }
    }

    /** Up to 256 nodes. */
    @Override
    protected int maxPorts() {
        return MAX_PORTS;
    }
}
