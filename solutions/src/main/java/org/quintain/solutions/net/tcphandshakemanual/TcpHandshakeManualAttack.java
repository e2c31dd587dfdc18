package org.quintain.solutions.net.tcphandshakemanual;

import java.util.List;
import java.util.Map;
import org.quintain.core.Lab;
import org.quintain.core.Seat;
import org.quintain.core.contract.HardSeat;
import org.quintain.core.contract.NearMiss;
import org.quintain.core.contract.Reference;
import org.quintain.net.tcphandshakemanual.TcpHandshakeManualLab;
import org.quintain.net.tcphandshakemanual.TcpHandshakeManualLab.Answer;
import org.quintain.net.tcphandshakemanual.TcpHandshakeManualLab.Challenge;
import org.quintain.solutions.net.Recorder;

/**
 * A connection by hand (RFC 9293 section 3.5, figure 6): SYN, wait for SYN-ACK, ACK; then the request, and the
 * acknowledgment of the answer.
 *
 * <p>Cost, the same on each of the practice seats 0 to 199: 6 frames, of which two are ARP and four TCP; 15 queries; 5
 * milliseconds of virtual time.
 */
public final class TcpHandshakeManualAttack implements Reference<Challenge, Answer> {
    /** Longer than every way there and back: six cables of 120 microseconds. */
    private static final long ROUND_TRIP_MICROS = 1_000;

    private static final int FIRST_NUMBER = 1_000_000;

    @Override
    public Lab<Challenge, Answer> lab() {
        return new TcpHandshakeManualLab();
    }

    @Override
    public Answer run(Challenge challenge) {
        Recorder recorder = new Recorder(challenge.card());
        ManualTcp tcp = new ManualTcp(recorder, challenge, FIRST_NUMBER);
        open(tcp);
        tcp.say(challenge.request());
        tcp.listen(ROUND_TRIP_MICROS);
        tcp.listen(ROUND_TRIP_MICROS);
        return new Answer(recorder.script());
    }

    /** Who is where; SYN; the station's question of ARP is answered; SYN-ACK; ACK. */
    private static void open(ManualTcp tcp) {
        tcp.resolve();
        tcp.listen(ROUND_TRIP_MICROS);
        tcp.synchronize();
        tcp.listen(ROUND_TRIP_MICROS);
        tcp.listen(ROUND_TRIP_MICROS);
    }

    /** The same, said goodbye to: every honest client does what the learner does by hand. */
    @Override
    public void honestUse(Challenge challenge) {
        ManualTcp tcp = new ManualTcp(new Recorder(challenge.card()), challenge, -2);
        open(tcp);
        require(tcp.isOpen(), "a connection");
        tcp.say("LEVEL harbour");
        tcp.listen(ROUND_TRIP_MICROS);
        require(tcp.heard().startsWith("harbour "), "an answer");
        tcp.say("BYE");
        tcp.listen(ROUND_TRIP_MICROS);
        require(tcp.isPeerClosed(), "the end of the station's side");
        tcp.close();
        tcp.listen(ROUND_TRIP_MICROS);
    }

    private static void require(boolean isThere, String what) {
        if (!isThere) {
            throw new IllegalStateException(what + " wanted");
        }
    }

    @Override
    public List<NearMiss<Answer>> nearMisses(Challenge challenge, Answer right) {
        return TcpHandshakeManualMisses.of(challenge, right);
    }

    @Override
    public List<HardSeat> hardSeats() {
        return List.of(
                seat(10, "the station's number is 2^32 - 1: the first acknowledgment is 0"),
                seat(15, "the station's numbers wrap within the answer, 19 bytes behind the SYN"),
                seat(
                        42,
                        "they wrap, and the request has an odd number of bytes: the checksum's last word is half a one"),
                seat(3, "the station's number is negative where numbers of 32 bits have a sign; so is its port for 16"),
                seat(12, "the station's number has only 26 bits: hexadecimal text needs its leading zero"));
    }

    private static HardSeat seat(int number, String why) {
        return new HardSeat(why, Seat.practice(number), Map.of());
    }
}
