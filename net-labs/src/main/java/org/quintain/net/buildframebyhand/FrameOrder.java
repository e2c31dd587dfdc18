package org.quintain.net.buildframebyhand;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quintain.core.derive.Draw;
import org.quintain.core.derive.Seed;
import org.quintain.net.buildframebyhand.BuildFrameByHandLab.Challenge;
import org.quintain.net.buildframebyhand.BuildFrameByHandLab.Receiver;
import org.quintain.net.wire.Ethernet;
import org.quintain.net.wire.Ipv4;
import org.quintain.net.wire.MacAddress;
import org.quintain.net.wire.Udp;

/**
 * The frame that is wanted, as numbers.
 *
 * @param destinationMac 48 bits
 * @param sourceMac 48 bits
 * @param source address of 32 bits
 * @param destination address of 32 bits
 * @param identification 16 bits
 * @param timeToLive 8 bits
 * @param sourcePort 16 bits
 * @param destinationPort 16 bits
 * @param payload ASCII, 0 to 1,472 characters
 */
record FrameOrder(
        long destinationMac,
        long sourceMac,
        int source,
        int destination,
        int identification,
        int timeToLive,
        int sourcePort,
        int destinationPort,
        String payload) {
    static final int IPV4_AT = Ethernet.LENGTH_BYTES;
    static final int UDP_AT = IPV4_AT + Ipv4.MIN_LENGTH_BYTES;
    static final int PAYLOAD_AT = UDP_AT + Udp.LENGTH_BYTES;

    /** Dynamic ports, never assigned to a service (RFC 6335 section 6). */
    private static final int DYNAMIC_PORTS_FROM = 49_152;

    private static final int DYNAMIC_PORTS = 16_384;
    /** Network 10.0.0.0/8 for private use (RFC 1918 section 3). */
    private static final int PRIVATE_NETWORK = 10 << 24;
    /** In a MAC's first byte: locally administered, one station (IEEE 802 clause 8.2; RFC 9542 section 2.1). */
    private static final long LOCALLY_ADMINISTERED = 2L << 40;

    private static final long LOCAL_AND_GROUP_BITS = 3L << 40;

    /** ASCII alone, so that a character is a byte; 5 to 21 of them, and with the number padding may be needed or not. */
    private static final Map<String, List<String>> SENTENCES = Map.of(
            "en",
            List.of(
                    "Hello",
                    "Tide high",
                    "Lamp ready",
                    "Fog bell on",
                    "Door closed",
                    "Bridge open",
                    "Green light",
                    "Battery full",
                    "Map received",
                    "Robot at home",
                    "All calm here",
                    "Boat in sight",
                    "Garden watered",
                    "Stars are visible",
                    "Wind from the north",
                    "Send the little robot"),
            "fr",
            List.of(
                    "Salut",
                    "Feu vert",
                    "Pont ouvert",
                    "Voie libre",
                    "Lampe en marche",
                    "Vent du nord",
                    "Robot au repos",
                    "Bateau en vue",
                    "Jardin au sec",
                    "Brume au large",
                    "Carte bien lue",
                    "Batterie pleine",
                    "Ciel clair ce soir",
                    "Tout est calme ici",
                    "Phare bien visible",
                    "Le petit robot arrive"));

    static FrameOrder draw(Seed seed, String language) {
        Draw macs = seed.draw("macs");
        long destinationMac = mac(macs);
        long sourceMac = mac(macs);
        while (sourceMac == destinationMac) {
            sourceMac = mac(macs);
        }
        Draw addresses = seed.draw("addresses");
        int network = PRIVATE_NETWORK | addresses.below(1 << 16) << 8;
        int sourceHost = 1 + addresses.below(254);
        int destinationHost = 1 + addresses.below(253);
        Draw ports = seed.draw("ports");
        int sourcePort = ports.below(DYNAMIC_PORTS);
        int destinationPort = ports.below(DYNAMIC_PORTS - 1);
        Draw text = seed.draw("payload");
        return new FrameOrder(
                destinationMac,
                sourceMac,
                network | sourceHost,
                network | other(destinationHost, sourceHost),
                1 + seed.draw("identification").below(65_535),
                16 + seed.draw("time-to-live").below(240),
                DYNAMIC_PORTS_FROM + sourcePort,
                DYNAMIC_PORTS_FROM + other(destinationPort, sourcePort),
                text.pick(SENTENCES.get(language)) + " " + text.below(10_000));
    }

    private static long mac(Draw draw) {
        long mac = 0;
        for (byte next : draw.bytes(MacAddress.LENGTH_BYTES)) {
            mac = mac << 8 | next & 0xFF;
        }
        return mac & ~LOCAL_AND_GROUP_BITS | LOCALLY_ADMINISTERED;
    }

    /** A number drawn among one fewer, moved past the one that is taken. */
    private static int other(int drawn, int taken) {
        return drawn < taken ? drawn : drawn + 1;
    }

    Challenge challenge(Receiver receiver, boolean givesHeaderChecksum, boolean givesUdpChecksum) {
        return new Challenge(
                Notation.mac(destinationMac),
                Notation.mac(sourceMac),
                Notation.address(source),
                Notation.address(destination),
                identification,
                timeToLive,
                sourcePort,
                destinationPort,
                payload,
                givesHeaderChecksum ? Optional.of(Notation.hex16(headerChecksum())) : Optional.empty(),
                givesUdpChecksum ? Optional.of(Notation.hex16(udpChecksum())) : Optional.empty(),
                receiver);
    }

    byte[] payloadBytes() {
        return payload.getBytes(StandardCharsets.US_ASCII);
    }

    int udpLengthBytes() {
        return Udp.LENGTH_BYTES + payload.length();
    }

    int totalLengthBytes() {
        return Ipv4.MIN_LENGTH_BYTES + udpLengthBytes();
    }

    int frameLengthBytes() {
        return Math.max(Ethernet.MIN_FRAME_BYTES, PAYLOAD_AT + payload.length());
    }

    int headerChecksum() {
        return new Ipv4().place(frame(), IPV4_AT, UDP_AT).checksum();
    }

    int udpChecksum() {
        return new Udp().place(frame(), UDP_AT, PAYLOAD_AT).checksum();
    }

    /** The frame that is wanted; one that differs is accepted only if its header checksum is the other zero. */
    byte[] frame() {
        byte[] frame = new byte[frameLengthBytes()];
        byte[] text = payloadBytes();
        System.arraycopy(text, 0, frame, PAYLOAD_AT, text.length);
        new Ethernet().begin(frame, 0).destination(destinationMac).source(sourceMac);
        Ipv4 ip = new Ipv4()
                .begin(frame, IPV4_AT, IPV4_AT + totalLengthBytes())
                .identification(identification)
                .timeToLive(timeToLive)
                .protocol(Ipv4.PROTOCOL_UDP)
                .source(source)
                .destination(destination)
                .writeChecksum();
        new Udp()
                .begin(frame, UDP_AT, UDP_AT + udpLengthBytes())
                .sourcePort(sourcePort)
                .destinationPort(destinationPort)
                .writeChecksum(ip);
        return frame;
    }
}
