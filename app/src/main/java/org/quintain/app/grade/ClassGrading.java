package org.quintain.app.grade;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quintain.app.check.Checks;
import org.quintain.app.check.WatchedChecks;
import org.quintain.app.files.WholeFiles;
import org.quintain.app.handin.HandInPath;
import org.quintain.app.handin.HandIns;
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
import org.quintain.core.derive.CourseKey;
import org.quintain.core.grade.Assignment;
import org.quintain.core.grade.Course;
import org.quintain.core.grade.Grader;
import org.quintain.core.grade.RowJson;

/**
 * Grades hand-ins and writes rows, tables and report.
 *
 * <p>Rows go to a journal in the folder of the results as soon as they are known. Whatever ends the process, the same
 * command takes up the journal and goes on; the files of the results appear when all rows are known, each whole.
 */
public final class ClassGrading {
    /** One JSON object a row. */
    public static final String ROWS = "rows.jsonl";
    /** One line a learner. */
    public static final String GRADEBOOK = "gradebook.csv";
    /** For the import of a platform. */
    public static final String MOODLE = "moodle.csv";
    /** For people. */
    public static final String REPORT = Report.INDEX;

    /** Folder of the replays, beside the report. */
    public static final String REPLAYS = "replays";

    private static final String JOURNAL = ".grading";

    /**
     * What is to be graded.
     *
     * @param handIns a folder, an archive, JSON lines, a class table or one file
     * @param course the plan
     * @param courseKey the course's secret
     * @param labs the labs
     * @param evidence where the records of served sessions are
     * @param out where the results go
     * @param language of the report
     * @param options what the teacher chose
     */
    public record Job(
            Path handIns,
            Course course,
            Bytes courseKey,
            Catalog labs,
            Optional<Path> evidence,
            Path out,
            Language language,
            Options options) {}

    /** Is told how far a grading is. */
    @FunctionalInterface
    public interface Progress {
        /** Says nothing. */
        Progress NONE = rows -> {};

        /**
         * The hand-ins have been read up to some place.
         *
         * @param done how much of the source is read, in a unit of its own
         * @param all how much there is
         */
        default void at(long done, long all) {}

        /**
         * A row is known.
         *
         * @param rows how many there are now
         */
        void graded(int rows);
    }

    /**
     * What a teacher may choose.
     *
     * @param until the last moment, after which a hand-in is marked as late
     * @param scale of the mark beside the points
     * @param isForFrenchExcel whether {@code gradebook.csv} is for Excel with French settings
     * @param isPseudonymous whether names are left out
     * @param sheets whether there is to be a page that prints as one sheet a learner
     * @param replays whether what happened on networks is to be written into {@value #REPLAYS}
     * @param zone of the clock behind times without a zone, as in archives
     * @param checks how child processes check; empty checks in this process, without a watchdog
     * @param progress is told how far it is
     */
    public record Options(
            Optional<Instant> until,
            Optional<Scale> scale,
            boolean isForFrenchExcel,
            boolean isPseudonymous,
            boolean sheets,
            boolean replays,
            ZoneId zone,
            Optional<WatchedChecks.Settings> checks,
            Progress progress) {
        /**
         * Nothing chosen.
         *
         * @param checks how child processes check; empty checks in this process
         * @return the options
         */
        public static Options of(Optional<WatchedChecks.Settings> checks) {
            return new Options(
                    Optional.empty(),
                    Optional.empty(),
                    false,
                    false,
                    false,
                    false,
                    ZoneId.systemDefault(),
                    checks,
                    Progress.NONE);
        }
    }

    private final Job job;
    private final RowNames names;
    private final Results results;

    private ClassGrading(Job job) {
        this.job = job;
        this.names = new RowNames(
                CourseKey.of(job.courseKey()), job.course(), job.options().isPseudonymous());
        this.results = new Results(names.shown(), job.labs(), job.options().until());
    }

    /**
     * Grades.
     *
     * @param job what
     * @return what came out
     * @throws RefusedException {@code grade-key}, {@code lab-unknown} or a parameter's refusal, before a file is written;
     *     {@code zip-…} if the hand-ins are an archive that cannot be taken; {@code grading-busy} if another grading writes to the same folder
     * @throws IOException if the hand-ins cannot be read or a result cannot be written
     */
    public static Results run(Job job) throws IOException {
        check(job);
        HandIns handIns = handIns(job);
        Files.createDirectories(job.out());
        return new ClassGrading(job).run(handIns);
    }

    private static void check(Job job) {
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
    }

    private Results run(HandIns handIns) throws IOException {
        Path file = job.out().resolve(JOURNAL);
        try (Journal journal = Journal.open(file, name())) {
            try (Checks checks = checks()) {
                Grading grading = new Grading(job, checks, journal, names, results);
                handIns.walk(grading);
                grading.finish();
                results.recalled(grading.recalled());
            }
            write(journal);
            journal.finish(file);
            return results;
        }
    }

    private Checks checks() {
        return job.options()
                .checks()
                .<Checks>map(how -> new WatchedChecks(how, job.courseKey(), job.course(), job.labs()))
                .orElseGet(() -> Checks.inProcess(Grader.open(job.courseKey(), job.labs(), job.course())));
    }

    /** Everything that a row depends on beside its hand-in. */
    private String name() {
        return LibraryVersion.current() + " "
                + CourseKey.of(job.courseKey())
                        .answerDigest("course", job.course().toJson());
    }

    static HandIns handIns(Job job) throws IOException {
        List<Path> leftOut = new ArrayList<>(List.of(job.out()));
        job.evidence().ifPresent(leftOut::add);
        return HandInPath.of(
                job.handIns(),
                new HandInPath.Sources(
                        job.course(),
                        job.labs(),
                        CourseKey.of(job.courseKey()),
                        leftOut,
                        // Files are touched when they are copied; their times count only where a teacher asks for them.
                        job.options().until().isPresent(),
                        job.options().zone(),
                        issueId -> Grading.isRecorded(job, issueId)));
    }

    /** Writes each file beside its place, then gives all of them their names. */
    private void write(Journal journal) throws IOException {
        Path rows = job.out().resolve(ROWS);
        Path gradebook = job.out().resolve(GRADEBOOK);
        Path moodle = job.out().resolve(MOODLE);
        List<Path> files = new ArrayList<>(List.of(rows, gradebook));
        try (PageFolder pages = new PageFolder(job.out())) {
            try (Writer to = writer(rows)) {
                rows(journal, to);
            }
            results.identical(Identical.find(WholeFiles.unfinished(rows), job.labs()));
            Exports exports = new Exports(results, job.labs());
            try (Writer to = writer(gradebook)) {
                boolean isFrench = job.options().isForFrenchExcel();
                exports.gradebook(
                        to,
                        isFrench ? Csv.Dialect.EXCEL_FR : Csv.Dialect.RFC,
                        job.options().scale());
            }
            if (!job.options().isPseudonymous()) {
                try (Writer to = writer(moodle)) {
                    exports.moodle(to);
                }
                files.add(moodle);
            }
            results.replays(ClassReplays.write(job, journal, results));
            Report.write(
                    new ReportData(
                                    results,
                                    job.labs(),
                                    job.language(),
                                    job.options().scale(),
                                    job.options().until(),
                                    results.identical(),
                                    job.options().sheets())
                            .withReplays(results.replays().pages()),
                    pages);
            for (Path file : files) {
                WholeFiles.finish(WholeFiles.unfinished(file), file);
            }
            pages.finish();
            if (job.options().isPseudonymous()) {
                // An earlier run's table would show the names that this one leaves out.
                Files.deleteIfExists(moodle);
            }
        } catch (UncheckedIOException cannotWrite) {
            throw cannotWrite.getCause();
        } finally {
            for (Path file : List.of(rows, gradebook, moodle)) {
                Files.deleteIfExists(WholeFiles.unfinished(file));
            }
        }
    }

    private void rows(Journal journal, Writer to) throws IOException {
        RowNames shown = new RowNames(
                CourseKey.of(job.courseKey()), job.course(), job.options().isPseudonymous());
        boolean isPseudonymous = job.options().isPseudonymous();
        journal.rows(json -> to.append(
                        isPseudonymous ? RowJson.write(shown.shown(RowJson.read(json)), job.labs()) : json)
                .append('\n'));
    }

    private static BufferedWriter writer(Path file) throws IOException {
        return Files.newBufferedWriter(WholeFiles.unfinished(file), StandardCharsets.UTF_8);
    }
}
