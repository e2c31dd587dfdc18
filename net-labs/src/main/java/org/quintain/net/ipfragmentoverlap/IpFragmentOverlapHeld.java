package org.quintain.net.ipfragmentoverlap;

import java.util.ArrayList;
import java.util.List;
import org.quintain.net.sim.host.HostPolicy;
import org.quintain.net.sim.host.Reassembler;
import org.quintain.net.wire.Ethernet;
import org.quintain.net.wire.Ipv4;

/**
 * One packet whose fragments wait at the gate. Fragments belong together if their frames have the same receiver, too: else
 * the gate would count what a host does not get.
 */
final class IpFragmentOverlapHeld {
    /** Fragments that are held of one packet; with more the gate lets the packet go. */
    static final int MAX_FRAMES = 64;

    private static final long LIFE_MICROS = 60_000_000;

    private final long destinationMac;
    private final int source;
    private final int destination;
    private final int protocol;
    private final int identification;
    private final long dueMicros;
    private final Reassembler reassembler;
    private final List<byte[]> frames = new ArrayList<>(4);

    IpFragmentOverlapHeld(HostPolicy policy, Ethernet ethernet, Ipv4 fragment, long nowMicros) {
        destinationMac = ethernet.destination();
        source = fragment.source();
        destination = fragment.destination();
        protocol = fragment.protocol();
        identification = fragment.identification();
        dueMicros = nowMicros + LIFE_MICROS;
        reassembler = policy.newReassembler();
    }

    boolean isOf(Ethernet ethernet, Ipv4 fragment) {
        return identification == fragment.identification()
                && destinationMac == ethernet.destination()
                && source == fragment.source()
                && destination == fragment.destination()
                && protocol == fragment.protocol();
    }

    /** Takes a fragment; the whole packet if that makes it one, else null. A fragment that makes no sense is not kept. */
    byte[] add(Ipv4 fragment, byte[] frame, long nowMicros) {
        long dropped = reassembler.droppedFragments();
        byte[] whole = reassembler.add(fragment, nowMicros);
        if (reassembler.droppedFragments() == dropped) {
            frames.add(frame);
        }
        return whole;
    }

    /** Whether more fragments have come than are held. */
    boolean isSpent() {
        return frames.size() >= MAX_FRAMES;
    }

    /** What came, in the order in which it came. */
    List<byte[]> frames() {
        return frames;
    }

    /** When its time is over. */
    long dueMicros() {
        return dueMicros;
    }
}
