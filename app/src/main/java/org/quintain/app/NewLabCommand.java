package org.quintain.app;

import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Begins a lab: a copy of the simplest one under a new id. */
@Command(name = "new-lab")
final class NewLabCommand extends QuintainCommand {
    @Parameters(paramLabel = "ID", descriptionKey = "argument-new-lab")
    private String labId;

    @Option(
            names = "--dir",
            paramLabel = "${bundle:label-dir}",
            defaultValue = ".",
            descriptionKey = "option-new-lab-dir")
    private Path checkout;

    @Override
    public int run() throws IOException {
        NewLab lab = NewLab.of(labId);
        if (labs().find(labId).isPresent()) {
            throw Failure.usage("new-lab-exists", "lab", labId);
        }
        lab.write(checkout).forEach(file -> out().println(file));
        out().println();
        out().println(text("new-lab-next", "prefix", lab.prefix(), "lab", labId));
        return Exit.OK;
    }
}
