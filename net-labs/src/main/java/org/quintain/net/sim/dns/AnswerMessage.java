package org.quintain.net.sim.dns;

import java.util.ArrayList;
import java.util.List;
import org.quintain.net.wire.Dns;
import org.quintain.net.wire.DnsCursor;
import org.quintain.net.wire.DnsName;
import org.quintain.net.wire.DnsSection;
import org.quintain.net.wire.DnsType;
import org.quintain.net.wire.Flaw;

/** The records of an answer, read and kept. */
final class AnswerMessage {
    private static final int MAX_RECORDS = 128;

    private final int responseCode;
    private final boolean isAuthoritative;
    private final List<DnsRecord> answers = new ArrayList<>();
    private final List<DnsRecord> authority = new ArrayList<>();
    private final List<DnsRecord> additional = new ArrayList<>();

    private AnswerMessage(Dns dns) {
        responseCode = dns.responseCode();
        isAuthoritative = dns.isAuthoritative();
    }

    /** Null if it cannot be read to its end, is cut, or has more records than anybody needs. */
    static AnswerMessage read(Dns dns) {
        AnswerMessage message = new AnswerMessage(dns);
        DnsCursor cursor = new DnsCursor().wrap(dns);
        DnsName scratch = new DnsName();
        int records = 0;
        while (cursor.next()) {
            if (cursor.isQuestion() || cursor.type() == DnsType.OPT) {
                continue;
            }
            DnsRecord record = DnsRecord.read(dns.array(), cursor, scratch);
            if (record == null || ++records > MAX_RECORDS) {
                return null;
            }
            message.section(cursor.section()).add(record);
        }
        return cursor.flaw() == Flaw.NONE && !dns.isTruncated() ? message : null;
    }

    List<DnsRecord> section(DnsSection section) {
        return switch (section) {
            case ANSWER -> answers;
            case AUTHORITY -> authority;
            default -> additional;
        };
    }

    /**
     * The names that the answer section speaks of when one asks for a name and type: it, and what aliases lead to. The
     * last one is where the records of the type are, if they are there.
     */
    List<DnsName> chain(DnsName name, int type) {
        List<DnsName> chain = new ArrayList<>(2);
        chain.add(name);
        for (int i = 0; i < chain.size(); i++) {
            DnsName next = alias(chain.get(i));
            if (type != DnsType.CNAME && next != null && !chain.contains(next)) {
                chain.add(next);
            }
        }
        return chain;
    }

    private DnsName alias(DnsName name) {
        for (DnsRecord record : answers) {
            if (record.isOf(name, DnsType.CNAME)) {
                return record.target();
            }
        }
        return null;
    }

    /** The SOA record by which a denial is kept, or null (RFC 2308 section 5). */
    DnsRecord soa(DnsName name) {
        for (DnsRecord record : authority) {
            if (record.type() == DnsType.SOA && name.isUnder(record.name())) {
                return record;
            }
        }
        return null;
    }

    int responseCode() {
        return responseCode;
    }

    boolean isAuthoritative() {
        return isAuthoritative;
    }
}
