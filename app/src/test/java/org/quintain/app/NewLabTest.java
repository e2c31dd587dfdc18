package org.quintain.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quintain.core.contract.LabContract;
import org.quintain.core.contract.Reference;

class NewLabTest {
    @TempDir
    Path folder;

    private Path checkout;

    /** The sources of this checkout that the command reads, without builds. */
    @BeforeEach
    void copyCheckout() throws IOException {
        checkout = folder.resolve("a checkout");
        Path here = Path.of("..").toAbsolutePath().normalize();
        for (String module : List.of("crypto-labs", "net-labs", "solutions")) {
            for (Path file : Sources.files(here.resolve(module).resolve("src"), ".java", ".md")) {
                Path to = checkout.resolve(here.relativize(file).toString());
                Files.createDirectories(to.getParent());
                Files.copy(file, to);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "crypto.my-first-lab, crypto-labs, crypto, CryptoLabs",
        "net.my-first-lab, net-labs, net, NetLabs",
        "fuzz.my-first-lab, net-labs, fuzz, FuzzLabs"
    })
    void theCopyCompilesAndKeepsTheContract(String id, String module, String track, String catalog) throws Exception {
        Shell shell = Shell.english();

        assertEquals(Exit.OK, shell.run("new-lab", id, "--dir", checkout.toString()), shell.err());

        assertTrue(shell.out().contains("MyFirstLabLab.java"), shell.out());
        assertTrue(shell.out().contains("quintain check-labs " + id), shell.out());
        Path labs = checkout.resolve(module).resolve("src/main/java/org/quintain/" + track);
        assertTrue(Files.readString(labs.resolve(catalog + ".java")).contains("new MyFirstLabLab()"));
        List<Path> written = new ArrayList<>();
        for (String part : List.of(module, "solutions")) {
            for (Path file : Sources.files(checkout.resolve(part).resolve("src"), ".java", ".md")) {
                if (file.toString().contains("myfirstlab")) {
                    written.add(file);
                    assertFalse(Sources.read(file).matches("(?is).*caesar-?shift.*"), file.toString());
                }
            }
        }
        assertEquals(List.of(), LabContract.violations(compiled(written, track), 3));
    }

    private Reference<?, ?> compiled(List<Path> written, String track) throws Exception {
        Path classes = Files.createDirectories(folder.resolve("classes"));
        List<String> args = new ArrayList<>(List.of(
                "-parameters", "-proc:none", "-d", classes.toString(), "-cp", System.getProperty("java.class.path")));
        for (Path file : written) {
            boolean isTest = file.toString().contains("src" + java.io.File.separator + "test");
            if (file.toString().endsWith(".java") && !isTest) {
                args.add(file.toString());
            } else if (!isTest) {
                String inside = file.toString().substring(file.toString().indexOf("org" + java.io.File.separator));
                Files.createDirectories(classes.resolve(inside).getParent());
                Files.copy(file, classes.resolve(inside));
            }
        }
        assertEquals(0, ToolProvider.getSystemJavaCompiler().run(null, null, null, args.toArray(String[]::new)));
        URLClassLoader loader = new URLClassLoader(
                new URL[] {classes.toUri().toURL()}, getClass().getClassLoader());
        return (Reference<?, ?>) loader.loadClass("org.quintain.solutions." + track + ".myfirstlab.MyFirstLabAttack")
                .getDeclaredConstructor()
                .newInstance();
    }

    @Test
    void aSecondLabOfTheSameNameIsRefusedAndNothingIsWritten() throws IOException {
        String[] args = {"new-lab", "crypto.my-first-lab", "--dir", checkout.toString()};
        assertEquals(Exit.OK, Shell.english().run(args));
        String catalog =
                Files.readString(checkout.resolve("crypto-labs/src/main/java/org/quintain/crypto/CryptoLabs.java"));
        args[1] = "crypto.myfirst-lab";
        Shell shell = Shell.french();

        assertEquals(Exit.USAGE, shell.run(args));
        assertTrue(shell.err().contains("Il y a déjà un exercice crypto.myfirst-lab"), shell.err());
        assertEquals(
                catalog,
                Files.readString(checkout.resolve("crypto-labs/src/main/java/org/quintain/crypto/CryptoLabs.java")));
    }

    @Test
    void anyOtherFolderIsRefused() {
        Shell shell = Shell.english();

        assertEquals(
                Exit.IO,
                shell.run(
                        "new-lab",
                        "crypto.my-lab",
                        "--dir",
                        folder.resolve("no").toString()));
        assertTrue(shell.err().contains("is no checkout of Quintain"), shell.err());
    }
}
