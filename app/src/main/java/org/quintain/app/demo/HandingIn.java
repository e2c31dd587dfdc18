package org.quintain.app.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.quintain.app.files.WholeFiles;
import org.quintain.app.issue.CourseFolder;
import org.quintain.app.issue.FolderNames;
import org.quintain.core.Assurance;
import org.quintain.core.Bytes;
import org.quintain.core.contract.NearMiss;
import org.quintain.core.contract.Reference;
import org.quintain.core.grade.Assignment;
import org.quintain.core.grade.Course;
import org.quintain.core.serve.Handout;
import org.quintain.core.serve.Issuer;
import org.quintain.core.serve.Session;
import org.quintain.core.serve.TranscriptStore;
import org.quintain.core.wire.Json;
import org.quintain.core.wire.Limits;

/**
 * The class works and hands in: every answer comes from the handout on disk and from a metered target behind a transport,
 * as a learner's program would have them.
 */
final class HandingIn {
    private record Work(String learner, Assignment assignment) {}

    private final Course course;
    private final Path issued;
    private final Path handedIn;
    private final FolderNames names;
    private final Issuer issuer;
    private final TranscriptStore evidence;
    private final Map<String, Reference<?, ?>> attacks;
    private final Map<Work, Record> answers = new HashMap<>();
    private final Map<Work, Set<String>> mayKeep = new HashMap<>();

    HandingIn(
            Course course,
            Path issued,
            Path handedIn,
            Issuer issuer,
            TranscriptStore evidence,
            Map<String, Reference<?, ?>> attacks) {
        this.course = course;
        this.issued = issued;
        this.handedIn = handedIn;
        this.names = CourseFolder.names(course);
        this.issuer = issuer;
        this.evidence = evidence;
        this.attacks = attacks;
    }

    /**
     * Everybody hands in.
     *
     * @param people the class; its first is neighbour of who copies answers, its second of who copies a file
     * @throws IOException if a file cannot be read or written
     */
    void everybody(List<DemoClass.Person> people) throws IOException {
        String first = people.get(0).learner().id();
        String second = people.get(1).learner().id();
        for (DemoClass.Person person : people) {
            String id = person.learner().id();
            int number = 0;
            for (Assignment assignment : course.assignments()) {
                switch (person.role()) {
                    case HONEST -> honest(id, assignment);
                    case COPIES_ANSWERS ->
                        handIn(
                                id,
                                assignment,
                                utf8(handout(id, assignment).submission(answers.get(new Work(first, assignment)))));
                    case COPIES_FILE -> handIn(id, assignment, Files.readAllBytes(file(handedIn, second, assignment)));
                    case NEAR_MISS -> nearMiss(id, assignment);
                    case EMPTY -> handIn(id, assignment, empty(number, template(id, assignment)));
                    case HOSTILE -> hostile(number, id, assignment);
                    case ABSENT -> {}
                }
                number++;
            }
        }
    }

    /** Criteria that somebody's near miss may still earn. */
    Set<String> mayKeep(String learner, Assignment assignment) {
        return mayKeep.getOrDefault(new Work(learner, assignment), Set.of());
    }

    private void honest(String id, Assignment assignment) throws IOException {
        Record answer = attack(attacks.get(assignment.labId()), id, assignment, false);
        answers.put(new Work(id, assignment), answer);
        handIn(id, assignment, utf8(handout(id, assignment).submission(answer)));
    }

    private void nearMiss(String id, Assignment assignment) throws IOException {
        Record answer = attack(attacks.get(assignment.labId()), id, assignment, true);
        handIn(id, assignment, utf8(handout(id, assignment).submission(answer)));
    }

    private <C extends Record, A extends Record> A attack(
            Reference<C, A> attack, String id, Assignment assignment, boolean isNearMiss) throws IOException {
        Handout handout = handout(id, assignment);
        C challenge;
        if (attack.lab().card().assurance() == Assurance.HANDOUT_ONLY) {
            challenge = handout.challenge(attack.lab().challengeType());
        } else {
            // What was reached live counts where it is recorded, so a near miss that is handed in has no record if it
            // can.
            boolean isRecorded = !isNearMiss || attack.lab().card().assurance() == Assurance.SERVED_TARGET;
            Session<?, ?> session = issuer.serve(
                    handout.heading().seat(),
                    assignment.labId(),
                    assignment.params(),
                    isRecorded ? evidence : TranscriptStore.inMemory());
            challenge = handout.challenge(attack.lab().challengeType(), session::call);
        }
        A right = attack.run(challenge);
        if (!isNearMiss) {
            return right;
        }
        NearMiss<A> miss = attack.nearMisses(challenge, right).stream()
                .filter(one -> !handout.submission(one.answer()).equals(handout.submissionTemplate()))
                .findFirst()
                .orElseThrow();
        mayKeep.put(new Work(id, assignment), miss.mayKeep());
        return miss.answer();
    }

    private static byte[] empty(int number, Bytes template) {
        if (number == 0) {
            return template.toArray();
        }
        Map<String, Object> fields = Json.parseObject(template, Limits.SUBMISSION);
        fields.put("answers", new LinkedHashMap<String, Object>());
        return utf8(Json.writeIndented(fields));
    }

    private void hostile(int number, String id, Assignment assignment) throws IOException {
        Path plain = file(handedIn, id, assignment);
        Path file = plain;
        if (number == 0) {
            try {
                file = plain.resolveSibling("submission =1+1 \u202Etxt.json");
            } catch (InvalidPathException notInThisLocale) {
                file = plain;
            }
        }
        write(file, HostileFiles.of(number, template(id, assignment)));
    }

    private Handout handout(String id, Assignment assignment) throws IOException {
        Path file = file(issued, id, assignment).resolveSibling("handout.json");
        return Handout.read(Bytes.of(Files.readAllBytes(file)));
    }

    private Bytes template(String id, Assignment assignment) throws IOException {
        return Bytes.of(Files.readAllBytes(file(issued, id, assignment)));
    }

    private Path file(Path root, String id, Assignment assignment) {
        return root.resolve(names.of(id)).resolve(FolderNames.of(assignment)).resolve("submission.json");
    }

    private void handIn(String id, Assignment assignment, byte[] content) throws IOException {
        write(file(handedIn, id, assignment), content);
    }

    private static void write(Path file, byte[] content) throws IOException {
        Files.createDirectories(file.getParent());
        WholeFiles.write(file, content);
    }

    private static byte[] utf8(String text) {
        return Bytes.utf8(text).toArray();
    }
}
