package org.quintain.app;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Supplier;
import org.quintain.core.Catalog;

/**
 * What a run of the command line reads, writes and knows of its surroundings; tests make their own.
 *
 * @param in standard input
 * @param out standard output: results only, in UTF-8
 * @param err standard error: everything else, in UTF-8
 * @param env environment variables
 * @param isTerminal whether a person sits at both ends
 * @param labs finds the labs, when they are asked for
 * @param isInstalled whether the labs are those on the class path, which a child process finds, too
 * @param solutions finds the reference attacks, when they are asked for
 */
public record Console(
        InputStream in,
        PrintStream out,
        PrintStream err,
        Map<String, String> env,
        boolean isTerminal,
        Supplier<Catalog> labs,
        boolean isInstalled,
        Supplier<Solutions> solutions) {

    /**
     * A console with labs of its own.
     *
     * @param in standard input
     * @param out standard output
     * @param err standard error
     * @param env environment variables
     * @param isTerminal whether a person sits at both ends
     * @param labs finds the labs
     * @param solutions finds the reference attacks
     */
    public Console(
            InputStream in,
            PrintStream out,
            PrintStream err,
            Map<String, String> env,
            boolean isTerminal,
            Supplier<Catalog> labs,
            Supplier<Solutions> solutions) {
        this(in, out, err, env, isTerminal, labs, false, solutions);
    }

    /**
     * A console over given streams, with everything that is installed.
     *
     * @param in standard input
     * @param out standard output
     * @param err standard error
     * @param env environment variables
     * @return a console that is no terminal
     */
    public static Console of(InputStream in, OutputStream out, OutputStream err, Map<String, String> env) {
        return new Console(in, utf8(out), utf8(err), env, false, Catalog::installed, true, Solutions::installed);
    }

    /**
     * The console of this process.
     *
     * @return its standard streams and environment
     */
    public static Console ofProcess() {
        return new Console(
                new FileInputStream(FileDescriptor.in),
                utf8(new FileOutputStream(FileDescriptor.out)),
                utf8(new FileOutputStream(FileDescriptor.err)),
                System.getenv(),
                System.console() != null,
                Catalog::installed,
                true,
                Solutions::installed);
    }

    /**
     * The same with other labs and attacks.
     *
     * @param catalog the labs
     * @param attacks the attacks
     * @return the changed console
     */
    public Console with(Catalog catalog, Solutions attacks) {
        return new Console(in, out, err, env, isTerminal, () -> catalog, false, () -> attacks);
    }

    /** UTF-8 whatever the machine's locale: standard output of Java 17 is not UTF-8 everywhere. */
    private static PrintStream utf8(OutputStream to) {
        return new PrintStream(to, true, StandardCharsets.UTF_8);
    }
}
