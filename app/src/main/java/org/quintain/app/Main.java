package org.quintain.app;

import org.quintain.core.LibraryVersion;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Starts the command line. */
@Command(name = "quintain", mixinStandardHelpOptions = true, versionProvider = Main.Version.class)
public final class Main implements Runnable {
    /**
     * Runs one command and ends the process with its exit code.
     *
     * @param args the command's words, as typed
     */
    public static void main(String[] args) {
        System.exit(new CommandLine(new Main()).execute(args));
    }

    @Override
    public void run() {
        CommandLine.usage(this, System.out);
    }

    @Command(name = "demo", description = "Shows a lab (not written yet).")
    int demo() {
        run();
        return 0;
    }

    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"quintain " + LibraryVersion.current()};
        }
    }
}
