package org.quintain.solutions.net.tcphandshakemanual;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.quintain.core.LabRun;
import org.quintain.core.Language;
import org.quintain.core.Mark;
import org.quintain.core.Params;
import org.quintain.core.Setup;
import org.quintain.core.Usage;
import org.quintain.core.contract.LabContract;
import org.quintain.core.contract.NearMiss;
import org.quintain.net.sim.TimedFrame;
import org.quintain.net.tcphandshakemanual.TcpHandshakeManualLab;
import org.quintain.net.tcphandshakemanual.TcpHandshakeManualLab.Answer;
import org.quintain.net.tcphandshakemanual.TcpHandshakeManualLab.Challenge;
import org.quintain.net.wire.Ethernet;
import org.quintain.net.wire.Flaw;
import org.quintain.net.wire.Ipv4;
import org.quintain.net.wire.Tcp;
import org.quintain.solutions.ReferenceAttacks;

class TcpHandshakeManualAttackTest {
    private static final TcpHandshakeManualLab LAB = new TcpHandshakeManualLab();
    private static final TcpHandshakeManualAttack ATTACK = new TcpHandshakeManualAttack();

    private static LabRun<Challenge, Answer> open(int seat) {
        return LAB.open(Setup.practice(LAB, seat, Params.none()));
    }

    @Test
    void labKeepsTheContract() {
        assertEquals(List.of(), LabContract.violations(ATTACK, Integer.getInteger("quintain.handshake.contract", 8)));
    }

    @Test
    void scriptAndSessionEarnFullMarksOnEverySeatWithSixFrames() {
        Usage worst = new Usage(0, 0, 0);
        for (int seat = 0; seat < 200; seat++) {
            Setup setup = Setup.practice(LAB, seat, Params.none());
            LabRun<Challenge, Answer> run = LAB.open(setup);
            Answer answer = ATTACK.run(run.challenge());
            assertEquals(100, open(seat).checker().check(answer).earned(), "seat " + seat);
            assertEquals(100, run.checker().check(new Answer(List.of())).earned(), "session, seat " + seat);
            Usage used = setup.meter().usage();
            assertEquals(6, used.packets(), "seat " + seat);
            worst = new Usage(
                    Math.max(worst.queries(), used.queries()),
                    6,
                    Math.max(worst.virtualMicros(), used.virtualMicros()));
        }
        assertTrue(worst.queries() <= 20 && worst.virtualMicros() <= 5_000, worst.toString());
    }

    @Test
    void nearMissesAreToldWhatIsWrong() {
        Map<String, String> expected = new TreeMap<>(Map.ofEntries(
                Map.entry("nothing but the question for the station's MAC", "established-nothing"),
                Map.entry("the station's ARP request not answered", "established-arp"),
                Map.entry("two segments: the SYN-ACK not acknowledged", "established-half-open"),
                Map.entry("reset where the ACK belongs", "established-reset"),
                Map.entry("acknowledgment one too small", "established-ack-one"),
                Map.entry("acknowledgment one too big", "established-ack"),
                Map.entry("acknowledgment number left 0", "established-ack"),
                Map.entry("no ACK flag", "established-no-ack"),
                Map.entry("SYN with ACK", "established-no-syn"),
                Map.entry("another source port for each segment", "established-other-port"),
                Map.entry("a port that is closed", "established-port"),
                Map.entry("checksum left 0", "established-checksum"),
                Map.entry("checksum not of this segment", "established-checksum"),
                Map.entry("frames to nobody's MAC", "established-elsewhere"),
                Map.entry("frames without their Ethernet header", "established-nothing"),
                Map.entry("connected and silent", "served-none"),
                Map.entry("sequence number one too small", "served-other"),
                Map.entry("sequence number one too big", "served-hole"),
                Map.entry("line without its end", "served-unfinished"),
                Map.entry("only a line feed missing", "served-unfinished"),
                Map.entry("answer not acknowledged", "acknowledged-none"),
                Map.entry("answer acknowledged short of one byte", "acknowledged-part")));
        for (int seat = 0; seat < 6; seat++) {
            LabRun<Challenge, Answer> run = open(seat);
            Answer right = ATTACK.run(run.challenge());
            Map<String, String> found = new TreeMap<>();
            for (NearMiss<Answer> miss : ATTACK.nearMisses(run.challenge(), right)) {
                List<Mark> marks = open(seat).checker().check(miss.answer()).marks();
                Mark first = marks.stream()
                        .filter(mark -> mark.earned() == 0)
                        .findFirst()
                        .orElseThrow();
                found.put(miss.name(), first.why().key());
            }
            assertEquals(expected, found, "seat " + seat);
        }
    }

    @Test
    void anotherSeatsScriptConnectsNobody() {
        Answer foreign = ATTACK.run(open(0).challenge());
        for (int seat = 1; seat < 50; seat++) {
            assertEquals(0, open(seat).checker().check(foreign).earned());
        }
    }

    @Test
    void scriptWhoseTimesAreStretchedStillFitsTheStationsNumbers() {
        Answer right = ATTACK.run(open(1).challenge());
        List<TimedFrame> slow = new ArrayList<>();
        right.script().forEach(timed -> slow.add(new TimedFrame(timed.atMicros() * 3, timed.frame())));
        assertEquals(100, open(1).checker().check(new Answer(slow)).earned());
    }

    @Test
    void hardSeatsAreAsTheyAreDescribed() {
        List<String> seats = ATTACK.hardSeats().stream()
                .map(hard -> hard.seat().learner() + " "
                        + property(Integer.parseInt(hard.seat().learner().substring(5))))
                .toList();
        assertEquals(
                List.of(
                        "seat-10 ffffffff even high",
                        "seat-15 ffffffec even low",
                        "seat-42 fffffffb odd low",
                        "seat-3 cbbea075 even high",
                        "seat-12 3bca6b2 odd high"),
                seats);
    }

    /** The station's initial sequence number, and the parity of the request's length: what makes a seat hard. */
    private static String property(int seat) {
        Challenge challenge = open(seat).challenge();
        Answer answer = ATTACK.run(challenge);
        int iss = segment(answer.script().get(3)).acknowledgmentNumber() - 1;
        return Integer.toHexString(iss)
                + (challenge.request().length() % 2 == 0 ? " even" : " odd")
                + (challenge.stationPort() > 32_767 ? " high" : " low");
    }

    private static Tcp segment(TimedFrame timed) {
        byte[] frame = timed.frame().toArray();
        Ethernet ethernet = new Ethernet();
        Ipv4 ip = new Ipv4();
        Tcp tcp = new Tcp();
        assertEquals(Flaw.NONE, ethernet.wrap(frame));
        assertEquals(Flaw.NONE, ip.wrap(ethernet));
        assertEquals(Flaw.NONE, tcp.wrap(ip));
        return tcp;
    }

    @Test
    void debriefsAreThereInBothLanguages() {
        for (Language language : Language.values()) {
            assertTrue(new ReferenceAttacks()
                    .debrief(ATTACK, language)
                    .orElseThrow()
                    .startsWith("# "));
        }
    }
}
