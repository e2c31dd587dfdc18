package org.quintain.benchmarks;

import java.util.List;
import java.util.stream.Stream;
import org.quintain.benchmarks.HotPath.Goal;
import org.quintain.benchmarks.HotPath.Peer;

/** What is measured: one literal row for each hot path and shape. A lab with a hot path adds its rows here. */
final class HotPaths {
    private static final List<HotPath> LABS = List.of(
            new HotPath(
                    "padding-oracle query",
                    "bad padding, 32-byte ciphertext",
                    CbcPaddingOracleBenchmark.class,
                    "queryOurs",
                    List.of(
                            new Peer("JCA CBC", "queryJca"),
                            new Peer("JCA CBC, new instance", "queryJcaNewInstance"),
                            new Peer("Bouncy Castle", "queryBouncyCastle")),
                    "queryLimit",
                    new Goal(25, 1.5, 0)),
            new HotPath(
                    "whole 16-byte block",
                    "2,048 queries",
                    CbcPaddingOracleBenchmark.class,
                    "blockOurs",
                    List.of(new Peer("JCA CBC", "blockJca"), new Peer("Bouncy Castle", "blockBouncyCastle")),
                    "blockLimit",
                    new Goal(20, 1.6, Double.POSITIVE_INFINITY)));

    static final List<HotPath> ALL =
            Stream.of(LABS, NamesHotPaths.ALL).flatMap(List::stream).toList();

    private HotPaths() {}
}
