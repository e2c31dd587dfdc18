package org.quintain.net.tcphijack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.quintain.core.Bytes;
import org.quintain.core.Param;
import org.quintain.core.Params;
import org.quintain.core.Setup;
import org.quintain.core.Verdict;
import org.quintain.net.sim.NetworkWatcher;
import org.quintain.net.sim.NetworkWatcher.Purpose;
import org.quintain.net.sim.TimedFrame;
import org.quintain.net.sim.tcp.SegmentChecks;
import org.quintain.net.sim.tcp.TcpConnection;
import org.quintain.net.sim.tcp.TcpEvent;
import org.quintain.net.tcphijack.TcpHijackDesk.Executed;
import org.quintain.net.tcphijack.TcpHijackLab.Answer;
import org.quintain.net.wire.Endpoints;
import org.quintain.net.wire.Frames;
import org.quintain.net.wire.Tcp;

class TcpHijackLabTest {
    private static final TcpHijackLab LAB = new TcpHijackLab();
    private static final int BOTH = Tcp.PSH | Tcp.ACK;
    private static final Pattern SEALED = Pattern.compile("[A-Z]+( [1-9] [A-Z]+)? #1 [0-9a-f]{16}\r\n");

    private static Setup setup(int seat, boolean hardened) {
        return Setup.practice(LAB, seat, Params.of(Param.HARDENED, hardened));
    }

    private static TcpHijackTarget target(int seat, boolean hardened, SegmentChecks checks) {
        return new TcpHijackTarget(setup(seat, hardened), NetworkWatcher.NONE, Purpose.SESSION, checks);
    }

    /** A target whose operator has a session and is thinking, after a few commands. */
    private static TcpHijackTarget quiet(int seat, boolean hardened, SegmentChecks checks) {
        TcpHijackTarget target = target(seat, hardened, checks);
        target.network().advanceUntil(() -> target.desk().executed().size() == 2, 60_000_000);
        target.network().advance(10_000);
        assertEquals(2, target.desk().executed().size());
        return target;
    }

    private static TcpConnection session(TcpHijackTarget target) {
        return target.stack().connections().get(0);
    }

    /** Sends text in the console's name; its numbers are off from the right ones by this much. */
    private static void inject(TcpHijackTarget target, int bySequence, int byAcknowledgment, int flags, String text) {
        target.learner().card().send(forged(target, bySequence, byAcknowledgment, flags, text));
        target.learner().card().advance(2_000);
    }

    private static byte[] forged(TcpHijackTarget target, int bySequence, int byAcknowledgment, int flags, String text) {
        TcpConnection session = session(target);
        return Frames.tcp(
                asConsole(target),
                session.remotePort(),
                target.port(),
                session.receiveNext() + bySequence,
                session.sendNext() + byAcknowledgment,
                flags,
                4_096,
                text.getBytes(StandardCharsets.US_ASCII));
    }

    private static Endpoints asConsole(TcpHijackTarget target) {
        return new Endpoints(
                target.console().mac(),
                target.console().address(),
                target.server().mac(),
                target.server().address());
    }

    private static String reason(TcpHijackTarget target) {
        return TcpHijackChecker.verdict(target, new Answer(List.of(), 0, 0))
                .marks()
                .get(0)
                .why()
                .key();
    }

    private static String line(TcpHijackTarget target) {
        return target.command() + "\r\n";
    }

    @Test
    void oneLineWithTheRightNumbersIsExecutedWhicheverWaySegmentsAreChecked() {
        // RFC 5961 is not enough: who sees the traffic has the numbers that it asks for.
        for (SegmentChecks checks : SegmentChecks.values()) {
            TcpHijackTarget target = quiet(0, false, checks);
            assertEquals("executed-nothing", reason(target));
            inject(target, 0, 0, BOTH, line(target));
            assertEquals("executed-right", reason(target), checks.name());
        }
    }

    @Test
    void rfc5961StopsAnAcknowledgmentThatIsGuessed() {
        TcpHijackTarget old = quiet(0, false, SegmentChecks.RFC_793);
        inject(old, 0, -(1 << 30), BOTH, line(old));
        assertEquals("executed-right", reason(old));
        TcpHijackTarget careful = quiet(0, false, SegmentChecks.RFC_5961);
        inject(careful, 0, -(1 << 30), BOTH, line(careful));
        assertEquals("executed-acknowledgment", reason(careful));
        assertTrue(session(careful).journal().stream().anyMatch(event -> event.kind() == TcpEvent.Kind.CHALLENGED));
    }

    @Test
    void rfc5961DoesNotStopAResetAtTheRightNumber() {
        TcpHijackTarget target = quiet(1, false, SegmentChecks.RFC_5961);
        inject(target, 1, 0, Tcp.RST, "");
        assertEquals(1, target.stack().connections().size());
        inject(target, 0, 0, Tcp.RST, "");
        assertEquals(0, target.stack().connections().size());
        assertEquals("executed-reset", reason(target));
    }

    @Test
    void stateIsThatOfBothEndsJustAfterTheCommand() {
        TcpHijackTarget target = quiet(2, false, SegmentChecks.RFC_5961);
        long before = Integer.toUnsignedLong(session(target).receiveNext());
        inject(target, 0, 0, BOTH, line(target));
        long after = before + line(target).length() & 0xFFFF_FFFFL;
        assertEquals(List.of(60, 20, 20), earned(target, after, before));
        assertEquals(List.of(60, 0, 20), earned(target, before, before));
        assertEquals(List.of(60, 20, 0), earned(target, after, after));
        target.network().advance(60_000_000);
        assertEquals(List.of(60, 20, 20), earned(target, after, before));
    }

    private static List<Integer> earned(TcpHijackTarget target, long server, long console) {
        Verdict verdict = TcpHijackChecker.verdict(target, new Answer(List.of(), server, console));
        return verdict.marks().stream().map(mark -> mark.earned()).toList();
    }

    @Test
    void textInTheMiddleOfAWordIsMixedWithIt() {
        TcpHijackTarget target = quiet(3, false, SegmentChecks.RFC_5961);
        target.network().advanceUntil(() -> target.desk().hasUnfinished("A"), 30_000_000);
        target.network().advance(5_000);
        inject(target, 0, 0, BOTH, line(target));
        assertEquals("executed-mixed", reason(target));
    }

    @Test
    void lineEndBeforeTheCommandSavesItFromAWordThatWasBegun() {
        TcpHijackTarget target = quiet(3, false, SegmentChecks.RFC_5961);
        target.network().advanceUntil(() -> target.desk().hasUnfinished("A"), 30_000_000);
        target.network().advance(5_000);
        inject(target, 0, 0, BOTH, "\r\n" + line(target));
        assertEquals("executed-right", reason(target));
    }

    @Test
    void eachFlawOfASegmentHasItsOwnReason() {
        assertEquals("executed-silent", after(0, 0, Tcp.ACK, ""));
        assertEquals("executed-sequence-old", after(-20, 0, BOTH, "STATUS\r\n"));
        assertEquals("executed-sequence-ahead", after(1, 0, BOTH, "STATUS\r\n"));
        assertEquals("executed-acknowledgment", after(0, 1, BOTH, "STATUS\r\n"));
        assertEquals("executed-no-ack", after(0, 0, Tcp.PSH, "STATUS\r\n"));
        assertEquals("executed-syn", after(0, 0, BOTH | Tcp.SYN, "STATUS\r\n"));
        assertEquals("executed-other", after(0, 0, BOTH, "STATUS\r\n"));
    }

    private static String after(int bySequence, int byAcknowledgment, int flags, String text) {
        TcpHijackTarget target = quiet(4, false, SegmentChecks.RFC_5961);
        inject(target, bySequence, byAcknowledgment, flags, text);
        return reason(target);
    }

    @Test
    void connectionOfOnesOwnInTheConsolesNameIsNoHijackedSession() {
        TcpHijackTarget target = quiet(5, false, SegmentChecks.RFC_5961);
        Endpoints asConsole = asConsole(target);
        target.learner().card().send(Frames.tcp(asConsole, 40_000, target.port(), 7, 0, Tcp.SYN, 4_096, new byte[0]));
        // Faster than the console's reset, because the number is known here.
        target.network().advanceUntil(() -> target.stack().halfOpen(target.port()) == 1, 10_000);
        int iss = target.stack().connections().get(1).initialSendSequence();
        byte[] text = line(target).getBytes(StandardCharsets.US_ASCII);
        target.learner().card().send(Frames.tcp(asConsole, 40_000, target.port(), 8, iss + 1, BOTH, 4_096, text));
        target.learner().card().advance(10_000);
        assertTrue(target.desk().executed().stream().map(Executed::command).anyMatch(target.command()::equals));
        assertEquals("executed-own-connection", reason(target));
    }

    @Test
    void operatorOfEitherTwinIsServedForHalfAnHour() {
        for (boolean hardened : new boolean[] {false, true}) {
            TcpHijackTarget target = target(6, hardened, SegmentChecks.RFC_5961);
            target.network().advance(1_800_000_000L);
            long executed = target.desk().executed().size();
            assertTrue(executed > 300 && target.operator().commands() - executed <= 1, "executed=" + executed);
            assertEquals(0, target.desk().refused());
            assertEquals(0, target.network().droppedFrames());
            assertTrue(
                    target.network().events() < 200_000,
                    "events=" + target.network().events());
            assertTrue(target.desk().executed().stream()
                    .noneMatch(each -> each.command().equals(target.command())));
        }
    }

    @Test
    void hijackedSessionEndsAndTheOperatorGetsANewOne() {
        TcpHijackTarget target = quiet(7, false, SegmentChecks.RFC_5961);
        int port = session(target).remotePort();
        inject(target, 0, 0, BOTH, line(target));
        target.network().advance(60_000_000);
        assertNotEquals(port, target.operator().connection().localPort());
        int before = target.desk().executed().size();
        target.network().advance(30_000_000);
        assertTrue(target.desk().executed().size() > before);
        assertFalse(target.network().isSpent());
        // Both ends contradict each other, within the limits of RFC 5961 section 7: no storm.
        assertTrue(
                target.network().events() < 20_000, "events=" + target.network().events());
    }

    @Test
    void sealedServerExecutesNeitherAPlainLineNorAnOldOneNorAChangedOne() {
        for (int seat = 8; seat < 12; seat++) {
            TcpHijackTarget plain = quiet(seat, true, SegmentChecks.RFC_5961);
            inject(plain, 0, 0, BOTH, line(plain));
            assertEquals("executed-refused", reason(plain));

            TcpHijackTarget again = target(seat, true, SegmentChecks.RFC_5961);
            StringBuilder typed = new StringBuilder();
            again.network().addTap((micros, from, frame, origin) -> {
                if (from.node() == again.console() && frame.length > 54) {
                    typed.append(new String(frame, 54, frame.length - 54, StandardCharsets.ISO_8859_1));
                }
            });
            again.network().advanceUntil(() -> again.desk().executed().size() == 2, 60_000_000);
            again.network().advance(10_000);
            // The first segment's options stand where its text would be.
            Matcher matcher = SEALED.matcher(typed.toString().replace("\0", ""));
            assertTrue(matcher.find(), typed::toString);
            String old = matcher.group();
            inject(again, 0, 0, BOTH, old);
            inject(again, 0, 0, BOTH, again.command() + old.substring(old.indexOf(" #")));
            assertEquals(2, again.desk().executed().size());
            assertEquals(2, again.desk().refused());
        }
    }

    @Test
    void sealBindsCommandNumberAndSession() {
        TcpHijackSeal seal = new TcpHijackSeal(new byte[32]);
        String line = seal.sealed("1a2b3c4d", 17, "LAMP 3 ON");
        assertEquals(17, seal.numberOf("1a2b3c4d", line));
        assertEquals("LAMP 3 ON", TcpHijackSeal.commandOf(line));
        assertEquals(0, seal.numberOf("1a2b3c4e", line));
        assertEquals(0, seal.numberOf("1a2b3c4d", line.replace("#17", "#18")));
        assertEquals(0, seal.numberOf("1a2b3c4d", line.replace("ON", "OFF")));
        assertEquals(0, seal.numberOf("1a2b3c4d", line.substring(0, line.length() - 1)));
        byte[] other = new byte[32];
        other[31] = 1;
        assertEquals(0, new TcpHijackSeal(other).numberOf("1a2b3c4d", line));
        for (String hostile : List.of("", " ", "#1", " #1 ", "  #1  ", "x #99999999999 00", "# #1 #1 #1")) {
            assertEquals(0, seal.numberOf("1a2b3c4d", hostile), hostile);
        }
    }

    @Test
    void serverResetsWhoComesFromElsewhere() {
        TcpHijackTarget target = target(13, false, SegmentChecks.RFC_5961);
        assertNull(target.desk().accept(stranger(target)));
    }

    /** A connection that is not the console's: the server's own to itself. */
    private static TcpConnection stranger(TcpHijackTarget target) {
        return target.stack().connect(target.server().address(), 9, null);
    }

    @Test
    void framesCutAndChangedAtEveryByteBreakNothing() {
        TcpHijackTarget target = quiet(15, false, SegmentChecks.RFC_5961);
        byte[] frame = forged(target, 0, 0, BOTH, line(target));
        for (int at = 0; at < frame.length; at++) {
            byte[] changed = frame.clone();
            changed[at] ^= (byte) (1 << at % 8);
            target.learner().card().send(changed);
            target.learner().card().send(Arrays.copyOf(frame, at));
            target.learner().card().advance(100);
            assertNotEquals("executed-nothing", reason(target));
        }
        target.network().advance(60_000_000);
        assertEquals(0, target.network().droppedFrames());
    }

    @Test
    void longestAndLoudestScriptsEndSoonAndEarnNothing() {
        byte[] frame = new byte[1518];
        Arrays.fill(frame, (byte) 0xff);
        List<TimedFrame> script = new ArrayList<>();
        for (int i = 0; i < 99; i++) {
            script.add(new TimedFrame(i, Bytes.of(frame)));
        }
        script.add(new TimedFrame((1L << 53) - 1, Bytes.of(frame)));
        Verdict verdict = LAB.open(setup(14, false)).checker().check(new Answer(script, 0, 0));
        assertEquals(0, verdict.earned());
    }
}
