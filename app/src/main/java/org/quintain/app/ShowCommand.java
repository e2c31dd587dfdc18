package org.quintain.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.quintain.core.Budget;
import org.quintain.core.Criterion;
import org.quintain.core.Lab;
import org.quintain.core.LabCard;
import org.quintain.core.Param;
import org.quintain.core.text.Brief;
import org.quintain.core.text.Brief.Section;
import org.quintain.core.text.Hint;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows all about one lab. */
@Command(name = "show")
final class ShowCommand extends QuintainCommand {
    private static final double MICROS_PER_SECOND = 1e6;

    @Parameters(paramLabel = "${bundle:label-lab}", descriptionKey = "argument-lab")
    private String labId;

    @Option(names = "--debrief", descriptionKey = "option-debrief")
    private boolean isDebrief;

    @Override
    public int run() {
        Lab<?, ?> lab = lab(labId);
        if (isDebrief) {
            return debrief();
        }
        Brief brief = brief(lab);
        out().println(brief.title());
        out().println(facts(lab.card()));
        for (Section section : List.of(Section.SITUATION, Section.WHAT_YOU_HOLD, Section.TASK, Section.ANSWER)) {
            section(section.heading(language()), brief.text(section));
        }
        card(lab.card(), brief);
        section(Section.SOURCES.heading(language()), brief.text(Section.SOURCES));
        return Exit.OK;
    }

    private int debrief() {
        Optional<String> debrief = references().debrief(labId, language());
        if (debrief.isPresent()) {
            out().println(PlainText.of(debrief.get()));
        } else {
            err().println(text("no-debrief", "lab", labId));
        }
        return Exit.OK;
    }

    private void section(String heading, String markdown) {
        out().println();
        out().println(heading);
        out().println();
        out().println(PlainText.of(markdown));
    }

    private String facts(LabCard card) {
        String levels = card.levels().stream()
                .map(level -> text("level-" + level.tag()))
                .collect(Collectors.joining(", "));
        return text(
                "show-facts",
                "lab",
                card.id(),
                "version",
                card.contentVersion(),
                "levels",
                levels,
                "minutes",
                card.minutes());
    }

    private void card(LabCard card, Brief brief) {
        List<String> criteria = new ArrayList<>();
        for (Criterion criterion : card.criteria()) {
            criteria.add("- " + text("show-criterion", "points", criterion.points()) + " "
                    + brief.criterion(criterion.id()));
        }
        section(text("show-points", "points", card.maxPoints()), String.join("\n", criteria));
        section(text("show-rules"), String.join("\n", rules(card, brief)));
        if (!card.parameters().isEmpty()) {
            List<String> params = new ArrayList<>();
            for (Param<?> param : card.parameters()) {
                params.add("- " + parameter(param, brief));
            }
            section(text("show-parameters"), String.join("\n", params));
        }
    }

    private List<String> rules(LabCard card, Brief brief) {
        Budget budget = card.budget();
        List<String> rules = new ArrayList<>();
        rules.add("- "
                + text("assurance-"
                        + card.assurance()
                                .name()
                                .toLowerCase(java.util.Locale.ROOT)
                                .replace('_', '-')));
        if (budget.queries() != Long.MAX_VALUE) {
            rules.add("- " + text("show-queries", "limit", budget.queries()));
        }
        if (budget.packets() != Long.MAX_VALUE) {
            rules.add("- " + text("show-packets", "limit", budget.packets()));
        }
        if (budget.virtualMicros() != Long.MAX_VALUE) {
            String seconds = String.format(language().locale(), "%.1f", budget.virtualMicros() / MICROS_PER_SECOND);
            rules.add("- " + text("show-time", "limit", seconds));
        }
        rules.add("- " + text("show-submissions", "limit", budget.submissions()));
        String costs =
                brief.hints().stream().map(Hint::cost).map(String::valueOf).collect(Collectors.joining(", "));
        rules.add("- " + text("show-hints", "count", brief.hints().size(), "costs", costs));
        if (!card.prerequisites().isEmpty()) {
            rules.add("- " + text("show-before", "labs", String.join(", ", card.prerequisites())));
        }
        return rules;
    }

    private <T> String parameter(Param<T> param, Brief brief) {
        String what = brief.entries(Section.PARAMETERS).getOrDefault(param.name(), "");
        String facts = text(
                "show-parameter",
                "name",
                param.name(),
                "domain",
                param.domain(),
                "default",
                param.format(param.byDefault()));
        return what.isEmpty() ? facts : facts + " " + what;
    }
}
