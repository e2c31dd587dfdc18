package org.quintain.net.sim.dns;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.quintain.core.Incubating;
import org.quintain.net.sim.Network;
import org.quintain.net.wire.DnsName;

/**
 * What a resolver remembers, each set of records until its time to live is over on the virtual clock (RFC 1034 section
 * 5.3.3; RFC 2308). When it is full, the entry that was of no use for longest makes room.
 *
 * <p>To look into it from outside changes nothing.
 */
@Incubating
public final class DnsCache {
    private static final long MICROS_PER_SECOND = 1_000_000;

    private final Network network;
    private final int capacity;
    private final long maxTtlSeconds;
    private LinkedHashMap<Key, CacheEntry> entries;
    private long evictedEntries;

    private record Key(DnsName name, int type) {}

    DnsCache(Network network, DnsPolicy policy) {
        this.network = network;
        this.capacity = policy.cacheEntries();
        this.maxTtlSeconds = policy.maxTtlSeconds();
    }

    /**
     * What is held of a name and type.
     *
     * @param name letters of any case
     * @param type 16 bits, or {@link CacheEntry#NAME_ERROR}
     * @return the entry, or null if there is none that still holds
     */
    public CacheEntry peek(DnsName name, int type) {
        for (CacheEntry entry : entries()) {
            if (entry.type() == type && entry.name().equals(name)) {
                return entry;
            }
        }
        return null;
    }

    /** {@link #peek(DnsName, int)} for a text as {@code "www.example"}. */
    public CacheEntry peek(String name, int type) {
        return peek(DnsName.of(name), type);
    }

    /** Everything that still holds, what was of no use for longest first. */
    public List<CacheEntry> entries() {
        List<CacheEntry> held = new ArrayList<>();
        if (entries != null) {
            for (CacheEntry entry : entries.values()) {
                if (!isOld(entry)) {
                    held.add(entry);
                }
            }
        }
        return held;
    }

    /** How many entries there are, old ones that nobody asked for among them. */
    public int size() {
        return entries == null ? 0 : entries.size();
    }

    /** How many entries had to make room before their time was over. */
    public long evictedEntries() {
        return evictedEntries;
    }

    /** Forgets everything, as an administrator does after an attack. */
    public void clear() {
        entries = null;
    }

    /** What is held, and it is of use now; null if there is nothing. */
    CacheEntry find(DnsName name, int type) {
        if (entries == null) {
            return null;
        }
        Key key = new Key(name, type);
        CacheEntry entry = entries.get(key);
        if (entry != null && isOld(entry)) {
            entries.remove(key);
            return null;
        }
        return entry;
    }

    /** Keeps a set of records, in place of what is held. */
    void put(RecordSet set, Credibility credibility, int origin) {
        put(set.name(), set.type(), set.records(), set.signatures(), credibility, set.ttlSeconds(), origin);
    }

    /** Keeps that a name has no records of a type, or does not exist. */
    void putNegative(DnsName name, int type, List<DnsRecord> proof, Credibility credibility, long ttl, int origin) {
        put(name, type, List.of(), proof, credibility, ttl, origin);
    }

    private void put(
            DnsName name,
            int type,
            List<DnsRecord> records,
            List<DnsRecord> proof,
            Credibility credibility,
            long ttlSeconds,
            int origin) {
        long expires = network.now() + Math.min(ttlSeconds, maxTtlSeconds) * MICROS_PER_SECOND;
        if (entries == null) {
            entries = new LinkedHashMap<>(8, 0.75f, true);
        }
        entries.put(new Key(name, type), new CacheEntry(name, type, records, proof, credibility, expires, origin));
        if (entries.size() > capacity) {
            Iterator<Map.Entry<Key, CacheEntry>> oldest = entries.entrySet().iterator();
            evictedEntries += isOld(oldest.next().getValue()) ? 0 : 1;
            oldest.remove();
        }
    }

    /** An entry of time to live 0 serves what caused it, at the same microsecond (RFC 1035 section 3.2.1, TTL). */
    private boolean isOld(CacheEntry entry) {
        return network.now() > entry.expiresMicros();
    }

    /** Seconds that the entry still holds. */
    long leftSeconds(CacheEntry entry) {
        return Math.max(0, (entry.expiresMicros() - network.now()) / MICROS_PER_SECOND);
    }
}
