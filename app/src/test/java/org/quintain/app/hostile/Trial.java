package org.quintain.app.hostile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.quintain.app.grade.ClassGrading;
import org.quintain.core.Bytes;
import org.quintain.core.Language;
import org.quintain.core.grade.Course;
import org.quintain.core.grade.Entry;
import org.quintain.core.grade.Grader;
import org.quintain.core.grade.Row;
import org.quintain.core.grade.RowJson;

/** Tries a case through the API, between two good hand-ins of others. */
public final class Trial {
    private static final String MALLORY = "mallory";
    private static final Course COURSE = School.course(List.of(MALLORY));
    private static final Map<Case, Trial> TRIED = new ConcurrentHashMap<>();
    private static final Map<String, List<String>> ALONE = new ConcurrentHashMap<>();
    private static final Map<String, String> IN_A_FOLDER = new LinkedHashMap<>();

    private final Case one;
    private final List<String> mistakes = new ArrayList<>();
    /** Lab and field by what came of it. */
    private final Map<String, List<String>> fieldsByOutcome = new TreeMap<>();

    private String skipped = "";

    private Trial(Case one) {
        this.one = one;
    }

    /**
     * Tries a case, or tells how it went before.
     *
     * @param one the case
     * @param temp an empty folder
     * @return how it went
     */
    public static Trial of(Case one, Path temp) {
        return TRIED.computeIfAbsent(one, any -> {
            Trial trial = new Trial(one);
            try {
                trial.run(temp);
            } catch (IOException cannotWrite) {
                throw new UncheckedIOException(cannotWrite);
            }
            return trial;
        });
    }

    /** What is wrong, empty if nothing. */
    public List<String> mistakes() {
        return mistakes;
    }

    /** Why it could not be tried here, or an empty text. */
    public String skipped() {
        return skipped;
    }

    Map<String, List<String>> fieldsByOutcome() {
        return fieldsByOutcome;
    }

    private void run(Path temp) throws IOException {
        if (one.as().equals("json") && !one.isRecipe()) {
            for (Case.Field field : one.fields()) {
                variants(field);
            }
        } else {
            inAFolder(temp);
        }
    }

    private void variants(Case.Field field) {
        List<String> alone = ALONE.computeIfAbsent(
                field.lab(), lab -> neighbours(lab, Optional.empty()).good());
        int variants = 1;
        for (int i = 0; i < variants; i++) {
            Filling filling = new Filling(MALLORY, field, i);
            Bytes content = Bytes.of(filling.handIn(one, one.file()));
            variants = filling.variants();
            Entry entry = entry(MALLORY, field.lab(), content);
            Rows rows;
            if (i == 0 || i == variants - 1) {
                rows = neighbours(field.lab(), Optional.of(entry));
                if (!rows.good().equals(alone)) {
                    mistakes.add(one + ": a row of somebody else changed");
                }
            } else {
                rows = new Rows(List.of(), List.of(grader().grade(entry)));
            }
            String path = field.lab() + "/" + field.name() + "/" + i;
            note(new Delivery.Given(one, path, field, filling.kept(), false), rows.of());
        }
    }

    /** Rows of the good ones as JSON, and rows of the case. */
    private record Rows(List<String> good, List<Row> of) {}

    /** A new one each time, so that every variant has all its tries. */
    private static Grader grader() {
        return Grader.open(School.KEY, School.LABS, COURSE);
    }

    private static Rows neighbours(String lab, Optional<Entry> between) {
        Grader grader = grader();
        List<String> good = new ArrayList<>();
        List<Row> of = new ArrayList<>();
        for (String learner : School.GOOD) {
            good.add(RowJson.write(
                    grader.grade(entry(learner, lab, Bytes.of(Filling.right(learner, lab)))), School.LABS));
            if (of.isEmpty()) {
                between.ifPresent(entry -> of.add(grader.grade(entry)));
            }
        }
        return new Rows(good, of);
    }

    private static Entry entry(String learner, String lab, Bytes content) {
        Entry entry = Entry.of(learner + "/" + lab, content).from(learner);
        return School.evidence(learner, lab).map(entry::with).orElse(entry);
    }

    private void inAFolder(Path temp) throws IOException {
        Map<String, String> alone =
                graded(temp.resolve("alone"), new Delivery(temp.resolve("alone/in"), temp.resolve("alone/evidence")));
        Delivery delivery = new Delivery(temp.resolve("with/in"), temp.resolve("with/evidence"));
        delivery.put(one, MALLORY);
        skipped = delivery.skipped();
        if (!skipped.isEmpty()) {
            fieldsByOutcome.put(one.expected(), new ArrayList<>());
            return;
        }
        Map<String, String> rows = graded(temp.resolve("with"), delivery);
        aloneInAFolder(temp.resolve("alone")).forEach((origin, row) -> {
            if (!row.equals(rows.get(origin))) {
                mistakes.add(one + ": a row of somebody else changed: " + origin);
            }
        });
        for (Delivery.Given given : delivery.given()) {
            note(
                    given,
                    rows.entrySet().stream()
                            .filter(row -> given.isOrigin(row.getKey()))
                            .map(row -> RowJson.read(row.getValue()))
                            .toList());
        }
    }

    private static Map<String, String> aloneInAFolder(Path folder) throws IOException {
        synchronized (IN_A_FOLDER) {
            if (IN_A_FOLDER.isEmpty()) {
                IN_A_FOLDER.putAll(graded(folder, new Delivery(folder.resolve("in"), folder.resolve("evidence"))));
            }
            return IN_A_FOLDER;
        }
    }

    private static Map<String, String> graded(Path folder, Delivery delivery) throws IOException {
        delivery.good();
        Path out = folder.resolve("out");
        ClassGrading.run(new ClassGrading.Job(
                folder.resolve("in"),
                COURSE,
                School.KEY,
                School.LABS,
                Optional.of(folder.resolve("evidence")),
                out,
                Language.EN,
                ClassGrading.Options.of(Optional.empty())));
        return rows(out);
    }

    /** The rows of a grading by their origins, in order. */
    public static Map<String, String> rows(Path out) throws IOException {
        Map<String, String> rows = new LinkedHashMap<>();
        for (String line : Files.readAllLines(out.resolve(ClassGrading.ROWS))) {
            rows.merge(RowJson.read(line).origin(), line, (first, second) -> {
                throw new IllegalStateException("two rows of one origin: " + line);
            });
        }
        return rows;
    }

    private void note(Delivery.Given given, List<Row> rows) {
        Expected.mistake(given, rows).ifPresent(mistakes::add);
        String outcome = rows.isEmpty()
                ? "nothing"
                : String.join("; ", rows.stream().map(Expected::shown).toList());
        List<String> fields = fieldsByOutcome.computeIfAbsent(outcome, any -> new ArrayList<>());
        if (!fields.contains(given.field().shown())) {
            fields.add(given.field().shown());
        }
    }
}
