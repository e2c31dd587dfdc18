package org.quintain.app.issue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.quintain.app.files.CsvLines;
import org.quintain.app.files.SavedText;
import org.quintain.core.Bytes;
import org.quintain.core.Message;
import org.quintain.core.RefusedException;
import org.quintain.core.grade.Learner;
import org.quintain.core.text.Clean;

/**
 * A class list as a spreadsheet saves it: CSV with the columns learner, name, email, group and locale, in any order.
 *
 * <p>Only learner is required. Cells are separated by commas, semicolons or tabs, whichever the first line has most of; a
 * byte order mark, quoted cells, both line ends and empty lines are taken. Text that is not UTF-8 is read as
 * windows-1252, which is what French and English spreadsheets write otherwise.
 *
 * @param learners in the order of the file
 * @param isWindows1252 whether the file was not UTF-8
 * @param ignored headings of columns that mean nothing here
 */
public record Roster(List<Learner> learners, boolean isWindows1252, List<String> ignored) {
    private static final int MAX_BYTES = 8 << 20;
    private static final int MAX_CELL = 200;
    private static final Map<String, String> COLUMNS = Map.ofEntries(
            Map.entry("learner", "learner"),
            Map.entry("identifiant", "learner"),
            Map.entry("name", "name"),
            Map.entry("nom", "name"),
            Map.entry("email", "email"),
            Map.entry("courriel", "email"),
            Map.entry("group", "group"),
            Map.entry("groupe", "group"),
            Map.entry("classe", "group"),
            Map.entry("locale", "locale"),
            Map.entry("langue", "locale"));

    /** Copies the lists. */
    public Roster {
        learners = List.copyOf(learners);
        ignored = List.copyOf(ignored);
    }

    /**
     * Reads a class list.
     *
     * @param file its content
     * @return the learners
     * @throws RefusedException {@code roster-…} with line and column if it cannot be used
     */
    public static Roster read(Bytes file) {
        if (file.sizeBytes() > MAX_BYTES) {
            throw refused("roster-too-large", "limit", MAX_BYTES, "found", file.sizeBytes());
        }
        SavedText saved = SavedText.of(file.toArray()).orElseThrow(() -> refused("roster-encoding"));
        if (saved.encoding() == SavedText.Encoding.UTF_16) {
            throw refused("roster-utf16");
        }
        return new Reader(saved.text()).read(saved.encoding() == SavedText.Encoding.WINDOWS_1252);
    }

    private static RefusedException refused(String key, Object... arguments) {
        return new RefusedException(Message.of(key, arguments));
    }

    private static final class Reader {
        private final String text;
        private final Map<String, Integer> indexByColumn = new LinkedHashMap<>();
        private final Map<Learner, Long> lineByLearner = new LinkedHashMap<>();
        private final Map<String, Long> lineById = new LinkedHashMap<>();
        private final List<String> ignored = new ArrayList<>();
        private List<String> headings = List.of();

        Reader(String text) {
            this.text = text;
        }

        Roster read(boolean isWindows1252) {
            CsvLines.read(text, this::take, after -> refused("roster-csv", "line", after));
            if (headings.isEmpty() || lineByLearner.isEmpty()) {
                throw refused("roster-empty");
            }
            return new Roster(List.copyOf(lineByLearner.keySet()), isWindows1252, ignored);
        }

        private void take(List<String> cells, long line) {
            if (headings.isEmpty()) {
                takeHeadings(cells, line);
            } else {
                takeLearner(cells, line);
            }
        }

        private void takeHeadings(List<String> cells, long line) {
            headings = cells;
            for (int i = 0; i < cells.size(); i++) {
                String heading = cells.get(i).strip();
                String column = COLUMNS.get(heading.toLowerCase(Locale.ROOT));
                if (column == null) {
                    ignored.add(Clean.line(heading, 40));
                } else if (indexByColumn.put(column, i) != null) {
                    throw refused("roster-column-twice", "line", line, "name", column);
                }
            }
            ignored.removeIf(String::isBlank);
            if (!indexByColumn.containsKey("learner")) {
                throw refused("roster-no-learner-column", "line", line, "found", String.join(", ", cells));
            }
        }

        private void takeLearner(List<String> cells, long line) {
            if (cells.stream().skip(headings.size()).anyMatch(cell -> !cell.isBlank())) {
                throw refused(
                        "roster-too-many-cells",
                        "line",
                        line,
                        "column",
                        headings.size() + 1,
                        "expected",
                        headings.size());
            }
            String id = cell(cells, "learner", line);
            if (id.isEmpty()) {
                throw refused("roster-no-learner", "line", line, "column", indexByColumn.get("learner") + 1);
            }
            String locale = cell(cells, "locale", line).toLowerCase(Locale.ROOT);
            if (!locale.matches("((en|fr)([-_].*)?)?")) {
                throw refused(
                        "roster-locale", "line", line, "column", indexByColumn.get("locale") + 1, "found", locale);
            }
            Learner learner;
            try {
                learner = new Learner(
                        id,
                        cell(cells, "name", line),
                        cell(cells, "email", line),
                        cell(cells, "group", line),
                        locale.isEmpty() ? "" : locale.substring(0, 2));
            } catch (IllegalArgumentException notAnId) {
                throw refused("roster-id", "line", line, "column", indexByColumn.get("learner") + 1, "found", id);
            }
            Long before = lineById.put(learner.id(), line);
            if (before != null) {
                throw refused("roster-learner-twice", "line", line, "found", learner.id(), "before", before);
            }
            lineByLearner.put(learner, line);
        }

        private String cell(List<String> cells, String column, long line) {
            Integer index = indexByColumn.get(column);
            if (index == null || index >= cells.size()) {
                return "";
            }
            String cell = cells.get(index).strip();
            if (cell.codePointCount(0, cell.length()) > MAX_CELL) {
                throw refused("roster-cell", "line", line, "column", index + 1, "limit", MAX_CELL);
            }
            return cell;
        }
    }
}
