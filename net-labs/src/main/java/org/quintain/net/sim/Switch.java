package org.quintain.net.sim;

import java.util.Arrays;
import org.quintain.core.Incubating;
import org.quintain.net.wire.Flaw;
import org.quintain.net.wire.MacAddress;

/**
 * A learning switch with VLANs (IEEE 802.1Q-2018, clause 8).
 *
 * <p>It learns the source of every frame it admits and sends a frame for a known address to that port alone; to all others
 * of the VLAN if the address is unknown, too old, or a group's. When its table is full nobody new is learned, so that
 * frames to whom it does not know reach everyone: what an attacker who floods it is after. Frames to the reserved
 * addresses 01-80-C2-00-00-00 to -0F are not passed on (8.6.3).
 *
 * <p>A port takes frames without a tag into its own VLAN. A frame with a tag (TPID 8100, 9.6) is refused on an access port
 * and on a trunk that does not carry its VLAN; VLAN identifier 0 counts as no tag (priority tag, 9.6). A frame is copied
 * only where its tag comes or goes.
 */
@Incubating
public final class Switch extends Node {
    /** Addresses that a switch remembers unless it is told otherwise. */
    public static final int DEFAULT_TABLE_SIZE = 1024;

    /** How long it remembers them unless told otherwise: 300 seconds (IEEE 802.1Q-2018, table 8-6). */
    public static final long DEFAULT_AGE_MICROS = 300_000_000;

    private static final int MAX_PORTS = 64;
    private static final long RESERVED_BASE = 0x0180_c200_0000L;
    private static final PortVlans[] UNCONFIGURED = {};

    private final LearningTable table;
    private final TaggedFrame arrived = new TaggedFrame();
    private PortVlans[] vlans = UNCONFIGURED;
    private IngressFilter[] filters = {};
    private long malformedFrames;
    private long refusedVlanFrames;
    private long filteredFrames;
    private long floodedFrames;
    private long unlearnedFrames;

    /**
     * A switch with {@link #DEFAULT_TABLE_SIZE} and {@link #DEFAULT_AGE_MICROS}.
     *
     * @param network where it lies
     * @param name as for any node
     */
    public Switch(Network network, String name) {
        this(network, name, DEFAULT_TABLE_SIZE, DEFAULT_AGE_MICROS);
    }

    /**
     * A switch.
     *
     * @param network where it lies
     * @param name as for any node
     * @param tableSize addresses remembered, 1 to 65,536
     * @param ageMicros how long an address is remembered after its last frame, 1 microsecond or more
     */
    public Switch(Network network, String name, int tableSize, long ageMicros) {
        super(network, name);
        if (tableSize < 1 || tableSize > 65_536 || ageMicros < 1) {
            throw new IllegalArgumentException("table of 1 to 65536 and age of 1 or more wanted: tableSize=" + tableSize
                    + " ageMicros=" + ageMicros);
        }
        table = new LearningTable(tableSize, ageMicros);
    }

    /**
     * Makes a port an access port: frames without tags, of one VLAN.
     *
     * @param port one of this switch's; unconfigured ones are access ports of VLAN 1
     * @param vlan 1 to 4094
     * @return this
     */
    public Switch access(Port port, int vlan) {
        return configure(port, PortVlans.access(vlan));
    }

    /**
     * Makes a port a trunk.
     *
     * @param port one of this switch's
     * @param nativeVlan VLAN whose frames travel without a tag, 1 to 4094, or 0 for none
     * @param taggedVlans VLANs whose frames travel with a tag, each 1 to 4094
     * @return this
     */
    public Switch trunk(Port port, int nativeVlan, int... taggedVlans) {
        return configure(port, PortVlans.trunk(nativeVlan, taggedVlans));
    }

    private Switch configure(Port port, PortVlans to) {
        if (port.node() != this) {
            throw new IllegalArgumentException("a port of " + this + " wanted: port=" + port);
        }
        if (vlans.length <= port.number()) {
            vlans = Arrays.copyOf(vlans, port.number() + 1);
        }
        vlans[port.number()] = to;
        return this;
    }

    /**
     * Adds a filter, asked after those added before.
     *
     * @param filter what decides about frames coming in
     * @return this
     */
    public Switch filter(IngressFilter filter) {
        filters = Arrays.copyOf(filters, filters.length + 1);
        filters[filters.length - 1] = filter;
        return this;
    }

    @Override
    protected void receive(Port port, byte[] frame, int origin) {
        if (arrived.wrap(frame) != Flaw.NONE) {
            malformedFrames++;
            return;
        }
        if (arrived.destination() >>> 4 == RESERVED_BASE >>> 4) {
            return;
        }
        int vlan = vlanAt(port);
        if (vlan == 0) {
            refusedVlanFrames++;
        } else if (!isAdmitted(port, vlan, frame)) {
            filteredFrames++;
        } else {
            learn(port, vlan, arrived.source());
            pass(port, vlan, arrived.destination(), origin);
        }
    }

    /** The VLAN of the frame that arrived, or 0 if the port does not take it. */
    private int vlanAt(Port port) {
        PortVlans at = vlans(port.number());
        int tag = arrived.vlan();
        return tag == 0 ? at.untagged() : at.tagged().get(tag) ? tag : 0;
    }

    private boolean isAdmitted(Port port, int vlan, byte[] frame) {
        for (IngressFilter filter : filters) {
            if (!filter.admits(port, vlan, frame, arrived.etherTypeOffset())) {
                return false;
            }
        }
        return true;
    }

    private void learn(Port port, int vlan, long source) {
        if (!MacAddress.isGroup(source)
                && !table.learn(
                        LearningTable.key(vlan, source),
                        port.number(),
                        network().now())) {
            unlearnedFrames++;
        }
    }

    private void pass(Port from, int vlan, long destination, int origin) {
        int known = MacAddress.isGroup(destination)
                ? LearningTable.ABSENT
                : table.find(LearningTable.key(vlan, destination), network().now());
        if (known == LearningTable.ABSENT) {
            flood(from, vlan, origin);
        } else if (known != from.number() && vlans(known).isMember(vlan)) {
            boolean isTagged = vlans(known).untagged() != vlan;
            port(known).forward(arrived.with(isTagged ? vlan : 0), origin);
        }
    }

    private void flood(Port from, int vlan, int origin) {
        floodedFrames++;
        byte[] tagged = null;
        byte[] untagged = null;
        for (int i = 0; i < portCount(); i++) {
            PortVlans to = vlans(i);
            if (i == from.number() || !to.isMember(vlan)) {
                continue;
            }
            if (to.untagged() == vlan) {
                untagged = untagged == null ? arrived.with(0) : untagged;
                port(i).forward(untagged, origin);
            } else {
                tagged = tagged == null ? arrived.with(vlan) : tagged;
                port(i).forward(tagged, origin);
            }
        }
    }

    private PortVlans vlans(int port) {
        PortVlans at = port < vlans.length ? vlans[port] : null;
        return at == null ? PortVlans.DEFAULT : at;
    }

    /** Up to 64 links. */
    @Override
    protected int maxPorts() {
        return MAX_PORTS;
    }

    /**
     * Where the switch believes an address to be.
     *
     * @param vlan 1 to 4094
     * @param mac 48 bits
     * @return number of the port, or -1 if the address is unknown or too old
     */
    public int portOf(int vlan, long mac) {
        return table.find(LearningTable.key(vlan, mac), network().now());
    }

    /**
     * How many addresses the table holds, some of them perhaps too old and yet to be removed.
     *
     * @return 0 to the table's size
     */
    public int tableEntries() {
        return table.size();
    }

    /**
     * Frames too short for their header.
     *
     * @return dropped so far
     */
    public long malformedFrames() {
        return malformedFrames;
    }

    /**
     * Frames of a VLAN that the port where they arrived does not carry.
     *
     * @return dropped so far
     */
    public long refusedVlanFrames() {
        return refusedVlanFrames;
    }

    /**
     * Frames that a filter refused.
     *
     * @return dropped so far
     */
    public long filteredFrames() {
        return filteredFrames;
    }

    /**
     * Frames sent to all other ports of their VLAN.
     *
     * @return group addresses and unknown ones so far
     */
    public long floodedFrames() {
        return floodedFrames;
    }

    /**
     * Frames whose source found no room in the table.
     *
     * @return so far
     */
    public long unlearnedFrames() {
        return unlearnedFrames;
    }
}
