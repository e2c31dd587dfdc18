package org.quintain.net.sim.dns;

import java.util.ArrayList;
import java.util.List;
import org.quintain.net.wire.DnsName;
import org.quintain.net.wire.DnsSection;
import org.quintain.net.wire.DnsType;

/** Records of one name, type and section of an answer, and their signatures (RFC 2181 section 5). */
final class RecordSet {
    private final DnsName name;
    private final int type;
    private final DnsSection section;
    private final List<DnsRecord> records = new ArrayList<>(2);
    private final List<DnsRecord> signatures = new ArrayList<>(0);

    RecordSet(DnsName name, int type, DnsSection section) {
        this.name = name;
        this.type = type;
        this.section = section;
    }

    /** The sets of a section's records, in the order of their first records. */
    static List<RecordSet> of(List<DnsRecord> records, DnsSection section) {
        List<RecordSet> sets = new ArrayList<>();
        for (DnsRecord record : records) {
            if (isData(record.type())) {
                find(sets, record, section).records.add(record);
            }
        }
        for (RecordSet set : sets) {
            for (DnsRecord record : records) {
                if (Signatures.isOver(record, set.name, set.type)) {
                    set.signatures.add(record);
                }
            }
        }
        return sets;
    }

    /** Whether records of the type can be asked for and kept: not 0, OPT, RRSIG nor those of RFC 6895 section 3.1, Q and meta. */
    static boolean isData(int type) {
        return type > 0 && type != DnsType.OPT && type != DnsType.RRSIG && (type < 128 || type > 255);
    }

    private static RecordSet find(List<RecordSet> sets, DnsRecord record, DnsSection section) {
        for (RecordSet set : sets) {
            if (record.isOf(set.name, set.type)) {
                return set;
            }
        }
        RecordSet set = new RecordSet(record.name(), record.type(), section);
        sets.add(set);
        return set;
    }

    /** The least of its records' (RFC 2181 section 5.2). */
    long ttlSeconds() {
        long least = DnsRecord.MAX_TTL_SECONDS;
        for (DnsRecord record : records) {
            least = Math.min(least, record.ttlSeconds());
        }
        for (DnsRecord signature : signatures) {
            least = Math.min(least, signature.ttlSeconds());
        }
        return least;
    }

    DnsName name() {
        return name;
    }

    int type() {
        return type;
    }

    DnsSection section() {
        return section;
    }

    List<DnsRecord> records() {
        return records;
    }

    List<DnsRecord> signatures() {
        return signatures;
    }
}
