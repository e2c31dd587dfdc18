package org.quintain.net.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class AddressTest {
    @Property(tries = 300)
    void anIpv4AddressIsReadAsItIsWritten(@ForAll int address) {
        assertEquals(address, Ipv4Address.of(Ipv4Address.format(address)));
        assertEquals(Peer.address(address).getHostAddress(), Ipv4Address.format(address));
    }

    @Property(tries = 300)
    void aMacIsReadAsItIsWritten(@ForAll @LongRange(max = 0xFFFF_FFFF_FFFFL) long mac) {
        assertEquals(mac, MacAddress.of(MacAddress.format(mac)));
        assertEquals(Peer.mac(mac).toString(), MacAddress.format(mac));
    }

    @Property(tries = 300)
    void anyTextHasAReasonOrIsAnAddress(@ForAll String text) {
        assertEquals(Ipv4Address.check(text) == Flaw.NONE, text.matches("([0-9]{1,3}\\.){3}[0-9]{1,3}"));
        assertEquals(MacAddress.check(text) == Flaw.NONE, text.matches("([0-9a-fA-F]{2}:){5}[0-9a-fA-F]{2}"));
    }

    @Test
    void textsThatSomeReadersTakeForAddressesAreRefused() {
        for (String text : new String[] {
            "",
            "10.0.0",
            "10.0.0.1.",
            "1.2.3.4.5",
            "10.0.0.256",
            "010.0.0.1",
            "10.0.0.01",
            "0x0a.0.0.1",
            "+1.0.0.1",
            " 10.0.0.1",
            "10.0.0.1\n",
            "10..0.1",
            "10.0.0.-1",
            "\uFF11.0.0.1",
            "167772161",
            "1000.0.0.1"
        }) {
            assertTrue(Ipv4Address.check(text).isFlaw(), text);
            assertThrows(IllegalArgumentException.class, () -> Ipv4Address.of(text));
        }
        for (String text : new String[] {
            "",
            "02-00-5e-00-53-01",
            "2:0:5e:0:53:1",
            "02:00:5e:00:53:01:",
            "02:00:5e:00:53:0g",
            "02005e005301",
            "\uFF10\uFF12:00:5e:00:53:1"
        }) {
            assertEquals(Flaw.MAC_ADDRESS_FORM, MacAddress.check(text), text);
            assertThrows(IllegalArgumentException.class, () -> MacAddress.of(text));
        }
        assertEquals(Flaw.IPV4_ADDRESS_PARTS, Ipv4Address.check("10.0.0"));
        assertEquals(Flaw.IPV4_ADDRESS_NUMBER, Ipv4Address.check("10.0.0.256"));
    }

    @Test
    void kindsOfAddressesAreTold() {
        assertTrue(MacAddress.isGroup(MacAddress.BROADCAST));
        assertTrue(MacAddress.isGroup(MacAddress.of("01:00:5e:00:00:01")));
        long local = MacAddress.local(-1);
        assertEquals("02:ff:ff:ff:ff:ff", MacAddress.format(local));
        assertTrue(MacAddress.isLocallyAdministered(local) && !MacAddress.isGroup(local));
        assertEquals(0xFFFFFF00, Ipv4Address.mask(24));
        assertEquals(0, Ipv4Address.mask(0));
        assertEquals(-1, Ipv4Address.mask(32));
        assertThrows(IllegalArgumentException.class, () -> Ipv4Address.mask(33));
        int router = Ipv4Address.of("192.0.2.1");
        assertTrue(Ipv4Address.isSameNetwork(router, Ipv4Address.of("192.0.2.254"), Ipv4Address.mask(24)));
        assertFalse(Ipv4Address.isSameNetwork(router, Ipv4Address.of("198.51.100.1"), Ipv4Address.mask(24)));
        assertTrue(Ipv4Address.isMulticast(Ipv4Address.of("239.255.255.255")));
        assertFalse(Ipv4Address.isMulticast(Ipv4Address.of("240.0.0.0")));
    }
}
