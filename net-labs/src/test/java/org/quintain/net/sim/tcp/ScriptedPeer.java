package org.quintain.net.sim.tcp;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.quintain.core.derive.Seed;
import org.quintain.net.sim.Network;
import org.quintain.net.wire.Ipv4;
import org.quintain.net.wire.Ipv4Address;
import org.quintain.net.wire.Tcp;
import org.quintain.net.wire.TcpOptions;

/** One stack, "TCP Peer A" at ISS 100, against a peer whose segments a test writes as in the figures of RFC 9293. */
final class ScriptedPeer implements SegmentPath {
    static final int A = Ipv4Address.of("192.0.2.1");
    static final int B = Ipv4Address.of("192.0.2.2");
    static final int PORT_A = 23;
    static final int PORT_B = 4000;
    static final InitialSequencePolicy ISS_100 = noise -> (now, local, localPort, remote, remotePort) -> 100;

    final Network network = Network.standalone(Seed.of(new byte[32]));
    final TcpStack stack;
    final Recorder recorder = new Recorder();
    final List<String> sent = new ArrayList<>();
    private final Ipv4 packet = new Ipv4();

    ScriptedPeer(TcpPolicy policy) {
        stack = new TcpStack(this, policy.withInitialSequence(ISS_100), network.noise("test"));
    }

    static ScriptedPeer listening(TcpPolicy policy) {
        ScriptedPeer peer = new ScriptedPeer(policy);
        peer.stack.listen(PORT_A, connection -> peer.recorder);
        return peer;
    }

    /** Figure 6 with B as the active side, its ISS 300. */
    static ScriptedPeer established(TcpPolicy policy) {
        ScriptedPeer peer = listening(policy);
        peer.arrive(300, 0, Tcp.SYN, "");
        peer.arrive(301, 101, Tcp.ACK, "");
        peer.takeSent();
        return peer;
    }

    TcpConnection connect() {
        return stack.connect(PORT_A, B, PORT_B, recorder);
    }

    TcpConnection connection() {
        return stack.connections().get(0);
    }

    /** What was sent since the last call, in the RFC's notation. */
    List<String> takeSent() {
        List<String> taken = List.copyOf(sent);
        sent.clear();
        return taken;
    }

    void arrive(int sequence, int ack, int flags, String text) {
        arrive(sequence, ack, flags, 5000, text);
    }

    void arrive(int sequence, int ack, int flags, int window, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        Ipv4 ip = new Ipv4().begin(new byte[40 + bytes.length], 0).source(B).destination(A);
        ip.protocol(Ipv4.PROTOCOL_TCP);
        System.arraycopy(bytes, 0, ip.array(), 40, bytes.length);
        new Tcp()
                .begin(ip.array(), 20)
                .sourcePort(PORT_B)
                .destinationPort(PORT_A)
                .sequenceNumber(sequence)
                .acknowledgmentNumber(ack)
                .flags(flags)
                .window(window)
                .writeChecksum(ip);
        stack.receive(ip);
    }

    /** A SYN with an MSS option, or without one if it is negative. */
    void arriveSyn(int mss) {
        int headerBytes = mss < 0 ? 20 : 24;
        Ipv4 ip = new Ipv4().begin(new byte[20 + headerBytes], 0).source(B).destination(A);
        ip.protocol(Ipv4.PROTOCOL_TCP);
        Tcp tcp = new Tcp().begin(ip.array(), 20).sourcePort(PORT_B).destinationPort(PORT_A);
        tcp.sequenceNumber(300).flags(Tcp.SYN).window(5000);
        if (mss >= 0) {
            new TcpOptions().begin(tcp).maximumSegmentSizeBytes(mss).end(tcp);
        }
        tcp.writeChecksum(ip);
        stack.receive(ip);
    }

    @Override
    public Network network() {
        return network;
    }

    @Override
    public int address() {
        return A;
    }

    @Override
    public int maxSegmentBytes() {
        return 1460;
    }

    @Override
    public Ipv4 begin(int destination, int payloadBytes) {
        return packet.begin(new byte[20 + payloadBytes], 0)
                .protocol(Ipv4.PROTOCOL_TCP)
                .source(A)
                .destination(destination);
    }

    @Override
    public void send(Ipv4 out) {
        Tcp tcp = new Tcp();
        tcp.wrap(out);
        if (!tcp.isChecksumRight(out)) {
            throw new AssertionError("wrong checksum");
        }
        sent.add(format(tcp));
    }

    static String format(Tcp tcp) {
        StringBuilder text = new StringBuilder("<SEQ=" + Integer.toUnsignedString(tcp.sequenceNumber()) + ">");
        if (tcp.has(Tcp.ACK)) {
            text.append("<ACK=")
                    .append(Integer.toUnsignedString(tcp.acknowledgmentNumber()))
                    .append('>');
        }
        if (tcp.payloadLengthBytes() > 0) {
            text.append("<DATA=")
                    .append(new String(
                            tcp.array(), tcp.payloadOffset(), tcp.payloadLengthBytes(), StandardCharsets.US_ASCII))
                    .append('>');
        }
        List<String> controls = new ArrayList<>();
        String[] names = {"FIN", "SYN", "RST", null, "ACK"};
        for (int i : new int[] {1, 0, 2, 4}) {
            if (tcp.has(1 << i)) {
                controls.add(names[i]);
            }
        }
        return text + "<CTL=" + String.join(",", controls) + ">";
    }

    @Override
    public int ephemeralPort() {
        return 49152;
    }
}
