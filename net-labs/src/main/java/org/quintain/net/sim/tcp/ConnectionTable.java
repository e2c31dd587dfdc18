package org.quintain.net.sim.tcp;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Connections by local port, remote address and remote port: chains in an array that grows with them. */
final class ConnectionTable {
    private static final int FIRST_BUCKETS = 4;

    private TcpConnection[] buckets = new TcpConnection[FIRST_BUCKETS];
    private int size;

    int size() {
        return size;
    }

    TcpConnection find(int localPort, int remoteAddress, int remotePort) {
        TcpConnection c = buckets[bucket(localPort, remoteAddress, remotePort)];
        while (c != null && !is(c, localPort, remoteAddress, remotePort)) {
            c = c.nextInBucket;
        }
        return c;
    }

    void add(TcpConnection c) {
        if (size == buckets.length) {
            List<TcpConnection> all = inOrder();
            buckets = new TcpConnection[4 * buckets.length];
            all.forEach(this::link);
        }
        link(c);
        size++;
    }

    /** False if it was not there. */
    boolean remove(TcpConnection c) {
        int bucket = bucket(c.localPort, c.remoteAddress, c.remotePort);
        TcpConnection before = null;
        for (TcpConnection at = buckets[bucket]; at != null; at = at.nextInBucket) {
            if (at == c) {
                if (before == null) {
                    buckets[bucket] = c.nextInBucket;
                } else {
                    before.nextInBucket = c.nextInBucket;
                }
                c.nextInBucket = null;
                size--;
                return true;
            }
            before = at;
        }
        return false;
    }

    /** All, in the order of making. */
    List<TcpConnection> inOrder() {
        List<TcpConnection> all = new ArrayList<>(size);
        for (TcpConnection bucket : buckets) {
            for (TcpConnection c = bucket; c != null; c = c.nextInBucket) {
                all.add(c);
            }
        }
        all.sort(Comparator.comparingLong(c -> c.serial));
        return all;
    }

    /** The oldest one in TIME_WAIT, or null. */
    TcpConnection oldestInTimeWait() {
        TcpConnection oldest = null;
        for (TcpConnection bucket : buckets) {
            for (TcpConnection c = bucket; c != null; c = c.nextInBucket) {
                if (c.state == TcpState.TIME_WAIT && (oldest == null || c.serial < oldest.serial)) {
                    oldest = c;
                }
            }
        }
        return oldest;
    }

    private void link(TcpConnection c) {
        int bucket = bucket(c.localPort, c.remoteAddress, c.remotePort);
        c.nextInBucket = buckets[bucket];
        buckets[bucket] = c;
    }

    /** Spreads well enough for a table that has a bound: whoever makes collisions makes at most that many. */
    private int bucket(int localPort, int remoteAddress, int remotePort) {
        int hash = (localPort << 16 ^ remotePort) * 0x9E3779B1 ^ remoteAddress * 0x85EBCA6B;
        hash ^= hash >>> 15;
        return hash & buckets.length - 1;
    }

    private static boolean is(TcpConnection c, int localPort, int remoteAddress, int remotePort) {
        return c.localPort == localPort && c.remoteAddress == remoteAddress && c.remotePort == remotePort;
    }
}
