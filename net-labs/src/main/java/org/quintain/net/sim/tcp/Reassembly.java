package org.quintain.net.sim.tcp;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Text that came before its turn: pieces behind RCV.NXT that have no byte in common, in order.
 *
 * <p>Bounded by the window, in bytes, and by {@link #MAX_PIECES}. Pieces that touch are not joined, because a rule asks where
 * a piece begins.
 */
final class Reassembly {
    /**
     * Pieces at most: text that would make more is dropped, and will be sent again. Text at RCV.NXT is always taken, for it
     * frees what waits behind it.
     */
    static final int MAX_PIECES = 128;

    /** A part of a segment; the array is the connection's own copy. */
    private record Piece(int sequenceNumber, byte[] bytes, int offset, int lengthBytes) {
        int from(int base) {
            return sequenceNumber - base;
        }

        Piece part(int base, int from, int to) {
            int skip = from - from(base);
            return new Piece(sequenceNumber + skip, bytes, offset + skip, to - from);
        }
    }

    private final OverlapRule rule;
    private List<Piece> pieces = List.of();
    private boolean hasOverlapped;

    Reassembly(OverlapRule rule) {
        this.rule = rule;
    }

    boolean isEmpty() {
        return pieces.isEmpty();
    }

    int heldBytes() {
        int held = 0;
        for (Piece piece : pieces) {
            held += piece.lengthBytes();
        }
        return held;
    }

    /** Whether the last text that was put had bytes in common with held ones. */
    boolean hasOverlapped() {
        return hasOverlapped;
    }

    /**
     * Holds text, as far as the rule prefers it to what is held.
     *
     * @param base RCV.NXT
     * @param sequenceNumber of the first byte, RCV.NXT or later
     * @param text array; copied
     * @param offset index of the first byte
     * @param lengthBytes 1 or more, up to the end of the window
     * @return false if there would be too many pieces: then nothing is changed; never for text at RCV.NXT
     */
    boolean put(int base, int sequenceNumber, byte[] text, int offset, int lengthBytes) {
        byte[] copy = new byte[lengthBytes];
        System.arraycopy(text, offset, copy, 0, lengthBytes);
        Piece coming = new Piece(sequenceNumber, copy, 0, lengthBytes);
        int start = coming.from(base);
        int end = start + lengthBytes;
        List<Piece> kept = new ArrayList<>(pieces.size() + 2);
        hasOverlapped = false;
        int next = start;
        for (Piece held : pieces) {
            int heldStart = held.from(base);
            int heldEnd = heldStart + held.lengthBytes();
            int from = Math.max(start, heldStart);
            int to = Math.min(end, heldEnd);
            if (from >= to) {
                kept.add(held);
                continue;
            }
            hasOverlapped = true;
            if (rule.isReplaced(heldStart, held.lengthBytes(), start, lengthBytes)) {
                addPart(kept, held, base, heldStart, from);
                addPart(kept, held, base, to, heldEnd);
            } else {
                kept.add(held);
                addPart(kept, coming, base, next, from);
                next = to;
            }
        }
        addPart(kept, coming, base, next, end);
        if (kept.size() > MAX_PIECES && sequenceNumber != base) {
            return false;
        }
        kept.sort(Comparator.comparingInt(piece -> piece.from(base)));
        pieces = kept;
        return true;
    }

    private static void addPart(List<Piece> to, Piece piece, int base, int from, int end) {
        if (from < end) {
            to.add(piece.part(base, from, end));
        }
    }

    /** Gives the text that begins at RCV.NXT, and forgets it; does nothing if there is none. */
    void takeNext(int base, Taker taker) {
        if (!pieces.isEmpty() && pieces.get(0).sequenceNumber() == base) {
            Piece piece = pieces.get(0);
            pieces = pieces.size() == 1 ? List.of() : new ArrayList<>(pieces.subList(1, pieces.size()));
            taker.take(piece.bytes(), piece.offset(), piece.lengthBytes());
        }
    }

    boolean hasNext(int base) {
        return !pieces.isEmpty() && pieces.get(0).sequenceNumber() == base;
    }

    void clear() {
        pieces = List.of();
    }

    /** Takes text in its turn. */
    interface Taker {
        void take(byte[] from, int offset, int lengthBytes);
    }
}
