package org.quintain.net.tcphandshakemanual;

import org.quintain.net.sim.Port;
import org.quintain.net.sim.Tap;
import org.quintain.net.wire.Ethernet;
import org.quintain.net.wire.Flaw;
import org.quintain.net.wire.Ipv4;
import org.quintain.net.wire.Tcp;

/** What the cables of station and learner have seen of a handshake: how far it came, and what was wrong with it. */
final class TcpHandshakeManualJournal implements Tap {
    private static final String HALF_OPEN = "established-half-open";

    private final TcpHandshakeManualTarget target;
    private final Port stationPort;
    private final Port learnerPort;
    private final Ethernet ethernet = new Ethernet();
    private final Ipv4 ip = new Ipv4();
    private final Tcp tcp = new Tcp();

    private long frames;
    private long packets;
    private long arrived;
    private long wrongIpChecksums;
    private long wrongTcpChecksums;
    private long sound;
    private long fromElsewhere;
    private long forPort;
    private long syns;
    private long synAcks;
    private long resets;
    private int clientPort;
    private int clientNumber;
    private int stationNumber;
    private String acknowledgmentFlaw = HALF_OPEN;

    TcpHandshakeManualJournal(TcpHandshakeManualTarget target) {
        this.target = target;
        stationPort = target.station().port(0);
        learnerPort = target.learner().port(0);
        stationPort.link().addTap(this);
        learnerPort.link().addTap(this);
    }

    @Override
    public void sent(long micros, Port from, byte[] frame, int origin) {
        if (from == learnerPort) {
            boolean isIpv4 = ethernet.wrap(frame) == Flaw.NONE && ethernet.type() == Ethernet.TYPE_IPV4;
            frames += isIpv4 ? 1 : 0;
            packets += isIpv4
                            && isTcpPacket()
                            && ip.destination() == target.station().address()
                    ? 1
                    : 0;
        } else if (from == stationPort && isSegment(frame)) {
            boolean isSynAck = tcp.has(Tcp.SYN | Tcp.ACK)
                    && ip.destination() == target.ownAddress()
                    && tcp.destinationPort() == clientPort;
            if (isSynAck) {
                synAcks++;
                stationNumber = tcp.sequenceNumber();
            }
        }
    }

    @Override
    public void delivered(long micros, Port to, byte[] frame, int origin) {
        boolean isForStation = to == stationPort
                && origin == target.learner().index()
                && isSegment(frame)
                && ip.destination() == target.station().address()
                && ethernet.destination() == target.station().mac();
        if (!isForStation) {
            return;
        }
        arrived++;
        if (!ip.isChecksumRight()) {
            wrongIpChecksums++;
        } else if (!tcp.isChecksumRight(ip)) {
            wrongTcpChecksums++;
        } else {
            sound++;
            if (ip.source() != target.ownAddress()) {
                fromElsewhere++;
            } else if (tcp.destinationPort() == target.port()) {
                forPort++;
                step();
            }
        }
    }

    /** Takes a segment of the learner's that could be part of a handshake; of those behind a SYN the first one tells most. */
    private void step() {
        if (tcp.has(Tcp.RST)) {
            resets += syns > 0 && tcp.sourcePort() == clientPort ? 1 : 0;
        } else if (tcp.has(Tcp.SYN)) {
            if (!tcp.has(Tcp.ACK)) {
                syns++;
                clientPort = tcp.sourcePort();
                clientNumber = tcp.sequenceNumber();
                acknowledgmentFlaw = HALF_OPEN;
            }
        } else if (synAcks > 0 && acknowledgmentFlaw.equals(HALF_OPEN)) {
            acknowledgmentFlaw = tcp.has(Tcp.ACK) ? acknowledgmentFlaw() : "established-no-ack";
        }
    }

    /** What is wrong with a segment that should complete the handshake. */
    private String acknowledgmentFlaw() {
        if (tcp.sourcePort() != clientPort) {
            return "established-other-port";
        } else if (tcp.acknowledgmentNumber() == stationNumber) {
            return "established-ack-one";
        } else if (tcp.acknowledgmentNumber() != stationNumber + 1) {
            return "established-ack";
        }
        return tcp.sequenceNumber() == clientNumber ? "established-sequence-one" : "established-sequence";
    }

    private boolean isSegment(byte[] frame) {
        return ethernet.wrap(frame) == Flaw.NONE
                && ethernet.type() == Ethernet.TYPE_IPV4
                && isTcpPacket()
                && tcp.wrap(ip) == Flaw.NONE;
    }

    private boolean isTcpPacket() {
        return ip.wrap(ethernet) == Flaw.NONE && ip.protocol() == Ipv4.PROTOCOL_TCP;
    }

    /** Segments that came to the station with a wrong checksum of TCP. */
    long wrongTcpChecksums() {
        return wrongTcpChecksums;
    }

    /** Segments that came to the station with a wrong checksum in the IPv4 header. */
    long wrongIpChecksums() {
        return wrongIpChecksums;
    }

    /** Why there is no connection: the first step that no segment of the learner's has taken. A key of the brief. */
    String whyNotEstablished() {
        if (frames == 0) {
            return "established-nothing";
        } else if (packets == 0) {
            return "established-malformed";
        } else if (arrived == 0) {
            return "established-elsewhere";
        } else if (sound == 0) {
            return wrongTcpChecksums > 0 ? "established-checksum" : "established-ip-checksum";
        } else if (forPort == 0) {
            return fromElsewhere == sound ? "established-source" : "established-port";
        } else if (syns == 0) {
            return "established-no-syn";
        } else if (synAcks == 0) {
            return "established-arp";
        }
        return resets > 0 ? "established-reset" : acknowledgmentFlaw;
    }
}
