package org.quintain.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.quintain.app.grade.Diff;
import org.quintain.core.text.Clean;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows what a second grading would change. */
@Command(name = "diff")
final class DiffCommand extends QuintainCommand {
    @Parameters(index = "0", paramLabel = "${bundle:label-old}", descriptionKey = "argument-diff-old")
    private Path before;

    @Parameters(index = "1", paramLabel = "${bundle:label-new}", descriptionKey = "argument-diff-new")
    private Path after;

    @Override
    public int run() throws IOException {
        Diff.Result result = Diff.between(before, after);
        if (result.changes().isEmpty()) {
            out().println(text("diff-none", "same", result.same()));
            return Exit.OK;
        }
        Table table = new Table(
                Set.of(), text("column-learner"), text("column-lab"), text("diff-before"), text("diff-after"));
        for (Diff.Change change : result.changes()) {
            Diff.Place place = change.place();
            String learner = place.learner().isEmpty() ? text("diff-nobody") : Clean.line(place.learner(), 40);
            String lab = place.labId().isEmpty() ? "?" : Clean.line(place.labId(), 60);
            table.row(
                    learner,
                    place.issue() > 1 ? lab + "/" + place.issue() : lab,
                    state(change.before()),
                    state(change.after()));
        }
        table.print(out());
        out().println(text("diff-summary", "changed", result.changes().size(), "same", result.same()));
        return Exit.OK;
    }

    private String state(Optional<Diff.State> state) {
        if (state.isEmpty()) {
            return text("diff-nothing");
        }
        return state.get()
                .earned()
                .map(points -> text("diff-points", "points", points))
                .orElseGet(() -> text(
                        "diff-not-judged",
                        "codes",
                        String.join(", ", state.get().codes())));
    }
}
