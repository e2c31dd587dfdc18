package org.quintain.net.arppoison;

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

/**
 * A harbour whose console sends orders to a lamp, and a neighbour on the same switch who wants to get them.
 *
 * <p>Each station believes some kinds of ARP packets and not others. The learner finds out which, poisons the console's
 * cache for the lamp's address and passes the orders on, so that nobody misses them. The hardened twin's switch inspects
 * ARP ({@link org.quintain.net.sim.DynamicArpInspection}).
 */
public final class ArpPoisonLab implements NetworkLab<ArpPoisonLab.Challenge, ArpPoisonLab.Answer> {
    /** A script is judged 10 seconds after its last frame, and after 5 minutes at the latest. */
    static final Attempt.Times TIMES = new Attempt.Times(10_000_000, 300_000_000);

    private static final long HOUR_MICROS = 3_600_000_000L;

    static final LabCard CARD = LabCard.of("net.arp-poison", 1)
            .assurance(Assurance.SERVED_OR_REPLAYED)
            .levels(Level.BACHELOR, Level.PROFESSIONAL)
            .minutes(90)
            // Another's script holds the lamp's address only by chance: 2 ^ 16 networks and stations at the least.
            .criterion("poisoned", 30, 16)
            .criterion("diverted", 25, 16)
            .criterion("forwarded", 15, 16)
            // 7 * 8 * 8 * 8 tables.
            .criterion("habits", 30, 11)
            .parameter(Param.HARDENED)
            .budget(new Budget(10_000, 2_000, HOUR_MICROS, 5))
            .sources(
                    "RFC 826, An Ethernet Address Resolution Protocol, 1982, section Packet Reception",
                    "RFC 5227, IPv4 Address Conflict Detection, 2008, sections 2.3, 2.4 and 3",
                    "W. Du, SEED Labs 2.0, ARP Cache Poisoning Attack Lab, tasks 1 to 3",
                    "P. Biondi and the Scapy community, Scapy documentation, ARP cache poisoning",
                    "Cisco, Catalyst 6500 Release 12.2SX Software Configuration Guide, Dynamic ARP Inspection")
            .tags("arp", "ethernet", "spoofing", "man-in-the-middle", "switch", "dynamic-arp-inspection")
            .build();

    /**
     * A station of the harbour.
     *
     * @param name {@code console}, {@code lamp}, {@code gauge} or {@code office}
     * @param address IPv4 address, dotted, of a network with a prefix of 24 bits
     */
    public record Station(String name, String address) {}

    /**
     * What the learner holds.
     *
     * @param stations all four, the console first and the lamp second
     * @param ownAddress the learner's own IPv4 address, dotted
     * @param card the learner's network card, on the same switch
     */
    public record Challenge(List<Station> stations, String ownAddress, NetworkCard card) {
        /** Copies the list. */
        public Challenge {
            stations = List.copyOf(stations);
        }
    }

    /**
     * What one station believes unasked.
     *
     * @param station its name
     * @param request a request for its own address
     * @param reply a reply to its own address
     * @param gratuitous a packet whose sender and target address are equal
     */
    public record Habit(@Size(max = 16) String station, boolean request, boolean reply, boolean gratuitous) {
        /** Refuses null. */
        public Habit {
            Objects.requireNonNull(station, "station");
        }

        ArpPoisonHabit toPolicy() {
            return new ArpPoisonHabit(request, reply, gratuitous);
        }
    }

    /**
     * What the learner hands in.
     *
     * @param script frames with their times, in the order of sending; empty if the served session is to count
     * @param habits one line for each station, in any order
     */
    public record Answer(
            @Size(max = 200) List<TimedFrame> script,
            @Size(max = 8) List<Habit> habits) {
        /** Copies the lists. */
        public Answer {
            script = List.copyOf(script);
            habits = List.copyOf(habits);
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
        ArpPoisonTarget session = new ArpPoisonTarget(setup, watcher, Purpose.SESSION);
        Challenge challenge = new Challenge(
                session.stations(), session.ownAddress(), session.learner().card());
        return new LabRun<>(
                challenge,
                answer -> Attempt.judge(
                        session,
                        answer.script(),
                        () -> new ArpPoisonTarget(setup.again(), watcher, Purpose.SCRIPT),
                        TIMES,
                        attempt -> ArpPoisonChecker.verdict(attempt, answer)));
    }
}
