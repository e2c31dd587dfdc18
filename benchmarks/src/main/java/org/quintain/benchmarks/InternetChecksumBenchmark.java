package org.quintain.benchmarks;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.pcap4j.util.ByteArrays;
import org.quintain.net.wire.InternetChecksum;

/** The Internet checksum of 64, 1,500 and 65,536 random bytes. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Benchmark)
public class InternetChecksumBenchmark {
    private final byte[] bytes64 = bytes(64);
    private final byte[] bytes1500 = bytes(1500);
    private final byte[] bytes65536 = bytes(65_536);

    /** Sums all with all four. */
    public InternetChecksumBenchmark() {
        for (byte[] bytes : new byte[][] {bytes64, bytes1500, bytes65536}) {
            int wanted = byteLoop(bytes);
            if (InternetChecksum.of(bytes, 0, bytes.length) != wanted
                    || limit(bytes) != wanted
                    || (ByteArrays.calcChecksum(bytes) & 0xFFFF) != wanted) {
                throw new IllegalStateException("equal checksums wanted: lengthBytes=" + bytes.length);
            }
        }
    }

    private static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        new SplittableRandom(length).nextBytes(bytes);
        return bytes;
    }

    private static int byteLoop(byte[] bytes) {
        long sum = 0;
        for (int i = 0; i < bytes.length; i += 2) {
            sum += (bytes[i] & 0xFF) << 8 | bytes[i + 1] & 0xFF;
        }
        while (sum > 0xFFFF) {
            sum = (sum & 0xFFFF) + (sum >>> 16);
        }
        return (int) ~sum & 0xFFFF;
    }

    private static int limit(byte[] bytes) {
        return ~BareWire.sum(bytes, 0, bytes.length, 0) & 0xFFFF;
    }

    /** Ours. */
    @Benchmark
    public int checksum64Ours() {
        return InternetChecksum.of(bytes64, 0, 64);
    }

    /** Ours. */
    @Benchmark
    public int checksum1500Ours() {
        return InternetChecksum.of(bytes1500, 0, 1500);
    }

    /** Ours. */
    @Benchmark
    public int checksum65536Ours() {
        return InternetChecksum.of(bytes65536, 0, 65_536);
    }

    /** Peer. */
    @Benchmark
    public short checksum64Pcap4j() {
        return ByteArrays.calcChecksum(bytes64);
    }

    /** Peer. */
    @Benchmark
    public short checksum1500Pcap4j() {
        return ByteArrays.calcChecksum(bytes1500);
    }

    /** Peer. */
    @Benchmark
    public short checksum65536Pcap4j() {
        return ByteArrays.calcChecksum(bytes65536);
    }

    /** Peer: what everybody writes first. */
    @Benchmark
    public int checksum64ByteLoop() {
        return byteLoop(bytes64);
    }

    /** Peer: what everybody writes first. */
    @Benchmark
    public int checksum1500ByteLoop() {
        return byteLoop(bytes1500);
    }

    /** Peer: what everybody writes first. */
    @Benchmark
    public int checksum65536ByteLoop() {
        return byteLoop(bytes65536);
    }

    /** Limit. */
    @Benchmark
    public int checksum64Limit() {
        return limit(bytes64);
    }

    /** Limit. */
    @Benchmark
    public int checksum1500Limit() {
        return limit(bytes1500);
    }

    /** Limit. */
    @Benchmark
    public int checksum65536Limit() {
        return limit(bytes65536);
    }
}
