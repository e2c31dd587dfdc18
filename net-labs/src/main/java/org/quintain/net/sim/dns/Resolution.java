package org.quintain.net.sim.dns;

import java.util.ArrayList;
import java.util.List;
import org.quintain.net.wire.Dns;
import org.quintain.net.wire.DnsName;
import org.quintain.net.wire.DnsType;

/** One question on its way from the root to an answer (RFC 1034 section 5.3.3), and who waits for it. */
final class Resolution implements PendingQuery.Receiver {
    /** Who waits for the end. */
    @FunctionalInterface
    interface Waiting {
        void finished(Resolution done);
    }

    private static final int MAX_QUERIES = 32;
    private static final int MAX_ALIASES = 8;
    private static final int MAX_DEPTH = 3;
    private static final int MAX_WAITING = 1024;

    private final RecursiveResolver resolver;
    private final DnsCache cache;
    private final DnsName name;
    private final int type;
    private final Resolution top;
    private final int depth;
    private final List<Waiting> waiting = new ArrayList<>(1);
    private final List<CacheEntry> found = new ArrayList<>(1);
    private DnsName wanted;
    private Delegation asked;
    private int queries;
    private int failures;
    private LookupStatus status;

    Resolution(RecursiveResolver resolver, DnsName name, int type, Resolution parent, Waiting first) {
        this.resolver = resolver;
        this.cache = resolver.cache();
        this.name = name;
        this.type = type;
        this.top = parent == null ? this : parent.top;
        this.depth = parent == null ? 0 : parent.depth + 1;
        this.wanted = name;
        waiting.add(first);
    }

    boolean isAbout(DnsName otherName, int otherType) {
        return depth == 0 && type == otherType && name.equals(otherName);
    }

    /** One more who waits for the same, if there is room. */
    boolean join(Waiting one) {
        return waiting.size() < MAX_WAITING && waiting.add(one);
    }

    /** Goes on from what the cache holds: ends, or asks one more server. */
    void step() {
        if (isAnswered()) {
            return;
        }
        Delegation next = Delegation.nearest(resolver, wanted, depth < MAX_DEPTH);
        boolean isFurther = asked == null || !next.zone().equals(asked.zone());
        failures = isFurther ? 0 : failures;
        asked = next;
        if (top.queries == MAX_QUERIES || failures >= resolver.policy().tries()) {
            finish(LookupStatus.FAILED);
        } else if (next.addresses().isEmpty()) {
            findAddress(next);
        } else {
            top.queries++;
            int server = next.addresses().get(failures % next.addresses().size());
            resolver.asker().ask(server, wanted, type, false, this);
        }
    }

    /** A name server whose address nobody told: a question of its own (RFC 1034 section 5.3.3, step 3). */
    private void findAddress(Delegation delegation) {
        top.queries++;
        DnsName server = delegation.unresolved();
        new Resolution(resolver, server, DnsType.A, this, done -> {
                    failures += done.status == LookupStatus.FOUND ? 0 : 1;
                    step();
                })
                .step();
    }

    /** Follows the cache along aliases; true if that was the end. */
    private boolean isAnswered() {
        while (true) {
            CacheEntry entry = usable(wanted, type);
            entry = entry == null ? usable(wanted, CacheEntry.NAME_ERROR) : entry;
            if (entry != null) {
                found.add(entry);
                boolean isNameError = entry.isNegative() && entry.type() == CacheEntry.NAME_ERROR;
                LookupStatus negative = isNameError ? LookupStatus.NAME_ERROR : LookupStatus.NO_DATA;
                finish(entry.isNegative() ? negative : LookupStatus.FOUND);
                return true;
            }
            CacheEntry alias = usable(wanted, DnsType.CNAME);
            if (alias == null || alias.isNegative()) {
                return false;
            }
            found.add(alias);
            wanted = alias.records().get(0).target();
            asked = null;
            if (found.size() > MAX_ALIASES) {
                finish(LookupStatus.FAILED);
                return true;
            }
        }
    }

    private CacheEntry usable(DnsName of, int ofType) {
        CacheEntry entry = cache.find(of, ofType);
        if (entry == null) {
            return null;
        }
        boolean isTrusted = entry.credibility() == Credibility.SECURE
                || resolver.anchors().of(of) == null
                        && resolver.policy().bailiwick().isAnswer(entry.credibility());
        // The address of a name server that is looked up on the way need not be fit to be told to clients.
        return isTrusted || depth > 0 && ofType == DnsType.A ? entry : null;
    }

    @Override
    public void timedOut(PendingQuery query) {
        failures++;
        if (failures >= resolver.policy().tries()) {
            finish(LookupStatus.TIMED_OUT);
        } else {
            step();
        }
    }

    @Override
    public boolean answered(PendingQuery query, Dns dns, int origin) {
        AnswerMessage answer = AnswerMessage.read(dns);
        if (answer == null) {
            resolver.counters().malformedAnswers++;
            return false;
        }
        Intake intake = new Intake(resolver, answer, asked.zone(), wanted, type, origin);
        if (intake.isBogus()) {
            resolver.counters().bogusAnswers++;
            return false;
        }
        resolver.asker().forget(query);
        intake.store();
        failures++;
        if (intake.isNameErrorOfNoLength()) {
            finish(LookupStatus.NAME_ERROR);
        } else {
            step();
        }
        return true;
    }

    private void finish(LookupStatus how) {
        status = how;
        if (depth == 0) {
            resolver.finished(this);
        }
        for (Waiting one : waiting) {
            one.finished(this);
        }
    }

    LookupStatus status() {
        return status;
    }

    int responseCode() {
        return switch (status) {
            case FOUND, NO_DATA -> Dns.NO_ERROR;
            case NAME_ERROR -> Dns.NAME_ERROR;
            default -> Dns.SERVER_FAILURE;
        };
    }

    boolean isSecure() {
        for (CacheEntry entry : found) {
            if (entry.credibility() != Credibility.SECURE) {
                return false;
            }
        }
        return !found.isEmpty() && responseCode() != Dns.SERVER_FAILURE;
    }

    /** What is told, each record with the time that it may still be kept. */
    List<DnsRecord> answers(boolean isSigned) {
        List<DnsRecord> answers = new ArrayList<>();
        for (CacheEntry entry : found) {
            if (responseCode() != Dns.SERVER_FAILURE) {
                addAll(answers, entry, entry.records());
                addAll(answers, entry, isSigned && !entry.isNegative() ? entry.proof() : List.of());
            }
        }
        return answers;
    }

    /** Of a denial: the SOA record, and what proves it (RFC 2308 section 5; RFC 4035 section 3.1.3). */
    List<DnsRecord> authority(boolean isSigned) {
        List<DnsRecord> authority = new ArrayList<>();
        CacheEntry last = found.isEmpty() ? null : found.get(found.size() - 1);
        if (last != null && last.isNegative()) {
            for (DnsRecord record : last.proof()) {
                if (isSigned || record.type() == DnsType.SOA) {
                    addAll(authority, last, List.of(record));
                }
            }
        }
        return authority;
    }

    private void addAll(List<DnsRecord> to, CacheEntry entry, List<DnsRecord> records) {
        for (DnsRecord record : records) {
            to.add(record.withTtl(Math.min(record.ttlSeconds(), cache.leftSeconds(entry))));
        }
    }
}
