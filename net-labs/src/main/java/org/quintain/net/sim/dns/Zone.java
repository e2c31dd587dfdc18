package org.quintain.net.sim.dns;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.quintain.core.Incubating;
import org.quintain.net.wire.DnsName;
import org.quintain.net.wire.DnsType;

/**
 * What a server knows of a zone: its records, and to whom parts of it are delegated (RFC 1034 section 4.2).
 *
 * <pre>{@code
 * Zone zone = new Zone("harbour.example", 300)
 *         .server("ns1.harbour.example", Ipv4Address.of("192.0.2.53"))
 *         .a("www.harbour.example", Ipv4Address.of("192.0.2.80"))
 *         .cname("web.harbour.example", "www.harbour.example")
 *         .delegate("boats.harbour.example", "ns.boats.harbour.example", Ipv4Address.of("198.51.100.53"));
 * }</pre>
 *
 * <p>A zone is meant to be small: it is searched from its beginning. There are no wildcards.
 */
@Incubating
public final class Zone {
    private static final DnsName EXAMPLE = DnsName.of("example");
    private static final DnsName TEST = DnsName.of("test");

    private final DnsName origin;
    private final long ttlSeconds;
    private final List<DnsRecord> records = new ArrayList<>();
    private String firstServer;
    private long negativeTtlSeconds = 60;
    private ZoneKey key;

    /**
     * A zone without records.
     *
     * @param origin {@code "."}, or a name under {@code .example} or {@code .test}
     * @param ttlSeconds of all records that do not say otherwise, 0 to 2^31 - 1
     */
    public Zone(String origin, long ttlSeconds) {
        this.origin = permitted(origin);
        this.ttlSeconds = ttlSeconds;
        this.firstServer = origin;
    }

    private static DnsName permitted(String text) {
        DnsName name = DnsName.of(text);
        if (name.labelCount() > 0 && !name.isUnder(EXAMPLE) && !name.isUnder(TEST)) {
            throw new IllegalArgumentException("a name under .example or .test wanted: name=" + text);
        }
        return name;
    }

    /** How long it may be kept that a name does not exist, 60 seconds unless set (RFC 2308 section 4). */
    public Zone negativeTtl(long seconds) {
        negativeTtlSeconds = seconds;
        return this;
    }

    /**
     * A name server of the zone.
     *
     * @param name of the server
     * @param address of the server; noted if the name lies in the zone
     */
    public Zone server(String name, int address) {
        firstServer = records.isEmpty() ? name : firstServer;
        return add(DnsRecord.ns(origin.toString(), ttlSeconds, name)).glue(name, address);
    }

    /** An address of a name. */
    public Zone a(String name, int address) {
        return add(DnsRecord.a(name, ttlSeconds, address));
    }

    /** An alias; its name has no other records (RFC 1034 section 3.6.2). */
    public Zone cname(String name, String canonical) {
        permitted(canonical);
        return add(DnsRecord.cname(name, ttlSeconds, canonical));
    }

    /** A text of 0 to 255 characters of ASCII. */
    public Zone txt(String name, String text) {
        return add(DnsRecord.txt(name, ttlSeconds, text));
    }

    /**
     * Hands a part of the zone over: whoever asks for it is sent on (RFC 1034 section 4.2.1).
     *
     * @param child a name below the origin
     * @param server of the child; in its bailiwick its address is told as glue, elsewhere it must be looked up
     * @param address of the server
     */
    public Zone delegate(String child, String server, int address) {
        if (DnsName.of(child).equals(origin)) {
            throw new IllegalArgumentException("a name below the origin wanted: child=" + child);
        }
        return add(DnsRecord.ns(child, ttlSeconds, server)).glue(server, address);
    }

    private Zone glue(String server, int address) {
        DnsRecord glue = DnsRecord.a(server, ttlSeconds, address);
        return permitted(server).isUnder(origin) && !records.contains(glue) ? add(glue) : this;
    }

    /** Any record under the origin. */
    public Zone add(DnsRecord record) {
        if (!record.name().isUnder(origin)) {
            throw new IllegalArgumentException("a name in the zone " + origin + " wanted: name=" + record.name());
        }
        permitted(record.name().toString());
        records.add(record);
        return this;
    }

    /** Signs all answers of the zone to who asks for signatures: see {@link ZoneKey}. */
    public Zone signedBy(ZoneKey newKey) {
        if (!newKey.zone().equals(origin)) {
            throw new IllegalArgumentException("a key of the zone " + origin + " wanted: zone=" + newKey.zone());
        }
        key = newKey;
        return this;
    }

    /** The zone's top. */
    public DnsName origin() {
        return origin;
    }

    /** All records, in the order of adding; a view. */
    public List<DnsRecord> records() {
        return Collections.unmodifiableList(records);
    }

    /** Whether an address belongs to a name here: what a checker compares an answer with. */
    public boolean hasAddress(DnsName name, int address) {
        for (DnsRecord record : records) {
            if (record.isOf(name, DnsType.A) && record.address() == address) {
                return true;
            }
        }
        return false;
    }

    /** The key, or null for a zone without signatures. */
    ZoneKey key() {
        return key;
    }

    /** The records of a name and type, in the order of adding. */
    List<DnsRecord> find(DnsName name, int type) {
        List<DnsRecord> found = new ArrayList<>(2);
        for (DnsRecord record : records) {
            if (record.isOf(name, type) || type == DnsType.ANY && record.name().equals(name)) {
                found.add(record);
            }
        }
        return found;
    }

    /** Whether the name or one below it has records: an empty name between exists, too (RFC 8020 section 2). */
    boolean exists(DnsName name) {
        for (DnsRecord record : records) {
            if (record.name().isUnder(name)) {
                return true;
            }
        }
        return name.equals(origin);
    }

    /** Where the zone ends above a name: the delegation nearest to the origin, or null (RFC 1034 section 4.3.2, 3b). */
    DnsName cut(DnsName name) {
        DnsName found = null;
        for (DnsRecord record : records) {
            if (record.type() == DnsType.NS
                    && !record.name().equals(origin)
                    && name.isUnder(record.name())
                    && (found == null || record.name().labelCount() < found.labelCount())) {
                found = record.name();
            }
        }
        return found;
    }

    /** The start of authority; its last number is how long it is kept that a name does not exist. */
    DnsRecord soa() {
        byte[] server = DnsName.of(firstServer).wire();
        byte[] mailbox = DnsName.of(origin.labelCount() == 0 ? "hostmaster.example" : "hostmaster." + origin)
                .wire();
        byte[] data = new byte[server.length + mailbox.length + 20];
        System.arraycopy(server, 0, data, 0, server.length);
        System.arraycopy(mailbox, 0, data, server.length, mailbox.length);
        int at = server.length + mailbox.length;
        for (int number : new int[] {1, 7200, 900, 1_209_600, (int) negativeTtlSeconds}) {
            for (int shift = 24; shift >= 0; shift -= 8) {
                data[at++] = (byte) (number >>> shift);
            }
        }
        return DnsRecord.of(origin, DnsType.SOA, negativeTtlSeconds, data);
    }
}
