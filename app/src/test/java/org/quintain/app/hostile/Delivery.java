package org.quintain.app.hostile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.quintain.core.serve.Transcript;

/** Puts cases, and good hand-ins, into a folder that is then graded. */
public final class Delivery {
    /** The most variants of a case that one learner hands in for one lab: labs judge so many. */
    private static final int MOST = 4;

    private final Path root;
    private final Path evidence;
    private final List<Given> given = new ArrayList<>();
    private String skipped = "";

    /**
     * A folder to fill.
     *
     * @param root for the hand-ins
     * @param evidence for the platform's records
     */
    public Delivery(Path root, Path evidence) throws IOException {
        this.root = Files.createDirectories(root);
        this.evidence = Files.createDirectories(evidence);
    }

    /**
     * A case that was put there.
     *
     * @param one the case
     * @param path with what the origins of its rows begin; for a recipe, what they hold
     * @param field the lab and field
     * @param kept the most points that a near miss keeps
     * @param isTemplate whether it is what was issued, so that a walk makes no row of it
     */
    public record Given(Case one, String path, Case.Field field, int kept, boolean isTemplate) {
        public boolean isOrigin(String origin) {
            return one.isRecipe() ? origin.contains(path) : origin.startsWith(path);
        }
    }

    /** What was put there so far. */
    public List<Given> given() {
        return given;
    }

    /** Why something could not be put there, or an empty text. */
    public String skipped() {
        return skipped;
    }

    /** The right answers of those who hand in before and behind the cases. */
    public void good() throws IOException {
        for (String learner : School.GOOD) {
            for (String lab : School.labs()) {
                write(learner + "/" + lab + "/submission.json", Filling.right(learner, lab));
                record(learner, lab);
            }
        }
    }

    /**
     * Puts a case there.
     *
     * @param one the case
     * @param learner who hands it in
     */
    public void put(Case one, String learner) throws IOException {
        Set<String> labs = new LinkedHashSet<>();
        for (Case.Field field : one.fields()) {
            if (labs.add(field.lab()) && !one.isRejected()) {
                record(learner, field.lab());
            }
            if (one.isRecipe()) {
                recipe(one, learner, field);
            } else {
                variants(one, learner, field);
            }
        }
    }

    private void recipe(Case one, String learner, Case.Field field) throws IOException {
        Recipe recipe = new Recipe(one, learner, field);
        if (one.as().equals("zip")) {
            write(learner + "/hand-in.zip", recipe.pack());
        } else {
            String why = recipe.layOut(root);
            if (!why.isEmpty()) {
                skipped = one + ": " + why;
                return;
            }
        }
        given.add(new Given(one, learner, field, 0, false));
    }

    private void variants(Case one, String learner, Case.Field field) throws IOException {
        long fields = one.fields().stream()
                .filter(other -> other.lab().equals(field.lab()))
                .count();
        Filling first = new Filling(learner, field, 0);
        first.handIn(one, one.file());
        int most = (int) Math.max(1, Math.min(first.variants(), MOST / fields));
        for (int i = 0; i < most; i++) {
            int variant = i * first.variants() / most;
            Filling filling = new Filling(learner, field, variant);
            byte[] content = filling.handIn(one, one.file());
            String folder = learner + "/" + one.number() + "/" + field.lab() + "/" + field.name() + "-" + variant;
            String path = switch (one.as()) {
                case "json" -> folder + "/submission.json";
                case "txt" -> folder + "/answer.txt";
                case "jsonl" -> folder + "/hand-ins.jsonl";
                case "csv" -> "table of " + learner + " " + one.number() + ".csv";
                default -> throw new IllegalArgumentException("json, txt, csv or jsonl wanted: " + one);
            };
            write(path, content);
            given.add(new Given(one, path, field, filling.kept(), filling.isTemplate(content)));
        }
    }

    private void record(String learner, String lab) throws IOException {
        Transcript served = School.evidence(learner, lab).orElse(null);
        if (served != null) {
            String issueId = School.solved(learner, lab).handout().heading().issueId();
            Files.write(evidence.resolve(issueId + ".jsonl"), served.toBytes().toArray());
        }
    }

    private void write(String path, byte[] content) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.write(file, content);
        Files.setLastModifiedTime(file, Recipe.HANDED_IN);
    }

    /** The course's plan and key beside the hand-ins. */
    public static void plan(Path folder, List<String> learners) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("course.json"), School.course(learners).toJson(), StandardCharsets.UTF_8);
    }
}
