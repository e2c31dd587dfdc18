package org.quintain.net.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Writes DNS messages: questions and records in the order of their sections, names compressed (RFC 1035 section 4.1).
 *
 * <pre>{@code
 * writer.begin(query.id()).header().response(true).authoritative(true);
 * writer.question(name, DnsType.A).section(DnsSection.ANSWER).a(name, 300, Ipv4Address.of("192.0.2.1"));
 * byte[] message = writer.toBytes();
 * }</pre>
 *
 * <p>Counts and lengths are kept right; set the counts of {@link #header} last to make them lie. Names are compressed
 * only in the places that RFC 1035 knows (RFC 3597 section 4), to names of the same letters in the same case. An
 * instance is kept and begun again; it is not safe for several threads.
 */
public final class DnsWriter {
    private static final int MAX_POINTER = 0x3FFF;

    private final Dns header = new Dns();
    private final DnsSuffixes suffixes = new DnsSuffixes();
    private byte[] message = new byte[Dns.MAX_UDP_BYTES];
    private int end;
    private boolean isCompressing = true;
    private DnsSection section = DnsSection.QUESTION;

    /** A writer of an empty query. */
    public DnsWriter() {
        begin(0);
    }

    /** Forgets what was written, and begins a query with that identifier, 16 bits. */
    public DnsWriter begin(int id) {
        end = Dns.LENGTH_BYTES;
        section = DnsSection.QUESTION;
        suffixes.clear();
        header.begin(message, 0).id(id);
        return this;
    }

    /** Whether names that follow are compressed; they are unless it is said otherwise. */
    public DnsWriter compressing(boolean isWanted) {
        isCompressing = isWanted;
        return this;
    }

    /** A window on the header of what was written, good until something more is written. */
    public Dns header() {
        return header.place(message, 0, end);
    }

    /** Where the next records go: the present section or one behind it. */
    public DnsWriter section(DnsSection next) {
        if (next.compareTo(section) < 0) {
            throw new IllegalArgumentException("a section not before " + section + " wanted: section=" + next);
        }
        section = next;
        return this;
    }

    /** Asks for records of the Internet of a type, 16 bits. */
    public DnsWriter question(DnsName name, int type) {
        return question(name, type, Dns.CLASS_IN);
    }

    /** Asks for records; type and class have 16 bits. */
    public DnsWriter question(DnsName name, int type, int recordClass) {
        if (section != DnsSection.QUESTION) {
            throw new IllegalStateException("a question in front of all records wanted: section=" + section);
        }
        name(name);
        int at = room(4);
        BigEndian.put16(message, at, type);
        BigEndian.put16(message, at + 2, recordClass);
        return counted(DnsSection.QUESTION);
    }

    /** An address (RFC 1035 section 3.4.1). */
    public DnsWriter a(DnsName name, long timeToLiveSeconds, int address) {
        int data = open(name, DnsType.A, Dns.CLASS_IN, timeToLiveSeconds);
        put32(address);
        return close(data);
    }

    /** An IPv6 address of 16 bytes (RFC 3596 section 2.2). */
    public DnsWriter aaaa(DnsName name, long timeToLiveSeconds, byte[] address) {
        if (address.length != 16) {
            throw new IllegalArgumentException("an address of 16 bytes wanted: lengthBytes=" + address.length);
        }
        return data(name, DnsType.AAAA, Dns.CLASS_IN, timeToLiveSeconds, address);
    }

    /** A zone's name server (RFC 1035 section 3.3.11). */
    public DnsWriter ns(DnsName name, long timeToLiveSeconds, DnsName server) {
        return target(name, DnsType.NS, timeToLiveSeconds, server);
    }

    /** The name behind an alias (RFC 1035 section 3.3.1). */
    public DnsWriter cname(DnsName name, long timeToLiveSeconds, DnsName canonical) {
        return target(name, DnsType.CNAME, timeToLiveSeconds, canonical);
    }

    /** A pointer to another name (RFC 1035 section 3.3.12). */
    public DnsWriter ptr(DnsName name, long timeToLiveSeconds, DnsName other) {
        return target(name, DnsType.PTR, timeToLiveSeconds, other);
    }

    private DnsWriter target(DnsName name, int type, long timeToLiveSeconds, DnsName target) {
        int data = open(name, type, Dns.CLASS_IN, timeToLiveSeconds);
        name(target);
        return close(data);
    }

    /** A mail exchange; the preference has 16 bits (RFC 1035 section 3.3.9). */
    public DnsWriter mx(DnsName name, long timeToLiveSeconds, int preference, DnsName exchange) {
        int data = open(name, DnsType.MX, Dns.CLASS_IN, timeToLiveSeconds);
        // Room first: it may take another array.
        int at = room(2);
        BigEndian.put16(message, at, preference);
        name(exchange);
        return close(data);
    }

    /**
     * The start of a zone (RFC 1035 section 3.3.13).
     *
     * @param zone whose start it is
     * @param server the zone's first name server
     * @param mailbox of who is responsible, its {@code @} written as a dot
     * @param serialRefreshRetryExpireMinimum five numbers of 32 bits in this order, times in seconds
     */
    public DnsWriter soa(
            DnsName zone,
            long timeToLiveSeconds,
            DnsName server,
            DnsName mailbox,
            int... serialRefreshRetryExpireMinimum) {
        if (serialRefreshRetryExpireMinimum.length != 5) {
            throw new IllegalArgumentException("serial, refresh, retry, expire and minimum wanted: count="
                    + serialRefreshRetryExpireMinimum.length);
        }
        int data = open(zone, DnsType.SOA, Dns.CLASS_IN, timeToLiveSeconds);
        name(server);
        name(mailbox);
        for (int number : serialRefreshRetryExpireMinimum) {
            put32(number);
        }
        return close(data);
    }

    /** Text of ASCII or Latin-1, cut into strings of 255 bytes (RFC 1035 sections 3.3 and 3.3.14). */
    public DnsWriter txt(DnsName name, long timeToLiveSeconds, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        int data = open(name, DnsType.TXT, Dns.CLASS_IN, timeToLiveSeconds);
        int from = 0;
        do {
            int length = Math.min(255, bytes.length - from);
            int at = room(1 + length);
            message[at] = (byte) length;
            System.arraycopy(bytes, from, message, at + 1, length);
            from += length;
        } while (from < bytes.length);
        return close(data);
    }

    /** An OPT record without options that says how long a UDP message may be, 16 bits (RFC 6891 section 6.1.2). */
    public DnsWriter opt(int udpBytes) {
        return data(new DnsName(), DnsType.OPT, udpBytes, 0, new byte[0]);
    }

    /**
     * A record of any type with data as they are.
     *
     * @param type 16 bits
     * @param recordClass 16 bits
     * @param timeToLiveSeconds 32 bits
     * @param data 0 to 65,535 bytes
     */
    public DnsWriter data(DnsName name, int type, int recordClass, long timeToLiveSeconds, byte[] data) {
        int from = open(name, type, recordClass, timeToLiveSeconds);
        int at = room(data.length);
        System.arraycopy(data, 0, message, at, data.length);
        return close(from);
    }

    private void put32(int value) {
        int at = room(4);
        BigEndian.put32(message, at, value);
    }

    /** Writes a record's fields; gives the index of its data. */
    private int open(DnsName name, int type, int recordClass, long timeToLiveSeconds) {
        if (section == DnsSection.QUESTION) {
            throw new IllegalStateException("section(ANSWER), section(AUTHORITY) or section(ADDITIONAL) wanted first");
        }
        name(name);
        int at = room(10);
        BigEndian.put16(message, at, type);
        BigEndian.put16(message, at + 2, recordClass);
        BigEndian.put32(message, at + 4, (int) timeToLiveSeconds);
        return at + 10;
    }

    private DnsWriter close(int data) {
        BigEndian.put16(message, data - 2, end - data);
        return counted(section);
    }

    private DnsWriter counted(DnsSection where) {
        header().count(where, header.count(where) + 1);
        return this;
    }

    private void name(DnsName name) {
        int from = room(name.lengthBytes());
        name.copyTo(message, from);
        for (int at = from; message[at] != 0; at += 1 + message[at]) {
            int earlier = isCompressing ? suffixes.find(message, at, end) : -1;
            if (earlier >= 0) {
                BigEndian.put16(message, at, DnsName.POINTER << 8 | earlier);
                end = at + 2;
                return;
            }
            if (at <= MAX_POINTER) {
                suffixes.add(message, at, end);
            }
        }
    }

    /** Takes so many bytes; gives the index of the first. */
    private int room(int bytes) {
        if (bytes > Dns.MAX_MESSAGE_BYTES - end) {
            throw new IllegalArgumentException(
                    "a message of 65,535 bytes or less wanted: lengthBytes=" + (end + bytes));
        }
        if (end + bytes > message.length) {
            message = Arrays.copyOf(message, Math.max(2 * message.length, end + bytes));
        }
        int from = end;
        end += bytes;
        return from;
    }

    /** How long the message is so far, 12 to 65,535 bytes. */
    public int lengthBytes() {
        return end;
    }

    /** The message so far in a new array. */
    public byte[] toBytes() {
        return Arrays.copyOf(message, end);
    }

    /** Copies the message so far; gives the index behind it. */
    public int copyTo(byte[] to, int offset) {
        System.arraycopy(message, 0, to, offset, end);
        return offset + end;
    }
}
