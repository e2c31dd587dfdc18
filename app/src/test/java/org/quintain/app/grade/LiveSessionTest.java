package org.quintain.app.grade;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quintain.app.handin.Answers;
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

/** Whoever attacked live hands in the template as it is: the record of the session is what counts. */
class LiveSessionTest {
    private static final String LAB = "net.dns-answer-spoof";
    private static final Catalog LABS = Catalog.installed();
    private static final Assignment ASSIGNMENT = Assignment.of(LAB, 1, Map.of());
    private static final Course COURSE = new Course(
            "lycée",
            "c 1",
            CourseKey.of(Answers.KEY).keyId(),
            List.of(ASSIGNMENT),
            List.of(Learner.of("zoe"), Learner.of("luc")));

    @TempDir
    private Path folder;

    private void handInTemplate(String learner, boolean isAttacked) throws IOException {
        Reference<?, ?> reference = Answers.references().stream()
                .filter(one -> one.lab().card().id().equals(LAB))
                .findFirst()
                .orElseThrow();
        Seat seat = new Seat(COURSE.tenant(), COURSE.id(), learner, 1);
        try (Issuer issuer = Issuer.open(Answers.KEY, LABS)) {
            Handout handout = issuer.handout(seat, reference.lab(), Params.none());
            Path place = Files.createDirectories(folder.resolve("hand-ins/" + learner + "/" + LAB));
            Files.writeString(place.resolve("submission.json"), handout.submissionTemplate());
            if (isAttacked) {
                attack(reference, issuer, seat, handout);
            }
        }
    }

    private <C extends Record, A extends Record> void attack(
            Reference<C, A> reference, Issuer issuer, Seat seat, Handout handout) throws IOException {
        TranscriptStore store = TranscriptStore.inMemory();
        Session<?, ?> session = issuer.serve(seat, LAB, Map.of(), store);
        reference.run(handout.challenge(reference.lab().challengeType(), session::call));
        String issueId = session.issueId();
        Path evidence = Files.createDirectories(folder.resolve("evidence"));
        Files.write(evidence.resolve(issueId + ".jsonl"), store.read(issueId));
    }

    @Test
    void recordOfTheSessionMakesATemplateAHandIn() throws IOException {
        handInTemplate("zoe", true);
        handInTemplate("luc", false);

        Results results = ClassGrading.run(new ClassGrading.Job(
                folder.resolve("hand-ins"),
                COURSE,
                Answers.KEY,
                LABS,
                Optional.of(folder.resolve("evidence")),
                folder.resolve("results"),
                Language.FR,
                ClassGrading.Options.of(Optional.empty())));

        assertEquals(1, results.handIns());
        assertEquals(1, results.untouched());
        String row = Files.readString(folder.resolve("results/rows.jsonl"));
        assertEquals(
                1,
                row.lines()
                        .filter(line -> line.contains("\"earned\":100,\"max\":100"))
                        .count(),
                row);
        assertEquals(Results.State.JUDGED, results.state(COURSE.roster().get(0), ASSIGNMENT));
        assertEquals(Results.State.MISSING, results.state(COURSE.roster().get(1), ASSIGNMENT));
    }
}
