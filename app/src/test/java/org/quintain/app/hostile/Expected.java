package org.quintain.app.hostile;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.quintain.core.Faulted;
import org.quintain.core.Language;
import org.quintain.core.Mark;
import org.quintain.core.Message;
import org.quintain.core.Outcome;
import org.quintain.core.Rejected;
import org.quintain.core.Verdict;
import org.quintain.core.grade.Row;
import org.quintain.core.text.Brief;
import org.quintain.core.text.Texts;

/** What must come of a case, as {@code cases.txt} says it. */
public final class Expected {
    private static final Map<String, Brief> BRIEFS = new ConcurrentHashMap<>();

    private Expected() {}

    /**
     * Compares rows with what was expected.
     *
     * @param given the case
     * @param rows its rows, in order
     * @return what is wrong, or empty
     */
    public static Optional<String> mistake(Delivery.Given given, List<Row> rows) {
        List<String> wanted = given.isTemplate() || given.one().expected().equals("nothing")
                ? List.of()
                : Arrays.stream(given.one().expected().split(";"))
                        .map(String::strip)
                        .toList();
        boolean isRight = rows.size() == wanted.size();
        for (int i = 0; isRight && i < rows.size(); i++) {
            isRight = fits(wanted.get(i), rows.get(i), given) && hasWords(rows.get(i));
        }
        return isRight
                ? Optional.empty()
                : Optional.of(given.one() + " [" + given.path() + "]\n  expected: "
                        + given.one().expected() + "\n  found: "
                        + rows.stream().map(Expected::shown).toList());
    }

    private static boolean fits(String wanted, Row row, Delivery.Given given) {
        String[] words = wanted.split(" ", 2);
        Outcome outcome = row.outcome();
        if (outcome instanceof Faulted) {
            return false;
        }
        if (outcome instanceof Rejected rejected) {
            boolean isNamed = words[0].equals("rejected")
                    && List.of(words[1].split("\\|"))
                            .contains(rejected.message().key());
            return row.earned() == 0 && (words[0].equals("either") || isNamed);
        }
        if (words[0].equals("rejected")) {
            return false;
        }
        int max = School.max(given.field().lab());
        return switch (words[1]) {
            case "full" -> row.earned() == max;
            case "0" -> row.earned() == 0;
            case "<=wrong" -> row.earned() <= given.field().wrong();
            case "<=near" -> row.earned() <= given.field().near();
            case "<=kept" -> row.earned() <= given.kept();
            default -> row.earned() <= Integer.parseInt(words[1].substring(2));
        };
    }

    /** Rejected or judged, and how. */
    static String shown(Row row) {
        return row.outcome() instanceof Verdict
                ? "verdict " + row.earned() + " of " + row.max()
                : row.outcome() instanceof Rejected rejected
                        ? "rejected " + rejected.message().key()
                        : row.outcome().toString();
    }

    private static Brief brief(String lab, Language language) {
        return BRIEFS.computeIfAbsent(lab + language, any -> Brief.of(School.lab(lab), language));
    }

    /** Whether each message of a row has words in both languages, with all its arguments in place. */
    static boolean hasWords(Row row) {
        List<Message> messages = row.outcome() instanceof Verdict verdict
                ? verdict.marks().stream().map(Mark::why).toList()
                : List.of(((Rejected) row.outcome()).message());
        for (Language language : Language.values()) {
            for (Message message : messages) {
                boolean isOfLab = row.lab()
                        .flatMap(School.LABS::find)
                        .map(lab ->
                                Brief.of(lab, language).places(message.key()).isPresent())
                        .orElse(false);
                if (!isOfLab && Texts.core(language).places(message.key()).isEmpty()) {
                    return false;
                }
            }
        }
        return true;
    }
}
