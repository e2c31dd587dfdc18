package org.quintain.app.handin;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.quintain.app.files.CsvLines;
import org.quintain.app.files.SavedText;
import org.quintain.app.forms.Typing;
import org.quintain.app.handin.TableColumns.Column;
import org.quintain.core.Bytes;
import org.quintain.core.Catalog;
import org.quintain.core.Lab;
import org.quintain.core.Message;
import org.quintain.core.RefusedException;
import org.quintain.core.derive.CourseKey;
import org.quintain.core.grade.Assignment;
import org.quintain.core.grade.Course;
import org.quintain.core.text.Clean;
import org.quintain.core.wire.RecordShape;
import org.quintain.core.wire.Shapes;

/** Reads a class table line by line; a bad line is refused and the others go on. */
final class TableReader {
    private static final int MAX_BYTES = 8 << 20;
    private static final int SHOWN = 60;

    private final String origin;
    private final TableNames names;
    private final Catalog labs;
    private final TableHandIn.Sealing sealing;
    private final ZoneId zone;
    private final List<Found> found = new ArrayList<>();
    private final Map<List<Object>, TableHandIn> handIns = new LinkedHashMap<>();
    private final Set<List<String>> refusedBefore = new HashSet<>();
    private TableColumns columns;

    /** Something in the table, in order. */
    @FunctionalInterface
    interface Found {
        void tell(HandIns.Visitor visitor) throws IOException;
    }

    TableReader(String origin, Course course, Catalog labs, CourseKey key, ZoneId zone) {
        this.origin = origin;
        this.names = new TableNames(course, labs);
        this.labs = labs;
        this.sealing = new TableHandIn.Sealing(course, key);
        this.zone = zone;
    }

    List<Found> read(Bytes content) {
        try {
            if (content.sizeBytes() > MAX_BYTES) {
                throw refused("table-too-large", "limit", MAX_BYTES, "found", content.sizeBytes());
            }
            SavedText saved = SavedText.of(content.toArray()).orElseThrow(() -> refused("table-encoding"));
            CsvLines.read(saved.text(), this::take, line -> refused("table-csv", "line", line));
        } catch (RefusedException ofTheRest) {
            found.add(visitor -> visitor.refused(origin, Optional.empty(), ofTheRest.why(), Optional.empty()));
        }
        return found;
    }

    private void take(List<String> cells, long line) {
        if (columns == null) {
            takeHeadings(cells);
            return;
        }
        Optional<String> learner = Optional.empty();
        try {
            learner = Optional.of(names.learner(columns.cell(cells, Column.LEARNER)));
            take(learner.get(), cells, line);
        } catch (RefusedException badLine) {
            refuse(learner, badLine.why(), cells, line);
        }
    }

    private void takeHeadings(List<String> cells) {
        columns = TableColumns.of(cells);
        if (!columns.missing().isEmpty()) {
            throw refused(
                    "table-headings",
                    "expected",
                    String.join(", ", columns.missing()),
                    "found",
                    Clean.line(String.join(", ", cells), SHOWN));
        }
        if (!columns.twice().isEmpty()) {
            throw refused(
                    "table-heading-twice", "found", Clean.line(columns.twice().get(0), SHOWN));
        }
    }

    /** One refusal for all lines of a hand-in that cannot be made. */
    private void refuse(Optional<String> learner, Message why, List<String> cells, long line) {
        boolean isOfHandIn = Set.of("table-learner", "table-learner-many", "table-lab", "table-issue")
                .contains(why.key());
        List<String> place = List.of(
                why.key(),
                columns.cell(cells, Column.LEARNER),
                columns.cell(cells, Column.LAB),
                columns.cell(cells, Column.ISSUE));
        if (!isOfHandIn || refusedBefore.add(place)) {
            found.add(visitor -> visitor.refused(origin + ":" + line, learner, why, Optional.empty()));
        }
    }

    private void take(String learner, List<String> cells, long line) {
        Assignment assignment = names.assignment(columns.cell(cells, Column.LAB), columns.cell(cells, Column.ISSUE));
        Lab<?, ?> lab = labs.find(assignment.labId()).orElseThrow();
        RecordShape shape = Shapes.answer(lab.answerType());
        RecordShape.Component field = field(shape, columns.cell(cells, Column.ANSWER));
        Optional<Object> tree = tree(field, columns.cell(cells, Column.VALUE));
        Optional<Instant> receivedAt = receivedAt(columns.cell(cells, Column.RECEIVED));
        TableHandIn handIn = handIns.computeIfAbsent(List.of(learner, assignment), key -> {
            TableHandIn first = new TableHandIn(origin + ":" + line, learner, lab, assignment, sealing);
            found.add(first);
            return first;
        });
        handIn.put(field.name(), tree, receivedAt, line);
    }

    private static RecordShape.Component field(RecordShape shape, String name) {
        List<RecordShape.Component> all = shape.components();
        if (name.isEmpty() && all.size() == 1) {
            return all.get(0);
        }
        return all.stream()
                .filter(field -> field.name().equals(name))
                .findFirst()
                .or(() -> all.stream()
                        .filter(field -> field.name().equalsIgnoreCase(name))
                        .findFirst())
                .orElseThrow(() -> refused(
                        "table-answer",
                        "found",
                        Clean.line(name, SHOWN),
                        "expected",
                        all.stream().map(RecordShape.Component::name).collect(Collectors.joining(", "))));
    }

    private static Optional<Object> tree(RecordShape.Component field, String value) {
        try {
            return Typing.tree(field.shape(), value);
        } catch (RefusedException why) {
            boolean isFile = why.why().key().equals("typed-file");
            throw refused(isFile ? "table-file" : "table-json", "name", field.name());
        }
    }

    private Optional<Instant> receivedAt(String cell) {
        if (cell.isEmpty()) {
            return Optional.empty();
        }
        String iso = cell.replaceFirst("^([0-9-]{10})[ \u00a0]+", "$1T");
        try {
            if (iso.length() == 10) {
                return Optional.of(LocalDate.parse(iso).atStartOfDay(zone).toInstant());
            }
            return Optional.of(
                    iso.matches(".*(Z|[+-][0-9:]{2,6})$") && !iso.matches("[0-9-]{10}T[0-9:.]+")
                            ? OffsetDateTime.parse(iso).toInstant()
                            : LocalDateTime.parse(iso).atZone(zone).toInstant());
        } catch (DateTimeParseException notIso) {
            throw refused("table-received", "found", Clean.line(cell, SHOWN));
        }
    }

    static RefusedException refused(String key, Object... arguments) {
        return new RefusedException(Message.of(key, arguments));
    }
}
