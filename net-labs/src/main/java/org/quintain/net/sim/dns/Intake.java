package org.quintain.net.sim.dns;

import java.util.ArrayList;
import java.util.List;
import org.quintain.net.wire.Dns;
import org.quintain.net.wire.DnsName;
import org.quintain.net.wire.DnsSection;
import org.quintain.net.wire.DnsType;

/** What a resolver takes over from an answer that matches its query (RFC 2181 section 5.4.1; RFC 2308; RFC 5452 section 6). */
final class Intake {
    private final RecursiveResolver resolver;
    private final AnswerMessage answer;
    private final DnsName zone;
    private final DnsName question;
    private final int type;
    private final int origin;
    private final List<DnsName> chain;
    private final List<RecordSet> answers;

    Intake(RecursiveResolver resolver, AnswerMessage answer, DnsName zone, DnsName question, int type, int origin) {
        this.resolver = resolver;
        this.answer = answer;
        this.zone = zone;
        this.question = question;
        this.type = type;
        this.origin = origin;
        chain = answer.chain(question, type);
        answers = RecordSet.of(answer.section(DnsSection.ANSWER), DnsSection.ANSWER);
    }

    /** Whether it says, of a name that a trust anchor decides about, what is not signed. */
    boolean isBogus() {
        for (RecordSet set : answers) {
            if (isAsked(set)
                    && resolver.anchors().of(set.name()) != null
                    && !resolver.anchors().isVerified(set)) {
                return true;
            }
        }
        return isDenial() && resolver.anchors().of(denied()) != null && !isDenialVerified();
    }

    private boolean isDenialVerified() {
        return resolver.anchors().isDenialVerified(answer, denied(), type, isNameError());
    }

    private boolean isNameError() {
        return answer.responseCode() == Dns.NAME_ERROR;
    }

    /** Whether the name is denied without an SOA record: that holds for this question only (RFC 2308 section 5). */
    boolean isNameErrorOfNoLength() {
        return isNameError() && chain.size() == 1 && answer.soa(question) == null;
    }

    private DnsName denied() {
        return chain.get(chain.size() - 1);
    }

    /** RFC 2308 section 2: the name does not exist, or nothing of the type is there and nobody else is pointed to. */
    private boolean isDenial() {
        if (isNameError()) {
            return true;
        }
        boolean isNothing = answer.responseCode() == Dns.NO_ERROR && answer.soa(denied()) != null;
        for (RecordSet set : answers) {
            isNothing &= !set.name().equals(denied()) || set.type() != type;
        }
        return isNothing;
    }

    private boolean isAsked(RecordSet set) {
        return chain.contains(set.name()) && (set.type() == type || set.type() == DnsType.CNAME || type == DnsType.ANY);
    }

    void store() {
        if (answer.responseCode() != Dns.NO_ERROR && !isNameError()) {
            return;
        }
        for (RecordSet set : answers) {
            store(set);
        }
        for (DnsSection section : List.of(DnsSection.AUTHORITY, DnsSection.ADDITIONAL)) {
            for (RecordSet set : RecordSet.of(answer.section(section), section)) {
                if (set.type() != DnsType.SOA && set.type() != Signatures.NSEC) {
                    store(set);
                }
            }
        }
        DnsRecord soa = isDenial() ? answer.soa(denied()) : null;
        if (soa != null && soa.name().isUnder(zone)) {
            storeDenial(soa);
        }
    }

    private void store(RecordSet set) {
        Credibility credibility = credibility(set);
        CacheEntry known = resolver.cache().find(set.name(), set.type());
        CacheClaim claim = new CacheClaim(
                set.name(),
                set.type(),
                set.section(),
                zone,
                question,
                isAsked(set),
                credibility,
                known == null ? null : known.credibility());
        boolean isSecureKept =
                known != null && known.credibility() == Credibility.SECURE && credibility != Credibility.SECURE;
        if (isSecureKept || !resolver.policy().bailiwick().isCached(claim)) {
            resolver.counters().refusedRecords++;
        } else {
            resolver.cache().put(set, credibility, origin);
        }
    }

    private Credibility credibility(RecordSet set) {
        if (resolver.anchors().isVerified(set)) {
            return Credibility.SECURE;
        }
        boolean isAuthoritative = answer.isAuthoritative();
        return switch (set.section()) {
            case ANSWER ->
                isAuthoritative && isAsked(set)
                        ? Credibility.AUTHORITATIVE_ANSWER
                        : Credibility.NON_AUTHORITATIVE_ANSWER;
            case AUTHORITY -> isAuthoritative ? Credibility.AUTHORITY : Credibility.ADDITIONAL;
            default -> Credibility.ADDITIONAL;
        };
    }

    private void storeDenial(DnsRecord soa) {
        List<DnsRecord> proof = new ArrayList<>();
        for (DnsRecord record : answer.section(DnsSection.AUTHORITY)) {
            boolean isProof = record.type() == Signatures.NSEC || record.type() == DnsType.RRSIG;
            if (record.equals(soa) || isProof) {
                proof.add(record);
            }
        }
        Credibility credibility = isDenialVerified() ? Credibility.SECURE : Credibility.AUTHORITATIVE_ANSWER;
        int deniedType = isNameError() ? CacheEntry.NAME_ERROR : type;
        resolver.cache().putNegative(denied(), deniedType, proof, credibility, soa.negativeSeconds(), origin);
    }
}
