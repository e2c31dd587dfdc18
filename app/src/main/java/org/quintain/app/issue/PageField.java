package org.quintain.app.issue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.quintain.app.forms.FormWords;
import org.quintain.core.text.Brief;

/**
 * A field of the form on a learner's page.
 *
 * @param id of its element
 * @param name in the answer
 * @param kind how the script reads it: the type of the handout's form, {@code json} where a person has to write JSON
 * @param item the kind of a list's elements, else empty
 * @param isOptional whether an empty field is left out
 * @param meaning what it is, as markup
 * @param words what it takes, as markup
 * @param choices words to choose from
 * @param size the most characters that fit, or 0 if that is open
 * @param fields of a record
 */
record PageField(
        String id,
        String name,
        String kind,
        String item,
        boolean isOptional,
        String meaning,
        String words,
        List<String> choices,
        long size,
        List<PageField> fields) {
    private static final Set<String> SIMPLE = Set.of("text", "bytes", "integer", "big-integer", "boolean", "choice");
    private static final int LINE = 60;
    private static final int RULED_LINES = 10;

    /**
     * The fields of an answer.
     *
     * @param forms as a handout describes them
     * @param brief with the meanings
     * @return in order
     */
    static List<PageField> of(Map<String, Object> forms, Brief brief) {
        return of("answer", forms, brief.entries(Brief.Section.ANSWER), FormWords.in(brief.language()));
    }

    private static List<PageField> of(
            String above, Map<?, ?> forms, Map<String, String> meanings, FormWords formWords) {
        List<PageField> fields = new ArrayList<>();
        forms.forEach((name, form) -> {
            String id = above + "-" + (fields.size() + 1);
            String meaning = PageMarkdown.inline(FormWords.sentence(meanings.getOrDefault(String.valueOf(name), "")));
            fields.add(of(id, (String) name, (Map<?, ?>) form, meaning, formWords));
        });
        return fields;
    }

    private static PageField of(String id, String name, Map<?, ?> form, String meaning, FormWords formWords) {
        String type = String.valueOf(form.get("type"));
        Map<?, ?> element = type.equals("list") ? (Map<?, ?>) form.get("of") : Map.of();
        String item = String.valueOf(element.get("type"));
        boolean isJson = type.equals("list") && !SIMPLE.contains(item);
        return new PageField(
                id,
                name,
                isJson ? "json" : type,
                type.equals("list") && !isJson ? item : "",
                Boolean.TRUE.equals(form.get("optional")),
                meaning,
                PageMarkdown.inline(isJson ? formWords.json(form) : formWords.sentence(form)),
                type.equals("choice")
                        ? ((List<?>) form.get("of"))
                                .stream().map(String::valueOf).toList()
                        : List.of(),
                size(type, form),
                type.equals("record") ? of(id, (Map<?, ?>) form.get("fields"), Map.of(), formWords) : List.of());
    }

    private static long size(String type, Map<?, ?> form) {
        if (type.equals("integer")) {
            return Math.max(
                    String.valueOf(form.get("min")).length(),
                    String.valueOf(form.get("max")).length());
        }
        long max = form.get("max") instanceof Long limit ? limit : 0;
        return type.equals("bytes") ? 2 * max : max;
    }

    /**
     * Whether it is a field of several lines.
     *
     * @return whether its values are longer than a line
     */
    boolean isArea() {
        return switch (kind) {
            case "list", "json" -> true;
            case "text", "bytes", "big-integer" -> size == 0 || size > LINE;
            default -> false;
        };
    }

    /**
     * How high it is.
     *
     * @return lines of text
     */
    int rows() {
        return kind.equals("list") && size > 0 ? (int) Math.min(size, RULED_LINES) : 4;
    }

    /**
     * What to write on when printed.
     *
     * @return the number of ruled lines
     */
    int ruledLines() {
        if (!isArea()) {
            return 1;
        }
        return kind.equals("list") && size > 0
                ? (int) Math.min(size, 12)
                : (int) Math.max(3, Math.min(RULED_LINES, size / 50));
    }

    /**
     * What the script has to know.
     *
     * @return a plain JSON tree
     */
    Map<String, Object> describe() {
        Map<String, Object> description = new LinkedHashMap<>();
        description.put("id", id);
        description.put("name", name);
        description.put("kind", kind);
        description.put("item", item);
        description.put("optional", isOptional);
        List<Object> inner = new ArrayList<>();
        fields.forEach(field -> inner.add(field.describe()));
        description.put("fields", inner);
        return description;
    }
}
