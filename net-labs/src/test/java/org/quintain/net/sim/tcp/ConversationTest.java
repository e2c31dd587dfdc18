package org.quintain.net.sim.tcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.quintain.net.sim.LinkQuality;

class ConversationTest {
    static final LineScript FILES = LineScript.greeting("220 Lighthouse files\r\n", "user")
            .on("user", "USER keeper", "331 Password, please\r\n", "password")
            .on("password", "PASS lamp-oil", "230 Welcome\r\n", "in")
            .on("in", "LIST", "125 Here\r\nlog.txt\r\n226 Done\r\n", "in")
            .on("in", "QUIT", "221 Good night\r\n", LineScript.END)
            .otherwise("530 No\r\n");
    static final List<Typist.Turn> KEEPER = List.of(
            new Typist.Turn("220", 800_000, "USER keeper\r\n"),
            new Typist.Turn("331", 1_500_000, "PASS lamp-oil\r\n"),
            new Typist.Turn("230", 2_000_000, "LIST\r\n"),
            new Typist.Turn("226", 5_000_000, "QUIT\r\n"),
            new Typist.Turn("221", 0, ""));

    private static Typist typist(TwoHosts hosts, int keyMicros, List<Typist.Turn> script) {
        Typist typist = new Typist(hosts.network, hosts.network.noise("keeper"), keyMicros, script);
        hosts.client.connect(hosts.bob.address(), 21, typist);
        return typist;
    }

    @Test
    void aUserTypesHisSessionKeyByKeyAndBothSidesEndInOrder() {
        for (LinkQuality quality : List.of(LinkQuality.LAN, TransferTest.POOR)) {
            TwoHosts hosts = new TwoHosts(3, quality);
            LineServer server = new LineServer(FILES);
            hosts.server.listen(21, server);
            Typist keeper = typist(hosts, 120_000, KEEPER);
            hosts.network.advance(120_000_000);
            assertTrue(keeper.isFinished());
            assertEquals(CloseReason.NORMAL, keeper.closeReason());
            LineServer.Session session = server.sessions().get(0);
            assertEquals(CloseReason.NORMAL, session.closeReason());
            assertEquals(
                    List.of("USER keeper", "PASS lamp-oil", "LIST", "QUIT"),
                    session.lines().stream().map(LineServer.Line::text).toList());
            assertTrue(session.lines().get(3).atMicros() > 12_000_000);
            assertEquals(
                    "220 Lighthouse files\r\n331 Password, please\r\n230 Welcome\r\n125 Here\r\nlog.txt\r\n226 Done\r\n"
                            + "221 Good night\r\n",
                    keeper.heard());
        }
    }

    @Test
    void aWrongWordIsAnsweredByTheScriptAndTheUserWaitsForWhatNeverComes() {
        TwoHosts hosts = new TwoHosts(4, LinkQuality.LAN);
        LineServer server = new LineServer(FILES);
        hosts.server.listen(21, server);
        Typist guest = typist(
                hosts,
                0,
                List.of(new Typist.Turn("220", 0, "USER guest\r\n"), new Typist.Turn("331", 0, "PASS guess\r\n")));
        hosts.network.advance(60_000_000);
        assertFalse(guest.isFinished());
        assertEquals(1, guest.turnsDone());
        assertEquals("220 Lighthouse files\r\n530 No\r\n", guest.heard());
    }

    @Test
    void anEchoingServerSendsEachKeyBack() {
        TwoHosts hosts = new TwoHosts(5, LinkQuality.LAN);
        LineScript telnet = LineScript.greeting("login: ", "login").on("login", LineScript.ANY, "$ ", "shell");
        hosts.server.listen(21, new LineServer(connection -> telnet.start(), true));
        Typist user = typist(
                hosts, 50_000, List.of(new Typist.Turn("login: ", 0, "keeper\r\n"), new Typist.Turn("$ ", 0, "")));
        hosts.network.advance(60_000_000);
        assertEquals("login: keeper\r\n$ ", user.heard());
        assertEquals(CloseReason.NORMAL, user.closeReason());
    }

    @Test
    void aLineWithoutEndIsCutByAReset() {
        TwoHosts hosts = new TwoHosts(6, LinkQuality.LAN);
        LineServer server = new LineServer(FILES);
        hosts.server.listen(21, server);
        Typist user = typist(hosts, 0, List.of(new Typist.Turn("220", 0, "x".repeat(100_000))));
        hosts.network.advance(60_000_000);
        assertEquals(CloseReason.RESET, user.closeReason());
        assertEquals(CloseReason.ABORTED, server.sessions().get(0).closeReason());
        assertTrue(server.sessions().get(0).unfinishedLine().length() <= LineServer.MAX_LINE_BYTES + 1);
    }

    @Test
    void onlyTheNewestSessionsAreRemembered() {
        TwoHosts hosts = new TwoHosts(7, LinkQuality.LAN);
        LineServer server = new LineServer(FILES);
        hosts.server.listen(21, server);
        for (int i = 0; i < LineServer.MAX_SESSIONS + 10; i++) {
            typist(hosts, 0, List.of());
            hosts.network.advance(10_000);
        }
        assertEquals(LineServer.MAX_SESSIONS, server.sessions().size());
    }
}
