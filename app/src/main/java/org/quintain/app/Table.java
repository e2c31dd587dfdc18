package org.quintain.app;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A table in plain text: columns two spaces apart, nothing drawn. */
public final class Table {
    private static final int GAP = 2;
    private final List<List<String>> rows = new ArrayList<>();
    private final Set<Integer> rightAligned;

    /**
     * A table.
     *
     * @param rightAligned indices of the columns with numbers, from 0
     * @param header the columns' names
     */
    public Table(Set<Integer> rightAligned, String... header) {
        this.rightAligned = rightAligned;
        rows.add(List.of(header));
    }

    /**
     * Adds a row.
     *
     * @param cells one text for each column, without line breaks
     */
    public void row(Object... cells) {
        List<String> row = new ArrayList<>();
        for (Object cell : cells) {
            row.add(String.valueOf(cell));
        }
        rows.add(row);
    }

    /**
     * Writes the table.
     *
     * @param out where to
     */
    public void print(PrintStream out) {
        int columns = rows.get(0).size();
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], length(row.get(i)));
            }
        }
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < columns; i++) {
                String pad = " ".repeat(widths[i] - length(row.get(i)));
                line.append(rightAligned.contains(i) ? pad + row.get(i) : row.get(i) + pad)
                        .append(" ".repeat(GAP));
            }
            out.println(line.toString().stripTrailing());
        }
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
