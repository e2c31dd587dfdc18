package org.quintain.net.sim;

import org.quintain.core.Incubating;

/**
 * How a link treats frames, in each direction by itself.
 *
 * <p>For each frame chance is drawn in this order, and only for what is not 0: loss, jitter, reordering, duplication. Jitter
 * alone never reorders: a frame that would overtake the one before arrives with it. A frame chosen for reordering is held
 * back by {@code reorderMicros}, and later ones overtake it. A duplicate arrives together with its original, behind it.
 *
 * @param latencyMicros time on the way, 0 to 10^9 microseconds
 * @param jitterMicros further time on the way, 0 to this, each value equally likely, up to 10^9 microseconds
 * @param lossPerMillion chance that a frame is lost, 0 to 1,000,000
 * @param reorderPerMillion chance that a frame is held back, 0 to 1,000,000
 * @param reorderMicros how long it is held back, 0 to 10^9 microseconds
 * @param duplicatePerMillion chance that a frame arrives twice, 0 to 1,000,000
 * @param bitsPerSecond rate, with 24 octets a frame for preamble, check sequence and gap; 0 for no limit. What would wait
 *     for more than {@link #MAX_WAIT_MICROS} is dropped and counted ({@link Network#droppedFrames()})
 */
@Incubating
public record LinkQuality(
        int latencyMicros,
        int jitterMicros,
        int lossPerMillion,
        int reorderPerMillion,
        int reorderMicros,
        int duplicatePerMillion,
        long bitsPerSecond) {
    /** A cable in a building: 50 microseconds, nothing left to chance. */
    public static final LinkQuality LAN = latency(50);

    /** Longest wait for a link with a rate: 100 milliseconds. */
    public static final long MAX_WAIT_MICROS = 100_000;

    private static final int MAX_MICROS = 1_000_000_000;
    private static final int MILLION = 1_000_000;

    /** Refuses what is out of range. */
    public LinkQuality {
        range("latencyMicros", latencyMicros, MAX_MICROS);
        range("jitterMicros", jitterMicros, MAX_MICROS);
        range("lossPerMillion", lossPerMillion, MILLION);
        range("reorderPerMillion", reorderPerMillion, MILLION);
        range("reorderMicros", reorderMicros, MAX_MICROS);
        range("duplicatePerMillion", duplicatePerMillion, MILLION);
        range("bitsPerSecond", bitsPerSecond, 1L << 40);
    }

    private static void range(String name, long value, long max) {
        if (value < 0 || value > max) {
            throw new IllegalArgumentException("0 to " + max + " wanted: " + name + "=" + value);
        }
    }

    /**
     * A link that does nothing but take its time.
     *
     * @param micros 0 to 10^9 microseconds
     * @return the quality
     */
    public static LinkQuality latency(int micros) {
        return new LinkQuality(micros, 0, 0, 0, 0, 0, 0);
    }

    /**
     * The same with jitter.
     *
     * @param micros at most this much, 0 to 10^9 microseconds
     * @return the changed quality
     */
    public LinkQuality withJitter(int micros) {
        return new LinkQuality(
                latencyMicros,
                micros,
                lossPerMillion,
                reorderPerMillion,
                reorderMicros,
                duplicatePerMillion,
                bitsPerSecond);
    }

    /**
     * The same with loss.
     *
     * @param perMillion 0 to 1,000,000
     * @return the changed quality
     */
    public LinkQuality withLoss(int perMillion) {
        return new LinkQuality(
                latencyMicros,
                jitterMicros,
                perMillion,
                reorderPerMillion,
                reorderMicros,
                duplicatePerMillion,
                bitsPerSecond);
    }

    /**
     * The same with reordering.
     *
     * @param perMillion 0 to 1,000,000
     * @param micros how long a chosen frame is held back
     * @return the changed quality
     */
    public LinkQuality withReordering(int perMillion, int micros) {
        return new LinkQuality(
                latencyMicros, jitterMicros, lossPerMillion, perMillion, micros, duplicatePerMillion, bitsPerSecond);
    }

    /**
     * The same with duplicates.
     *
     * @param perMillion 0 to 1,000,000
     * @return the changed quality
     */
    public LinkQuality withDuplicates(int perMillion) {
        return new LinkQuality(
                latencyMicros,
                jitterMicros,
                lossPerMillion,
                reorderPerMillion,
                reorderMicros,
                perMillion,
                bitsPerSecond);
    }

    /**
     * The same with a rate.
     *
     * @param rate bits per second, 0 for no limit
     * @return the changed quality
     */
    public LinkQuality withBitsPerSecond(long rate) {
        return new LinkQuality(
                latencyMicros,
                jitterMicros,
                lossPerMillion,
                reorderPerMillion,
                reorderMicros,
                duplicatePerMillion,
                rate);
    }

    /** Whether a frame that is not lost arrives after the latency, once, in order. */
    boolean isSteady() {
        return (jitterMicros | reorderPerMillion | duplicatePerMillion) == 0;
    }
}
