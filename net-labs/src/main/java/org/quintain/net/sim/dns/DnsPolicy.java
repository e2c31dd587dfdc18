package org.quintain.net.sim.dns;

import java.util.List;
import org.quintain.core.Incubating;

/**
 * What a stub or a resolver decides: one immutable value. {@link #DEFAULT} is a careful one without DNSSEC; each {@code
 * with…} gives a copy in which one decision is another.
 */
@Incubating
public final class DnsPolicy implements Cloneable {
    /**
     * Random identifiers of 16 bits, ports drawn from 49152 to 65535, ranked records in bailiwick, one query for all who
     * ask the same, lower-case questions, no trust anchors, four tries of two seconds each, 1,024 cache entries that are
     * kept a week at most, 256 questions at a time.
     */
    public static final DnsPolicy DEFAULT = new DnsPolicy();

    private TransactionIdPolicy transactionIds = TransactionIdBehaviour.RANDOM;
    private SourcePortPolicy sourcePorts = SourcePortPolicy.random(49_152, 16_384);
    private BailiwickPolicy bailiwick = BailiwickBehaviour.RFC_2181;
    private QueryJoining joining = QueryJoining.ONE_QUERY;
    private boolean isCaseRandom;
    private boolean isDnssecWanted;
    private List<ZoneKey> trustAnchors = List.of();
    private long timeoutMicros = 2_000_000;
    private int tries = 4;
    private int cacheEntries = 1024;
    private long maxTtlSeconds = 604_800;
    private int maxQuestions = 256;

    private DnsPolicy() {}

    private DnsPolicy copy() {
        try {
            return (DnsPolicy) clone();
        } catch (CloneNotSupportedException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** How queries are numbered. */
    public TransactionIdPolicy transactionIds() {
        return transactionIds;
    }

    /** The same with other identifiers. */
    public DnsPolicy withTransactionIds(TransactionIdPolicy changed) {
        DnsPolicy copy = copy();
        copy.transactionIds = changed;
        return copy;
    }

    /** Where queries leave from. */
    public SourcePortPolicy sourcePorts() {
        return sourcePorts;
    }

    /** The same with other ports. */
    public DnsPolicy withSourcePorts(SourcePortPolicy changed) {
        DnsPolicy copy = copy();
        copy.sourcePorts = changed;
        return copy;
    }

    /** Which records of an answer are kept. */
    public BailiwickPolicy bailiwick() {
        return bailiwick;
    }

    /** The same with another belief in records; it is a resolver's, a stub keeps none. */
    public DnsPolicy withBailiwick(BailiwickPolicy changed) {
        DnsPolicy copy = copy();
        copy.bailiwick = changed;
        return copy;
    }

    /** What becomes of a question that is being asked already. */
    public QueryJoining joining() {
        return joining;
    }

    /** The same, joining questions or not; a stub never joins them. */
    public DnsPolicy withJoining(QueryJoining changed) {
        DnsPolicy copy = copy();
        copy.joining = changed;
        return copy;
    }

    /**
     * Whether each letter of a question is upper or lower case by chance and must come back so: a bit more for each letter
     * (P. Vixie and D. Dagon, Use of Bit 0x20 in DNS Labels to Improve Transaction Identity, Internet-Draft 2008).
     */
    public boolean isCaseRandom() {
        return isCaseRandom;
    }

    /** The same, letters drawn or not. */
    public DnsPolicy withCaseRandom(boolean isRandom) {
        DnsPolicy copy = copy();
        copy.isCaseRandom = isRandom;
        return copy;
    }

    /** Whether queries ask for signatures by the bit DO (RFC 3225 section 3; RFC 4035 section 3.1). */
    public boolean isDnssecWanted() {
        return isDnssecWanted;
    }

    /** The same, asking for signatures or not: a resolver needs it whose clients verify; who has anchors asks anyway. */
    public DnsPolicy withDnssecWanted(boolean isWanted) {
        DnsPolicy copy = copy();
        copy.isDnssecWanted = isWanted || !trustAnchors.isEmpty();
        return copy;
    }

    /** By which answers are verified; empty for none. */
    public List<ZoneKey> trustAnchors() {
        return trustAnchors;
    }

    /** The same with trust anchors: of names under their zones only signed answers count (RFC 4035 section 5). */
    public DnsPolicy withTrustAnchors(ZoneKey... anchors) {
        DnsPolicy copy = copy();
        copy.trustAnchors = List.of(anchors);
        copy.isDnssecWanted |= anchors.length > 0;
        return copy;
    }

    /** How long an answer is awaited. */
    public long timeoutMicros() {
        return timeoutMicros;
    }

    /** How often it is asked before it is given up. */
    public int tries() {
        return tries;
    }

    /**
     * The same with another patience.
     *
     * @param micros for each try, 1 to 60,000,000
     * @param newTries 1 to 16
     */
    public DnsPolicy withPatience(long micros, int newTries) {
        if (micros < 1 || micros > 60_000_000 || newTries < 1 || newTries > 16) {
            throw new IllegalArgumentException(
                    "1 to 60000000 microseconds, 1 to 16 tries wanted: micros=" + micros + " tries=" + newTries);
        }
        DnsPolicy copy = copy();
        copy.timeoutMicros = micros;
        copy.tries = newTries;
        return copy;
    }

    /** Sets of records that a resolver keeps at most; the one that was of no use for longest makes room. */
    public int cacheEntries() {
        return cacheEntries;
    }

    /** The longest that a record is kept, in seconds. */
    public long maxTtlSeconds() {
        return maxTtlSeconds;
    }

    /**
     * The same with another cache.
     *
     * @param entries 32 to 1,048,576
     * @param ttlSeconds the longest that a record is kept, 0 to 2^31 - 1 seconds (RFC 2181 section 8)
     */
    public DnsPolicy withCache(int entries, long ttlSeconds) {
        if (entries < 32 || entries > 1 << 20 || ttlSeconds < 0 || ttlSeconds > DnsRecord.MAX_TTL_SECONDS) {
            throw new IllegalArgumentException("32 to 1048576 entries, 0 to 2147483647 seconds wanted: entries="
                    + entries + " ttlSeconds=" + ttlSeconds);
        }
        DnsPolicy copy = copy();
        copy.cacheEntries = entries;
        copy.maxTtlSeconds = ttlSeconds;
        return copy;
    }

    /** Questions that are worked on at a time; one more is dropped and counted, as a full server does. */
    public int maxQuestions() {
        return maxQuestions;
    }

    /** The same with another number of questions at a time, 1 to 65,536. */
    public DnsPolicy withMaxQuestions(int questions) {
        if (questions < 1 || questions > 0x1_0000) {
            throw new IllegalArgumentException("1 to 65536 questions wanted: questions=" + questions);
        }
        DnsPolicy copy = copy();
        copy.maxQuestions = questions;
        return copy;
    }
}
