package org.quintain.app.handin;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.quintain.app.files.Folded;
import org.quintain.app.forms.Blanks;

/** Which column of a class table holds what. */
final class TableColumns {
    /** What a column holds. */
    enum Column {
        LEARNER(true, "learner", "eleve", "identifiant", "etudiant", "etudiante"),
        LAB(true, "lab", "labo", "exercice"),
        ANSWER(true, "answer", "champ", "reponse"),
        VALUE(true, "value", "valeur"),
        ISSUE(false, "issue", "exemplaire"),
        RECEIVED(false, "received", "recu", "rendu");

        private final boolean isNeeded;
        private final List<String> headings;

        Column(boolean isNeeded, String... headings) {
            this.isNeeded = isNeeded;
            this.headings = List.of(headings);
        }
    }

    private final Map<Column, Integer> indexByColumn = new EnumMap<>(Column.class);
    private final List<String> twice = new ArrayList<>();

    private TableColumns() {}

    static TableColumns of(List<String> headings) {
        TableColumns columns = new TableColumns();
        for (int i = 0; i < headings.size(); i++) {
            String heading = Folded.of(unquoted(Blanks.strip(headings.get(i))));
            for (Column column : Column.values()) {
                if (column.headings.contains(heading) && columns.indexByColumn.putIfAbsent(column, i) != null) {
                    columns.twice.add(headings.get(i));
                }
            }
        }
        return columns;
    }

    private static String unquoted(String heading) {
        return heading.replace("\"", "");
    }

    /** The headings that must be there and are not. */
    List<String> missing() {
        List<String> missing = new ArrayList<>();
        for (Column column : Column.values()) {
            if (column.isNeeded && !indexByColumn.containsKey(column)) {
                missing.add(column.headings.get(0));
            }
        }
        return missing;
    }

    /** Headings of columns that are there already. */
    List<String> twice() {
        return twice;
    }

    /** A cell without blanks around it, empty if the line or the table has none. */
    String cell(List<String> cells, Column column) {
        Integer index = indexByColumn.get(column);
        return index == null || index >= cells.size() ? "" : Blanks.strip(cells.get(index));
    }
}
