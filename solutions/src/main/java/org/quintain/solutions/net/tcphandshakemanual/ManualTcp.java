package org.quintain.solutions.net.tcphandshakemanual;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.quintain.net.tcphandshakemanual.TcpHandshakeManualLab.Challenge;
import org.quintain.net.wire.Arp;
import org.quintain.net.wire.Endpoints;
import org.quintain.net.wire.Ethernet;
import org.quintain.net.wire.Flaw;
import org.quintain.net.wire.Frames;
import org.quintain.net.wire.Ipv4;
import org.quintain.net.wire.Ipv4Address;
import org.quintain.net.wire.MacAddress;
import org.quintain.net.wire.Tcp;
import org.quintain.solutions.net.Recorder;

/**
 * As much of a stack as one connection needs: it answers ARP, and keeps SND.NXT and RCV.NXT (RFC 9293 section 3.3.1).
 *
 * <p>A SYN and a FIN take one sequence number each, a byte of text takes one, a bare acknowledgment none (section 3.4).
 */
final class ManualTcp {
    private static final int CLIENT_PORT = 50_000;
    private static final int WINDOW = 4_096;
    private static final byte[] NO_TEXT = {};

    private final Recorder recorder;
    private final int own;
    private final int station;
    private final int stationPort;
    private final Ethernet ethernet = new Ethernet();
    private final Arp arp = new Arp();
    private final Ipv4 ip = new Ipv4();
    private final Tcp tcp = new Tcp();
    private final ByteArrayOutputStream heard = new ByteArrayOutputStream();
    private long stationMac = MacAddress.NONE;
    private boolean isOpen;
    private boolean isPeerClosed;
    private int sndNxt;
    private int rcvNxt;

    /**
     * A stack without a connection.
     *
     * @param recorder sends
     * @param challenge says who is where
     * @param firstNumber ISS, the learner's own initial sequence number, any 32 bits
     */
    ManualTcp(Recorder recorder, Challenge challenge, int firstNumber) {
        this.recorder = recorder;
        own = Ipv4Address.of(challenge.ownAddress());
        station = Ipv4Address.of(challenge.stationAddress());
        stationPort = challenge.stationPort();
        sndNxt = firstNumber;
    }

    /** Asks for the station's MAC address. */
    void resolve() {
        recorder.send(Frames.arpRequest(recorder.mac(), own, station));
    }

    /** First segment: SYN. */
    void synchronize() {
        send(Tcp.SYN, 0, NO_TEXT);
        sndNxt++;
    }

    /** A line, acknowledging all that has come. */
    void say(String line) {
        byte[] text = (line + "\r\n").getBytes(StandardCharsets.US_ASCII);
        send(Tcp.PSH | Tcp.ACK, rcvNxt, text);
        sndNxt += text.length;
    }

    /** Takes the frames that come in a time, and answers what has to be answered. */
    void listen(long micros) {
        for (byte[] frame : recorder.listen(micros)) {
            if (ethernet.wrap(frame) != Flaw.NONE) {
                continue;
            }
            if (ethernet.type() == Ethernet.TYPE_ARP && arp.wrap(ethernet) == Flaw.NONE) {
                takeArp();
            } else if (ethernet.type() == Ethernet.TYPE_IPV4
                    && ip.wrap(ethernet) == Flaw.NONE
                    && ip.destination() == own
                    && ip.protocol() == Ipv4.PROTOCOL_TCP
                    && tcp.wrap(ip) == Flaw.NONE
                    && tcp.destinationPort() == CLIENT_PORT) {
                takeSegment();
            }
        }
    }

    /** Who asks for us is told; who answers is believed. */
    private void takeArp() {
        if (arp.target() != own) {
            return;
        }
        if (arp.operation() == Arp.REQUEST) {
            recorder.send(Frames.arpReply(recorder.mac(), own, arp.senderMac(), arp.sender()));
        } else if (arp.sender() == station) {
            stationMac = arp.senderMac();
        }
    }

    private void takeSegment() {
        if (tcp.has(Tcp.SYN | Tcp.ACK) && !isOpen) {
            isOpen = true;
            rcvNxt = tcp.sequenceNumber() + 1; // the SYN takes a number
            send(Tcp.ACK, rcvNxt, NO_TEXT);
        } else if (isOpen && tcp.segmentLength() > 0 && tcp.sequenceNumber() == rcvNxt) {
            heard.write(tcp.array(), tcp.payloadOffset(), tcp.payloadLengthBytes());
            rcvNxt += tcp.segmentLength();
            isPeerClosed |= tcp.has(Tcp.FIN);
            send(Tcp.ACK, rcvNxt, NO_TEXT);
        }
    }

    /** Ends this side, too. */
    void close() {
        send(Tcp.FIN | Tcp.ACK, rcvNxt, NO_TEXT);
        sndNxt++;
    }

    private void send(int flags, int acknowledgment, byte[] text) {
        Endpoints endpoints = new Endpoints(recorder.mac(), own, stationMac, station);
        recorder.send(Frames.tcp(endpoints, CLIENT_PORT, stationPort, sndNxt, acknowledgment, flags, WINDOW, text));
    }

    boolean isOpen() {
        return isOpen;
    }

    boolean isPeerClosed() {
        return isPeerClosed;
    }

    /** What the station has said. */
    String heard() {
        return heard.toString(StandardCharsets.US_ASCII);
    }
}
