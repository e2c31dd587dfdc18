package org.quintain.net.wire;

/**
 * The options of a TCP header (RFC 9293 section 3.2).
 *
 * <p>Read them with {@link #wrap} and {@link #next}, and after the last look at {@code flaw()}. Write them with
 * {@link #begin}, one method an option, and {@link #end}, which sets the data offset. A getter of one kind wants
 * {@link #kind} and {@code lengthBytes()} to be those of that kind: {@link #isKind} asks for both.
 */
public final class TcpOptions extends Options {
    /** End of the list, one byte (RFC 9293 section 3.2). */
    public static final int KIND_END = END;
    /** No operation, one byte (RFC 9293 section 3.2). */
    public static final int KIND_NO_OPERATION = NO_OPERATION;
    /** Maximum segment size, 4 bytes (RFC 9293 section 3.2). */
    public static final int KIND_MAXIMUM_SEGMENT_SIZE = 2;
    /** Window scale, 3 bytes (RFC 7323 section 2.2). */
    public static final int KIND_WINDOW_SCALE = 3;
    /** Selective acknowledgments are permitted, 2 bytes (RFC 2018 section 2). */
    public static final int KIND_SACK_PERMITTED = 4;
    /** Selective acknowledgments, 2 bytes and 8 a block (RFC 2018 section 3). */
    public static final int KIND_SACK = 5;
    /** Timestamps, 10 bytes (RFC 7323 section 3.2). */
    public static final int KIND_TIMESTAMPS = 8;

    /** A cursor on nothing. */
    public TcpOptions() {
        super(Flaw.TCP_OPTION_LENGTH, Flaw.TCP_OPTION_BEYOND_HEADER);
    }

    /** Goes before the first option of a header that was accepted. */
    public TcpOptions wrap(Tcp tcp) {
        set(tcp);
        return this;
    }

    /** Whether the option is of this kind and as long as its RFC wants: its getters may be used. */
    public boolean isKind(int kind) {
        if (kind() != kind) {
            return false;
        }
        return switch (kind) {
            case KIND_MAXIMUM_SEGMENT_SIZE -> lengthBytes() == 4;
            case KIND_WINDOW_SCALE -> lengthBytes() == 3;
            case KIND_SACK_PERMITTED -> lengthBytes() == 2;
            case KIND_SACK -> lengthBytes() >= 10 && lengthBytes() % 8 == 2;
            case KIND_TIMESTAMPS -> lengthBytes() == 10;
            default -> true;
        };
    }

    /** Of {@link #KIND_MAXIMUM_SEGMENT_SIZE}, bytes, 16 bits. */
    public int maximumSegmentSizeBytes() {
        return BigEndian.u16(frame, dataOffset());
    }

    /** Of {@link #KIND_WINDOW_SCALE}, 8 bits; above 14 it counts as 14 (RFC 7323 section 2.3). */
    public int windowScale() {
        return BigEndian.u8(frame, dataOffset());
    }

    /** Of {@link #KIND_TIMESTAMPS}: TSval, 32 bits. */
    public int timestampValue() {
        return BigEndian.s32(frame, dataOffset());
    }

    /** Of {@link #KIND_TIMESTAMPS}: TSecr, 32 bits. */
    public int timestampEchoReply() {
        return BigEndian.s32(frame, dataOffset() + 4);
    }

    /** Of {@link #KIND_SACK}: how many blocks, 1 to 4. */
    public int sackBlocks() {
        return dataLengthBytes() / 8;
    }

    /** Of {@link #KIND_SACK}: the first sequence number of a block, counted from 0. */
    public int sackLeftEdge(int block) {
        return BigEndian.s32(frame, dataOffset() + 8 * block);
    }

    /** Of {@link #KIND_SACK}: the sequence number behind a block, counted from 0. */
    public int sackRightEdge(int block) {
        return BigEndian.s32(frame, dataOffset() + 8 * block + 4);
    }

    /** Starts to write behind the fixed part of a header; the room up to its limit is used. */
    public TcpOptions begin(Tcp tcp) {
        beginAt(tcp);
        return this;
    }

    /** Writes one byte that does nothing. */
    public TcpOptions noOperation() {
        frame[take(1)] = NO_OPERATION;
        return this;
    }

    /** Writes a maximum segment size, 16 bits. */
    public TcpOptions maximumSegmentSizeBytes(int bytes) {
        int from = head(KIND_MAXIMUM_SEGMENT_SIZE, 4);
        BigEndian.put16(frame, from, bytes);
        return this;
    }

    /** Writes a window scale, 8 bits. */
    public TcpOptions windowScale(int shift) {
        int from = head(KIND_WINDOW_SCALE, 3);
        BigEndian.put8(frame, from, shift);
        return this;
    }

    /** Writes that selective acknowledgments are permitted. */
    public TcpOptions sackPermitted() {
        head(KIND_SACK_PERMITTED, 2);
        return this;
    }

    /** Writes one selective acknowledgment, 32 bits each. */
    public TcpOptions sack(int leftEdge, int rightEdge) {
        int from = head(KIND_SACK, 10);
        BigEndian.put32(frame, from, leftEdge);
        BigEndian.put32(frame, from + 4, rightEdge);
        return this;
    }

    /** Writes TSval and TSecr, 32 bits each. */
    public TcpOptions timestamps(int value, int echoReply) {
        int from = head(KIND_TIMESTAMPS, 10);
        BigEndian.put32(frame, from, value);
        BigEndian.put32(frame, from + 4, echoReply);
        return this;
    }

    /**
     * Writes an option of another kind.
     *
     * @param kind 8 bits
     * @param data 0 to 38 bytes
     */
    public TcpOptions option(int kind, byte... data) {
        System.arraycopy(data, 0, frame, head(kind, 2 + data.length), data.length);
        return this;
    }

    private int head(int kind, int bytes) {
        int from = take(bytes);
        BigEndian.put8(frame, from, kind);
        BigEndian.put8(frame, from + 1, bytes);
        return from + 2;
    }

    /** Pads to a whole word and sets the data offset. */
    public Tcp end(Tcp tcp) {
        return tcp.dataOffsetWords(finish(tcp));
    }
}
