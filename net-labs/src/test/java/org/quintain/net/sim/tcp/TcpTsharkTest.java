package org.quintain.net.sim.tcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quintain.net.sim.CaptureTap;
import org.quintain.net.sim.LinkQuality;
import org.quintain.net.wire.Tshark;
import org.quintain.net.wire.capture.PcapngWriter;

/** A second stack of experience as the judge: what tshark's TCP analysis says about recorded conversations. */
class TcpTsharkTest {
    private static byte[] record(LinkQuality quality) {
        TwoHosts hosts = new TwoHosts(11, quality);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        PcapngWriter writer = new PcapngWriter(file);
        hosts.network.addTap(new CaptureTap(writer, 1_790_000_000_000_000_000L));
        hosts.server.listen(21, new LineServer(ConversationTest.FILES));
        Sender atServer = new Sender(1, 60_000);
        hosts.server.listen(80, connection -> atServer);
        LineScript telnet = LineScript.greeting("login: ", "login").on("login", LineScript.ANY, "$ ", "shell");
        hosts.server.listen(23, new LineServer(connection -> telnet.start(), true));
        Typist keeper = new Typist(hosts.network, hosts.network.noise("keeper"), 0, ConversationTest.KEEPER);
        hosts.client.connect(hosts.bob.address(), 21, keeper);
        List<Typist.Turn> login =
                List.of(new Typist.Turn("login: ", 1_000_000, "keeper\r\n"), new Typist.Turn("$ ", 0, ""));
        Typist user = new Typist(hosts.network, hosts.network.noise("user"), 100_000, login);
        hosts.client.connect(hosts.bob.address(), 23, user);
        Sender atClient = new Sender(2, 300_000);
        hosts.client.connect(hosts.bob.address(), 80, atClient);
        hosts.client.connect(hosts.bob.address(), 81, new Recorder());
        hosts.network.advance(400_000_000);
        assertEquals(300_000, atServer.bytes.size());
        assertTrue(keeper.isFinished() && user.isFinished());
        writer.close();
        return file.toByteArray();
    }

    @Test
    void onACleanLinkTsharkFindsNothingToRemark() {
        byte[] capture = record(LinkQuality.LAN);
        List<List<String>> packets = Tshark.fields(capture, "frame.number", "tcp.analysis.flags", "tcp.flags.str");
        assertTrue(packets.size() > 500, "packets: " + packets.size());
        assertEquals(0, Tshark.faulty(capture));
        assertEquals(
                List.of(), packets.stream().filter(row -> !row.get(1).isEmpty()).toList());
    }

    @Test
    void onAPoorLinkTsharkFindsNoMalformedPacketAndNoWrongChecksum() {
        byte[] capture = record(TransferTest.POOR);
        assertEquals(0, Tshark.faulty(capture));
        List<List<String>> packets = Tshark.fields(capture, "frame.number", "tcp.analysis.retransmission");
        assertTrue(packets.stream().anyMatch(row -> !row.get(1).isEmpty()));
    }
}
