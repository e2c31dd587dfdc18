package org.quintain.app.handin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quintain.core.grade.Course;
import org.quintain.core.grade.Learner;

class WhoseTest {
    private static final Whose WHOSE = new Whose(course(
            learner("u4711", "Élodie Durand", "elodie.durand@lycee.example"),
            learner("u4712", "Marie-Claire Martin", "mc.martin@lycee.example"),
            learner("u4713", "Siobhán O’Brien", ""),
            learner("u4714", "Jean D'Arc", ""),
            learner("u4715", "Thomas Petit", ""),
            learner("u4716", "Thomas Petit", ""),
            learner("u4717", "Łukasz Œuvrard-Weiß", ""),
            learner("42", "王芳", "")));

    private static Learner learner(String id, String name, String email) {
        return new Learner(id, name, email, "", "");
    }

    private static Course course(Learner... learners) {
        return new Course("t", "c", "00000000", List.of(), List.of(learners));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Élodie Durand_12345_assignsubmission_file | u4711",
                "Élodie Durand_12345_assignsubmission_file_ | u4711",
                "Durand Élodie_12345_assignsubmission_file_ | u4711",
                "u4711 Élodie Durand_12345_assignsubmission_file | u4711",
                "ÉLODIE DURAND_1_assignsubmission_onlinetext_ | u4711",
                "Elodie Durand | u4711",
                "Durand_Élodie | u4711",
                "DURAND-elodie | u4711",
                "Élodie Durand (u4711) | u4711",
                "u4711 - Élodie Durand | u4711",
                "Élodie Durand - elodie.durand@lycee.example | u4711",
                "elodie.durand@lycee.example | u4711",
                "U4711 | u4711",
                "Marie Claire Martin | u4712",
                "MARTIN Marie-Claire_7_assignsubmission_file | u4712",
                "Siobhan OBrien_8_assignsubmission_file | u4713",
                "Siobhán O'Brien_8_assignsubmission_file | u4713",
                "O_Brien Siobhán | u4713",
                "Jean DArc_9_assignsubmission_file_ | u4714",
                "Jean D’Arc | u4714",
                "lukasz oeuvrard weiss | u4717",
                "王芳_10_assignsubmission_file | 42",
                "42 | 42"
            })
    void aFolderOfAPlatformIsWhoseItSays(String folder, String learner) {
        assertEquals(Set.of(learner), WHOSE.folder(folder));
        assertEquals(Set.of(learner), WHOSE.folder(Normalizer.normalize(folder, Normalizer.Form.NFD)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Élodie Durand_12345_assignsubmission_file_submission.json | u4711",
                "Élodie Durand_12345_assignsubmission_file_Marie-Claire Martin.json | u4711",
                "Durand_Élodie_submission.json | u4711",
                "u4711.json | u4711",
                "u4711 - Élodie Durand.zip | u4711",
                "elodie.durand@lycee.example | u4711",
                "elodie.durand@lycee.example.json | u4711",
                "Élodie Durand_réponse.txt | u4711"
            })
    void aFileOfAPlatformIsWhoseItsNameBeginsWith(String file, String learner) {
        assertEquals(Set.of(learner), WHOSE.file(file));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Marie",
                "Marie Martin",
                "Martin_12345_assignsubmission_file",
                "Élodie",
                "Élodie Durand Martin",
                "Élodie Durand2",
                "ElodieDurand",
                "Participant_4711_assignsubmission_file",
                "Participant_42_assignsubmission_file",
                "Group A_42_assignsubmission_file",
                "lycee.example",
                "u47",
                "u4711 Thomas Petit",
                "_assignsubmission_file_",
                "_42_assignsubmission_file_",
                "",
                "_",
                "...",
                "submission"
            })
    void aPartOfANameIsNobodys(String folder) {
        assertEquals(Set.of(), WHOSE.folder(folder));
        assertEquals(Set.of(), WHOSE.file(folder + ".json"));
    }

    @Test
    void twoOfOneNameAreBothMeantUntilAnIdSaysWho() {
        assertEquals(Set.of("u4715", "u4716"), WHOSE.folder("Thomas Petit_3_assignsubmission_file"));
        assertEquals(Set.of("u4716"), WHOSE.folder("Thomas Petit (u4716)"));
    }

    @Test
    void theFolderThatWasIssuedComesFirst() {
        Whose whose = new Whose(course(learner("Anna Roy", "Berta Roy", ""), learner("u2", "Anna Roy", "")));
        assertEquals(Set.of("Anna Roy"), whose.folder("Anna Roy"));
    }

    @Test
    void withoutARosterNobodyIsKnown() {
        assertEquals(Set.of(), new Whose(course()).folder("Élodie Durand_1_assignsubmission_file"));
    }

    @Test
    void aNameThatAPlatformGaveIsRecognised() {
        assertTrue(Whose.isUploaded("X_1_assignsubmission_file_table.csv"));
        assertTrue(Whose.isUploaded("durandelodie_123_456_table.csv"));
        assertFalse(Whose.isUploaded("class_3.csv"));
        assertFalse(Whose.isUploaded("export-2026.jsonl"));
    }

    @Provide
    Arbitrary<String> words() {
        return Arbitraries.strings()
                .withChars("abcdeéèêëàâçîïôöùûüÿœæłøñšžßABCÉÇŒ")
                .ofMinLength(1)
                .ofMaxLength(8);
    }

    /** However a platform writes a name, it is found; and the name with a letter more is not. */
    @Property(tries = 500)
    void everyWayToWriteANameIsFound(
            @ForAll("words") String first,
            @ForAll("words") String second,
            @ForAll("words") String last,
            @ForAll Random random) {
        Whose whose = new Whose(course(learner("id-0", first + "-" + second + " " + last, "")));
        List<String> parts = new ArrayList<>(List.of(first, second, last));
        Collections.shuffle(parts, random);
        String gap = List.of(" ", "_", "-", "  ", ", ", ".").get(random.nextInt(6));
        String name = String.join(gap, parts);
        name = random.nextBoolean() ? name.toUpperCase(Locale.FRENCH) : name.toLowerCase(Locale.FRENCH);
        name = Normalizer.normalize(name, random.nextBoolean() ? Normalizer.Form.NFD : Normalizer.Form.NFKC);
        assertEquals(Set.of("id-0"), whose.folder(name), name);
        assertEquals(
                Set.of("id-0"), whose.folder(name + "_" + random.nextInt(99_999) + "_assignsubmission_file_"), name);
        assertEquals(Set.of(), whose.folder(name + "x"), name);
        assertEquals(Set.of(), whose.folder(first + " " + last + "_1_assignsubmission_file"), name);
    }

    @Property(tries = 500)
    void noNameThrows(@ForAll String name) {
        Set<String> folder = WHOSE.folder(name);
        assertEquals(folder, WHOSE.folder(name));
        WHOSE.file(name);
        assertTrue(new Whose(course(learner("x", name, name)))
                .folder("somebody else entirely")
                .isEmpty());
    }
}
