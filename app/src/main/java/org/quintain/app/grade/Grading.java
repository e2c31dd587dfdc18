package org.quintain.app.grade;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.quintain.app.check.Checks;
import org.quintain.app.files.Sha256;
import org.quintain.app.files.WholeFiles;
import org.quintain.app.handin.Claim;
import org.quintain.app.handin.HandIns;
import org.quintain.core.Bytes;
import org.quintain.core.LibraryVersion;
import org.quintain.core.Message;
import org.quintain.core.Rejected;
import org.quintain.core.Seat;
import org.quintain.core.Usage;
import org.quintain.core.Verdict;
import org.quintain.core.grade.Entry;
import org.quintain.core.grade.Row;
import org.quintain.core.grade.RowJson;
import org.quintain.core.serve.Transcript;
import org.quintain.core.wire.Limits;

/**
 * Turns hand-ins into rows of a journal, in the order of the hand-ins, while several are checked at the same time.
 *
 * <p>Memory: the hand-ins that are being checked, at most {@value #MAX_WAITING} and {@value #MAX_WAITING_BYTES} bytes.
 */
final class Grading implements HandIns.Visitor {
    private static final int MAX_WAITING = 256;
    private static final long MAX_WAITING_BYTES = 1L << 24;
    private static final String VERSION = LibraryVersion.current();

    private final ClassGrading.Job job;
    private final Checks checks;
    private final Journal journal;
    private final RowNames names;
    private final Results results;
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private long waitingBytes;
    private long recalled;

    /** A hand-in whose row is not known yet. */
    private record Waiting(String key, int sizeBytes, CompletableFuture<Row> row) {}

    Grading(ClassGrading.Job job, Checks checks, Journal journal, RowNames names, Results results) {
        this.job = job;
        this.checks = checks;
        this.journal = journal;
        this.names = names;
        this.results = results;
    }

    /** How many rows an earlier run gave. */
    long recalled() {
        return recalled;
    }

    @Override
    public void handIn(Entry found) throws IOException {
        Claim claim = Claim.of(found.content());
        Entry entry = found;
        try {
            if (found.served().isEmpty()) {
                entry = evidence(job, claim).map(found::with).orElse(found);
            }
        } catch (IOException notReadable) {
            refused(found.origin(), found.learner(), Message.of("evidence-unreadable"), found.receivedAt());
            return;
        }
        String name = name(entry);
        if (!recall(name)) {
            CompletableFuture<Row> row = checks.check(entry, claim);
            await(new Waiting(name, entry.content().sizeBytes(), row));
        }
    }

    @Override
    public void refused(String origin, Optional<String> learner, Message why, Optional<Instant> receivedAt)
            throws IOException {
        String name = name(Entry.of(origin, Bytes.utf8(why.toString())));
        if (!recall(name)) {
            Row row = rejected(origin, learner, why, receivedAt);
            await(new Waiting(name, 0, CompletableFuture.completedFuture(row)));
        }
    }

    @Override
    public void at(long done, long all) {
        job.options().progress().at(done, all);
    }

    @Override
    public void untouched(String origin) {
        results.addUntouched(origin);
    }

    @Override
    public void skipped(String origin, HandIns.Why why) {
        results.addSkipped(names.shownOrigin(origin), why);
    }

    /** Waits for all rows. */
    void finish() throws IOException {
        while (!waiting.isEmpty()) {
            settle();
        }
        journal.flush();
    }

    private boolean recall(String name) throws IOException {
        Optional<String> json = journal.recall(name);
        if (json.isEmpty()) {
            return false;
        }
        Row row = RowJson.read(json.get());
        if (row.outcome() instanceof Verdict) {
            checks.remember(row.issueId());
        }
        recalled++;
        take(row);
        return true;
    }

    private void await(Waiting one) throws IOException {
        waiting.add(one);
        waitingBytes += one.sizeBytes();
        boolean isWritten = false;
        while (!waiting.isEmpty()
                && (waiting.element().row().isDone()
                        || waiting.size() > MAX_WAITING
                        || waitingBytes > MAX_WAITING_BYTES)) {
            settle();
            isWritten = true;
        }
        if (isWritten) {
            journal.flush();
        }
    }

    private void settle() throws IOException {
        Waiting first = waiting.remove();
        waitingBytes -= first.sizeBytes();
        Row row;
        try {
            row = first.row().join();
        } catch (CompletionException noChecks) {
            journal.flush();
            throw noChecks.getCause() instanceof IOException io ? io : new IOException(noChecks.getCause());
        }
        journal.add(first.key(), RowJson.write(row, job.labs()));
        take(row);
    }

    private void take(Row row) {
        results.add(names.shown(row), row.origin());
        job.options().progress().graded(results.handIns());
    }

    static boolean isRecorded(ClassGrading.Job job, String issueId) {
        return job.evidence().isPresent() && Files.exists(record(job, issueId));
    }

    private static Path record(ClassGrading.Job job, String issueId) {
        return job.evidence().orElseThrow().resolve(issueId + ".jsonl");
    }

    /** What was recorded of the session of a hand-in. */
    static Optional<Transcript> evidence(ClassGrading.Job job, Claim claim) throws IOException {
        if (job.evidence().isEmpty() || claim.issueId().isEmpty()) {
            return Optional.empty();
        }
        Path file = record(job, claim.issueId().get());
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Bytes lines = WholeFiles.read(file, Limits.OWN_FILE.sizeBytes())
                .orElseThrow(() -> new IOException("too large: " + file));
        return Optional.of(Transcript.of(lines));
    }

    /** A name for everything that the row of a hand-in depends on. */
    private static String name(Entry entry) {
        MessageDigest digest = Sha256.begin();
        part(digest, entry.origin());
        part(digest, entry.learner().orElse("\0"));
        part(digest, entry.receivedAt().map(Instant::toString).orElse(""));
        part(digest, String.join(" ", new TreeSet<>(entry.hintsTaken())));
        part(digest, entry.content());
        part(digest, entry.served().map(Transcript::toBytes).orElse(Bytes.utf8("\0")));
        return HexFormat.of().formatHex(digest.digest(), 0, 16);
    }

    private static void part(MessageDigest digest, String text) {
        part(digest, Bytes.of(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static void part(MessageDigest digest, Bytes bytes) {
        digest.update(java.nio.ByteBuffer.allocate(4).putInt(bytes.sizeBytes()).flip());
        digest.update(bytes.toArray());
    }

    /** A row for something that the grader cannot be shown. */
    private Row rejected(String origin, Optional<String> learner, Message why, Optional<Instant> receivedAt) {
        return new Row(
                origin,
                learner.map(id -> new Seat(job.course().tenant(), job.course().id(), id, 1)),
                Optional.empty(),
                0,
                "",
                new Rejected(why.key(), why),
                0,
                0,
                0,
                "",
                VERSION,
                receivedAt,
                Usage.NONE,
                Optional.empty());
    }
}
