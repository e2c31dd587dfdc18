package org.quintain.net.sim;

import org.quintain.core.Incubating;

/**
 * A node's alarm: rings once at its time unless it is cancelled or set anew. Made by {@link Network#timer}.
 *
 * <p>A timer is at most once in the queue of events, so a node that keeps few timers keeps the queue short: one per
 * connection or table, not one per packet.
 */
@Incubating
public final class Timer {
    private final Scheduler scheduler;
    private final Runnable action;
    private int slot = Scheduler.NO_SLOT;
    private long dueMicros;

    Timer(Scheduler scheduler, Runnable action) {
        this.scheduler = scheduler;
        this.action = action;
    }

    /**
     * Sets the timer, in place of an earlier setting.
     *
     * <p>Timers and frames of one time come in the order in which they were set and sent. In a spent network
     * ({@link Network#isSpent()}) the timer stays unset.
     *
     * @param delayMicros from now, 1 or more microseconds: a timer that sets itself again cannot stop the clock
     */
    public void schedule(long delayMicros) {
        if (delayMicros < 1) {
            throw new IllegalArgumentException("1 or more microseconds wanted: delayMicros=" + delayMicros);
        }
        cancel();
        dueMicros = Scheduler.later(scheduler.now(), delayMicros);
        slot = scheduler.add(this, dueMicros);
    }

    /** Unsets the timer; does nothing if it is not set. */
    public void cancel() {
        if (slot != Scheduler.NO_SLOT) {
            scheduler.cancel(slot);
            slot = Scheduler.NO_SLOT;
        }
    }

    /**
     * Whether it will ring.
     *
     * @return true from {@link #schedule} until it rings or is cancelled; false while its action runs
     */
    public boolean isScheduled() {
        return slot != Scheduler.NO_SLOT;
    }

    /**
     * When it will ring.
     *
     * @return virtual time in microseconds; of the last setting if it is not set now
     */
    public long dueMicros() {
        return dueMicros;
    }

    void ring() {
        slot = Scheduler.NO_SLOT;
        action.run();
    }

    void drop() {
        slot = Scheduler.NO_SLOT;
    }
}
