package org.quintain.app.hostile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;

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

    private static void rows(Case one, Trial trial, StringBuilder page) {
        Map<String, List<String>> points = new LinkedHashMap<>();
        trial.fieldsByOutcome().forEach((outcome, fields) -> {
            boolean isVerdict = outcome.startsWith("verdict") && !outcome.contains(";");
            String kind = isVerdict ? "verdict" : outcome;
            points.computeIfAbsent(kind, any -> new ArrayList<>()).add(outcome);
        });
        List<String> cells = new ArrayList<>();
        points.forEach((kind, outcomes) -> {
            TreeSet<String> where = new TreeSet<>();
            outcomes.forEach(outcome -> where.addAll(trial.fieldsByOutcome().get(outcome)));
            cells.add(kind.equals("verdict") ? "verdict | " + spread(outcomes) : split(kind));
            cells.add(where.size() == one.fields().size() && where.size() > 1 ? "everywhere" : where(one, where));
        });
        for (int i = 0; i < cells.size(); i += 2) {
            page.append("| ")
                    .append(i == 0 ? "`" + one.file() + "` | " + one.as() : " | ")
                    .append(" | ")
                    .append(cells.get(i))
                    .append(" | ")
                    .append(cells.get(i + 1))
                    .append(" |\n");
        }
    }

    private static String where(Case one, TreeSet<String> where) {
        boolean isByField = one.target().contains("#");
        return where.isEmpty()
                ? ""
                : "`"
                        + String.join(
                                "`, `",
                                where.stream()
                                        .map(field -> isByField ? field : field.split(" ")[0])
                                        .toList())
                        + "`";
    }

    private static String split(String outcome) {
        if (outcome.contains(";")) {
            return "several | " + outcome;
        }
        return outcome.startsWith("rejected ") ? "rejected | `" + outcome.substring(9) + "`" : outcome + " | ";
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
