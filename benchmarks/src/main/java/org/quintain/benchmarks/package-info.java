/**
 * Measurements, with the peers and the limit in the same run. {@link org.quintain.benchmarks.HotPaths} is the list;
 * {@link org.quintain.benchmarks.BenchmarkTable} runs it and prints one table.
 */
package org.quintain.benchmarks;
