package org.quintain.net.wire;

/**
 * Walks over the questions and records of a message without allocating anything (RFC 1035 sections 4.1.2 and 4.1.3).
 *
 * <pre>{@code
 * question                              record
 * +--------------------------+          +--------------------------+
 * |  name, as long as it is  |          |  name, as long as it is  |
 * +--------------------------+          +--------------------------+
 * |           type           |          |           type           |  0
 * +--------------------------+          +--------------------------+
 * |          class           |          |          class           |  2
 * +--------------------------+          +--------------------------+
 *                                       |       time to live       |  4
 *                                       |                          |
 *                                       +--------------------------+
 *                                       |     length of data       |  8
 *                                       +--------------------------+
 *                                       |           data           | 10
 *                                       +--------------------------+
 *
 * cursor.wrap(dns);
 * while (cursor.next()) {
 *     if (cursor.isType(DnsType.A) && cursor.readName(name) == Flaw.NONE && name.equals(wanted)) {
 *         use(cursor.address());
 *     }
 * }
 * if (cursor.flaw() != Flaw.NONE) { ... } // what was read before the flaw stays read
 * }</pre>
 *
 * <p>A name's pointer is followed only when the name is read. However many entries a header claims, the cursor ends with
 * the bytes.
 */
public final class DnsCursor {
    private static final int QUESTION_BYTES = 4;
    private static final int RECORD_BYTES = 10;
    private static final DnsSection[] SECTIONS = DnsSection.values();

    private byte[] frame = {};
    private int message;
    private int limit;
    private int section;
    private int leftInSection;
    /** How many entries the sections behind the present one claim, 16 bits each, the next one above bit 31. */
    private long counts;

    private int nameAt;
    private int fixedAt;
    private int dataLengthBytes;
    private int following;
    private Flaw flaw = Flaw.NONE;

    /** A cursor on nothing. */
    public DnsCursor() {}

    /** Goes before the first question of a message whose header was accepted. */
    public DnsCursor wrap(Dns dns) {
        frame = dns.array();
        message = dns.offset();
        limit = dns.limit();
        section = 0;
        leftInSection = dns.questionCount();
        counts = (long) dns.answerCount() << 32 | (long) dns.authorityCount() << 16 | dns.additionalCount();
        following = message + Dns.LENGTH_BYTES;
        dataLengthBytes = 0;
        flaw = Flaw.NONE;
        return this;
    }

    /**
     * Goes to the next question or record.
     *
     * @return whether there is one; false behind the last that the header claims, and at a flaw
     */
    public boolean next() {
        while (leftInSection == 0) {
            if (section == 3) {
                return false;
            }
            section++;
            leftInSection = (int) (counts >>> 32);
            counts = counts << 16 & 0xFFFF_FFFF_FFFFL;
        }
        leftInSection--;
        int from = following;
        // Most names of answers are a pointer and nothing else.
        int at = from + 1 < limit && (frame[from] & DnsName.POINTER) == DnsName.POINTER ? from + 2 : skipName(from);
        if (at < 0) {
            return false;
        }
        nameAt = from;
        fixedAt = at;
        if (section == 0) {
            following = at + QUESTION_BYTES;
            return following <= limit || stop(Flaw.DNS_QUESTION_BEYOND_MESSAGE);
        }
        int dataAt = at + RECORD_BYTES;
        if (dataAt > limit) {
            return stop(Flaw.DNS_RECORD_BEYOND_MESSAGE);
        }
        dataLengthBytes = BigEndian.u16(frame, at + 8);
        following = dataAt + dataLengthBytes;
        return following <= limit || stop(Flaw.DNS_DATA_BEYOND_MESSAGE);
    }

    /** The index behind a name, its pointer not followed; -1 at a flaw. */
    private int skipName(int from) {
        int at = from;
        while (at < limit) {
            int head = frame[at];
            if (head > 0 && head <= DnsName.MAX_LABEL_BYTES) {
                at += 1 + head;
            } else if (head == 0) {
                return at - from < DnsName.MAX_BYTES ? at + 1 : refuse(Flaw.DNS_NAME_LENGTH);
            } else if ((head & DnsName.POINTER) == DnsName.POINTER) {
                return at + 2 <= limit ? at + 2 : refuse(Flaw.DNS_NAME_BEYOND_MESSAGE);
            } else {
                return refuse(Flaw.DNS_LABEL_KIND);
            }
        }
        return refuse(Flaw.DNS_NAME_BEYOND_MESSAGE);
    }

    private int refuse(Flaw why) {
        stop(why);
        return -1;
    }

    private boolean stop(Flaw why) {
        flaw = why;
        leftInSection = 0;
        section = 3;
        dataLengthBytes = 0;
        return false;
    }

    /** Why the entries ended before as many were read as the header claims, or {@link Flaw#NONE}. */
    public Flaw flaw() {
        return flaw;
    }

    /** Where the entry stands. */
    public DnsSection section() {
        return SECTIONS[section];
    }

    /** Whether the entry is a question, which has neither time to live nor data. */
    public boolean isQuestion() {
        return section == 0;
    }

    /** Index of the name's first byte in the frame. */
    public int nameOffset() {
        return nameAt;
    }

    /** Sets a window on the entry's name, and judges it: see {@link DnsName#wrap}. */
    public Flaw readName(DnsName into) {
        return into.wrap(frame, message, nameAt, limit);
    }

    /** 16 bits: see {@link DnsType}. */
    public int type() {
        return BigEndian.u16(frame, fixedAt);
    }

    /** 16 bits, {@link Dns#CLASS_IN} mostly; in OPT the longest UDP message that the sender takes (RFC 6891 section 6.2.3). */
    public int recordClass() {
        return BigEndian.u16(frame, fixedAt + 2);
    }

    /**
     * 32 bits, 0 in a question. Above 2^31 - 1 it counts as 0 (RFC 2181 section 8); in OPT it has other meanings (RFC 6891
     * section 6.1.3).
     */
    public long timeToLiveSeconds() {
        return section == 0 ? 0 : BigEndian.u32(frame, fixedAt + 4);
    }

    /** Index of the data's first byte in the frame; in a question the index behind it. */
    public int dataOffset() {
        return following - dataLengthBytes;
    }

    /** 0 to 65,535; 0 in a question. */
    public int dataLengthBytes() {
        return dataLengthBytes;
    }

    /** Index behind the entry in the frame: behind the last entry what nobody counts begins. */
    public int endOffset() {
        return following;
    }

    /** Whether it is a record of this type, of the Internet, with as many bytes of data as the type's getters read. */
    public boolean isType(int type) {
        if (section == 0 || type() != type || recordClass() != Dns.CLASS_IN && type != DnsType.OPT) {
            return false;
        }
        return switch (type) {
            case DnsType.A -> dataLengthBytes == 4;
            case DnsType.AAAA -> dataLengthBytes == 16;
            case DnsType.MX -> dataLengthBytes >= 3;
            case DnsType.SOA -> dataLengthBytes >= 22;
            case DnsType.NS, DnsType.CNAME, DnsType.PTR, DnsType.TXT -> dataLengthBytes >= 1;
            default -> true;
        };
    }

    /** Of an A record: the address (RFC 1035 section 3.4.1). */
    public int address() {
        return BigEndian.s32(frame, dataOffset());
    }

    /** Of an MX record: the lower is tried first, 16 bits (RFC 1035 section 3.3.9). */
    public int preference() {
        return BigEndian.u16(frame, dataOffset());
    }

    /**
     * Sets a window on the name in the data of an NS, CNAME, PTR or MX record, or on the first of SOA (MNAME).
     *
     * @return {@link Flaw#NONE}, or {@link Flaw#DNS_DATA} if the name does not end with the data (in SOA: before the rest),
     *     or what is wrong with the name
     */
    public Flaw readDataName(DnsName into) {
        int type = type();
        int from = dataOffset() + (type == DnsType.MX ? 2 : 0);
        if (section == 0 || from >= following) {
            return Flaw.DNS_DATA;
        }
        Flaw nameFlaw = into.wrap(frame, message, from, limit);
        if (nameFlaw != Flaw.NONE) {
            return nameFlaw;
        }
        boolean isRight = type == DnsType.SOA ? into.endOffset() < following : into.endOffset() == following;
        return isRight ? Flaw.NONE : Flaw.DNS_DATA;
    }

    /**
     * Sets a window on the second name in the data of an SOA record: the mailbox of who is responsible (RFC 1035 section
     * 3.3.13, RNAME).
     *
     * @return {@link Flaw#NONE}, or why the data are refused: five words of 32 bits MUST follow, and nothing else
     */
    public Flaw readMailbox(DnsName into) {
        Flaw first = readDataName(into);
        if (first != Flaw.NONE) {
            return first;
        }
        Flaw second = into.wrap(frame, message, into.endOffset(), limit);
        if (second != Flaw.NONE) {
            return second;
        }
        return into.endOffset() + 20 == following ? Flaw.NONE : Flaw.DNS_DATA;
    }

    /** Of an SOA record: the zone's version, 32 bits (RFC 1035 section 3.3.13, SERIAL). */
    public long serial() {
        return soa(0);
    }

    /** Of an SOA record: when others look for a new version, in seconds (RFC 1035 section 3.3.13, REFRESH). */
    public long refreshSeconds() {
        return soa(1);
    }

    /** Of an SOA record: when they look again after they could not (RFC 1035 section 3.3.13, RETRY). */
    public long retrySeconds() {
        return soa(2);
    }

    /** Of an SOA record: when they give up to answer (RFC 1035 section 3.3.13, EXPIRE). */
    public long expireSeconds() {
        return soa(3);
    }

    /** Of an SOA record: how long it is remembered that a name does not exist (RFC 2308 section 4, MINIMUM). */
    public long minimumSeconds() {
        return soa(4);
    }

    /** The words stand at the end of the data, whatever the names in front of them. */
    private long soa(int word) {
        return BigEndian.u32(frame, following - 20 + 4 * word);
    }

    /** Of a TXT record: all its strings in one, a character for a byte; a last string that is cut is read to the cut. */
    public String text() {
        StringBuilder text = new StringBuilder(dataLengthBytes);
        for (int at = dataOffset(); at < following; at += 1 + BigEndian.u8(frame, at)) {
            int end = Math.min(following, at + 1 + BigEndian.u8(frame, at));
            for (int i = at + 1; i < end; i++) {
                text.append((char) BigEndian.u8(frame, i));
            }
        }
        return text.toString();
    }
}
