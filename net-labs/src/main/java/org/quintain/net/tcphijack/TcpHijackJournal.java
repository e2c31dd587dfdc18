package org.quintain.net.tcphijack;

import org.quintain.net.sim.Port;
import org.quintain.net.sim.Tap;
import org.quintain.net.sim.tcp.TcpConnection;
import org.quintain.net.wire.Ethernet;
import org.quintain.net.wire.Flaw;
import org.quintain.net.wire.Ipv4;
import org.quintain.net.wire.Tcp;

/** What has become of the learner's segments at the server: how far they came, and what was wrong with the last of them. */
final class TcpHijackJournal implements Tap {
    private static final String TAKEN = "";

    private final TcpHijackTarget target;
    private final Port serverPort;
    private final Port learnerPort;
    private final Ethernet ethernet = new Ethernet();
    private final Ipv4 ip = new Ipv4();
    private final Tcp tcp = new Tcp();

    private long frames;
    private long packets;
    private long arrived;
    private long wrongChecksums;
    private long sound;
    private long fromConsole;
    private long syns;
    private long inSession;
    private long resets;
    private long texts;
    private String flaw = TAKEN;
    private boolean isTaken;

    TcpHijackJournal(TcpHijackTarget target) {
        this.target = target;
        serverPort = target.server().port(0);
        learnerPort = target.learner().port(0);
        serverPort.link().addTap(this);
        learnerPort.link().addTap(this);
    }

    @Override
    public void sent(long micros, Port from, byte[] frame, int origin) {
        if (from == learnerPort && ethernet.wrap(frame) == Flaw.NONE && ethernet.type() == Ethernet.TYPE_IPV4) {
            frames++;
            packets += isTcpForServer() ? 1 : 0;
        }
    }

    @Override
    public void delivered(long micros, Port to, byte[] frame, int origin) {
        boolean isForServer = to == serverPort
                && origin == target.learner().index()
                && ethernet.wrap(frame) == Flaw.NONE
                && ethernet.type() == Ethernet.TYPE_IPV4
                && ethernet.destination() == target.server().mac()
                && isTcpForServer()
                && tcp.wrap(ip) == Flaw.NONE;
        if (!isForServer) {
            return;
        }
        arrived++;
        if (!ip.isChecksumRight() || !tcp.isChecksumRight(ip)) {
            wrongChecksums++;
            return;
        }
        sound++;
        if (ip.source() == target.console().address()) {
            fromConsole++;
            syns += tcp.has(Tcp.SYN) ? 1 : 0;
            TcpConnection session = session();
            if (session != null) {
                step(session);
            }
        }
    }

    private boolean isTcpForServer() {
        return ip.wrap(ethernet) == Flaw.NONE
                && ip.protocol() == Ipv4.PROTOCOL_TCP
                && ip.destination() == target.server().address();
    }

    /** The server's end of the console's session that the segment claims to belong to, or null. */
    private TcpConnection session() {
        return target.stack().connections().stream()
                .filter(each -> each.localPort() == tcp.destinationPort()
                        && each.remotePort() == tcp.sourcePort()
                        && each.remoteAddress() == ip.source()
                        && target.operator().peerOf(each) != null)
                .findFirst()
                .orElse(null);
    }

    private void step(TcpConnection session) {
        inSession++;
        if (tcp.has(Tcp.RST)) {
            resets++;
        } else if (tcp.payloadLengthBytes() > 0) {
            texts++;
            flaw = flaw(session);
            isTaken |= flaw.equals(TAKEN);
        }
    }

    /** What the server will find wrong with a segment that has text (RFC 9293 section 3.10.7, first and fifth check). */
    private String flaw(TcpConnection session) {
        if (tcp.has(Tcp.SYN)) {
            return "executed-syn";
        }
        int from = tcp.sequenceNumber() - session.receiveNext();
        int acknowledged = tcp.acknowledgmentNumber() - session.sendNext();
        if (from + tcp.payloadLengthBytes() <= 0) {
            return "executed-sequence-old";
        } else if (from > 0) {
            return "executed-sequence-ahead";
        } else if (!tcp.has(Tcp.ACK)) {
            return "executed-no-ack";
        }
        int oldest = session.sendUnacknowledged() - session.sendNext() - 0xFFFF;
        return acknowledged > 0 || acknowledged < oldest ? "executed-acknowledgment" : TAKEN;
    }

    /** Segments that came to the server with a wrong checksum of IPv4 or TCP. */
    long wrongChecksums() {
        return wrongChecksums;
    }

    /** Why no text of the learner's was taken into the session, as a key of the brief; empty if some was. */
    String whyNotTaken() {
        if (isTaken) {
            return TAKEN;
        } else if (frames == 0) {
            return "executed-nothing";
        } else if (packets == 0) {
            return "executed-malformed";
        } else if (arrived == 0) {
            return "executed-elsewhere";
        } else if (sound == 0) {
            return "executed-checksum";
        } else if (fromConsole == 0) {
            return "executed-source";
        } else if (inSession == 0) {
            return syns > 0 ? "executed-own-connection" : "executed-port";
        } else if (texts == 0) {
            return resets > 0 ? "executed-reset" : "executed-silent";
        }
        return flaw;
    }
}
