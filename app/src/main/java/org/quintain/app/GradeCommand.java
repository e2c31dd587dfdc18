package org.quintain.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import org.quintain.app.check.WatchedChecks;
import org.quintain.app.grade.ClassGrading;
import org.quintain.app.grade.Results;
import org.quintain.app.grade.Scale;
import org.quintain.app.issue.CourseFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Grades a folder of hand-ins. */
@Command(name = "grade")
final class GradeCommand extends QuintainCommand {
    @Parameters(paramLabel = "${bundle:label-dir}", descriptionKey = "argument-hand-ins")
    private Path handIns;

    @Option(
            names = "--course",
            required = true,
            paramLabel = "course.json",
            descriptionKey = "option-course-file",
            order = 1)
    private Path courseFile;

    @Option(
            names = "--key",
            required = true,
            paramLabel = "${bundle:label-file}",
            descriptionKey = "option-key",
            order = 2)
    private Path keyFile;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "${bundle:label-dir}",
            descriptionKey = "option-grade-out",
            order = 3)
    private Path out;

    @Option(names = "--evidence", paramLabel = "${bundle:label-dir}", descriptionKey = "option-evidence", order = 4)
    private Path evidence;

    @Option(names = "--scale", paramLabel = "N[/0.5]", descriptionKey = "option-scale", order = 5)
    private String scale;

    @Option(names = "--until", paramLabel = "${bundle:label-moment}", descriptionKey = "option-until", order = 6)
    private String until;

    @Option(
            names = "--csv",
            paramLabel = "rfc|excel-fr",
            defaultValue = "rfc",
            descriptionKey = "option-csv",
            order = 7)
    private String csv;

    @Option(names = "--pseudonyms", descriptionKey = "option-pseudonyms", order = 8)
    private boolean isPseudonymous;

    @Option(
            names = "--check-seconds",
            paramLabel = "N",
            defaultValue = "20",
            descriptionKey = "option-check-seconds",
            order = 9)
    private int checkSeconds;

    @Option(names = "--sheets", descriptionKey = "option-sheets", order = 10)
    private boolean sheets;

    @Option(names = "--replays", descriptionKey = "option-replays", order = 11)
    private boolean replays;

    @Override
    public int run() throws IOException {
        if (evidence != null && !Files.isDirectory(evidence)) {
            throw Failure.usage("error-no-file", "file", evidence);
        }
        ProgressLine progress = new ProgressLine(err(), texts(), console().isTerminal());
        ClassGrading.Options options = options(progress);
        Path plan = Files.isDirectory(courseFile) ? courseFile.resolve(CourseFolder.PLAN) : courseFile;
        Results results;
        try {
            results = ClassGrading.run(new ClassGrading.Job(
                    handIns,
                    CourseFolder.read(plan),
                    KeyFile.read(keyFile),
                    labs(),
                    Optional.ofNullable(evidence),
                    out,
                    language(),
                    options));
        } finally {
            progress.end();
        }
        if (results.recalled() > 0) {
            err().println(text("grade-recalled", "rows", results.recalled()));
        }
        new ResultTables(results, labs(), texts(), language()).print(out(), err());
        out().println();
        out().println(text("report-lies", "file", out.resolve(ClassGrading.REPORT)));
        if (replays) {
            out().println(text(
                    "grade-replays", "count", results.replays().pages().size()));
        }
        if (results.replays().leftOut() > 0) {
            err().println(text(
                    "grade-replays-left-out", "count", results.replays().leftOut()));
        }
        return results.faults() > 0 ? Exit.BROKEN : Exit.OK;
    }

    private ClassGrading.Options options(ClassGrading.Progress progress) {
        if (!csv.equals("rfc") && !csv.equals("excel-fr")) {
            throw Failure.usage("error-choice", "name", "--csv", "found", csv, "expected", "rfc, excel-fr");
        }
        if (checkSeconds < 1) {
            throw Failure.usage("error-at-least", "name", "--check-seconds", "min", 1, "found", checkSeconds);
        }
        return new ClassGrading.Options(
                Optional.ofNullable(until).map(text -> Deadline.parse(text, ZoneId.systemDefault())),
                Optional.ofNullable(scale).map(Scale::parse),
                csv.equals("excel-fr"),
                isPseudonymous,
                sheets,
                replays,
                ZoneId.systemDefault(),
                console().isInstalled()
                        ? Optional.of(WatchedChecks.Settings.likeThisProcess(Duration.ofSeconds(checkSeconds)))
                        : Optional.empty(),
                progress);
    }
}
