package org.quintain.net.dnsanswerspoof;

import org.quintain.net.dnsanswerspoof.DnsAnswerSpoofVisits.Visit;
import org.quintain.net.sim.Port;
import org.quintain.net.sim.Tap;
import org.quintain.net.sim.host.Host;
import org.quintain.net.wire.Dns;
import org.quintain.net.wire.DnsName;
import org.quintain.net.wire.DnsType;
import org.quintain.net.wire.Ethernet;
import org.quintain.net.wire.Flaw;
import org.quintain.net.wire.Ipv4;
import org.quintain.net.wire.MacAddress;
import org.quintain.net.wire.Udp;

/**
 * What the cables of board and learner have seen: how far the learner's answers came, and where the board's requests went.
 * It explains; whether an answer was believed is read from the board's visits.
 */
final class DnsAnswerSpoofJournal implements Tap {
    /** How far an answer of the learner's came at best, each further than the one before. */
    enum Reach {
        /** No datagram was sent. */
        NOTHING,
        /** Not to the board's addresses. */
        ELSEWHERE,
        /** To the board, but no DNS answer, or a length or checksum is wrong. */
        BROKEN,
        /** No question about the name was open, and it has not the identifier of the last one. */
        UNASKED,
        /** It has the identifier of the last question, which was answered already. */
        LATE,
        /** A question was open, at another port. */
        PORT,
        /** The port is right, the identifier is not. */
        ID,
        /** Not from the name server's address and port. */
        SOURCE,
        /** It repeats another question. */
        QUESTION,
        /** The letters of the question are in another case. */
        CASE,
        /** All that an asker compares is right (RFC 5452 section 9.1). */
        MATCHED
    }

    /** The board's last question about the name. */
    private static final class Question {
        private final int id;
        private final int port;
        private final byte[] bytes;
        private boolean isAnswered;

        Question(int id, int port, byte[] bytes) {
            this.id = id;
            this.port = port;
            this.bytes = bytes;
        }
    }

    private final DnsAnswerSpoofTarget target;
    private final DnsName name;
    private final Port boardPort;
    private final Port learnerPort;
    private final Ethernet ethernet = new Ethernet();
    private final Ipv4 ip = new Ipv4();
    private final Udp udp = new Udp();
    private final Dns dns = new Dns();
    private Question last;
    private Reach reach = Reach.NOTHING;
    private boolean wasVisitedByBoard;
    private boolean wasRequestMisled;

    DnsAnswerSpoofJournal(DnsAnswerSpoofTarget target) {
        this.target = target;
        name = DnsName.of(target.name());
        boardPort = target.board().port(0);
        learnerPort = target.learner().port(0);
        boardPort.link().addTap(this);
        learnerPort.link().addTap(this);
    }

    @Override
    public void sent(long micros, Port from, byte[] frame, int origin) {
        if (from == learnerPort && isDatagram(frame)) {
            reached(Reach.ELSEWHERE);
        } else if (from == boardPort && isSoundDatagram(frame)) {
            wasRequestMisled |= isForgedVisit() && isStation(ethernet.destination());
            boolean isQuestion = udp.destinationPort() == Dns.PORT
                    && dns.wrap(udp) == Flaw.NONE
                    && !dns.isResponse()
                    && dns.hasQuestion(name, DnsType.A, Dns.CLASS_IN);
            if (isQuestion) {
                byte[] bytes = new byte[name.lengthBytes() + 4];
                System.arraycopy(dns.array(), dns.offset() + Dns.LENGTH_BYTES, bytes, 0, bytes.length);
                last = new Question(dns.id(), udp.sourcePort(), bytes);
            }
        }
    }

    @Override
    public void delivered(long micros, Port to, byte[] frame, int origin) {
        if (to == learnerPort && origin == target.board().index() && isSoundDatagram(frame)) {
            wasVisitedByBoard |= isForgedVisit() && !isStation(ethernet.destination());
        } else if (to == boardPort && isForBoard(frame)) {
            boolean isAnswer =
                    isSoundDatagram(frame) && udp.isChecksumRight(ip) && dns.wrap(udp) == Flaw.NONE && dns.isResponse();
            if (origin == target.learner().index()) {
                boolean isReply =
                        isDatagram(frame) && udp.wrap(ip) == Flaw.NONE && udp.sourcePort() == DnsAnswerSpoofVisits.PORT;
                reached(isAnswer ? compared() : isReply ? Reach.ELSEWHERE : Reach.BROKEN);
            } else if (isAnswer && last != null && last.id == dns.id() && last.port == udp.destinationPort()) {
                last.isAnswered = true;
            }
        }
    }

    private void reached(Reach further) {
        reach = further.compareTo(reach) > 0 ? further : reach;
    }

    /** What an asker compares, in the simulator's order. */
    private Reach compared() {
        if (last == null || last.isAnswered) {
            return last != null && last.id == dns.id() ? Reach.LATE : Reach.UNASKED;
        } else if (udp.destinationPort() != last.port) {
            return Reach.PORT;
        } else if (dns.id() != last.id) {
            return Reach.ID;
        } else if (ip.source() != target.nameServer().address() || udp.sourcePort() != Dns.PORT) {
            return Reach.SOURCE;
        } else if (!dns.hasQuestion(name, DnsType.A, Dns.CLASS_IN)) {
            return Reach.QUESTION;
        }
        int from = dns.offset() + Dns.LENGTH_BYTES;
        for (int i = 0; i < last.bytes.length; i++) {
            if (last.bytes[i] != dns.array()[from + i]) {
                return Reach.CASE;
            }
        }
        return Reach.MATCHED;
    }

    private boolean isForBoard(byte[] frame) {
        return isDatagram(frame)
                && ip.destination() == target.board().address()
                && (ethernet.destination() == target.board().mac() || MacAddress.isGroup(ethernet.destination()));
    }

    /** Whether a frame says of itself that it is a UDP datagram. */
    private boolean isDatagram(byte[] frame) {
        return ethernet.wrap(frame) == Flaw.NONE
                && ethernet.type() == Ethernet.TYPE_IPV4
                && ip.wrap(ethernet) == Flaw.NONE
                && ip.protocol() == Ipv4.PROTOCOL_UDP;
    }

    private boolean isSoundDatagram(byte[] frame) {
        return isDatagram(frame) && !ip.isFragment() && ip.isChecksumRight() && udp.wrap(ip) == Flaw.NONE;
    }

    /** Whether the datagram goes to an address that the board was told by a forged answer. */
    private boolean isForgedVisit() {
        if (udp.destinationPort() != DnsAnswerSpoofVisits.PORT) {
            return false;
        }
        for (Visit visit : target.visits().visits()) {
            if (isMisleading(visit) && visit.address() == ip.destination()) {
                return true;
            }
        }
        return false;
    }

    /** Whether the board believed an answer of the learner's, and that with another address than the true one. */
    boolean isMisleading(Visit visit) {
        return visit.isForged() && visit.address() != target.timetable().address();
    }

    private boolean isStation(long mac) {
        for (Host station : target.stations()) {
            if (station.mac() == mac) {
                return true;
            }
        }
        return false;
    }

    /** How far the learner's best answer came. */
    Reach reach() {
        return reach;
    }

    /** Whether a request of the board's for the timetable came to the learner, because of a forged answer. */
    boolean wasVisitedByBoard() {
        return wasVisitedByBoard;
    }

    /** Whether such a request went to another station. */
    boolean wasRequestMisled() {
        return wasRequestMisled;
    }
}
