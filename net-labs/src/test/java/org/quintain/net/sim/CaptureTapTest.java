package org.quintain.net.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quintain.net.wire.capture.CaptureFlaw;
import org.quintain.net.wire.capture.CaptureReader;
import org.quintain.net.wire.capture.PcapngWriter;

class CaptureTapTest {
    @Test
    void everyLinkIsAnInterfaceAndEveryCommentSaysWhoReallySentIt() {
        Network network = Network.standalone(Probe.seed(8));
        Switch middle = new Switch(network, "switch");
        Probe a = new Probe(network, "a", 1);
        Probe b = new Probe(network, "b", 2);
        network.connect(a, middle, LinkQuality.LAN);
        network.connect(middle, b, LinkQuality.LAN);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        PcapngWriter writer = new PcapngWriter(file);
        network.addTap(new CaptureTap(
                writer,
                1_000_000_000L,
                (from, frame, origin) -> from + " " + network.node(origin).name()));
        network.advance(7);
        a.sendTo(b, 3);
        network.advance(1000);
        writer.close();

        List<String> lines = new ArrayList<>();
        try (CaptureReader reader = CaptureReader.open(new ByteArrayInputStream(file.toByteArray()))) {
            while (reader.next()) {
                assertEquals(60, reader.capturedBytes());
                lines.add(reader.epochNanos() + " " + reader.interfaceName() + " " + reader.comment());
            }
            assertFalse(reader.isTruncated());
            assertEquals(CaptureFlaw.NONE, reader.flaw());
        }
        assertEquals(List.of("1000007000 a#0--switch#0 a#0 a", "1000057000 switch#1--b#0 switch#1 a"), lines);
    }
}
