package org.quintain.benchmarks;

import java.util.ArrayList;
import java.util.List;
import org.quintain.benchmarks.HotPath.Goal;
import org.quintain.benchmarks.HotPath.Peer;

/** Rows of DNS messages and captures. */
final class NamesHotPaths {
    /** A reader and its window of 256 KiB, once a file. */
    private static final double READER_BYTES = 300_000;

    static final List<HotPath> ALL = all();

    private NamesHotPaths() {}

    private static List<HotPath> all() {
        List<HotPath> rows = new ArrayList<>();
        for (int bytes : new int[] {64, 512, 1500}) {
            String method = "decode" + bytes;
            rows.add(new HotPath(
                    "decode UDP/DNS",
                    "all records, " + bytes + " B",
                    DnsDecodeBenchmark.class,
                    method + "Ours",
                    List.of(new Peer("pcap4j", method + "Pcap4j")),
                    method + "Limit",
                    new Goal(20, 2, 0)));
        }
        rows.add(new HotPath(
                "match a DNS answer",
                "id and question, 64 B",
                DnsDecodeBenchmark.class,
                "match64Ours",
                List.of(new Peer("pcap4j", "match64Pcap4j")),
                "",
                new Goal(20, Double.POSITIVE_INFINITY, 0)));
        rows.add(new HotPath(
                "read and decode a pcap against pkts-core",
                "a file of packets of 240 B",
                PcapReadBenchmark.class,
                "readOurs",
                List.of(new Peer("pkts-core", "readPkts")),
                "readLimit",
                new Goal(20, 1.14, READER_BYTES)));
        rows.add(new HotPath(
                "read and decode a pcap against pcap4j",
                "a file of packets of 240 B",
                PcapReadBenchmark.class,
                "readOurs",
                List.of(new Peer("pcap4j", "readPcap4j")),
                "readLimit",
                // Without libpcap, whose packets cost it 9 us each by JNA, so that 90 times is not to be had here: the
                // limit itself is 11 times as fast.
                new Goal(7, 1.14, READER_BYTES)));
        return List.copyOf(rows);
    }
}
