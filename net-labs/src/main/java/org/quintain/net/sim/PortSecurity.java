package org.quintain.net.sim;

import java.util.Arrays;
import org.quintain.core.Incubating;
import org.quintain.net.wire.Ethernet;
import org.quintain.net.wire.MacAddress;

/**
 * Port security: each port of one switch serves the first few MAC addresses that it sees, and no address is served on two
 * ports. It keeps an attacker from filling the switch's table and from taking a neighbour's address. (Cisco, Catalyst 6500
 * Release 12.2SX Software Configuration Guide, chapter Port Security: sticky addresses.)
 *
 * <p>Addresses are remembered until the network ends, at most so many a port. A frame from a group address is a violation
 * too.
 */
@Incubating
public final class PortSecurity implements IngressFilter {
    /** What happens to a port when a frame from another address comes in. */
    public enum Violation {
        /** That frame alone is dropped. */
        RESTRICT,
        /** It and every later frame of the port are dropped. */
        SHUT_DOWN
    }

    private static final long[] NONE = {};

    private final int addressesPerPort;
    private final Violation violation;
    private final Ethernet ethernet = new Ethernet();
    private long[][] secured = {};
    private long shutPorts;
    private long violations;

    /**
     * Security for all ports of a switch; a switch has one of its own.
     *
     * @param addressesPerPort addresses that a port serves, 1 to 64
     * @param violation what happens when there comes another
     */
    public PortSecurity(int addressesPerPort, Violation violation) {
        if (addressesPerPort < 1 || addressesPerPort > 64) {
            throw new IllegalArgumentException("1 to 64 addresses wanted: addressesPerPort=" + addressesPerPort);
        }
        this.addressesPerPort = addressesPerPort;
        this.violation = violation;
    }

    /**
     * Secures an address by hand before it is seen.
     *
     * @param port a port of the switch
     * @param mac 48 bits
     * @return this
     */
    public PortSecurity secure(Port port, long mac) {
        if (!isServed(port.number(), mac)) {
            throw new IllegalArgumentException(
                    "a free place for the address wanted: port=" + port + " mac=" + MacAddress.format(mac));
        }
        return this;
    }

    @Override
    public boolean admits(Port port, int vlan, byte[] frame, int etherTypeOffset) {
        ethernet.wrap(frame);
        if (!isShutDown(port) && isServed(port.number(), ethernet.source())) {
            return true;
        }
        violations++;
        if (violation == Violation.SHUT_DOWN) {
            shutPorts |= 1L << port.number();
        }
        return false;
    }

    /** Whether the port serves the address, from now on if there is room. */
    private boolean isServed(int port, long mac) {
        int where = portOf(mac);
        if (where >= 0 || MacAddress.isGroup(mac)) {
            return where == port;
        }
        if (port >= secured.length) {
            int known = secured.length;
            secured = Arrays.copyOf(secured, port + 1);
            Arrays.fill(secured, known, port + 1, NONE);
        }
        long[] here = secured[port];
        if (here.length == addressesPerPort) {
            return false;
        }
        secured[port] = Arrays.copyOf(here, here.length + 1);
        secured[port][here.length] = mac;
        return true;
    }

    private int portOf(long mac) {
        for (int port = 0; port < secured.length; port++) {
            for (long each : secured[port]) {
                if (each == mac) {
                    return port;
                }
            }
        }
        return -1;
    }

    /**
     * Whether a port was shut down by a violation.
     *
     * @param port a port of the switch
     * @return true if nothing that comes in there passes any more
     */
    public boolean isShutDown(Port port) {
        return (shutPorts >>> port.number() & 1) != 0;
    }

    /**
     * Frames that were refused.
     *
     * @return so far
     */
    public long violations() {
        return violations;
    }
}
