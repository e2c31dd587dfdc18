package org.quintain.app.check;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.quintain.app.handin.Claim;
import org.quintain.core.Bytes;
import org.quintain.core.Catalog;
import org.quintain.core.grade.Course;
import org.quintain.core.grade.Entry;
import org.quintain.core.grade.Row;

/**
 * Checks in child processes, each with a watchdog.
 *
 * <p>Entries that claim one instance go to one process, so that they are judged in turn; which process that is depends on
 * the claim alone.
 */
public final class WatchedChecks implements Checks {
    /** How long one check may take, unless the teacher says otherwise. */
    public static final Duration LIMIT = Duration.ofSeconds(20);

    private static final int MAX_PROCESSES = 4;

    /**
     * How the child processes are run.
     *
     * @param command Java and its arguments
     * @param limit the longest time for one check
     * @param processes the most processes at a time
     */
    public record Settings(List<String> command, Duration limit, int processes) {
        /** Copies the list. */
        public Settings {
            command = List.copyOf(command);
        }

        /**
         * Processes with the Java and the class path of this one.
         *
         * @param limit the longest time for one check
         * @return as many processes as the machine has processors, at most {@value #MAX_PROCESSES}
         */
        public static Settings likeThisProcess(Duration limit) {
            return new Settings(
                    command(System.getProperty("java.class.path")),
                    limit,
                    Math.min(MAX_PROCESSES, Runtime.getRuntime().availableProcessors()));
        }

        /**
         * The command for a class path.
         *
         * @param classPath as Java takes it
         * @return Java and its arguments: 256 MiB of heap, and an end at the first lack of memory
         */
        public static List<String> command(String classPath) {
            return List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx256m",
                    "-XX:+UseSerialGC",
                    "-XX:+ExitOnOutOfMemoryError",
                    "-XX:-UsePerfData",
                    "-Xshare:auto",
                    "-cp",
                    classPath,
                    CheckProcess.class.getName());
        }
    }

    private final List<Lane> lanes = new ArrayList<>();

    /**
     * Checks for a course; processes start when they are needed.
     *
     * @param settings how they are run
     * @param courseKey the course's secret
     * @param course the plan
     * @param labs the labs that the processes find on their class path
     */
    public WatchedChecks(Settings settings, Bytes courseKey, Course course, Catalog labs) {
        for (int i = 0; i < settings.processes(); i++) {
            lanes.add(new Lane(settings, courseKey, course, labs));
        }
    }

    @Override
    public void remember(String issueId) {
        lanes.forEach(lane -> lane.remember(issueId));
    }

    @Override
    public CompletableFuture<Row> check(Entry entry, Claim claim) {
        Job job = new Job(entry, claim);
        lane(claim).add(job);
        return job.row;
    }

    private Lane lane(Claim claim) {
        return claim.issueId()
                .map(id -> lanes.get(Math.floorMod(id.hashCode(), lanes.size())))
                .orElse(lanes.get(0));
    }

    @Override
    public void close() {
        lanes.forEach(Lane::close);
    }
}
