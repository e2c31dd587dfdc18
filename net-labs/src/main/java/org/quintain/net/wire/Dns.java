package org.quintain.net.wire;

/**
 * The header of a DNS message (RFC 1035 section 4.1.1; AD and CD by RFC 4035 section 3.2).
 *
 * <pre>{@code
 *  0               1
 *  0 1 2 3 4 5 6 7 0 1 2 3 4 5 6 7
 * +-------------------------------+
 * |          identifier           |   0
 * +-+-------+-+-+-+-+-+-+-+-------+
 * |Q| opcode|A|T|R|R|Z|A|C| rcode |   2
 * |R|       |A|C|D|A| |D|D|       |
 * +-+-------+-+-+-+-+-+-+-+-------+
 * |           questions           |   4
 * +-------------------------------+
 * |            answers            |   6
 * +-------------------------------+
 * |       authority records       |   8
 * +-------------------------------+
 * |       additional records      |  10
 * +-------------------------------+
 * }</pre>
 *
 * <p>{@link #wrap} judges these 12 bytes and the message's length; {@link DnsCursor} judges and reads what follows. Over
 * TCP a message follows two bytes with its length (RFC 1035 section 4.2.2), which do not belong to it.
 */
public final class Dns extends Header {
    /** Six fields of 16 bits (RFC 1035 section 4.1.1). */
    public static final int LENGTH_BYTES = 12;
    /** Longest message: its length has 16 bits over TCP (RFC 1035 section 4.2.2). */
    public static final int MAX_MESSAGE_BYTES = 0xFFFF;
    /** Longest message over UDP if the asker does not say otherwise by OPT (RFC 1035 section 2.3.4). */
    public static final int MAX_UDP_BYTES = 512;
    /** Port of servers (RFC 1035 section 4.2). */
    public static final int PORT = 53;
    /** The class of the Internet (RFC 1035 section 3.2.4). */
    public static final int CLASS_IN = 1;
    /** In a question only: any class (RFC 1035 section 3.2.5, "*"). */
    public static final int CLASS_ANY = 255;
    /** A standard query (RFC 1035 section 4.1.1, OPCODE). */
    public static final int OPCODE_QUERY = 0;
    /** No error (RFC 1035 section 4.1.1, RCODE). */
    public static final int NO_ERROR = 0;
    /** The server could not interpret the query (RFC 1035 section 4.1.1, RCODE). */
    public static final int FORMAT_ERROR = 1;
    /** The server has a problem (RFC 1035 section 4.1.1, RCODE). */
    public static final int SERVER_FAILURE = 2;
    /** The name does not exist, says who is responsible for it (RFC 1035 section 4.1.1, RCODE). */
    public static final int NAME_ERROR = 3;
    /** The server knows no such query (RFC 1035 section 4.1.1, RCODE). */
    public static final int NOT_IMPLEMENTED = 4;
    /** The server will not answer (RFC 1035 section 4.1.1, RCODE). */
    public static final int REFUSED = 5;

    private static final int ID = 0;
    private static final int FLAGS = 2;
    private static final int QUESTIONS = 4;
    private static final int ANSWERS = 6;
    private static final int AUTHORITY = 8;
    private static final int ADDITIONAL = 10;

    private static final int QR = 0x8000;
    private static final int AA = 0x0400;
    private static final int TC = 0x0200;
    private static final int RD = 0x0100;
    private static final int RA = 0x0080;
    private static final int AD = 0x0020;
    private static final int CD = 0x0010;
    private static final int OPCODE_SHIFT = 11;
    private static final int OPCODE_MASK = 0xF << OPCODE_SHIFT;
    private static final int RCODE_MASK = 0xF;

    /** A window on nothing. */
    public Dns() {}

    @Override
    public Flaw wrap(byte[] newFrame, int newOffset, int newLimit) {
        set(newFrame, newOffset, newLimit);
        int left = newLimit - newOffset;
        if (left < LENGTH_BYTES) {
            return Flaw.DNS_TRUNCATED;
        }
        return left > MAX_MESSAGE_BYTES ? Flaw.DNS_MESSAGE_LENGTH : Flaw.NONE;
    }

    /** Sets the window without judging. */
    public Dns place(byte[] newFrame, int newOffset, int newLimit) {
        set(newFrame, newOffset, newLimit);
        return this;
    }

    /** Writes a header for a message up to the frame's end: a query with identifier 0 and without questions. */
    public Dns begin(byte[] newFrame, int newOffset) {
        set(newFrame, newOffset, newFrame.length);
        BigEndian.put32(frame, offset, 0);
        BigEndian.put32(frame, offset + QUESTIONS, 0);
        BigEndian.put32(frame, offset + AUTHORITY, 0);
        return this;
    }

    @Override
    public int lengthBytes() {
        return LENGTH_BYTES;
    }

    /** By it the asker knows its answer, 16 bits (TXID). */
    public int id() {
        return BigEndian.u16(frame, offset + ID);
    }

    /** Sets 16 bits. */
    public Dns id(int id) {
        BigEndian.put16(frame, offset + ID, id);
        return this;
    }

    /** The whole second word, 16 bits. */
    public int flags() {
        return BigEndian.u16(frame, offset + FLAGS);
    }

    /** Sets 16 bits. */
    public Dns flags(int flags) {
        BigEndian.put16(frame, offset + FLAGS, flags);
        return this;
    }

    /** QR: an answer, not a query. */
    public boolean isResponse() {
        return is(QR);
    }

    /** Sets QR. */
    public Dns response(boolean isResponse) {
        return flag(QR, isResponse);
    }

    /** OPCODE, 4 bits. */
    public int opcode() {
        return (flags() & OPCODE_MASK) >>> OPCODE_SHIFT;
    }

    /** Sets 4 bits. */
    public Dns opcode(int opcode) {
        return flags(flags() & ~OPCODE_MASK | opcode << OPCODE_SHIFT & OPCODE_MASK);
    }

    /** AA: the answer comes from who is responsible for the name. */
    public boolean isAuthoritative() {
        return is(AA);
    }

    /** Sets AA. */
    public Dns authoritative(boolean isAuthoritative) {
        return flag(AA, isAuthoritative);
    }

    /** TC: the message was cut to fit. */
    public boolean isTruncated() {
        return is(TC);
    }

    /** Sets TC. */
    public Dns truncated(boolean isTruncated) {
        return flag(TC, isTruncated);
    }

    /** RD: the asker wants the server to ask others. */
    public boolean isRecursionDesired() {
        return is(RD);
    }

    /** Sets RD. */
    public Dns recursionDesired(boolean isRecursionDesired) {
        return flag(RD, isRecursionDesired);
    }

    /** RA: the server asks others if it is wanted. */
    public boolean isRecursionAvailable() {
        return is(RA);
    }

    /** Sets RA. */
    public Dns recursionAvailable(boolean isRecursionAvailable) {
        return flag(RA, isRecursionAvailable);
    }

    /** AD: the server has verified all signatures (RFC 4035 section 3.2.3). */
    public boolean isAuthenticData() {
        return is(AD);
    }

    /** Sets AD. */
    public Dns authenticData(boolean isAuthenticData) {
        return flag(AD, isAuthenticData);
    }

    /** CD: the asker verifies signatures itself (RFC 4035 section 3.2.2). */
    public boolean isCheckingDisabled() {
        return is(CD);
    }

    /** Sets CD. */
    public Dns checkingDisabled(boolean isCheckingDisabled) {
        return flag(CD, isCheckingDisabled);
    }

    /** RCODE, 4 bits. */
    public int responseCode() {
        return flags() & RCODE_MASK;
    }

    /** Sets 4 bits. */
    public Dns responseCode(int responseCode) {
        return flags(flags() & ~RCODE_MASK | responseCode & RCODE_MASK);
    }

    /** How many entries a section says that it has, 16 bits: a claim, which {@link DnsCursor} holds against the bytes. */
    public int count(DnsSection section) {
        return BigEndian.u16(frame, offset + QUESTIONS + 2 * section.ordinal());
    }

    /** Sets 16 bits. */
    public Dns count(DnsSection section, int count) {
        BigEndian.put16(frame, offset + QUESTIONS + 2 * section.ordinal(), count);
        return this;
    }

    /** QDCOUNT, 16 bits. */
    public int questionCount() {
        return BigEndian.u16(frame, offset + QUESTIONS);
    }

    /** ANCOUNT, 16 bits. */
    public int answerCount() {
        return BigEndian.u16(frame, offset + ANSWERS);
    }

    /** NSCOUNT, 16 bits. */
    public int authorityCount() {
        return BigEndian.u16(frame, offset + AUTHORITY);
    }

    /** ARCOUNT, 16 bits. */
    public int additionalCount() {
        return BigEndian.u16(frame, offset + ADDITIONAL);
    }

    /**
     * Whether the message has exactly one question, and it is this one: what a resolver asks of each answer that comes.
     * Reads only what is there, and allocates nothing.
     *
     * @param name compared without regard to the case of ASCII letters (RFC 4343 section 3)
     * @param type 16 bits
     * @param recordClass 16 bits
     */
    public boolean hasQuestion(DnsName name, int type, int recordClass) {
        // In front of the first name there is none that a pointer could mean: it stands there letter for letter.
        int from = offset + LENGTH_BYTES;
        int at = from + name.lengthBytes();
        return at + 4 <= limit
                && questionCount() == 1
                && BigEndian.u16(frame, at) == type
                && BigEndian.u16(frame, at + 2) == recordClass
                && name.isAt(frame, from);
    }

    private boolean is(int flag) {
        return (flags() & flag) != 0;
    }

    private Dns flag(int flag, boolean isSet) {
        return flags(isSet ? flags() | flag : flags() & ~flag);
    }
}
