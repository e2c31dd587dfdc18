package org.quintain.net.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class DnsNameTest {
    /** RFC 1035 section 4.1.4: the message with F.ISI.ARPA at 20, FOO.F.ISI.ARPA at 40, ARPA at 64 and the root at 92. */
    private static byte[] rfc1035Message() {
        byte[] message = new byte[93];
        System.arraycopy(DnsName.of("F.ISI.ARPA").wire(), 0, message, 20, 12);
        System.arraycopy(HexFormat.of().parseHex("03464f4fc014"), 0, message, 40, 6);
        System.arraycopy(HexFormat.of().parseHex("c01a"), 0, message, 64, 2);
        return message;
    }

    @Test
    void namesOfRfc1035AreRead() {
        byte[] message = rfc1035Message();
        DnsName name = new DnsName();
        for (var wanted : List.of(
                List.of(20, "F.ISI.ARPA", 12, 32),
                List.of(40, "FOO.F.ISI.ARPA", 16, 46),
                List.of(64, "ARPA", 6, 66),
                List.of(92, ".", 1, 93))) {
            assertEquals(Flaw.NONE, name.wrap(message, 0, (int) wanted.get(0), message.length));
            assertEquals(wanted.subList(1, 4), List.of(name.toString(), name.lengthBytes(), name.endOffset()));
        }
    }

    @Test
    void namesAreEqualWhateverTheirCaseAndWhereverTheyStand() {
        DnsName window = new DnsName();
        window.wrap(rfc1035Message(), 0, 40, 93);
        DnsName own = DnsName.of("foo.f.isi.arpa");
        assertEquals(own, window);
        assertEquals(window, own);
        assertEquals(own.hashCode(), window.hashCode());
        assertFalse(own.isIdentical(window));
        assertTrue(own.isIdentical(DnsName.of("foo.f.isi.arpa.")));
        assertNotEquals(own, DnsName.of("fooof.isi.arpa"));
        assertNotEquals(own, DnsName.of("foo.f.isi"));
        assertNotEquals(own, DnsName.of("foo.f.isi.arpb"));
        // 0x40 and 0x60, 0x5B and 0x7B differ in the same bit as letters do, and are none (RFC 4343 section 3).
        assertNotEquals(DnsName.of("@"), DnsName.of("`"));
        assertNotEquals(DnsName.of("["), DnsName.of("{"));
        assertEquals("FOO.F.ISI.ARPA", window.copy().toString());
    }

    @Test
    void zoneHoldsItselfAndWhatIsBelow() {
        DnsName zone = DnsName.of("bank.example");
        assertTrue(zone.isUnder(DnsName.of("BANK.example")));
        assertTrue(DnsName.of("a.b.bank.example").isUnder(zone));
        assertFalse(DnsName.of("notbank.example").isUnder(zone));
        assertFalse(DnsName.of("bank.example.test").isUnder(zone));
        assertFalse(DnsName.of("example").isUnder(zone));
        assertTrue(zone.isUnder(new DnsName()));
        DnsName window = new DnsName();
        window.wrap(rfc1035Message(), 0, 40, 93);
        assertTrue(window.isUnder(DnsName.of("isi.arpa")));
        assertEquals(DnsName.of("f.isi.arpa"), window.parent());
        assertEquals(new DnsName(), new DnsName().parent());
    }

    @Test
    void textHasEscapesAndIsRefusedWithAReason() {
        assertArrayEquals(
                new byte[] {3, 'a', '.', 'b', 2, 0, (byte) 255, 0},
                DnsName.of("a\\.b.\\000\\255").wire());
        assertEquals("a\\.b.\\000\\255", DnsName.of("a\\.b.\\000\\255").toString());
        assertArrayEquals(new byte[1], DnsName.of(".").wire());
        String label = "a".repeat(63);
        String longest = label + "." + label + "." + label + "." + "a".repeat(61);
        assertEquals(255, DnsName.of(longest).lengthBytes());
        assertEquals(DnsName.of(longest), DnsName.of(longest + "."));
        for (String wrong : List.of(
                "", "..", ".a", "a..b", "a..", label + "a", longest + "a", "a\\", "a\\25", "a\\256", "é", "\0\u0080")) {
            assertThrows(IllegalArgumentException.class, () -> DnsName.of(wrong), wrong);
        }
    }

    @Property(tries = 300)
    void everyNameComesBackFromItsText(@ForAll @Size(max = 3) List<@Size(min = 1, max = 63) byte[]> labels) {
        java.io.ByteArrayOutputStream wire = new java.io.ByteArrayOutputStream();
        for (byte[] label : labels) {
            wire.write(label.length);
            wire.writeBytes(label);
        }
        wire.write(0);
        DnsName name = new DnsName();
        assertEquals(Flaw.NONE, name.wrap(wire.toByteArray(), 0, 0, wire.size()));
        assertArrayEquals(wire.toByteArray(), DnsName.of(name.toString()).wire());
        assertEquals(labels.size(), name.labelCount());
    }

    @Test
    void pointersForwardToThemselvesInACircleOrIntoTheHeaderAreRefused() {
        byte[] message = new byte[40];
        assertEquals(Flaw.DNS_POINTER, judged(message, 20, "c014"), "to itself");
        assertEquals(Flaw.DNS_POINTER, judged(message, 20, "c016"), "forward");
        assertEquals(Flaw.DNS_POINTER, judged(message, 20, "0161c014"), "to the part that it ends");
        assertEquals(Flaw.DNS_POINTER, judged(message, 20, "0161c015"), "into the part that it ends");
        assertEquals(Flaw.DNS_POINTER, judged(message, 20, "c00b"), "into the header");
        assertEquals(Flaw.DNS_NAME_BEYOND_MESSAGE, judged(message, 38, "0161"), "no end");
        assertEquals(Flaw.DNS_NAME_BEYOND_MESSAGE, judged(message, 39, "c0"), "half a pointer");
        assertEquals(Flaw.DNS_NAME_BEYOND_MESSAGE, judged(message, 38, "3f61"), "label beyond");
        assertEquals(Flaw.DNS_LABEL_KIND, judged(message, 20, "4061"));
        assertEquals(Flaw.DNS_LABEL_KIND, judged(message, 20, "8061"));
        byte[] circle = new byte[40];
        System.arraycopy(HexFormat.of().parseHex("0161c018"), 0, circle, 20, 4);
        System.arraycopy(HexFormat.of().parseHex("0162c014"), 0, circle, 24, 4);
        assertEquals(Flaw.DNS_POINTER, new DnsName().wrap(circle, 0, 24, 40));
        assertEquals(Flaw.DNS_POINTER, new DnsName().wrap(circle, 0, 20, 40));
    }

    @Test
    void namesOfMoreThan255BytesAreRefusedHoweverTheyAreCompressed() {
        byte[] message = new byte[400];
        int at = 12;
        for (int i = 0; i < 4; i++) {
            message[at] = 62;
            at += 63;
        }
        message[at++] = 1;
        message[at++] = 'a';
        at++;
        DnsName name = new DnsName();
        assertEquals(Flaw.NONE, name.wrap(message, 0, 12, 400));
        assertEquals(255, name.lengthBytes());
        message[at] = 1;
        message[at + 2] = (byte) 0xC0;
        message[at + 3] = 12;
        assertEquals(Flaw.DNS_NAME_LENGTH, name.wrap(message, 0, at, 400));
        assertEquals(".", name.toString(), "what is refused is the root");
        message[12 + 4 * 63] = 2;
        assertEquals(Flaw.DNS_NAME_LENGTH, name.wrap(message, 0, 12, 400));
    }

    private static Flaw judged(byte[] message, int at, String hex) {
        byte[] changed = message.clone();
        byte[] bytes = HexFormat.of().parseHex(hex);
        System.arraycopy(bytes, 0, changed, at, bytes.length);
        return new DnsName().wrap(changed, 0, at, changed.length);
    }
}
