package org.quintain.net.sim;

import java.util.function.BooleanSupplier;
import org.quintain.core.VirtualClock;

/** The clock and what is due when; the part of a {@link Network} that runs. */
final class Scheduler {
    static final int NO_SLOT = -1;

    private final VirtualClock clock;
    private final Limits limits;
    private final Wiretap wiretap;
    private final EventQueue queue = new EventQueue();
    private long now;
    private long events;
    private int framesInFlight;
    private long droppedFrames;
    private boolean isAdvancing;

    /** On the clock of a lab's run, or for null on one of its own. */
    Scheduler(VirtualClock clock, Limits limits, Wiretap wiretap) {
        this.clock = clock;
        this.limits = limits;
        this.wiretap = wiretap;
        this.now = clock == null ? 0 : clock.nowMicros();
    }

    /** Time plus a delay, at most the end of time. */
    static long later(long time, long delay) {
        long sum = time + delay;
        return sum < 0 ? Long.MAX_VALUE : sum;
    }

    /** Lets time pass; true if {@code done}, which may be null, came true before it was up. */
    boolean run(long micros, BooleanSupplier done) {
        if (micros < 0) {
            throw new IllegalArgumentException("0 or more microseconds wanted: micros=" + micros);
        }
        if (isAdvancing) {
            throw new IllegalStateException("a call from outside wanted: a node or tap must not advance the network");
        }
        isAdvancing = true;
        try {
            long until = later(clock == null ? now : Math.max(now, clock.nowMicros()), micros);
            while (queue.size() > 0 && queue.headTime() <= until) {
                moveTo(queue.headTime());
                next();
                if (done != null && done.getAsBoolean()) {
                    return true;
                }
            }
            moveTo(until);
            return false;
        } finally {
            isAdvancing = false;
        }
    }

    private void moveTo(long time) {
        if (time > now) {
            if (clock != null && time > clock.nowMicros()) {
                clock.advanceMicros(time - clock.nowMicros());
            }
            now = time;
        }
    }

    private void next() {
        if (isSpent()) {
            dropAll();
            return;
        }
        events++;
        int slot = queue.poll();
        Object target = queue.target(slot);
        byte[] frame = queue.frame(slot);
        int origin = queue.origin(slot);
        queue.release(slot);
        if (target instanceof Port port) {
            framesInFlight--;
            wiretap.delivered(now, port, frame, origin);
            port.node().receive(port, frame, origin);
        } else {
            ((Timer) target).ring();
        }
    }

    private void dropAll() {
        while (queue.size() > 0) {
            int slot = queue.poll();
            if (queue.target(slot) instanceof Timer timer) {
                timer.drop();
            }
            queue.release(slot);
        }
        droppedFrames += framesInFlight;
        framesInFlight = 0;
    }

    /** Schedules a delivery, or drops and counts the frame. */
    void deliver(Port to, long time, byte[] frame, int origin) {
        if (framesInFlight == limits.framesInFlight()) {
            droppedFrames++;
            wiretap.lost(now, to.peer(), frame, origin);
            return;
        }
        framesInFlight++;
        queue.add(time, to, frame, origin);
    }

    /** The slot of the timer's event, or {@link #NO_SLOT} if there will be none. */
    int add(Timer timer, long time) {
        return isSpent() ? NO_SLOT : queue.add(time, timer, null, 0);
    }

    void cancel(int slot) {
        queue.remove(slot);
    }

    void countDropped() {
        droppedFrames++;
    }

    long now() {
        return now;
    }

    int framesInFlight() {
        return framesInFlight;
    }

    long events() {
        return events;
    }

    boolean isSpent() {
        return events == limits.events();
    }

    long droppedFrames() {
        return droppedFrames;
    }
}
