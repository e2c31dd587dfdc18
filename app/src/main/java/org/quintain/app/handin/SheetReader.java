package org.quintain.app.handin;

import static org.quintain.app.handin.AnswerSheet.refused;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.quintain.app.forms.Blanks;
import org.quintain.core.text.Clean;
import org.quintain.core.wire.BytesShape;
import org.quintain.core.wire.RecordShape;

/** The lines of a filled-in sheet: answers above the end line, the header below it. */
final class SheetReader {
    /** The header's keys, in the order of a submission. */
    static final List<String> HEADER = List.of(
            "format", "tenant", "course", "learner", "issue", "params", "keyId", "lab", "contentVersion", "issueId");

    private static final Pattern FORMAT_LINE = Pattern.compile("(?i)format\\P{Alnum}*lab-answer/.*");
    private static final Pattern END_LINE = Pattern.compile("(---|—|–-|–).*");
    private static final Pattern LIKE_A_KEY = Pattern.compile("(\\p{L}[\\p{L}\\p{N}_-]*)[\\h]*[:：](?!/).*");
    private static final int SHOWN = 40;

    private final String[] lines;
    private final int header;

    /**
     * A key with its value.
     *
     * @param line where the key stands, from 1
     * @param value what was typed, maybe over several lines
     */
    record Field(int line, String value) {}

    /**
     * Parts a sheet.
     *
     * @param text the file
     * @throws org.quintain.core.RefusedException {@code sheet-no-header} if there is none
     */
    SheetReader(String text) {
        lines = text.split("\r\n|\r|\n", -1);
        int format = lines.length - 1;
        while (format >= 0 && !FORMAT_LINE.matcher(Blanks.strip(lines[format])).matches()) {
            format--;
        }
        if (format < 0) {
            throw refused("sheet-no-header");
        }
        header = firstOfHeader(format);
    }

    /** Where the header begins: with the end line, or with its first key if the end line was deleted. */
    private int firstOfHeader(int format) {
        for (int i = format; i > 0; i--) {
            String above = Blanks.strip(lines[i - 1]);
            if (END_LINE.matcher(above).matches()) {
                return i - 1;
            }
            if (!isPassedOver(above) && nameIn(HEADER, above) == null) {
                return i;
            }
        }
        return 0;
    }

    private static boolean isPassedOver(String line) {
        return line.isEmpty() || line.startsWith("#");
    }

    private static int colon(String line) {
        int narrow = line.indexOf(':');
        int wide = line.indexOf('：');
        return narrow < 0 ? wide : wide < 0 ? narrow : Math.min(narrow, wide);
    }

    /** The one of some names that a line begins with, as it is spelt there or else in any case. */
    private static String nameIn(List<String> names, String line) {
        int colon = colon(line);
        // An editor that saves as windows-1252 puts a question mark for the narrow space of French.
        String key = colon < 0 ? "" : Blanks.strip(line.substring(0, colon).replaceFirst("[?\uFFFD]$", ""));
        return names.stream()
                .filter(key::equals)
                .findFirst()
                .orElseGet(() ->
                        names.stream().filter(key::equalsIgnoreCase).findFirst().orElse(null));
    }

    /**
     * The header as the fields of a submission.
     *
     * @return format {@code lab-submission/1} and the rest, in order; values are not yet believed
     */
    Map<String, Object> heading() {
        Map<String, Field> found = new LinkedHashMap<>();
        for (int i = header; i < lines.length; i++) {
            String line = Blanks.strip(lines[i]);
            String name = nameIn(HEADER, line);
            if (name != null) {
                putOnce(found, name, new Field(i + 1, Blanks.strip(line.substring(colon(line) + 1))));
            } else if (!isPassedOver(line) && !END_LINE.matcher(line).matches()) {
                throw refused("sheet-below", "line", i + 1, "found", Clean.line(line, SHOWN));
            }
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        for (String name : HEADER) {
            Field field = found.get(name);
            if (field == null || field.value().isEmpty() && !name.equals("params")) {
                throw refused("sheet-header", "name", name);
            }
            fields.put(name, value(name, field));
        }
        return fields;
    }

    private static Object value(String name, Field field) {
        return switch (name) {
            case "format" -> {
                if (!field.value().toLowerCase(Locale.ROOT).equals(AnswerSheet.FORMAT)) {
                    throw refused(
                            "sheet-format", "expected", AnswerSheet.FORMAT, "found", Clean.line(field.value(), SHOWN));
                }
                yield "lab-submission/1";
            }
            case "issue", "contentVersion" -> {
                if (!field.value().matches("[0-9]{1,9}")) {
                    throw changed(name, field);
                }
                yield Long.valueOf(field.value());
            }
            case "params" -> params(field);
            default -> field.value();
        };
    }

    private static Map<String, Object> params(Field field) {
        Map<String, Object> params = new LinkedHashMap<>();
        if (field.value().isEmpty() || field.value().equals("-")) {
            return params;
        }
        for (String param : field.value().split(";", -1)) {
            int equals = param.indexOf('=');
            if (equals < 0
                    || params.put(Blanks.strip(param.substring(0, equals)), Blanks.strip(param.substring(equals + 1)))
                            != null) {
                throw changed("params", field);
            }
        }
        return params;
    }

    private static RuntimeException changed(String name, Field field) {
        return refused("sheet-changed", "line", field.line(), "name", name, "found", Clean.line(field.value(), SHOWN));
    }

    /**
     * What was typed behind the answers' keys.
     *
     * @param shape the form of the answer
     * @return values by field name; a field whose key is not there is left out
     */
    Map<String, Field> answers(RecordShape shape) {
        List<String> names =
                shape.components().stream().map(RecordShape.Component::name).toList();
        Map<String, Field> answers = new LinkedHashMap<>();
        String current = null;
        for (int i = 0; i < header; i++) {
            String line = Blanks.strip(lines[i]);
            String name = nameIn(names, line);
            if (name != null) {
                current = name;
                putOnce(answers, name, new Field(i + 1, Blanks.strip(line.substring(colon(line) + 1))));
            } else if (!line.startsWith("#") && (current != null || !line.isEmpty())) {
                refuseUnknown(i, shape, current);
                answers.computeIfPresent(
                        current, (key, before) -> new Field(before.line(), before.value() + "\n" + line));
            }
        }
        return answers;
    }

    private static void putOnce(Map<String, Field> fields, String name, Field field) {
        Field before = fields.putIfAbsent(name, field);
        if (before != null) {
            throw refused("sheet-twice", "line", field.line(), "name", name, "before", before.line());
        }
    }

    /** A mistyped key must not become a part of the answer above it; an indented line never is a key. */
    private void refuseUnknown(int i, RecordShape shape, String current) {
        Matcher key = LIKE_A_KEY.matcher(current == null ? Blanks.strip(lines[i]) : lines[i]);
        Function<String, Boolean> isHex = word -> current != null
                && shape.component(current).orElseThrow().shape() instanceof BytesShape
                && word.matches("[0-9A-Fa-f]+");
        String expected =
                shape.components().stream().map(RecordShape.Component::name).collect(Collectors.joining(", "));
        if (key.matches() && !isHex.apply(key.group(1))) {
            throw refused("sheet-key", "line", i + 1, "found", Clean.line(key.group(1), SHOWN), "expected", expected);
        }
        if (current == null) {
            throw refused("sheet-before", "line", i + 1, "found", Clean.line(lines[i], SHOWN), "expected", expected);
        }
    }
}
