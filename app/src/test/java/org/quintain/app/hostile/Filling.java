package org.quintain.app.hostile;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.quintain.app.handin.AnswerSheet;
import org.quintain.core.Bytes;
import org.quintain.core.Language;
import org.quintain.core.RefusedException;
import org.quintain.core.serve.Handout;
import org.quintain.core.text.Brief;
import org.quintain.core.wire.Json;
import org.quintain.core.wire.Limits;

/** Fills the places of a case's file for one seat; the README lists them. */
final class Filling {
    private final String learner;
    private final Case.Field field;
    private final School.Solved mine;
    private final int variant;
    private int variants = 1;
    private int kept;

    /**
     * A filling.
     *
     * @param learner who hands in
     * @param field the lab, and the field that is meant
     * @param variant from 0, of as many as {@link #variants()} says afterwards
     */
    Filling(String learner, Case.Field field, int variant) {
        this.learner = learner;
        this.field = field;
        this.mine = School.solved(learner, field.lab());
        this.variant = variant;
    }

    /** How many variants the text has that was filled last. */
    int variants() {
        return variants;
    }

    /** The most points that the near miss in the text may keep. */
    int kept() {
        return kept;
    }

    /** What a case hands in, with the frame that its file's ending stands for. */
    byte[] handIn(Case one, String name) {
        String text = one.text(name);
        if (name.endsWith(".value")) {
            text = "{ {{heading}}, \"answers\": { {{others}} \"{{field}}\": " + text.strip() + " } }";
        } else if (name.endsWith(".answers")) {
            text = "{ {{heading}}, \"answers\": " + text.strip() + " }";
        }
        return bytes(text);
    }

    /** Whether a hand-in is exactly what was issued. */
    boolean isTemplate(byte[] content) {
        try {
            return Json.parseObject(Bytes.of(content), Limits.SUBMISSION)
                    .equals(Json.parseObject(Bytes.utf8(mine.handout().submissionTemplate()), Limits.SUBMISSION));
        } catch (RefusedException noHandIn) {
            return false;
        }
    }

    /** A right hand-in. */
    static byte[] right(String learner, String lab) {
        Case.Field first = Case.Field.all().stream()
                .filter(field -> field.lab().equals(lab))
                .findFirst()
                .orElseThrow();
        return new Filling(learner, first, 0).bytes("{ {{heading}}, \"answers\": {{answers}} }");
    }

    byte[] bytes(String text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int from = 0;
        for (int open = text.indexOf("{{"); open >= 0; open = text.indexOf("{{", from)) {
            int end = text.indexOf("}}", open);
            // {{all {}}} ends at the last of its braces.
            while (text.startsWith("all ", open + 2) && text.startsWith("}}}", end)) {
                end++;
            }
            out.writeBytes(text.substring(from, open).getBytes(StandardCharsets.UTF_8));
            out.writeBytes(place(text.substring(open + 2, end).strip()));
            from = end + 2;
        }
        out.writeBytes(text.substring(from).getBytes(StandardCharsets.UTF_8));
        return out.toByteArray();
    }

    String text(String text) {
        return new String(bytes(text), StandardCharsets.UTF_8);
    }

    private byte[] place(String place) {
        String[] words = place.split(" ", 2);
        String rest = words.length > 1 ? words[1].strip() : "";
        return switch (words[0]) {
            case "hex" -> HexFormat.of().parseHex(rest.replace(" ", ""));
            case "bytes" -> bytes(Integer.parseInt(rest.split(" ")[0]), rest.split(" ")[1]);
            case "repeat" -> utf8(repeated(rest.split(" ", 2)));
            case "keys" -> utf8(keys(Integer.parseInt(rest)));
            case "misses" -> utf8(miss());
            case "others" -> utf8(others());
            case "all" -> utf8(all(rest));
            case "LEARNER" -> utf8(learner.toUpperCase(java.util.Locale.ROOT));
            default -> utf8(ofSeat(words[0], rest));
        };
    }

    private String ofSeat(String name, String rest) {
        int dot = name.indexOf('.');
        String before = dot < 0 ? "" : name.substring(0, dot);
        if (before.isEmpty() || before.equals("answer") || before.equals("data")) {
            return named(mine, name, rest);
        }
        return named(School.other(before, learner, field.lab()), name.substring(dot + 1), rest);
    }

    private String named(School.Solved seat, String name, String rest) {
        if (name.startsWith("answer.")) {
            return Json.write(seat.right().get(name.substring(7)));
        }
        if (name.startsWith("data.")) {
            return String.valueOf(seat.handout().data().get(name.substring(5)));
        }
        return switch (name) {
            case "heading" -> members(heading(seat.handout(), rest.replaceFirst("^without ", "")));
            case "answers" -> Json.write(seat.right());
            case "field" -> field.name();
            case "sheet" -> sheet(seat.handout());
            case "right" -> right(seat.right().get(field.name()), rest);
            default ->
                Optional.ofNullable(heading(seat.handout(), "").get(name))
                        .map(String::valueOf)
                        .orElseThrow(() -> new IllegalArgumentException("no such place: {{" + name + "}}"));
        };
    }

    private static Map<String, Object> heading(Handout handout, String without) {
        Map<String, Object> fields =
                new LinkedHashMap<>(Json.parseObject(Bytes.utf8(handout.submissionTemplate()), Limits.SUBMISSION));
        fields.remove("answers");
        fields.remove(without);
        return fields;
    }

    private static String members(Map<String, Object> object) {
        return object.entrySet().stream()
                .map(one -> Json.write(one.getKey()) + ": " + Json.write(one.getValue()))
                .collect(Collectors.joining(", "));
    }

    private String others() {
        Map<String, Object> others = new LinkedHashMap<>(mine.right());
        others.remove(field.name());
        return others.isEmpty() ? "" : members(others) + ",";
    }

    private String all(String value) {
        return "{"
                + mine.right().keySet().stream()
                        .map(name -> Json.write(name) + ": " + value)
                        .collect(Collectors.joining(", "))
                + "}";
    }

    private String miss() {
        variants = mine.misses().size();
        School.Miss miss = mine.misses().get(variant);
        kept = miss.kept();
        return Json.write(miss.answer());
    }

    private String right(Object right, String how) {
        if (how.isEmpty()) {
            return Json.write(right);
        }
        Mutation mutation = new Mutation(field, right);
        String word = how.replaceFirst("^as ", "");
        if (word.equals("text")) {
            return inner(right);
        }
        var values = mutation.as(word);
        variants = Math.max(variants, values.size());
        return Json.write(values.get(Math.min(variant, values.size() - 1)));
    }

    /** What stands between the quotation marks. */
    private static String inner(Object tree) {
        String quoted = Json.write(tree instanceof String ? tree : Json.write(tree));
        return quoted.substring(1, quoted.length() - 1);
    }

    private String sheet(Handout handout) {
        String template = AnswerSheet.template(handout, Brief.of(School.lab(field.lab()), Language.EN));
        return template.substring(template.indexOf("---"));
    }

    private static String keys(int count) {
        StringBuilder keys = new StringBuilder();
        for (int i = 0; i < count; i++) {
            keys.append("\"k").append(i).append("\":1,");
        }
        return keys.toString();
    }

    private static String repeated(String[] countAndText) {
        String text = countAndText[1];
        return unescaped(text.substring(1, text.length() - 1)).repeat(Integer.parseInt(countAndText[0]));
    }

    /** With {@code \}{@code uXXXX}, {@code \t}, {@code \r} and {@code \n} as what they stand for. */
    static String unescaped(String text) {
        return java.util.regex.Pattern.compile("\\\\u([0-9a-fA-F]{4})")
                .matcher(text.replace("\\t", "\t").replace("\\r", "\r").replace("\\n", "\n"))
                .replaceAll(hit -> java.util.regex.Matcher.quoteReplacement(
                        Character.toString(Integer.parseInt(hit.group(1), 16))));
    }

    private static byte[] bytes(int count, String hex) {
        byte[] bytes = new byte[count];
        java.util.Arrays.fill(bytes, (byte) Integer.parseInt(hex, 16));
        return bytes;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
