package org.quintain.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The POSIX launcher, from an unpacked copy in a folder with an awkward name; nothing is built here. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher of Windows is quintain.cmd")
class LauncherTest {
    private static final String ECHO = """
            package org.quintain.app;
            public class Main {
                public static void main(String[] args) {
                    for (String arg : args) System.out.println("[" + arg + "]");
                    if (args[0].equals("exit")) { System.err.println("on stderr"); System.exit(7); }
                }
            }
            """;

    @TempDir
    Path folder;

    @Test
    void argumentsExitCodeAndForeignFoldersWork() throws IOException, InterruptedException {
        Path jar = jarOfEcho();
        Path script = Files.writeString(folder.resolve("test.sh"), resource("launcher-test.sh"));
        Path launcher = Path.of("..", "quintain").toAbsolutePath().normalize();

        Process process = new ProcessBuilder(
                        "sh", script.toString(), launcher.toString(), jar.toString(), System.getProperty("java.home"))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();

        assertEquals("""
                # arguments arrive unchanged
                [two words]
                []
                ["double"]
                [single ' one]
                [$HOME `id` \\n *]
                [é ç œ]
                []
                # from another folder, through a link, without a locale
                [déjà]
                [là]
                # the exit code and both streams are passed on
                [exit]
                on stderr
                exit 7
                # no Java, and one that is too old
                quintain: Java 17 or newer is needed. Install it, or set JAVA_HOME to its folder.
                quintain\u202f: il faut Java 17 ou une version suivante. Installez-la, ou indiquez son dossier dans JAVA_HOME.
                Too old / trop ancien\u202f: old/bin/java (11.0.2)
                exit 127
                """, output);
    }

    private Path jarOfEcho() throws IOException {
        Path source = Files.writeString(folder.resolve("Main.java"), ECHO);
        int result = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-d", folder.toString(), "-proc:none", source.toString());
        assertEquals(0, result);
        Path jar = folder.resolve("echo.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new ZipEntry("org/quintain/app/Main.class"));
            Files.copy(folder.resolve("org/quintain/app/Main.class"), out);
        }
        return jar;
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = LauncherTest.class.getResourceAsStream(name)) {
            assertTrue(in != null, name);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
