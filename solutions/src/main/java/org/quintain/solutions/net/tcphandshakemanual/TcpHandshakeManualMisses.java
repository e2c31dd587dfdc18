package org.quintain.solutions.net.tcphandshakemanual;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.quintain.core.Bytes;
import org.quintain.core.contract.NearMiss;
import org.quintain.net.sim.TimedFrame;
import org.quintain.net.tcphandshakemanual.TcpHandshakeManualLab.Answer;
import org.quintain.net.tcphandshakemanual.TcpHandshakeManualLab.Challenge;
import org.quintain.net.wire.Ethernet;
import org.quintain.net.wire.Ipv4;
import org.quintain.net.wire.Tcp;

/**
 * Wrong answers that learners give. The right script is ARP request, SYN, ARP reply, ACK, request, ACK of the answer; what
 * the reference has sent is changed, with checksums right again unless they are the mistake.
 */
final class TcpHandshakeManualMisses {
    private static final int SYN = 1;
    private static final int ARP_REPLY = 2;
    private static final int ACK = 3;
    private static final int REQUEST = 4;
    private static final int LAST_ACK = 5;
    private static final int TCP_AT = Ethernet.LENGTH_BYTES + Ipv4.MIN_LENGTH_BYTES;

    private final List<TimedFrame> right;

    private TcpHandshakeManualMisses(Answer right) {
        this.right = right.script();
    }

    static List<NearMiss<Answer>> of(Challenge challenge, Answer right) {
        if (right.script().size() != LAST_ACK + 1) {
            throw new IllegalArgumentException(
                    "six frames wanted: frames=" + right.script().size());
        }
        return new TcpHandshakeManualMisses(right).all(challenge);
    }

    /** Each of them; where 2^32 - 1 is to be acknowledged, an acknowledgment number left 0 is no mistake. */
    private List<NearMiss<Answer>> all(Challenge challenge) {
        List<NearMiss<Answer>> all = new ArrayList<>(misses(challenge));
        all.removeIf(miss -> miss.answer().script().size() == right.size()
                && miss.answer().script().get(ACK).equals(right.get(ACK))
                && miss.mayKeep().isEmpty());
        return all;
    }

    private List<NearMiss<Answer>> misses(Challenge challenge) {
        return List.of(
                miss("nothing but the question for the station's MAC", right.subList(0, SYN)),
                miss("the station's ARP request not answered", right.subList(0, ARP_REPLY)),
                miss("two segments: the SYN-ACK not acknowledged", right.subList(0, ACK)),
                miss("reset where the ACK belongs", reset()),
                miss("acknowledgment one too small", changed(ACK, LAST_ACK, t -> t.acknowledgmentNumber(ack(t) - 1))),
                miss("acknowledgment one too big", changed(ACK, LAST_ACK, t -> t.acknowledgmentNumber(ack(t) + 1))),
                miss("acknowledgment number left 0", changed(ACK, LAST_ACK, t -> t.acknowledgmentNumber(0))),
                miss("no ACK flag", changed(ACK, LAST_ACK, t -> t.flags(t.flags() & ~Tcp.ACK))),
                miss("SYN with ACK", changed(SYN, LAST_ACK, t -> t.flags(t.flags() | Tcp.SYN | Tcp.ACK))),
                miss("another source port for each segment", otherPorts()),
                miss(
                        "a port that is closed",
                        changed(SYN, LAST_ACK, t -> t.destinationPort(challenge.stationPort() + 1))),
                miss("checksum left 0", broken(0)),
                miss("checksum not of this segment", broken(1)),
                miss("frames to nobody's MAC", astray()),
                miss("frames without their Ethernet header", bare()),
                miss("connected and silent", right.subList(0, REQUEST), "established"),
                miss(
                        "sequence number one too small",
                        changed(ACK, LAST_ACK, t -> t.sequenceNumber(t.sequenceNumber() - 1)),
                        "established"),
                miss(
                        "sequence number one too big",
                        changed(ACK, LAST_ACK, t -> t.sequenceNumber(t.sequenceNumber() + 1)),
                        "established"),
                miss("line without its end", spaced(2), "established"),
                miss("only a line feed missing", spaced(1), "established"),
                miss("answer not acknowledged", right.subList(0, LAST_ACK), "established", "served"),
                miss(
                        "answer acknowledged short of one byte",
                        changed(LAST_ACK, LAST_ACK, t -> t.acknowledgmentNumber(ack(t) - 1)),
                        "established",
                        "served"));
    }

    private static int ack(Tcp segment) {
        return segment.acknowledgmentNumber();
    }

    private static NearMiss<Answer> miss(String name, List<TimedFrame> script, String... mayKeep) {
        return new NearMiss<>(name, new Answer(script), Set.of(mayKeep));
    }

    /** Segments from one place of the script to another, changed, their checksums computed anew. */
    private List<TimedFrame> changed(int first, int last, Consumer<Tcp> change) {
        List<TimedFrame> script = new ArrayList<>(right);
        for (int i = first; i <= last; i++) {
            if (i != ARP_REPLY) {
                byte[] frame = right.get(i).frame().toArray();
                change.accept(tcp(frame));
                tcp(frame).writeChecksum(ip(frame));
                script.set(i, new TimedFrame(right.get(i).atMicros(), Bytes.of(frame)));
            }
        }
        return script;
    }

    private static Ipv4 ip(byte[] frame) {
        return new Ipv4().place(frame, Ethernet.LENGTH_BYTES, frame.length);
    }

    private static Tcp tcp(byte[] frame) {
        return new Tcp().place(frame, TCP_AT, Ethernet.LENGTH_BYTES + ip(frame).totalLengthBytes());
    }

    /** What a learner's own system would do, which knows nothing of the connection. */
    private List<TimedFrame> reset() {
        return changed(ACK, ACK, t -> t.flags(Tcp.RST | Tcp.ACK)).subList(0, REQUEST);
    }

    private List<TimedFrame> otherPorts() {
        int[] port = {40_000};
        return changed(ACK, LAST_ACK, t -> t.sourcePort(port[0]++));
    }

    /** The checksums of TCP 0, or off by some; 0 is never right for these segments by more than chance. */
    private List<TimedFrame> broken(int by) {
        List<TimedFrame> script = new ArrayList<>(right);
        for (int i = SYN; i <= LAST_ACK; i++) {
            if (i != ARP_REPLY) {
                byte[] frame = right.get(i).frame().toArray();
                tcp(frame).checksum(by == 0 ? 0 : tcp(frame).checksum() + by);
                script.set(i, new TimedFrame(right.get(i).atMicros(), Bytes.of(frame)));
            }
        }
        return script;
    }

    private List<TimedFrame> astray() {
        return framed(frame -> {
            byte[] copy = frame.clone();
            Ethernet ethernet = new Ethernet().place(copy, 0, copy.length);
            ethernet.destination(ethernet.destination() ^ 1);
            return Bytes.of(copy);
        });
    }

    private List<TimedFrame> bare() {
        return framed(frame -> Bytes.of(frame, Ethernet.LENGTH_BYTES, frame.length));
    }

    private interface Framing {
        Bytes apply(byte[] frame);
    }

    private List<TimedFrame> framed(Framing framing) {
        return right.stream()
                .map(timed -> new TimedFrame(
                        timed.atMicros(), framing.apply(timed.frame().toArray())))
                .toList();
    }

    /** The last characters of the request replaced by spaces. */
    private List<TimedFrame> spaced(int characters) {
        return changed(REQUEST, REQUEST, t -> {
            int end = t.payloadOffset() + t.payloadLengthBytes();
            for (int i = end - characters; i < end; i++) {
                t.array()[i] = ' ';
            }
        });
    }
}
