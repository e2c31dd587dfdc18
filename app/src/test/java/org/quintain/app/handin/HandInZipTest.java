package org.quintain.app.handin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quintain.core.Message;
import org.quintain.core.RefusedException;

class HandInZipTest {
    private static final int MIB = 1 << 20;

    @TempDir
    private Path dir;

    private ClassOfFour school;
    private byte[] mine;

    @BeforeEach
    void school() throws IOException {
        school = new ClassOfFour(dir);
        mine = school.handIn("u1").getBytes(StandardCharsets.UTF_8);
    }

    private List<String> told(byte[] zip) throws IOException {
        return school.told(ClassOfFour.write(dir.resolve("class.zip"), zip));
    }

    private Message refusal(byte[] zip) throws IOException {
        Path file = ClassOfFour.write(dir.resolve("class.zip"), zip);
        RefusedException whole = assertThrows(RefusedException.class, () -> HandInPath.of(file, school.sources()));
        ClassOfFour.write(dir.resolve("folder/u2/pupil.zip"), zip);
        ClassOfFour.write(dir.resolve("folder/u1/submission.json"), mine);
        assertEquals(
                List.of(
                        "hand-in u1/submission.json u1",
                        "refused u2/pupil.zip u2 " + whole.why().key()),
                school.told(dir.resolve("folder")),
                "one bad archive in a folder is one bad row");
        return whole.why();
    }

    private static Map<String, byte[]> files(Object... namesAndContents) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (int i = 0; i < namesAndContents.length; i += 2) {
            files.put((String) namesAndContents[i], (byte[]) namesAndContents[i + 1]);
        }
        return files;
    }

    private static byte[] noise(int size) {
        byte[] noise = new byte[size];
        new Random(1).nextBytes(noise);
        return noise;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "../submission.json | zip-path",
                "u1/../../submission.json | zip-path",
                "..\\submission.json | zip-path",
                "/etc/submission.json | zip-path",
                "C:/submission.json | zip-path",
                "c:submission.json | zip-path",
                "\\\\server\\share\\submission.json | zip-path"
            })
    void aNameThatLeadsOutIsOneRefusedRow(String name, String code) throws IOException {
        String path = name.replace('\\', '/');
        assertEquals(
                Stream.of("refused " + path + " - " + code, "hand-in u1/submission.json u1")
                        .sorted(java.util.Comparator.comparing(line -> line.split(" ", 2)[1]))
                        .toList(),
                told(Zips.of(files(name, mine, "u1/submission.json", mine))).stream()
                        .sorted(java.util.Comparator.comparing(line -> line.split(" ", 2)[1]))
                        .toList());
        try (Stream<Path> walk = Files.walk(dir)) {
            assertEquals(
                    4, walk.filter(file -> file.endsWith("submission.json")).count(), "nothing was unpacked");
        }
    }

    @Test
    void aNameThatIsTooLongIsRefusedWithTheLimit() throws IOException {
        String fits = "a".repeat(200 - "/submission.json".length()) + "/submission.json";
        assertEquals(List.of("hand-in " + fits + " -"), told(Zips.of(files(fits, mine))));
        assertEquals(List.of("refused a" + fits + " - zip-path-long"), told(Zips.of(files("a" + fits, mine))));
        assertEquals(
                List.of("skipped a" + fits.replace("submission.json", "ssion.picture") + " OTHER"),
                told(Zips.of(files("a" + fits.replace("submission.json", "ssion.picture"), mine))));
    }

    @Test
    void backslashesOfOldToolsSeparate() throws IOException {
        assertEquals(
                List.of("hand-in u1/crypto/submission.json u1"),
                told(Zips.of(files("u1\\crypto\\", new byte[0], "u1\\crypto\\submission.json", mine))));
    }

    @Test
    void dotsAndEmptyComponentsChangeNothing() throws IOException {
        assertEquals(List.of("hand-in u1/submission.json u1"), told(Zips.of(files("./u1//./submission.json", mine))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"IBM850", "IBM437"})
    void namesOfOldWindowsAreRead(String charset) throws IOException {
        String name = "Élodie Durand_1_assignsubmission_file/réponse/submission.json";
        assertEquals(List.of("hand-in " + name + " u1"), told(Zips.of(files(name, mine), Charset.forName(charset))));
    }

    @Test
    void aNameOfNoCharsetIsANameAllTheSame() throws IOException {
        byte[] zip = Zips.of(files("u1/abc/submission.json", mine));
        byte[] odd = {(byte) 0xff, (byte) 0xfe, (byte) 0x80};
        byte[] withOdd = Zips.replaced(zip, "abc".getBytes(StandardCharsets.US_ASCII), odd);
        assertEquals("zip-unreadable", refusal(withOdd).key(), "it says that its names are UTF-8");
        assertEquals(1, told(Zips.withRecord(withOdd, 8, 2, 8)).size());
    }

    @Test
    void tooManyFilesAreRefusedAsAWhole() throws IOException {
        Map<String, byte[]> many = new LinkedHashMap<>();
        for (int i = 0; i < 10_000; i++) {
            many.put(i + ".txt.png", new byte[0]);
        }
        assertEquals(10_000, told(Zips.of(many)).size());
        many.put("u1/submission.json", mine);
        assertEquals(Message.of("zip-entries", "limit", 10_000, "found", 10_001), refusal(Zips.of(many)));
    }

    @Test
    void sixtyThousandFilesAreRefusedAsAWhole() throws IOException {
        Map<String, byte[]> many = new LinkedHashMap<>();
        for (int i = 0; i < 60_000; i++) {
            many.put("f" + i, new byte[0]);
        }
        assertEquals(Message.of("zip-entries", "limit", 10_000, "found", 60_000), refusal(Zips.of(many)));
    }

    @Test
    void moreThanTheLimitUnpackedIsRefusedAsAWhole() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (int i = 0; i < 64; i++) {
            files.put("u1/zeros" + i + ".json", new byte[MIB]);
        }
        assertEquals(64, told(Zips.of(files)).size());
        files.put("u1/a.json", mine);
        assertEquals(
                Message.of("zip-size", "limit", 64 * MIB, "found", 64 * MIB + mine.length), refusal(Zips.of(files)));
    }

    @Test
    void aBombIsOneRefusedRowAndTheClassIsGraded() throws IOException {
        assertEquals(
                List.of("hand-in u1/submission.json u1", "refused u2/submission.json u2 zip-ratio"),
                told(Zips.of(files("u2/submission.json", new byte[2 * MIB], "u1/submission.json", mine))));
    }

    @Test
    void aFileOfTwoHundredToOneIsStillRead() throws IOException {
        byte[] zeros = new byte[60_000];
        byte[] some = java.util.Arrays.copyOf(noise(300), 60_000);
        assertEquals(
                List.of("refused u1/submission.json u1 zip-ratio"), told(Zips.of(files("u1/submission.json", zeros))));
        assertEquals(List.of("hand-in u1/submission.json u1"), told(Zips.of(files("u1/submission.json", some))));
    }

    @Test
    void filesOnTopOfOneAnotherAreRefusedAsAWhole() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("u1/submission.json", new byte[40 * MIB]);
        byte[] zip = Zips.of(files);
        // Says that the zeros take 1 MiB, of which there are some 40 KiB in the whole archive.
        assertEquals("zip-ratio", refusal(Zips.withRecord(zip, 20, 4, MIB)).key());
    }

    @Test
    void aSizeThatIsALieIsADamagedFile() throws IOException {
        byte[] zip = Zips.of(files("u1/submission.json", mine, "u2/submission.json", mine));
        for (long lie : new long[] {0, 10, mine.length - 1, mine.length + 1}) {
            assertEquals(
                    List.of("refused u1/submission.json u1 zip-damaged", "hand-in u2/submission.json u2"),
                    told(Zips.withRecord(zip, 24, 4, lie)),
                    "size=" + lie);
        }
    }

    @Test
    void aWrongChecksumIsADamagedFile() throws IOException {
        byte[] zip = Zips.of(files("u1/submission.json", mine));
        assertEquals(
                List.of("refused u1/submission.json u1 zip-damaged"), told(Zips.withRecord(zip, 16, 4, 0x12345678)));
    }

    @Test
    void twoFilesOfOneNameAreBothRefusedInOneRow() throws IOException {
        byte[] zip = Zips.of(files("u1/submission.json", mine, "u2/submission.json", mine));
        byte[] twice = Zips.replaced(
                zip,
                "u2/submission".getBytes(StandardCharsets.US_ASCII),
                "u1/submission".getBytes(StandardCharsets.US_ASCII));
        assertEquals(List.of("refused u1/submission.json u1 zip-twice"), told(twice));
        assertEquals(
                List.of("refused u1/submission.json u1 zip-twice"),
                told(Zips.of(files("u1/submission.json", mine, "u1\\submission.json", mine))));
    }

    @Test
    void aFileAndAFolderOfOneNameAreTwo() throws IOException {
        assertEquals(
                List.of("hand-in u1/submission.json/submission.json u1", "hand-in u1/submission.json u1"),
                told(Zips.of(files("u1/submission.json", mine, "u1/submission.json/submission.json", mine))));
    }

    @Test
    void aPasswordIsNamedAsTheReason() throws IOException {
        byte[] zip = Zips.of(files("u1/submission.json", mine));
        assertEquals(
                "zip-encrypted", refusal(Zips.withRecord(zip, 8, 2, 0x0809)).key());
    }

    @Test
    void anotherWayToPackIsRefused() throws IOException {
        byte[] zip = Zips.of(files("u1/submission.json", mine));
        assertEquals("zip-unreadable", refusal(Zips.withRecord(zip, 10, 2, 9)).key());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "PK", "Rar!\u001a\u0007", "{}"})
    void whatIsNoArchiveIsRefused(String content) throws IOException {
        assertEquals(
                "zip-unreadable",
                refusal(content.getBytes(StandardCharsets.ISO_8859_1)).key());
    }

    @Test
    void anArchiveThatWasCutIsRefused() throws IOException {
        byte[] zip = Zips.of(files("u1/submission.json", mine, "u2/submission.json", mine));
        for (int length = 0; length < zip.length; length += 31) {
            assertEquals(
                    "zip-unreadable",
                    refusal(java.util.Arrays.copyOf(zip, length)).key());
        }
    }

    /** Each byte changed in two ways: refused as a whole, or rows; never an exception. */
    @Test
    void noDamageThrows() throws IOException {
        byte[] zip = Zips.of(files("u1/submission.json", new byte[] {'{'}, "é/u2.jsonl", new byte[9]));
        int whole = 0;
        for (int at = 0; at < zip.length; at++) {
            for (int change : new int[] {0xff, 0x01}) {
                byte[] damaged = zip.clone();
                damaged[at] ^= (byte) change;
                try {
                    told(damaged);
                } catch (RefusedException asAWhole) {
                    assertTrue(asAWhole.why().key().startsWith("zip-"));
                    whole++;
                }
            }
        }
        assertTrue(whole > 50 && whole < zip.length, "refused as a whole: " + whole);
    }

    @Test
    void anEmptyArchiveIsReported() throws IOException {
        byte[] empty = Zips.of(Map.of());
        ClassOfFour.write(dir.resolve("folder/u2/pupil.zip"), empty);
        assertEquals(List.of("skipped u2/pupil.zip OTHER"), school.told(dir.resolve("folder")));
        assertEquals(List.of(), told(empty));
    }

    @Test
    void archivesInArchivesAreNotOpened() throws IOException {
        byte[] inner = Zips.of(files("submission.json", mine));
        assertEquals(
                List.of("refused u1/a.zip u1 zip-nested", "hand-in u1/submission.json u1"),
                told(Zips.of(files("u1/a.zip", inner, "u1/submission.json", mine))));
        ClassOfFour.write(dir.resolve("folder/u1.zip"), Zips.of(files("a.zip", inner, "submission.json", mine)));
        assertEquals(
                List.of("refused u1.zip/a.zip u1 zip-nested", "hand-in u1.zip/submission.json u1"),
                school.told(dir.resolve("folder")));
    }

    @Test
    void deepFoldersEndSomewhere() throws IOException {
        String deep = "a/".repeat(80) + "submission.json";
        assertEquals(List.of("skipped " + "a/".repeat(40) + " DEPTH"), told(Zips.of(files(deep, mine))));
        ClassOfFour.write(dir.resolve("folder").resolve(deep), mine);
        assertEquals(List.of("skipped " + "a/".repeat(40) + " DEPTH"), school.told(dir.resolve("folder")));
    }

    @Test
    void anArchiveIsKnownByItsContentIfATeacherNamesIt() throws IOException {
        Path file = ClassOfFour.write(dir.resolve("download"), Zips.of(files("u1/submission.json", mine)));
        assertEquals(List.of("hand-in u1/submission.json u1"), school.told(file));
    }
}
