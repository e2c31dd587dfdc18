package org.quintain.app;

import java.util.List;
import java.util.Set;
import org.quintain.core.Lab;
import org.quintain.core.LabCard;
import org.quintain.core.Level;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows the labs that are installed. */
@Command(name = "list")
final class ListCommand extends QuintainCommand {
    @Option(names = "--level", paramLabel = "${bundle:label-level}", descriptionKey = "option-level")
    private Level level;

    @Option(names = "--track", paramLabel = "${bundle:label-track}", descriptionKey = "option-track")
    private String track;

    @Option(names = "--json", descriptionKey = "option-json")
    private boolean isJson;

    @Override
    public int run() {
        List<Lab<?, ?>> found =
                labs().labs().stream().filter(lab -> matches(lab.card())).toList();
        if (isJson) {
            found.forEach(lab -> out().println(CardJson.line(lab, brief(lab))));
            return Exit.OK;
        }
        if (found.isEmpty()) {
            err().println(text("list-none"));
            return Exit.OK;
        }
        Table table = new Table(
                Set.of(3, 4),
                text("column-lab"),
                text("column-title"),
                text("column-level"),
                text("column-minutes"),
                text("column-points"));
        for (Lab<?, ?> lab : found) {
            LabCard card = lab.card();
            table.row(
                    card.id(),
                    brief(lab).title(),
                    text("level-" + card.levels().get(0).tag()),
                    card.minutes(),
                    card.maxPoints());
        }
        table.print(out());
        return Exit.OK;
    }

    private boolean matches(LabCard card) {
        return (level == null || card.levels().contains(level))
                && (track == null || card.track().equals(track));
    }
}
