package org.quintain.app.grade;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.quintain.core.Seat;
import org.quintain.core.grade.Row;

/**
 * Rows as they are kept for the report: checksums are left out, which stand in the file of rows, and equal outcomes, texts and
 * seats are kept once. A class of 25,000 then needs some 300 bytes a row.
 */
final class SmallRows {
    private static final int MAX_SHARED = 50_000;

    private final Map<Object, Object> shared = new HashMap<>();

    /** The row with what the report needs. */
    Row of(Row row) {
        return new Row(
                row.origin(),
                row.seat().isPresent() ? Optional.of(share(seat(row.seat().get()))) : row.seat(),
                share(row.lab()),
                row.contentVersion(),
                "",
                share(row.outcome()),
                row.earned(),
                row.max(),
                row.hintCost(),
                "",
                share(row.checkerVersion()),
                row.receivedAt(),
                share(row.usage()),
                Optional.empty());
    }

    private Seat seat(Seat seat) {
        return new Seat(share(seat.tenant()), share(seat.course()), share(seat.learner()), seat.issue());
    }

    @SuppressWarnings("unchecked")
    private <T> T share(T value) {
        Object known = shared.get(value);
        if (known != null) {
            return (T) known;
        }
        if (shared.size() < MAX_SHARED) {
            shared.put(value, value);
        }
        return value;
    }
}
