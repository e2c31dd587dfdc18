package org.quintain.app;

import java.io.IOException;
import org.quintain.core.Lab;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Plays a lab in a terminal, or from a file with the same lines. */
@Command(name = "play")
final class PlayCommand extends QuintainCommand {
    @Parameters(paramLabel = "${bundle:label-lab}", descriptionKey = "argument-lab")
    private String labId;

    @Mixin
    private SeatOptions seat;

    @Mixin
    private ParamOptions params;

    @Override
    public int run() throws IOException {
        Lab<?, ?> lab = lab(labId);
        try (SeatOptions.Served served = seat.open(labs(), labId, params.values(lab.card()), 1)) {
            new Play(served.session(), brief(lab), texts(), console()).run();
        }
        return Exit.OK;
    }
}
