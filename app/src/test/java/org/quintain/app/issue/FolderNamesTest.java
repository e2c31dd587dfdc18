package org.quintain.app.issue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quintain.core.grade.Assignment;
import org.quintain.core.grade.Learner;

class FolderNamesTest {
    private static FolderNames names(String... ids) {
        return FolderNames.of(List.of(ids).stream().map(Learner::of).toList(), Set.of("course.json"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"élodie", "Siobhán O’Brien", "u-4711", "Łukasz", "jean-baptiste.lefèvre@ecole.example", "王芳"})
    void anOrdinaryNameStaysAsItIs(String id) {
        assertEquals(id, names(id).of(id));
    }

    @ParameterizedTest
    @CsvSource({
        "aux, _aux",
        "CON, _CON",
        "nul.txt, _nul.txt",
        "com1, _com1",
        "LPT¹, LPT_",
        "a:b, a_b",
        "a/b\\c, a_b_c",
        "'..', _",
        "'.hidden', _.hidden",
        "'-rf', _-rf",
        "'end. .', end",
    })
    void aNameThatSomePlatformRefusesIsChanged(String id, String name) {
        assertEquals(name, names(id).of(id));
    }

    @Test
    void nobodyGetsTheNameOfThePlan() {
        assertNotEquals("course.json", names("Course.json").of("Course.json").toLowerCase(Locale.ROOT));
    }

    @Test
    void namesEqualButForCaseOrAccentsGetDifferentFolders() {
        FolderNames names = names("Anna", "anna", "élodie", "elodie", "ELODIE", "a:b", "a?b", "Lukasz", "Łukasz");
        Set<String> folded = new HashSet<>();
        for (String id : List.of("Anna", "anna", "élodie", "elodie", "ELODIE", "a:b", "a?b", "Lukasz", "Łukasz")) {
            String plain = Normalizer.normalize(names.of(id), Normalizer.Form.NFD)
                    .replaceAll("\\p{M}", "")
                    .toLowerCase(Locale.ROOT)
                    .replace('ł', 'l');
            assertTrue(folded.add(plain), names.of(id));
        }
        assertEquals("Anna", names.of("Anna"));
        assertTrue(names.of("anna").matches("anna-[0-9a-f]{6}"), names.of("anna"));
    }

    @Test
    void aRosterThatGrowsChangesNoNameGivenBefore() {
        assertEquals(names("anna").of("anna"), names("anna", "Anna", "ANNA").of("anna"));
    }

    @Test
    void aFolderThatCameBackDecomposedIsRecognised() {
        FolderNames names = names("élodie", "Zoë");
        String decomposed = Normalizer.normalize("élodie", Normalizer.Form.NFD);
        assertEquals(Optional.of("élodie"), names.learnerOf(decomposed));
        assertEquals(Optional.empty(), names.learnerOf("elodie"));
    }

    @Property(tries = 200)
    void everyRosterGetsDifferentSafeNames(@ForAll @Size(max = 30) Set<@StringLength(min = 1, max = 60) String> texts) {
        List<Learner> roster = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (String text : texts) {
            try {
                Learner learner = Learner.of(text);
                if (ids.add(learner.id())) {
                    roster.add(learner);
                }
            } catch (IllegalArgumentException noId) {
                continue;
            }
        }
        FolderNames names = FolderNames.of(roster, Set.of("course.json"));
        Set<String> used = new HashSet<>();
        for (Learner learner : roster) {
            String name = names.of(learner.id());
            assertTrue(used.add(name.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT)), name);
            assertTrue(!name.matches("(?s).*[<>:\"/\\\\|?*\\p{Cntrl}].*|[-. ].*|.*[. ]"), name);
            assertEquals(Optional.of(learner.id()), names.learnerOf(name));
        }
    }

    @Test
    void labsAndTheirIssuesGetDifferentFolders() {
        Set<String> folders = new HashSet<>();
        for (String lab : List.of("crypto.foo", "crypto.foo-2", "crypto.foo-2-1")) {
            for (int issue = 1; issue <= 3; issue++) {
                assertTrue(folders.add(FolderNames.of(Assignment.of(lab, issue, Map.of()))));
            }
        }
        assertTrue(folders.contains("crypto.foo") && folders.contains("crypto.foo-2"));
    }
}
