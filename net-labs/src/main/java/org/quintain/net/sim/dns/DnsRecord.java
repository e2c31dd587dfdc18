package org.quintain.net.sim.dns;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.quintain.core.Incubating;
import org.quintain.net.wire.Dns;
import org.quintain.net.wire.DnsCursor;
import org.quintain.net.wire.DnsName;
import org.quintain.net.wire.DnsType;
import org.quintain.net.wire.DnsWriter;
import org.quintain.net.wire.Flaw;
import org.quintain.net.wire.Ipv4Address;

/** A resource record of the Internet class, which never changes (RFC 1035 section 3.2.1). */
@Incubating
public final class DnsRecord {
    /** Highest time to live: 31 bits (RFC 2181 section 8). */
    public static final long MAX_TTL_SECONDS = Integer.MAX_VALUE;

    private final DnsName name;
    private final int type;
    private final long ttlSeconds;
    private final byte[] data;

    /** The data are not copied and MUST hold whole, uncompressed names; the name MUST NOT be a window. */
    private DnsRecord(DnsName name, int type, long ttlSeconds, byte[] data) {
        if (ttlSeconds < 0 || ttlSeconds > MAX_TTL_SECONDS) {
            throw new IllegalArgumentException("0 to 2147483647 seconds wanted: ttlSeconds=" + ttlSeconds);
        }
        this.name = name;
        this.type = type;
        this.ttlSeconds = ttlSeconds;
        this.data = data;
    }

    /** An address (RFC 1035 section 3.4.1). */
    public static DnsRecord a(String name, long ttlSeconds, int address) {
        byte[] data = {(byte) (address >>> 24), (byte) (address >>> 16), (byte) (address >>> 8), (byte) address};
        return new DnsRecord(DnsName.of(name), DnsType.A, ttlSeconds, data);
    }

    /** A zone's name server (RFC 1035 section 3.3.11). */
    public static DnsRecord ns(String name, long ttlSeconds, String server) {
        return new DnsRecord(
                DnsName.of(name), DnsType.NS, ttlSeconds, DnsName.of(server).wire());
    }

    /** An alias (RFC 1035 section 3.3.1). */
    public static DnsRecord cname(String name, long ttlSeconds, String canonical) {
        return new DnsRecord(
                DnsName.of(name),
                DnsType.CNAME,
                ttlSeconds,
                DnsName.of(canonical).wire());
    }

    /** One string of 0 to 255 characters of ASCII (RFC 1035 section 3.3.14). */
    public static DnsRecord txt(String name, long ttlSeconds, String text) {
        byte[] ascii = text.getBytes(StandardCharsets.US_ASCII);
        if (ascii.length > 255) {
            throw new IllegalArgumentException("0 to 255 characters wanted: length=" + ascii.length);
        }
        byte[] data = new byte[1 + ascii.length];
        data[0] = (byte) ascii.length;
        System.arraycopy(ascii, 0, data, 1, ascii.length);
        return new DnsRecord(DnsName.of(name), DnsType.TXT, ttlSeconds, data);
    }

    /**
     * A record of any type.
     *
     * @param name is copied if it is a window
     * @param type 16 bits
     * @param ttlSeconds 0 to 2^31 - 1
     * @param data copied; names in it MUST NOT be compressed
     */
    public static DnsRecord of(DnsName name, int type, long ttlSeconds, byte[] data) {
        return new DnsRecord(name.copy(), type, ttlSeconds, data.clone());
    }

    /** The record that a cursor stands on, its names decompressed, or null if its data do not have its type's form. */
    static DnsRecord read(byte[] frame, DnsCursor cursor, DnsName scratch) {
        int type = cursor.type();
        if (cursor.recordClass() != Dns.CLASS_IN || !cursor.isType(type)) {
            return null;
        }
        byte[] data = data(frame, cursor, type, scratch);
        if (data == null || cursor.readName(scratch) != Flaw.NONE) {
            return null;
        }
        long ttl = cursor.timeToLiveSeconds();
        return new DnsRecord(scratch.copy(), type, ttl > MAX_TTL_SECONDS ? 0 : ttl, data);
    }

    private static byte[] data(byte[] frame, DnsCursor cursor, int type, DnsName scratch) {
        int from = cursor.dataOffset();
        if (type == DnsType.NS || type == DnsType.CNAME || type == DnsType.PTR) {
            return cursor.readDataName(scratch) == Flaw.NONE ? scratch.wire() : null;
        }
        if (type == DnsType.SOA) {
            return soa(frame, cursor, scratch);
        }
        return Arrays.copyOfRange(frame, from, from + cursor.dataLengthBytes());
    }

    private static byte[] soa(byte[] frame, DnsCursor cursor, DnsName scratch) {
        if (cursor.readDataName(scratch) != Flaw.NONE) {
            return null;
        }
        byte[] server = scratch.wire();
        if (cursor.readMailbox(scratch) != Flaw.NONE) {
            return null;
        }
        byte[] mailbox = scratch.wire();
        byte[] data = Arrays.copyOf(server, server.length + mailbox.length + 20);
        System.arraycopy(mailbox, 0, data, server.length, mailbox.length);
        System.arraycopy(frame, cursor.endOffset() - 20, data, data.length - 20, 20);
        return data;
    }

    /** The same with another time to live. */
    DnsRecord withTtl(long seconds) {
        return new DnsRecord(name, type, seconds, data);
    }

    void writeTo(DnsWriter writer) {
        switch (type) {
            case DnsType.A -> writer.a(name, ttlSeconds, address());
            case DnsType.NS -> writer.ns(name, ttlSeconds, target());
            case DnsType.CNAME -> writer.cname(name, ttlSeconds, target());
            default -> writer.data(name, type, Dns.CLASS_IN, ttlSeconds, data);
        }
    }

    /** Whose record it is; never a window. */
    public DnsName name() {
        return name;
    }

    /** 16 bits, see {@link DnsType}. */
    public int type() {
        return type;
    }

    /** How long it may be kept, 0 to 2^31 - 1 seconds. */
    public long ttlSeconds() {
        return ttlSeconds;
    }

    /** A copy of the data, names in them not compressed. */
    public byte[] data() {
        return data.clone();
    }

    byte[] sharedData() {
        return data;
    }

    /** Of an A record: the address. */
    public int address() {
        return (data[0] & 0xFF) << 24 | (data[1] & 0xFF) << 16 | (data[2] & 0xFF) << 8 | data[3] & 0xFF;
    }

    /** Of an NS or CNAME record: the name in its data; the root if the data are none. */
    public DnsName target() {
        DnsName target = new DnsName();
        target.wrap(data, 0, 0, data.length);
        return target;
    }

    /** Of an SOA record: how long it is kept that a name does not exist (RFC 2308 section 5). */
    long negativeSeconds() {
        int at = data.length - 4;
        long minimum = (data[at] & 0x7FL) << 24
                | (data[at + 1] & 0xFF) << 16
                | (data[at + 2] & 0xFF) << 8
                | data[at + 3] & 0xFF;
        return Math.min(ttlSeconds, minimum);
    }

    /** Whether it is of that set of records (RFC 2181 section 5). */
    boolean isOf(DnsName wantedName, int wantedType) {
        return type == wantedType && name.equals(wantedName);
    }

    /** Equal are records of equal name, type and data, whatever their time to live (RFC 2181 section 5). */
    @Override
    public boolean equals(Object other) {
        return other instanceof DnsRecord record && record.isOf(name, type) && Arrays.equals(data, record.data);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + Arrays.hashCode(data) + type;
    }

    /** As in a zone file, for addresses and names. */
    @Override
    public String toString() {
        String shown = switch (type) {
            case DnsType.A -> Ipv4Address.format(address());
            case DnsType.NS, DnsType.CNAME -> target().toString();
            default -> data.length + " bytes";
        };
        return name + " " + ttlSeconds + " " + DnsType.name(type) + " " + shown;
    }
}
