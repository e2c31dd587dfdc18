package org.quintain.net.sim.host;

import java.util.Arrays;
import org.quintain.net.wire.Ipv4;

/**
 * One packet that is being put together: the payload's bytes, and the ranges that fragments have filled, in order. A range
 * belongs to one fragment; where that is trimmed or split by another, what is left of it.
 */
final class FragmentedPacket {
    static final int MAX_RANGES = 1024;
    private static final int FIRST_RANGES = 4;
    private static final int UNKNOWN = -1;

    final int source;
    final int destination;
    final int protocol;
    final int identification;
    final long dueMicros;
    private byte[] payload = {};
    private int totalBytes = UNKNOWN;
    private int[] from = new int[FIRST_RANGES];
    private int[] to = new int[FIRST_RANGES];
    private int ranges;
    private int filledBytes;
    private boolean isGivenUp;
    private int[] newFrom = new int[FIRST_RANGES];
    private int[] newTo = new int[FIRST_RANGES];
    private int newRanges;
    private byte[] first;
    private int firstOffset;
    private int firstLimit;

    FragmentedPacket(Ipv4 fragment, long dueMicros) {
        source = fragment.source();
        destination = fragment.destination();
        protocol = fragment.protocol();
        identification = fragment.identification();
        this.dueMicros = dueMicros;
    }

    boolean isOf(Ipv4 fragment) {
        return identification == fragment.identification()
                && source == fragment.source()
                && destination == fragment.destination()
                && protocol == fragment.protocol();
    }

    /** Adds a fragment whose length is sound; false if it contradicts the others, or there are too many ranges. */
    boolean add(OverlapPolicy policy, Ipv4 fragment) {
        int begin = fragment.fragmentOffsetBytes();
        int end = begin + fragment.payloadLengthBytes();
        boolean isLast = !fragment.isMoreFragments();
        int highest = ranges == 0 ? 0 : to[ranges - 1];
        boolean isContradiction =
                totalBytes == UNKNOWN ? isLast && end < highest : end > totalBytes || isLast && end != totalBytes;
        if (isGivenUp || isContradiction || ranges + 2 > MAX_RANGES) {
            return false;
        }
        if (!place(policy, begin, end, fragment)) {
            giveUp();
            return false;
        }
        totalBytes = isLast ? end : totalBytes;
        if (begin == 0 && (first == null || policy.winner(begin, end, begin, end) == OverlapPolicy.Winner.NEW)) {
            first = fragment.array();
            firstOffset = fragment.offset();
            firstLimit = fragment.limit();
        }
        return true;
    }

    /** Asks the policy about each range that the new fragment meets, and lists what remains of all of them. */
    private boolean place(OverlapPolicy policy, int begin, int end, Ipv4 fragment) {
        newRanges = 0;
        filledBytes = 0;
        reserve(end);
        int at = begin;
        for (int i = 0; i < ranges; i++) {
            if (to[i] <= begin) {
                list(from[i], to[i]);
                continue;
            }
            if (from[i] >= end) {
                at = fill(at, end, begin, fragment);
                list(from[i], to[i]);
                continue;
            }
            switch (policy.winner(begin, end, from[i], to[i])) {
                case HELD -> {
                    fill(at, from[i], begin, fragment);
                    list(from[i], to[i]);
                    at = to[i];
                }
                case NEW -> {
                    list(from[i], Math.min(begin, to[i]));
                    if (to[i] > end) {
                        at = fill(at, end, begin, fragment);
                        list(end, to[i]);
                    }
                }
                default -> {
                    return false;
                }
            }
        }
        fill(at, end, begin, fragment);
        swap();
        return true;
    }

    /** Copies a part of the new fragment, if there is one, and returns its end. */
    private int fill(int partFrom, int partTo, int begin, Ipv4 fragment) {
        if (partFrom < partTo) {
            int at = fragment.payloadOffset() + partFrom - begin;
            System.arraycopy(fragment.array(), at, payload, partFrom, partTo - partFrom);
            list(partFrom, partTo);
        }
        return partTo;
    }

    private void list(int rangeFrom, int rangeTo) {
        if (rangeFrom < rangeTo) {
            if (newRanges == newFrom.length) {
                newFrom = Arrays.copyOf(newFrom, 2 * newRanges);
                newTo = Arrays.copyOf(newTo, 2 * newRanges);
            }
            newFrom[newRanges] = rangeFrom;
            newTo[newRanges++] = rangeTo;
            filledBytes += rangeTo - rangeFrom;
        }
    }

    private void swap() {
        int[] oldFrom = from;
        int[] oldTo = to;
        from = newFrom;
        to = newTo;
        newFrom = oldFrom;
        newTo = oldTo;
        ranges = newRanges;
    }

    private void reserve(int bytes) {
        if (bytes > payload.length) {
            int doubled = Math.min(Ipv4.MAX_TOTAL_LENGTH_BYTES, 2 * payload.length);
            payload = Arrays.copyOf(payload, Math.max(bytes, doubled));
        }
    }

    private void giveUp() {
        isGivenUp = true;
        payload = new byte[0];
        ranges = 0;
        first = null;
    }

    boolean isWhole() {
        return !isGivenUp && filledBytes == totalBytes;
    }

    /** The packet without a trace of fragments, under the header that came with the first byte. */
    byte[] assemble(Ipv4 view) {
        int headerBytes = view.place(first, firstOffset, firstLimit).lengthBytes();
        byte[] whole = new byte[headerBytes + totalBytes];
        System.arraycopy(first, firstOffset, whole, 0, headerBytes);
        System.arraycopy(payload, 0, whole, headerBytes, totalBytes);
        view.place(whole, 0, whole.length)
                .totalLengthBytes(whole.length)
                .fragmentWord(0)
                .writeChecksum();
        return whole;
    }

    /** Whether the packet would fit 65,535 bytes under the header that came with its first byte. */
    boolean fits(Ipv4 view) {
        return view.place(first, firstOffset, firstLimit).lengthBytes() + totalBytes <= Ipv4.MAX_TOTAL_LENGTH_BYTES;
    }

    /** Sets a view on the fragment with the first byte; false if it has not come. */
    boolean placeFirst(Ipv4 view) {
        if (first != null) {
            view.place(first, firstOffset, firstLimit);
        }
        return first != null;
    }

    /** What the packet takes in memory, roughly. */
    int heldBytes() {
        return payload.length + 16 * from.length;
    }
}
