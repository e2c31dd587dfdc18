package org.quintain.app.handin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a teacher downloads from Moodle, with every trouble that pupils make. */
class HandInMoodleTest {
    private static final String ELODIE = "Élodie Durand_101_assignsubmission_file/";
    private static final String SIOBHAN = "Siobhán OBrien_102_assignsubmission_file_/";

    @TempDir
    private Path dir;

    private ClassOfFour school;
    private Path download;

    @BeforeEach
    void moodle() throws IOException {
        school = new ClassOfFour(dir);
        download = dir.resolve("download");
        put(ELODIE + "submission.json", school.handIn("u1"));
        put(ELODIE + "old version/submission.json", school.template("u1"));
        put(ELODIE + "Thumbs.db", "x");
        put(ELODIE + "__MACOSX/._submission.json", "x");
        put(ELODIE + "Réponse.docx", "PK\u0003\u0004 Word");
        put(SIOBHAN + "l'exercice de Siobhán (1).json", school.handIn("u2"));
        put(SIOBHAN + "submission.json", "");
        put("Siobhán OBrien_102_assignsubmission_onlinetext/onlinetext.html", school.handIn("u2"));
        put("Thomas Petit_103_assignsubmission_file/submission.json", school.handIn("u4"));
        put("Thomas Petit_104_assignsubmission_file/submission.json", school.handIn("u3"));
        put("Thomas Petit_104_assignsubmission_file/voisine.json", school.handIn("u1"));
        put("Thomas Petit_104_assignsubmission_file/submission-2.json", "{");
        put("Participant_105_assignsubmission_file/submission.json", school.handIn("u1"));
    }

    private void put(String path, String content) throws IOException {
        ClassOfFour.write(download.resolve(path), content);
    }

    @Test
    void everyFileIsItsOwnersOrNobodys() throws IOException {
        assertEquals(
                List.of(
                        "hand-in Participant_105_assignsubmission_file/submission.json -",
                        "hand-in " + SIOBHAN + "l'exercice de Siobhán (1).json u2",
                        "hand-in " + SIOBHAN + "submission.json u2",
                        "skipped Siobhán OBrien_102_assignsubmission_onlinetext/onlinetext.html OTHER",
                        "hand-in Thomas Petit_103_assignsubmission_file/submission.json u4",
                        "hand-in Thomas Petit_104_assignsubmission_file/submission-2.json -",
                        "hand-in Thomas Petit_104_assignsubmission_file/submission.json u3",
                        "refused Thomas Petit_104_assignsubmission_file/voisine.json - whose-is-it",
                        "skipped " + ELODIE + "Réponse.docx OTHER",
                        "untouched " + ELODIE + "old version/submission.json",
                        "hand-in " + ELODIE + "submission.json u1"),
                school.told(download));
    }

    @Test
    void theArchiveGivesTheSameRowsAsTheFolder() throws IOException {
        Path zip = ClassOfFour.write(dir.resolve("download.zip"), Zips.of(download));
        assertEquals(school.told(download), school.told(zip));
        assertEquals(school.rows(download), school.rows(zip));
        assertEquals(7, school.rows(zip).size());
    }

    @Test
    void namesThatAFileSystemTookApartAreTheSame() throws IOException {
        Path apart = dir.resolve("apart");
        String folder = Normalizer.normalize(ELODIE, Normalizer.Form.NFD);
        ClassOfFour.write(apart.resolve(folder).resolve("submission.json"), school.handIn("u1"));
        assertEquals(List.of("hand-in " + folder + "submission.json u1"), school.told(apart));
    }

    @Test
    void aPupilsArchiveIsReadInTheFolderAndNotInAnArchive() throws IOException {
        byte[] mine = Zips.of("mes réponses/submission.json", school.handIn("u2"));
        Path one = dir.resolve("one");
        ClassOfFour.write(one.resolve(SIOBHAN + "tout.zip"), mine);
        assertEquals(List.of("hand-in " + SIOBHAN + "tout.zip/mes réponses/submission.json u2"), school.told(one));
        Path zip = ClassOfFour.write(dir.resolve("one.zip"), Zips.of(one));
        assertEquals(List.of("refused " + SIOBHAN + "tout.zip u2 zip-nested"), school.told(zip));
    }

    @Test
    void withoutFoldersTheNamesOfTheFilesSayWhoseTheyAre() throws IOException {
        Path flat = dir.resolve("flat");
        String begin = "Élodie Durand_101_assignsubmission_file_";
        ClassOfFour.write(flat.resolve(begin + "submission.json"), school.handIn("u2"));
        ClassOfFour.write(flat.resolve(begin + "tout.zip"), Zips.of("submission.json", school.handIn("u1")));
        ClassOfFour.write(
                flat.resolve(begin + "x.jsonl"),
                "{\"format\":\"lab-entry/1\",\"learner\":\"u2\",\"receivedAt\":\"2020-01-01T00:00:00Z\",\"content\":\"{}\"}");
        assertEquals(
                List.of(
                        "hand-in " + begin + "submission.json u1",
                        "hand-in " + begin + "tout.zip/submission.json u1",
                        "hand-in " + begin + "x.jsonl:1 u1"),
                school.told(flat));
        assertTrue(school.rows(flat).get(0).contains("\"code\":\"whose-is-it\""));
        assertFalse(school.rows(flat).get(1).contains("\"code\""));
    }

    @Test
    void whatIsIssuedIsPassedOverWithoutAWord() throws IOException {
        List<String> told = school.told(dir.resolve("issued"));
        assertTrue(told.stream().allMatch(line -> line.startsWith("untouched ")), told.toString());
        assertTrue(told.size() >= 4);
        Path zip = ClassOfFour.write(dir.resolve("issued.zip"), Zips.of(dir.resolve("issued")));
        assertEquals(told, school.told(zip));
    }

    @Test
    void onlyTheAttachmentsThatTheHandoutNamesArePassedOver() throws IOException {
        Path folder = dir.resolve("with-file/u1");
        String handout = Files.readString(dir.resolve("issued/u1/crypto.caesar-shift/handout.json"));
        String file = "\"files\": [{\"name\":\"capture.pcap\",\"mediaType\":\"text/plain\",\"base64\":\"eA==\"}]";
        String with = handout.replaceFirst("\"files\": \\[\\]", file);
        ClassOfFour.write(folder.resolve("handout.json"), with);
        ClassOfFour.write(folder.resolve("capture.pcap"), "x");
        ClassOfFour.write(folder.resolve("other.pcap"), "x");
        assertTrue(with.contains("capture.pcap"), with);
        assertEquals(List.of("skipped u1/other.pcap OTHER"), school.told(dir.resolve("with-file")));
        ClassOfFour.write(folder.resolve("handout.json"), "{");
        assertEquals(2, school.told(dir.resolve("with-file")).size());
    }
}
