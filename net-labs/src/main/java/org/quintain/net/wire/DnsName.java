package org.quintain.net.wire;

import java.util.Arrays;
import java.util.Objects;

/**
 * A domain name: labels of 1 to 63 bytes behind their lengths, then a zero; 255 bytes at most (RFC 1035 section 3.1). In
 * a message its end may be a pointer to an earlier name (section 4.1.4).
 *
 * <pre>{@code
 * +---+---+---+---+---+---+---+---+---+---+---+---+---+     +---+---+---+---+---+---+
 * | 3 | w   w   w | 7 | e   x   a   m   p   l   e | 0 |     | 3 | f   t   p |1 1| 16|
 * +---+---+---+---+---+---+---+---+---+---+---+---+---+     +---+---+---+---+---+---+
 * }</pre>
 *
 * <p>Either a window on bytes of a message, set again and again by {@link #wrap}, or a name of its own, made by
 * {@link #of} or {@link #copy}, which never changes. Names are equal without regard to the case of ASCII letters (RFC
 * 4343 section 3), wherever they stand and however they are compressed; comparing allocates nothing. A window MUST NOT be
 * a key of a map: put a copy there.
 */
public final class DnsName {
    /** Longest name, lengths and final zero counted (RFC 1035 section 3.1). */
    public static final int MAX_BYTES = 255;
    /** Longest label (RFC 1035 section 3.1). */
    public static final int MAX_LABEL_BYTES = 63;
    /** Two high bits of a byte that is no length but half of a pointer (RFC 1035 section 4.1.4). */
    static final int POINTER = 0xC0;

    private static final byte[] NO_LABEL = {0};

    private byte[] frame = NO_LABEL;
    private int message;
    private int start;
    private int end = 1;
    private int lengthBytes = 1;
    private int labels;

    /** The root. */
    public DnsName() {}

    /**
     * A name of its own.
     *
     * @param text as {@code "www.example"}, with or without a dot at the end; {@code "."} is the root; {@code \.},
     *     {@code \\} and {@code \065} stand for single bytes (RFC 1035 section 5.1)
     */
    public static DnsName of(String text) {
        DnsName name = new DnsName();
        Flaw flaw = name.set(DnsNameText.parse(text));
        if (flaw != Flaw.NONE) {
            throw new IllegalArgumentException("labels of 1 to 63 and a name of up to 255 bytes wanted: name=" + text);
        }
        return name;
    }

    private Flaw set(byte[] wire) {
        return wire.length == 0 ? Flaw.DNS_NAME_TEXT : wrap(wire, 0, 0, wire.length);
    }

    /**
     * Sets the window on a name in a message, and judges it: each pointer MUST lead to before the part of the name that it
     * ends, so that no name goes round in a circle.
     *
     * @param newFrame bytes of any origin
     * @param messageOffset index of the message's first byte, from which pointers count
     * @param nameOffset index of the name's first byte
     * @param limit index behind the message's last byte
     * @return {@link Flaw#NONE}, or why the name is refused; it is the root then
     */
    public Flaw wrap(byte[] newFrame, int messageOffset, int nameOffset, int limit) {
        Objects.checkFromToIndex(messageOffset, limit, newFrame.length);
        Objects.checkFromToIndex(messageOffset, nameOffset, limit);
        int at = nameOffset;
        int part = nameOffset;
        int behind = -1;
        int length = 1;
        int count = 0;
        while (at < limit) {
            int head = newFrame[at];
            if (head == 0) {
                set(newFrame, messageOffset, nameOffset, behind < 0 ? at + 1 : behind, length, count);
                return Flaw.NONE;
            }
            if (head > 0 && head <= MAX_LABEL_BYTES) {
                length += 1 + head;
                if (length > MAX_BYTES) {
                    return refuse(Flaw.DNS_NAME_LENGTH);
                }
                count++;
                at += 1 + head;
            } else if ((head & POINTER) == POINTER) {
                if (at + 1 == limit) {
                    return refuse(Flaw.DNS_NAME_BEYOND_MESSAGE);
                }
                behind = behind < 0 ? at + 2 : behind;
                at = messageOffset + (BigEndian.u16(newFrame, at) & 0x3FFF);
                if (at >= part || at < messageOffset + Dns.LENGTH_BYTES) {
                    return refuse(Flaw.DNS_POINTER);
                }
                part = at;
            } else {
                return refuse(Flaw.DNS_LABEL_KIND);
            }
        }
        return refuse(Flaw.DNS_NAME_BEYOND_MESSAGE);
    }

    private Flaw refuse(Flaw why) {
        set(NO_LABEL, 0, 0, 1, 1, 0);
        return why;
    }

    private void set(byte[] newFrame, int messageOffset, int nameOffset, int behind, int newLengthBytes, int count) {
        if (frame != newFrame) {
            frame = newFrame;
        }
        message = messageOffset;
        start = nameOffset;
        end = behind;
        lengthBytes = newLengthBytes;
        labels = count;
    }

    /** Index behind the name's last byte where it stands: behind the first pointer, if it has one. */
    public int endOffset() {
        return end;
    }

    /** The whole name, decompressed, in bytes with lengths and final zero: 1 to 255. */
    public int lengthBytes() {
        return lengthBytes;
    }

    /** How many labels; 0 for the root. */
    public int labelCount() {
        return labels;
    }

    private boolean isPlain() {
        return end - start == lengthBytes;
    }

    /** Copies the decompressed name, its letters as they are; gives the index behind it. */
    public int copyTo(byte[] to, int offset) {
        if (isPlain()) {
            System.arraycopy(frame, start, to, offset, lengthBytes);
            return offset + lengthBytes;
        }
        int out = offset;
        for (int at = label(start); frame[at] != 0; at = label(at + 1 + frame[at])) {
            System.arraycopy(frame, at, to, out, 1 + frame[at]);
            out += 1 + frame[at];
        }
        to[out] = 0;
        return out + 1;
    }

    /** The decompressed name in a new array. */
    public byte[] wire() {
        byte[] wire = new byte[lengthBytes];
        copyTo(wire, 0);
        return wire;
    }

    /** A name of its own with the same letters. */
    public DnsName copy() {
        DnsName copy = new DnsName();
        copy.set(wire());
        return copy;
    }

    /** The name without its first label, as a name of its own; the root's is the root. */
    public DnsName parent() {
        byte[] wire = wire();
        DnsName parent = new DnsName();
        parent.set(Arrays.copyOfRange(wire, labels == 0 ? 0 : 1 + wire[0], wire.length));
        return parent;
    }

    /** Whether the name is that zone's or below it: "in its bailiwick". Everything is under the root. */
    public boolean isUnder(DnsName zone) {
        if (labels < zone.labels) {
            return false;
        }
        int at = label(start);
        for (int skip = labels - zone.labels; skip > 0; skip--) {
            at = label(at + 1 + frame[at]);
        }
        return isSame(at, zone, true);
    }

    /** Whether both have the same letters in the same case, as an answer to a query with mixed case should. */
    public boolean isIdentical(DnsName other) {
        return lengthBytes == other.lengthBytes && isSame(label(start), other, false);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DnsName name && lengthBytes == name.lengthBytes && isSame(label(start), name, true);
    }

    @Override
    public int hashCode() {
        int hash = 1;
        for (int at = label(start); frame[at] != 0; at = label(at + 1 + frame[at])) {
            for (int i = 0; i <= frame[at]; i++) {
                hash = 31 * hash + folded(frame[at + i]);
            }
        }
        return hash;
    }

    private boolean isSame(int from, DnsName other, boolean isFolded) {
        int at = from;
        int there = other.label(other.start);
        while (frame[at] == other.frame[there]) {
            int length = frame[at];
            if (length == 0) {
                return true;
            }
            if (!isSameText(frame, at + 1, other.frame, there + 1, length, isFolded)) {
                return false;
            }
            at = label(at + 1 + length);
            there = other.label(there + 1 + length);
        }
        return false;
    }

    /** Whether the name stands there, decompressed; {@link #lengthBytes} bytes from {@code at} on MUST be there. */
    boolean isAt(byte[] other, int at) {
        if (isPlain()) {
            // A length is at most 63 and so never a letter.
            return isSameText(frame, start, other, at, lengthBytes, true);
        }
        int there = at;
        int here = label(start);
        while (frame[here] == other[there]) {
            int length = frame[here];
            if (length == 0) {
                return true;
            }
            if (!isSameText(frame, here + 1, other, there + 1, length, true)) {
                return false;
            }
            here = label(here + 1 + length);
            there += 1 + length;
        }
        return false;
    }

    private static boolean isSameText(byte[] a, int aAt, byte[] b, int bAt, int length, boolean isFolded) {
        for (int i = 0; i < length; i++) {
            if (a[aAt + i] != b[bAt + i] && (!isFolded || folded(a[aAt + i]) != folded(b[bAt + i]))) {
                return false;
            }
        }
        return true;
    }

    /** Follows pointers from an index of the name to the length of a label; {@link #wrap} has judged them. */
    private int label(int from) {
        int at = from;
        while ((frame[at] & POINTER) == POINTER) {
            at = message + (BigEndian.u16(frame, at) & 0x3FFF);
        }
        return at;
    }

    private static int folded(byte letter) {
        return letter >= 'A' && letter <= 'Z' ? letter + ('a' - 'A') : letter;
    }

    /** The name as people write it, without the dot at the end; {@code "."} for the root. */
    @Override
    public String toString() {
        return DnsNameText.format(wire());
    }
}
