package org.quintain.net.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class Dhcpv4Test {
    private static final long MAC = MacAddress.of("02:00:5e:00:53:01");
    private static final int SERVER = Ipv4Address.of("192.168.1.1");
    private static final DhcpLease LEASE = new DhcpLease(
            Ipv4Address.of("192.168.1.50"), SERVER, 3600, Ipv4Address.of("255.255.255.0"), SERVER, SERVER + 1);

    private final Dhcpv4 dhcp = new Dhcpv4();
    private final DhcpOptions options = new DhcpOptions();

    @Property(tries = 200)
    void everyFieldIsReadAsItWasWritten(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] v = random.ints(12).toArray();
        long mac = random.nextLong(1L << 48);
        byte[] frame = new byte[300];
        new Dhcpv4()
                .begin(frame, 20)
                .operation(1 + (v[0] & 1))
                .hardwareType(v[1])
                .hardwareLengthBytes(v[2] & 15)
                .hops(v[3])
                .transactionId(v[4])
                .elapsedSeconds(v[5])
                .flags(v[6])
                .clientAddress(v[7])
                .yourAddress(v[8])
                .nextServerAddress(v[9])
                .relayAddress(v[10])
                .clientMac(mac);
        assertEquals(Flaw.NONE, dhcp.wrap(frame, 20, 300));
        assertEquals(
                List.of(1 + (v[0] & 1), v[1] & 255, v[2] & 15, v[3] & 255, v[4], v[5] & 0xFFFF, v[6] & 0xFFFF),
                List.of(
                        dhcp.operation(),
                        dhcp.hardwareType(),
                        dhcp.hardwareLengthBytes(),
                        dhcp.hops(),
                        dhcp.transactionId(),
                        dhcp.elapsedSeconds(),
                        dhcp.flags()));
        assertEquals(
                List.of(v[7], v[8], v[9], v[10], mac),
                List.of(
                        dhcp.clientAddress(),
                        dhcp.yourAddress(),
                        dhcp.nextServerAddress(),
                        dhcp.relayAddress(),
                        dhcp.clientMac()));
        assertEquals((v[6] & 0x8000) != 0, dhcp.isBroadcast());
    }

    @Test
    void eachRuleOfTheHeaderHasItsFlaw() {
        byte[] frame = DhcpMessages.discover(1, MAC);
        for (int cut = 0; cut < 240; cut++) {
            assertEquals(Flaw.DHCPV4_TRUNCATED, dhcp.wrap(frame, 0, cut));
        }
        assertEquals(Flaw.NONE, dhcp.wrap(frame, 0, 240));
        frame[239]++;
        assertEquals(Flaw.DHCPV4_MAGIC_COOKIE, dhcp.wrap(frame, 0, 300));
        frame[2] = 17;
        assertEquals(Flaw.DHCPV4_HARDWARE_LENGTH, dhcp.wrap(frame, 0, 300));
        frame[0] = 3;
        assertEquals(Flaw.DHCPV4_OPERATION, dhcp.wrap(frame, 0, 300));
    }

    @Test
    void leaseIsAskedForAndGiven() {
        byte[] discover = DhcpMessages.discover(0xCAFE, MAC);
        assertEquals(Dhcpv4.MIN_MESSAGE_BYTES, discover.length);
        dhcp.wrap(discover, 0, discover.length);
        assertEquals(List.of(DhcpOptions.DISCOVER), types(dhcp));
        byte[] ack = DhcpMessages.ack(dhcp, LEASE);
        assertEquals(Flaw.NONE, dhcp.wrap(ack, 0, ack.length));
        assertTrue(dhcp.isBroadcast());
        assertEquals(List.of(0xCAFE, LEASE.address()), List.of(dhcp.transactionId(), dhcp.yourAddress()));
        List<String> seen = new ArrayList<>();
        options.wrap(dhcp);
        while (options.next()) {
            assertTrue(options.isCode(options.code()));
            seen.add(options.code() + "=" + (options.dataLengthBytes() == 1 ? options.number8() : options.number32()));
        }
        assertEquals(Flaw.NONE, options.flaw());
        assertEquals(List.of("53=5", "54=3232235777", "51=3600", "1=4294967040", "3=3232235777", "6=3232235778"), seen);
    }

    private static List<Integer> types(Dhcpv4 message) {
        List<Integer> types = new ArrayList<>();
        DhcpOptions options = new DhcpOptions().wrap(message);
        while (options.next()) {
            if (options.isCode(DhcpOptions.MESSAGE_TYPE)) {
                types.add(options.number8());
            }
        }
        return types;
    }

    /** RFC 3396 section 5: first the options, then file, then sname. */
    @Test
    void overloadedFieldsAreReadInTheirOrder() {
        for (int overload = 0; overload <= 4; overload++) {
            byte[] frame = new byte[300];
            Dhcpv4 written = new Dhcpv4().begin(frame, 0);
            put(frame, written.fileOffset(), 0, 12, 1, 'f', 12, 1, 'g', 255);
            put(frame, written.serverNameOffset(), 12, 1, 's', 52, 1, 3, 0, 0, 255);
            DhcpOptionsWriter writer = new DhcpOptionsWriter(written).text(DhcpOptions.HOST_NAME, "o");
            if (overload > 0) {
                writer.number8(DhcpOptions.OVERLOAD, overload);
            }
            writer.end();
            assertEquals(Flaw.NONE, dhcp.wrap(frame, 0, 300));
            StringBuilder names = new StringBuilder();
            options.wrap(dhcp);
            while (options.next()) {
                names.append(options.isCode(DhcpOptions.HOST_NAME) ? options.text() : "");
            }
            assertEquals(List.of("o", "ofg", "os", "ofgs", "o").get(overload), names.toString());
            assertEquals(overload == 4 ? Flaw.DHCPV4_OVERLOAD : Flaw.NONE, options.flaw());
        }
    }

    private static void put(byte[] frame, int at, int... bytes) {
        for (int i = 0; i < bytes.length; i++) {
            frame[at + i] = (byte) bytes[i];
        }
    }

    @Test
    void optionsInAFieldEndWithTheField() {
        byte[] frame = new byte[300];
        Dhcpv4 written = new Dhcpv4().begin(frame, 0);
        new DhcpOptionsWriter(written).number8(DhcpOptions.OVERLOAD, 2).end();
        put(frame, written.serverNameOffset() + 62, 12, 1, 'f');
        assertEquals(Flaw.NONE, dhcp.wrap(frame, 0, 300));
        options.wrap(dhcp);
        assertTrue(options.next());
        assertFalse(options.next());
        assertEquals(Flaw.DHCPV4_OPTION_BEYOND_FIELD, options.flaw());
        assertEquals(DhcpOptions.END, options.code());
    }

    @Property(tries = 100)
    void longOptionsAreSplitAndJoined(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        byte[] data = new byte[random.nextInt(1_000)];
        random.nextBytes(data);
        byte[] frame = new byte[1_300];
        Dhcpv4 written = new Dhcpv4().begin(frame, 0);
        int length =
                new DhcpOptionsWriter(written).data(43, data).number8(53, 1).end();
        assertEquals(Flaw.NONE, dhcp.wrap(frame, 0, length));
        assertArrayEquals(data, DhcpOptions.joined(dhcp, 43));
        assertEquals(List.of(1), types(dhcp));
        assertEquals(0, DhcpOptions.joined(dhcp, 44).length);
    }

    @Test
    void writerRefusesWhatHasNoRoom() {
        DhcpOptionsWriter writer = new DhcpOptionsWriter(new Dhcpv4().begin(new byte[243], 0));
        assertThrows(IllegalArgumentException.class, () -> writer.number32(51, 1));
        assertThrows(IllegalArgumentException.class, () -> writer.number8(0, 1));
        assertThrows(IllegalArgumentException.class, () -> writer.number8(255, 1));
        assertEquals(
                243,
                new DhcpOptionsWriter(new Dhcpv4().begin(new byte[243], 0))
                        .data(61)
                        .end());
    }

    @Test
    void mutatedAndCutMessagesNeverThrowAndAllocateNothing() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        SplittableRandom random = new SplittableRandom(23);
        byte[] discover = DhcpMessages.discover(1, MAC);
        dhcp.wrap(discover, 0, discover.length);
        byte[] sound = DhcpMessages.offer(dhcp, LEASE);
        byte[] frame = sound.clone();
        int flaws = 0;
        long before = 0;
        int tries = Integer.getInteger("quintain.frames", 20_000);
        for (int i = 0; i < tries; i++) {
            if (i == 1_000) {
                before = threads.getCurrentThreadAllocatedBytes();
            }
            System.arraycopy(sound, 0, frame, 0, sound.length);
            for (int k = random.nextInt(1, 6); k > 0; k--) {
                int at = random.nextInt(3) == 0 ? random.nextInt(frame.length) : random.nextInt(240, frame.length);
                frame[at] = (byte) (random.nextInt(4) == 0 ? 52 : random.nextInt(256));
            }
            int limit = frame.length - (random.nextBoolean() ? 0 : random.nextInt(70));
            flaws += walk(frame, limit) ? 0 : 1;
        }
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        assertTrue(flaws > tries / 10, "flaws: " + flaws);
        assertTrue(allocated < 20_000, "allocated: " + allocated);
    }

    private boolean walk(byte[] frame, int limit) {
        if (dhcp.wrap(frame, 0, limit) != Flaw.NONE) {
            return false;
        }
        options.wrap(dhcp);
        int count = 0;
        while (options.next()) {
            if (options.dataOffset() + options.dataLengthBytes() > limit || ++count > 200) {
                throw new AssertionError("an option within " + limit + " wanted");
            }
        }
        return options.flaw() == Flaw.NONE;
    }

    @Test
    void optionsCutAtEveryByteSaySo() {
        byte[] frame = DhcpMessages.offer(new Dhcpv4().begin(new byte[240], 0), LEASE);
        int end = 240 + 3 + 5 * 6;
        assertEquals(DhcpOptions.END, frame[end] & 255);
        for (int cut = 241; cut < end; cut++) {
            dhcp.wrap(Arrays.copyOf(frame, cut), 0, cut);
            options.wrap(dhcp);
            int count = 0;
            while (options.next()) {
                count++;
            }
            boolean isBetween = (cut - 243) % 6 == 0 && cut >= 243;
            assertEquals(cut < 243 ? 0 : 1 + (cut - 243) / 6, count);
            assertEquals(isBetween, options.flaw() == Flaw.NONE, "cut=" + cut);
        }
    }
}
