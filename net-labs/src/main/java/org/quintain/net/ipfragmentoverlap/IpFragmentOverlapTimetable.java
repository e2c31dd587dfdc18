package org.quintain.net.ipfragmentoverlap;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.quintain.core.derive.Noise;
import org.quintain.net.sim.Recurring;
import org.quintain.net.sim.host.Host;
import org.quintain.net.sim.host.UdpSocket;
import org.quintain.net.wire.Ipv4;
import org.quintain.net.wire.Udp;

/**
 * The office's honest program: sends each board in turn, every 5 to 9 seconds, a timetable that is too long for one frame. A
 * board that has got it, unchanged, says so.
 */
final class IpFragmentOverlapTimetable {
    /** Port of the boards for timetables. */
    static final int PORT = 4200;

    /** A timetable without acknowledgement after this time counts as lost. */
    static final long PATIENCE_MICROS = 1_000_000;

    private static final long PAUSE_MICROS = 5_000_000;
    private static final int SPREAD_MICROS = 4_000_000;
    private static final int LEAST_BYTES = 1_600;
    private static final int BYTES_SPREAD = 2_400;

    private final Host office;
    private final List<Host> boards;
    private final Noise chance;
    private final UdpSocket socket;
    private byte[] latest = {};
    private long sentMicros = -PATIENCE_MICROS;
    private int sent;
    private int acknowledged;

    /** A program that begins when the clock moves. */
    IpFragmentOverlapTimetable(Host office, List<Host> boards) {
        this.office = office;
        this.boards = boards;
        chance = office.network().noise("timetable");
        socket = office.bind(0, (at, packet, datagram) -> acknowledged(datagram));
        boards.forEach(board -> board.bind(PORT, this::received));
        Recurring.start(office.network(), chance, PAUSE_MICROS, SPREAD_MICROS, this::send);
    }

    private void send() {
        Host board = boards.get(sent % boards.size());
        latest = new byte[LEAST_BYTES + chance.below(BYTES_SPREAD)];
        for (int i = 0; i < latest.length; i++) {
            latest[i] = (byte) ('0' + chance.below(10));
        }
        sent++;
        sentMicros = office.network().now();
        socket.send(board.address(), PORT, latest);
    }

    private void received(UdpSocket at, Ipv4 packet, Udp datagram) {
        boolean isRight = packet.source() == office.address()
                && Arrays.equals(
                        datagram.array(), datagram.payloadOffset(), datagram.limit(), latest, 0, latest.length);
        if (isRight) {
            byte[] answer = ("ok " + sent).getBytes(StandardCharsets.US_ASCII);
            at.send(packet.source(), datagram.sourcePort(), answer);
        }
    }

    private void acknowledged(Udp datagram) {
        String text = new String(
                datagram.array(), datagram.payloadOffset(), datagram.payloadLengthBytes(), StandardCharsets.ISO_8859_1);
        acknowledged += text.equals("ok " + sent) && acknowledged < sent ? 1 : 0;
    }

    /** Timetables sent so far. */
    int sent() {
        return sent;
    }

    /** Timetables that did not come through. */
    int missed() {
        boolean isOpen = office.network().now() - sentMicros <= PATIENCE_MICROS;
        return Math.max(0, sent - acknowledged - (isOpen ? 1 : 0));
    }
}
