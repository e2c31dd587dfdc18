package org.quintain.net.sim;

import java.util.Arrays;
import org.quintain.core.Incubating;
import org.quintain.core.derive.Noise;

/**
 * Something with ports: a host, a router, a switch, a learner's card. Extend it to put an own device on a network.
 *
 * <p>A node belongs to one network, which calls it on one thread, one event after another.
 */
@Incubating
public abstract class Node {
    private static final Port[] NO_PORTS = new Port[0];
    private static final int MAX_NAME = 64;

    private final Network network;
    private final String name;
    private final int index;
    private Port[] ports = NO_PORTS;
    private Noise noise;

    /**
     * Puts a node on a network.
     *
     * @param network where it lives
     * @param name 1 to 64 of a-z, A-Z, 0-9, '-', '.', '_'; no other node of the network has it. Its chance is derived from
     *     the name
     */
    protected Node(Network network, String name) {
        if (name.length() > MAX_NAME || !isName(name)) {
            throw new IllegalArgumentException("1 to 64 letters, digits, '-', '.', '_' wanted: name=" + name);
        }
        this.network = network;
        this.name = name;
        this.index = network.register(this, name);
    }

    private static boolean isName(String name) {
        return !name.isEmpty()
                && name.chars()
                        .allMatch(c -> c >= 'a' && c <= 'z'
                                || c >= 'A' && c <= 'Z'
                                || c >= '0' && c <= '9'
                                || c == '-'
                                || c == '.'
                                || c == '_');
    }

    /**
     * Takes a frame that has arrived.
     *
     * <p>The implementation MUST accept any bytes, from none to {@link Network#MAX_FRAME_BYTES}, without an exception. It
     * MUST NOT change the frame: others hold the same array; it MAY keep it. It MUST NOT call {@link Network#advance}. It
     * MAY send any number of frames, which are scheduled and never delivered within this call. It MUST NOT read
     * {@code origin} to decide anything, for no real device knows it; a device that passes the frame on, changed or not,
     * MUST pass {@code origin} on with it ({@link Port#forward}).
     *
     * @param port where it arrived, one of this node's
     * @param frame the bytes, from the destination address on
     * @param origin {@link #index()} of the node that really made the frame, for taps
     */
    protected abstract void receive(Port port, byte[] frame, int origin);

    /**
     * How many links this node can have.
     *
     * @return 1 unless overridden
     */
    protected int maxPorts() {
        return 1;
    }

    /**
     * Called when a new port has been linked, before any frame passes; does nothing unless overridden.
     *
     * @param port one of this node's
     */
    protected void linked(Port port) {}

    /**
     * The network that this node is on.
     *
     * @return the network
     */
    public final Network network() {
        return network;
    }

    /**
     * The node's name.
     *
     * @return unique in its network
     */
    public final String name() {
        return name;
    }

    /**
     * The node's number in its network, in the order of making.
     *
     * @return 0 and up, see {@link Network#node(int)}
     */
    public final int index() {
        return index;
    }

    /**
     * How many links this node has.
     *
     * @return 0 or more
     */
    public final int portCount() {
        return ports.length;
    }

    /**
     * One of the node's ports.
     *
     * @param number 0 to {@link #portCount()} - 1, in the order of linking
     * @return the port
     */
    public final Port port(int number) {
        return ports[number];
    }

    /**
     * This node's chance; depends on the network's seed and on the node's name and on nothing else.
     *
     * @return the same generator at each call
     */
    protected final Noise noise() {
        if (noise == null) {
            noise = network.noise("node " + name);
        }
        return noise;
    }

    final Port newPort() {
        if (ports.length >= maxPorts()) {
            throw new IllegalStateException("a node with a free port wanted: " + name + " has " + ports.length);
        }
        Port port = new Port(this, ports.length);
        ports = Arrays.copyOf(ports, ports.length + 1);
        ports[port.number()] = port;
        return port;
    }

    /** The node's name. */
    @Override
    public String toString() {
        return name;
    }
}
