package org.quintain.net.sim;

import org.quintain.core.Incubating;

/**
 * What bounds a network, whatever its nodes and its learner do.
 *
 * <p>At the bound of frames in flight a further frame is dropped and counted ({@link Network#droppedFrames()}), as a full
 * buffer does. At the bound of events the network is spent ({@link Network#isSpent()}): everything in flight is dropped
 * and counted, no timer rings again, frames are dropped when they are sent, and {@link Network#advance} moves nothing but
 * the clock. So a broadcast storm in a ring of switches ends, and no call of {@code advance} takes more time than the
 * events left.
 *
 * @param framesInFlight frames sent and not yet delivered, in the whole network, 1 to 524,288
 * @param events deliveries and timers in the whole life of the network, 1 to 2^40
 */
@Incubating
public record Limits(int framesInFlight, long events) {
    /** 16,384 frames in flight (25 MB of the largest), 4,000,000 events (about a second of real time). */
    public static final Limits DEFAULT = new Limits(16_384, 4_000_000);

    static final int MAX_IN_FLIGHT = 1 << 19;

    /** Refuses what the queue of events cannot hold. */
    public Limits {
        if (framesInFlight < 1 || framesInFlight > MAX_IN_FLIGHT) {
            throw new IllegalArgumentException("1 to 524288 frames in flight wanted: framesInFlight=" + framesInFlight);
        }
        if (events < 1 || events > 1L << 40) {
            throw new IllegalArgumentException("1 to 2^40 events wanted: events=" + events);
        }
    }

    /**
     * The same with another number of frames in flight.
     *
     * @param frames 1 to 524,288
     * @return the changed limits
     */
    public Limits withFramesInFlight(int frames) {
        return new Limits(frames, events);
    }

    /**
     * The same with another number of events.
     *
     * @param count 1 to 2^40
     * @return the changed limits
     */
    public Limits withEvents(long count) {
        return new Limits(framesInFlight, count);
    }
}
