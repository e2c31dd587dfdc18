package org.quintain.net.sim.host;

import java.util.ArrayList;
import java.util.List;
import org.quintain.core.Incubating;
import org.quintain.net.wire.Ipv4;

/**
 * Puts IPv4 packets together from their fragments (RFC 791 section 3.2; RFC 1122 section 3.3.2). Hosts have one, and a
 * device that inspects what passes MAY have one of its own, with the same policy as the host behind it or with another.
 *
 * <p>Fragments belong together by source, destination, protocol and identification. One that contradicts the others (it
 * ends behind the packet's end, or names another end), is empty, not a multiple of 8 bytes though more follow, or ends
 * behind 65,535 bytes, is dropped alone. Packets that wait are bounded in number and bytes: the oldest makes room.
 */
@Incubating
public final class Reassembler {
    private final OverlapPolicy policy;
    private final long lifeMicros;
    private final int maxPackets;
    private final int maxBytes;
    private final List<FragmentedPacket> packets = new ArrayList<>(1);
    private final Ipv4 view = new Ipv4();
    private long droppedFragments;
    private long abandonedPackets;

    /** Gets packets whose time is over. */
    @Incubating
    @FunctionalInterface
    public interface Expired {
        /**
         * A packet was given up.
         *
         * @param first the fragment with offset 0, or null if it has not come; holds until this returns
         */
        void expired(Ipv4 first);
    }

    /**
     * A reassembler without packets.
     *
     * @param policy whose bytes count
     * @param lifeMicros how long a packet waits after its first fragment, 1 microsecond or more
     * @param maxPackets that wait, 1 or more
     * @param maxBytes that they take together, 65,536 or more
     */
    public Reassembler(OverlapPolicy policy, long lifeMicros, int maxPackets, int maxBytes) {
        if (lifeMicros < 1 || maxPackets < 1 || maxBytes < 65_536) {
            throw new IllegalArgumentException("1 microsecond, 1 packet, 65536 bytes or more wanted: lifeMicros="
                    + lifeMicros + " maxPackets=" + maxPackets + " maxBytes=" + maxBytes);
        }
        this.policy = policy;
        this.lifeMicros = lifeMicros;
        this.maxPackets = maxPackets;
        this.maxBytes = maxBytes;
    }

    /**
     * Takes a fragment.
     *
     * @param fragment an accepted header, with {@link Ipv4#isFragment()}; its frame is kept and MUST NOT be changed
     * @param nowMicros the time, not before that of the fragment before
     * @return the whole packet from its IPv4 header on, in a new array, checksum right; or null if it is not whole yet
     */
    public byte[] add(Ipv4 fragment, long nowMicros) {
        expire(nowMicros, null);
        int bytes = fragment.payloadLengthBytes();
        if (bytes == 0
                || fragment.isMoreFragments() && bytes % Ipv4.FRAGMENT_UNIT_BYTES != 0
                || fragment.fragmentOffsetBytes() + bytes + fragment.lengthBytes() > Ipv4.MAX_TOTAL_LENGTH_BYTES) {
            droppedFragments++;
            return null;
        }
        FragmentedPacket packet = packetOf(fragment, nowMicros);
        if (!packet.add(policy, fragment)) {
            droppedFragments++;
        } else if (packet.isWhole()) {
            packets.remove(packet);
            return packet.fits(view) ? packet.assemble(view) : null;
        }
        bound(packet);
        return null;
    }

    private FragmentedPacket packetOf(Ipv4 fragment, long nowMicros) {
        for (FragmentedPacket packet : packets) {
            if (packet.isOf(fragment)) {
                return packet;
            }
        }
        FragmentedPacket packet = new FragmentedPacket(fragment, saturated(nowMicros, lifeMicros));
        packets.add(packet);
        return packet;
    }

    private static long saturated(long time, long delay) {
        return time > Long.MAX_VALUE - delay ? Long.MAX_VALUE : time + delay;
    }

    /** Lets the oldest go until the rest is within bounds; the packet just touched goes last. */
    private void bound(FragmentedPacket touched) {
        int bytes = 0;
        for (FragmentedPacket packet : packets) {
            bytes += packet.heldBytes();
        }
        while (packets.size() > 1 && (packets.size() > maxPackets || bytes > maxBytes)) {
            int oldest = packets.get(0) == touched ? 1 : 0;
            bytes -= packets.remove(oldest).heldBytes();
            abandonedPackets++;
        }
    }

    /**
     * Gives up the packets whose time is over.
     *
     * @param nowMicros the time
     * @param sink told of each; null for nobody
     */
    public void expire(long nowMicros, Expired sink) {
        while (!packets.isEmpty() && packets.get(0).dueMicros <= nowMicros) {
            FragmentedPacket old = packets.remove(0);
            abandonedPackets++;
            if (sink != null) {
                sink.expired(old.placeFirst(view) ? view : null);
            }
        }
    }

    /** When the next packet's time is over, or {@link Long#MAX_VALUE} if none waits. */
    public long nextExpiryMicros() {
        return packets.isEmpty() ? Long.MAX_VALUE : packets.get(0).dueMicros;
    }

    /** Packets that wait for more fragments. */
    public int waitingPackets() {
        return packets.size();
    }

    /** Bytes that they take, roughly. */
    public int waitingBytes() {
        int bytes = 0;
        for (FragmentedPacket packet : packets) {
            bytes += packet.heldBytes();
        }
        return bytes;
    }

    /** Fragments dropped alone, and those of packets given up for an overlap. */
    public long droppedFragments() {
        return droppedFragments;
    }

    /** Packets given up for time or room. */
    public long abandonedPackets() {
        return abandonedPackets;
    }
}
