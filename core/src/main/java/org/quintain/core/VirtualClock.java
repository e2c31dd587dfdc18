package org.quintain.core;

/** The time inside a simulated target, in microseconds from 0; it moves only when the simulation moves it. */
@Stable
public final class VirtualClock {
    private final Meter meter;

    VirtualClock(Meter meter) {
        this.meter = meter;
    }

    /**
     * The virtual time.
     *
     * @return microseconds since the run was opened
     */
    public long nowMicros() {
        return meter.nowMicros();
    }

    /**
     * Lets virtual time pass.
     *
     * @param micros how long, 0 or more microseconds
     * @throws BudgetExhaustedException if the run's virtual time is used up; the run is then over
     */
    public void advanceMicros(long micros) {
        if (micros < 0) {
            throw new IllegalArgumentException("0 or more microseconds wanted: micros=" + micros);
        }
        meter.advance(micros);
    }
}
