package org.quintain.core;

/**
 * Counts what a run uses and ends the run when its {@link Budget} is exhausted.
 *
 * <p>A target's first statement is {@code meter.query()}: plain fields, one comparison, nothing allocated. A run has
 * one owner, so a meter is not safe for use by several threads at once.
 */
@Stable
public final class Meter {
    private final Budget budget;
    private long queryLimit;
    private long packetLimit;
    private long microLimit;
    private long queries;
    private long packets;
    private long virtualMicros;
    private String exhausted;

    /**
     * A meter at zero.
     *
     * @param budget what may be used
     */
    public Meter(Budget budget) {
        this.budget = budget;
        queryLimit = budget.queries();
        packetLimit = budget.packets();
        microLimit = budget.virtualMicros();
    }

    /**
     * Counts one query before it is answered.
     *
     * @throws BudgetExhaustedException if none is left; the run is then over
     */
    public void query() {
        if (queries >= queryLimit) {
            throw end("queries", budget.queries());
        }
        queries++;
    }

    /**
     * Counts packets before they are sent.
     *
     * @param count how many, 0 or more
     * @throws BudgetExhaustedException if fewer are left; the run is then over
     */
    public void packets(int count) {
        if (count < 0) {
            throw new IllegalArgumentException("0 or more packets wanted: count=" + count);
        }
        if (packets > packetLimit - count) {
            throw end("packets", budget.packets());
        }
        packets += count;
    }

    void advance(long micros) {
        if (virtualMicros > microLimit - micros) {
            throw end("virtualMicros", budget.virtualMicros());
        }
        virtualMicros += micros;
    }

    long nowMicros() {
        return virtualMicros;
    }

    /**
     * What has been used so far.
     *
     * @return a snapshot
     */
    public Usage usage() {
        return new Usage(queries, packets, virtualMicros);
    }

    /**
     * What may be used in all.
     *
     * @return the budget given
     */
    public Budget budget() {
        return budget;
    }

    /**
     * Whether the budget was overdrawn and the run is over.
     *
     * @return true once any call threw {@link BudgetExhaustedException}
     */
    public boolean isExhausted() {
        return exhausted != null;
    }

    private BudgetExhaustedException end(String what, long limit) {
        if (exhausted == null) {
            exhausted = what + "=" + limit;
            queryLimit = -1;
            packetLimit = -1;
            microLimit = -1;
        }
        return new BudgetExhaustedException(exhausted);
    }
}
