package org.quintain.net.sim;

import org.quintain.core.Incubating;
import org.quintain.core.derive.Noise;

/** Something that an honest program does again and again, at times that chance spreads. */
@Incubating
public final class Recurring {
    private final Noise chance;
    private final long leastMicros;
    private final int spreadMicros;
    private final Runnable action;
    private final Timer timer;

    private Recurring(Network network, Noise chance, long leastMicros, int spreadMicros, Runnable action) {
        if (leastMicros < 1 || spreadMicros < 0 || spreadMicros == Integer.MAX_VALUE) {
            throw new IllegalArgumentException("1 or more microseconds, spread of 0 or more wanted: leastMicros="
                    + leastMicros + " spreadMicros=" + spreadMicros);
        }
        this.chance = chance;
        this.leastMicros = leastMicros;
        this.spreadMicros = spreadMicros;
        this.action = action;
        this.timer = network.timer(this::ring);
    }

    /**
     * Begins: the first time comes within the longest pause, each later one after a pause from the one before.
     *
     * @param network whose clock counts
     * @param chance draws the pauses, each length equally likely: {@link Network#noise} with a name of its own
     * @param leastMicros shortest pause, 1 or more microseconds
     * @param spreadMicros how much longer a pause can be, 0 to 2^31 - 2 microseconds
     * @param action what is done; MAY send
     * @return to stop it by
     */
    public static Recurring start(Network network, Noise chance, long leastMicros, int spreadMicros, Runnable action) {
        Recurring recurring = new Recurring(network, chance, leastMicros, spreadMicros, action);
        int longest = (int) Math.min(Integer.MAX_VALUE, leastMicros + spreadMicros);
        recurring.timer.schedule(1 + chance.below(longest));
        return recurring;
    }

    private void ring() {
        timer.schedule(leastMicros + chance.below(spreadMicros + 1));
        action.run();
    }

    /** Ends it. */
    public void stop() {
        timer.cancel();
    }
}
