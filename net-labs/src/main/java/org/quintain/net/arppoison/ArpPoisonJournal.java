package org.quintain.net.arppoison;

import java.util.BitSet;
import org.quintain.net.sim.Port;
import org.quintain.net.sim.Tap;
import org.quintain.net.sim.host.ArpCache;
import org.quintain.net.sim.host.Host;
import org.quintain.net.wire.Arp;
import org.quintain.net.wire.Ethernet;
import org.quintain.net.wire.Flaw;
import org.quintain.net.wire.Ipv4;
import org.quintain.net.wire.MacAddress;
import org.quintain.net.wire.Udp;

/** What the cables of console and learner have seen; it reads the console's cache whenever the console sends or gets
 * something. */
final class ArpPoisonJournal implements Tap {
    private final ArpPoisonTarget target;
    private final Port consolePort;
    private final Port learnerPort;
    private final Ethernet ethernet = new Ethernet();
    private final Arp arp = new Arp();
    private final Ipv4 ip = new Ipv4();
    private final Udp udp = new Udp();
    private final BitSet diverted = new BitSet();
    private boolean wasPoisoned;
    private boolean wasOrderMisled;
    private boolean wasOrderStolen;
    private long sentArp;
    private long malformedArp;
    private long claims;
    private long claimsArrived;

    ArpPoisonJournal(ArpPoisonTarget target) {
        this.target = target;
        consolePort = target.console().port(0);
        learnerPort = target.learner().port(0);
        consolePort.link().addTap(this);
        learnerPort.link().addTap(this);
    }

    @Override
    public void sent(long micros, Port from, byte[] frame, int origin) {
        if (from == consolePort) {
            wasPoisoned |= isPoisonedNow();
            wasOrderMisled |= order(frame) > 0 && ethernet.destination() != lamp().mac();
        } else if (from == learnerPort && isArp(frame)) {
            sentArp++;
            if (arp.wrap(ethernet) == Flaw.NONE) {
                claims += isClaim() ? 1 : 0;
            } else {
                malformedArp++;
            }
        }
    }

    @Override
    public void delivered(long micros, Port to, byte[] frame, int origin) {
        // What comes to the console may set its cache right.
        wasPoisoned |= to == consolePort && isPoisonedNow();
        if (to == learnerPort && origin == target.console().index()) {
            int number = order(frame);
            if (number > 0 && ethernet.destination() != lamp().mac()) {
                diverted.set(number);
            }
            wasOrderStolen |= number > 0 && ethernet.destination() == lamp().mac();
        } else if (to == consolePort && origin == target.learner().index() && isArp(frame)) {
            boolean isTaken =
                    ethernet.destination() == target.console().mac() || MacAddress.isGroup(ethernet.destination());
            claimsArrived += isTaken && arp.wrap(ethernet) == Flaw.NONE && isClaim() ? 1 : 0;
        }
    }

    private boolean isArp(byte[] frame) {
        return ethernet.wrap(frame) == Flaw.NONE && ethernet.type() == Ethernet.TYPE_ARP;
    }

    /** Whether the packet says that the lamp's address is at another station than the lamp. */
    private boolean isClaim() {
        return arp.sender() == lamp().address() && arp.senderMac() != lamp().mac();
    }

    /** The number of the order in a frame, or 0. */
    private int order(byte[] frame) {
        boolean isDatagram = ethernet.wrap(frame) == Flaw.NONE
                && ethernet.type() == Ethernet.TYPE_IPV4
                && ip.wrap(ethernet) == Flaw.NONE
                && ip.protocol() == Ipv4.PROTOCOL_UDP
                && ip.destination() == lamp().address()
                && !ip.isFragment()
                && udp.wrap(ip) == Flaw.NONE;
        return isDatagram ? target.orders().numberIn(udp) : 0;
    }

    private boolean isPoisonedNow() {
        long known = target.console().arpCache().find(lamp().address());
        return known != ArpCache.UNKNOWN && known != lamp().mac();
    }

    private Host lamp() {
        return target.lamp();
    }

    /** Whether the console's own cache gives a wrong MAC for the lamp, or has given one when the console sent or got something. */
    boolean isPoisoned() {
        return wasPoisoned || isPoisonedNow();
    }

    /** Whether the lamp's cache gives a wrong MAC for the console: the other direction. */
    boolean isLampPoisoned() {
        long known = lamp().arpCache().find(target.console().address());
        return known != ArpCache.UNKNOWN && known != target.console().mac();
    }

    /** The numbers of the orders that came to the learner because the console sent them to a wrong MAC. */
    BitSet diverted() {
        return diverted;
    }

    /** Whether an order left the console for a wrong MAC, wherever it went. */
    boolean wasOrderMisled() {
        return wasOrderMisled;
    }

    /** Whether the learner saw an order that the console had sent to the lamp's MAC: a matter of the switch. */
    boolean wasOrderStolen() {
        return wasOrderStolen;
    }

    /** Frames of type ARP that the learner sent. */
    long sentArp() {
        return sentArp;
    }

    /** Those of them that are no ARP. */
    long malformedArp() {
        return malformedArp;
    }

    /** Those of them that say that the lamp is somewhere else. */
    long claims() {
        return claims;
    }

    /** Those of them that the console took from its cable. */
    long claimsArrived() {
        return claimsArrived;
    }
}
