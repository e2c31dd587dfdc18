package org.quintain.net.sim;

import java.util.Arrays;
import org.quintain.core.Bytes;

/** Frames that wait, with their times, first in first out: a ring that grows up to a bound. */
final class FrameQueue {
    private static final int FIRST_FRAMES = 16;

    private final int capacity;
    private byte[][] frames = {};
    private long[] times = {};
    private int head;
    private int size;

    FrameQueue(int capacity) {
        this.capacity = capacity;
    }

    int size() {
        return size;
    }

    /** False if there is no room. */
    boolean add(long time, byte[] frame) {
        if (size == capacity) {
            return false;
        }
        if (size == frames.length) {
            grow();
        }
        int at = (head + size++) % frames.length;
        frames[at] = frame;
        times[at] = time;
        return true;
    }

    /** The oldest, or null. */
    TimedFrame poll() {
        if (size == 0) {
            return null;
        }
        TimedFrame oldest = new TimedFrame(times[head], Bytes.of(frames[head]));
        frames[head] = null;
        head = (head + 1) % frames.length;
        size--;
        return oldest;
    }

    private void grow() {
        int length = Math.min(capacity, Math.max(FIRST_FRAMES, 2 * size));
        byte[][] moreFrames = Arrays.copyOf(frames, length);
        long[] moreTimes = Arrays.copyOf(times, length);
        for (int i = 0; i < size; i++) {
            moreFrames[i] = frames[(head + i) % size];
            moreTimes[i] = times[(head + i) % size];
        }
        frames = moreFrames;
        times = moreTimes;
        head = 0;
    }
}
