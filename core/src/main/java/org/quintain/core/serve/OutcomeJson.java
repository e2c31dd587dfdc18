package org.quintain.core.serve;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.quintain.core.Faulted;
import org.quintain.core.LabCard;
import org.quintain.core.Mark;
import org.quintain.core.Message;
import org.quintain.core.Outcome;
import org.quintain.core.RefusedException;
import org.quintain.core.Rejected;
import org.quintain.core.Verdict;

/** Outcomes on the wire: {@code "outcome"} is {@code verdict}, {@code rejected} or {@code faulted}, with its fields. */
public final class OutcomeJson {
    private OutcomeJson() {}

    /**
     * Writes an outcome.
     *
     * @param outcome any
     * @param card the lab's card, for the points of each criterion; may be null unless it is a verdict
     * @return its fields
     */
    public static Map<String, Object> write(Outcome outcome, LabCard card) {
        Map<String, Object> out = new LinkedHashMap<>();
        if (outcome instanceof Verdict verdict) {
            out.put("outcome", "verdict");
            out.put("earned", (long) verdict.earned());
            out.put("max", (long) card.maxPoints());
            out.put("marks", marks(verdict, card));
        } else if (outcome instanceof Rejected rejected) {
            out.put("outcome", "rejected");
            out.put("code", rejected.code());
            out.put("message", message(rejected.message()));
        } else if (outcome instanceof Faulted faulted) {
            out.put("outcome", "faulted");
            out.put("incident", faulted.incident());
            out.put("exceptionType", faulted.exceptionType());
        }
        return out;
    }

    /**
     * Writes a verdict's marks.
     *
     * @param verdict the verdict
     * @param card the lab's card
     * @return one object a criterion
     */
    public static List<Object> marks(Verdict verdict, LabCard card) {
        List<Object> marks = new ArrayList<>();
        for (Mark mark : verdict.marks()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("criterion", mark.criterion());
            one.put("earned", (long) mark.earned());
            one.put("points", (long) card.criterion(mark.criterion()).points());
            one.put("why", message(mark.why()));
            marks.add(one);
        }
        return marks;
    }

    /**
     * Writes a message.
     *
     * @param message the message
     * @return {@code {"key", "arguments"}}
     */
    public static Map<String, Object> message(Message message) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("key", message.key());
        out.put("arguments", new LinkedHashMap<String, Object>(message.arguments()));
        return out;
    }

    /**
     * Reads an outcome.
     *
     * @param fields as written
     * @return the outcome
     * @throws RefusedException {@code outcome-form} if the fields are not those of an outcome
     */
    public static Outcome read(Map<String, Object> fields) {
        try {
            return switch (String.valueOf(fields.get("outcome"))) {
                case "verdict" ->
                    new Verdict(((List<?>) fields.get("marks"))
                            .stream().map(mark -> readMark((Map<?, ?>) mark)).toList());
                case "rejected" -> new Rejected((String) fields.get("code"), readMessage(fields.get("message")));
                case "faulted" -> new Faulted((String) fields.get("incident"), (String) fields.get("exceptionType"));
                default -> throw new RefusedException(Message.of("outcome-form"));
            };
        } catch (RefusedException refused) {
            throw refused;
        } catch (ClassCastException | NullPointerException | ArithmeticException | IllegalArgumentException otherForm) {
            throw new RefusedException(Message.of("outcome-form"));
        }
    }

    private static Mark readMark(Map<?, ?> fields) {
        int earned = Math.toIntExact((Long) fields.get("earned"));
        return new Mark((String) fields.get("criterion"), earned, readMessage(fields.get("why")));
    }

    /**
     * Reads a message.
     *
     * @param tree {@code {"key", "arguments"}}
     * @return the message
     * @throws ClassCastException if the tree has another form
     */
    static Message readMessage(Object tree) {
        Map<?, ?> fields = (Map<?, ?>) tree;
        SortedMap<String, String> arguments = new TreeMap<>();
        ((Map<?, ?>) fields.get("arguments")).forEach((name, value) -> arguments.put((String) name, (String) value));
        return new Message((String) fields.get("key"), arguments);
    }
}
