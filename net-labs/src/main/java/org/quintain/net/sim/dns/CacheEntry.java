package org.quintain.net.sim.dns;

import java.util.List;
import org.quintain.core.Incubating;
import org.quintain.net.wire.DnsName;
import org.quintain.net.wire.DnsType;

/**
 * What a cache holds of a name and type: its records, or that there are none.
 *
 * @param name whose
 * @param type 16 bits; 0 for "the name does not exist"
 * @param records the set; empty if it is known that there is none
 * @param proof signatures of the set; of a denial the SOA record and signed NSEC, as they came
 * @param credibility how far it is trusted
 * @param expiresMicros virtual time up to which it holds
 * @param origin index of the node that really sent it, for checkers; no resolver decides upon it
 */
@Incubating
public record CacheEntry(
        DnsName name,
        int type,
        List<DnsRecord> records,
        List<DnsRecord> proof,
        Credibility credibility,
        long expiresMicros,
        int origin) {
    /** Type of an entry that says that the name does not exist: one for all types (RFC 2308 section 5). */
    public static final int NAME_ERROR = 0;

    /** Whether it says that something does not exist. */
    public boolean isNegative() {
        return records.isEmpty();
    }

    /** Whether one of the records is an A record of that address. */
    public boolean hasAddress(int address) {
        for (DnsRecord record : records) {
            if (record.type() == DnsType.A && record.address() == address) {
                return true;
            }
        }
        return false;
    }
}
