package org.quintain.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quintain.app.files.WholeFiles;
import org.quintain.app.handin.Claim;
import org.quintain.app.handin.HandInPath;
import org.quintain.app.handin.HandIns;
import org.quintain.app.issue.CourseFolder;
import org.quintain.app.replay.ReplayFiles;
import org.quintain.app.replay.Replayed;
import org.quintain.app.replay.Replays;
import org.quintain.core.Bytes;
import org.quintain.core.Lab;
import org.quintain.core.Message;
import org.quintain.core.RefusedException;
import org.quintain.core.Rejected;
import org.quintain.core.Seat;
import org.quintain.core.derive.CourseKey;
import org.quintain.core.grade.Course;
import org.quintain.core.grade.Entry;
import org.quintain.core.serve.Transcript;
import org.quintain.core.text.Texts;
import org.quintain.core.wire.Limits;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what happened on the simulated network of a hand-in: a page with a sequence diagram, and captures. */
@Command(name = "replay")
final class ReplayCommand extends QuintainCommand {
    /** The most hand-ins of one call. */
    static final int MAX_HAND_INS = 100;

    @Parameters(paramLabel = "${bundle:label-hand-in}", descriptionKey = "argument-replay")
    private String handIn;

    @Option(names = "--course", paramLabel = "course.json", descriptionKey = "option-replay-course", order = 1)
    private Path courseFile;

    @Option(names = "--key", paramLabel = "${bundle:label-file}", descriptionKey = "option-key", order = 2)
    private Path keyFile;

    @Option(names = "--evidence", paramLabel = "${bundle:label-dir}", descriptionKey = "option-evidence", order = 3)
    private Path evidence;

    @Option(names = "--practice", paramLabel = "N", descriptionKey = "option-replay-practice", order = 4)
    private Integer practice;

    @Option(
            names = "--out",
            paramLabel = "${bundle:label-dir}",
            defaultValue = ".",
            descriptionKey = "option-replay-out",
            order = 5)
    private Path out;

    @Mixin
    private ParamOptions params;

    @Override
    public int run() throws IOException {
        if (evidence != null && !Files.isDirectory(evidence)) {
            throw Failure.usage("error-no-file", "file", evidence);
        }
        if (practice != null) {
            return practice();
        }
        if (courseFile == null || keyFile == null) {
            throw Failure.usage("error-missing-option", "name", courseFile == null ? "--course" : "--key");
        }
        Path plan = Files.isDirectory(courseFile) ? courseFile.resolve(CourseFolder.PLAN) : courseFile;
        Course course = CourseFolder.read(plan);
        Bytes key = KeyFile.read(keyFile);
        String keyId = CourseKey.of(key).keyId();
        if (!keyId.equals(course.keyId())) {
            throw new RefusedException(Message.of("grade-key", "expected", course.keyId(), "found", keyId));
        }
        int done = 0;
        for (Entry entry : entries(course, key)) {
            done += replay(entry, course, key) ? 1 : 0;
        }
        if (done == 0) {
            throw Failure.usage("replay-nothing", "file", handIn);
        }
        return Exit.OK;
    }

    private int practice() throws IOException {
        if (practice < 0) {
            throw Failure.usage("error-at-least", "name", "--practice", "min", 0, "found", practice);
        }
        if (evidence == null) {
            throw Failure.usage("error-missing-option", "name", "--evidence");
        }
        Lab<?, ?> lab = networkLab(lab(handIn));
        Map<String, String> values = params.values(lab.card());
        try (EvidenceFolder store = EvidenceFolder.open(evidence)) {
            write(Replays.practice(Seat.practice(practice), lab, values, store));
        }
        return Exit.OK;
    }

    private static Lab<?, ?> networkLab(Lab<?, ?> lab) {
        if (Replays.canReplay(lab)) {
            return lab;
        }
        throw Failure.usage("replay-no-network", "lab", lab.card().id());
    }

    private List<Entry> entries(Course course, Bytes key) throws IOException {
        HandIns handIns = HandInPath.of(
                Path.of(handIn),
                new HandInPath.Sources(
                        course,
                        labs(),
                        CourseKey.of(key),
                        evidence == null ? List.of() : List.of(evidence),
                        false,
                        ZoneId.systemDefault(),
                        issueId -> evidence != null && Files.exists(evidence.resolve(issueId + ".jsonl"))));
        Found found = new Found();
        handIns.walk(found);
        found.refused.forEach(why -> err().println(why));
        if (found.entries.size() > MAX_HAND_INS) {
            throw Failure.usage("replay-too-many", "found", found.entries.size(), "limit", MAX_HAND_INS);
        }
        return found.entries;
    }

    /** Replays one hand-in; of several, those to other labs are passed over with a word. */
    private boolean replay(Entry found, Course course, Bytes key) throws IOException {
        Claim claim = Claim.of(found.content());
        Optional<Lab<?, ?>> lab = claim.lab().flatMap(labs()::find);
        if (lab.isEmpty() || claim.issueId().isEmpty()) {
            err().println(text("replay-unreadable", "file", found.origin()));
            return false;
        }
        Lab<?, ?> network = networkLab(lab.get());
        Optional<Transcript> served = evidence(claim.issueId().get());
        Replayed replayed = Replays.handIn(served.map(found::with).orElse(found), network, key, course);
        if (replayed.issueId().isEmpty()) {
            err().println(text("replay-refused", "file", found.origin(), "reason", reason(replayed)));
            return false;
        }
        write(replayed);
        return true;
    }

    private String reason(Replayed replayed) {
        return replayed.outcome()
                .filter(Rejected.class::isInstance)
                .map(outcome -> Texts.core(language()).say(((Rejected) outcome).message()))
                .orElse("?");
    }

    private Optional<Transcript> evidence(String issueId) throws IOException {
        Path file = evidence == null ? null : evidence.resolve(issueId + ".jsonl");
        if (file == null || !Files.exists(file)) {
            return Optional.empty();
        }
        return Optional.of(Transcript.of(WholeFiles.read(file, Limits.OWN_FILE.sizeBytes())
                .orElseThrow(() -> new IOException("too large: " + file))));
    }

    private void write(Replayed replayed) throws IOException {
        Map<String, byte[]> files = ReplayFiles.of(replayed, language());
        ReplayFiles.write(files, out);
        files.keySet().forEach(name -> out().println(out.resolve(name)));
    }

    /** Keeps what a walk finds. */
    private final class Found implements HandIns.Visitor {
        private final List<Entry> entries = new ArrayList<>();
        private final List<String> refused = new ArrayList<>();

        @Override
        public void handIn(Entry entry) {
            entries.add(entry);
        }

        @Override
        public void refused(String origin, Optional<String> learner, Message why, Optional<Instant> receivedAt) {
            refused.add(text(
                    "replay-refused",
                    "file",
                    origin,
                    "reason",
                    Texts.core(language()).say(why)));
        }

        @Override
        public void untouched(String origin) {
            refused.add(text("replay-untouched", "file", origin));
        }

        @Override
        public void skipped(String origin, HandIns.Why why) {
            // No hand-in.
        }
    }
}
