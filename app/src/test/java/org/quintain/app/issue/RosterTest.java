package org.quintain.app.issue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quintain.core.Bytes;
import org.quintain.core.RefusedException;
import org.quintain.core.grade.Learner;

class RosterTest {
    private static Roster read(String csv) {
        return Roster.read(Bytes.utf8(csv));
    }

    @Test
    void semicolonsQuotesABomAndWindowsLineEndsAreRead() {
        Roster roster = read("\uFEFFlearner;name;locale\r\nu1;\"Le Goff; Noémie \"\"N.\"\"\";fr-FR\r\n\r\nu2;;\r\n");

        assertEquals(
                List.of(new Learner("u1", "Le Goff; Noémie \"N.\"", "", "", "fr"), Learner.of("u2")),
                roster.learners());
        assertFalse(roster.isWindows1252());
    }

    @Test
    void aFileOfAnOldSpreadsheetIsReadAndSaidToBe() {
        Roster roster =
                Roster.read(Bytes.of("learner,name\nu1,Zoë Lefèvre\n".getBytes(Charset.forName("windows-1252"))));

        assertTrue(roster.isWindows1252());
        assertEquals("Zoë Lefèvre", roster.learners().get(0).name());
    }

    @Test
    void columnsComeInAnyOrderAndUnknownOnesAreNamed() {
        Roster roster = read("Nom,Remarque,Identifiant\nAna,x,u1\n");

        assertEquals(new Learner("u1", "Ana", "", "", ""), roster.learners().get(0));
        assertEquals(List.of("Remarque"), roster.ignored());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "learner,name\\nu1,a\\n,b | roster-no-learner | 3 | 1",
                "learner,name\\nu1,a,b | roster-too-many-cells | 2 | 3",
                "name,learner,locale\\na,u1,de | roster-locale | 2 | 3",
                "name\\na | roster-no-learner-column | 1 | 0",
                "learner,learner\\na,b | roster-column-twice | 1 | 0",
                "learner\\nu1\\nu2\\nu1 | roster-learner-twice | 4 | 0",
                "learner,name\\nu1,\"open\\nu2,b | roster-csv | 2 | 0",
                "learner\\na\\tb | roster-id | 2 | 1",
            })
    void aMistakeNamesItsLineAndColumn(String csv, String key, String line, String column) {
        RefusedException refused = assertThrows(
                RefusedException.class, () -> read(csv.replace("\\n", "\n").replace("\\t", "\u0007")));

        assertEquals(key, refused.why().key());
        assertEquals(line, refused.why().arguments().get("line"));
        assertEquals(column, refused.why().arguments().getOrDefault("column", "0"));
    }

    @Test
    void utf16AndAnEmptyListAreNamed() {
        RefusedException utf16 = assertThrows(
                RefusedException.class,
                () -> Roster.read(Bytes.of("\uFEFFlearner\nu1".getBytes(StandardCharsets.UTF_16LE))));
        assertEquals("roster-utf16", utf16.why().key());
        for (String csv : List.of("", "\n\n", "learner\n")) {
            assertEquals(
                    "roster-empty",
                    assertThrows(RefusedException.class, () -> read(csv)).why().key());
        }
    }
}
