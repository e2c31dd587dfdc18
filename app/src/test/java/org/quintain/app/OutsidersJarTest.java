package org.quintain.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quintain.app.toy.ParrotLab;
import org.quintain.core.Catalog;

/** A lab in an outsider's jar is found, listed and opened like one of ours. */
class OutsidersJarTest {
    private static final String CATALOG = """
            package com.example.zoo;
            public final class ZooLabs implements org.quintain.core.Catalog {
                @Override public java.util.List<org.quintain.core.Lab<?, ?>> labs() {
                    return java.util.List.of(new ParrotLab());
                }
            }
            """;

    @TempDir
    Path folder;

    @Test
    void aLabInAnotherJarIsFoundByServiceLoader() throws Exception {
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {jar().toUri().toURL()}, Catalog.class.getClassLoader())) {
            Catalog found = Catalog.installed(loader);
            assertTrue(found.find("zoo.parrot").isPresent());
            assertFalse(Catalog.installed().find("zoo.parrot").isPresent());

            ByteArrayOutputStream out = new ByteArrayOutputStream();
            Console console = new Console(
                    InputStream.nullInputStream(),
                    new PrintStream(out, true, StandardCharsets.UTF_8),
                    new PrintStream(out, true, StandardCharsets.UTF_8),
                    Map.of("LANG", "en"),
                    false,
                    () -> found,
                    () -> Shell.NO_ATTACKS);
            assertEquals(Exit.OK, Main.run(new String[] {"list", "--track", "zoo"}, console));
            assertTrue(
                    out.toString(StandardCharsets.UTF_8).contains("zoo.parrot  The door and the parrot"),
                    out.toString());
            assertEquals(Exit.OK, Main.run(new String[] {"play", "zoo.parrot"}, console), out.toString());
        }
    }

    /** The toy parrot under another package and id, compiled and packed as an outsider would. */
    private Path jar() throws Exception {
        Path source = Files.createDirectories(folder.resolve("src"));
        String parrot = Sources.read(Path.of("src/test/java/org/quintain/app/toy/ParrotLab.java"))
                .replace("package org.quintain.app.toy", "package com.example.zoo")
                .replace("test.parrot", "zoo.parrot");
        Path lab = Files.writeString(source.resolve("ParrotLab.java"), parrot);
        Path catalog = Files.writeString(source.resolve("ZooLabs.java"), CATALOG);
        Path classes = Files.createDirectories(folder.resolve("classes"));
        List<String> args = new ArrayList<>(List.of(
                "-parameters", "-proc:none", "-d", classes.toString(), "-cp", System.getProperty("java.class.path")));
        args.addAll(List.of(lab.toString(), catalog.toString()));
        assertEquals(0, ToolProvider.getSystemJavaCompiler().run(null, null, null, args.toArray(String[]::new)));
        for (String name : List.of("brief.en.md", "brief.fr.md")) {
            try (InputStream in = ParrotLab.class.getResourceAsStream(name)) {
                Files.copy(in, classes.resolve("com/example/zoo").resolve(name));
            }
        }
        Path services = Files.createDirectories(classes.resolve("META-INF/services"));
        Files.writeString(services.resolve("org.quintain.core.Catalog"), "com.example.zoo.ZooLabs\n");
        Path jar = folder.resolve("zoo.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (Path file : Sources.files(classes, "")) {
                out.putNextEntry(
                        new ZipEntry(classes.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, out);
            }
        }
        return jar;
    }
}
