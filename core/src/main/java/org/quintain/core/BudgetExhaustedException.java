package org.quintain.core;

/** The run has used up its budget and is over: every later call of its target throws this again. Has no stack trace. */
@Stable
public final class BudgetExhaustedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Exhaustion of one kind of budget.
     *
     * @param what {@code queries}, {@code packets} or {@code virtualMicros}, with the limit
     */
    public BudgetExhaustedException(String what) {
        super(what, null, false, false);
    }
}
