package org.quintain.net.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.quintain.net.wire.capture.LinkType;
import org.quintain.net.wire.capture.PcapngWriter;

/** tshark as the second reader of DNS and DHCP in whole frames: pcap4j knows no DHCP, and less of DNS. */
class NamesTsharkTest {
    private static final Endpoints THERE = new Endpoints(
            MacAddress.of("02:00:5e:00:53:01"),
            Ipv4Address.of("192.168.1.2"),
            MacAddress.of("02:00:5e:00:53:02"),
            Ipv4Address.of("192.168.1.1"));

    @Test
    void tsharkReadsDnsAsWeDo() {
        List<byte[]> frames = new ArrayList<>();
        List<List<String>> wanted = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(31);
        for (int i = 0; i < 300; i++) {
            DnsName name = DnsName.of("a" + random.nextInt(1000) + ".Example");
            DnsName other = DnsName.of("ns" + i % 7 + ".test");
            int id = random.nextInt(0x10000);
            int address = random.nextInt();
            int ttl = random.nextInt(Integer.MAX_VALUE);
            DnsWriter writer = new DnsWriter().begin(id);
            writer.header().response(true).authoritative(i % 2 == 0).responseCode(i % 3 == 0 ? 0 : i % 3 + 1);
            writer.question(name, DnsType.ANY).section(DnsSection.ANSWER).a(name, ttl, address);
            writer.mx(name, 9, i, other).txt(name, 9, "t" + i).cname(name, 9, other);
            writer.section(DnsSection.AUTHORITY).ns(name, 5, other).soa(name, 6, other, name, i, 2, 3, 4, 5);
            writer.section(DnsSection.ADDITIONAL).aaaa(other, 7, new byte[16]).opt(1232);
            frames.add(Frames.udp(THERE.swapped(), Dns.PORT, 50_000 + i, writer.toBytes()));
            wanted.add(List.of(
                    String.format(java.util.Locale.ROOT, "0x%04x", id),
                    i % 2 == 0 ? "1" : "0",
                    Integer.toString(i % 3 == 0 ? 0 : i % 3 + 1),
                    name.toString(),
                    Ipv4Address.format(address),
                    Integer.toString(i),
                    other.toString(),
                    other.toString(),
                    other.toString(),
                    name.toString(),
                    Integer.toString(i),
                    "t" + i,
                    other.toString(),
                    "::",
                    "1,4,2,2"));
        }
        byte[] capture = capture(frames);
        assertEquals(
                wanted,
                Tshark.fields(
                                capture,
                                "dns.id",
                                "dns.flags.authoritative",
                                "dns.flags.rcode",
                                "dns.qry.name",
                                "dns.a",
                                "dns.mx.preference",
                                "dns.mx.mail_exchange",
                                "dns.ns",
                                "dns.soa.mname",
                                "dns.soa.rname",
                                "dns.soa.serial_number",
                                "dns.txt",
                                "dns.cname",
                                "dns.aaaa",
                                "dns.count.queries",
                                "dns.count.answers",
                                "dns.count.auth_rr",
                                "dns.count.add_rr")
                        .stream()
                        .map(row -> {
                            List<String> joined = new ArrayList<>(row.subList(0, 14));
                            joined.add(String.join(",", row.subList(14, 18)));
                            return joined;
                        })
                        .toList());
        assertEquals(0, Tshark.faulty(capture));
    }

    @Test
    void tsharkReadsDhcpAsWeDo() {
        List<byte[]> frames = new ArrayList<>();
        List<List<String>> wanted = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(37);
        for (int i = 0; i < 100; i++) {
            long mac = 0x0200_0000_0000L | random.nextLong(1L << 40);
            int xid = random.nextInt();
            byte[] discover = DhcpMessages.discover(xid, mac);
            Dhcpv4 dhcp = new Dhcpv4();
            assertEquals(Flaw.NONE, dhcp.wrap(discover, 0, discover.length));
            int[] v = random.ints(5).toArray();
            DhcpLease lease = new DhcpLease(v[0], v[1], v[2] & 0x7FFF_FFFF, 0xFFFF_FF00, v[3], v[4]);
            frames.add(Frames.udp(THERE, Dhcpv4.CLIENT_PORT, Dhcpv4.SERVER_PORT, discover));
            frames.add(Frames.udp(
                    THERE.swapped(), Dhcpv4.SERVER_PORT, Dhcpv4.CLIENT_PORT, DhcpMessages.offer(dhcp, lease)));
            String id = String.format(java.util.Locale.ROOT, "0x%08x", xid);
            wanted.add(List.of("1", id, "1", MacAddress.format(mac), "0.0.0.0", "1", "", "", "", "", ""));
            wanted.add(List.of(
                    "2",
                    id,
                    "1",
                    MacAddress.format(mac),
                    Ipv4Address.format(v[0]),
                    "2",
                    Ipv4Address.format(v[1]),
                    Integer.toString(v[2] & 0x7FFF_FFFF),
                    "255.255.255.0",
                    Ipv4Address.format(v[3]),
                    Ipv4Address.format(v[4])));
        }
        byte[] capture = capture(frames);
        assertEquals(
                wanted,
                Tshark.fields(
                        capture,
                        "dhcp.type",
                        "dhcp.id",
                        "dhcp.flags.bc",
                        "dhcp.hw.mac_addr",
                        "dhcp.ip.your",
                        "dhcp.option.dhcp",
                        "dhcp.option.dhcp_server_id",
                        "dhcp.option.ip_address_lease_time",
                        "dhcp.option.subnet_mask",
                        "dhcp.option.router",
                        "dhcp.option.domain_name_server"));
        assertEquals(0, Tshark.faulty(capture));
    }

    private static byte[] capture(List<byte[]> frames) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PcapngWriter writer = new PcapngWriter(out)) {
            int lan = writer.addInterface("lan", LinkType.ETHERNET);
            for (int i = 0; i < frames.size(); i++) {
                writer.write(lan, i * 1_000L, frames.get(i));
            }
        }
        return out.toByteArray();
    }
}
