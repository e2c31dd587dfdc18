package org.quintain.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.quintain.benchmarks.BenchmarkTable.Figure;

/** Every benchmark runs and finds its known answer; the figures of such a short run mean nothing. */
class BenchmarkSmokeTest {
    @Test
    void everyBenchmarkRunsOnceAndFillsTheTable() throws Exception {
        System.setProperty("jmh.ignoreLock", "true");
        System.setProperty(PcapReadBenchmark.MEGABYTES_PROPERTY, "1");
        var once = new OptionsBuilder()
                .forks(0)
                .warmupIterations(0)
                .measurementIterations(1)
                .measurementTime(TimeValue.milliseconds(20))
                .verbosity(VerboseMode.SILENT);
        Map<String, Figure> figures = BenchmarkTable.run(once, HotPaths.ALL);
        String table = BenchmarkTable.table(HotPaths.ALL, figures);
        assertEquals(2 + HotPaths.ALL.size(), table.lines().count());
        assertEquals(
                1,
                table.lines().map(line -> line.split("\\|").length).distinct().count(),
                table);
    }

    @Test
    void everyBenchmarkMethodStandsInARow() {
        Set<String> listed = new TreeSet<>();
        HotPaths.ALL.forEach(path -> listed.addAll(path.methods()));
        Set<String> found = new TreeSet<>();
        BenchmarkList.defaultList()
                .getAll(OutputFormatFactory.createFormatInstance(System.out, VerboseMode.SILENT), List.of())
                .forEach(entry -> found.add(entry.getUsername()));
        assertEquals(found, listed);
    }

    @Test
    void goalIsMissedWhenOneOfItsPartsIs() {
        assertTrue(row(30, 1000, 25, 0).endsWith("| yes |"));
        assertTrue(row(30, 700, 25, 0).endsWith("| no |"), "peer too near");
        assertTrue(row(30, 1000, 15, 0).endsWith("| no |"), "limit too far");
        assertTrue(row(30, 1000, 25, 8).endsWith("| no |"), "bytes allocated");
        assertTrue(row(30, 1000, 25, Double.NaN).endsWith("| no |"), "bytes unknown");
    }

    @Test
    void unknownTextIsRefused() {
        assertEquals(HotPaths.ALL, BenchmarkTable.choose(""));
        assertEquals(1, BenchmarkTable.choose("PADDING-ORACLE query").size());
        assertThrows(IllegalArgumentException.class, () -> BenchmarkTable.choose("no such path"));
    }

    private static String row(double ours, double peer, double limit, double bytes) {
        HotPath path = HotPaths.ALL.get(0);
        Map<String, Figure> figures = new TreeMap<>();
        path.methods().forEach(method -> figures.put(method, new Figure(peer, 880)));
        figures.put(path.qualified(path.ours()), new Figure(ours, bytes));
        figures.put(path.qualified(path.limit()), new Figure(limit, 0));
        return BenchmarkTable.table(List.of(path), figures).strip();
    }
}
