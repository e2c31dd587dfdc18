package org.quintain.net.sim.dns;

import org.quintain.net.sim.host.UdpSocket;
import org.quintain.net.wire.Dns;
import org.quintain.net.wire.DnsCursor;
import org.quintain.net.wire.DnsName;
import org.quintain.net.wire.DnsSection;
import org.quintain.net.wire.DnsType;
import org.quintain.net.wire.DnsWriter;
import org.quintain.net.wire.Flaw;
import org.quintain.net.wire.Ipv4;
import org.quintain.net.wire.Udp;

/** A query that a server has taken, with all that its answer repeats (RFC 1035 section 4.1.1; RFC 6891 section 6). */
final class ReceivedQuery {
    private final UdpSocket socket;
    private final int asker;
    private final int askerPort;
    private final int id;
    private final int flags;
    /** With its letters as they were asked; null if the query has no question that can be read. */
    private final DnsName name;

    private final int type;
    private final int recordClass;
    private boolean hasOpt;
    private boolean isDnssecWanted;
    private int maxBytes = Dns.MAX_UDP_BYTES;

    private ReceivedQuery(UdpSocket socket, Ipv4 packet, Udp datagram, Dns dns, DnsCursor cursor, DnsName name) {
        this.socket = socket;
        this.asker = packet.source();
        this.askerPort = datagram.sourcePort();
        this.id = dns.id();
        this.flags = dns.flags();
        this.name = name;
        this.type = name == null ? 0 : cursor.type();
        this.recordClass = name == null ? 0 : cursor.recordClass();
    }

    /** A query that can at least be told that it is broken; its message was accepted and has not QR. */
    static ReceivedQuery read(UdpSocket socket, Ipv4 packet, Udp datagram, Dns dns) {
        DnsCursor cursor = new DnsCursor().wrap(dns);
        DnsName window = new DnsName();
        boolean isSound = dns.questionCount() == 1
                && cursor.next()
                && cursor.isQuestion()
                && cursor.readName(window) == Flaw.NONE;
        ReceivedQuery query = new ReceivedQuery(socket, packet, datagram, dns, cursor, isSound ? window.copy() : null);
        if (isSound) {
            query.readOpt(cursor);
        }
        return query;
    }

    private void readOpt(DnsCursor cursor) {
        while (!hasOpt && cursor.next()) {
            if (cursor.section() == DnsSection.ADDITIONAL && cursor.type() == DnsType.OPT) {
                hasOpt = true;
                isDnssecWanted = (cursor.timeToLiveSeconds() & Asker.DNSSEC_OK) != 0;
                maxBytes = Math.max(Dns.MAX_UDP_BYTES, Math.min(Asker.UDP_BYTES, cursor.recordClass()));
            }
        }
    }

    /** Why it is not looked up at all, as a response code, or {@link Dns#NO_ERROR}. */
    int refusal() {
        if ((flags >>> 11 & 0xF) != Dns.OPCODE_QUERY) {
            return Dns.NOT_IMPLEMENTED;
        }
        if (name == null) {
            return Dns.FORMAT_ERROR;
        }
        return recordClass == Dns.CLASS_IN ? Dns.NO_ERROR : Dns.REFUSED;
    }

    /** Begins the answer: header and question. */
    DnsWriter begin(DnsWriter writer, int responseCode) {
        writer.begin(id);
        writer.header()
                .response(true)
                .opcode(flags >>> 11 & 0xF)
                .recursionDesired(isRecursionWanted())
                .responseCode(responseCode);
        return name == null ? writer : writer.question(name, type, recordClass);
    }

    /** Ends the answer and sends it; one that is too long for the asker is cut behind its question, with TC. */
    void send(DnsWriter writer) {
        if (hasOpt) {
            long flagsOfOpt = isDnssecWanted ? Asker.DNSSEC_OK : 0;
            writer.section(DnsSection.ADDITIONAL)
                    .data(new DnsName(), DnsType.OPT, Asker.UDP_BYTES, flagsOfOpt, new byte[0]);
        }
        if (writer.lengthBytes() > maxBytes) {
            int flagsSoFar = writer.header().flags();
            begin(writer, Dns.NO_ERROR).header().flags(flagsSoFar).truncated(true);
        }
        byte[] message = writer.toBytes();
        socket.send(asker, askerPort, message);
    }

    /** Answers with a response code and no record. */
    void refuse(DnsWriter writer, int responseCode) {
        send(begin(writer, responseCode));
    }

    DnsName name() {
        return name;
    }

    int type() {
        return type;
    }

    boolean isRecursionWanted() {
        return (flags & 0x100) != 0;
    }

    boolean isDnssecWanted() {
        return isDnssecWanted;
    }
}
