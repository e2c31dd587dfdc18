package org.quintain.app.handin;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;

/** When files were changed. */
final class FileTimes {
    private static final Instant END = Instant.parse("9999-12-31T00:00:00Z");
    private static final Set<Integer> TIMES_IN_UTC = Set.of(0x5455, 0x000a);

    private FileTimes() {}

    /** A time that a row can hold, to the millisecond. */
    static Optional<Instant> usable(Instant time) {
        return time.isBefore(Instant.EPOCH) || time.isAfter(END)
                ? Optional.empty()
                : Optional.of(time.truncatedTo(ChronoUnit.MILLIS));
    }

    /**
     * The time of a file in an archive: in UTC if the archive has it so (extra field 0x5455 of Info-ZIP or 0x000a of
     * Windows), otherwise the clock on the wall where it was packed, in steps of two seconds.
     *
     * @param entry of an archive
     * @param zone where the clock on the wall hung; of an hour that there was twice, the first is taken, and an hour that
     *     there was not counts as the one behind it
     * @return the time, if the archive has one
     */
    static Optional<Instant> of(ZipEntry entry, ZoneId zone) {
        if (hasTimeInUtc(entry.getExtra())) {
            return usable(entry.getLastModifiedTime().toInstant());
        }
        try {
            return usable(entry.getTimeLocal().atZone(zone).toInstant());
        } catch (DateTimeException | IllegalArgumentException noSuchDate) {
            return Optional.empty();
        }
    }

    private static boolean hasTimeInUtc(byte[] extra) {
        ByteBuffer fields = ByteBuffer.wrap(extra == null ? new byte[0] : extra).order(ByteOrder.LITTLE_ENDIAN);
        while (fields.remaining() >= 4) {
            int id = Short.toUnsignedInt(fields.getShort());
            int size = Short.toUnsignedInt(fields.getShort());
            if (TIMES_IN_UTC.contains(id)) {
                return true;
            }
            if (size > fields.remaining()) {
                return false;
            }
            fields.position(fields.position() + size);
        }
        return false;
    }
}
