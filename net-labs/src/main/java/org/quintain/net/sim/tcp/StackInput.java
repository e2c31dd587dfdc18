package org.quintain.net.sim.tcp;

import org.quintain.net.wire.Flaw;
import org.quintain.net.wire.Icmpv4;
import org.quintain.net.wire.Ipv4;
import org.quintain.net.wire.Ipv4Address;
import org.quintain.net.wire.Tcp;

/** Finds out whom a segment is for: a connection, a listening port, nobody (RFC 9293 sections 3.10.7.1 and 3.10.7.2). */
final class StackInput {
    private final TcpStack stack;
    private final ConnectionTable table;
    private final Tcp tcp = new Tcp();
    private long droppedSegments;

    StackInput(TcpStack stack, ConnectionTable table) {
        this.stack = stack;
        this.table = table;
    }

    long droppedSegments() {
        return droppedSegments;
    }

    void receive(Ipv4 packet) {
        int remote = packet.source();
        // RFC 9293 section 3.9.2.3 (MUST-57, MUST-63): nothing that is for many, nothing from an invalid source.
        boolean isForMe = packet.destination() == stack.path().address() && packet.destination() != Ipv4Address.ANY;
        boolean isSound = isForMe
                && remote != Ipv4Address.ANY
                && remote != Ipv4Address.BROADCAST
                && !Ipv4Address.isMulticast(remote)
                && tcp.wrap(packet) == Flaw.NONE
                && tcp.isChecksumRight(packet);
        if (!isSound) {
            droppedSegments++;
            return;
        }
        TcpConnection c = table.find(tcp.destinationPort(), remote, tcp.sourcePort());
        if (c != null && isReopening(c)) {
            c.end(CloseReason.NORMAL);
            c = null;
        }
        if (c != null) {
            stack.inbound().arrive(c, tcp);
        } else {
            toNoConnection(remote);
        }
    }

    /** RFC 9293 section 3.10.7.4, TIME-WAIT (MAY-2): a new incarnation, its numbers beyond those of the old one. */
    private boolean isReopening(TcpConnection c) {
        return c.state == TcpState.TIME_WAIT
                && isFirstSyn()
                && Sequence.isBefore(c.rcvNxt, tcp.sequenceNumber())
                && stack.listener(c.localPort) != null;
    }

    private boolean isFirstSyn() {
        return (tcp.flags() & (Tcp.SYN | Tcp.ACK | Tcp.RST)) == Tcp.SYN;
    }

    private void toNoConnection(int remote) {
        if (tcp.has(Tcp.RST)) {
            return;
        }
        Listener listener = stack.listener(tcp.destinationPort());
        if (listener != null && !tcp.has(Tcp.ACK)) {
            if (tcp.has(Tcp.SYN)) {
                stack.synArrived(listener, remote, tcp);
            }
            return; // section 3.10.7.2, fourth: "drop the segment"
        }
        stack.outbound().resetFor(remote, tcp);
    }

    /**
     * An ICMP error. Only a connection that is being opened ends by it, for a hard error about its own SYN: in other states
     * they are as easy to forge as they are rare (RFC 5927 sections 4.1 and 5.2).
     */
    void error(Icmpv4 message, Ipv4 about) {
        if (message.type() != Icmpv4.UNREACHABLE
                || message.code() < Icmpv4.CODE_PROTOCOL
                || message.code() > Icmpv4.CODE_PORT) {
            return;
        }
        tcp.place(about.array(), about.payloadOffset(), about.payloadOffset() + 8);
        TcpConnection c = table.find(tcp.sourcePort(), about.destination(), tcp.destinationPort());
        if (c != null && c.state == TcpState.SYN_SENT && tcp.sequenceNumber() == c.iss) {
            c.end(CloseReason.REFUSED);
        }
    }
}
