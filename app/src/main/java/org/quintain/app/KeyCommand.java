package org.quintain.app;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Course keys. */
@Command(name = "key", subcommands = KeyCommand.New.class)
final class KeyCommand extends QuintainCommand {
    @Override
    public int run() {
        throw Failure.usage("error-missing-command", "command", "quintain key", "words", "new");
    }

    /** Writes a new course key. */
    @Command(name = "new")
    static final class New extends QuintainCommand {
        @Parameters(paramLabel = "${bundle:label-file}", descriptionKey = "argument-key-file")
        private Path file;

        @Override
        public int run() throws IOException {
            try {
                out().println(text("key-written", "file", file, "key", KeyFile.create(file)));
            } catch (FileAlreadyExistsException isThere) {
                throw Failure.io("key-exists", "file", file);
            }
            out().println(text("key-care"));
            return Exit.OK;
        }
    }
}
