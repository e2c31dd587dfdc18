package org.quintain.net.ipfragmentoverlap;

import java.util.ArrayList;
import java.util.List;
import org.quintain.net.sim.Port;
import org.quintain.net.sim.Tap;
import org.quintain.net.sim.host.Host;
import org.quintain.net.sim.host.UdpSocket;
import org.quintain.net.wire.Ipv4;
import org.quintain.net.wire.Ipv4Address;
import org.quintain.net.wire.Udp;

/**
 * A notice board: shows what comes to port {@value IpFragmentOverlapNotice#PORT} and tells everybody which bytes it has read.
 *
 * <p>It remembers its readings, and for each the frame that made the packet whole: two boards that read one broadcast packet
 * have the same frame there, the same array.
 */
final class IpFragmentOverlapBoard implements Tap {
    private static final int MAX_READINGS = 4_096;

    /**
     * What a board has shown.
     *
     * @param text without dots
     * @param frame that came last, compared by identity
     */
    record Reading(String text, byte[] frame) {}

    private final Host host;
    private final Port port;
    private final List<Reading> readings = new ArrayList<>();
    private byte[] latest;

    IpFragmentOverlapBoard(Host host) {
        this.host = host;
        port = host.port(0);
        port.link().addTap(this);
        host.bind(IpFragmentOverlapNotice.PORT, this::read);
    }

    @Override
    public void sent(long micros, Port from, byte[] frame, int origin) {}

    @Override
    public void delivered(long micros, Port to, byte[] frame, int origin) {
        if (to == port) {
            latest = frame;
        }
    }

    private void read(UdpSocket socket, Ipv4 packet, Udp datagram) {
        if (readings.size() < MAX_READINGS) {
            readings.add(new Reading(IpFragmentOverlapNotice.shown(datagram), latest));
        }
        int bytes = Math.min(datagram.payloadLengthBytes(), IpFragmentOverlapNotice.MAX_REPORT_BYTES);
        socket.send(
                Ipv4Address.BROADCAST,
                IpFragmentOverlapNotice.REPORT_PORT,
                datagram.array(),
                datagram.payloadOffset(),
                bytes);
    }

    /** Whether it has shown a text, exactly. */
    boolean hasShown(String text) {
        return readings.stream().anyMatch(reading -> reading.text().equals(text));
    }

    /** Whether it and another board have shown a text each that came in one packet. */
    boolean hasShownTogether(String text, IpFragmentOverlapBoard other, String otherText) {
        return readings.stream()
                .filter(reading -> reading.text().equals(text))
                .anyMatch(reading -> other.readings.stream()
                        .anyMatch(its ->
                                its.frame() == reading.frame() && its.text().equals(otherText)));
    }

    /** What it has shown, in order. */
    List<Reading> readings() {
        return readings;
    }

    /** The board's stack. */
    Host host() {
        return host;
    }
}
