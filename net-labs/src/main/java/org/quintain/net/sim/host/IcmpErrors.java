package org.quintain.net.sim.host;

import org.quintain.net.wire.Ethernet;
import org.quintain.net.wire.Icmpv4;
import org.quintain.net.wire.Ipv4;
import org.quintain.net.wire.Ipv4Address;

/** When an ICMP error may be sent, and what is in it (RFC 1122 section 3.2.2; RFC 1812 section 4.3.2). */
final class IcmpErrors {
    /** Network unreachable, code of {@link Icmpv4#UNREACHABLE} (RFC 792). */
    static final int CODE_NETWORK = 0;
    /** "Without the length of the ICMP datagram exceeding 576 bytes" (RFC 1812 section 4.3.2.3). */
    static final int MAX_PACKET_BYTES = 576;

    private static final int MAX_QUOTE_BYTES = MAX_PACKET_BYTES - Ipv4.MIN_LENGTH_BYTES - Icmpv4.LENGTH_BYTES;
    private static final int SOURCE_QUENCH = 4;
    private static final int LOOPBACK_NETWORK = 127;

    private final int perSecond;
    private final long bucketMicros;
    /** When the bucket was or will be empty, so that it holds {@code now - emptyMicros}. */
    private long emptyMicros = Long.MIN_VALUE / 2;

    IcmpErrors(int perSecond) {
        this.perSecond = perSecond;
        this.bucketMicros = perSecond == 0 ? 0 : Math.max(1, perSecond / 20) * (1_000_000L / perSecond);
    }

    /** Takes a token, if there is one. */
    boolean takeToken(long now) {
        if (perSecond == 0) {
            return false;
        }
        long priceMicros = 1_000_000L / perSecond;
        long since = Math.max(emptyMicros, now - bucketMicros);
        if (now - since < priceMicros) {
            return false;
        }
        emptyMicros = since + priceMicros;
        return true;
    }

    /**
     * Whether an error may be sent about a packet: never about an ICMP error, a broadcast or group, a fragment but the
     * first, or a source that is not one host. That a frame to all holds no packet to one, who calls has made sure.
     */
    static boolean isAllowed(Ipv4 about, NetworkInterface arrival) {
        return about.fragmentOffset() == 0
                && !arrival.isBroadcast(about.destination())
                && !Ipv4Address.isMulticast(about.destination())
                && about.source() != Ipv4Address.ANY
                && !isNeverSource(about.source(), arrival)
                && !isIcmpError(about);
    }

    /** Whether no packet on the link comes from that address (RFC 1122 section 3.2.1.3). */
    static boolean isNeverSource(int source, NetworkInterface arrival) {
        return source >>> 24 == LOOPBACK_NETWORK || Ipv4Address.isMulticast(source) || arrival.isBroadcast(source);
    }

    static boolean isLoopback(int address) {
        return address >>> 24 == LOOPBACK_NETWORK;
    }

    /** Whether it is an ICMP error, or too short an ICMP message to tell. */
    private static boolean isIcmpError(Ipv4 packet) {
        return packet.protocol() == Ipv4.PROTOCOL_ICMP
                && (packet.payloadLengthBytes() == 0 || isError(packet.array()[packet.payloadOffset()] & 0xFF));
    }

    /** Whether a type is an error's (RFC 1122 section 3.2.2). */
    static boolean isError(int type) {
        return type == Icmpv4.UNREACHABLE
                || type == SOURCE_QUENCH
                || type == Icmpv4.REDIRECT
                || type == Icmpv4.TIME_EXCEEDED
                || type == Icmpv4.PARAMETER_PROBLEM;
    }

    /** Bytes of the message about a packet. */
    static int messageBytes(Ipv4 about) {
        return Icmpv4.LENGTH_BYTES + Math.min(MAX_QUOTE_BYTES, about.limit() - about.offset());
    }

    /** Writes the message as the payload of a packet begun with {@link #messageBytes}. */
    static void write(Ipv4 packet, Icmpv4 message, int type, int code, int rest, Ipv4 about) {
        byte[] frame = packet.array();
        int quoteAt = packet.payloadOffset() + Icmpv4.LENGTH_BYTES;
        System.arraycopy(about.array(), about.offset(), frame, quoteAt, packet.limit() - quoteAt);
        message.begin(frame, packet.payloadOffset(), packet.limit())
                .type(type)
                .code(code)
                .rest(rest)
                .writeChecksum();
    }

    /** A new frame with an IPv4 header for a payload, which is still to be written, as the header's checksum is. */
    static Ipv4 begin(Ipv4 view, int timeToLive, int protocol, int source, int destination, int payloadBytes) {
        int end = Ethernet.LENGTH_BYTES + Ipv4.MIN_LENGTH_BYTES + payloadBytes;
        byte[] frame = new byte[Math.max(Ethernet.MIN_FRAME_BYTES, end)];
        return view.begin(frame, Ethernet.LENGTH_BYTES, end)
                .timeToLive(timeToLive)
                .protocol(protocol)
                .source(source)
                .destination(destination);
    }
}
