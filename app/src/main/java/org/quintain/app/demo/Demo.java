package org.quintain.app.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.quintain.app.files.WholeFiles;
import org.quintain.app.grade.ClassGrading;
import org.quintain.app.grade.Results;
import org.quintain.app.issue.CourseFolder;
import org.quintain.app.issue.Roster;
import org.quintain.core.Bytes;
import org.quintain.core.Catalog;
import org.quintain.core.Lab;
import org.quintain.core.LabCard;
import org.quintain.core.Language;
import org.quintain.core.Mark;
import org.quintain.core.Rejected;
import org.quintain.core.Verdict;
import org.quintain.core.contract.Reference;
import org.quintain.core.grade.Assignment;
import org.quintain.core.grade.Learner;
import org.quintain.core.grade.Row;
import org.quintain.core.serve.Issuer;
import org.quintain.core.serve.TranscriptStore;

/** Plays a course from the roster to the report, on disk, and checks that everybody got what they deserve. */
public final class Demo {
    private static final int MANY_BITS = 16;

    /**
     * Folders and files of the demo.
     *
     * @param root the folder that holds all of it
     */
    public record Place(Path root) {
        /**
         * The class list.
         *
         * @return a CSV file
         */
        public Path roster() {
            return root.resolve("roster.csv");
        }

        /**
         * The course key.
         *
         * @return a file for the owner alone
         */
        public Path key() {
            return root.resolve("course.key");
        }

        /**
         * What was issued.
         *
         * @return a folder with course.json
         */
        public Path issued() {
            return root.resolve("issued");
        }

        /**
         * What came back.
         *
         * @return a folder with a folder for each learner
         */
        public Path handedIn() {
            return root.resolve("handed-in");
        }

        /**
         * The records of served sessions.
         *
         * @return a folder
         */
        public Path evidence() {
            return root.resolve("evidence");
        }

        /**
         * Rows, gradebook and report.
         *
         * @return a folder
         */
        public Path results() {
            return root.resolve("results");
        }
    }

    private final Place place;
    private final List<DemoClass.Person> people;
    private final Catalog labs;
    private final Bytes key;
    private final Language language;
    private final ClassGrading.Options options;
    private HandingIn handingIn;
    private Results results;

    /**
     * A demo.
     *
     * @param place where
     * @param people the class
     * @param labs all of them are issued
     * @param key the course's secret
     * @param language of the course
     * @param options how it is graded
     */
    public Demo(
            Place place,
            List<DemoClass.Person> people,
            Catalog labs,
            Bytes key,
            Language language,
            ClassGrading.Options options) {
        this.place = place;
        this.people = List.copyOf(people);
        this.labs = labs;
        this.key = key;
        this.language = language;
        this.options = options;
    }

    /**
     * Writes the roster and issues all labs to everybody on it.
     *
     * @return how many lab folders there are
     * @throws IOException if something cannot be written
     */
    public int issue() throws IOException {
        WholeFiles.write(place.roster(), DemoClass.roster(people));
        List<Learner> learners = Roster.read(
                        WholeFiles.read(place.roster(), 1 << 20).orElseThrow())
                .learners();
        CourseFolder.Order order =
                new CourseFolder.Order("local", "demo", labs.labs(), 1, new TreeMap<>(), learners, language);
        try (Issuer issuer = Issuer.open(key, labs)) {
            return CourseFolder.issue(place.issued(), order, issuer).newFolders();
        }
    }

    /**
     * Everybody works and hands in.
     *
     * @param attacks reference attacks by lab
     * @param evidence where served sessions are recorded
     * @throws IOException if something cannot be read or written
     */
    public void handIn(Map<String, Reference<?, ?>> attacks, TranscriptStore evidence) throws IOException {
        try (Issuer issuer = Issuer.open(key, labs)) {
            handingIn = new HandingIn(
                    CourseFolder.read(place.issued().resolve(CourseFolder.PLAN)),
                    place.issued(),
                    place.handedIn(),
                    issuer,
                    evidence,
                    attacks);
            handingIn.everybody(people);
        }
    }

    /**
     * Grades what lies on the disk.
     *
     * @return what came out
     * @throws IOException if something cannot be read or written
     */
    public Results grade() throws IOException {
        results = ClassGrading.run(new ClassGrading.Job(
                place.handedIn(),
                CourseFolder.read(place.issued().resolve(CourseFolder.PLAN)),
                key,
                labs,
                Optional.of(place.evidence()),
                place.results(),
                language,
                options));
        return results;
    }

    /**
     * Who got what they deserve.
     *
     * @return true or false for each person, in the order of the class
     */
    public Map<DemoClass.Person, Boolean> check() {
        Map<DemoClass.Person, Boolean> deserved = new LinkedHashMap<>();
        for (DemoClass.Person person : people) {
            deserved.put(person, results.faults() == 0 && isDeserved(person));
        }
        return deserved;
    }

    private boolean isDeserved(DemoClass.Person person) {
        Learner learner = person.learner();
        int total = results.gradebook().total(learner);
        return switch (person.role()) {
            case HONEST -> assignments().stream().allMatch(lab -> earned(learner, lab) == max(lab));
            case COPIES_ANSWERS ->
                total < assignments().stream().mapToInt(this::max).sum()
                        && assignments().stream().allMatch(lab -> isChance(learner, lab));
            case COPIES_FILE ->
                total == 0
                        && rejected(learner).size() == assignments().size()
                        && rejected(learner).stream()
                                .allMatch(
                                        row -> ((Rejected) row.outcome()).code().equals("whose-is-it"));
            case NEAR_MISS -> assignments().stream().allMatch(lab -> isNearMiss(learner, lab));
            case EMPTY ->
                total == 0 && rejected(learner).size() == assignments().size() - 1 && results.untouched() >= 1;
            case HOSTILE -> total == 0 && !results.missing().contains(learner);
            case ABSENT -> total == 0 && results.missing().contains(learner);
        };
    }

    private List<Assignment> assignments() {
        return results.course().assignments();
    }

    private int earned(Learner learner, Assignment assignment) {
        return results.gradebook().best(learner, assignment).map(Row::earned).orElse(-1);
    }

    private LabCard card(Assignment assignment) {
        return labs.find(assignment.labId()).map(Lab::card).orElseThrow();
    }

    private int max(Assignment assignment) {
        return card(assignment).maxPoints();
    }

    private List<Mark> marks(Learner learner, Assignment assignment) {
        return results.gradebook()
                .best(learner, assignment)
                .map(row -> ((Verdict) row.outcome()).marks())
                .orElse(List.of());
    }

    /** Somebody else's answer can only be right where few answers are possible. */
    private boolean isChance(Learner learner, Assignment assignment) {
        LabCard card = card(assignment);
        return marks(learner, assignment).stream()
                .allMatch(mark -> card.criterion(mark.criterion()).answerSpaceBits() < MANY_BITS
                        || mark.earned() < card.criterion(mark.criterion()).points());
    }

    private boolean isNearMiss(Learner learner, Assignment assignment) {
        List<Mark> marks = marks(learner, assignment);
        return !marks.isEmpty()
                && earned(learner, assignment) < max(assignment)
                && marks.stream()
                        .allMatch(mark -> mark.earned() == 0
                                || handingIn.mayKeep(learner.id(), assignment).contains(mark.criterion()));
    }

    private List<Row> rejected(Learner learner) {
        List<Row> rows = new ArrayList<>();
        for (Row row : results.rejected()) {
            if (row.seat().map(seat -> seat.learner().equals(learner.id())).orElse(false)) {
                rows.add(row);
            }
        }
        return rows;
    }
}
