package org.quintain.app;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;

/** A last moment as a teacher types it. */
final class Deadline {
    private Deadline() {}

    /**
     * Reads a moment.
     *
     * @param text {@code 2026-12-01T08:00:00Z}, one with an offset, a local time, or a date, which lasts until its end
     * @param zone of local times and dates; where the clock is changed, an hour that there is not moves forward
     * @return the last moment
     */
    static Instant parse(String text, ZoneId zone) {
        try {
            if (text.matches("\\d{4}-\\d{2}-\\d{2}")) {
                return LocalDate.parse(text)
                        .plusDays(1)
                        .atStartOfDay(zone)
                        .toInstant()
                        .minusNanos(1);
            }
            String time = text.replace(' ', 'T');
            return time.matches(".*(Z|[+-]\\d{2}:?\\d{2})")
                    ? OffsetDateTime.parse(time).toInstant()
                    : LocalDateTime.parse(time).atZone(zone).toInstant();
        } catch (DateTimeParseException noMoment) {
            throw Failure.usage("error-moment", "name", "--until", "found", text);
        }
    }
}
