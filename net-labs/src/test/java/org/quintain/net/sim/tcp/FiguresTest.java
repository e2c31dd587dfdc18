package org.quintain.net.sim.tcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quintain.net.wire.Tcp;

/** The figures 6 to 13 of RFC 9293 sections 3.5 and 3.6, peer by peer; the stack under test has ISS 100. */
class FiguresTest {
    private static final int SYN = Tcp.SYN;
    private static final int ACK = Tcp.ACK;
    private static final int RST = Tcp.RST;
    private static final int FIN = Tcp.FIN;
    private static final TcpPolicy POLICY = TcpPolicy.DEFAULT;

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Test
    void figure6PeerAOpensActively() {
        ScriptedPeer a = new ScriptedPeer(POLICY);
        TcpConnection c = a.connect();
        assertEquals(TcpState.SYN_SENT, c.state());
        assertEquals(List.of("<SEQ=100><CTL=SYN>"), a.takeSent());
        a.arrive(300, 101, SYN | ACK, "");
        assertEquals(TcpState.ESTABLISHED, c.state());
        assertEquals(List.of("<SEQ=101><ACK=301><CTL=ACK>"), a.takeSent());
        c.send(ascii("data"));
        assertEquals(List.of("<SEQ=101><ACK=301><DATA=data><CTL=ACK>"), a.takeSent());
    }

    @Test
    void figure6PeerBOpensPassively() {
        ScriptedPeer b = ScriptedPeer.listening(POLICY);
        b.arrive(300, 0, SYN, "");
        assertEquals(List.of("<SEQ=100><ACK=301><CTL=SYN,ACK>"), b.takeSent());
        assertEquals(TcpState.SYN_RECEIVED, b.connection().state());
        b.arrive(301, 101, ACK, "");
        assertEquals(TcpState.ESTABLISHED, b.connection().state());
        b.arrive(301, 101, ACK, "data");
        assertEquals("data", b.recorder.text());
        assertEquals(List.of("<SEQ=101><ACK=305><CTL=ACK>"), b.takeSent());
        assertEquals(List.of("connected"), b.recorder.told);
    }

    @Test
    void figure7BothOpenAtOnce() {
        ScriptedPeer a = new ScriptedPeer(POLICY);
        TcpConnection c = a.connect();
        a.takeSent();
        a.arrive(300, 0, SYN, "");
        assertEquals(TcpState.SYN_RECEIVED, c.state());
        assertEquals(List.of("<SEQ=100><ACK=301><CTL=SYN,ACK>"), a.takeSent());
        a.arrive(300, 101, SYN | ACK, "");
        assertEquals(TcpState.ESTABLISHED, c.state());
        assertEquals(List.of("connected"), a.recorder.told);
    }

    @Test
    void figure8AnOldDuplicateSynIsUndoneByAReset() {
        ScriptedPeer b = ScriptedPeer.listening(POLICY);
        b.arrive(90, 0, SYN, "");
        assertEquals(List.of("<SEQ=100><ACK=91><CTL=SYN,ACK>"), b.takeSent());
        b.arrive(91, 0, RST, "");
        assertEquals(List.of(), b.stack.connections());
        assertEquals(0, b.stack.halfOpen(ScriptedPeer.PORT_A));
        b.arrive(300, 0, SYN, "");
        assertEquals(List.of("<SEQ=100><ACK=301><CTL=SYN,ACK>"), b.takeSent());
        b.arrive(301, 101, ACK, "");
        assertEquals(TcpState.ESTABLISHED, b.connection().state());
        assertEquals(List.of("connected"), b.recorder.told);
    }

    @Test
    void figure8TheOtherSideResetsAnAcknowledgmentOfWhatItNeverSent() {
        ScriptedPeer a = new ScriptedPeer(POLICY);
        TcpConnection c = a.connect();
        a.takeSent();
        a.arrive(300, 91, SYN | ACK, "");
        assertEquals(List.of("<SEQ=91><CTL=RST>"), a.takeSent());
        assertEquals(TcpState.SYN_SENT, c.state());
        a.arrive(400, 101, SYN | ACK, "");
        assertEquals(TcpState.ESTABLISHED, c.state());
    }

    @Test
    void figure9AHalfOpenConnectionIsDiscoveredByTheSideThatCrashed() {
        ScriptedPeer a = new ScriptedPeer(POLICY);
        TcpConnection c = a.connect();
        a.takeSent();
        a.arrive(300, 700, ACK, "");
        assertEquals(List.of("<SEQ=700><CTL=RST>"), a.takeSent());
        assertEquals(TcpState.SYN_SENT, c.state());
        a.network.advance(1_000_000);
        assertEquals(List.of("<SEQ=100><CTL=SYN>"), a.takeSent());
    }

    @Test
    void figure9TheSideThatDidNotCrashAnswersTheSynWithItsNumbersAndBelievesTheReset() {
        ScriptedPeer b = ScriptedPeer.established(POLICY);
        TcpConnection c = b.connection();
        b.arrive(400, 0, SYN, "");
        assertEquals(List.of("<SEQ=101><ACK=301><CTL=ACK>"), b.takeSent());
        b.arrive(301, 0, RST, "");
        assertEquals(TcpState.CLOSED, c.state());
        assertEquals(List.of("connected", "RESET"), b.recorder.told);
        b.arrive(400, 0, SYN, "");
        assertEquals(List.of("<SEQ=100><ACK=401><CTL=SYN,ACK>"), b.takeSent());
    }

    @Test
    void figure10TheActiveSideOfAHalfOpenConnectionGetsAReset() {
        ScriptedPeer a = new ScriptedPeer(POLICY);
        a.arrive(300, 100, ACK, "data");
        assertEquals(List.of("<SEQ=100><CTL=RST>"), a.takeSent());
    }

    @Test
    void figure11AnOldDuplicateSynResetsTwoPassiveSockets() {
        ScriptedPeer b = ScriptedPeer.listening(POLICY);
        b.arrive(200, 0, SYN, "");
        assertEquals(List.of("<SEQ=100><ACK=201><CTL=SYN,ACK>"), b.takeSent());
        b.arrive(201, 0, RST, "");
        assertEquals(List.of(), b.stack.connections());
        // The other one, in LISTEN, that got <SEQ=X><ACK=Z+1><CTL=SYN,ACK>:
        b.arrive(300, 201, SYN | ACK, "");
        assertEquals(List.of("<SEQ=201><CTL=RST>"), b.takeSent());
        assertEquals(List.of(), b.recorder.told);
    }

    @Test
    void figure12PeerAClosesFirst() {
        ScriptedPeer a = ScriptedPeer.established(POLICY);
        TcpConnection c = a.connection();
        c.close();
        assertEquals(TcpState.FIN_WAIT_1, c.state());
        assertEquals(List.of("<SEQ=101><ACK=301><CTL=FIN,ACK>"), a.takeSent());
        a.arrive(301, 102, ACK, "");
        assertEquals(TcpState.FIN_WAIT_2, c.state());
        a.arrive(301, 102, FIN | ACK, "");
        assertEquals(TcpState.TIME_WAIT, c.state());
        assertEquals(List.of("<SEQ=102><ACK=302><CTL=ACK>"), a.takeSent());
        assertEquals(List.of("connected", "peerClosed", "NORMAL"), a.recorder.told);
        a.network.advance(239_999_999);
        assertEquals(TcpState.TIME_WAIT, c.state());
        a.network.advance(1);
        assertEquals(TcpState.CLOSED, c.state());
        assertEquals(List.of(), a.stack.connections());
    }

    @Test
    void figure12PeerBClosesSecond() {
        ScriptedPeer b = ScriptedPeer.established(POLICY);
        TcpConnection c = b.connection();
        b.arrive(301, 101, FIN | ACK, "");
        assertEquals(TcpState.CLOSE_WAIT, c.state());
        assertEquals(List.of("<SEQ=101><ACK=302><CTL=ACK>"), b.takeSent());
        c.close();
        assertEquals(TcpState.LAST_ACK, c.state());
        assertEquals(List.of("<SEQ=101><ACK=302><CTL=FIN,ACK>"), b.takeSent());
        b.arrive(302, 102, ACK, "");
        assertEquals(TcpState.CLOSED, c.state());
        assertEquals(List.of("connected", "peerClosed", "NORMAL"), b.recorder.told);
    }

    @Test
    void figure13BothCloseAtOnce() {
        ScriptedPeer a = ScriptedPeer.established(POLICY);
        TcpConnection c = a.connection();
        c.close();
        a.takeSent();
        a.arrive(301, 101, FIN | ACK, "");
        assertEquals(TcpState.CLOSING, c.state());
        assertEquals(List.of("<SEQ=102><ACK=302><CTL=ACK>"), a.takeSent());
        a.arrive(302, 102, ACK, "");
        assertEquals(TcpState.TIME_WAIT, c.state());
        assertTrue(a.recorder.told.contains("NORMAL"));
    }

    @Test
    void aRetransmittedFinInTimeWaitIsAcknowledgedAndStartsTheWaitAgain() {
        ScriptedPeer a = ScriptedPeer.established(POLICY);
        TcpConnection c = a.connection();
        c.close();
        a.arrive(301, 102, FIN | ACK, "");
        a.takeSent();
        a.network.advance(200_000_000);
        a.arrive(301, 102, FIN | ACK, "");
        assertEquals(List.of("<SEQ=102><ACK=302><CTL=ACK>"), a.takeSent());
        a.network.advance(200_000_000);
        assertEquals(TcpState.TIME_WAIT, c.state());
    }

    @Test
    void aNewSynBeyondTheOldNumbersReopensATimeWait() {
        ScriptedPeer b = ScriptedPeer.established(POLICY);
        b.connection().close();
        b.arrive(301, 102, FIN | ACK, "");
        assertEquals(TcpState.TIME_WAIT, b.connection().state());
        b.takeSent();
        b.arrive(290, 0, SYN, "");
        assertEquals(List.of("<SEQ=102><ACK=302><CTL=ACK>"), b.takeSent());
        b.arrive(900, 0, SYN, "");
        assertEquals(List.of("<SEQ=100><ACK=901><CTL=SYN,ACK>"), b.takeSent());
    }

    @Test
    void aClosedPortAnswersWithAResetAndNeverAnswersAReset() {
        ScriptedPeer a = new ScriptedPeer(POLICY);
        a.arrive(300, 0, SYN, "hello");
        assertEquals(List.of("<SEQ=0><ACK=306><CTL=RST,ACK>"), a.takeSent());
        a.arrive(300, 0, RST, "");
        assertEquals(List.of(), a.takeSent());
        TcpConnection c = a.connect();
        a.takeSent();
        a.arrive(0, 101, RST | ACK, "");
        assertEquals(TcpState.CLOSED, c.state());
        assertEquals(List.of("REFUSED"), a.recorder.told);
    }
}
