package org.quintain.app.grade;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.quintain.app.files.Sha256;
import org.quintain.app.handin.Claim;
import org.quintain.app.handin.HandIns;
import org.quintain.app.replay.ReplayFiles;
import org.quintain.app.replay.Replayed;
import org.quintain.app.replay.Replays;
import org.quintain.core.Lab;
import org.quintain.core.Message;
import org.quintain.core.Seat;
import org.quintain.core.Verdict;
import org.quintain.core.derive.CourseKey;
import org.quintain.core.grade.Assignment;
import org.quintain.core.grade.Entry;
import org.quintain.core.grade.Learner;
import org.quintain.core.grade.Row;
import org.quintain.core.grade.RowJson;
import org.quintain.core.serve.Transcript;

/**
 * Writes a replay for the row that counts of each learner and network lab.
 *
 * <p>Hand-ins are walked and judged once more, in this process: only those that had a verdict within the time limit. At most
 * {@value #MAX_REPLAYS} replays and {@value #MAX_BYTES} bytes in all; the others are counted.
 */
public final class ClassReplays implements HandIns.Visitor {
    /** The most replays of a class. */
    public static final int MAX_REPLAYS = 500;

    /** The most bytes of all replays of a class: 512 MiB. */
    public static final long MAX_BYTES = 1L << 29;

    /**
     * What was written.
     *
     * @param pages seen from the report, by the origin of the hand-in as the results show it
     * @param leftOut how many found no room
     */
    public record Written(Map<String, String> pages, int leftOut) {
        static final Written NONE = new Written(Map.of(), 0);

        /** Copies the map. */
        public Written {
            pages = Map.copyOf(pages);
        }
    }

    /** A row that counts, as it is shown. */
    private record Wanted(String origin, Optional<Seat> seat) {}

    private final ClassGrading.Job job;
    private final Path folder;
    private final Map<String, Wanted> wanted;
    private final Map<String, String> pages = new TreeMap<>();
    private final Set<String> files = new HashSet<>();
    private long bytes;
    private int leftOut;

    private ClassReplays(ClassGrading.Job job, Path folder, Map<String, Wanted> wanted) {
        this.job = job;
        this.folder = folder;
        this.wanted = wanted;
    }

    /** Writes the replays if they are asked for, and takes away those of an earlier grading. */
    static Written write(ClassGrading.Job job, Journal journal, Results results) throws IOException {
        Path folder = job.out().resolve(ClassGrading.REPLAYS);
        if (!job.options().replays()) {
            ReplayFiles.clear(folder, Set.of());
            return Written.NONE;
        }
        ClassReplays replays = new ClassReplays(job, folder, wanted(job, journal, results));
        if (!replays.wanted.isEmpty()) {
            ClassGrading.handIns(job).walk(replays);
        }
        ReplayFiles.clear(folder, replays.files);
        return new Written(replays.pages, replays.leftOut);
    }

    private static Map<String, Wanted> wanted(ClassGrading.Job job, Journal journal, Results results)
            throws IOException {
        Map<String, Row> best = new HashMap<>();
        for (Learner learner : results.gradebook().learners()) {
            for (Assignment assignment : results.course().assignments()) {
                results.gradebook().best(learner, assignment).ifPresent(row -> best.put(row.origin(), row));
            }
        }
        RowNames names = new RowNames(
                CourseKey.of(job.courseKey()), job.course(), job.options().isPseudonymous());
        Map<String, Wanted> wanted = new HashMap<>();
        journal.rows(json -> {
            Row row = RowJson.read(json);
            Row shown = names.shown(row);
            Row counts = best.get(shown.origin());
            boolean isBest = counts != null && counts.lab().equals(row.lab());
            if (isBest && row.outcome() instanceof Verdict && isNetworkLab(job, row)) {
                wanted.putIfAbsent(
                        name(row.origin(), row.submissionSha256()), new Wanted(shown.origin(), shown.seat()));
            }
        });
        return wanted;
    }

    private static boolean isNetworkLab(ClassGrading.Job job, Row row) {
        return row.lab().flatMap(job.labs()::find).filter(Replays::canReplay).isPresent();
    }

    /** Where and what: a copy of the same hand-in that somebody else hands in is another one. */
    private static String name(String origin, String sha256) {
        return origin + " " + sha256;
    }

    @Override
    public void handIn(Entry found) throws IOException {
        Claim claim = Claim.of(found.content());
        String name = name(found.origin(), Sha256.hex(found.content().toArray()));
        Wanted row = wanted.remove(name);
        if (row == null) {
            return;
        }
        Lab<?, ?> lab = job.labs().find(claim.lab().orElseThrow()).orElseThrow();
        if (pages.size() == MAX_REPLAYS || bytes >= MAX_BYTES) {
            leftOut++;
            return;
        }
        Optional<Transcript> served = found.served().isPresent() ? found.served() : Grading.evidence(job, claim);
        Replayed replayed = Replays.handIn(served.map(found::with).orElse(found), lab, job.courseKey(), job.course())
                .as(row.seat());
        Map<String, byte[]> made = ReplayFiles.of(replayed, job.language());
        long size = made.values().stream().mapToLong(file -> file.length).sum();
        if (bytes + size > MAX_BYTES) {
            leftOut++;
            return;
        }
        bytes += size;
        ReplayFiles.write(made, folder);
        files.addAll(made.keySet());
        String page = ReplayFiles.page(lab.card().id(), replayed.issueId());
        pages.put(row.origin(), ClassGrading.REPLAYS + "/" + page);
    }

    @Override
    public void refused(String origin, Optional<String> learner, Message why, Optional<Instant> receivedAt) {
        // It has no row that counts.
    }

    @Override
    public void untouched(String origin) {
        // It has no row.
    }

    @Override
    public void skipped(String origin, HandIns.Why why) {
        // It has no row.
    }
}
