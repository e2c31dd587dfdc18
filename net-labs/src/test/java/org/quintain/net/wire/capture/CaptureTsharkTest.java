package org.quintain.net.wire.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.quintain.net.wire.Tshark;
import org.quintain.net.wire.capture.Captures.Packet;

/** A second reader as the judge of both writers. */
class CaptureTsharkTest {
    @Test
    void tsharkReadsPcapAsItWasWritten() {
        for (ByteOrder order : List.of(ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN)) {
            for (boolean isNanos : new boolean[] {true, false}) {
                List<List<String>> wanted = packets().stream()
                        .map(packet -> row(packet.inPcap(isNanos)).subList(0, 4))
                        .toList();
                byte[] capture = Captures.pcap(packets(), order, isNanos);
                assertEquals(
                        wanted, Tshark.fields(capture, "frame.time_epoch", "frame.len", "frame.cap_len", "eth.src"));
            }
        }
    }

    @Test
    void tsharkReadsPcapngAsItWasWritten() {
        for (ByteOrder order : List.of(ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN)) {
            List<List<String>> wanted =
                    packets().stream().map(packet -> row(packet)).toList();
            byte[] capture = Captures.pcapng(packets(), order);
            assertEquals(
                    wanted,
                    Tshark.fields(
                            capture,
                            "frame.time_epoch",
                            "frame.len",
                            "frame.cap_len",
                            "eth.src",
                            "frame.interface_id",
                            "frame.interface_name",
                            "frame.comment"));
        }
    }

    private static List<String> row(Packet packet) {
        String nanos = String.format(java.util.Locale.ROOT, "%09d", packet.epochNanos() % 1_000_000_000);
        String source = HexFormat.ofDelimiter(":").formatHex(packet.array(), 6, 12);
        return List.of(
                packet.epochNanos() / 1_000_000_000 + "." + nanos,
                Long.toString(packet.originalBytes()),
                Integer.toString(packet.bytes().size()),
                source,
                Integer.toString(packet.interfaceIndex()),
                "port " + packet.interfaceIndex(),
                packet.comment());
    }

    private static List<Packet> packets() {
        SplittableRandom random = new SplittableRandom(3);
        List<Packet> packets = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            byte[] frame = new byte[random.nextInt(60, 200)];
            random.nextBytes(frame);
            frame[0] = 2;
            frame[6] = 2;
            frame[12] =
                    (byte) 0x88; // An EtherType for experiments (IEEE 802 section 9.2.3), so that nothing is dissected.
            frame[13] = (byte) 0xB5;
            String comment = i % 3 == 0 ? "" : i % 3 == 1 ? "forged" : "échangé";
            long nanos = random.nextLong(0, 2_000_000_000_000_000_000L);
            packets.add(new Packet(i % 3, nanos, frame, frame.length + i % 5, comment));
        }
        return packets;
    }
}
