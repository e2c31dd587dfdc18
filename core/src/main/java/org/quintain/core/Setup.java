package org.quintain.core;

import org.quintain.core.derive.CourseKey;
import org.quintain.core.derive.Seed;

/** All that a lab may build a run from: a seed, parameters, a meter and a virtual clock. */
@Stable
public final class Setup {
    private final Seed seed;
    private final Params params;
    private final Meter meter;
    private final VirtualClock clock;

    private Setup(Seed seed, Params params, Budget budget) {
        this.seed = seed;
        this.params = params;
        this.meter = new Meter(budget);
        this.clock = new VirtualClock(meter);
    }

    /**
     * A setup with meter and clock at zero.
     *
     * @param seed where all choices come from
     * @param params the lab's parameters
     * @param budget what the run may use
     * @return the setup
     */
    public static Setup of(Seed seed, Params params, Budget budget) {
        return new Setup(seed, params, budget);
    }

    /**
     * A setup under the public practice key, for tests and experiments.
     *
     * @param lab the lab
     * @param number which practice seat, 0 or more
     * @param params the lab's parameters
     * @return the setup, the same for the same arguments, everywhere
     */
    public static Setup practice(Lab<?, ?> lab, int number, Params params) {
        LabCard card = lab.card();
        Seed root = CourseKey.practice()
                .seatKey(Seat.practice(number), card.id(), card.contentVersion(), params.nonDefault())
                .root();
        return new Setup(root, params, card.budget());
    }

    /**
     * Where all choices come from.
     *
     * @return the root seed of this instance
     */
    public Seed seed() {
        return seed;
    }

    /**
     * The lab's parameters.
     *
     * @return the values
     */
    public Params params() {
        return params;
    }

    /**
     * Counts what this run uses.
     *
     * @return this run's meter
     */
    public Meter meter() {
        return meter;
    }

    /**
     * The time inside this run.
     *
     * @return this run's clock
     */
    public VirtualClock clock() {
        return clock;
    }

    /**
     * The same seed and parameters, meter and clock at zero: a checker replays on this.
     *
     * @return a fresh setup of the same instance
     */
    public Setup again() {
        return new Setup(seed, params, meter.budget());
    }

    /**
     * {@link #again()} with one parameter changed and the same seed: the hardened or patched twin, with the same secrets.
     *
     * @param param which
     * @param value its value in the twin
     * @param <T> type of the value
     * @return a fresh setup of the twin
     */
    public <T> Setup with(Param<T> param, T value) {
        return new Setup(seed, params.with(param, value), meter.budget());
    }
}
