package org.quintain.app;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.quintain.app.check.WatchedChecks;
import org.quintain.app.demo.Demo;
import org.quintain.app.demo.DemoClass;
import org.quintain.app.grade.ClassGrading;
import org.quintain.app.grade.Results;
import org.quintain.core.Lab;
import org.quintain.core.contract.Reference;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Plays a course from the key to the report. */
@Command(name = "demo")
final class DemoCommand extends QuintainCommand {
    private static final int MAX_FOLDERS = 1000;

    @Option(
            names = "--learners",
            paramLabel = "N",
            defaultValue = "12",
            descriptionKey = "option-demo-learners",
            order = 1)
    private int size;

    @Option(names = "--out", paramLabel = "${bundle:label-dir}", descriptionKey = "option-demo-out", order = 2)
    private Path out;

    @Override
    public int run() throws IOException {
        if (size < DemoClass.MIN || size > DemoClass.MAX) {
            throw Failure.usage("demo-size", "min", DemoClass.MIN, "max", DemoClass.MAX, "found", size);
        }
        Map<String, Reference<?, ?>> attacks = attacks();
        long start = System.nanoTime();
        Demo.Place place = new Demo.Place(out == null ? freshFolder() : emptyFolder(out));
        out().println(text("demo-start", "folder", place.root()));
        String keyId = KeyFile.create(place.key());
        out().println("1. " + text("demo-key", "key", keyId));
        List<DemoClass.Person> people = DemoClass.of(size);
        Demo demo = new Demo(
                place, people, labs(), KeyFile.read(place.key()), language(), ClassGrading.Options.of(checks()));
        out().println("2. " + text("demo-issued", "learners", size, "folders", demo.issue()));
        try (EvidenceFolder evidence = EvidenceFolder.open(place.evidence(), false)) {
            demo.handIn(attacks, evidence);
        }
        out().println("3. " + text("demo-handed-in"));
        Results results = demo.grade();
        out().println("4. " + text("demo-graded"));
        out().println();
        return show(place, demo, results, System.nanoTime() - start);
    }

    private Optional<WatchedChecks.Settings> checks() {
        return console().isInstalled()
                ? Optional.of(WatchedChecks.Settings.likeThisProcess(WatchedChecks.LIMIT))
                : Optional.empty();
    }

    private Map<String, Reference<?, ?>> attacks() {
        Map<String, Reference<?, ?>> attacks = new TreeMap<>();
        references().attacks().forEach(attack -> attacks.put(attack.lab().card().id(), attack));
        if (labs().labs().isEmpty()) {
            throw Failure.usage("demo-no-labs");
        }
        for (Lab<?, ?> lab : labs().labs()) {
            if (!attacks.containsKey(lab.card().id())) {
                throw Failure.usage("demo-no-solutions", "lab", lab.card().id());
            }
        }
        return attacks;
    }

    private int show(Demo.Place place, Demo demo, Results results, long nanos) {
        ResultTables tables = new ResultTables(results, labs(), texts(), language());
        tables.summary(out());
        tables.rejected(out());
        out().println();
        tables.legend(out());
        Map<DemoClass.Person, Boolean> deserved = demo.check();
        tables.grid(
                out(), deserved.keySet().stream().map(DemoClass.Person::learner).toList(), false);
        out().println(text("grade-legend"));
        out().println();
        Table table = new Table(
                Set.of(2, 3),
                text("column-learner"),
                text("column-deed"),
                text("column-total"),
                text("column-deserved"));
        deserved.forEach((person, isDeserved) -> table.row(
                ResultTables.shortName(person.learner()),
                text(deed(person.role())),
                results.gradebook().total(person.learner()),
                text(isDeserved ? "deserved-yes" : "deserved-no")));
        table.print(out());
        out().println();
        boolean isFine = deserved.values().stream().allMatch(fine -> fine);
        out().println(text(isFine ? "demo-fine" : "demo-not-fine"));
        out().println(text("report-lies", "file", place.results().resolve(ClassGrading.REPORT)));
        out().println(text("demo-time", "seconds", (nanos + 999_999_999L) / 1_000_000_000L));
        return isFine ? Exit.OK : Exit.BROKEN;
    }

    private static String deed(DemoClass.Role role) {
        return switch (role) {
            case HONEST -> "demo-honest";
            case COPIES_ANSWERS -> "demo-copies-answers";
            case COPIES_FILE -> "demo-copies-file";
            case NEAR_MISS -> "demo-near-miss";
            case EMPTY -> "demo-empty";
            case HOSTILE -> "demo-hostile";
            case ABSENT -> "demo-absent";
        };
    }

    /** Beside the person if that folder can be written, as on a school's PC it may not: else at home, else temporary. */
    private Path freshFolder() throws IOException {
        for (Path base : List.of(Path.of(""), Path.of(System.getProperty("user.home", "")))) {
            for (int i = 1; i <= MAX_FOLDERS; i++) {
                Path folder = base.resolve(text("demo-folder") + (i == 1 ? "" : "-" + i));
                try {
                    return Files.createDirectory(folder);
                } catch (FileAlreadyExistsException takeTheNext) {
                    continue;
                } catch (IOException notHere) {
                    break;
                }
            }
        }
        return Files.createTempDirectory(text("demo-folder") + "-");
    }

    private static Path emptyFolder(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (Stream<Path> entries = Files.list(folder)) {
            if (entries.findAny().isPresent()) {
                throw Failure.io("demo-not-empty", "folder", folder);
            }
        }
        return folder;
    }
}
