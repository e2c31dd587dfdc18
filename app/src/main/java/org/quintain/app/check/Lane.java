package org.quintain.app.check;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.quintain.app.files.Sha256;
import org.quintain.app.handin.Claim;
import org.quintain.core.Bytes;
import org.quintain.core.Catalog;
import org.quintain.core.Faulted;
import org.quintain.core.Lab;
import org.quintain.core.LibraryVersion;
import org.quintain.core.Seat;
import org.quintain.core.Usage;
import org.quintain.core.Verdict;
import org.quintain.core.derive.CourseKey;
import org.quintain.core.grade.Course;
import org.quintain.core.grade.Entry;
import org.quintain.core.grade.Row;
import org.quintain.core.grade.RowJson;

/**
 * A thread with a child process: takes entries in batches, has them judged one after the other, and starts a new process
 * when one ends.
 *
 * <p>The entry that a process was judging when the watchdog stopped it is faulted. If a process ends by itself, the entry is
 * judged once more by a new one, since an earlier entry or the machine may be the cause; if that ends too, it is faulted.
 */
final class Lane implements Runnable {
    static final int MAX_BATCH = 64;
    private static final int MAX_BATCH_BYTES = 1 << 22;
    private static final int MAX_FAILED_STARTS = 3;
    private static final Job END = new Job(Entry.of("", Bytes.utf8("")), new Claim(java.util.Map.of()));

    private final WatchedChecks.Settings settings;
    private final Bytes courseKey;
    private final Course course;
    private final Catalog labs;
    private final Bytes plan;
    private final BlockingQueue<Job> waiting = new LinkedBlockingQueue<>(MAX_BATCH * 4);
    private final SortedMap<String, Integer> judged = new TreeMap<>();
    private final Thread thread = new Thread(this, "quintain-checks");
    private boolean isStarted;
    private volatile boolean isClosed;
    private volatile Child child;

    Lane(WatchedChecks.Settings settings, Bytes courseKey, Course course, Catalog labs) {
        this.settings = settings;
        this.courseKey = courseKey;
        this.course = course;
        this.labs = labs;
        this.plan = Bytes.utf8(course.toJson());
        this.thread.setDaemon(true);
    }

    void remember(String issueId) {
        synchronized (judged) {
            judged.merge(issueId, 1, Integer::sum);
        }
    }

    void add(Job job) {
        if (!isStarted) {
            isStarted = true;
            thread.start();
        }
        put(job);
    }

    private void put(Job job) {
        boolean isInterrupted = false;
        while (true) {
            try {
                waiting.put(job);
                break;
            } catch (InterruptedException later) {
                isInterrupted = true;
            }
        }
        if (isInterrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends the process, whatever it is doing. */
    void close() {
        isClosed = true;
        thread.interrupt();
        Child running = child;
        if (running != null) {
            running.close();
        }
    }

    @Override
    public void run() {
        Deque<Job> batch = new ArrayDeque<>();
        try {
            while (true) {
                batch.add(waiting.take());
                int sizeBytes = batch.peek().sizeBytes();
                while (batch.size() < MAX_BATCH && sizeBytes < MAX_BATCH_BYTES && !waiting.isEmpty()) {
                    Job next = waiting.take();
                    sizeBytes += next.sizeBytes();
                    batch.add(next);
                }
                while (!batch.isEmpty() && !isClosed) {
                    judge(batch);
                }
            }
        } catch (InterruptedException closing) {
            batch.clear();
        } catch (IOException | RuntimeException | Error noChecks) {
            batch.forEach(job -> job.row.completeExceptionally(noChecks));
            failAll(noChecks);
        } finally {
            if (child != null) {
                child.close();
            }
        }
    }

    private void failAll(Throwable noChecks) {
        try {
            while (true) {
                waiting.take().row.completeExceptionally(noChecks);
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    /** Judges the batch's first entries, until its end or until the process ends. */
    private void judge(Deque<Job> batch) throws IOException {
        if (child == null) {
            child = start();
        }
        try {
            child.send(batch.stream().map(job -> job.entry).toList());
        } catch (IOException endedWhileItRead) {
            ended(batch);
            return;
        }
        while (!batch.isEmpty()) {
            Row row;
            try {
                row = RowJson.read(child.readRow(settings.limit().toNanos()));
            } catch (IOException endedWhileItJudged) {
                ended(batch);
                return;
            }
            if (row.outcome() instanceof Verdict) {
                remember(row.issueId());
            }
            batch.remove().row.complete(row);
        }
    }

    private Child start() throws IOException {
        Wire.Opening opening;
        synchronized (judged) {
            opening = new Wire.Opening(courseKey, plan, new TreeMap<>(judged));
        }
        for (int failed = 1; ; failed++) {
            try {
                return Child.start(settings.command(), opening);
            } catch (IOException notReady) {
                if (failed == MAX_FAILED_STARTS) {
                    throw notReady;
                }
            }
        }
    }

    private void ended(Deque<Job> batch) {
        boolean isStopped = child.isStopped();
        child.close();
        child = null;
        if (isClosed) {
            return;
        }
        Job culprit = batch.element();
        culprit.deaths++;
        if (isStopped || culprit.deaths > 1) {
            batch.remove().row.complete(faulted(culprit, isStopped));
        }
    }

    /** The row of an entry that ended the process. */
    private Row faulted(Job job, boolean isStopped) {
        String what = isStopped ? "check-took-too-long" : "check-ended-the-process";
        Optional<Lab<?, ?>> lab = job.claim
                .lab()
                .filter(id -> course.assignments().stream()
                        .anyMatch(one -> one.labId().equals(id)))
                .flatMap(labs::find);
        String id = lab.map(one -> one.card().id()).orElse("");
        Optional<Seat> seat = job.claim.seat(CourseKey.of(courseKey), labs);
        return new Row(
                job.entry.origin(),
                seat.or(() -> job.entry.learner().map(who -> new Seat(course.tenant(), course.id(), who, 1))),
                lab.map(one -> id),
                lab.map(one -> one.card().contentVersion()).orElse(0),
                seat.isPresent() ? job.claim.issueId().orElse("") : "",
                new Faulted(Sha256.hex(Bytes.utf8(id + " " + what).toArray()).substring(0, 8), what),
                0,
                lab.map(one -> one.card().maxPoints()).orElse(0),
                0,
                Sha256.hex(job.entry.content().toArray()),
                LibraryVersion.current(),
                job.entry.receivedAt(),
                Usage.NONE,
                Optional.empty());
    }
}
