package org.quintain.solutions.net.tcphijack;

import java.nio.charset.StandardCharsets;
import org.quintain.net.tcphijack.TcpHijackLab.Challenge;
import org.quintain.net.wire.Endpoints;
import org.quintain.net.wire.Ethernet;
import org.quintain.net.wire.Flaw;
import org.quintain.net.wire.Frames;
import org.quintain.net.wire.Ipv4;
import org.quintain.net.wire.Ipv4Address;
import org.quintain.net.wire.Tcp;

/**
 * Follows a session on a hub from its segments: whose MAC is whose, the console's port, and both next sequence numbers.
 *
 * <p>A segment's sequence number plus its length is what its sender sends next (RFC 9293 section 3.4).
 */
final class Eavesdropper {
    private static final String PROMPT = "> ";
    private static final int WINDOW = 4_096;

    private final int console;
    private final int server;
    private final int serverPort;
    private final Ethernet ethernet = new Ethernet();
    private final Ipv4 ip = new Ipv4();
    private final Tcp tcp = new Tcp();
    private long consoleMac;
    private long serverMac;
    private int consolePort;
    private int consoleNext;
    private int serverNext;
    private int acknowledged;
    private String lastSaid = "";

    /**
     * Has heard nothing yet.
     *
     * @param challenge says whose session it is
     */
    Eavesdropper(Challenge challenge) {
        console = Ipv4Address.of(challenge.consoleAddress());
        server = Ipv4Address.of(challenge.serverAddress());
        serverPort = challenge.serverPort();
    }

    /** Takes a frame, whatever it is. */
    void hear(byte[] frame) {
        boolean isSegment = ethernet.wrap(frame) == Flaw.NONE
                && ethernet.type() == Ethernet.TYPE_IPV4
                && ip.wrap(ethernet) == Flaw.NONE
                && ip.protocol() == Ipv4.PROTOCOL_TCP
                && tcp.wrap(ip) == Flaw.NONE;
        if (!isSegment) {
            return;
        }
        int next = tcp.sequenceNumber() + tcp.segmentLength();
        if (ip.source() == console && ip.destination() == server && tcp.destinationPort() == serverPort) {
            consoleMac = ethernet.source();
            serverMac = ethernet.destination();
            consolePort = tcp.sourcePort();
            consoleNext = next;
            acknowledged = tcp.acknowledgmentNumber();
            lastSaid = tcp.payloadLengthBytes() > 0 ? "" : lastSaid;
        } else if (ip.source() == server && ip.destination() == console && tcp.sourcePort() == serverPort) {
            serverNext = next;
            if (tcp.payloadLengthBytes() > 0) {
                lastSaid = new String(
                        tcp.array(), tcp.payloadOffset(), tcp.payloadLengthBytes(), StandardCharsets.ISO_8859_1);
            }
        }
    }

    /** Whether the server's last word was the prompt, and the console has it: nobody is typing, nothing is under way. */
    boolean isQuiet() {
        return lastSaid.endsWith(PROMPT) && acknowledged == serverNext;
    }

    /** The sequence number of the console's next byte. */
    int consoleNext() {
        return consoleNext;
    }

    /** A line in the console's name, with the numbers that the server expects. */
    byte[] forge(byte[] line) {
        Endpoints asConsole = new Endpoints(consoleMac, console, serverMac, server);
        return Frames.tcp(asConsole, consolePort, serverPort, consoleNext, serverNext, Tcp.PSH | Tcp.ACK, WINDOW, line);
    }
}
