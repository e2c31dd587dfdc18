package org.quintain.benchmarks;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.quintain.benchmarks.CbcPaddingOracles.BareCbc;
import org.quintain.benchmarks.CbcPaddingOracles.BouncyCastleOracle;
import org.quintain.benchmarks.CbcPaddingOracles.JcaOracle;
import org.quintain.core.Budget;
import org.quintain.core.Params;
import org.quintain.core.derive.Seed;
import org.quintain.crypto.cbcpaddingoracle.CbcPaddingOracleLab;
import org.quintain.crypto.cbcpaddingoracle.CbcPaddingOracleLab.PaddingOracle;

/**
 * A query of a padding oracle with bad padding (32 bytes of ciphertext), and the 2,048 queries that one block takes on
 * average. Ours goes through the lab's interface, metered; all decrypt the same bytes under the same key.
 *
 * <p>Each variant has a state of its own, so that a fork sees one class behind the interface, as a learner's run does.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CbcPaddingOracleBenchmark {
    private static final int BLOCK_BYTES = 16;

    /** The bytes that every variant gets, and the answer that it must find. */
    @State(Scope.Benchmark)
    public static class Data {
        final Seed seed = org.quintain.core.Setup.practice(new CbcPaddingOracleLab(), 0, Params.none())
                .seed();
        final byte[] key = seed.secret("key").bytes(BLOCK_BYTES);
        final byte[] iv = new byte[BLOCK_BYTES];
        final byte[] badPage = new byte[2 * BLOCK_BYTES];
        final byte[] goodPage = new byte[2 * BLOCK_BYTES];
        final byte[] y = new byte[BLOCK_BYTES];
        final byte[] expected;
        final byte[] r = new byte[BLOCK_BYTES];
        final byte[] found = new byte[BLOCK_BYTES];

        /** Looks for a block that takes exactly 2,048 queries, and makes a good and a bad page of it. */
        public Data() {
            BareCbc bare = new BareCbc(key);
            byte[] decrypted;
            do {
                increment(y);
                decrypted = bare.decrypt(y);
            } while (queriesFor(decrypted) != 2048);
            expected = decrypted;
            System.arraycopy(y, 0, badPage, BLOCK_BYTES, BLOCK_BYTES);
            System.arraycopy(y, 0, goodPage, BLOCK_BYTES, BLOCK_BYTES);
            for (int i = 0; i < BLOCK_BYTES; i++) {
                badPage[i] = (byte) (decrypted[i] ^ 0x41);
                goodPage[i] = (byte) (decrypted[i] ^ BLOCK_BYTES);
            }
        }

        private static void increment(byte[] block) {
            for (int i = 0; ++block[i] == 0; i++) {}
        }

        private static int queriesFor(byte[] decrypted) {
            if (decrypted[14] == 2) {
                return -1;
            }
            int queries = 1;
            for (int n = 1; n <= BLOCK_BYTES; n++) {
                queries += 1 + ((decrypted[BLOCK_BYTES - n] ^ n) & 0xff);
            }
            return queries;
        }

        void verify(PaddingOracle oracle) {
            if (oracle.isPaddingValid(iv, badPage) || !oracle.isPaddingValid(iv, goodPage)) {
                throw new IllegalStateException("false, true wanted: oracle=" + oracle.getClass());
            }
            verifyBlock(recover(oracle, this));
        }

        void verifyBlock(byte[] block) {
            if (!Arrays.equals(block, expected)) {
                throw new IllegalStateException("the block's decryption wanted");
            }
        }
    }

    /** The lab's target, as its challenge shows it. */
    @State(Scope.Benchmark)
    public static class Ours {
        PaddingOracle oracle;

        /** Opens the lab without a limit on queries. */
        @Setup
        public void open(Data data) {
            var setup = org.quintain.core.Setup.of(data.seed, Params.none(), Budget.unlimited());
            oracle = new CbcPaddingOracleLab().open(setup).challenge().oracle();
            data.verify(oracle);
        }
    }

    /** A receiver with {@code AES/CBC/PKCS5Padding}. */
    @State(Scope.Benchmark)
    public static class Jca {
        JcaOracle oracle;

        /** Keys it. */
        @Setup
        public void open(Data data) {
            oracle = new JcaOracle(data.key, false);
            data.verify(oracle);
        }
    }

    /** The same, but with {@code Cipher.getInstance} for each query. */
    @State(Scope.Benchmark)
    public static class JcaNewInstance {
        JcaOracle oracle;

        /** Keys it. */
        @Setup
        public void open(Data data) {
            oracle = new JcaOracle(data.key, true);
            data.verify(oracle);
        }
    }

    /** A receiver with Bouncy Castle's lightweight interface. */
    @State(Scope.Benchmark)
    public static class BouncyCastle {
        BouncyCastleOracle oracle;

        /** Keys it. */
        @Setup
        public void open(Data data) {
            oracle = new BouncyCastleOracle(data.key);
            data.verify(oracle);
        }
    }

    /** A keyed engine, XOR and check, no interface and no meter. */
    @State(Scope.Benchmark)
    public static class Limit {
        BareCbc bare;

        /** Keys it. */
        @Setup
        public void open(Data data) {
            bare = new BareCbc(data.key);
            if (bare.isPadded(data.badPage) || !bare.isPadded(data.goodPage)) {
                throw new IllegalStateException("false, true wanted");
            }
            bare.recover(data.y, data.r, data.found);
            data.verifyBlock(data.found);
        }
    }

    /** Ours. */
    @Benchmark
    public boolean queryOurs(Ours ours, Data data) {
        return ours.oracle.isPaddingValid(data.iv, data.badPage);
    }

    /** Peer. */
    @Benchmark
    public boolean queryJca(Jca jca, Data data) {
        return jca.oracle.isPaddingValid(data.iv, data.badPage);
    }

    /** Peer. */
    @Benchmark
    public boolean queryJcaNewInstance(JcaNewInstance jca, Data data) {
        return jca.oracle.isPaddingValid(data.iv, data.badPage);
    }

    /** Peer. */
    @Benchmark
    public boolean queryBouncyCastle(BouncyCastle bouncyCastle, Data data) {
        return bouncyCastle.oracle.isPaddingValid(data.iv, data.badPage);
    }

    /** Limit. */
    @Benchmark
    public boolean queryLimit(Limit limit, Data data) {
        return limit.bare.isPadded(data.badPage);
    }

    /** Ours. */
    @Benchmark
    public byte[] blockOurs(Ours ours, Data data) {
        return recover(ours.oracle, data);
    }

    /** Peer. */
    @Benchmark
    public byte[] blockJca(Jca jca, Data data) {
        return recover(jca.oracle, data);
    }

    /** Peer. */
    @Benchmark
    public byte[] blockBouncyCastle(BouncyCastle bouncyCastle, Data data) {
        return recover(bouncyCastle.oracle, data);
    }

    /** Limit. */
    @Benchmark
    public byte[] blockLimit(Limit limit, Data data) {
        limit.bare.recover(data.y, data.r, data.found);
        return data.found;
    }

    /** Vaudenay's block decryption oracle, in arrays that are used again. */
    static byte[] recover(PaddingOracle oracle, Data data) {
        byte[] r = data.r;
        byte[] y = data.y;
        Arrays.fill(r, (byte) 0);
        for (int n = 1; n <= BLOCK_BYTES; n++) {
            int at = BLOCK_BYTES - n;
            for (int i = at + 1; i < BLOCK_BYTES; i++) {
                r[i] = (byte) (data.found[i] ^ n);
            }
            for (int guess = 0; guess < 256; guess++) {
                r[at] = (byte) guess;
                if (oracle.isPaddingValid(r, y) && (n > 1 || isOne(oracle, r, y))) {
                    break;
                }
            }
            data.found[at] = (byte) (r[at] ^ n);
        }
        return data.found;
    }

    private static boolean isOne(PaddingOracle oracle, byte[] r, byte[] y) {
        r[BLOCK_BYTES - 2] ^= 1;
        boolean isOne = oracle.isPaddingValid(r, y);
        r[BLOCK_BYTES - 2] ^= 1;
        return isOne;
    }
}
