package org.quintain.net.dnskaminsky;

import java.util.List;
import java.util.Objects;
import org.quintain.core.Assurance;
import org.quintain.core.Budget;
import org.quintain.core.Bytes;
import org.quintain.core.LabCard;
import org.quintain.core.LabRun;
import org.quintain.core.Level;
import org.quintain.core.Param;
import org.quintain.core.Range;
import org.quintain.core.Setup;
import org.quintain.core.Size;
import org.quintain.net.sim.Network;
import org.quintain.net.sim.NetworkCard;
import org.quintain.net.sim.NetworkLab;
import org.quintain.net.sim.NetworkWatcher;
import org.quintain.net.sim.NetworkWatcher.Purpose;

/**
 * A resolver behind a router, and a learner who sees none of its questions but may cause them.
 *
 * <p>The learner learns the resolver's port and identifiers from questions about a zone of the learner's own, then has names
 * looked up that do not exist and floods the resolver with referrals in the name of the zone's server. One that hits before
 * the genuine answer is there hands the whole zone over. The hardened twin draws port and identifier anew for each question
 * (RFC 5452 section 9.2).
 *
 * <p>With K forged answers in a race, 2^b identifiers, P ports and Q outstanding equal questions a race is won with
 * {@code 1 - (1 - K / (2^b * P))^Q}, if the K identifiers are different (RFC 5452 section 7).
 */
public final class DnsKaminskyLab implements NetworkLab<DnsKaminskyLab.Challenge, DnsKaminskyLab.Answer> {
    /** b: the resolver draws identifiers from 2^b different ones. */
    public static final Param<Integer> ID_BITS = Param.integer("id-bits", 8, 11, 16);

    /** K: how many forged answers fit into a race at the least. */
    public static final Param<Integer> REPLIES = Param.integer("replies", 64, 256, 512);

    /** P: how many ports the resolver's questions leave from, each equally likely. */
    public static final Param<Integer> PORTS = Param.integer("ports", 1, 1, 4);

    /** Q: how many equal questions the resolver asks at a time, each by a query of its own. */
    public static final Param<Integer> OUTSTANDING = Param.integer("outstanding", 1, 1, 64);

    /** Copies of a frame that one burst sends at most. */
    public static final int MAX_COPIES = 512;

    private static final long HOUR_MICROS = 3_600_000_000L;

    static final LabCard CARD = LabCard.of("net.dns-kaminsky", 1)
            .assurance(Assurance.SERVED_OR_REPLAYED)
            .levels(Level.MASTER, Level.PROFESSIONAL)
            .minutes(180)
            // 46,000 ports.
            .criterion("port", 20, 15)
            // Another's script holds addresses, names, ports and identifiers of another network.
            .criterion("replaced", 50, 24)
            .criterion("user", 30, 24)
            .parameter(Param.HARDENED)
            .parameter(ID_BITS)
            .parameter(REPLIES)
            .parameter(PORTS)
            .parameter(OUTSTANDING)
            .budget(new Budget(4_000, 50_000, HOUR_MICROS, 5))
            .contractSeats(8)
            .sources(
                    "RFC 5452, Measures for Making DNS More Resilient against Forged Answers, 2009, sections 4, 5, 7 and 9",
                    "RFC 3833, Threat Analysis of the Domain Name System (DNS), 2004, sections 2.2 and 2.3",
                    "D. Kaminsky, Black Ops 2008: It's The End Of The Cache As We Know It, Black Hat USA 2008",
                    "A. Klein, BIND 9 DNS Cache Poisoning, 2007",
                    "W. Du, SEED Labs 2.0, DNS_Remote, tasks 2 to 5")
            .tags("dns", "cache-poisoning", "spoofing", "off-path", "birthday", "port-randomisation", "rfc-5452")
            .build();

    /** Sends many frames by one call. */
    public interface Flood {
        /**
         * Puts copies of a frame onto the cable, now, one behind the other; they differ in the first two bytes of the UDP
         * payload, where DNS has its identifier. A UDP checksum is set right in each; 0, for none, stays. Costs one query,
         * and a packet for each copy.
         *
         * @param frame Ethernet frame with an unfragmented IPv4 packet with a UDP datagram of 2 bytes or more
         * @param firstId identifier of the first copy
         * @param step from each identifier to the next, modulo 65,536
         * @param copies how many, 1 to 512
         * @throws org.quintain.core.RefusedException {@code burst-frame} if the frame is none of those, {@code
         *     burst-numbers} if a number is out of its range; it costs the query
         */
        void burst(
                @Size(max = Network.MAX_FRAME_BYTES) byte[] frame,
                @Range(max = 0xFFFF) int firstId,
                @Range(max = 0xFFFF) int step,
                @Range(max = MAX_COPIES) int copies);
    }

    /**
     * What the learner holds. Addresses are dotted.
     *
     * @param ownAddress the learner's own IPv4 address, of a network with a prefix of 24 bits
     * @param gateway the router's address on that network
     * @param ownZone a zone whose only name server is at {@code ownAddress}
     * @param resolver address of the resolver, which answers everybody
     * @param zone the zone to be taken over
     * @param server address of the zone's only name server
     * @param service the name in the zone that a user of the resolver looks up again and again
     * @param idCount how many different identifiers the resolver uses
     * @param outstanding how many equal questions it asks at a time
     * @param card the learner's network card
     * @param flood the same card, for many frames at once
     */
    public record Challenge(
            String ownAddress,
            String gateway,
            String ownZone,
            String resolver,
            String zone,
            String server,
            String service,
            int idCount,
            int outstanding,
            NetworkCard card,
            Flood flood) {}

    /**
     * A frame, or a burst of its copies, to be sent at a time.
     *
     * @param atMicros virtual time in microseconds since the run was opened
     * @param frame Ethernet frame without check sequence
     * @param firstId as for {@link Flood#burst}
     * @param step as for {@link Flood#burst}
     * @param copies as for {@link Flood#burst}; 0 to send the frame once, as it is
     */
    public record Shot(
            @Range(max = HOUR_MICROS) long atMicros,
            @Size(max = Network.MAX_FRAME_BYTES) Bytes frame,
            @Range(max = 0xFFFF) int firstId,
            @Range(max = 0xFFFF) int step,
            @Range(max = MAX_COPIES) int copies) {
        /** Refuses null. */
        public Shot {
            Objects.requireNonNull(frame, "frame");
        }
    }

    /**
     * What the learner hands in.
     *
     * @param port UDP port that the resolver's questions leave from
     * @param script what is sent, in the order of sending; empty if the served session is to count
     */
    public record Answer(
            @Range(max = 0xFFFF) int port,
            @Size(max = 1_500) List<Shot> script) {
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
        DnsKaminskyTarget session = new DnsKaminskyTarget(setup, watcher, Purpose.SESSION);
        return new LabRun<>(
                session.challenge(),
                answer -> DnsKaminskyChecker.judge(
                        session, () -> new DnsKaminskyTarget(setup.again(), watcher, Purpose.SCRIPT), answer));
    }
}
