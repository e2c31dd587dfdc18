package org.quintain.net.sim.tcp;

import org.quintain.core.Incubating;
import org.quintain.core.derive.Noise;

/**
 * Initial sequence numbers, good and weak (S. Bellovin, Security Problems in the TCP/IP Protocol Suite, ACM Computer
 * Communication Review 19(2), 1989; M. Zalewski, Strange Attractors and TCP/IP Sequence Number Analysis, 2001; CERT
 * Advisory CA-2001-09). Each begins at a number of chance.
 */
@Incubating
public enum InitialSequences implements InitialSequencePolicy {
    /** {@code ISN = M + F(localip, localport, remoteip, remoteport, secretkey)} (RFC 6528 section 3). */
    RFC_6528 {
        @Override
        public InitialSequence start(Noise noise) {
            return new KeyedInitialSequence(noise);
        }
    },
    /** 64,000 more for each connection and nothing else ("64K" in nmap's classes): one connection tells the next. */
    CONSTANT_INCREMENT {
        @Override
        public InitialSequence start(Noise noise) {
            return new Counter(noise) {
                @Override
                int step(long nowMicros) {
                    return PER_CONNECTION;
                }
            };
        }
    },
    /**
     * 64,000 more each half second and for each connection, as in Berkeley's systems (Bellovin 1989, section 2; the amount:
     * W. Stevens, TCP/IP Illustrated, volume 1, 1994, section 18.2).
     */
    BERKELEY {
        @Override
        public InitialSequence start(Noise noise) {
            int first = (int) noise.nextLong();
            return new InitialSequence() {
                private int connections;

                @Override
                public int next(long nowMicros, int local, int localPort, int remote, int remotePort) {
                    return first
                            + (int) (nowMicros / HALF_SECOND_MICROS * PER_CONNECTION)
                            + connections++ * PER_CONNECTION;
                }
            };
        }
    },
    /** The clock alone: one more each 4 microseconds (RFC 793 section 3.3, Initial Sequence Number Selection). */
    CLOCK {
        @Override
        public InitialSequence start(Noise noise) {
            int first = (int) noise.nextLong();
            return (nowMicros, local, localPort, remote, remotePort) -> first + (int) (nowMicros / TICK_MICROS);
        }
    },
    /** 1 to 65,536 more for each connection, by chance (CERT CA-2001-09: "random increments"). */
    RANDOM_INCREMENTS {
        @Override
        public InitialSequence start(Noise noise) {
            return new Counter(noise) {
                @Override
                int step(long nowMicros) {
                    return 1 + noise.below(1 << 16);
                }
            };
        }
    };

    /** RFC 9293 section 3.4.1: "a (at least) 4 microsecond clock". */
    static final int TICK_MICROS = 4;

    private static final int PER_CONNECTION = 64_000;
    private static final long HALF_SECOND_MICROS = 500_000;

    /** A number that rises with each connection. */
    private abstract static class Counter implements InitialSequence {
        private int last;

        Counter(Noise noise) {
            last = (int) noise.nextLong();
        }

        abstract int step(long nowMicros);

        @Override
        public int next(long nowMicros, int local, int localPort, int remote, int remotePort) {
            last += step(nowMicros);
            return last;
        }
    }
}
