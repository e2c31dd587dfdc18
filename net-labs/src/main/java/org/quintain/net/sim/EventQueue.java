package org.quintain.net.sim;

import java.util.Arrays;

/**
 * Pending events in a binary heap of primitives, first in first out for equal times. Nothing is allocated per event.
 *
 * <p>An event lies in a slot that is used again; the heap holds its time and {@code sequence << 20 | slot}, so that two
 * events of one time compare by their sequence. 43 bits of sequence last for 8 * 10^12 events, which {@link Limits} keeps
 * out of reach.
 */
final class EventQueue {
    private static final int SLOT_BITS = 20;
    private static final int MAX_SLOTS = 1 << SLOT_BITS;
    private static final int FIRST_SLOTS = 8;

    private long[] times = new long[FIRST_SLOTS];
    private long[] orders = new long[FIRST_SLOTS];
    private int size;
    /** Whether the first event was taken and its place not filled: most events cause one other, which goes there. */
    private boolean hasGap;

    private long nextSequence;

    /** The place in the heap of the event in a slot; for a free slot the next free one. */
    private int[] places = new int[FIRST_SLOTS];
    /** A {@link Port} that gets a frame, or a {@link Timer} that rings. */
    private Object[] targets = new Object[FIRST_SLOTS];

    private byte[][] frames = new byte[FIRST_SLOTS][];
    private int[] origins = new int[FIRST_SLOTS];
    private int usedSlots;
    private int freeSlot = -1;

    int size() {
        closeGap();
        return size;
    }

    /** The time of the first event; only when there is one, and after a look at the size. */
    long headTime() {
        return times[0];
    }

    Object target(int slot) {
        return targets[slot];
    }

    byte[] frame(int slot) {
        return frames[slot];
    }

    int origin(int slot) {
        return origins[slot];
    }

    /** Adds an event behind all others of its time and returns its slot. */
    int add(long time, Object target, byte[] frame, int origin) {
        int slot = takeSlot();
        targets[slot] = target;
        frames[slot] = frame;
        origins[slot] = origin;
        long order = nextSequence++ << SLOT_BITS | slot;
        if (hasGap) {
            hasGap = false;
            siftDown(0, time, order);
            return slot;
        }
        if (size == times.length) {
            times = Arrays.copyOf(times, 2 * size);
            orders = Arrays.copyOf(orders, 2 * size);
        }
        siftUp(size++, time, order);
        return slot;
    }

    /** Takes the first event out of the heap; its slot can be read until it is released. */
    int poll() {
        closeGap();
        hasGap = true;
        return slotOf(orders[0]);
    }

    private void closeGap() {
        if (hasGap) {
            hasGap = false;
            removeAt(0);
        }
    }

    /** Takes any event but a polled one out and releases its slot; what was in a gap is first still, so it may stay. */
    void remove(int slot) {
        removeAt(places[slot]);
        release(slot);
    }

    void release(int slot) {
        targets[slot] = null;
        frames[slot] = null;
        places[slot] = freeSlot;
        freeSlot = slot;
    }

    private int takeSlot() {
        if (freeSlot >= 0) {
            int slot = freeSlot;
            freeSlot = places[slot];
            return slot;
        }
        if (usedSlots == MAX_SLOTS) {
            throw new IllegalStateException("fewer timers wanted: pending events=" + size);
        }
        if (usedSlots == places.length) {
            places = Arrays.copyOf(places, 2 * usedSlots);
            targets = Arrays.copyOf(targets, 2 * usedSlots);
            frames = Arrays.copyOf(frames, 2 * usedSlots);
            origins = Arrays.copyOf(origins, 2 * usedSlots);
        }
        return usedSlots++;
    }

    private void removeAt(int place) {
        size--;
        if (place == size) {
            return;
        }
        long time = times[size];
        long order = orders[size];
        int parent = (place - 1) / 2;
        if (place > 0 && isBefore(time, order, parent)) {
            siftUp(place, time, order);
        } else {
            siftDown(place, time, order);
        }
    }

    private void siftUp(int from, long time, long order) {
        int place = from;
        while (place > 0) {
            int parent = (place - 1) / 2;
            if (!isBefore(time, order, parent)) {
                break;
            }
            put(place, times[parent], orders[parent]);
            place = parent;
        }
        put(place, time, order);
    }

    private void siftDown(int from, long time, long order) {
        int place = from;
        while (true) {
            int child = 2 * place + 1;
            if (child >= size) {
                break;
            }
            if (child + 1 < size && isBefore(times[child + 1], orders[child + 1], child)) {
                child++;
            }
            if (isBefore(time, order, child)) {
                break;
            }
            put(place, times[child], orders[child]);
            place = child;
        }
        put(place, time, order);
    }

    private boolean isBefore(long time, long order, int place) {
        return time < times[place] || time == times[place] && order < orders[place];
    }

    private void put(int place, long time, long order) {
        times[place] = time;
        orders[place] = order;
        places[slotOf(order)] = place;
    }

    private static int slotOf(long order) {
        return (int) order & MAX_SLOTS - 1;
    }
}
