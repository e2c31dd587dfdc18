package org.quintain.net.sim.tcp;

/** Bytes that wait to be acknowledged, or to be read: a ring that grows from nothing to its bound. */
final class ByteRing {
    private static final byte[] NOTHING = {};
    private static final int FIRST_BYTES = 256;

    private final int maxBytes;
    private byte[] ring = NOTHING;
    private int first;
    private int size;

    ByteRing(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    int size() {
        return size;
    }

    int room() {
        return maxBytes - size;
    }

    /** Takes as many as there is room for and says how many. */
    int add(byte[] from, int offset, int lengthBytes) {
        int taken = Math.min(lengthBytes, room());
        if (size + taken > ring.length) {
            grow(size + taken);
        }
        int at = wrap(first + size);
        int head = Math.min(taken, ring.length - at);
        System.arraycopy(from, offset, ring, at, head);
        System.arraycopy(from, offset + head, ring, 0, taken - head);
        size += taken;
        return taken;
    }

    /** Forgets the oldest bytes. */
    void drop(int lengthBytes) {
        first = ring.length == 0 ? 0 : wrap(first + lengthBytes);
        size -= lengthBytes;
        if (size == 0) {
            first = 0;
        }
    }

    /** Copies bytes from a place behind the oldest one. */
    void copy(int skipBytes, byte[] to, int offset, int lengthBytes) {
        if (lengthBytes > 0) {
            int at = wrap(first + skipBytes);
            int head = Math.min(lengthBytes, ring.length - at);
            System.arraycopy(ring, at, to, offset, head);
            System.arraycopy(ring, 0, to, offset + head, lengthBytes - head);
        }
    }

    void clear() {
        ring = NOTHING;
        first = 0;
        size = 0;
    }

    private void grow(int neededBytes) {
        int bytes = Math.max(FIRST_BYTES, ring.length);
        while (bytes < neededBytes) {
            bytes *= 2;
        }
        byte[] larger = new byte[bytes];
        copy(0, larger, 0, size);
        ring = larger;
        first = 0;
    }

    private int wrap(int index) {
        return index >= ring.length ? index - ring.length : index;
    }
}
