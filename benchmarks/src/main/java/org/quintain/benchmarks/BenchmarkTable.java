package org.quintain.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs the hot paths under JMH and prints one table in Markdown: ours, the peers, the limit, the ratios and the goals,
 * all from one run.
 *
 * <p>Usage: {@code BenchmarkTable [--quick | --full] [--only TEXT] [--list]}. Figures are medians over the iterations of
 * all forks, so that a busy neighbour spoils few of them.
 */
public final class BenchmarkTable {
    private BenchmarkTable() {}

    /** How much time a run takes. */
    enum Effort {
        /** About 5 seconds a method: for a look. */
        QUICK(1, 3, 5, 300),
        /** About 15 seconds a method. */
        NORMAL(2, 5, 7, 500),
        /** About a minute a method: for figures that are quoted. */
        FULL(5, 5, 7, 1000);

        private static final int FULL_MEGABYTES = 200;

        private final int forks;
        private final int warmups;
        private final int iterations;
        private final int iterationMillis;

        Effort(int forks, int warmups, int iterations, int iterationMillis) {
            this.forks = forks;
            this.warmups = warmups;
            this.iterations = iterations;
            this.iterationMillis = iterationMillis;
        }

        private int megabytes() {
            return this == FULL ? FULL_MEGABYTES : FULL_MEGABYTES / 10;
        }

        ChainedOptionsBuilder options() {
            return new OptionsBuilder()
                    .forks(forks)
                    .warmupIterations(warmups)
                    .warmupTime(TimeValue.milliseconds(iterationMillis))
                    .measurementIterations(iterations)
                    .measurementTime(TimeValue.milliseconds(iterationMillis))
                    .jvmArgsAppend(
                            "-Xms512m", "-Xmx512m", "-D" + PcapReadBenchmark.MEGABYTES_PROPERTY + "=" + megabytes());
        }
    }

    /**
     * What one method took.
     *
     * @param nanos median time of an operation in nanoseconds
     * @param bytes allocated per operation
     */
    record Figure(double nanos, double bytes) {}

    /**
     * Runs and prints.
     *
     * @param arguments see the class
     * @throws Exception if a benchmark fails; a goal that is missed is no failure, the table says it
     */
    public static void main(String[] arguments) throws Exception {
        Effort effort = Effort.NORMAL;
        String only = "";
        boolean isList = false;
        for (int i = 0; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--quick" -> effort = Effort.QUICK;
                case "--full" -> effort = Effort.FULL;
                case "--only" -> only = i + 1 < arguments.length ? arguments[++i] : "";
                case "--list" -> isList = true;
                default ->
                    throw new IllegalArgumentException(
                            "[--quick | --full] [--only TEXT] [--list] wanted: argument=" + arguments[i]);
            }
        }
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        List<HotPath> chosen = choose(only);
        if (isList) {
            chosen.forEach(path -> out.println(path.name() + " (" + path.shape() + ")"));
            return;
        }
        Map<String, Figure> figures = run(effort.options().verbosity(VerboseMode.EXTRA), chosen);
        out.println();
        out.println(machine() + ", " + effort.name().toLowerCase(Locale.ROOT) + " run: " + effort.forks + " forks x "
                + effort.iterations + " x " + effort.iterationMillis + " ms, medians");
        out.println();
        out.print(table(chosen, figures));
    }

    /** The rows whose name, shape or class contains a text, letters of either case alike; all for an empty text. */
    static List<HotPath> choose(String only) {
        String wanted = only.toLowerCase(Locale.ROOT);
        List<HotPath> chosen = HotPaths.ALL.stream()
                .filter(path -> (path.name() + " " + path.shape() + " "
                                + path.benchmark().getSimpleName())
                        .toLowerCase(Locale.ROOT)
                        .contains(wanted))
                .toList();
        if (chosen.isEmpty()) {
            throw new IllegalArgumentException("a text that a hot path contains wanted: --only " + only);
        }
        return chosen;
    }

    static Map<String, Figure> run(ChainedOptionsBuilder options, List<HotPath> paths) throws RunnerException {
        for (HotPath path : paths) {
            path.methods().forEach(method -> options.include("^" + method.replace(".", "\\.") + "$"));
        }
        options.addProfiler(GCProfiler.class).shouldFailOnError(true);
        Map<String, Figure> figures = new TreeMap<>();
        for (RunResult result : new Runner(options.build()).run()) {
            double nanos = result.getPrimaryResult().getStatistics().getPercentile(50);
            figures.put(result.getParams().getBenchmark(), new Figure(nanos, bytes(result)));
        }
        return figures;
    }

    private static double bytes(RunResult result) {
        for (String name : result.getSecondaryResults().keySet()) {
            if (name.endsWith("gc.alloc.rate.norm")) {
                return result.getSecondaryResults().get(name).getScore();
            }
        }
        return Double.NaN;
    }

    /** The table; a column for each thing that a reader compares. */
    static String table(List<HotPath> paths, Map<String, Figure> figures) {
        StringBuilder out = new StringBuilder();
        out.append(
                "| hot path | shape | ours | B/op | peers | limit | x faster than best peer | x limit | goal | met |\n");
        out.append("|---|---|---|---|---|---|---|---|---|---|\n");
        for (HotPath path : paths) {
            out.append("| ").append(String.join(" | ", cells(path, figures))).append(" |\n");
        }
        return out.toString();
    }

    private static List<String> cells(HotPath path, Map<String, Figure> figures) {
        Figure ours = figures.get(path.qualified(path.ours()));
        double best = Double.POSITIVE_INFINITY;
        List<String> peers = new ArrayList<>();
        for (HotPath.Peer peer : path.peers()) {
            Figure figure = figures.get(path.qualified(peer.method()));
            peers.add(peer.name() + " " + time(figure.nanos()) + ", " + bytes(figure.bytes()) + " B");
            best = Math.min(best, figure.nanos());
        }
        double limit = path.limit().isEmpty()
                ? Double.NaN
                : figures.get(path.qualified(path.limit())).nanos();
        double timesPeer = best / ours.nanos();
        double timesLimit = ours.nanos() / limit;
        HotPath.Goal goal = path.goal();
        // Written so that a NaN, for which every comparison is false, misses a goal that was set.
        boolean met = timesPeer >= goal.timesPeer()
                && (Double.isInfinite(goal.timesLimit()) || timesLimit <= goal.timesLimit())
                && (Double.isInfinite(goal.bytesAnOp()) || ours.bytes() < goal.bytesAnOp() + 0.5);
        return List.of(
                path.name(),
                path.shape(),
                time(ours.nanos()),
                bytes(ours.bytes()),
                String.join("; ", peers),
                Double.isNaN(limit) ? "none" : time(limit),
                number("%.1f", timesPeer),
                Double.isNaN(limit) ? "" : number("%.2f", timesLimit),
                goal(goal),
                met ? "yes" : "no");
    }

    private static String goal(HotPath.Goal goal) {
        StringBuilder out = new StringBuilder(">= ")
                .append(number("%.1f", goal.timesPeer()))
                .append(" x peer");
        if (!Double.isInfinite(goal.timesLimit())) {
            out.append(", <= ").append(number("%.1f", goal.timesLimit())).append(" x limit");
        }
        if (!Double.isInfinite(goal.bytesAnOp())) {
            out.append(", ").append(bytes(goal.bytesAnOp())).append(" B");
        }
        return out.toString();
    }

    private static String time(double nanos) {
        if (nanos < 1_000) {
            return number("%.1f ns", nanos);
        }
        return nanos < 1_000_000 ? number("%.2f us", nanos / 1_000) : number("%.2f ms", nanos / 1_000_000);
    }

    private static String bytes(double bytes) {
        return Double.isNaN(bytes) ? "?" : Long.toString(Math.round(bytes));
    }

    private static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }

    /** Processor and Java, without anything that names this one machine. */
    private static String machine() throws IOException {
        String processor = System.getProperty("os.arch");
        Path cpuinfo = Path.of("/proc/cpuinfo");
        if (Files.isReadable(cpuinfo)) {
            processor = Files.readAllLines(cpuinfo).stream()
                    .filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(processor);
        }
        return processor + ", " + Runtime.getRuntime().availableProcessors() + " processors, "
                + System.getProperty("os.name") + ", " + System.getProperty("java.vm.name") + " "
                + System.getProperty("java.vm.version");
    }
}
