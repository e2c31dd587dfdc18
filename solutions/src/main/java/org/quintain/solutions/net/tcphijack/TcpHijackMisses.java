package org.quintain.solutions.net.tcphijack;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.quintain.core.Bytes;
import org.quintain.core.contract.NearMiss;
import org.quintain.net.sim.TimedFrame;
import org.quintain.net.tcphijack.TcpHijackLab.Answer;
import org.quintain.net.tcphijack.TcpHijackLab.Challenge;
import org.quintain.net.wire.Ethernet;
import org.quintain.net.wire.Ipv4;
import org.quintain.net.wire.Ipv4Address;
import org.quintain.net.wire.Tcp;

/** Wrong answers that learners give: one thing in the one frame changed, its checksums right again; or a number. */
final class TcpHijackMisses {
    private static final String RELATIVE = "numbers counted from the session's beginning, as capture tools show them";
    private static final int TCP_AT = Ethernet.LENGTH_BYTES + Ipv4.MIN_LENGTH_BYTES;

    private final Answer right;
    private final TimedFrame shot;

    private TcpHijackMisses(Answer right) {
        this.right = right;
        this.shot = right.script().get(right.script().size() - 1);
    }

    static List<NearMiss<Answer>> of(Challenge challenge, Answer right) {
        TcpHijackMisses misses = new TcpHijackMisses(right);
        int own = Ipv4Address.of(challenge.ownAddress());
        return List.of(
                misses.segment("one's own address as sender", (ip, t) -> ip.source(own)),
                misses.segment("sequence number one too big", (ip, t) -> t.sequenceNumber(t.sequenceNumber() + 1)),
                misses.segment("sequence number one too small", (ip, t) -> t.sequenceNumber(t.sequenceNumber() - 1)),
                misses.segment(
                        "sequence number from the line before",
                        (ip, t) -> t.sequenceNumber(t.sequenceNumber() - t.payloadLengthBytes())),
                misses.segment(
                        "acknowledgment of what was never sent",
                        (ip, t) -> t.acknowledgmentNumber(t.acknowledgmentNumber() + 1)),
                misses.segment("no ACK flag", (ip, t) -> t.flags(Tcp.PSH)),
                misses.segment("SYN set", (ip, t) -> t.flags(t.flags() | Tcp.SYN)),
                misses.segment("reset set", (ip, t) -> t.flags(t.flags() | Tcp.RST)),
                misses.segment("another source port", (ip, t) -> t.sourcePort(t.sourcePort() ^ 1)),
                misses.segment("ports exchanged", TcpHijackMisses::exchanged),
                misses.segment("a space instead of the line feed", (ip, t) -> t.array()[t.limit() - 1] = ' '),
                misses.segment("another command", (ip, t) -> t.array()[t.payloadOffset()] = 's'),
                misses.frame("checksum left 0", frame -> tcp(frame).checksum(0)),
                misses.frame("sent to nobody's MAC", frame -> frame[5] ^= 1),
                misses.script("nothing sent", List.of()),
                misses.numbers("server's number before the command", right.consoleSends(), right.consoleSends(), true),
                misses.numbers(
                        "console's number after the command", right.serverExpects(), right.serverExpects(), false),
                misses.numbers("numbers exchanged", right.consoleSends(), right.serverExpects()),
                misses.numbers(RELATIVE, 1 + right.serverExpects() - right.consoleSends() & 0xFF, 1));
    }

    private interface Change {
        void accept(Ipv4 ip, Tcp tcp);
    }

    private static void exchanged(Ipv4 ip, Tcp segment) {
        int port = segment.sourcePort();
        segment.sourcePort(segment.destinationPort()).destinationPort(port);
    }

    private NearMiss<Answer> segment(String name, Change change) {
        return frame(name, frame -> {
            change.accept(ip(frame), tcp(frame));
            ip(frame).writeChecksum();
            tcp(frame).writeChecksum(ip(frame));
        });
    }

    private NearMiss<Answer> frame(String name, Consumer<byte[]> change) {
        byte[] frame = shot.frame().toArray();
        change.accept(frame);
        return script(name, List.of(new TimedFrame(shot.atMicros(), Bytes.of(frame))));
    }

    private NearMiss<Answer> script(String name, List<TimedFrame> script) {
        return new NearMiss<>(name, new Answer(script, right.serverExpects(), right.consoleSends()), Set.of());
    }

    private NearMiss<Answer> numbers(String name, long server, long console, boolean isConsoleRight) {
        Set<String> kept = Set.of("executed", isConsoleRight ? "console-state" : "server-state");
        return new NearMiss<>(name, new Answer(right.script(), server, console), kept);
    }

    private NearMiss<Answer> numbers(String name, long server, long console) {
        return new NearMiss<>(name, new Answer(right.script(), server, console), Set.of("executed"));
    }

    private static Ipv4 ip(byte[] frame) {
        return new Ipv4().place(frame, Ethernet.LENGTH_BYTES, frame.length);
    }

    private static Tcp tcp(byte[] frame) {
        return new Tcp().place(frame, TCP_AT, Ethernet.LENGTH_BYTES + ip(frame).totalLengthBytes());
    }
}
