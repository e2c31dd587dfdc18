package org.quintain.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Moments as teachers type them, around the change of the clock too. */
class DeadlineTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @ParameterizedTest
    @CsvSource({
        "2026-12-01T08:00:00Z, 2026-12-01T08:00:00Z",
        "2026-12-01T08:00+01:00, 2026-12-01T07:00:00Z",
        "2026-12-01 18:00, 2026-12-01T17:00:00Z",
        "2026-12-01T18:00:30, 2026-12-01T17:00:30Z",
        "2026-12-01, 2026-12-01T22:59:59.999999999Z",
        // The last Sunday of March has no 02:30, that of October has two: the earlier one is meant.
        "2026-03-29 02:30, 2026-03-29T01:30:00Z",
        "2026-10-25 02:30, 2026-10-25T00:30:00Z",
        "2026-10-25, 2026-10-25T22:59:59.999999999Z"
    })
    void momentsAreRead(String text, Instant moment) {
        assertEquals(moment, Deadline.parse(text, PARIS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "tomorrow", "01/12/2026", "2026-13-01", "2026-02-30", "2026-12-01T25:00", "٢٠٢٦-12-01"})
    void whatIsNoMomentIsRefused(String text) {
        assertEquals(
                "error-moment",
                assertThrows(Failure.class, () -> Deadline.parse(text, PARIS))
                        .why()
                        .key());
    }
}
