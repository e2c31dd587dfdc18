package org.quintain.app.hostile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All cases and what came of them, as a page. */
public final class Findings {
    private static final String HEADER = """
            # Hostile and unlucky hand-ins

            What Quintain does with files that are broken, forged, or just unlucky. A test grades each of them between the
            right answers of two other learners, through the API and through the command, in both languages, and writes
            this page. It fails if an outcome is other than expected, if a good row changes, if an exception is seen
            anywhere, or if this page is out of date.

            - *rejected*: the form is wrong; it costs no try, and the message behind the key says what to do.
            - *verdict*: it was judged. Points below are those that are due: for the answers that are right, or because
              the changed answer works as well.
            - *nothing*: it is no hand-in, or a template that nobody filled in, and makes no row.
            - *everywhere*: in every lab and field that the case is tried on.

            Each input is a file in `app/src/test/hostile`, where the README says how to add one. What a checker of a lab
            may do wrong (throw, loop, eat memory, give too many points) is in `WatchedChecksTest`, a kill half-way in
            `KillTest`, a full disk in `HostilePlacesTest`.
            """;

    private Findings() {}

    /**
     * Writes the page.
     *
     * @param trials how each case went
     * @return Markdown
     */
    public static String page(Function<Case, Trial> trials) {
        StringBuilder page = new StringBuilder(HEADER);
        for (String group : Case.groups()) {
            page.append("\n## ").append(title(group)).append("\n\n");
            page.append("| input | delivered as | outcome | message key or points | where |\n|---|---|---|---|---|\n");
            for (Case one : Case.in(group)) {
                rows(one, trials.apply(one), page);
            }
        }
        return page.toString();
    }

    private static String title(String group) {
        return Character.toUpperCase(group.charAt(0)) + group.substring(1).replace('-', ' ');
    }

    /** One line for what was rejected, one for what was judged, one for what made several rows or none. */
    private static void rows(Case one, Trial trial, StringBuilder page) {
        Map<String, List<String>> outcomesByKind = new LinkedHashMap<>();
        trial.fieldsByOutcome()
                .keySet()
                .forEach(outcome -> outcomesByKind
                        .computeIfAbsent(kind(outcome), any -> new ArrayList<>())
                        .add(outcome));
        String input = "`" + one.file() + "` | `" + one.as() + "`";
        for (Map.Entry<String, List<String>> kind : outcomesByKind.entrySet()) {
            TreeSet<String> where = new TreeSet<>();
            kind.getValue()
                    .forEach(outcome -> where.addAll(trial.fieldsByOutcome().get(outcome)));
            page.append("| ").append(input).append(" | ").append(kind.getKey()).append(" | ");
            page.append(said(kind.getKey(), kind.getValue())).append(" | ");
            page.append(where(one, where)).append(" |\n");
            input = " | ";
        }
    }

    private static String kind(String outcome) {
        return outcome.contains(";") ? "several rows" : outcome.split(" ")[0];
    }

    private static String said(String kind, List<String> outcomes) {
        return switch (kind) {
            case "rejected" ->
                outcomes.stream()
                        .map(outcome -> "`" + outcome.substring("rejected ".length()) + "`")
                        .collect(Collectors.joining(", "));
            case "verdict" -> outcomes.get(0).contains(" of ") ? spread(outcomes) : outcomes.get(0);
            case "nothing" -> "";
            default -> outcomes.get(0);
        };
    }

    private static String where(Case one, TreeSet<String> where) {
        if (where.size() > 1 && where.size() == one.fields().size()) {
            return "everywhere";
        }
        return where.stream()
                .map(field -> "`" + (one.target().contains("#") ? field : field.split(" ")[0]) + "`")
                .collect(Collectors.joining(", "));
    }

    /** {@code 0 to 85 of 100}. */
    private static String spread(List<String> verdicts) {
        int least = Integer.MAX_VALUE;
        int most = 0;
        String max = "";
        for (String verdict : verdicts) {
            String[] words = verdict.split(" ");
            least = Math.min(least, Integer.parseInt(words[1]));
            most = Math.max(most, Integer.parseInt(words[1]));
            max = words[3];
        }
        return (least == most ? "" : least + " to ") + most + " of " + max;
    }
}
