package org.quintain.app.issue;

import java.util.List;
import java.util.Map;

/** Lists of records that have one line each: they are read as a table. */
final class FlatRecords {
    private static final int MIN_COLUMNS = 2;
    private static final int MAX_CELL = 200;

    private FlatRecords() {}

    /** Whether all elements are records of the same two fields or more, and no field is a list, a record or a long text. */
    static boolean isTable(List<?> list) {
        return !list.isEmpty()
                && list.get(0) instanceof Map<?, ?> first
                && first.size() >= MIN_COLUMNS
                && list.stream()
                        .allMatch(element -> element instanceof Map<?, ?> record
                                && record.keySet().equals(first.keySet())
                                && record.values().stream().allMatch(FlatRecords::isCell));
    }

    private static boolean isCell(Object value) {
        String text = String.valueOf(value);
        return !(value instanceof Map) && !(value instanceof List) && text.length() <= MAX_CELL && !text.contains("\n");
    }

    /** The names of the fields. */
    static List<String> columns(List<?> table) {
        return ((Map<?, ?>) table.get(0)).keySet().stream().map(String::valueOf).toList();
    }

    /** The texts of the fields, record by record, in the order of the columns. */
    static List<List<String>> rows(List<?> table) {
        List<String> columns = columns(table);
        return table.stream()
                .map(record -> columns.stream()
                        .map(column -> String.valueOf(((Map<?, ?>) record).get(column)))
                        .toList())
                .toList();
    }
}
