package org.quintain.net.wire;

/**
 * The usual DNS messages, ready for {@link Frames#udp}. {@link DnsWriter} writes all others.
 *
 * <pre>{@code
 * byte[] forged = DnsMessages.answer(query, 86_400, Ipv4Address.of("203.0.113.66"));
 * byte[] frame = Frames.udp(serverToVictim, Dns.PORT, udp.sourcePort(), forged);
 * }</pre>
 */
public final class DnsMessages {
    private DnsMessages() {}

    /** A query that asks the server to ask others if it must (RFC 1035 section 4.1.1, RD); id and type have 16 bits. */
    public static byte[] query(int id, DnsName name, int type) {
        return query(id, name, type, true);
    }

    /** A query; id and type have 16 bits. */
    public static byte[] query(int id, DnsName name, int type, boolean isRecursionDesired) {
        DnsWriter writer = new DnsWriter().begin(id).question(name, type);
        writer.header().recursionDesired(isRecursionDesired);
        return writer.toBytes();
    }

    /**
     * Answers a query's question with addresses: identifier, question and RD come from the query (RFC 1035 section 4.1.1).
     *
     * @param query accepted, with at least one question
     * @param timeToLiveSeconds 0 to 2^31 - 1
     * @param addresses one A record each
     */
    public static byte[] answer(Dns query, long timeToLiveSeconds, int... addresses) {
        DnsName name = new DnsName();
        DnsWriter writer = reply(query, name).section(DnsSection.ANSWER);
        for (int address : addresses) {
            writer.a(name, timeToLiveSeconds, address);
        }
        return writer.toBytes();
    }

    /** Answers a query with a response code of 4 bits and no record, {@link Dns#NAME_ERROR} for one. */
    public static byte[] error(Dns query, int responseCode) {
        DnsWriter writer = reply(query, new DnsName());
        writer.header().responseCode(responseCode);
        return writer.toBytes();
    }

    /**
     * Sends the asker on to a zone's server, with the address that it needs ("glue", RFC 1034 section 4.2.1).
     *
     * @param query accepted, with at least one question
     * @param zone who is responsible for the name that is asked
     * @param server the zone's name server
     * @param address of the server
     */
    public static byte[] referral(Dns query, DnsName zone, long timeToLiveSeconds, DnsName server, int address) {
        return reply(query, new DnsName())
                .section(DnsSection.AUTHORITY)
                .ns(zone, timeToLiveSeconds, server)
                .section(DnsSection.ADDITIONAL)
                .a(server, timeToLiveSeconds, address)
                .toBytes();
    }

    /** Begins a reply with the query's first question; sets the name to it. */
    private static DnsWriter reply(Dns query, DnsName name) {
        DnsCursor cursor = new DnsCursor().wrap(query);
        if (!cursor.next() || !cursor.isQuestion() || cursor.readName(name) != Flaw.NONE) {
            throw new IllegalArgumentException("a query with a sound question wanted: flaw=" + cursor.flaw());
        }
        DnsWriter writer = new DnsWriter().begin(query.id());
        writer.header().response(true).opcode(query.opcode()).recursionDesired(query.isRecursionDesired());
        return writer.question(name, cursor.type(), cursor.recordClass());
    }
}
