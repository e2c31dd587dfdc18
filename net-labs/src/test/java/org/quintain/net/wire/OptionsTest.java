package org.quintain.net.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class OptionsTest {
    @Test
    void everyOptionOfTcpIsReadAsItWasWritten() {
        byte[] frame = new byte[60];
        Tcp tcp = new Tcp().begin(frame, 0);
        TcpOptions options = new TcpOptions();
        options.begin(tcp)
                .maximumSegmentSizeBytes(1460)
                .windowScale(7)
                .sackPermitted()
                .noOperation()
                .timestamps(-1, 5)
                .sack(-10, 20)
                .end(tcp);
        assertEquals(52, tcp.lengthBytes());
        assertEquals(Flaw.NONE, tcp.wrap(frame, 0, 60));

        options.wrap(tcp);
        assertTrue(options.next() && options.isKind(TcpOptions.KIND_MAXIMUM_SEGMENT_SIZE));
        assertEquals(1460, options.maximumSegmentSizeBytes());
        assertTrue(options.next() && options.isKind(TcpOptions.KIND_WINDOW_SCALE));
        assertEquals(7, options.windowScale());
        assertTrue(options.next() && options.isKind(TcpOptions.KIND_SACK_PERMITTED));
        assertTrue(options.next() && options.isKind(TcpOptions.KIND_NO_OPERATION));
        assertEquals(0, options.dataLengthBytes());
        assertTrue(options.next() && options.isKind(TcpOptions.KIND_TIMESTAMPS));
        assertEquals(-1, options.timestampValue());
        assertEquals(5, options.timestampEchoReply());
        assertTrue(options.next() && options.isKind(TcpOptions.KIND_SACK));
        assertEquals(1, options.sackBlocks());
        assertEquals(-10, options.sackLeftEdge(0));
        assertEquals(20, options.sackRightEdge(0));
        assertFalse(options.next() || options.next());
        assertEquals(Flaw.NONE, options.flaw());
    }

    @Test
    void anOptionOfAnotherLengthThanItsRfcWantsIsSeenAndNotOfItsKind() {
        TcpOptions options = tcp("0205123456" + "000000");
        assertTrue(options.next());
        assertEquals(TcpOptions.KIND_MAXIMUM_SEGMENT_SIZE, options.kind());
        assertFalse(options.isKind(TcpOptions.KIND_MAXIMUM_SEGMENT_SIZE));
        assertFalse(options.next());
        assertEquals(Flaw.NONE, options.flaw());
    }

    @Test
    void halfABlockIsNoSelectiveAcknowledgment() {
        TcpOptions options = tcp("050e" + "00".repeat(12) + "0000");
        assertTrue(options.next());
        assertFalse(options.isKind(TcpOptions.KIND_SACK));
    }

    @Test
    void lengthsOfZeroAndOneEndTheListWithTheirReason() {
        for (String length : new String[] {"00", "01"}) {
            TcpOptions options = tcp("01fe" + length + "00");
            assertTrue(options.next());
            assertFalse(options.next() || options.next());
            assertEquals(Flaw.TCP_OPTION_LENGTH, options.flaw());
            Ipv4Options others = ipv4("01fe" + length + "00");
            assertTrue(others.next());
            assertFalse(others.next() || others.next());
            assertEquals(Flaw.IPV4_OPTION_LENGTH, others.flaw());
        }
    }

    @Test
    void anOptionMayEndWithTheHeaderAndNotBehindIt() {
        TcpOptions fits = tcp("01fe0300");
        assertTrue(fits.next() && fits.next() && !fits.next());
        assertEquals(Flaw.NONE, fits.flaw());
        for (String bytes : new String[] {"01fe0400", "01feff00", "010101fe"}) {
            TcpOptions beyond = tcp(bytes);
            while (beyond.next()) {
                assertEquals(1, beyond.kind());
            }
            assertEquals(Flaw.TCP_OPTION_BEYOND_HEADER, beyond.flaw(), bytes);
            Ipv4Options others = ipv4(bytes);
            while (others.next()) {
                assertEquals(1, others.kind());
            }
            assertEquals(Flaw.IPV4_OPTION_BEYOND_HEADER, others.flaw(), bytes);
        }
    }

    @Test
    void fortyBytesOfOptionsFitAndNoMore() {
        byte[] frame = new byte[100];
        Ipv4 ip = new Ipv4().begin(frame, 0);
        Ipv4Options options = new Ipv4Options().begin(ip).option(200, new byte[38]);
        assertThrows(IllegalArgumentException.class, options::noOperation);
        assertEquals(60, options.end(ip).lengthBytes());
        Tcp tcp = new Tcp().begin(frame, 0, 24);
        TcpOptions few = new TcpOptions().begin(tcp).windowScale(1);
        assertThrows(IllegalArgumentException.class, few::sackPermitted, "the limit stands in the way");
        assertEquals(24, few.end(tcp).lengthBytes());
    }

    @Test
    void aHeaderWithoutOptionsHasNone() {
        byte[] frame = new byte[40];
        assertFalse(new TcpOptions().wrap(new Tcp().begin(frame, 0)).next());
        assertFalse(new Ipv4Options().wrap(new Ipv4().begin(frame, 0)).next());
        assertFalse(new TcpOptions().next());
    }

    private static TcpOptions tcp(String options) {
        byte[] frame = HexFormat.of().parseHex("00".repeat(20) + options + "ffff");
        Tcp tcp = new Tcp().place(frame, 0, frame.length).dataOffsetWords(5 + options.length() / 8);
        assertEquals(Flaw.NONE, tcp.wrap(frame, 0, frame.length));
        return new TcpOptions().wrap(tcp);
    }

    private static Ipv4Options ipv4(String options) {
        byte[] frame = HexFormat.of().parseHex("00".repeat(20) + options + "ffff");
        Ipv4 ip = new Ipv4().begin(frame, 0).headerWords(5 + options.length() / 8);
        assertEquals(Flaw.NONE, ip.wrap(frame, 0, frame.length));
        return new Ipv4Options().wrap(ip);
    }
}
