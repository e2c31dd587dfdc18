package org.quintain.core.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quintain.core.Catalog;
import org.quintain.core.toys.Toys;
import org.quintain.core.toys.vault.VaultLab;
import org.quintain.core.toys.vault.VaultLab.Flaw;

/** Golden files notice a changed instance. */
class GoldenSeatsTest {
    private static final Catalog VAULT = Catalog.of(List.of(Toys.VAULT));
    private static final String COMMITTED = GoldenSeats.file(VAULT);

    /** Computed once and committed: the same on every machine and JDK. */
    @Test
    void digestOfTheFirstSeatOfTheVault() {
        assertEquals(
                List.of("abaabdf8eb2d369c31db48ab9b035c0aa7dceb2a437cbfd9433a8c95bc0899a1"),
                GoldenSeats.digests(Toys.VAULT, 1));
    }

    @Test
    void seatsDifferFromOneAnother() {
        assertEquals(16, new HashSet<>(GoldenSeats.digests(Toys.VAULT, 16)).size());
    }

    @Test
    void everyLabHasALine() {
        assertEquals(4, GoldenSeats.file(Toys.LABS).lines().count());
    }

    @Test
    void unchangedLabsAgree() {
        assertEquals(List.of(), GoldenSeats.differences(Toys.LABS, GoldenSeats.file(Toys.LABS)));
    }

    @Test
    void lineEndsOfWindowsAgreeToo() {
        assertEquals(List.of(), GoldenSeats.differences(VAULT, COMMITTED.replace("\n", "\r\n")));
    }

    @Test
    void changedInstanceOfTheSameVersionIsNamed() {
        Catalog changed = Catalog.of(List.of(new VaultLab(Flaw.CODE_IN_NOTE)));
        assertEquals(
                List.of("toy.vault: changed at seat 0 and is still of contentVersion 3"),
                GoldenSeats.differences(changed, COMMITTED));
    }

    @Test
    void lineOfAnotherVersionIsNamed() {
        assertEquals(
                List.of("toy.vault: is of contentVersion 3, and its line of 2"),
                GoldenSeats.differences(VAULT, COMMITTED.replace("toy.vault 3", "toy.vault 2")));
    }

    @Test
    void missingLabIsNamed() {
        assertEquals(List.of("toy.vault: has no line"), GoldenSeats.differences(VAULT, "# nothing\n"));
    }

    @Test
    void unknownLabIsNamed() {
        assertEquals(
                List.of("toy.vault: there is no such lab"), GoldenSeats.differences(Catalog.of(List.of()), COMMITTED));
    }

    @Test
    void cutLineIsNamed() {
        assertEquals(
                List.of("toy.vault: has 15 seats and not 16"),
                GoldenSeats.differences(VAULT, COMMITTED.stripTrailing().replaceAll(" [0-9a-f]+$", "")));
    }

    @Test
    void textsAreNotInTheDigest() {
        assertNotEquals(true, COMMITTED.contains("keypad"));
    }
}
