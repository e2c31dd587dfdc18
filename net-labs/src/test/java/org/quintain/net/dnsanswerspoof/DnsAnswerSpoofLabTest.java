package org.quintain.net.dnsanswerspoof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.quintain.core.Bytes;
import org.quintain.core.LabRun;
import org.quintain.core.Mark;
import org.quintain.core.Param;
import org.quintain.core.Params;
import org.quintain.core.Setup;
import org.quintain.net.dnsanswerspoof.DnsAnswerSpoofLab.Answer;
import org.quintain.net.dnsanswerspoof.DnsAnswerSpoofLab.Challenge;
import org.quintain.net.dnsanswerspoof.DnsAnswerSpoofTarget.Cabling;
import org.quintain.net.dnsanswerspoof.DnsAnswerSpoofVisits.Visit;
import org.quintain.net.sim.NetworkWatcher;
import org.quintain.net.sim.NetworkWatcher.Purpose;
import org.quintain.net.sim.TimedFrame;
import org.quintain.net.sim.dns.DnsPolicy;
import org.quintain.net.sim.dns.SourcePortPolicy;
import org.quintain.net.sim.dns.TransactionIdBehaviour;
import org.quintain.net.wire.Dns;
import org.quintain.net.wire.DnsMessages;
import org.quintain.net.wire.DnsName;
import org.quintain.net.wire.DnsSection;
import org.quintain.net.wire.DnsType;
import org.quintain.net.wire.DnsWriter;
import org.quintain.net.wire.Endpoints;
import org.quintain.net.wire.Ethernet;
import org.quintain.net.wire.Flaw;
import org.quintain.net.wire.Frames;
import org.quintain.net.wire.Ipv4;
import org.quintain.net.wire.Ipv4Address;
import org.quintain.net.wire.Udp;

class DnsAnswerSpoofLabTest {
    private static final DnsAnswerSpoofLab LAB = new DnsAnswerSpoofLab();
    private static final DnsPolicy EASY_TO_GUESS = DnsPolicy.DEFAULT
            .withTransactionIds(TransactionIdBehaviour.SEQUENTIAL)
            .withSourcePorts(SourcePortPolicy.fixed(3353));

    private final Ethernet ethernet = new Ethernet();
    private final Ipv4 ip = new Ipv4();
    private final Udp udp = new Udp();
    private final Dns dns = new Dns();

    private static Setup setup(int seat, boolean hardened) {
        return Setup.practice(LAB, seat, Params.of(Param.HARDENED, hardened));
    }

    private static DnsAnswerSpoofTarget target(int seat, boolean hardened) {
        return target(seat, hardened, DnsAnswerSpoofTarget.HARD_TO_GUESS, Cabling.SHARED);
    }

    private static DnsAnswerSpoofTarget target(int seat, boolean hardened, DnsPolicy stubs, Cabling cabling) {
        return new DnsAnswerSpoofTarget(setup(seat, hardened), NetworkWatcher.NONE, Purpose.SESSION, stubs, cabling);
    }

    private static Map<String, String> reasons(DnsAnswerSpoofTarget target) {
        Map<String, String> reasons = new TreeMap<>();
        for (Mark mark : DnsAnswerSpoofChecker.verdict(target).marks()) {
            reasons.put(mark.criterion(), mark.why().key());
        }
        return reasons;
    }

    private boolean isDns(byte[] frame) {
        return ethernet.wrap(frame) == Flaw.NONE
                && ethernet.type() == Ethernet.TYPE_IPV4
                && ip.wrap(ethernet) == Flaw.NONE
                && ip.protocol() == Ipv4.PROTOCOL_UDP
                && udp.wrap(ip) == Flaw.NONE
                && (udp.sourcePort() == Dns.PORT || udp.destinationPort() == Dns.PORT)
                && dns.wrap(udp) == Flaw.NONE;
    }

    /** Waits in steps of a millisecond for a DNS message that comes to the learner's card; the views then hold it. */
    private boolean hear(DnsAnswerSpoofTarget target, int millis, Predicate<byte[]> wanted) {
        for (int i = 0; i < millis; i++) {
            int waiting = target.learner().card().advance(1_000);
            for (int each = 0; each < waiting; each++) {
                TimedFrame frame = target.learner().card().receive().orElseThrow();
                byte[] bytes = frame.frame().toArray();
                if (isDns(bytes) && wanted.test(bytes)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean hearQuestion(DnsAnswerSpoofTarget target) {
        DnsName name = DnsName.of(target.name());
        return hear(
                target,
                8_000,
                frame -> !dns.isResponse()
                        && ip.source() == target.board().address()
                        && dns.hasQuestion(name, DnsType.A, Dns.CLASS_IN));
    }

    /** Sends a message in answer to the question that was heard last, and lets the board act upon it. */
    private void answer(DnsAnswerSpoofTarget target, byte[] message) {
        Endpoints back = new Endpoints(target.learner().mac(), ip.destination(), ethernet.source(), ip.source());
        target.learner().card().send(Frames.udp(back, Dns.PORT, udp.sourcePort(), message));
        target.learner().card().advance(5_000);
    }

    private static int own(DnsAnswerSpoofTarget target) {
        return Ipv4Address.of(target.challenge().ownAddress());
    }

    private static boolean isFooled(DnsAnswerSpoofTarget target) {
        return reasons(target).get("believed").equals("believed-right");
    }

    @Test
    void honestProgramsAreServedOnBothTwinsAndOnASwitch() {
        for (int seat = 0; seat < 4; seat++) {
            for (DnsAnswerSpoofTarget target : List.of(
                    target(seat, false),
                    target(seat, true),
                    target(seat, false, DnsAnswerSpoofTarget.HARD_TO_GUESS, Cabling.SWITCHED))) {
                target.network().advance(120_000_000);
                for (DnsAnswerSpoofVisits program : target.programs()) {
                    List<Visit> visits = program.visits();
                    assertTrue(visits.size() >= 16, "visits=" + visits.size());
                    for (Visit visit : visits.subList(0, visits.size() - 1)) {
                        assertTrue(visit.shown().startsWith("next at "), "seat " + seat + " " + visit.shown());
                        assertFalse(visit.isForged());
                    }
                }
                assertEquals("believed-nothing", reasons(target).get("believed"));
                assertEquals(0, target.boardStub().counters().bogusAnswers());
            }
        }
    }

    @Test
    void randomIdentifierRandomPortAndRandomCaseDoNotHelpAgainstOneWhoSeesTheQuestion() {
        for (int seat = 0; seat < 4; seat++) {
            for (DnsPolicy stubs : List.of(
                    EASY_TO_GUESS,
                    EASY_TO_GUESS.withTransactionIds(TransactionIdBehaviour.RANDOM),
                    EASY_TO_GUESS.withSourcePorts(SourcePortPolicy.random(1024, 64_000)),
                    EASY_TO_GUESS.withCaseRandom(true),
                    DnsAnswerSpoofTarget.HARD_TO_GUESS)) {
                DnsAnswerSpoofTarget target = target(seat, false, stubs, Cabling.SHARED);
                assertTrue(hearQuestion(target));
                answer(target, DnsMessages.answer(dns, 60, own(target)));
                assertTrue(isFooled(target), "seat " + seat);
                assertEquals(1, target.boardStub().counters().forgedAnswers());
            }
        }
    }

    @Test
    void signaturesHelpEvenIfIdentifierPortAndCaseAreKnownBeforehand() {
        for (int seat = 0; seat < 4; seat++) {
            DnsAnswerSpoofTarget target = target(seat, true, EASY_TO_GUESS, Cabling.SHARED);
            assertTrue(hearQuestion(target));
            answer(target, DnsMessages.answer(dns, 60, own(target)));
            assertEquals("believed-unsigned", reasons(target).get("believed"));
        }
    }

    @Test
    void switchKeepsTheQuestionFromTheLearner() {
        for (int seat = 0; seat < 4; seat++) {
            DnsAnswerSpoofTarget target = target(seat, false, DnsAnswerSpoofTarget.HARD_TO_GUESS, Cabling.SWITCHED);
            assertFalse(hear(target, 15_000, frame -> true), "seat " + seat);
            assertTrue(target.visits().visits().size() >= 2);
        }
    }

    /** Messages that say something else than the truth about the name that was asked. */
    private List<byte[]> lies(DnsAnswerSpoofTarget target) {
        DnsName name = DnsName.of(target.name());
        DnsName alias = DnsName.of("lie.example");
        List<byte[]> lies = new ArrayList<>(List.of(
                DnsMessages.answer(dns, 60, own(target)),
                DnsMessages.answer(dns, 60, own(target), target.timetable().address()),
                DnsMessages.error(dns, Dns.NAME_ERROR),
                DnsMessages.error(dns, Dns.NO_ERROR),
                DnsMessages.referral(dns, name.parent(), 60, alias, own(target))));
        DnsWriter writer = new DnsWriter().begin(dns.id());
        writer.header().response(true).authenticData(true);
        byte[] asked = new byte[name.lengthBytes()];
        System.arraycopy(dns.array(), dns.offset() + Dns.LENGTH_BYTES, asked, 0, asked.length);
        DnsName mixed = new DnsName();
        mixed.wrap(asked, 0, 0, asked.length);
        lies.add(writer.question(mixed, DnsType.A)
                .section(DnsSection.ANSWER)
                .cname(mixed, 60, alias)
                .a(alias, 60, own(target))
                .toBytes());
        return lies;
    }

    @Test
    void noUnsignedLieIsBelievedByABoardThatVerifies() {
        for (int number = 0; number < 6; number++) {
            DnsAnswerSpoofTarget target = target(5, true);
            assertTrue(hearQuestion(target));
            answer(target, lies(target).get(number));
            target.network().advance(1_000_000);
            Visit visit = target.visits().visits().get(0);
            assertEquals(target.timetable().address(), visit.address(), "lie " + number);
            assertTrue(visit.shown().startsWith("next at "), "lie " + number);
            assertEquals(0, DnsAnswerSpoofChecker.verdict(target).earned());
        }
    }

    @Test
    void forgedAliasIsBelievedWithoutSignatures() {
        DnsAnswerSpoofTarget target = target(5, false);
        assertTrue(hearQuestion(target));
        answer(target, lies(target).get(5));
        assertTrue(isFooled(target));
    }

    @Test
    void signedAnswerThatIsSentAgainTellsTheTruth() {
        DnsAnswerSpoofTarget target = target(4, true);
        DnsName name = DnsName.of(target.name());
        assertTrue(hear(
                target,
                8_000,
                frame -> dns.isResponse()
                        && ip.destination() == target.board().address()
                        && dns.hasQuestion(name, DnsType.A, Dns.CLASS_IN)));
        byte[] genuine = Arrays.copyOfRange(dns.array(), dns.offset(), dns.limit());
        assertTrue(hearQuestion(target));
        System.arraycopy(dns.array(), dns.offset(), genuine, 0, 2);
        System.arraycopy(dns.array(), dns.offset() + Dns.LENGTH_BYTES, genuine, Dns.LENGTH_BYTES, name.lengthBytes());
        answer(target, genuine);
        assertEquals(1, target.boardStub().counters().forgedAnswers());
        assertEquals("believed-same", reasons(target).get("believed"));
        assertEquals(0, DnsAnswerSpoofChecker.verdict(target).earned());
    }

    @Test
    void anotherStationsAddressSendsTheBoardThere() {
        DnsAnswerSpoofTarget target = target(6, false);
        assertTrue(hearQuestion(target));
        answer(target, DnsMessages.answer(dns, 60, target.nameServer().address()));
        target.network().advance(1_000_000);
        assertEquals("believed-right", reasons(target).get("believed"));
        assertEquals("connected-elsewhere", reasons(target).get("connected"));
        assertEquals("shown-open", reasons(target).get("shown"));
    }

    @Test
    void answerToTheKiosksQuestionIsNotTheBoards() {
        DnsAnswerSpoofTarget target = target(7, false);
        DnsName name = DnsName.of(target.name());
        assertTrue(hear(
                target,
                8_000,
                frame -> !dns.isResponse()
                        && ip.source() != target.board().address()
                        && dns.hasQuestion(name, DnsType.A, Dns.CLASS_IN)));
        answer(target, DnsMessages.answer(dns, 60, own(target)));
        assertEquals("believed-elsewhere", reasons(target).get("believed"));
        assertTrue(target.programs().get(2).visits().get(0).isForged());
    }

    @Test
    void answerInTimeForTheCableButBehindTheGenuineOneIsLate() {
        DnsAnswerSpoofTarget target = target(8, false);
        assertTrue(hearQuestion(target));
        byte[] message = DnsMessages.answer(dns, 60, own(target));
        target.learner().card().advance(150_000);
        answer(target, message);
        assertEquals("believed-late", reasons(target).get("believed"));
    }

    @Test
    void twinsHaveTheSameAddressesAndNames() {
        Setup setup = setup(3, false);
        Challenge open = LAB.open(setup).challenge();
        Challenge hardened = LAB.open(setup.with(Param.HARDENED, true)).challenge();
        assertEquals(open.name(), hardened.name());
        assertEquals(open.boardAddress(), hardened.boardAddress());
        assertEquals(open.ownAddress(), hardened.ownAddress());
    }

    @Test
    void watcherSeesTheSessionAndEachScriptBeforeTheirClocksMove() {
        List<String> seen = new ArrayList<>();
        NetworkWatcher watcher = (network, learner, purpose) -> {
            assertEquals(0, network.now());
            assertEquals(0, network.framesInFlight());
            seen.add(purpose + " " + learner.name() + " " + network.links().size());
        };
        LabRun<Challenge, Answer> run = LAB.open(setup(3, false), watcher);
        run.checker().check(new Answer(List.of(new TimedFrame(5, Bytes.of(new byte[60])))));
        run.checker().check(new Answer(List.of()));
        assertEquals(List.of("SESSION learner 7", "SCRIPT learner 7"), seen);
    }

    @Test
    void anHourNeedsFewerEventsThanTheLimitAllows() {
        DnsAnswerSpoofTarget target = target(1, false);
        target.network().advance(3_600_000_000L);
        assertTrue(
                target.network().events() < 100_000,
                "events=" + target.network().events());
        assertEquals(0, target.network().droppedFrames());
    }

    @Test
    void longestAndLoudestScriptsEndSoonAndEarnNothing() {
        byte[] frame = new byte[1518];
        Arrays.fill(frame, (byte) 0xff);
        List<TimedFrame> script = new ArrayList<>();
        for (int i = 0; i < 199; i++) {
            script.add(new TimedFrame(i, Bytes.of(frame)));
        }
        script.add(new TimedFrame((1L << 53) - 1, Bytes.of(frame)));
        assertEquals(
                0, LAB.open(setup(2, false)).checker().check(new Answer(script)).earned());
    }
}
