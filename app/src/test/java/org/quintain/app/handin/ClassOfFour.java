package org.quintain.app.handin;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quintain.app.issue.CourseFolder;
import org.quintain.core.Bytes;
import org.quintain.core.Catalog;
import org.quintain.core.Language;
import org.quintain.core.Message;
import org.quintain.core.Params;
import org.quintain.core.Seat;
import org.quintain.core.derive.CourseKey;
import org.quintain.core.grade.Course;
import org.quintain.core.grade.Entry;
import org.quintain.core.grade.Grader;
import org.quintain.core.grade.Learner;
import org.quintain.core.grade.RowJson;
import org.quintain.core.serve.Handout;
import org.quintain.core.serve.Issuer;
import org.quintain.core.text.Brief;
import org.quintain.crypto.caesarshift.CaesarShiftLab;

/** A course with a roster in which two have one name, and what a walk through hand-ins tells. */
final class ClassOfFour {
    static final Bytes KEY = Bytes.ofHex("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f");
    static final Catalog LABS = Catalog.of(List.of(new CaesarShiftLab()));
    static final CaesarShiftLab LAB = new CaesarShiftLab();
    static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    static final List<Learner> ROSTER = List.of(
            new Learner("u1", "Élodie Durand", "elodie@lycee.example", "", "fr"),
            new Learner("u2", "Siobhán O'Brien", "", "", "en"),
            new Learner("u3", "Thomas Petit", "", "", "fr"),
            new Learner("u4", "Thomas Petit", "", "", "fr"));

    private final Path folder;
    private final Course course;
    private final Issuer issuer = Issuer.open(KEY, LABS);

    /** Issues the lab into {@code issued} below a folder. */
    ClassOfFour(Path folder) throws IOException {
        this.folder = folder;
        CourseFolder.Order order =
                new CourseFolder.Order("uni-a", "c1", List.of(LAB), 1, Map.of(), ROSTER, Language.FR);
        this.course =
                CourseFolder.issue(folder.resolve("issued"), order, issuer).course();
    }

    Course course() {
        return course;
    }

    /** A wrong answer of somebody, in the right form. */
    String handIn(String learner) {
        return template(learner)
                .replace("\"plaintext\": \"\"", "\"plaintext\": \"x\"")
                .replace("\"shift\": \"\"", "\"shift\": 3");
    }

    String template(String learner) {
        return handout(learner).submissionTemplate();
    }

    /** An answer sheet that nobody has filled in. */
    String sheet(String learner) {
        return AnswerSheet.template(handout(learner), Brief.of(LAB, Language.FR));
    }

    private Handout handout(String learner) {
        Params params = Params.parse(LAB.card(), course.assignments().get(0).params());
        return issuer.handout(new Seat("uni-a", "c1", learner, 1), LAB, params);
    }

    HandInPath.Sources sources() {
        return sources(false, PARIS);
    }

    HandInPath.Sources sources(boolean useFileTimes, ZoneId zone) {
        return new HandInPath.Sources(
                course,
                LABS,
                CourseKey.of(KEY),
                List.of(folder.resolve("results")),
                useFileTimes,
                zone,
                issueId -> false);
    }

    /** What a walk tells, a line each. */
    List<String> told(Path handIns) throws IOException {
        return told(handIns, sources());
    }

    static List<String> told(Path handIns, HandInPath.Sources sources) throws IOException {
        Recorder recorder = new Recorder();
        HandInPath.of(handIns, sources).walk(recorder);
        return recorder.lines;
    }

    static List<Entry> entries(Path handIns, HandInPath.Sources sources) throws IOException {
        Recorder recorder = new Recorder();
        HandInPath.of(handIns, sources).walk(recorder);
        return recorder.entries;
    }

    /** The rows of all that the grader is shown. */
    List<String> rows(Path handIns) throws IOException {
        Grader grader = Grader.open(KEY, LABS, course);
        return entries(handIns, sources()).stream()
                .map(entry -> RowJson.write(grader.grade(entry), LABS))
                .toList();
    }

    /** Writes a file and the folders above it. */
    static Path write(Path file, byte[] content) throws IOException {
        Files.createDirectories(file.getParent());
        return Files.write(file, content);
    }

    static Path write(Path file, String content) throws IOException {
        return write(file, content.getBytes(StandardCharsets.UTF_8));
    }

    private static final class Recorder implements HandIns.Visitor {
        private final List<String> lines = new ArrayList<>();
        private final List<Entry> entries = new ArrayList<>();

        @Override
        public void handIn(Entry entry) {
            entries.add(entry);
            lines.add("hand-in " + entry.origin() + " " + entry.learner().orElse("-")
                    + entry.receivedAt().map(at -> " " + at).orElse(""));
        }

        @Override
        public void refused(String origin, Optional<String> learner, Message why, Optional<Instant> receivedAt) {
            lines.add("refused " + origin + " " + learner.orElse("-") + " " + why.key()
                    + receivedAt.map(at -> " " + at).orElse(""));
        }

        @Override
        public void untouched(String origin) {
            lines.add("untouched " + origin);
        }

        @Override
        public void skipped(String origin, HandIns.Why why) {
            lines.add("skipped " + origin + " " + why);
        }
    }
}
