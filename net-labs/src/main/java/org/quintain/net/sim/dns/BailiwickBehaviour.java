package org.quintain.net.sim.dns;

import org.quintain.core.Incubating;
import org.quintain.net.wire.DnsSection;

/** The named ways to believe the records of an answer. */
@Incubating
public enum BailiwickBehaviour implements BailiwickPolicy {
    /**
     * Everything, whoever says it: the resolvers of the 1990s, into which a server put records of strangers' names (C.
     * Schuba, Addressing Weaknesses in the Domain Name System Protocol, 1993; RFC 3833 section 2.3).
     */
    ANYTHING {
        @Override
        public boolean isCached(CacheClaim claim) {
            return true;
        }
    },
    /**
     * What lies in the zone that was asked, from any section and in place of anything: a forged answer for one name can
     * bring the name server's address with it (RFC 5452 section 6; D. Kaminsky, Black Hat USA 2008).
     */
    IN_ZONE {
        @Override
        public boolean isCached(CacheClaim claim) {
            return claim.isInBailiwick();
        }
    },
    /**
     * In bailiwick, and ranked: less credible records never replace more credible ones, of the answer section only what
     * was asked for is kept, and what came besides an answer is never one (RFC 2181 section 5.4.1).
     */
    RFC_2181 {
        @Override
        public boolean isCached(CacheClaim claim) {
            boolean isWanted = claim.isAsked() || claim.section() != DnsSection.ANSWER;
            boolean isRanked = claim.known() == null || claim.credibility().compareTo(claim.known()) >= 0;
            return claim.isInBailiwick() && isWanted && isRanked;
        }

        @Override
        public boolean isAnswer(Credibility credibility) {
            return credibility.compareTo(Credibility.ADDITIONAL) > 0;
        }
    }
}
