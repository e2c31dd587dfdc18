package org.quintain.benchmarks;

import org.openjdk.jmh.annotations.Benchmark;

/** What an empty method costs: the floor under every other figure. */
public class BaselineBenchmark {
    /** Does nothing. */
    @Benchmark
    public void nothing() {}
}
