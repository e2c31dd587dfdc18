package org.quintain.net.sim;

/**
 * What a switch knows about who is where: VLAN and address to port, in arrays that are made when first needed and grow
 * up to a bound.
 *
 * <p>Open addressing with linear probing, at most half full. Entries too old are not found; they leave when room is wanted
 * for new ones, at most once a second of virtual time, so that a flood of addresses costs no more than a look-up each.
 */
final class LearningTable {
    static final int ABSENT = -1;

    private static final int FIRST_SLOTS = 16;
    private static final long PURGE_PAUSE_MICROS = 1_000_000;

    private final int capacity;
    private final long ageMicros;
    private long[] keys = {};
    private long[] seen = {};
    private short[] ports = {};
    private int size;
    private long nextPurge;

    LearningTable(int capacity, long ageMicros) {
        this.capacity = capacity;
        this.ageMicros = ageMicros;
    }

    /** VLANs are 1 and up, so that no key is 0. */
    static long key(int vlan, long mac) {
        return (long) vlan << 48 | mac;
    }

    /** The port, or {@link #ABSENT}. */
    int find(long key, long now) {
        if (size == 0) {
            return ABSENT;
        }
        int at = slot(key);
        return keys[at] == key && now - seen[at] <= ageMicros ? ports[at] : ABSENT;
    }

    /** Learns or refreshes an entry; false if there is no room. */
    boolean learn(long key, int port, long now) {
        if (keys.length == 0) {
            resize(FIRST_SLOTS);
        }
        int at = slot(key);
        if (keys[at] != key) {
            if (size == capacity && !purge(now)) {
                return false;
            }
            if (2 * size >= keys.length) {
                resize(2 * keys.length);
            }
            at = slot(key);
            keys[at] = key;
            size++;
        }
        ports[at] = (short) port;
        seen[at] = now;
        return true;
    }

    /** Entries held, with those that are too old and have not left yet. */
    int size() {
        return size;
    }

    private boolean purge(long now) {
        if (now < nextPurge) {
            return false;
        }
        long oldest = now;
        long[] oldKeys = keys;
        long[] oldSeen = seen;
        short[] oldPorts = ports;
        allocate(keys.length);
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != 0 && now - oldSeen[i] <= ageMicros) {
                insert(oldKeys[i], oldPorts[i], oldSeen[i]);
                oldest = Math.min(oldest, oldSeen[i]);
            }
        }
        nextPurge = Math.max(now + PURGE_PAUSE_MICROS, oldest + ageMicros + 1);
        return size < capacity;
    }

    private void resize(int slots) {
        long[] oldKeys = keys;
        long[] oldSeen = seen;
        short[] oldPorts = ports;
        allocate(slots);
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != 0) {
                insert(oldKeys[i], oldPorts[i], oldSeen[i]);
            }
        }
    }

    private void allocate(int slots) {
        keys = new long[slots];
        seen = new long[slots];
        ports = new short[slots];
        size = 0;
    }

    private void insert(long key, short port, long time) {
        int at = slot(key);
        keys[at] = key;
        ports[at] = port;
        seen[at] = time;
        size++;
    }

    /** Where the key is, or the free place where it belongs. */
    private int slot(long key) {
        int mask = keys.length - 1;
        // Fibonacci hashing (D. E. Knuth, The Art of Computer Programming 3, 2nd ed. 1998, section 6.4): 2^64 / golden
        // ratio
        int at = (int) (key * 0x9e37_79b9_7f4a_7c15L >>> 32) & mask;
        while (keys[at] != 0 && keys[at] != key) {
            at = at + 1 & mask;
        }
        return at;
    }
}
