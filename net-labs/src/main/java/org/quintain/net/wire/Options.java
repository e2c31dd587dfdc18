package org.quintain.net.wire;

/**
 * A cursor over the options behind the first 20 bytes of a header: one byte of kind alone, or kind, length and data
 * (RFC 791 section 3.1, Options; RFC 9293 section 3.1, Options). It allocates nothing, and any bytes end it.
 *
 * <pre>{@code
 * options.wrap(tcp);
 * while (options.next()) {
 *     switch (options.kind()) { ... }
 * }
 * if (options.flaw() != Flaw.NONE) { ... } // what was read before the flaw stays read
 * }</pre>
 */
abstract class Options {
    /** Ends the list; what follows is padding. */
    static final int END = 0;
    /** Stands between options to align them. */
    static final int NO_OPERATION = 1;

    static final int FIXED_BYTES = 20;

    private final Flaw lengthFlaw;
    private final Flaw beyondFlaw;

    byte[] frame = {};
    int at;
    private int lengthBytes;
    private int end;
    private Flaw flaw = Flaw.NONE;
    private boolean isEnded = true;

    Options(Flaw lengthFlaw, Flaw beyondFlaw) {
        this.lengthFlaw = lengthFlaw;
        this.beyondFlaw = beyondFlaw;
    }

    final void set(Header header) {
        frame = header.array();
        at = header.offset() + FIXED_BYTES;
        end = header.payloadOffset();
        lengthBytes = 0;
        flaw = Flaw.NONE;
        isEnded = false;
    }

    /**
     * Goes to the next option.
     *
     * @return whether there is one; false at the end of the list, at the end of the header and at a flaw
     */
    public final boolean next() {
        at += lengthBytes;
        lengthBytes = 0;
        if (isEnded || at >= end || kind() == END) {
            isEnded = true;
            return false;
        }
        if (kind() == NO_OPERATION) {
            lengthBytes = 1;
            return true;
        }
        if (at + 1 >= end) {
            return stop(beyondFlaw);
        }
        int length = BigEndian.u8(frame, at + 1);
        if (length < 2) {
            return stop(lengthFlaw);
        }
        if (length > end - at) {
            return stop(beyondFlaw);
        }
        lengthBytes = length;
        return true;
    }

    private boolean stop(Flaw why) {
        flaw = why;
        isEnded = true;
        return false;
    }

    /** Why the list ended before its end, or {@link Flaw#NONE}. */
    public final Flaw flaw() {
        return flaw;
    }

    /** The option's first byte, 0 to 255. */
    public final int kind() {
        return BigEndian.u8(frame, at);
    }

    /** The whole option in bytes, kind and length included: 1 or 2 to 40. */
    public final int lengthBytes() {
        return lengthBytes;
    }

    /** Index of the option's first byte in the frame. */
    public final int offset() {
        return at;
    }

    /** Index of the option's data in the frame, behind kind and length. */
    public final int dataOffset() {
        return at + Math.min(2, lengthBytes);
    }

    /** The data in bytes, 0 to 38. */
    public final int dataLengthBytes() {
        return Math.max(0, lengthBytes - 2);
    }

    /** Starts to write behind the first 20 bytes, whatever stands there. */
    final void beginAt(Header header) {
        frame = header.array();
        at = header.offset() + FIXED_BYTES;
        end = Math.min(at + 40, header.limit());
        lengthBytes = 0;
        flaw = Flaw.NONE;
        isEnded = true;
    }

    /** Takes room for an option that is written. */
    final int take(int bytes) {
        if (bytes > end - at) {
            throw new IllegalArgumentException(
                    "options of 40 bytes before the limit wanted: left=" + (end - at) + ", option=" + bytes);
        }
        int from = at;
        at += bytes;
        return from;
    }

    /** Pads with {@link #END} to a whole word and gives the words of the header. */
    final int finish(Header header) {
        while ((at - header.offset() & 3) != 0) {
            frame[take(1)] = END;
        }
        return (at - header.offset()) / 4;
    }
}
