package org.quintain.net.wire;

import java.util.Arrays;

/** Where the ends of names stand in a message that is being written, so that later names can point there. */
final class DnsSuffixes {
    /** Enough for 1,500 bytes of any names; what comes later is not pointed to, which is allowed. */
    private static final int MAX_COUNT = 256;

    private int count;
    private short[] offsets = new short[16];
    private int[] hashes = new int[16];

    void clear() {
        count = 0;
    }

    /** Remembers the suffix from {@code at} to the zero before {@code end}; {@code at} is at most 16,383. */
    void add(byte[] message, int at, int end) {
        if (count == MAX_COUNT) {
            return;
        }
        if (count == offsets.length) {
            offsets = Arrays.copyOf(offsets, 2 * count);
            hashes = Arrays.copyOf(hashes, 2 * count);
        }
        offsets[count] = (short) at;
        hashes[count++] = hash(message, at, end);
    }

    /** Where the decompressed suffix from {@code at} to {@code end} stands already, letter for letter; -1 if nowhere. */
    int find(byte[] message, int at, int end) {
        int hash = hash(message, at, end);
        for (int i = 0; i < count; i++) {
            if (hashes[i] == hash && offsets[i] < at && isSame(message, offsets[i], at)) {
                return offsets[i];
            }
        }
        return -1;
    }

    private static boolean isSame(byte[] message, int earlier, int at) {
        int there = earlier;
        int here = at;
        while (true) {
            while ((message[there] & DnsName.POINTER) == DnsName.POINTER) {
                there = BigEndian.u16(message, there) & 0x3FFF;
            }
            int length = message[here];
            if (!Arrays.equals(message, there, there + 1 + length, message, here, here + 1 + length)) {
                return false;
            }
            if (length == 0) {
                return true;
            }
            there += 1 + length;
            here += 1 + length;
        }
    }

    private static int hash(byte[] message, int at, int end) {
        int hash = 1;
        for (int i = at; i < end; i++) {
            hash = 31 * hash + message[i];
        }
        return hash;
    }
}
