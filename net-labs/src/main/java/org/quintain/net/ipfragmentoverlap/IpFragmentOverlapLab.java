package org.quintain.net.ipfragmentoverlap;

import java.util.List;
import java.util.Objects;
import org.quintain.core.Assurance;
import org.quintain.core.Budget;
import org.quintain.core.LabCard;
import org.quintain.core.LabRun;
import org.quintain.core.Level;
import org.quintain.core.Param;
import org.quintain.core.Setup;
import org.quintain.core.Size;
import org.quintain.net.sim.Attempt;
import org.quintain.net.sim.NetworkCard;
import org.quintain.net.sim.NetworkLab;
import org.quintain.net.sim.NetworkWatcher;
import org.quintain.net.sim.NetworkWatcher.Purpose;
import org.quintain.net.sim.TimedFrame;
import org.quintain.net.sim.host.OverlapBehaviour;

/**
 * A cableway's notice boards behind a gate that reads every packet, and a learner whose fragments overlap.
 *
 * <p>Four boards and the gate put fragments together by five rules. The learner finds out which, then sends one packet that
 * the gate finds harmless, in which the first board reads one reserved text and the second another. In the hardened twin
 * gate and boards have one rule.
 */
public final class IpFragmentOverlapLab
        implements NetworkLab<IpFragmentOverlapLab.Challenge, IpFragmentOverlapLab.Answer> {
    /** A script is judged a second after its last frame, and after 2 minutes at the latest. */
    static final Attempt.Times TIMES = new Attempt.Times(1_000_000, 120_000_000);

    private static final long HOUR_MICROS = 3_600_000_000L;

    static final LabCard CARD = LabCard.of("net.ip-fragment-overlap", 1)
            .assurance(Assurance.SERVED_OR_REPLAYED)
            .levels(Level.MASTER, Level.BACHELOR, Level.PROFESSIONAL)
            .minutes(150)
            // 7 * 6 * 5 * 4 boards, 5 gates each.
            .criterion("policies", 40, 12)
            // Another's script holds the right source address and text only by chance: 2 ^ 16 addresses and 2 ^ 20
            // texts.
            .criterion("evaded", 30, 36)
            .criterion("both", 30, 36)
            .parameter(Param.HARDENED)
            .budget(new Budget(10_000, 1_000, HOUR_MICROS, 5))
            .sources(
                    "RFC 791, Internet Protocol, 1981, section 3.2, An Example Reassembly Procedure",
                    "RFC 815, IP Datagram Reassembly Algorithms, 1982",
                    "RFC 1858, Security Considerations for IP Fragment Filtering, 1995",
                    "RFC 5722, Handling of Overlapping IPv6 Fragments, 2009",
                    "T. H. Ptacek, T. N. Newsham, Insertion, Evasion, and Denial of Service: Eluding Network Intrusion"
                            + " Detection, Secure Networks, 1998",
                    "U. Shankar, V. Paxson, Active Mapping: Resisting NIDS Evasion without Altering Traffic, IEEE S&P 2003,"
                            + " section 3.2.2 and table 1",
                    "J. Novak, Target-Based Fragmentation Reassembly, Sourcefire, 2005")
            .tags("ipv4", "fragmentation", "reassembly", "evasion", "intrusion-detection", "fingerprinting")
            .build();

    /** How overlapping fragments are put together: who keeps the bytes that two of them bring. */
    public enum Policy {
        /** What came first. */
        FIRST(OverlapBehaviour.FIRST),
        /** What came last. */
        LAST(OverlapBehaviour.LAST),
        /** What begins earlier; if equal, what came first. */
        BSD(OverlapBehaviour.BSD),
        /** What begins later; if equal, what came last. */
        BSD_RIGHT(OverlapBehaviour.BSD_RIGHT),
        /** What begins earlier; if equal, what came last. */
        LINUX(OverlapBehaviour.LINUX),
        /** What came first, unless the newer begins before it and ends behind it. */
        WINDOWS(OverlapBehaviour.WINDOWS),
        /** What came first, unless the newer begins before it and ends with it or behind it. */
        SOLARIS(OverlapBehaviour.SOLARIS);

        private final OverlapBehaviour behaviour;

        Policy(OverlapBehaviour behaviour) {
            this.behaviour = behaviour;
        }

        /** The simulator's. */
        public OverlapBehaviour behaviour() {
            return behaviour;
        }
    }

    /**
     * A board.
     *
     * @param name {@code valley}, {@code summit}, {@code lodge} or {@code depot}
     * @param address IPv4 address, dotted, of a network with a prefix of 24 bits
     */
    public record Station(String name, String address) {}

    /**
     * What the learner holds.
     *
     * @param boards all four, the valley first and the summit second
     * @param gateAddress where the gate's reports come from, dotted
     * @param ownAddress the learner's own IPv4 address, dotted
     * @param valleyText what the valley's board is to show, 16 characters
     * @param summitText what the summit's board is to show, 16 characters
     * @param card the learner's network card, outside the gate
     */
    public record Challenge(
            List<Station> boards,
            String gateAddress,
            String ownAddress,
            String valleyText,
            String summitText,
            NetworkCard card) {
        /** Copies the list. */
        public Challenge {
            boards = List.copyOf(boards);
        }
    }

    /**
     * A line of the table.
     *
     * @param name a board's, or {@code gate}
     * @param policy how it puts fragments together
     */
    public record Row(@Size(max = 16) String name, Policy policy) {
        /** Refuses null. */
        public Row {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(policy, "policy");
        }
    }

    /**
     * What the learner hands in.
     *
     * @param script frames with their times, in the order of sending; empty if the served session is to count
     * @param policies one line for each board and one for the gate, in any order
     */
    public record Answer(
            @Size(max = 100) List<TimedFrame> script,
            @Size(max = 8) List<Row> policies) {
        /** Copies the lists. */
        public Answer {
            script = List.copyOf(script);
            policies = List.copyOf(policies);
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
        IpFragmentOverlapTarget session = new IpFragmentOverlapTarget(setup, watcher, Purpose.SESSION);
        Challenge challenge = new Challenge(
                session.stations(),
                session.gateAddress(),
                session.ownAddress(),
                session.texts().get(0),
                session.texts().get(1),
                session.learner().card());
        return new LabRun<>(
                challenge,
                answer -> Attempt.judge(
                        session,
                        answer.script(),
                        () -> new IpFragmentOverlapTarget(setup.again(), watcher, Purpose.SCRIPT),
                        TIMES,
                        attempt -> IpFragmentOverlapChecker.verdict(attempt, answer)));
    }
}
