package org.quintain.solutions.net.buildframebyhand;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.quintain.core.Bytes;
import org.quintain.core.contract.NearMiss;
import org.quintain.net.buildframebyhand.BuildFrameByHandLab.Answer;
import org.quintain.net.buildframebyhand.BuildFrameByHandLab.Challenge;

/** The frames that learners really send before the right one; what follows from a mistake is computed as they would. */
final class FrameMistakes {
    private static final int TOTAL_LENGTH = 16;
    private static final int HEADER_CHECKSUM = 24;
    private static final int SOURCE_PORT = 34;
    private static final int UDP_LENGTH = 38;
    private static final int UDP_CHECKSUM = 40;
    private static final int PAYLOAD = 42;

    private static final Set<String> ALL_BUT_ETHERNET = Set.of("ipv4", "udp", "payload");
    private static final Set<String> ALL_BUT_IPV4 = Set.of("ethernet", "udp", "payload");
    private static final Set<String> ALL_BUT_UDP = Set.of("ethernet", "ipv4", "payload");
    private static final Set<String> ALL_BUT_PAYLOAD = Set.of("ethernet", "ipv4", "udp");

    private final List<NearMiss<Answer>> misses = new ArrayList<>();
    private final byte[] right;
    private final int textBytes;

    private FrameMistakes(Challenge challenge, byte[] right) {
        this.right = right;
        this.textBytes = challenge.payload().length();
    }

    /** Each mistake that changes this frame: padding counted, for example, needs padding. */
    static List<NearMiss<Answer>> of(Challenge challenge, byte[] right) {
        FrameMistakes mistakes = new FrameMistakes(challenge, right);
        mistakes.ethernet();
        mistakes.ipv4();
        mistakes.udp();
        mistakes.payload();
        return mistakes.misses;
    }

    private void ethernet() {
        add("MAC addresses exchanged", exchanged(right, 0, 6), ALL_BUT_ETHERNET);
        add("EtherType little-endian", exchanged(right, 12, 1), ALL_BUT_ETHERNET);
        add("padding missing", Arrays.copyOf(right, PAYLOAD + textBytes), ALL_BUT_ETHERNET);
        add("room left for the frame check sequence", Arrays.copyOf(right, right.length + 4), ALL_BUT_ETHERNET);
    }

    private void ipv4() {
        add("header checksum left 0", with(right, HEADER_CHECKSUM, 0), ALL_BUT_IPV4);
        add("header checksum little-endian", exchanged(right, HEADER_CHECKSUM, 1), ALL_BUT_IPV4);
        if (word(right, HEADER_CHECKSUM) != 0) { // both zeros are right, see RFC 1071
            byte[] notInverted = with(right, HEADER_CHECKSUM, ~word(right, HEADER_CHECKSUM));
            add("header checksum not inverted", notInverted, ALL_BUT_IPV4);
        }
        add("carries dropped in the header checksum", with(right, HEADER_CHECKSUM, carriesDropped()), ALL_BUT_IPV4);
        add("total length without the IPv4 header", totalLength(8 + textBytes), ALL_BUT_IPV4);
        add("padding counted in the total length", totalLength(right.length - 14), ALL_BUT_IPV4);
        add("addresses exchanged", exchanged(right, 26, 4), ALL_BUT_IPV4);
    }

    private void udp() {
        add("UDP checksum left 0", with(right, UDP_CHECKSUM, 0), ALL_BUT_UDP);
        add("UDP checksum little-endian", exchanged(right, UDP_CHECKSUM, 1), ALL_BUT_UDP);
        add("UDP checksum without pseudo-header", udpChecksum(right, 0, textBytes), ALL_BUT_UDP);
        add("ports exchanged", exchanged(right, SOURCE_PORT, 2), ALL_BUT_UDP);
        byte[] littleEndian = exchanged(right, SOURCE_PORT, 1);
        add(
                "source port little-endian",
                udpChecksum(littleEndian, pseudoHeader(8 + textBytes), textBytes),
                ALL_BUT_UDP);
        byte[] shortLength = with(right, UDP_LENGTH, textBytes);
        add("UDP length without its header", udpChecksum(shortLength, pseudoHeader(textBytes), textBytes), ALL_BUT_UDP);
    }

    private void payload() {
        byte[] slip = right.clone();
        slip[PAYLOAD] ^= 0x20;
        add("first letter in the other case", slip, ALL_BUT_PAYLOAD);
    }

    private int carriesDropped() {
        int sum = 0;
        for (int at = 14; at < 34; at += 2) {
            sum += at == HEADER_CHECKSUM ? 0 : word(right, at);
        }
        return ~sum;
    }

    private byte[] totalLength(int bytes) {
        byte[] frame = with(with(right, TOTAL_LENGTH, bytes), HEADER_CHECKSUM, 0);
        return with(frame, HEADER_CHECKSUM, BuildFrameByHandAttack.checksum(Arrays.copyOfRange(frame, 14, 34)));
    }

    private int pseudoHeader(int udpLength) {
        return word(right, 26) + word(right, 28) + word(right, 30) + word(right, 32) + 17 + udpLength;
    }

    /** The frame with its UDP checksum computed over header, payload and the sum of a pseudo-header. */
    private static byte[] udpChecksum(byte[] frame, int pseudoHeader, int textBytes) {
        byte[] summed = new byte[4 + 8 + textBytes];
        System.arraycopy(frame, SOURCE_PORT, summed, 4, 8 + textBytes);
        summed = with(with(with(summed, 0, pseudoHeader >>> 16), 2, pseudoHeader), 10, 0);
        int checksum = BuildFrameByHandAttack.checksum(summed);
        return with(frame, UDP_CHECKSUM, checksum == 0 ? 0xFFFF : checksum);
    }

    private static int word(byte[] frame, int at) {
        return (frame[at] & 0xFF) << 8 | frame[at + 1] & 0xFF;
    }

    private static byte[] with(byte[] frame, int at, int word) {
        byte[] changed = frame.clone();
        changed[at] = (byte) (word >>> 8);
        changed[at + 1] = (byte) word;
        return changed;
    }

    /** Two neighbours of that many bytes each have changed places. */
    private static byte[] exchanged(byte[] frame, int at, int bytes) {
        byte[] changed = frame.clone();
        System.arraycopy(frame, at, changed, at + bytes, bytes);
        System.arraycopy(frame, at + bytes, changed, at, bytes);
        return changed;
    }

    private void add(String name, byte[] frame, Set<String> mayKeep) {
        if (!Arrays.equals(frame, right)) {
            misses.add(new NearMiss<>(name, new Answer(Bytes.of(frame)), mayKeep));
        }
    }
}
