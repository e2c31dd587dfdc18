package org.quintain.net.sim.host;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.quintain.core.Incubating;
import org.quintain.net.sim.Network;

/**
 * Who has which IPv4 address on the link (RFC 826's translation table; RFC 1122 section 2.3.2.1).
 *
 * <p>Entries leave when their time is over, in use or not; when the table is full, the oldest that is not static makes
 * room. It is small and searched from its beginning, the last hit first.
 */
@Incubating
public final class ArpCache {
    /** What {@link #find} gives for an address without entry. */
    public static final long UNKNOWN = -1;

    private static final long STATIC = Long.MAX_VALUE;
    private static final int FIRST_ENTRIES = 4;
    private static final int[] NO_ADDRESSES = {};
    private static final long[] NO_LONGS = {};

    private final Network network;
    private final int capacity;
    private final long ageMicros;
    private int[] addresses = NO_ADDRESSES;
    private long[] macs = NO_LONGS;
    private long[] confirmed = NO_LONGS;
    private int size;
    private int lastHit;

    ArpCache(Network network, int capacity, long ageMicros) {
        this.network = network;
        this.capacity = capacity;
        this.ageMicros = ageMicros;
    }

    /** The MAC of an address, 48 bits, or {@link #UNKNOWN} if there is no entry or it is too old. */
    public long find(int address) {
        int at = indexOf(address);
        return at < 0 ? UNKNOWN : macs[at];
    }

    /** Microseconds since the entry was made or confirmed; 0 for a static one, -1 without entry. */
    public long ageMicros(int address) {
        int at = indexOf(address);
        return at < 0 ? -1 : confirmed[at] == STATIC ? 0 : network.now() - confirmed[at];
    }

    /** Whether the last quarter of an entry's time has begun: time to ask again, before it is missed. */
    boolean isAgeing(int address) {
        int at = indexOf(address);
        return at >= 0 && confirmed[at] != STATIC && network.now() - confirmed[at] >= ageMicros - ageMicros / 4;
    }

    /** Whether an address is bound for good: no packet changes it. */
    public boolean isStatic(int address) {
        int at = indexOf(address);
        return at >= 0 && confirmed[at] == STATIC;
    }

    /**
     * Makes or overwrites an entry as a believed packet would; a static one stays as it is.
     *
     * @param address whose
     * @param mac 48 bits
     * @return false if a static entry or a table full of them left no room
     */
    public boolean put(int address, long mac) {
        return !isStatic(address) && store(address, mac, network.now());
    }

    /**
     * Binds an address for good: the administrator's defence against forged ARP.
     *
     * @param address whose
     * @param mac 48 bits
     */
    public void putStatic(int address, long mac) {
        if (!store(address, mac, STATIC)) {
            throw new IllegalStateException("room for a static entry wanted: entries=" + size);
        }
    }

    /** Forgets an address, static or not. */
    public void remove(int address) {
        int at = indexOf(address);
        if (at >= 0) {
            size--;
            addresses[at] = addresses[size];
            macs[at] = macs[size];
            confirmed[at] = confirmed[size];
        }
    }

    /** The addresses with an entry that still holds, in no order that means anything. */
    public List<Integer> addresses() {
        List<Integer> known = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            if (!isOld(i)) {
                known.add(addresses[i]);
            }
        }
        return known;
    }

    private boolean store(int address, long mac, long time) {
        int at = indexOf(address);
        if (at < 0) {
            at = place();
        }
        if (at < 0) {
            return false;
        }
        addresses[at] = address;
        macs[at] = mac;
        confirmed[at] = time;
        return true;
    }

    /** A place for a new entry: behind the others while there is room, else the oldest's; -1 if all are static. */
    private int place() {
        int oldest = -1;
        for (int i = 0; i < size; i++) {
            if (confirmed[i] != STATIC && (oldest < 0 || confirmed[i] < confirmed[oldest])) {
                oldest = i;
            }
        }
        if (size == capacity || oldest >= 0 && isOld(oldest)) {
            return oldest;
        }
        if (size == addresses.length) {
            int length = Math.min(capacity, Math.max(FIRST_ENTRIES, 2 * size));
            addresses = Arrays.copyOf(addresses, length);
            macs = Arrays.copyOf(macs, length);
            confirmed = Arrays.copyOf(confirmed, length);
        }
        return size++;
    }

    private int indexOf(int address) {
        if (lastHit < size && addresses[lastHit] == address) {
            return isOld(lastHit) ? -1 : lastHit;
        }
        for (int i = 0; i < size; i++) {
            if (addresses[i] == address) {
                lastHit = i;
                return isOld(i) ? -1 : i;
            }
        }
        return -1;
    }

    private boolean isOld(int at) {
        return confirmed[at] != STATIC && network.now() - confirmed[at] >= ageMicros;
    }
}
