package org.quintain.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quintain.core.derive.CourseKey;

class KeyTest {
    @TempDir
    Path folder;

    @Test
    void aNewKeyIsSixtyFourDigitsAndReadBack() throws IOException {
        Path file = folder.resolve("clé d'ici.key");
        Shell shell = Shell.english();

        assertEquals(Exit.OK, shell.run("key", "new", file.toString()), shell.err());
        assertTrue(Files.readString(file).matches("[0-9a-f]{64}\n"));
        String keyId = CourseKey.of(KeyFile.read(file)).keyId();
        assertTrue(shell.out().contains("the new key " + keyId), shell.out());
    }

    @Test
    void twoKeysDiffer() throws IOException {
        KeyFile.create(folder.resolve("a"));
        KeyFile.create(folder.resolve("b"));

        assertTrue(Files.mismatch(folder.resolve("a"), folder.resolve("b")) >= 0);
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "no POSIX permissions")
    void aKeyIsItsOwnersAlone() throws IOException {
        Path file = folder.resolve("key");
        KeyFile.create(file);

        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        Failure refused = assertThrows(Failure.class, () -> KeyFile.read(file));
        assertEquals(Exit.USAGE, refused.exitCode());
        assertTrue(refused.why().arguments().get("command").startsWith("chmod 600 "));
    }

    @Test
    void nothingIsOverwritten() throws IOException {
        Path file = Files.writeString(folder.resolve("key"), "old");
        Shell shell = Shell.french();

        assertEquals(Exit.IO, shell.run("key", "new", file.toString()));
        assertEquals("old", Files.readString(file));
        assertTrue(shell.err().contains("existe déjà"), shell.err());
    }

    @Test
    void aMissingFolderIsNamed() {
        Shell shell = Shell.english();

        assertEquals(Exit.IO, shell.run("key", "new", folder.resolve("no/key").toString()));
        assertTrue(shell.err().startsWith("quintain: There is no file or folder"), shell.err());
    }

    @ParameterizedTest
    @CsvSource({"'', key-length", "0011, key-length", "xyz, key-no-hex", "'00 11', key-no-hex"})
    void whatIsNoKeyIsExplained(String content, String reason) throws IOException {
        assertEquals(reason, refusal(content));
    }

    @Test
    void badLengthsAndKeysThatAreNotRandomAreRefused() throws IOException {
        assertEquals("key-length", refusal("a".repeat(65)));
        assertEquals("key-not-random", refusal("00".repeat(32)));
        assertEquals("key-too-large", refusal("01".repeat(4096)));
        assertEquals("key-no-hex", refusal("\uFF10".repeat(64)));
    }

    private String refusal(String content) throws IOException {
        Path file = folder.resolve("bad.key");
        Files.deleteIfExists(file);
        KeyFile.create(file);
        Files.writeString(file, content);
        return assertThrows(Failure.class, () -> KeyFile.read(file)).why().key();
    }
}
