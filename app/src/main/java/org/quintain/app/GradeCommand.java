package org.quintain.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.quintain.app.grade.ClassGrading;
import org.quintain.app.grade.Results;
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

    @Option(names = "--sheets", descriptionKey = "option-sheets", order = 5)
    private boolean sheets;

    @Override
    public int run() throws IOException {
        if (evidence != null && !Files.isDirectory(evidence)) {
            throw Failure.usage("error-no-file", "file", evidence);
        }
        Path plan = Files.isDirectory(courseFile) ? courseFile.resolve(CourseFolder.PLAN) : courseFile;
        Results results = ClassGrading.run(new ClassGrading.Job(
                handIns,
                CourseFolder.read(plan),
                KeyFile.read(keyFile),
                labs(),
                Optional.ofNullable(evidence),
                out,
                language(),
                sheets));
        new ResultTables(results, labs(), texts(), language()).print(out(), err());
        out().println();
        out().println(text("report-lies", "file", out.resolve(ClassGrading.REPORT)));
        return results.faults() > 0 ? Exit.BROKEN : Exit.OK;
    }
}
