package org.quintain.net.wire;

import java.util.Objects;

/**
 * A window on one header in a frame: it reads and writes the bytes where they are and copies nothing.
 *
 * <p>An instance is meant to be kept and set on one frame after the other, so that a million frames cost no object. It
 * is not safe for several threads. There are three ways to set it:
 *
 * <ul>
 *   <li>{@code wrap} for bytes of somebody else: it judges them, and says as a {@link Flaw} why it refuses them. No bytes
 *       make it throw. After {@link Flaw#NONE} every field can be read, and {@link #limit()} is where this header says
 *       that its packet ends, so that what an Ethernet driver padded is not payload. After another flaw, fields MUST NOT
 *       be read before the next setting.
 *   <li>{@code begin} for a new header: it writes the usual values, and setters change them.
 *   <li>{@code place} for a header that is there and need not be sound: it judges nothing. A field beyond the array then
 *       gives an {@link IndexOutOfBoundsException}.
 * </ul>
 *
 * <p>In all three, an offset or limit outside of the array is the caller's bug: {@link IndexOutOfBoundsException}.
 */
public abstract class Header {
    /** The frame that this window is on. */
    protected byte[] frame = {};
    /** Index of the header's first byte. */
    protected int offset;
    /** Index behind the last byte that belongs to the header and its payload. */
    protected int limit;

    /** A window on nothing. */
    protected Header() {}

    /**
     * Sets the window on a header and judges it.
     *
     * @param newFrame bytes of any origin
     * @param newOffset index of the header's first byte, 0 to {@code newLimit}
     * @param newLimit index behind the last byte that may be read, at most the frame's length
     * @return {@link Flaw#NONE}, or why the header is refused
     */
    public abstract Flaw wrap(byte[] newFrame, int newOffset, int newLimit);

    /** Sets the window on the payload of an outer header, which MUST have been accepted, and judges it. */
    public final Flaw wrap(Header outer) {
        return wrap(outer.frame, outer.payloadOffset(), outer.limit);
    }

    /** Sets the window without judging or writing. Stores the reference only if it is another: a barrier less. */
    protected final void set(byte[] newFrame, int newOffset, int newLimit) {
        Objects.checkFromToIndex(newOffset, newLimit, newFrame.length);
        if (frame != newFrame) {
            frame = newFrame;
        }
        offset = newOffset;
        limit = newLimit;
    }

    /** The frame itself, not a copy. */
    public final byte[] array() {
        return frame;
    }

    /** Index of the header's first byte in {@link #array()}. */
    public final int offset() {
        return offset;
    }

    /** Index behind the last byte of the payload in {@link #array()}. */
    public final int limit() {
        return limit;
    }

    /** The header alone, with its options, in bytes. */
    public abstract int lengthBytes();

    /** Index of the payload's first byte in {@link #array()}. */
    public final int payloadOffset() {
        return offset + lengthBytes();
    }

    /** From the header's end to the limit; 0 if there is no payload. */
    public final int payloadLengthBytes() {
        return limit - offset - lengthBytes();
    }
}
