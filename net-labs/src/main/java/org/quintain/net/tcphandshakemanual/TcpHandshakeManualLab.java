package org.quintain.net.tcphandshakemanual;

import java.util.List;
import org.quintain.core.Assurance;
import org.quintain.core.Budget;
import org.quintain.core.LabCard;
import org.quintain.core.LabRun;
import org.quintain.core.Level;
import org.quintain.core.Setup;
import org.quintain.core.Size;
import org.quintain.net.sim.Attempt;
import org.quintain.net.sim.NetworkCard;
import org.quintain.net.sim.NetworkLab;
import org.quintain.net.sim.NetworkWatcher;
import org.quintain.net.sim.NetworkWatcher.Purpose;
import org.quintain.net.sim.TimedFrame;

/**
 * A tide gauge that answers a line over TCP, and a learner whose network card has no stack: who makes the connection by
 * hand, segment by segment.
 *
 * <p>There is no hardened twin, because there is nothing to defend: the learner does what every honest computer does.
 */
public final class TcpHandshakeManualLab
        implements NetworkLab<TcpHandshakeManualLab.Challenge, TcpHandshakeManualLab.Answer> {
    /** A script is judged 5 seconds after its last frame, and after 5 minutes at the latest. */
    static final Attempt.Times TIMES = new Attempt.Times(5_000_000, 300_000_000);

    private static final long HOUR_MICROS = 3_600_000_000L;

    // No parameter Param.HARDENED: nobody is attacked.
    static final LabCard CARD = LabCard.of("net.tcp-handshake-manual", 1)
            .assurance(Assurance.SERVED_OR_REPLAYED)
            .levels(Level.BACHELOR, Level.LYCEE, Level.PROFESSIONAL)
            .minutes(90)
            .prerequisites("net.build-frame-by-hand")
            // Another's script holds the station's MAC, port and initial sequence number only by chance.
            .criterion("established", 45, 64)
            .criterion("served", 35, 64)
            .criterion("acknowledged", 20, 64)
            .budget(new Budget(5_000, 1_000, HOUR_MICROS, 5))
            .sources(
                    "W. Eddy (ed.), RFC 9293, Transmission Control Protocol (TCP), 2022, sections 3.1, 3.4, 3.5 and 3.10.7",
                    "RFC 826, An Ethernet Address Resolution Protocol, 1982, section Packet Reception",
                    "RFC 6528, Defending against Sequence Number Attacks, 2012, section 3")
            .tags("tcp", "handshake", "sequence-numbers", "checksum", "arp")
            .build();

    /**
     * What the learner holds.
     *
     * @param stationAddress the tide gauge's IPv4 address, dotted, of a network with a prefix of 24 bits
     * @param stationPort the TCP port where it listens
     * @param ownAddress the learner's own IPv4 address, dotted; the connection must come from it
     * @param request the line that the station is to be asked, without its end
     * @param card the learner's network card, on the same switch
     */
    public record Challenge(
            String stationAddress, int stationPort, String ownAddress, String request, NetworkCard card) {}

    /**
     * What the learner hands in.
     *
     * @param script frames with their times, in the order of sending; empty if the served session is to count
     */
    public record Answer(@Size(max = 100) List<TimedFrame> script) {
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
        TcpHandshakeManualTarget session = new TcpHandshakeManualTarget(setup, watcher, Purpose.SESSION);
        return new LabRun<>(
                session.challenge(),
                answer -> Attempt.judge(
                        session,
                        answer.script(),
                        () -> new TcpHandshakeManualTarget(setup.again(), watcher, Purpose.SCRIPT),
                        TIMES,
                        TcpHandshakeManualChecker::verdict));
    }
}
