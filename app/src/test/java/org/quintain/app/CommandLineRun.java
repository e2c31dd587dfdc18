package org.quintain.app;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.quintain.core.Catalog;
import org.quintain.core.serve.Handout;
import org.quintain.core.serve.Issuer;

/** Runs the command line for tests in other packages. */
public final class CommandLineRun {
    private CommandLineRun() {}

    public static int run(String[] args, Console console) {
        return Main.run(args, console);
    }

    /** Runs a command that reads lines. */
    public static int typing(String lines, Catalog labs, String... args) {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        Console console = new Console(
                new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)),
                nowhere,
                nowhere,
                Map.of(),
                false,
                () -> labs,
                () -> new Solutions(List.of()));
        return Main.run(args, console);
    }

    /** The challenge of an instance, with its targets in this process. */
    @SuppressWarnings("unchecked")
    public static <C extends Record> C challenge(String keyFile, Handout handout, Catalog labs) throws IOException {
        try (Issuer issuer = Issuer.open(KeyFile.read(Path.of(keyFile)), labs)) {
            Handout.Heading heading = handout.heading();
            return (C)
                    issuer.open(heading.seat(), heading.lab(), heading.params()).challenge();
        }
    }
}
