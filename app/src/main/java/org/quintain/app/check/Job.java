package org.quintain.app.check;

import java.util.concurrent.CompletableFuture;
import org.quintain.app.handin.Claim;
import org.quintain.core.grade.Entry;
import org.quintain.core.grade.Row;

/** An entry on its way through a child process. */
final class Job {
    final Entry entry;
    final Claim claim;
    final CompletableFuture<Row> row = new CompletableFuture<>();

    /** How many processes have ended while they judged it. */
    int deaths;

    Job(Entry entry, Claim claim) {
        this.entry = entry;
        this.claim = claim;
    }

    int sizeBytes() {
        return 200
                + entry.content().sizeBytes()
                + entry.served()
                        .map(served ->
                                served.lines().stream().mapToInt(String::length).sum())
                        .orElse(0);
    }
}
