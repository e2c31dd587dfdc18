package org.quintain.net.buildframebyhand;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.quintain.net.buildframebyhand.BuildFrameByHandLab.Finding;

/** Malformed frames and all that the receiver says to each: the example of the briefs, with one thing wrong. */
class MalformedFramesTest {
    private record Malformed(String name, String findings, UnaryOperator<byte[]> damage) {}

    private static final List<Malformed> TABLE = List.of(
            as("a bit of the destination address", "ethernet-destination wrong", set(5, 0x0A)),
            as("broadcast instead of one station", "ethernet-destination wrong", fill(0, 6, 0xFF)),
            as("a bit of the source address", "ethernet-source wrong", set(11, 0x0B)),
            as("a group address as source", "ethernet-source wrong", set(6, 0x03)),
            as("both MAC addresses exchanged", "ethernet-destination wrong, ethernet-source wrong", exchange(0, 6)),
            as("EtherType of ARP", "ethernet-type wrong", word(12, 0x0806)),
            as("EtherType of IPv6", "ethernet-type wrong", word(12, 0x86DD)),
            as("a length of IEEE 802.3 as type", "ethernet-type wrong", word(12, 46)),
            as("EtherType little-endian", "ethernet-type byte-order", word(12, 0x0008)),
            as("version 6", "ipv4-version wrong", summed(set(14, 0x65))),
            as("version 0", "ipv4-version wrong", summed(set(14, 0x05))),
            as("a header of 6 words", "ipv4-header-length wrong", summed(set(14, 0x46))),
            as("a header of 4 words", "ipv4-header-length wrong", summed(set(14, 0x44))),
            as("a header of 15 words", "ipv4-header-length wrong", summed(set(14, 0x4F))),
            as(
                    "version and header length exchanged",
                    "ipv4-version wrong, ipv4-header-length wrong",
                    summed(set(14, 0x54))),
            as("a type of service", "ipv4-type-of-service wrong", summed(set(15, 0x10))),
            as("congestion marked", "ipv4-type-of-service wrong", summed(set(15, 0x03))),
            as("total length of the header alone", "ipv4-total-length wrong", summed(word(16, 20))),
            as("total length without the header", "ipv4-total-length wrong", summed(word(16, 11))),
            as("padding counted in the total length", "ipv4-total-length wrong", summed(word(16, 46))),
            as("Ethernet header counted in the total length", "ipv4-total-length wrong", summed(word(16, 45))),
            as("total length 0", "ipv4-total-length wrong", summed(word(16, 0))),
            as("total length 65,535", "ipv4-total-length wrong", summed(word(16, 0xFFFF))),
            as("total length little-endian", "ipv4-total-length byte-order", summed(word(16, 0x1F00))),
            as("another identification", "ipv4-identification wrong", summed(word(18, 2))),
            as("identification little-endian", "ipv4-identification byte-order", summed(word(18, 0x0100))),
            as("the reserved flag", "ipv4-flags wrong", summed(set(20, 0x80))),
            as("don't fragment", "ipv4-flags wrong", summed(set(20, 0x40))),
            as("more fragments", "ipv4-flags wrong", summed(set(20, 0x20))),
            as("a second fragment", "ipv4-fragment-offset wrong", summed(word(20, 1))),
            as("the last fragment offset", "ipv4-fragment-offset wrong", summed(word(20, 0x1FFF))),
            as("time to live 0", "ipv4-time-to-live wrong", summed(set(22, 0))),
            as("time to live with its digits as hexadecimal", "ipv4-time-to-live wrong", summed(set(22, 0x64))),
            as("protocol TCP", "ipv4-protocol wrong", summed(set(23, 6))),
            as("protocol 17 with its digits as hexadecimal", "ipv4-protocol wrong", summed(set(23, 0x17))),
            as("header checksum 0", "ipv4-header-checksum wrong", word(24, 0)),
            as("header checksum one too many", "ipv4-header-checksum wrong", word(24, 0xEB7A)),
            as("header checksum little-endian", "ipv4-header-checksum byte-order", word(24, 0x79EB)),
            as("header checksum not inverted", "ipv4-header-checksum checksum-not-inverted", word(24, 0x1486)),
            as("carries of the header checksum dropped", "ipv4-header-checksum checksum-carry-lost", word(24, 0xEB7B)),
            as(
                    "time to live changed and not summed again",
                    "ipv4-time-to-live wrong, ipv4-header-checksum wrong",
                    set(22, 63)),
            as("another source address", "ipv4-source wrong", summed(set(29, 3))),
            as("another destination address", "ipv4-destination wrong", summed(set(33, 3))),
            as("addresses exchanged", "ipv4-source wrong, ipv4-destination wrong", exchange(26, 4)),
            as(
                    "source address changed and no sum with it",
                    "ipv4-header-checksum wrong, ipv4-source wrong, udp-checksum wrong",
                    set(29, 3)),
            as("another source port", "udp-source-port wrong", summed(word(34, 50_002))),
            as("source port little-endian", "udp-source-port byte-order", summed(word(34, 0x50C3))),
            as("port 0", "udp-destination-port wrong", summed(word(36, 0))),
            as("ports exchanged", "udp-source-port wrong, udp-destination-port wrong", exchange(34, 2)),
            as("UDP length of the payload alone", "udp-length wrong", word(38, 3)),
            as("UDP length 0", "udp-length wrong", word(38, 0)),
            as("UDP length 7", "udp-length wrong", word(38, 7)),
            as("UDP length past the frame", "udp-length wrong", word(38, 27)),
            as("UDP length 65,535", "udp-length wrong", word(38, 0xFFFF)),
            as("padding counted in the UDP length", "udp-length wrong", summed(word(38, 26))),
            as("UDP length little-endian", "udp-length byte-order", word(38, 0x0B00)),
            as("no UDP checksum", "udp-checksum checksum-absent", word(40, 0)),
            as("UDP checksum one too few", "udp-checksum wrong", word(40, 0x8077)),
            as("UDP checksum little-endian", "udp-checksum byte-order", word(40, 0x7880)),
            as("UDP checksum not inverted", "udp-checksum checksum-not-inverted", word(40, 0x7F87)),
            as("carries of the UDP checksum dropped", "udp-checksum checksum-carry-lost", word(40, 0x807B)),
            as("UDP checksum without pseudo-header", "udp-checksum checksum-no-pseudo-header", word(40, 0x0FE9)),
            as("another capital letter", "payload wrong", summed(set(42, 'h'))),
            as("payload changed and not summed again", "udp-checksum wrong, payload wrong", set(44, '?')),
            as("padding with spaces", "ethernet-padding wrong", fill(45, 60, ' ')),
            as("a line feed after the text", "ethernet-padding wrong", set(45, '\n')),
            as("the last padding byte", "ethernet-padding wrong", set(59, 1)),
            as("no padding", "ethernet-padding too-short", sized(45)),
            as("one padding byte too few", "ethernet-padding too-short", sized(59)),
            as("one zero too many", "ethernet-padding too-long", sized(61)),
            as("room for a frame check sequence", "ethernet-padding too-long", sized(64)),
            as("the largest size", "ethernet-padding too-long", sized(1_514)),
            as("cut in the text", "payload missing, ethernet-padding too-short", sized(44)));

    private static Malformed as(String name, String findings, UnaryOperator<byte[]> damage) {
        return new Malformed(name, findings, damage);
    }

    private static UnaryOperator<byte[]> set(int at, int value) {
        return fill(at, at + 1, value);
    }

    private static UnaryOperator<byte[]> fill(int from, int to, int value) {
        return frame -> {
            Arrays.fill(frame, from, to, (byte) value);
            return frame;
        };
    }

    private static UnaryOperator<byte[]> word(int at, int value) {
        return frame -> Frames.put(frame, at, value);
    }

    private static UnaryOperator<byte[]> exchange(int at, int bytes) {
        return frame -> {
            byte[] first = Arrays.copyOfRange(frame, at, at + bytes);
            System.arraycopy(frame, at + bytes, frame, at, bytes);
            System.arraycopy(first, 0, frame, at + bytes, bytes);
            return frame;
        };
    }

    private static UnaryOperator<byte[]> sized(int bytes) {
        return frame -> Arrays.copyOf(frame, bytes);
    }

    /** The damage, and then both checksums as they fit the damaged frame. */
    private static UnaryOperator<byte[]> summed(UnaryOperator<byte[]> damage) {
        return frame -> Frames.summedAgain(damage.apply(frame));
    }

    @TestFactory
    Stream<DynamicTest> eachIsRefusedWithItsFindings() {
        return TABLE.stream()
                .map(malformed -> DynamicTest.dynamicTest(
                        malformed.name(),
                        () -> assertEquals(
                                malformed.findings(), said(malformed.damage().apply(Frames.EXAMPLE.frame())))));
    }

    private static String said(byte[] frame) {
        return StrictReading.of(Frames.EXAMPLE, frame).stream()
                .map(MalformedFramesTest::inWords)
                .collect(Collectors.joining(", "));
    }

    private static String inWords(Finding finding) {
        return finding.field().id() + " " + finding.problem().id();
    }

    @Test
    void thereAreAtLeastFortyAndNoTwoAreEqual() {
        List<String> frames = new ArrayList<>();
        TABLE.forEach(m ->
                frames.add(java.util.HexFormat.of().formatHex(m.damage().apply(Frames.EXAMPLE.frame()))));
        assertTrue(frames.size() >= 40);
        assertEquals(frames.size(), frames.stream().distinct().count());
    }
}
