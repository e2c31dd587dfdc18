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
                    new Goal(20, 1.6, Double.POSITIVE_INFINITY)),
            new HotPath(
                    "decode TCP",
                    "Ethernet, IPv4, TCP of 64 bytes, 6 fields read",
                    WireDecodeBenchmark.class,
                    "decodeOurs",
                    List.of(new Peer("pcap4j", "decodePcap4j")),
                    "decodeLimit",
                    new Goal(40, 1.5, 0)),
            build(64),
            build(512),
            build(1500),
            checksum(64, 1),
            checksum(1500, 2.5),
            checksum(65_536, 2.5),
            // Wanted is a million a second, 1,000 ns. The peer has no bounds, link qualities, VLANs, filters or timers.
            new HotPath(
                    "simulator, frame delivered",
                    "60 bytes, switch, two stations and a tap, 64 on the way",
                    SimulatorBenchmark.class,
                    "frameOurs",
                    List.of(new Peer("objects", "frameObjects")),
                    "frameLimit",
                    new Goal(0.5, 6, 1)),
            // A million a second, again; the frame of 60 bytes and its array's header are 80 bytes. The peer has no
            // stacks.
            new HotPath(
                    "simulator, datagram echoed",
                    "frame of 60 bytes, two stacks, switch and tap, 16 on the way",
                    StacksBenchmark.class,
                    "datagramOurs",
                    List.of(new Peer("objects, no stacks", "datagramObjects")),
                    "datagramLimit",
                    new Goal(0.2, 3, 81)));

    static final List<HotPath> ALL =
            Stream.of(LABS, NamesHotPaths.ALL).flatMap(List::stream).toList();

    private HotPaths() {}

    private static HotPath build(int frameBytes) {
        return new HotPath(
                "build TCP with both checksums",
                "frame of " + frameBytes + " bytes",
                WireBuildBenchmark.class,
                "build" + frameBytes + "Ours",
                List.of(new Peer("pcap4j", "build" + frameBytes + "Pcap4j")),
                "build" + frameBytes + "Limit",
                new Goal(15, 1.3, 0));
    }

    /** Few bytes take as long to turn round and fold as to add up, so that a goal is set from 1,500 on. */
    private static HotPath checksum(int bytes, double timesPeer) {
        return new HotPath(
                "Internet checksum",
                bytes + " bytes",
                InternetChecksumBenchmark.class,
                "checksum" + bytes + "Ours",
                List.of(
                        new Peer("pcap4j", "checksum" + bytes + "Pcap4j"),
                        new Peer("byte loop", "checksum" + bytes + "ByteLoop")),
                "checksum" + bytes + "Limit",
                new Goal(timesPeer, 1.3, 0));
    }
}
