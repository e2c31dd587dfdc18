package org.quintain.core.grade;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.quintain.core.Bytes;
import org.quintain.core.Catalog;
import org.quintain.core.LabCard;
import org.quintain.core.Message;
import org.quintain.core.RefusedException;
import org.quintain.core.Seat;
import org.quintain.core.Usage;
import org.quintain.core.Verdict;
import org.quintain.core.serve.OutcomeJson;
import org.quintain.core.text.Clean;
import org.quintain.core.wire.Json;
import org.quintain.core.wire.Limits;

/** Rows as lines of {@code rows.jsonl}, {@code lab-row/1}. */
public final class RowJson {
    /** The format's name. */
    public static final String FORMAT = "lab-row/1";

    private static final Set<String> FIELDS = Set.of(
            "format",
            "origin",
            "tenant",
            "course",
            "learner",
            "issue",
            "lab",
            "contentVersion",
            "checkerVersion",
            "issueId",
            "submissionSha256",
            "receivedAt",
            "outcome",
            "earned",
            "max",
            "hintCost",
            "marks",
            "code",
            "message",
            "incident",
            "exceptionType",
            "usage",
            "answerDigest");

    private RowJson() {}

    /**
     * Writes a row.
     *
     * @param row the row
     * @param labs where the card of the row's lab is found
     * @return JSON without line breaks
     * @throws IllegalArgumentException if the row is a verdict of a lab that is not among {@code labs}
     */
    public static String write(Row row, Catalog labs) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("format", FORMAT);
        out.put("origin", row.origin());
        row.seat().ifPresent(seat -> {
            out.put("tenant", seat.tenant());
            out.put("course", seat.course());
            out.put("learner", seat.learner());
            out.put("issue", (long) seat.issue());
        });
        row.lab().ifPresent(lab -> out.put("lab", lab));
        out.put("contentVersion", (long) row.contentVersion());
        out.put("checkerVersion", row.checkerVersion());
        out.put("issueId", row.issueId());
        out.put("submissionSha256", row.submissionSha256());
        row.receivedAt().ifPresent(at -> out.put("receivedAt", at.toString()));
        LabCard card = row.lab().flatMap(labs::find).map(lab -> lab.card()).orElse(null);
        if (card == null && row.outcome() instanceof Verdict) {
            throw new IllegalArgumentException(
                    "a known lab wanted: lab=" + row.lab().orElse(""));
        }
        out.putAll(OutcomeJson.write(row.outcome(), card));
        out.put("earned", (long) row.earned());
        out.put("max", (long) row.max());
        out.put("hintCost", (long) row.hintCost());
        Map<String, Object> usage = new LinkedHashMap<>();
        usage.put("queries", row.usage().queries());
        usage.put("packets", row.usage().packets());
        usage.put("virtualMicros", row.usage().virtualMicros());
        out.put("usage", usage);
        row.answerDigest().ifPresent(digest -> out.put("answerDigest", digest));
        return Json.write(out);
    }

    /**
     * Reads a row.
     *
     * @param line one line of {@code rows.jsonl}
     * @return the row
     * @throws RefusedException {@code row-form} or a {@code json-…} key if it is no row
     */
    public static Row read(String line) {
        Map<String, Object> fields = Json.parseObject(Bytes.utf8(line), Limits.OWN_FILE);
        try {
            if (!FORMAT.equals(fields.get("format"))) {
                throw new RefusedException(Message.of("row-form"));
            }
            refuseUnknown(fields);
            Map<?, ?> usage = (Map<?, ?>) fields.get("usage");
            return new Row(
                    text(fields, "origin"),
                    fields.containsKey("learner") ? Optional.of(seat(fields)) : Optional.empty(),
                    Optional.ofNullable((String) fields.get("lab")),
                    integer(fields, "contentVersion"),
                    text(fields, "issueId"),
                    OutcomeJson.read(fields),
                    integer(fields, "earned"),
                    integer(fields, "max"),
                    integer(fields, "hintCost"),
                    text(fields, "submissionSha256"),
                    text(fields, "checkerVersion"),
                    Optional.ofNullable((String) fields.get("receivedAt")).map(Instant::parse),
                    new Usage((Long) usage.get("queries"), (Long) usage.get("packets"), (Long)
                            usage.get("virtualMicros")),
                    Optional.ofNullable((String) fields.get("answerDigest")).map(RowJson::digest));
        } catch (RefusedException refused) {
            throw refused;
        } catch (ClassCastException
                | NullPointerException
                | ArithmeticException
                | DateTimeParseException
                | IllegalArgumentException otherForm) {
            throw new RefusedException(Message.of("row-form"));
        }
    }

    private static void refuseUnknown(Map<String, Object> fields) {
        for (String name : fields.keySet()) {
            if (!FIELDS.contains(name)) {
                throw new RefusedException(Message.of("value-unknown", "name", Clean.line(name, 40)));
            }
        }
    }

    private static String digest(String text) {
        if (!text.matches("[0-9a-f]{32}")) {
            throw new IllegalArgumentException("32 hexadecimal digits wanted");
        }
        return text;
    }

    private static String text(Map<String, Object> fields, String name) {
        return Objects.requireNonNull((String) fields.get(name));
    }

    private static Seat seat(Map<String, Object> fields) {
        return new Seat(
                (String) fields.get("tenant"),
                (String) fields.get("course"),
                (String) fields.get("learner"),
                integer(fields, "issue"));
    }

    private static int integer(Map<String, Object> fields, String name) {
        return Math.toIntExact((Long) fields.get(name));
    }
}
