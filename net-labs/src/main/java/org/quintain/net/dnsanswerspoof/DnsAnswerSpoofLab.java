package org.quintain.net.dnsanswerspoof;

import java.util.List;
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

/**
 * A quay whose board asks a name server, far away over the radio, where the timetable is, and a neighbour on the same
 * cable who answers first.
 *
 * <p>The neighbour sees each question, so identifier, port and letter case are no secret; what counts is to be right and in
 * time. The board then asks the neighbour for the timetable. On the hardened twin the zone is signed and the board verifies.
 */
public final class DnsAnswerSpoofLab implements NetworkLab<DnsAnswerSpoofLab.Challenge, DnsAnswerSpoofLab.Answer> {
    /** A script is judged 5 seconds after its last frame, and after 5 minutes at the latest. */
    static final Attempt.Times TIMES = new Attempt.Times(5_000_000, 300_000_000);

    private static final long HOUR_MICROS = 3_600_000_000L;

    static final LabCard CARD = LabCard.of("net.dns-answer-spoof", 1)
            .assurance(Assurance.SERVED_OR_REPLAYED)
            .levels(Level.BACHELOR, Level.PROFESSIONAL)
            .minutes(90)
            // 2 ^ 16 identifiers and 2 ^ 14 ports: another's script fits by that chance, if it is in time at all.
            .criterion("believed", 50, 30)
            .criterion("connected", 30, 30)
            .criterion("shown", 20, 30)
            .parameter(Param.HARDENED)
            .budget(new Budget(20_000, 2_000, HOUR_MICROS, 5))
            .sources(
                    "RFC 1035, Domain Names - Implementation and Specification, 1987, section 4.1",
                    "RFC 3833, Threat Analysis of the Domain Name System, 2004, sections 2.1 and 2.2",
                    "RFC 5452, Measures for Making DNS More Resilient against Forged Answers, 2009, sections 3 and 9.1",
                    "RFC 4033, DNS Security Introduction and Requirements, 2005, sections 3 and 7",
                    "W. Du, SEED Labs 2.0, Local DNS Attack Lab, task 1")
            .tags("dns", "udp", "spoofing", "race", "dnssec", "shared-medium")
            .build();

    /**
     * What the learner holds.
     *
     * @param boardAddress the victim's IPv4 address, dotted, of a network with a prefix of 24 bits
     * @param nameServerAddress IPv4 address of the name server that it asks, in the same network
     * @param name that the board looks up to find the timetable, in lower case
     * @param ownAddress the learner's own IPv4 address, dotted, in the same network
     * @param servicePort UDP port of the timetable's server
     * @param card the learner's network card, on the board's cable
     */
    public record Challenge(
            String boardAddress,
            String nameServerAddress,
            String name,
            String ownAddress,
            int servicePort,
            NetworkCard card) {}

    /**
     * What the learner hands in.
     *
     * @param script frames with their times, in the order of sending; empty if the served session is to count
     */
    public record Answer(@Size(max = 200) List<TimedFrame> script) {
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
        DnsAnswerSpoofTarget session = new DnsAnswerSpoofTarget(setup, watcher, Purpose.SESSION);
        return new LabRun<>(
                session.challenge(),
                answer -> Attempt.judge(
                        session,
                        answer.script(),
                        () -> new DnsAnswerSpoofTarget(setup.again(), watcher, Purpose.SCRIPT),
                        TIMES,
                        DnsAnswerSpoofChecker::verdict));
    }
}
