package org.quintain.app.handin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HandInTimesTest {
    @TempDir
    private Path dir;

    private ClassOfFour school;

    @BeforeEach
    void school() throws IOException {
        school = new ClassOfFour(dir);
    }

    private Optional<Instant> received(Path handIns, ZoneId zone) throws IOException {
        return ClassOfFour.entries(handIns, school.sources(true, zone)).get(0).receivedAt();
    }

    private Path zip(ZipEntry entry) throws IOException {
        ByteArrayOutputStream to = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(to)) {
            zip.putNextEntry(entry);
            zip.write('{');
            zip.closeEntry();
        }
        return ClassOfFour.write(dir.resolve("a.zip"), to.toByteArray());
    }

    @ParameterizedTest
    @CsvSource({
        "2026-07-01T08:00:00, Europe/Paris, 2026-07-01T06:00:00Z",
        "2026-07-01T08:00:00, UTC, 2026-07-01T08:00:00Z",
        "2026-03-29T02:30:00, Europe/Paris, 2026-03-29T01:30:00Z",
        "2026-10-25T02:30:00, Europe/Paris, 2026-10-25T00:30:00Z",
        "2026-10-25T03:00:00, Europe/Paris, 2026-10-25T02:00:00Z",
        "1980-01-01T00:00:02, Europe/Paris, 1979-12-31T23:00:02Z"
    })
    void aTimeWithoutAZoneIsTheClockOnTheWall(String local, String zone, String instant) throws IOException {
        ZipEntry entry = new ZipEntry("submission.json");
        entry.setTimeLocal(LocalDateTime.parse(local));
        assertEquals(Optional.of(Instant.parse(instant)), received(zip(entry), ZoneId.of(zone)));
    }

    @Test
    void aTimeWithAZoneIsTakenAsItIs() throws IOException {
        ZipEntry entry = new ZipEntry("submission.json");
        entry.setLastModifiedTime(FileTime.from(Instant.parse("2026-10-25T01:30:01Z")));
        assertEquals(Optional.of(Instant.parse("2026-10-25T01:30:01Z")), received(zip(entry), ZoneOffset.MAX));
    }

    @Test
    void theTimesInAPupilsArchiveCountForNothing() throws IOException {
        ZipEntry entry = new ZipEntry("submission.json");
        entry.setLastModifiedTime(FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
        Path file = ClassOfFour.write(dir.resolve("folder/u1/a.zip"), Files.readAllBytes(zip(entry)));
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-10-25T01:30:01Z")));
        assertEquals(
                Optional.of(Instant.parse("2026-10-25T01:30:01Z")), received(dir.resolve("folder"), ClassOfFour.PARIS));
    }

    @Test
    void aDateThatThereIsNotIsNoTime() throws IOException {
        ZipEntry entry = new ZipEntry("submission.json");
        entry.setTimeLocal(LocalDateTime.of(2026, 7, 1, 8, 0));
        byte[] zip = Files.readAllBytes(zip(entry));
        for (long date : new long[] {0, 0xffffffffL, 0x5a000000L, 0x5ae1ffffL, 0x5a5f0000L}) {
            Path odd = ClassOfFour.write(dir.resolve("odd.zip"), Zips.withRecord(zip, 12, 4, date));
            assertEquals(
                    List.of(),
                    received(odd, ClassOfFour.PARIS).stream()
                            .filter(at -> at.isAfter(Instant.parse("2200-01-01T00:00:00Z")))
                            .toList());
        }
    }

    @Test
    void aFileOnADiskHasItsTimeIfItIsAskedFor() throws IOException {
        Path file = ClassOfFour.write(dir.resolve("folder/submission.json"), "{");
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-10-25T01:30:01.123456Z")));
        assertEquals(
                Optional.of(Instant.parse("2026-10-25T01:30:01.123Z")),
                received(dir.resolve("folder"), ClassOfFour.PARIS));
        assertEquals(
                Optional.empty(),
                ClassOfFour.entries(dir.resolve("folder"), school.sources())
                        .get(0)
                        .receivedAt());
        assertEquals(List.of("refused submission.json - json-too-large 2026-10-25T01:30:01.123Z"), tooLarge(file));
    }

    private List<String> tooLarge(Path file) throws IOException {
        Files.write(file, new byte[(1 << 20) + 1]);
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-10-25T01:30:01.123456Z")));
        return ClassOfFour.told(dir.resolve("folder"), school.sources(true, ClassOfFour.PARIS));
    }
}
