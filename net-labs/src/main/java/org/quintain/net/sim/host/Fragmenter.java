package org.quintain.net.sim.host;

import java.util.Arrays;
import org.quintain.net.wire.Ethernet;
import org.quintain.net.wire.Ipv4;

/** Cuts a packet into fragments that fit an MTU (RFC 791 section 3.2, An Example Fragmentation Procedure). */
final class Fragmenter {
    private static final int COPIED = 0x80;
    private static final int END_OF_OPTIONS = 0;
    private static final int NO_OPERATION = 1;

    private final Ipv4 packet;
    private final int mtuBytes;
    private final byte[] laterOptions;
    private final Ipv4 view = new Ipv4();
    private int done;

    /** For a packet that is longer than the MTU; its header is sound, its checksum need not be right. */
    Fragmenter(Ipv4 packet, int mtuBytes) {
        this.packet = packet;
        this.mtuBytes = mtuBytes;
        this.laterOptions = copiedOptions();
    }

    boolean hasNext() {
        return done < packet.payloadLengthBytes();
    }

    /** The next fragment, as a frame whose Ethernet header is not filled in. */
    byte[] next() {
        byte[] from = packet.array();
        boolean isFirst = done == 0;
        int headerBytes = isFirst ? packet.lengthBytes() : Ipv4.MIN_LENGTH_BYTES + laterOptions.length;
        int left = packet.payloadLengthBytes() - done;
        int room = mtuBytes - headerBytes;
        int bytes = left <= room ? left : room & -Ipv4.FRAGMENT_UNIT_BYTES;
        int end = Ethernet.LENGTH_BYTES + headerBytes + bytes;
        byte[] frame = new byte[Math.max(Ethernet.MIN_FRAME_BYTES, end)];
        System.arraycopy(
                from, packet.offset(), frame, Ethernet.LENGTH_BYTES, isFirst ? headerBytes : Ipv4.MIN_LENGTH_BYTES);
        if (!isFirst) {
            System.arraycopy(
                    laterOptions, 0, frame, Ethernet.LENGTH_BYTES + Ipv4.MIN_LENGTH_BYTES, laterOptions.length);
        }
        System.arraycopy(from, packet.payloadOffset() + done, frame, Ethernet.LENGTH_BYTES + headerBytes, bytes);
        view.place(frame, Ethernet.LENGTH_BYTES, end)
                .headerWords(headerBytes / 4)
                .totalLengthBytes(headerBytes + bytes)
                .moreFragments(packet.isMoreFragments() || bytes < left)
                .fragmentOffset(packet.fragmentOffset() + done / Ipv4.FRAGMENT_UNIT_BYTES)
                .writeChecksum();
        done += bytes;
        return frame;
    }

    /** The options with the copied flag, padded to words: what fragments but the first carry (RFC 791 section 3.1). */
    private byte[] copiedOptions() {
        byte[] from = packet.array();
        int at = packet.offset() + Ipv4.MIN_LENGTH_BYTES;
        int end = packet.payloadOffset();
        byte[] kept = new byte[end - at];
        int size = 0;
        while (at < end && from[at] != END_OF_OPTIONS) {
            int bytes = from[at] == NO_OPERATION ? 1 : at + 1 < end ? from[at + 1] & 0xFF : 0;
            if (bytes < 1 || bytes > end - at || bytes == 1 && from[at] != NO_OPERATION) {
                break;
            }
            if ((from[at] & COPIED) != 0) {
                System.arraycopy(from, at, kept, size, bytes);
                size += bytes;
            }
            at += bytes;
        }
        return Arrays.copyOf(kept, size + 3 & -4);
    }
}
