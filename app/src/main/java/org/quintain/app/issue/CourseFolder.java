package org.quintain.app.issue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.quintain.app.files.WholeFiles;
import org.quintain.core.Bytes;
import org.quintain.core.Lab;
import org.quintain.core.Language;
import org.quintain.core.Message;
import org.quintain.core.Param;
import org.quintain.core.Params;
import org.quintain.core.RefusedException;
import org.quintain.core.Seat;
import org.quintain.core.grade.Assignment;
import org.quintain.core.grade.Course;
import org.quintain.core.grade.Learner;
import org.quintain.core.serve.Issuer;
import org.quintain.core.text.Brief;
import org.quintain.core.wire.Limits;

/**
 * A folder with a course: {@code course.json}, and for each learner a folder with a folder for each lab.
 *
 * <p>Issuing adds what is missing and changes nothing that a learner may hold already: a handout of the same instance, a
 * brief and above all a submission that was filled in stay as they are. What does not fit is refused before anything is
 * written.
 */
public final class CourseFolder {
    /** The plan's file name. */
    public static final String PLAN = "course.json";

    private final Path folder;
    private final Issuer issuer;

    private CourseFolder(Path folder, Issuer issuer) {
        this.folder = folder;
        this.issuer = issuer;
    }

    /**
     * What is to be issued.
     *
     * @param tenant the institution
     * @param course the course there
     * @param labs which labs
     * @param issue 1 for the first instance, 2 for a second one, …
     * @param params wire forms of parameters; each lab takes those that its card declares
     * @param learners to whom
     * @param language for learners without a locale, and for labs whose language is a parameter
     */
    public record Order(
            String tenant,
            String course,
            List<Lab<?, ?>> labs,
            int issue,
            Map<String, String> params,
            List<Learner> learners,
            Language language) {}

    /**
     * What was issued.
     *
     * @param course the plan as it is now
     * @param newFolders lab folders that were made
     * @param keptFolders lab folders that were there
     */
    public record Issued(Course course, int newFolders, int keptFolders) {}

    /**
     * Issues labs to learners, into a new folder or into one with the same course.
     *
     * @param folder where to
     * @param order what
     * @param issuer with the course's key
     * @return what was done
     * @throws RefusedException {@code plan-…}, {@code issue-…} or a parameter's refusal, before anything is written
     * @throws IOException if something cannot be read or written
     */
    public static Issued issue(Path folder, Order order, Issuer issuer) throws IOException {
        CourseFolder target = new CourseFolder(folder, issuer);
        Course plan = target.plan(order);
        List<LabFolder> places = target.places(order, plan);
        for (LabFolder place : places) {
            place.check();
        }
        target.writePlan(plan);
        int isNew = 0;
        for (LabFolder place : places) {
            isNew += place.write() ? 1 : 0;
        }
        return new Issued(plan, isNew, places.size() - isNew);
    }

    /**
     * The name of a handout's file in a learner's folder.
     *
     * @param attachmentName as in the handout
     * @return where issuing writes it, beside the handout
     */
    public static String fileName(String attachmentName) {
        return LabFolder.fileName(attachmentName);
    }

    /**
     * The names of a course's folders.
     *
     * @param course the plan
     * @return a name for each learner of its roster
     */
    public static FolderNames names(Course course) {
        return FolderNames.of(course.roster(), Set.of(PLAN));
    }

    /**
     * Reads a plan.
     *
     * @param file {@code course.json}
     * @return the plan
     * @throws RefusedException {@code plan-unreadable} if it is none
     * @throws IOException if it cannot be read
     */
    public static Course read(Path file) throws IOException {
        Bytes json = WholeFiles.read(file, Limits.OWN_FILE.sizeBytes())
                .orElseThrow(() -> refused("plan-unreadable", "file", file));
        try {
            return Course.read(json);
        } catch (RefusedException notOne) {
            throw refused("plan-unreadable", "file", file);
        }
    }

    private Course plan(Order order) throws IOException {
        Path file = folder.resolve(PLAN);
        Course before = Files.exists(file)
                ? read(file)
                : new Course(order.tenant(), order.course(), issuer.keyId(), List.of(), List.of());
        if (!before.tenant().equals(Seat.clean("tenant", order.tenant()))
                || !before.id().equals(Seat.clean("course", order.course()))) {
            throw refused("plan-other-course", "file", file, "tenant", before.tenant(), "course", before.id());
        }
        if (!before.keyId().equals(issuer.keyId())) {
            throw refused("plan-other-key", "file", file, "expected", before.keyId(), "found", issuer.keyId());
        }
        return new Course(
                before.tenant(), before.id(), before.keyId(), assignments(before, order), roster(before, order));
    }

    private static List<Assignment> assignments(Course before, Order order) {
        for (String name : order.params().keySet()) {
            if (order.labs().stream().allMatch(lab -> parameter(lab, name) == null)) {
                throw new RefusedException(Message.of(
                        "param-unknown",
                        "name",
                        name,
                        "lab",
                        order.labs().get(0).card().id()));
            }
        }
        List<Assignment> assignments = new ArrayList<>(before.assignments());
        for (Lab<?, ?> lab : order.labs()) {
            Assignment known = find(before, lab, order.issue());
            Assignment wanted = wanted(lab, order, known);
            if (known != null && !known.equals(wanted)) {
                throw refused("plan-other-params", "lab", lab.card().id(), "found", known.params());
            }
            if (!assignments.contains(wanted)) {
                assignments.add(wanted);
            }
        }
        return assignments;
    }

    private static Assignment find(Course course, Lab<?, ?> lab, int issue) {
        return course.assignments().stream()
                .filter(a -> a.labId().equals(lab.card().id()) && a.issue() == issue)
                .findFirst()
                .orElse(null);
    }

    private static Assignment wanted(Lab<?, ?> lab, Order order, Assignment known) {
        Map<String, String> values = new TreeMap<>();
        if (known != null) {
            values.putAll(known.params());
        } else if (parameter(lab, "language") != null) {
            values.put("language", order.language().tag());
        }
        order.params().forEach((name, value) -> {
            if (parameter(lab, name) != null) {
                values.put(name, value);
            }
        });
        return new Assignment(
                lab.card().id(), order.issue(), Params.parse(lab.card(), values).nonDefault());
    }

    private static Param<?> parameter(Lab<?, ?> lab, String name) {
        return lab.card().parameters().stream()
                .filter(param -> param.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    /** Who was there keeps the place; newer details replace older ones unless they are empty. */
    private static List<Learner> roster(Course before, Order order) {
        Map<String, Learner> roster = new LinkedHashMap<>();
        before.roster().forEach(learner -> roster.put(learner.id(), learner));
        for (Learner learner : order.learners()) {
            roster.merge(
                    learner.id(),
                    learner,
                    (old, now) -> new Learner(
                            old.id(),
                            newer(old.name(), now.name()),
                            newer(old.email(), now.email()),
                            newer(old.group(), now.group()),
                            newer(old.locale(), now.locale())));
        }
        return List.copyOf(roster.values());
    }

    private static String newer(String old, String now) {
        return now.isEmpty() ? old : now;
    }

    private List<LabFolder> places(Order order, Course plan) {
        FolderNames names = names(plan);
        Map<String, Learner> roster = new LinkedHashMap<>();
        plan.roster().forEach(learner -> roster.put(learner.id(), learner));
        Map<String, Brief> briefs = new HashMap<>();
        List<LabFolder> places = new ArrayList<>();
        for (String id : order.learners().stream().map(Learner::id).distinct().toList()) {
            String locale = roster.get(id).locale();
            Language language = locale.isEmpty() ? order.language() : Language.ofTag(locale);
            for (Lab<?, ?> lab : order.labs()) {
                Assignment assignment = find(plan, lab, order.issue());
                places.add(new LabFolder(
                        resolve(names.of(id)).resolve(FolderNames.of(assignment)),
                        issuer,
                        lab,
                        new Seat(plan.tenant(), plan.id(), id, order.issue()),
                        Params.parse(lab.card(), assignment.params()),
                        roster.get(id),
                        briefs.computeIfAbsent(
                                lab.card().id() + " " + language.tag(), key -> Brief.of(lab, language))));
            }
        }
        return places;
    }

    private Path resolve(String name) {
        try {
            return folder.resolve(name);
        } catch (InvalidPathException notInThisLocale) {
            throw refused("issue-name", "name", name);
        }
    }

    private void writePlan(Course plan) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve(PLAN);
        Bytes json = Bytes.utf8(plan.toJson());
        if (!Files.exists(file)
                || !WholeFiles.read(file, Limits.OWN_FILE.sizeBytes()).equals(Optional.of(json))) {
            WholeFiles.write(file, json.toArray());
        }
    }

    private static RefusedException refused(String key, Object... arguments) {
        return new RefusedException(Message.of(key, arguments));
    }
}
