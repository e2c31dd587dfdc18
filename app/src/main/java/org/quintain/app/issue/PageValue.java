package org.quintain.app.issue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.quintain.core.text.Clean;

/**
 * A value of an instance, as it is shown on a learner's page.
 *
 * @param name of the component or number of the element
 * @param kind {@code word}, {@code text}, {@code hex}, {@code file}, {@code group} or {@code table}, and {@code row} in one
 * @param parts one part; hexadecimal digits in groups; for a file its link and its name; a table's columns, a row's cells
 * @param values of a group; a table's rows
 */
record PageValue(String name, String kind, List<String> parts, List<PageValue> values) {
    private static final int WORD = 40;
    private static final int GROUP = 8;

    /**
     * The values of an instance.
     *
     * @param data as a handout holds it
     * @return in order
     */
    static List<PageValue> of(Map<String, Object> data) {
        return data.entrySet().stream()
                .map(entry -> of(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static PageValue of(String name, Object value) {
        if (value instanceof Map<?, ?> file && file.size() == 1 && file.get("file") instanceof String original) {
            String copy = LabFolder.fileName(original);
            return new PageValue(name, "file", List.of(link(copy), copy), List.of());
        }
        if (value instanceof Map<?, ?> record) {
            return group(
                    name,
                    record.entrySet().stream()
                            .map(field -> of(String.valueOf(field.getKey()), field.getValue()))
                            .toList());
        }
        if (value instanceof List<?> list) {
            if (FlatRecords.isTable(list)) {
                return table(name, list);
            }
            List<PageValue> elements = new ArrayList<>();
            list.forEach(element -> elements.add(of(Integer.toString(elements.size() + 1), element)));
            return group(name, elements);
        }
        String text = String.valueOf(value);
        if (text.matches("([0-9a-f]{2}){16,}")) {
            return new PageValue(name, "hex", List.of(text.split("(?<=\\G.{" + GROUP + "})")), List.of());
        }
        boolean isWord = text.length() <= WORD && text.indexOf('\n') < 0 && text.equals(text.strip());
        return new PageValue(name, isWord ? "word" : "text", List.of(text), List.of());
    }

    private static PageValue table(String name, List<?> records) {
        List<PageValue> rows = FlatRecords.rows(records).stream()
                .map(cells -> new PageValue("", "row", cells, List.of()))
                .toList();
        return new PageValue(name, "table", FlatRecords.columns(records), rows);
    }

    private static PageValue group(String name, List<PageValue> values) {
        return new PageValue(name, "group", List.of(), values);
    }

    private static String link(String fileName) {
        return java.net.URLEncoder.encode(fileName, java.nio.charset.StandardCharsets.UTF_8)
                .replace("+", "%20");
    }

    /**
     * The name for people.
     *
     * @return without characters that confuse
     */
    String label() {
        return Clean.line(name, 80);
    }
}
