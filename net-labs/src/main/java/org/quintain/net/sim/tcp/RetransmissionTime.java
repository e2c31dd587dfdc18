package org.quintain.net.sim.tcp;

/** How long to wait for an acknowledgment (RFC 6298 sections 2, 3 and 5). */
final class RetransmissionTime {
    /** RFC 6298 (2.1): 1 second until a round trip was measured. */
    static final long FIRST_MICROS = 1_000_000;
    /** RFC 6298 (2.5): "a maximum value MAY be placed on RTO provided it is at least 60 seconds". */
    static final long MAX_MICROS = 60_000_000;
    /** RFC 6298 (5.7): 3 seconds, if the SYN was lost. */
    static final long AFTER_LOST_SYN_MICROS = 3_000_000;

    /** RFC 6298 (2.1): clock granularity; virtual time has microseconds. */
    private static final long GRANULARITY_MICROS = 1;

    private final long minMicros;
    private long smoothedMicros = -1;
    private long variationMicros;
    private long timeoutMicros = FIRST_MICROS;

    RetransmissionTime(long minMicros) {
        this.minMicros = minMicros;
    }

    /** RTO. */
    long timeoutMicros() {
        return timeoutMicros;
    }

    /** SRTT, or -1 if no round trip was measured. */
    long smoothedMicros() {
        return smoothedMicros;
    }

    /** A round trip R of a segment that was sent once (RFC 6298 (2.2), (2.3); section 3: Karn's algorithm). */
    void measured(long roundTripMicros) {
        if (smoothedMicros < 0) {
            smoothedMicros = roundTripMicros;
            variationMicros = roundTripMicros / 2;
        } else {
            variationMicros = (3 * variationMicros + Math.abs(smoothedMicros - roundTripMicros)) / 4;
            smoothedMicros = (7 * smoothedMicros + roundTripMicros) / 8;
        }
        long timeout = smoothedMicros + Math.max(GRANULARITY_MICROS, 4 * variationMicros);
        timeoutMicros = Math.min(MAX_MICROS, Math.max(minMicros, timeout));
    }

    /** RFC 6298 (5.5): "back off the timer". */
    void backOff() {
        timeoutMicros = Math.min(MAX_MICROS, 2 * timeoutMicros);
    }

    /** RFC 6298 (5.7): the handshake is done and its first segment had to be sent again. */
    void synWasLost() {
        if (smoothedMicros < 0) {
            timeoutMicros = AFTER_LOST_SYN_MICROS;
        }
    }
}
