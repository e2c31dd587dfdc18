package org.quintain.solutions.net.buildframebyhand;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.quintain.core.Bytes;
import org.quintain.core.Lab;
import org.quintain.core.Seat;
import org.quintain.core.contract.HardSeat;
import org.quintain.core.contract.NearMiss;
import org.quintain.core.contract.Reference;
import org.quintain.net.buildframebyhand.BuildFrameByHandLab;
import org.quintain.net.buildframebyhand.BuildFrameByHandLab.Answer;
import org.quintain.net.buildframebyhand.BuildFrameByHandLab.Challenge;
import org.quintain.net.buildframebyhand.BuildFrameByHandLab.Reception;

/**
 * Builds the frame from the card: payload first, then each header in front of what it carries.
 *
 * <p>Cost: no query at all (always). Sources: RFC 894 (Ethernet, padding), RFC 791 section 3.1 (IPv4), RFC 768 (UDP,
 * pseudo-header), RFC 1071 section 1 (checksum).
 */
public final class BuildFrameByHandAttack implements Reference<Challenge, Answer> {
    private static final int IPV4_TYPE = 0x0800;
    private static final int UDP_PROTOCOL = 17;
    private static final int MIN_FRAME_BYTES = 60;

    @Override
    public Lab<Challenge, Answer> lab() {
        return new BuildFrameByHandLab();
    }

    @Override
    public Answer run(Challenge card) {
        byte[] datagram = datagram(card);
        byte[] packet = packet(card, datagram);
        return new Answer(Bytes.of(frame(card, packet)));
    }

    /** The UDP header and the payload; the checksum is summed over a pseudo-header in front of them. */
    private static byte[] datagram(Challenge card) {
        byte[] payload = card.payload().getBytes(StandardCharsets.US_ASCII);
        int lengthBytes = 8 + payload.length;
        ByteBuffer summed = ByteBuffer.allocate(12 + lengthBytes);
        summed.put(address(card.sourceAddress())).put(address(card.destinationAddress()));
        summed.putShort((short) UDP_PROTOCOL).putShort((short) lengthBytes);
        summed.putShort((short) card.sourcePort()).putShort((short) card.destinationPort());
        summed.putShort((short) lengthBytes).putShort((short) 0).put(payload);
        int checksum = checksum(summed.array());
        summed.putShort(18, (short) (checksum == 0 ? 0xFFFF : checksum)); // RFC 768: 0 would mean "none"
        return Bytes.of(summed.array(), 12, 12 + lengthBytes).toArray();
    }

    /** The IPv4 header without options, and the datagram. */
    private static byte[] packet(Challenge card, byte[] datagram) {
        ByteBuffer header = ByteBuffer.allocate(20);
        header.put((byte) 0x45).put((byte) 0).putShort((short) (20 + datagram.length));
        header.putShort((short) card.identification()).putShort((short) 0);
        header.put((byte) card.timeToLive()).put((byte) UDP_PROTOCOL).putShort((short) 0);
        header.put(address(card.sourceAddress())).put(address(card.destinationAddress()));
        header.putShort(10, (short) checksum(header.array()));
        return ByteBuffer.allocate(20 + datagram.length)
                .put(header.array())
                .put(datagram)
                .array();
    }

    /** The Ethernet header, the packet, and zeros up to the least size. */
    private static byte[] frame(Challenge card, byte[] packet) {
        HexFormat colons = HexFormat.ofDelimiter(":");
        return ByteBuffer.allocate(Math.max(MIN_FRAME_BYTES, 14 + packet.length))
                .put(colons.parseHex(card.destinationMac()))
                .put(colons.parseHex(card.sourceMac()))
                .putShort((short) IPV4_TYPE)
                .put(packet)
                .array();
    }

    /** Words added up, carries added in, complement. */
    static int checksum(byte[] summed) {
        int sum = 0;
        for (int i = 0; i < summed.length; i++) {
            sum += (summed[i] & 0xFF) << (i % 2 == 0 ? 8 : 0);
        }
        while (sum > 0xFFFF) {
            sum = (sum & 0xFFFF) + (sum >>> 16);
        }
        return ~sum & 0xFFFF;
    }

    private static byte[] address(String dotted) {
        byte[] bytes = new byte[4];
        String[] numbers = dotted.split("\\.");
        for (int i = 0; i < 4; i++) {
            bytes[i] = (byte) Integer.parseInt(numbers[i]);
        }
        return bytes;
    }

    @Override
    public void honestUse(Challenge challenge) {
        Reception reception = challenge.receiver().send(run(challenge).frame().toArray());
        if (!reception.accepted()) {
            throw new IllegalStateException("an accepted frame wanted: findings=" + reception.findings());
        }
    }

    @Override
    public List<NearMiss<Answer>> nearMisses(Challenge challenge, Answer right) {
        return FrameMistakes.of(challenge, right.frame().toArray());
    }

    @Override
    public List<HardSeat> hardSeats() {
        return List.of(
                hard("the UDP checksum computes to 0 and is sent as 0xFFFF", 37_627),
                hard("the header checksum computes to 0 and is sent as 0", 116_461),
                hard("the carry of the header checksum carries again", 106_202),
                hard("the carry of the UDP checksum carries again", 10_250),
                hard("17 characters: one byte of padding and an odd byte in the sum", 11),
                hard("18 characters: 60 bytes without padding", 3),
                hard("19 characters: no padding and an odd byte in the sum", 44),
                hard("the shortest text", 33_015),
                hard("the longest text", 16),
                new HardSeat("both checksums are on the card", Seat.practice(0), Map.of("given-checksums", "both")),
                new HardSeat("one checksum is on the card", Seat.practice(0), Map.of("given-checksums", "udp")),
                new HardSeat("a French text", Seat.practice(0), Map.of("language", "fr")));
    }

    private static HardSeat hard(String why, int seat) {
        return new HardSeat(why, Seat.practice(seat), Map.of());
    }
}
