package org.quintain.app.check;

import java.util.concurrent.CompletableFuture;
import org.quintain.app.handin.Claim;
import org.quintain.core.grade.Entry;
import org.quintain.core.grade.Grader;
import org.quintain.core.grade.Row;

/** Has entries judged, some of them at the same time; entries of one instance are judged in the order in which they come. */
public interface Checks extends AutoCloseable {
    /**
     * Counts a verdict that an earlier run gave; before the first entry of its instance.
     *
     * @param issueId public name of the instance
     */
    void remember(String issueId);

    /**
     * Has an entry judged; waits while too many wait already.
     *
     * @param entry whatever arrived
     * @param claim what it claims about its instance; entries with equal claims are judged one after the other
     * @return its row, whatever the checker does; fails only if no checks can be made at all
     */
    CompletableFuture<Row> check(Entry entry, Claim claim);

    @Override
    void close();

    /**
     * Checks on the caller's thread, without a watchdog: a checker that never ends holds the caller.
     *
     * @param grader judges
     * @return checks that are done when {@code check} returns
     */
    static Checks inProcess(Grader grader) {
        return new Checks() {
            @Override
            public void remember(String issueId) {
                grader.remember(issueId, 1);
            }

            @Override
            public CompletableFuture<Row> check(Entry entry, Claim claim) {
                return CompletableFuture.completedFuture(grader.grade(entry));
            }

            @Override
            public void close() {
                // Nothing is open.
            }
        };
    }
}
