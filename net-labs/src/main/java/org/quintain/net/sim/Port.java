package org.quintain.net.sim;

import org.quintain.core.Incubating;
import org.quintain.core.derive.Noise;

/** One end of a {@link Link}, and the direction that leads away from it: its own chance, its own order of arrivals. */
@Incubating
public final class Port {
    private static final int PER_MILLION = 1_000_000;

    /** Preamble and start delimiter 8, frame check sequence 4, gap 12 octets (IEEE 802.3-2018, 3.1.1 and 4.4.2). */
    private static final int OVERHEAD_BYTES = 24;

    private final Node node;
    private final int number;
    private Link link;
    private Port peer;
    private Noise noise;
    private long lastArrivalMicros;
    private long busyUntilNanos;
    private long sentFrames;
    private long lostFrames;

    Port(Node node, int number) {
        this.node = node;
        this.number = number;
    }

    void join(Link to, Port other) {
        link = to;
        peer = other;
    }

    /**
     * Sends a frame that this port's node has made. Only the node itself MUST call it.
     *
     * @param frame at most {@link Network#MAX_FRAME_BYTES} bytes, never changed from now on; a longer one is dropped and
     *     counted
     */
    public void send(byte[] frame) {
        forward(frame, node.index());
    }

    /**
     * Sends a frame that another node has made, as switches and routers do.
     *
     * @param frame as for {@link #send}
     * @param origin the origin that came with the frame
     */
    public void forward(byte[] frame, int origin) {
        Scheduler scheduler = node.network().scheduler();
        if (frame.length > Network.MAX_FRAME_BYTES || scheduler.isSpent()) {
            scheduler.countDropped();
            return;
        }
        LinkQuality quality = link.quality();
        long start = quality.bitsPerSecond() == 0 ? scheduler.now() : transmitted(frame.length, quality);
        if (start < 0) {
            scheduler.countDropped();
            return;
        }
        sentFrames++;
        node.network().wiretap().sent(scheduler.now(), this, frame, origin);
        if (!link.isUp() || isChosen(quality.lossPerMillion())) {
            lostFrames++;
            node.network().wiretap().lost(scheduler.now(), this, frame, origin);
            return;
        }
        if (quality.isSteady()) {
            lastArrivalMicros = Math.max(lastArrivalMicros, Scheduler.later(start, quality.latencyMicros()));
            scheduler.deliver(peer, lastArrivalMicros, frame, origin);
        } else {
            deliver(quality, start, frame, origin);
        }
    }

    /** Jitter never reorders: a frame arrives no sooner than the one before, unless it is chosen to be held back. */
    private void deliver(LinkQuality quality, long start, byte[] frame, int origin) {
        long delay = quality.latencyMicros();
        if (quality.jitterMicros() > 0) {
            delay += noise().below(quality.jitterMicros() + 1);
        }
        long arrival = Math.max(lastArrivalMicros, Scheduler.later(start, delay));
        if (isChosen(quality.reorderPerMillion())) {
            arrival = Scheduler.later(arrival, quality.reorderMicros());
        } else {
            lastArrivalMicros = arrival;
        }
        Scheduler scheduler = node.network().scheduler();
        scheduler.deliver(peer, arrival, frame, origin);
        if (isChosen(quality.duplicatePerMillion())) {
            scheduler.deliver(peer, arrival, frame, origin);
        }
    }

    /** When the last bit has left, in microseconds rounded up, or -1 if too much waits. */
    private long transmitted(int lengthBytes, LinkQuality quality) {
        long nowNanos = node.network().now() * 1000;
        long freeNanos = Math.max(nowNanos, busyUntilNanos);
        if (freeNanos - nowNanos > LinkQuality.MAX_WAIT_MICROS * 1000) {
            return -1;
        }
        long bits = (lengthBytes + OVERHEAD_BYTES) * 8L;
        busyUntilNanos = freeNanos + (bits * 1_000_000_000L + quality.bitsPerSecond() - 1) / quality.bitsPerSecond();
        return (busyUntilNanos + 999) / 1000;
    }

    private boolean isChosen(int perMillion) {
        return perMillion > 0 && noise().below(PER_MILLION) < perMillion;
    }

    private Noise noise() {
        if (noise == null) {
            noise = node.network().noise("link " + link.directionFrom(this));
        }
        return noise;
    }

    /**
     * Whose port this is.
     *
     * @return the node that sends and receives here
     */
    public Node node() {
        return node;
    }

    /**
     * The port's number at its node, in the order of linking.
     *
     * @return 0 and up
     */
    public int number() {
        return number;
    }

    /**
     * The link at this port.
     *
     * @return the link
     */
    public Link link() {
        return link;
    }

    /**
     * The port at the other end.
     *
     * @return the link's other port
     */
    public Port peer() {
        return peer;
    }

    /**
     * How many frames were put onto the link here, the lost ones included.
     *
     * @return 0 or more
     */
    public long sentFrames() {
        return sentFrames;
    }

    /**
     * How many of them the link lost.
     *
     * @return 0 or more
     */
    public long lostFrames() {
        return lostFrames;
    }

    /** {@code node#number}. */
    @Override
    public String toString() {
        return node.name() + "#" + number;
    }
}
