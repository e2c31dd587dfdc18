package org.quintain.app.grade;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.quintain.app.files.WholeFiles;
import org.quintain.app.issue.CourseFolder;
import org.quintain.app.issue.FolderNames;
import org.quintain.app.report.PageFolder;
import org.quintain.app.report.Report;
import org.quintain.app.report.ReportData;
import org.quintain.core.Bytes;
import org.quintain.core.Catalog;
import org.quintain.core.Lab;
import org.quintain.core.Language;
import org.quintain.core.LibraryVersion;
import org.quintain.core.Message;
import org.quintain.core.Params;
import org.quintain.core.RefusedException;
import org.quintain.core.Rejected;
import org.quintain.core.Seat;
import org.quintain.core.Usage;
import org.quintain.core.derive.CourseKey;
import org.quintain.core.grade.Assignment;
import org.quintain.core.grade.Course;
import org.quintain.core.grade.Entry;
import org.quintain.core.grade.Grader;
import org.quintain.core.grade.Row;
import org.quintain.core.grade.RowJson;
import org.quintain.core.serve.Handout;
import org.quintain.core.serve.Transcript;
import org.quintain.core.wire.Json;
import org.quintain.core.wire.Limits;
import org.quintain.core.wire.Shapes;

/** Grades a folder of hand-ins and writes rows, gradebook and report. */
public final class ClassGrading {
    /** One JSON object a row. */
    public static final String ROWS = "rows.jsonl";
    /** One line a learner. */
    public static final String GRADEBOOK = "gradebook.csv";
    /** For people. */
    public static final String REPORT = Report.INDEX;

    /**
     * What is to be graded.
     *
     * @param handIns a folder, or one file
     * @param course the plan
     * @param courseKey the course's secret
     * @param labs the labs
     * @param evidence where the records of served sessions are
     * @param out where rows, gradebook and report go
     * @param language of the report
     * @param sheets whether there is to be a page that prints as one sheet a learner
     */
    public record Job(
            Path handIns,
            Course course,
            Bytes courseKey,
            Catalog labs,
            Optional<Path> evidence,
            Path out,
            Language language,
            boolean sheets) {
        /** Without sheets. */
        public Job(
                Path handIns,
                Course course,
                Bytes courseKey,
                Catalog labs,
                Optional<Path> evidence,
                Path out,
                Language language) {
            this(handIns, course, courseKey, labs, evidence, out, language, false);
        }
    }

    private final Job job;
    private final Grader grader;
    private final CourseKey key;
    private final Results results;
    private final String version = LibraryVersion.current();

    private ClassGrading(Job job, Grader grader) {
        this.job = job;
        this.grader = grader;
        this.key = CourseKey.of(job.courseKey());
        this.results = new Results(job.course(), job.labs());
    }

    /**
     * Grades.
     *
     * @param job what
     * @return what came out
     * @throws RefusedException {@code grade-key}, {@code lab-unknown} or a parameter's refusal, before a file is written
     * @throws IOException if the folder cannot be read or a result cannot be written
     */
    public static Results run(Job job) throws IOException {
        Grader grader = open(job);
        if (!Files.exists(job.handIns())) {
            throw new java.nio.file.NoSuchFileException(job.handIns().toString());
        }
        Files.createDirectories(job.out());
        return new ClassGrading(job, grader).run();
    }

    private static Grader open(Job job) {
        String keyId = CourseKey.of(job.courseKey()).keyId();
        Course course = job.course();
        if (!keyId.equals(course.keyId())) {
            throw new RefusedException(Message.of("grade-key", "expected", course.keyId(), "found", keyId));
        }
        for (Assignment assignment : course.assignments()) {
            Lab<?, ?> lab = job.labs()
                    .find(assignment.labId())
                    .orElseThrow(() -> new RefusedException(Message.of("lab-unknown", "lab", assignment.labId())));
            Params.parse(lab.card(), assignment.params());
        }
        return Grader.open(job.courseKey(), job.labs(), course);
    }

    private Results run() throws IOException {
        Path rows = job.out().resolve(ROWS);
        Path gradebook = job.out().resolve(GRADEBOOK);
        List<Path> finished = List.of(rows, gradebook);
        try (PageFolder pages = new PageFolder(job.out())) {
            try (Writer to = writer(rows)) {
                walk(to);
            }
            try (Writer to = writer(gradebook)) {
                results.gradebook().writeCsv(to);
            }
            Report.write(ReportData.of(results, job.labs(), job.language()).withSheets(job.sheets()), pages);
            for (Path file : finished) {
                WholeFiles.finish(WholeFiles.unfinished(file), file);
            }
            pages.finish();
            return results;
        } catch (UncheckedIOException cannotWrite) {
            throw cannotWrite.getCause();
        } finally {
            for (Path file : finished) {
                Files.deleteIfExists(WholeFiles.unfinished(file));
            }
        }
    }

    private static BufferedWriter writer(Path file) throws IOException {
        return Files.newBufferedWriter(WholeFiles.unfinished(file), StandardCharsets.UTF_8);
    }

    private void walk(Writer rows) throws IOException {
        List<Path> leftOut = new ArrayList<>(List.of(job.out()));
        job.evidence().ifPresent(leftOut::add);
        FolderNames names = CourseFolder.names(job.course());
        HandInFolder.walk(job.handIns(), names, leftOut, new HandInFolder.Visitor() {
            @Override
            public void handIn(Path file, String origin, Optional<String> learner) throws IOException {
                Optional<Row> row = grade(file, origin, learner);
                if (row.isPresent()) {
                    add(row.get(), rows);
                } else {
                    results.addUntouched();
                }
            }

            @Override
            public void unreadable(String origin, Optional<String> learner) throws IOException {
                add(rejected(origin, learner, Message.of("unreadable")), rows);
            }

            @Override
            public void skipped(String origin, HandInFolder.Why why) {
                results.addSkipped(origin, why);
            }
        });
    }

    private void add(Row row, Writer rows) throws IOException {
        rows.append(RowJson.write(row, job.labs())).append('\n');
        results.add(row);
    }

    /** The row of a hand-in, or empty if it is a template that nobody has filled in. */
    private Optional<Row> grade(Path file, String origin, Optional<String> learner) {
        int limit = Limits.SUBMISSION.sizeBytes();
        Bytes content;
        try {
            Optional<Bytes> read = WholeFiles.read(file, limit);
            if (read.isEmpty()) {
                return Optional.of(rejected(
                        origin, learner, Message.of("json-too-large", "limit", limit, "found", Files.size(file))));
            }
            content = read.get();
        } catch (IOException notReadable) {
            return Optional.of(rejected(origin, learner, Message.of("unreadable")));
        }
        Entry entry = Entry.of(origin, content);
        if (learner.isPresent()) {
            entry = entry.from(learner.get());
        }
        Map<String, Object> claims = claims(content);
        if (isUntouched(claims)) {
            return Optional.empty();
        }
        try {
            Optional<Transcript> served = evidence(claims);
            return Optional.of(grader.grade(served.isPresent() ? entry.with(served.get()) : entry));
        } catch (IOException notReadable) {
            return Optional.of(rejected(origin, learner, Message.of("evidence-unreadable")));
        }
    }

    /** What a hand-in says, empty if it cannot be read; believed only where a wrong claim does no harm. */
    private static Map<String, Object> claims(Bytes content) {
        try {
            return Json.parseObject(content, Limits.SUBMISSION);
        } catch (RefusedException theGraderWillSayWhy) {
            return Map.of();
        }
    }

    private Optional<Transcript> evidence(Map<String, Object> claims) throws IOException {
        if (job.evidence().isEmpty()
                || !(claims.get("issueId") instanceof String issueId)
                || !issueId.matches("[0-9a-f]{20}")) {
            return Optional.empty();
        }
        Path file = job.evidence().get().resolve(issueId + ".jsonl");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Bytes lines = WholeFiles.read(file, Limits.OWN_FILE.sizeBytes())
                .orElseThrow(() -> new IOException("too large: " + file));
        return Optional.of(Transcript.of(lines));
    }

    /** Whether a hand-in is exactly what was issued: every field of the answer still empty, nothing added. */
    private boolean isUntouched(Map<String, Object> claims) {
        try {
            Optional<Lab<?, ?>> lab = job.labs().find((String) claims.get("lab"));
            if (lab.isEmpty()) {
                return false;
            }
            Seat seat = new Seat(
                    (String) claims.get("tenant"),
                    (String) claims.get("course"),
                    (String) claims.get("learner"),
                    Math.toIntExact((Long) claims.get("issue")));
            SortedMap<String, String> params = new TreeMap<>();
            ((Map<?, ?>) claims.get("params")).forEach((name, value) -> params.put((String) name, (String) value));
            int version = Math.toIntExact((Long) claims.get("contentVersion"));
            String id = lab.get().card().id();
            Handout.Heading heading = new Handout.Heading(
                    seat,
                    params,
                    key.keyId(),
                    id,
                    version,
                    key.seatKey(seat, id, version, params).issueId(),
                    lab.get().card().assurance());
            Handout blank = new Handout(
                    heading,
                    Map.of(),
                    List.of(),
                    Shapes.answer(lab.get().answerType()).describeFields());
            return Json.parseObject(Bytes.utf8(blank.submissionTemplate()), Limits.SUBMISSION)
                    .equals(claims);
        } catch (ClassCastException | NullPointerException | IllegalArgumentException | ArithmeticException otherForm) {
            return false;
        }
    }

    /** A row for something that the grader cannot be shown. */
    private Row rejected(String origin, Optional<String> learner, Message why) {
        return new Row(
                origin,
                learner.map(id -> new Seat(job.course().tenant(), job.course().id(), id, 1)),
                Optional.empty(),
                0,
                "",
                new Rejected(why.key(), why),
                0,
                0,
                0,
                "",
                version,
                Optional.empty(),
                Usage.NONE);
    }
}
