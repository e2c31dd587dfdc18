package org.quintain.net.sim;

import java.util.Arrays;
import java.util.TreeMap;
import org.quintain.core.Incubating;
import org.quintain.net.wire.Arp;
import org.quintain.net.wire.Ethernet;
import org.quintain.net.wire.Flaw;
import org.quintain.net.wire.Ipv4Address;

/**
 * Dynamic ARP inspection: an ARP packet passes only if it says what the switch knows, so nobody can claim another's
 * address. (Cisco, Catalyst 6500 Release 12.2SX Software Configuration Guide, chapter Dynamic ARP Inspection.)
 *
 * <p>The knowledge is a table of bindings: address, MAC address, port. From a port that is not trusted, an ARP packet is
 * refused if it is malformed (RFC 826), if its sender's MAC address is not the frame's source, or if no binding has its
 * sender's address, MAC address and port. A probe, which claims nothing (sender 0.0.0.0, RFC 5227 section 2.1.1), passes
 * if some binding has its MAC address and port. Requests are judged as replies are: hosts learn from both. What is no ARP
 * passes.
 */
@Incubating
public final class DynamicArpInspection implements IngressFilter {
    /** Bindings held at most. */
    public static final int MAX_BINDINGS = 4096;

    private record Binding(long mac, Port port) {}

    private final TreeMap<Integer, Binding> bindings = new TreeMap<>();
    private Port[] trusted = {};
    private final Ethernet ethernet = new Ethernet();
    private final Arp arp = new Arp();
    private long refusedPackets;

    /** An inspection that trusts no port and knows nobody: all ARP is refused until there are bindings. */
    public DynamicArpInspection() {}

    /**
     * Binds an address, in place of an earlier binding of it: by hand, or as DHCP snooping does when it sees a lease.
     *
     * @param address IPv4 address
     * @param mac who has it, 48 bits
     * @param port where, a port of the switch
     * @return false if there are {@link #MAX_BINDINGS} already
     */
    public boolean bind(int address, long mac, Port port) {
        unbind(address);
        if (bindings.size() == MAX_BINDINGS) {
            return false;
        }
        bindings.put(address, new Binding(mac, port));
        return true;
    }

    /**
     * Removes the binding of an address; does nothing if there is none.
     *
     * @param address IPv4 address
     */
    public void unbind(int address) {
        bindings.remove(address);
    }

    /**
     * Lets all ARP of a port pass, as for the port of another switch that inspects.
     *
     * @param port a port of the switch
     */
    public void trust(Port port) {
        trusted = Arrays.copyOf(trusted, trusted.length + 1);
        trusted[trusted.length - 1] = port;
    }

    @Override
    public boolean admits(Port port, int vlan, byte[] frame, int etherTypeOffset) {
        int payload = etherTypeOffset + 2;
        if (!isArp(frame, etherTypeOffset) || isTrusted(port)) {
            return true;
        }
        ethernet.wrap(frame);
        boolean isRight = arp.wrap(frame, payload, frame.length) == Flaw.NONE
                && arp.senderMac() == ethernet.source()
                && (arp.sender() == Ipv4Address.ANY ? isKnown(arp.senderMac(), port) : isBound(port));
        refusedPackets += isRight ? 0 : 1;
        return isRight;
    }

    private static boolean isArp(byte[] frame, int at) {
        return ((frame[at] & 0xff) << 8 | frame[at + 1] & 0xff) == Ethernet.TYPE_ARP;
    }

    private boolean isTrusted(Port port) {
        for (Port each : trusted) {
            if (each == port) {
                return true;
            }
        }
        return false;
    }

    private boolean isBound(Port port) {
        Binding binding = bindings.get(arp.sender());
        return binding != null && binding.mac() == arp.senderMac() && binding.port() == port;
    }

    private boolean isKnown(long mac, Port port) {
        for (Binding each : bindings.values()) {
            if (each.mac() == mac && each.port() == port) {
                return true;
            }
        }
        return false;
    }

    /**
     * ARP packets that were refused.
     *
     * @return so far
     */
    public long refusedPackets() {
        return refusedPackets;
    }
}
