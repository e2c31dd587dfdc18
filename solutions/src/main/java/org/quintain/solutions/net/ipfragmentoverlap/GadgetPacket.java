package org.quintain.solutions.net.ipfragmentoverlap;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.quintain.net.wire.Endpoints;
import org.quintain.net.wire.Frames;
import org.quintain.net.wire.Ipv4;
import org.quintain.net.wire.Udp;

/**
 * A UDP datagram made of gadgets, one behind the other, filled up with dots.
 *
 * <p>All held fragments are sent first, then all new ones; last the fragment with the UDP header, so that the packet is not
 * whole before the last overlap. The UDP checksum is 0: it would be right for one reading alone.
 */
final class GadgetPacket {
    private static final int UNIT = Ipv4.FRAGMENT_UNIT_BYTES;

    private record Part(Gadget gadget, int unit, String held, String fresh) {}

    private final List<Part> parts = new ArrayList<>();
    private int units = 1;

    /**
     * Appends a gadget.
     *
     * @param held what the earlier fragment says in the contested unit, at most 8 characters
     * @param fresh what the later one says there
     */
    GadgetPacket add(Gadget gadget, String held, String fresh) {
        parts.add(new Part(gadget, units, held, fresh));
        units += gadget.units();
        return this;
    }

    /** Where the contested unit of a gadget stands in the datagram's payload, in bytes. */
    int payloadOffset(int part) {
        return (parts.get(part).unit() - 1 + parts.get(part).gadget().contested()) * UNIT;
    }

    /** The frames in the order of sending. */
    List<byte[]> frames(Endpoints endpoints, int identification, int sourcePort, int destinationPort) {
        List<byte[]> frames = new ArrayList<>();
        for (Part part : parts) {
            Gadget gadget = part.gadget();
            frames.add(fragment(endpoints, identification, part, gadget.heldFrom, gadget.heldTo, part.held()));
        }
        for (Part part : parts) {
            Gadget gadget = part.gadget();
            frames.add(fragment(endpoints, identification, part, gadget.newFrom, gadget.newTo, part.fresh()));
        }
        byte[] header = new byte[Udp.LENGTH_BYTES];
        new Udp()
                .begin(header, 0)
                .sourcePort(sourcePort)
                .destinationPort(destinationPort)
                .datagramLengthBytes(units * UNIT)
                .checksum(Udp.NO_CHECKSUM);
        frames.add(Frames.fragment(endpoints, Ipv4.PROTOCOL_UDP, identification, 0, true, header));
        return frames;
    }

    private byte[] fragment(Endpoints endpoints, int identification, Part part, int from, int to, String text) {
        byte[] payload = new byte[(to - from) * UNIT];
        Arrays.fill(payload, (byte) '.');
        byte[] said = text.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(said, 0, payload, (part.gadget().contested() - from) * UNIT, said.length);
        boolean isMore = part.unit() + to < units;
        int offset = (part.unit() + from) * UNIT;
        return Frames.fragment(endpoints, Ipv4.PROTOCOL_UDP, identification, offset, isMore, payload);
    }
}
