package org.quintain.net.sim.dns;

import org.quintain.core.Incubating;
import org.quintain.net.wire.DnsName;
import org.quintain.net.wire.DnsSection;

/**
 * A set of records in a matching answer, and what the cache knows already: all that a {@link BailiwickPolicy} decides
 * upon.
 *
 * @param name whose records
 * @param type of the records, 16 bits
 * @param section where they stand: answer, authority or additional
 * @param zone of the server that was asked, as the resolver believes; the root at the root
 * @param question the name that was asked
 * @param isAsked the records answer the question, directly or behind aliases in the same answer
 * @param credibility of the records
 * @param known credibility of what the cache holds of that name and type, or null if it holds nothing
 */
@Incubating
public record CacheClaim(
        DnsName name,
        int type,
        DnsSection section,
        DnsName zone,
        DnsName question,
        boolean isAsked,
        Credibility credibility,
        Credibility known) {
    /** Whether the server may speak of the name at all: it lies in the zone that was asked. */
    public boolean isInBailiwick() {
        return name.isUnder(zone);
    }
}
