package org.quintain.app.grade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.quintain.app.handin.Answers;
import org.quintain.core.Assurance;
import org.quintain.core.Catalog;
import org.quintain.core.Language;
import org.quintain.core.Params;
import org.quintain.core.Seat;
import org.quintain.core.contract.Reference;
import org.quintain.core.derive.CourseKey;
import org.quintain.core.grade.Assignment;
import org.quintain.core.grade.Course;
import org.quintain.core.grade.Learner;
import org.quintain.core.serve.Handout;
import org.quintain.core.serve.Issuer;
import org.quintain.core.serve.Session;
import org.quintain.core.serve.TranscriptStore;
import org.quintain.core.wire.Links;
import org.quintain.core.wire.Shapes;

/** Whoever attacked live hands in the template as it is: the record of the session is what counts. */
class LiveSessionTest {
    private static final Catalog LABS = Catalog.installed();
    private static final List<Learner> ROSTER = List.of(Learner.of("zoe"), Learner.of("luc"));

    @TempDir
    private Path folder;

    private static Course course(Assignment assignment) {
        return new Course("lycée", "c 1", CourseKey.of(Answers.KEY).keyId(), List.of(assignment), ROSTER);
    }

    /** Attacks live, where the record is kept, and hands in the answer without its script. */
    private <C extends Record, A extends Record> void attack(
            Reference<C, A> reference, Assignment assignment, boolean isBlank) throws IOException {
        Course course = course(assignment);
        Seat seat = new Seat(course.tenant(), course.id(), "zoe", 1);
        TranscriptStore store = TranscriptStore.inMemory();
        try (Issuer issuer = Issuer.open(Answers.KEY, LABS)) {
            Handout handout = issuer.handout(seat, reference.lab(), Params.none());
            Session<?, ?> session = issuer.serve(seat, assignment.labId(), Map.of(), store);
            A answer = reference.run(handout.challenge(reference.lab().challengeType(), session::call));
            Path evidence = Files.createDirectories(folder.resolve("evidence"));
            Files.write(evidence.resolve(session.issueId() + ".jsonl"), store.read(session.issueId()));
            Map<String, Object> fields =
                    new LinkedHashMap<>(Shapes.answer(answer.getClass()).write(answer, Links.NONE));
            fields.put("script", List.of());
            handIn("zoe", assignment, isBlank ? handout.submissionTemplate() : handout.submission(fields));
        }
    }

    private void handIn(String learner, Assignment assignment, String submission) throws IOException {
        Path place = Files.createDirectories(folder.resolve("hand-ins/" + learner + "/" + assignment.labId()));
        Files.writeString(place.resolve("submission.json"), submission);
    }

    private Results grade(Assignment assignment) throws IOException {
        return ClassGrading.run(new ClassGrading.Job(
                folder.resolve("hand-ins"),
                course(assignment),
                Answers.KEY,
                LABS,
                Optional.of(folder.resolve("evidence")),
                folder.resolve("results"),
                Language.FR,
                ClassGrading.Options.of(Optional.empty())));
    }

    private String rows() throws IOException {
        return Files.readString(folder.resolve("results/rows.jsonl"));
    }

    @Test
    void recordOfTheSessionMakesATemplateAHandIn() throws IOException {
        Reference<?, ?> reference = Answers.references().stream()
                .filter(one -> one.lab().card().id().equals("net.dns-answer-spoof"))
                .findFirst()
                .orElseThrow();
        Assignment assignment = Assignment.of("net.dns-answer-spoof", 1, Map.of());
        attack(reference, assignment, true);
        try (Issuer issuer = Issuer.open(Answers.KEY, LABS)) {
            Seat luc = new Seat("lycée", "c 1", "luc", 1);
            handIn(
                    "luc",
                    assignment,
                    issuer.handout(luc, reference.lab(), Params.none()).submissionTemplate());
        }

        Results results = grade(assignment);

        assertEquals(1, results.handIns());
        assertEquals(1, results.untouched());
        assertTrue(rows().contains("\"earned\":100,\"max\":100"), rows());
        assertEquals(Results.State.JUDGED, results.state(ROSTER.get(0), assignment));
        assertEquals(Results.State.MISSING, results.state(ROSTER.get(1), assignment));
    }

    @TestFactory
    Stream<DynamicTest> sessionAloneEarnsFullMarks() {
        return Answers.references().stream()
                .filter(one -> one.lab().card().assurance() == Assurance.SERVED_OR_REPLAYED)
                .map(reference -> DynamicTest.dynamicTest(reference.lab().card().id(), () -> {
                    Assignment assignment = Assignment.of(reference.lab().card().id(), 1, Map.of());
                    attack(reference, assignment, false);
                    grade(assignment);
                    assertTrue(rows().contains("\"earned\":100,\"max\":100"), rows());
                    Files.delete(folder.resolve("hand-ins/zoe/" + assignment.labId() + "/submission.json"));
                }));
    }
}
