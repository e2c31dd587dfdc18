package org.quintain.solutions.net.buildframebyhand;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.pcap4j.packet.EthernetPacket;
import org.pcap4j.packet.IpV4Packet;
import org.pcap4j.packet.IpV4Rfc791Tos;
import org.pcap4j.packet.UdpPacket;
import org.pcap4j.packet.UnknownPacket;
import org.pcap4j.packet.namednumber.EtherType;
import org.pcap4j.packet.namednumber.IpNumber;
import org.pcap4j.packet.namednumber.IpVersion;
import org.pcap4j.packet.namednumber.UdpPort;
import org.pcap4j.util.MacAddress;
import org.quintain.core.LabRun;
import org.quintain.core.Mark;
import org.quintain.core.Params;
import org.quintain.core.Setup;
import org.quintain.core.Usage;
import org.quintain.core.Verdict;
import org.quintain.core.contract.HardSeat;
import org.quintain.core.contract.LabContract;
import org.quintain.core.contract.NearMiss;
import org.quintain.net.buildframebyhand.BuildFrameByHandLab;
import org.quintain.net.buildframebyhand.BuildFrameByHandLab.Answer;
import org.quintain.net.buildframebyhand.BuildFrameByHandLab.Challenge;

class BuildFrameByHandAttackTest {
    private static final BuildFrameByHandAttack ATTACK = new BuildFrameByHandAttack();
    private static final BuildFrameByHandLab LAB = new BuildFrameByHandLab();

    private static Setup setup(int seat) {
        return Setup.practice(LAB, seat, Params.none());
    }

    private static Setup setup(HardSeat hard) {
        int number = Integer.parseInt(hard.seat().learner().substring("seat-".length()));
        return Setup.practice(LAB, number, Params.parse(LAB.card(), hard.params()));
    }

    private static int points(Verdict verdict) {
        return verdict.marks().stream().mapToInt(Mark::earned).sum();
    }

    private static byte[] frame(int seat) {
        return ATTACK.run(LAB.open(setup(seat)).challenge()).frame().toArray();
    }

    private static int word(byte[] frame, int at) {
        return (frame[at] & 0xFF) << 8 | frame[at + 1] & 0xFF;
    }

    @Test
    void theContractHoldsOn64SeatsAndTheHardOnes() {
        assertEquals(List.of(), LabContract.violations(ATTACK, 64));
    }

    @Test
    void fullMarksOnFiveHundredSeatsWithoutAQuery() {
        for (int seat = 0; seat < 500; seat++) {
            Setup setup = setup(seat);
            LabRun<Challenge, Answer> run = LAB.open(setup);
            assertEquals(100, points(run.checker().check(ATTACK.run(run.challenge()))), "seat " + seat);
            assertEquals(new Usage(0, 0, 0), setup.meter().usage());
        }
    }

    @TestFactory
    List<DynamicTest> fullMarksAndHonestUseOnEveryHardSeat() {
        return ATTACK.hardSeats().stream()
                .map(hard -> DynamicTest.dynamicTest(hard.why(), () -> {
                    LabRun<Challenge, Answer> run = LAB.open(setup(hard));
                    assertEquals(100, points(run.checker().check(ATTACK.run(run.challenge()))));
                    ATTACK.honestUse(run.challenge());
                    checkNearMisses(run);
                }))
                .toList();
    }

    @Property(tries = 300)
    void theReceiverAcceptsTheFrameOfAnySeat(@ForAll @IntRange(max = 1_000_000) int seat) {
        ATTACK.honestUse(LAB.open(setup(seat)).challenge());
    }

    @Test
    void nearMissesEarnNothingOutsideWhatTheyMayKeep() {
        Set<String> names = new HashSet<>();
        for (int seat = 0; seat < 200; seat++) {
            names.addAll(checkNearMisses(LAB.open(setup(seat))));
        }
        assertEquals(18, names.size(), names.toString());
    }

    /** Also that they keep what they may: one mistake costs one layer. */
    private static Set<String> checkNearMisses(LabRun<Challenge, Answer> run) {
        Set<String> names = new HashSet<>();
        Answer right = ATTACK.run(run.challenge());
        for (NearMiss<Answer> miss : ATTACK.nearMisses(run.challenge(), right)) {
            names.add(miss.name());
            for (Mark mark : run.checker().check(miss.answer()).marks()) {
                boolean isKept = miss.mayKeep().contains(mark.criterion());
                assertEquals(isKept, mark.earned() > 0, miss.name() + ": " + mark);
            }
            assertFalse(run.challenge()
                    .receiver()
                    .send(miss.answer().frame().toArray())
                    .accepted());
        }
        return names;
    }

    @Test
    void theAnswerOfAnotherSeatEarnsNothing() {
        for (int seat = 0; seat < 200; seat++) {
            Answer other = ATTACK.run(LAB.open(setup(seat + 1)).challenge());
            assertEquals(0, points(LAB.open(setup(seat)).checker().check(other)));
        }
    }

    @Test
    void hardSeatsAreHardForTheReasonGiven() {
        assertEquals(0xFFFF, word(frame(37_627), 40));
        assertEquals(0, word(frame(116_461), 24));
        assertTrue(carriesAgain(sum(frame(106_202), 14, 34, 24, 0)));
        byte[] udp = frame(10_250);
        int pseudoHeader = sum(udp, 26, 34, -1, 17 + word(udp, 38));
        assertTrue(carriesAgain(sum(udp, 34, 34 + word(udp, 38), 40, pseudoHeader)));
        assertSizes(11, 17, 60);
        assertSizes(3, 18, 60);
        assertSizes(44, 19, 61);
        assertSizes(33_015, 7, 60);
        assertSizes(16, 26, 68);
    }

    private static void assertSizes(int seat, int textBytes, int frameBytes) {
        assertEquals(textBytes, LAB.open(setup(seat)).challenge().payload().length());
        assertEquals(frameBytes, frame(seat).length);
    }

    private static int sum(byte[] frame, int from, int to, int without, int start) {
        int sum = start;
        for (int at = from; at < to; at += 2) {
            int second = at + 1 < to ? frame[at + 1] & 0xFF : 0;
            sum += at == without ? 0 : (frame[at] & 0xFF) << 8 | second;
        }
        return sum;
    }

    private static boolean carriesAgain(int sum) {
        return (sum & 0xFFFF) + (sum >>> 16) > 0xFFFF;
    }

    @Test
    void theHardSeatsOfParametersShowWhatTheySay() {
        List<HardSeat> hard = ATTACK.hardSeats();
        Challenge both = LAB.open(setup(hard.get(9))).challenge();
        assertTrue(both.givenHeaderChecksum().isPresent()
                && both.givenUdpChecksum().isPresent());
        Challenge one = LAB.open(setup(hard.get(10))).challenge();
        assertTrue(one.givenHeaderChecksum().isEmpty() && one.givenUdpChecksum().isPresent());
        assertNotEquals(
                LAB.open(setup(0)).challenge().payload(),
                LAB.open(setup(hard.get(11))).challenge().payload());
    }

    @Property(tries = 300)
    void pcap4jBuildsTheSameFrame(@ForAll @IntRange(max = 1_000_000) int seat) throws UnknownHostException {
        byte[] theirs = build(LAB.open(setup(seat)).challenge());
        if (word(theirs, 40) == 0) {
            theirs[40] = theirs[41] = (byte) 0xFF; // RFC 768; pcap4j 1.8.2 leaves the 0
        }
        assertArrayEquals(theirs, frame(seat));
    }

    private static byte[] build(Challenge card) throws UnknownHostException {
        Inet4Address source = (Inet4Address) InetAddress.getByName(card.sourceAddress());
        Inet4Address destination = (Inet4Address) InetAddress.getByName(card.destinationAddress());
        UdpPacket.Builder udp = new UdpPacket.Builder()
                .srcAddr(source)
                .dstAddr(destination)
                .srcPort(UdpPort.getInstance((short) card.sourcePort()))
                .dstPort(UdpPort.getInstance((short) card.destinationPort()))
                .payloadBuilder(
                        new UnknownPacket.Builder().rawData(card.payload().getBytes(StandardCharsets.US_ASCII)))
                .correctLengthAtBuild(true)
                .correctChecksumAtBuild(true);
        IpV4Packet.Builder ip = new IpV4Packet.Builder()
                .version(IpVersion.IPV4)
                .tos(IpV4Rfc791Tos.newInstance((byte) 0))
                .identification((short) card.identification())
                .ttl((byte) card.timeToLive())
                .protocol(IpNumber.UDP)
                .srcAddr(source)
                .dstAddr(destination)
                .payloadBuilder(udp)
                .correctLengthAtBuild(true)
                .correctChecksumAtBuild(true);
        return new EthernetPacket.Builder()
                .dstAddr(MacAddress.getByName(card.destinationMac()))
                .srcAddr(MacAddress.getByName(card.sourceMac()))
                .type(EtherType.IPV4)
                .payloadBuilder(ip)
                .paddingAtBuild(true)
                .build()
                .getRawData();
    }
}
