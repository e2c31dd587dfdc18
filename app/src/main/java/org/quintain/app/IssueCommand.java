package org.quintain.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.quintain.app.files.WholeFiles;
import org.quintain.app.issue.CourseFolder;
import org.quintain.app.issue.Roster;
import org.quintain.core.Bytes;
import org.quintain.core.Lab;
import org.quintain.core.Seat;
import org.quintain.core.grade.Learner;
import org.quintain.core.serve.Issuer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a folder for each learner with what they need, and the plan that grading reads. */
@Command(name = "issue")
final class IssueCommand extends QuintainCommand {
    private static final int MAX_ROSTER_BYTES = (8 << 20) + 1;

    @Parameters(arity = "1..*", paramLabel = "${bundle:label-lab}", descriptionKey = "argument-labs")
    private List<String> labIds;

    @Option(
            names = "--course",
            required = true,
            paramLabel = "${bundle:label-id}",
            descriptionKey = "option-course",
            order = 1)
    private String course;

    @Option(
            names = "--key",
            required = true,
            paramLabel = "${bundle:label-file}",
            descriptionKey = "option-key",
            order = 2)
    private Path keyFile;

    @Option(
            names = "--learner",
            arity = "1..*",
            paramLabel = "${bundle:label-id}",
            descriptionKey = "option-learners",
            order = 3)
    private List<String> learnerIds = new ArrayList<>();

    @Option(names = "--roster", paramLabel = "${bundle:label-file}", descriptionKey = "option-roster", order = 4)
    private Path rosterFile;

    @Option(
            names = "--tenant",
            paramLabel = "${bundle:label-id}",
            defaultValue = SeatOptions.DEFAULT_TENANT,
            descriptionKey = "option-tenant",
            order = 5)
    private String tenant;

    @Option(names = "--issue", paramLabel = "N", defaultValue = "1", descriptionKey = "option-issue", order = 6)
    private int issue;

    @Mixin
    private ParamOptions params;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "${bundle:label-dir}",
            descriptionKey = "option-issue-out",
            order = 8)
    private Path out;

    @Override
    public int run() throws IOException {
        if (issue < 1) {
            throw Failure.usage("error-at-least", "name", "--issue", "min", 1, "found", issue);
        }
        if (learnerIds.isEmpty() == (rosterFile == null)) {
            throw Failure.usage("issue-who");
        }
        List<Lab<?, ?>> labs = new ArrayList<>();
        for (String id : labIds.stream().distinct().toList()) {
            labs.add(lab(id));
        }
        CourseFolder.Order order = new CourseFolder.Order(
                identifier("--tenant", tenant),
                identifier("--course", course),
                labs,
                issue,
                params.values(),
                rosterFile == null ? named() : roster(),
                language());
        Bytes key = KeyFile.read(keyFile);
        CourseFolder.Issued issued;
        try (Issuer issuer = Issuer.open(key, labs())) {
            issued = CourseFolder.issue(out, order, issuer);
        }
        out().println(text("issued", "new", issued.newFolders(), "kept", issued.keptFolders(), "folder", out));
        out().println(text("issued-plan", "file", out.resolve(CourseFolder.PLAN)));
        return Exit.OK;
    }

    private List<Learner> named() {
        Map<String, Learner> learners = new LinkedHashMap<>();
        for (String id : learnerIds) {
            Learner learner = Learner.of(identifier("--learner", id));
            learners.put(learner.id(), learner);
        }
        return List.copyOf(learners.values());
    }

    private List<Learner> roster() throws IOException {
        Bytes content = WholeFiles.read(rosterFile, MAX_ROSTER_BYTES)
                .orElseThrow(() -> Failure.usage(
                        "roster-too-large", "limit", MAX_ROSTER_BYTES - 1, "found", "> " + (MAX_ROSTER_BYTES - 1)));
        Roster roster = Roster.read(content);
        if (roster.isWindows1252()) {
            err().println(text("roster-windows-1252", "file", rosterFile));
        }
        if (!roster.ignored().isEmpty()) {
            err().println(text("roster-ignored", "names", String.join(", ", roster.ignored())));
        }
        return roster.learners();
    }

    private static String identifier(String option, String text) {
        try {
            return Seat.clean(option, text);
        } catch (IllegalArgumentException unusable) {
            throw Failure.usage("error-identifier", "name", option);
        }
    }
}
