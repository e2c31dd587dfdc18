package org.quintain.net.wire;

import java.util.ArrayList;
import java.util.List;

/**
 * Whole Ethernet frames, right in every length and checksum, padded to 60 bytes (RFC 894).
 *
 * <p>IPv4 packets have time to live 64, identification 0 and DF set: no fragments, so no number is needed (RFC 6864
 * section 4.1). To change a field, {@code place} a header on the frame, set it and write the checksums again.
 */
public final class Frames {
    private static final int IPV4_AT = Ethernet.LENGTH_BYTES;
    private static final int TRANSPORT_AT = IPV4_AT + Ipv4.MIN_LENGTH_BYTES;
    private static final int PLAIN_TCP_AT = TRANSPORT_AT + Tcp.MIN_LENGTH_BYTES;

    private Frames() {}

    /** Asks everybody for the station of an address (RFC 826, Packet Generation). */
    public static byte[] arpRequest(long senderMac, int sender, int target) {
        return arp(MacAddress.BROADCAST, senderMac, Arp.REQUEST, senderMac, sender, MacAddress.NONE, target);
    }

    /** Tells one station that the sender's address is at the sender's station (RFC 826, Packet Reception). */
    public static byte[] arpReply(long senderMac, int sender, long targetMac, int target) {
        return arp(targetMac, senderMac, Arp.REPLY, senderMac, sender, targetMac, target);
    }

    /** Tells everybody: an ARP announcement, a request for one's own address (RFC 5227 section 2.3). */
    public static byte[] gratuitousArp(long senderMac, int sender) {
        return arpRequest(senderMac, sender, sender);
    }

    /** Any ARP packet in any frame, for what the others do not say. */
    public static byte[] arp(
            long destinationMac,
            long sourceMac,
            int operation,
            long senderMac,
            int sender,
            long targetMac,
            int target) {
        byte[] frame = new byte[Ethernet.MIN_FRAME_BYTES];
        new Ethernet()
                .begin(frame, 0)
                .destination(destinationMac)
                .source(sourceMac)
                .type(Ethernet.TYPE_ARP);
        new Arp()
                .begin(frame, Ethernet.LENGTH_BYTES)
                .operation(operation)
                .senderMac(senderMac)
                .sender(sender)
                .targetMac(targetMac)
                .target(target);
        return frame;
    }

    /**
     * An IPv4 packet.
     *
     * @param protocol 8 bits
     * @param payload 0 to 65,515 bytes; the frame is as long as it must be, whatever an Ethernet takes
     */
    public static byte[] ipv4(Endpoints endpoints, int protocol, byte[] payload) {
        byte[] frame = frame(endpoints, protocol, payload.length);
        System.arraycopy(payload, 0, frame, TRANSPORT_AT, payload.length);
        return frame;
    }

    /** A UDP datagram; the payload has 0 to 65,507 bytes. */
    public static byte[] udp(Endpoints endpoints, int sourcePort, int destinationPort, byte[] payload) {
        int bytes = Udp.LENGTH_BYTES + payload.length;
        byte[] frame = frame(endpoints, Ipv4.PROTOCOL_UDP, bytes);
        System.arraycopy(payload, 0, frame, TRANSPORT_AT + Udp.LENGTH_BYTES, payload.length);
        new Udp()
                .begin(frame, TRANSPORT_AT, TRANSPORT_AT + bytes)
                .sourcePort(sourcePort)
                .destinationPort(destinationPort)
                .writeChecksum(ip(frame));
        return frame;
    }

    /**
     * A TCP segment without options.
     *
     * @param sequenceNumber 32 bits
     * @param acknowledgmentNumber 32 bits
     * @param flags as {@link Tcp#SYN} and its like, added
     * @param window 16 bits
     * @param payload 0 to 65,495 bytes
     */
    public static byte[] tcp(
            Endpoints endpoints,
            int sourcePort,
            int destinationPort,
            int sequenceNumber,
            int acknowledgmentNumber,
            int flags,
            int window,
            byte[] payload) {
        int end = PLAIN_TCP_AT + payload.length;
        byte[] frame = frame(endpoints, Ipv4.PROTOCOL_TCP, end - TRANSPORT_AT);
        System.arraycopy(payload, 0, frame, PLAIN_TCP_AT, payload.length);
        new Tcp()
                .begin(frame, TRANSPORT_AT, end)
                .sourcePort(sourcePort)
                .destinationPort(destinationPort)
                .sequenceNumber(sequenceNumber)
                .acknowledgmentNumber(acknowledgmentNumber)
                .flags(flags)
                .window(window)
                .writeChecksum(ip(frame));
        return frame;
    }

    /** An echo; the payload has 0 to 65,507 bytes. */
    public static byte[] icmpEchoRequest(Endpoints endpoints, int identifier, int sequenceNumber, byte[] payload) {
        return icmp(endpoints, Icmpv4.ECHO_REQUEST, 0, identifier << 16 | sequenceNumber & 0xFFFF, payload);
    }

    /** The answer to an echo; the payload has 0 to 65,507 bytes. */
    public static byte[] icmpEchoReply(Endpoints endpoints, int identifier, int sequenceNumber, byte[] payload) {
        return icmp(endpoints, Icmpv4.ECHO_REPLY, 0, identifier << 16 | sequenceNumber & 0xFFFF, payload);
    }

    /**
     * Any ICMP message.
     *
     * @param type 8 bits
     * @param code 8 bits
     * @param rest the word behind the checksum, 32 bits
     * @param payload 0 to 65,507 bytes
     */
    public static byte[] icmp(Endpoints endpoints, int type, int code, int rest, byte[] payload) {
        int bytes = Icmpv4.LENGTH_BYTES + payload.length;
        byte[] frame = frame(endpoints, Ipv4.PROTOCOL_ICMP, bytes);
        System.arraycopy(payload, 0, frame, TRANSPORT_AT + Icmpv4.LENGTH_BYTES, payload.length);
        new Icmpv4()
                .begin(frame, TRANSPORT_AT, TRANSPORT_AT + bytes)
                .type(type)
                .code(code)
                .rest(rest)
                .writeChecksum();
        return frame;
    }

    /**
     * One fragment of a packet, for fragments that overlap or lie.
     *
     * @param identification 16 bits
     * @param offsetBytes where the payload belongs in the whole, a multiple of 8, 0 to 65,528
     * @param isMoreFragments MF
     * @param payload any part of the transport's bytes, header included
     */
    public static byte[] fragment(
            Endpoints endpoints,
            int protocol,
            int identification,
            int offsetBytes,
            boolean isMoreFragments,
            byte[] payload) {
        if (offsetBytes < 0 || offsetBytes > 0xFFF8 || offsetBytes % Ipv4.FRAGMENT_UNIT_BYTES != 0) {
            throw new IllegalArgumentException("a multiple of 8 up to 65,528 wanted: offsetBytes=" + offsetBytes);
        }
        byte[] frame = ipv4(endpoints, protocol, payload);
        ip(frame)
                .identification(identification)
                .fragmentWord(0)
                .moreFragments(isMoreFragments)
                .fragmentOffset(offsetBytes / Ipv4.FRAGMENT_UNIT_BYTES)
                .writeChecksum();
        return frame;
    }

    /**
     * Cuts the IPv4 packet of a frame as RFC 791 section 3.2 (An Example Fragmentation Procedure) does; DF is cleared.
     *
     * @param frame of Ethernet and IPv4 without options, not a fragment itself
     * @param mtuBytes of each IPv4 packet, 28 or more
     * @param identification 16 bits
     * @return in order; one frame if the packet fits
     */
    public static List<byte[]> fragments(byte[] frame, int mtuBytes, int identification) {
        Ethernet ethernet = new Ethernet();
        Ipv4 ip = new Ipv4();
        if (mtuBytes < Ipv4.MIN_LENGTH_BYTES + Ipv4.FRAGMENT_UNIT_BYTES
                || ethernet.wrap(frame) != Flaw.NONE
                || ethernet.type() != Ethernet.TYPE_IPV4
                || ip.wrap(ethernet) != Flaw.NONE
                || ip.lengthBytes() != Ipv4.MIN_LENGTH_BYTES
                || ip.isFragment()) {
            throw new IllegalArgumentException(
                    "a frame with a whole IPv4 packet without options and an MTU of 28 wanted: mtuBytes=" + mtuBytes);
        }
        int step = (mtuBytes - Ipv4.MIN_LENGTH_BYTES) & -Ipv4.FRAGMENT_UNIT_BYTES;
        int total = ip.payloadLengthBytes();
        List<byte[]> fragments = new ArrayList<>();
        for (int from = 0; from == 0 || from < total; from += step) {
            int to = Math.min(total, from + step);
            int end = TRANSPORT_AT + to - from;
            byte[] fragment = new byte[Math.max(Ethernet.MIN_FRAME_BYTES, end)];
            System.arraycopy(frame, 0, fragment, 0, TRANSPORT_AT);
            System.arraycopy(frame, TRANSPORT_AT + from, fragment, TRANSPORT_AT, to - from);
            new Ipv4()
                    .place(fragment, IPV4_AT, end)
                    .totalLengthBytes(end - IPV4_AT)
                    .identification(identification)
                    .fragmentWord(0)
                    .moreFragments(to < total)
                    .fragmentOffset(from / Ipv4.FRAGMENT_UNIT_BYTES)
                    .writeChecksum();
            fragments.add(fragment);
        }
        return fragments;
    }

    /** A frame with Ethernet and IPv4 headers and a payload of zeros. */
    private static byte[] frame(Endpoints endpoints, int protocol, int payloadBytes) {
        int totalBytes = Ipv4.MIN_LENGTH_BYTES + payloadBytes;
        if (totalBytes > Ipv4.MAX_TOTAL_LENGTH_BYTES) {
            throw new IllegalArgumentException("a packet of 65,535 bytes or less wanted: bytes=" + totalBytes);
        }
        byte[] frame = new byte[Math.max(Ethernet.MIN_FRAME_BYTES, IPV4_AT + totalBytes)];
        new Ethernet().begin(frame, 0).destination(endpoints.destinationMac()).source(endpoints.sourceMac());
        new Ipv4()
                .begin(frame, IPV4_AT, IPV4_AT + totalBytes)
                .protocol(protocol)
                .dontFragment(true)
                .source(endpoints.source())
                .destination(endpoints.destination())
                .writeChecksum();
        return frame;
    }

    private static Ipv4 ip(byte[] frame) {
        return new Ipv4().place(frame, IPV4_AT, frame.length);
    }
}
