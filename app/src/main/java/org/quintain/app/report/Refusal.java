package org.quintain.app.report;

import org.quintain.core.Faulted;
import org.quintain.core.Message;
import org.quintain.core.Outcome;
import org.quintain.core.Rejected;
import org.quintain.core.grade.Row;
import org.quintain.core.text.Texts;

/**
 * Why a hand-in was not judged.
 *
 * @param kind ends the keys of the words for it: what it is, what to tell the learner, what the learner does next
 * @param reason the exact reason, fit to be shown
 */
record Refusal(String kind, String reason) {
    /** The kind that a teacher sees first. */
    static final String OTHERS_FILE = "whose";

    static Refusal of(Row row, Site site) {
        Message why;
        if (row.outcome() instanceof Rejected rejected) {
            why = rejected.message();
        } else if (row.outcome() instanceof Faulted faulted) {
            why = Message.of("faulted", "incident", faulted.incident());
        } else {
            throw new IllegalArgumentException("a row that was not judged wanted");
        }
        String said = row.lab()
                .flatMap(site::brief)
                .map(brief -> brief.say(why))
                .orElseGet(() -> Texts.core(site.language()).say(why));
        return new Refusal(kind(row.outcome()), site.cleanReason(said));
    }

    private static String kind(Outcome outcome) {
        if (!(outcome instanceof Rejected rejected)) {
            return "faulted";
        }
        String code = rejected.code();
        return switch (code) {
            case "json-too-large" -> "too-large";
            case "json-utf16", "json-encoding" -> "encoding";
            case "answer-form" -> "answer";
            case "whose-is-it" -> OTHERS_FILE;
            case "issue-id", "format", "field-missing", "field-kind", "field-unknown", "identifier" -> "header";
            case "not-in-course" -> "roster";
            case "no-evidence", "evidence-seal", "evidence-unreadable" -> "evidence";
            case "submissions-exhausted" -> "exhausted";
            case "unreadable" -> "unreadable";
            default -> kindOfCode(code.substring(0, code.indexOf('-') + 1));
        };
    }

    private static String kindOfCode(String prefix) {
        return switch (prefix) {
            case "json-" -> "json";
            case "sheet-" -> "sheet";
            case "table-" -> "table";
            case "zip-", "line-", "entry-" -> "archive";
            default -> "other";
        };
    }
}
