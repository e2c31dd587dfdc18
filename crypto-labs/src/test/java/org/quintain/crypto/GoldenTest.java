package org.quintain.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quintain.core.Catalog;
import org.quintain.core.contract.GoldenSeats;

/** Instances are what they were: a change needs a raised {@code contentVersion} and a new golden file. */
class GoldenTest {
    private static final Path FILE = Path.of("src/test/resources/golden.txt");
    private static final Catalog LABS = new CryptoLabs();

    @Test
    void everySeatGetsWhatItGotBefore() throws IOException {
        if (Boolean.getBoolean("quintain.golden.write")) {
            Files.writeString(FILE, GoldenSeats.file(LABS));
        }
        assertEquals(
                List.of(),
                GoldenSeats.differences(LABS, Files.readString(FILE)),
                "Raise the contentVersion of a lab whose instances changed, then write the golden file again with"
                        + " -Dquintain.golden.write=true and commit it.");
    }
}
