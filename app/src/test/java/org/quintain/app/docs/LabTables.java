package org.quintain.app.docs;

import java.util.List;
import java.util.stream.Collectors;
import org.quintain.core.Assurance;
import org.quintain.core.Budget;
import org.quintain.core.Criterion;
import org.quintain.core.Lab;
import org.quintain.core.LabCard;
import org.quintain.core.Language;
import org.quintain.core.Level;
import org.quintain.core.Param;
import org.quintain.core.text.Brief;
import org.quintain.core.wire.RecordShape;
import org.quintain.core.wire.Shapes;

/** The generated parts of the documents: what the cards and briefs of the labs say, as Markdown. */
final class LabTables {
    private LabTables() {}

    /** The short table of a README. */
    static String table(List<Lab<?, ?>> labs, Language language) {
        StringBuilder out = new StringBuilder(
                language == Language.FR
                        ? "| exercice | titre | niveau | minutes | à rendre |\n"
                        : "| lab | title | level | minutes | handed in |\n");
        out.append("|---|---|---|---|---|\n");
        for (Lab<?, ?> lab : labs) {
            LabCard card = lab.card();
            out.append("| [`").append(card.id()).append("`](docs/labs.md#").append(anchor(card.id()));
            out.append(") | ").append(Brief.of(lab, language).title());
            out.append(" | ").append(level(card.levels().get(0), language));
            out.append(" | ").append(card.minutes());
            out.append(" | ").append(handIn(lab, language)).append(" |\n");
        }
        return out.toString();
    }

    private static String handIn(Lab<?, ?> lab, Language language) {
        String fields = Shapes.answer(lab.answerType()).components().stream()
                .map(RecordShape.Component::name)
                .map(name -> "`" + name + "`")
                .collect(Collectors.joining(", "));
        if (lab.card().assurance() != Assurance.SERVED_TARGET) {
            return fields;
        }
        return fields
                + (language == Language.FR
                        ? ", avec l’enregistrement de la séance"
                        : ", with the record of the session");
    }

    static String level(Level level, Language language) {
        boolean isFrench = language == Language.FR;
        return switch (level) {
            case PUPIL -> isFrench ? "collège" : "pupil";
            case LYCEE -> "lycée";
            case BACHELOR -> isFrench ? "licence" : "bachelor";
            case MASTER -> "master";
            case DOCTORAL -> isFrench ? "doctorat" : "doctoral";
            case PROFESSIONAL -> isFrench ? "professionnel" : "professional";
        };
    }

    private static String anchor(String id) {
        return id.replace(".", "");
    }

    /** The whole index, one section a lab. */
    static String index(List<Lab<?, ?>> labs) {
        StringBuilder out = new StringBuilder();
        for (Lab<?, ?> lab : labs) {
            section(lab, out);
        }
        return out.toString().stripTrailing() + "\n";
    }

    private static void section(Lab<?, ?> lab, StringBuilder out) {
        LabCard card = lab.card();
        out.append("## ").append(card.id()).append("\n\n");
        out.append(Brief.of(lab, Language.EN).title()).append(" · *");
        out.append(Brief.of(lab, Language.FR).title()).append("*\n\n");
        out.append("| | |\n|---|---|\n");
        row(
                out,
                "for",
                joined(card.levels().stream().map(l -> level(l, Language.EN)).toList()));
        row(out, "time", card.minutes() + " minutes");
        row(
                out,
                "before it",
                joined(card.prerequisites().stream().map(id -> "`" + id + "`").toList()));
        row(out, "mark rests on", assurance(card.assurance()));
        row(out, "handed in", handIn(lab, Language.EN));
        row(out, "may use", budget(card.budget()));
        row(out, "hardened twin", card.hasHardenedTwin() ? "yes" : "no");
        row(out, "content version", Integer.toString(card.contentVersion()));
        row(out, "about", joined(card.tags()));
        out.append("\n| criterion | points | answer space |\n|---|---|---|\n");
        for (Criterion criterion : card.criteria()) {
            out.append("| `").append(criterion.id()).append("`: ");
            out.append(Brief.of(lab, Language.EN).criterion(criterion.id()));
            out.append(" | ").append(criterion.points());
            out.append(" | 2^").append(criterion.answerSpaceBits()).append(" |\n");
        }
        if (!card.parameters().isEmpty()) {
            out.append("\n| parameter | values | default | meaning |\n|---|---|---|---|\n");
            card.parameters().forEach(param -> parameter(lab, param, out));
        }
        out.append("\nSources:\n\n");
        card.sources().forEach(source -> out.append("- ").append(source).append('\n'));
        out.append('\n');
    }

    private static <T> void parameter(Lab<?, ?> lab, Param<T> param, StringBuilder out) {
        out.append("| `").append(param.name()).append("` | ");
        out.append(param.domain().replace(" | ", ", ")).append(" | ");
        out.append(param.format(param.byDefault())).append(" | ");
        out.append(Brief.of(lab, Language.EN).entries(Brief.Section.PARAMETERS).getOrDefault(param.name(), ""));
        out.append(" |\n");
    }

    private static void row(StringBuilder out, String name, String value) {
        if (!value.isEmpty()) {
            out.append("| ").append(name).append(" | ").append(value).append(" |\n");
        }
    }

    private static String joined(List<String> words) {
        return String.join(", ", words);
    }

    private static String assurance(Assurance assurance) {
        return switch (assurance) {
            case HANDOUT_ONLY -> "the answer, which follows from the handout";
            case REPLAYED_ANSWER -> "the answer, replayed on the learner's own instance";
            case SERVED_OR_REPLAYED ->
                "the served session, by the platform's record, or the answer, replayed on the learner's own instance";
            case SERVED_TARGET -> "the answer and the platform's sealed record of the session";
            case PRACTICE -> "nothing: practice only";
        };
    }

    private static String budget(Budget budget) {
        String queries = budget.queries() == Long.MAX_VALUE ? "" : number(budget.queries()) + " queries, ";
        String packets = budget.packets() == Long.MAX_VALUE ? "" : number(budget.packets()) + " packets, ";
        String time = budget.virtualMicros() == Long.MAX_VALUE ? "" : number(budget.virtualMicros()) + " virtual µs, ";
        return queries + packets + time + budget.submissions() + " judged hand-ins";
    }

    private static String number(long value) {
        return String.format(java.util.Locale.ROOT, "%,d", value);
    }
}
