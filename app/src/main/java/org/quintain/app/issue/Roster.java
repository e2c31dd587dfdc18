package org.quintain.app.issue;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
        byte[] bytes = file.toArray();
        if (bytes.length >= 2 && ((bytes[0] & 0xff) == 0xff || (bytes[0] & 0xff) == 0xfe) && bytes[1] < 0) {
            throw refused("roster-utf16");
        }
        String text = decode(bytes, StandardCharsets.UTF_8);
        boolean isWindows1252 = text == null;
        if (isWindows1252) {
            text = decode(bytes, Charset.forName("windows-1252"));
        }
        if (text == null || text.indexOf('\0') >= 0) {
            throw refused("roster-encoding");
        }
        return new Reader(text.startsWith("\uFEFF") ? text.substring(1) : text).read(isWindows1252);
    }

    private static String decode(byte[] bytes, Charset charset) {
        try {
            return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException notOfThisCharset) {
            return null;
        }
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
            long line = 0;
            try (CsvReader<CsvRecord> csv = CsvReader.builder()
                    .fieldSeparator(separator(text))
                    .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .allowUnclosedQuote(false)
                    .ofCsvRecord(text)) {
                Iterator<CsvRecord> records = csv.iterator();
                while (records.hasNext()) {
                    CsvRecord cells = records.next();
                    line = cells.getStartingLineNumber();
                    take(cells, line);
                }
            } catch (CsvParseException notCsv) {
                throw refused("roster-csv", "line", line + 1);
            } catch (java.io.IOException ofNoFile) {
                throw new IllegalStateException(ofNoFile);
            }
            if (headings.isEmpty() || lineByLearner.isEmpty()) {
                throw refused("roster-empty");
            }
            return new Roster(List.copyOf(lineByLearner.keySet()), isWindows1252, ignored);
        }

        /** The one of comma, semicolon and tab that the first line has most of. */
        private static char separator(String text) {
            String first =
                    text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
            char best = ',';
            for (char candidate : new char[] {';', '\t'}) {
                if (count(first, candidate) > count(first, best)) {
                    best = candidate;
                }
            }
            return best;
        }

        private static long count(String in, char what) {
            return in.chars().filter(c -> c == what).count();
        }

        private void take(CsvRecord cells, long line) {
            if (cells.getFields().stream().allMatch(String::isBlank)) {
                return;
            }
            if (headings.isEmpty()) {
                takeHeadings(cells.getFields(), line);
            } else {
                takeLearner(cells.getFields(), line);
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
