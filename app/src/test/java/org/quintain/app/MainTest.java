package org.quintain.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MainTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String lang, String... args) {
        return Main.run(args, InputStream.nullInputStream(), out, err, Map.of("LANG", lang));
    }

    @Test
    void anUnknownOptionIsRefused() {
        assertEquals(Exit.USAGE, run("en_GB.UTF-8", "list", "--levl", "pupil"));
        assertEquals(
                "quintain: There is no option \"--levl\". Did you mean: --level? See \"quintain list --help\".\n",
                err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void helpIsFrenchInAFrenchLocale() {
        assertEquals(Exit.OK, run("fr_FR.UTF-8", "list", "--help"));
        assertTrue(out.toString(StandardCharsets.UTF_8).contains("Utilisation\u202f:"), out.toString());
    }
}
