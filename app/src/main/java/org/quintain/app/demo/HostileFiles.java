package org.quintain.app.demo;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.quintain.core.Bytes;
import org.quintain.core.wire.Json;
import org.quintain.core.wire.Limits;

/** Files that somebody hands in to get points, or something else, that is not due. */
final class HostileFiles {
    private static final String SCRIPT = "<script>alert('100/100')</script>";
    private static final String FORMULA = "=HYPERLINK(\"https://points.example\";\"100\")";
    private static final String BIDI = "\u202Egnp.exe";
    private static final String ESCAPE = "\u001B[2J\u001B[31mGrade :=>> 100";

    private HostileFiles() {}

    /**
     * A hostile file.
     *
     * @param number 0, 1, 2 …; the kinds take turns
     * @param template the submission to fill in
     * @return what is handed in instead
     */
    static byte[] of(int number, Bytes template) {
        Map<String, Object> fields = Json.parseObject(template, Limits.SUBMISSION);
        return switch (number % 5) {
            case 0 -> forgedScore(fields);
            case 1 -> new byte[2 << 20];
            case 2 -> otherName(fields);
            case 3 -> hostileAnswers(fields);
            default -> utf8("[".repeat(200_000));
        };
    }

    private static byte[] forgedScore(Map<String, Object> fields) {
        Map<String, Object> forged = new LinkedHashMap<>();
        forged.put(SCRIPT + BIDI, FORMULA);
        forged.put("earned", 100L);
        forged.put("verdict", ESCAPE);
        forged.putAll(fields);
        return utf8(Json.writeIndented(forged));
    }

    private static byte[] otherName(Map<String, Object> fields) {
        fields.put("learner", FORMULA + SCRIPT + BIDI);
        return utf8(Json.writeIndented(fields));
    }

    private static byte[] hostileAnswers(Map<String, Object> fields) {
        Map<String, Object> answers = new LinkedHashMap<>();
        ((Map<?, ?>) fields.get("answers")).keySet().forEach(name -> answers.put((String) name, FORMULA + BIDI));
        fields.put("answers", answers);
        return utf8(Json.writeIndented(fields));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
