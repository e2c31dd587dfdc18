package org.quintain.net.tcphijack;

import java.util.List;
import org.quintain.core.Assurance;
import org.quintain.core.Budget;
import org.quintain.core.LabCard;
import org.quintain.core.LabRun;
import org.quintain.core.Level;
import org.quintain.core.Param;
import org.quintain.core.Range;
import org.quintain.core.Setup;
import org.quintain.core.Size;
import org.quintain.net.sim.Attempt;
import org.quintain.net.sim.NetworkCard;
import org.quintain.net.sim.NetworkLab;
import org.quintain.net.sim.NetworkWatcher;
import org.quintain.net.sim.NetworkWatcher.Purpose;
import org.quintain.net.sim.TimedFrame;
import org.quintain.net.sim.tcp.SegmentChecks;

/**
 * A lock keeper's console that talks to the lock's server in plain TCP, and a neighbour on the same hub who sends the server
 * one command more.
 *
 * <p>Both stacks check segments by RFC 5961, which does not help against somebody who sees the numbers. The hardened twin's
 * operator puts a number and a MAC on each line.
 */
public final class TcpHijackLab implements NetworkLab<TcpHijackLab.Challenge, TcpHijackLab.Answer> {
    /** A script is judged 5 seconds after its last frame, and after 5 minutes at the latest. */
    static final Attempt.Times TIMES = new Attempt.Times(5_000_000, 300_000_000);

    private static final long HALF_HOUR_MICROS = 1_800_000_000L;

    static final LabCard CARD = LabCard.of("net.tcp-hijack", 1)
            .assurance(Assurance.SERVED_OR_REPLAYED)
            .levels(Level.BACHELOR, Level.PROFESSIONAL)
            .minutes(90)
            .prerequisites("net.tcp-handshake-manual")
            // Another's script holds both sequence numbers and the port only by chance.
            .criterion("executed", 60, 64)
            .criterion("server-state", 20, 32)
            .criterion("console-state", 20, 32)
            .parameter(Param.HARDENED)
            .budget(new Budget(5_000, 500, HALF_HOUR_MICROS, 5))
            .sources(
                    "L. Joncheray, A Simple Active Attack Against TCP, 5th USENIX UNIX Security Symposium, 1995",
                    "W. Eddy (ed.), RFC 9293, Transmission Control Protocol (TCP), 2022, section 3.10.7",
                    "A. Ramaiah, R. Stewart, M. Dalal, RFC 5961, Improving TCP's Robustness to Blind In-Window Attacks, 2010",
                    "S. Kent, K. Seo, RFC 4301, Security Architecture for the Internet Protocol, 2005",
                    "H. Krawczyk, M. Bellare, R. Canetti, RFC 2104, HMAC: Keyed-Hashing for Message Authentication, 1997",
                    "W. Du, SEED Labs 2.0, TCP Attacks Lab, task 3")
            .tags("tcp", "hijacking", "spoofing", "sequence-numbers", "hub", "mac")
            .build();

    /**
     * What the learner holds.
     *
     * @param consoleAddress the operator's IPv4 address, dotted
     * @param serverAddress the server's, dotted
     * @param serverPort the TCP port where the server listens
     * @param ownAddress the learner's own IPv4 address, dotted
     * @param command the line that the server is to execute, without its end
     * @param card the learner's network card, on the same hub
     */
    public record Challenge(
            String consoleAddress,
            String serverAddress,
            int serverPort,
            String ownAddress,
            String command,
            NetworkCard card) {}

    /**
     * What the learner hands in.
     *
     * @param script frames with their times, in the order of sending; empty if the served session is to count
     * @param serverExpects the sequence number that the server expected next from the console, just after it had executed
     *     the command
     * @param consoleSends the sequence number that the console would send next, at the same moment
     */
    public record Answer(
            @Size(max = 100) List<TimedFrame> script,
            @Range(max = 0xFFFF_FFFFL) long serverExpects,
            @Range(max = 0xFFFF_FFFFL) long consoleSends) {
        /** Copies the list. */
        public Answer {
            script = List.copyOf(script);
        }
    }

    @Override
    public LabCard card() {
        return CARD;
    }

    @Override
    public Class<Challenge> challengeType() {
        return Challenge.class;
    }

    @Override
    public Class<Answer> answerType() {
        return Answer.class;
    }

    @Override
    public LabRun<Challenge, Answer> open(Setup setup, NetworkWatcher watcher) {
        TcpHijackTarget session = new TcpHijackTarget(setup, watcher, Purpose.SESSION, SegmentChecks.RFC_5961);
        return new LabRun<>(
                session.challenge(),
                answer -> Attempt.judge(
                        session,
                        answer.script(),
                        () -> new TcpHijackTarget(setup.again(), watcher, Purpose.SCRIPT, SegmentChecks.RFC_5961),
                        TIMES,
                        attempt -> TcpHijackChecker.verdict(attempt, answer)));
    }
}
