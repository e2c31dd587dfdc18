package org.quintain.net.buildframebyhand;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.function.LongSupplier;
import org.quintain.net.buildframebyhand.BuildFrameByHandLab.Field;
import org.quintain.net.buildframebyhand.BuildFrameByHandLab.Finding;
import org.quintain.net.buildframebyhand.BuildFrameByHandLab.Problem;
import org.quintain.net.wire.Ethernet;
import org.quintain.net.wire.InternetChecksum;
import org.quintain.net.wire.Ipv4;
import org.quintain.net.wire.Udp;

/**
 * Compares the bytes of a frame with what is wanted: every field at its fixed place, even after an error, so that a
 * learner sees all findings at once. Any bytes give findings; none gives an exception.
 *
 * <p>Stricter than a station must be: the padding is zero (RFC 894 asks the sender for that) and no longer than needed.
 */
final class StrictReading {
    private static final int IPV4 = FrameOrder.IPV4_AT;
    private static final int UDP = FrameOrder.UDP_AT;
    private static final int PAYLOAD = FrameOrder.PAYLOAD_AT;

    private final FrameOrder order;
    private final byte[] frame;
    private final Ethernet ethernet = new Ethernet();
    private final Ipv4 ipv4 = new Ipv4();
    private final Udp udp = new Udp();
    private final List<Finding> findings = new ArrayList<>();

    /** The headers are placed where they belong and not judged: each field is read that is there as a whole. */
    private StrictReading(FrameOrder order, byte[] frame) {
        this.order = order;
        this.frame = frame;
        byte[] filled = Arrays.copyOf(frame, Math.max(PAYLOAD, frame.length));
        ethernet.place(filled, 0, IPV4);
        ipv4.place(filled, IPV4, UDP);
        udp.place(filled, UDP, PAYLOAD);
    }

    /** What is wrong with the frame, in the order of the bytes. */
    static List<Finding> of(FrameOrder order, byte[] frame) {
        StrictReading reading = new StrictReading(order, frame);
        reading.ethernet();
        reading.ipv4();
        reading.udp();
        reading.payload();
        reading.padding();
        return List.copyOf(reading.findings);
    }

    private void ethernet() {
        copied(Field.ETHERNET_DESTINATION, ethernet::destination, order.destinationMac(), Notation::mac);
        copied(Field.ETHERNET_SOURCE, ethernet::source, order.sourceMac(), Notation::mac);
        copied(Field.ETHERNET_TYPE, ethernet::type, Ethernet.TYPE_IPV4, Notation::hex16);
    }

    private void ipv4() {
        number(Field.IPV4_VERSION, ipv4::version, Ipv4.VERSION);
        number(Field.IPV4_HEADER_LENGTH, ipv4::headerWords, Ipv4.MIN_LENGTH_BYTES / 4);
        number(Field.IPV4_TYPE_OF_SERVICE, ipv4::typeOfService, 0);
        length(Field.IPV4_TOTAL_LENGTH, ipv4::totalLengthBytes, order.totalLengthBytes());
        number(Field.IPV4_IDENTIFICATION, ipv4::identification, order.identification());
        number(Field.IPV4_FLAGS, () -> ipv4.fragmentWord() >>> 13, 0);
        number(Field.IPV4_FRAGMENT_OFFSET, ipv4::fragmentOffset, 0);
        number(Field.IPV4_TIME_TO_LIVE, ipv4::timeToLive, order.timeToLive());
        number(Field.IPV4_PROTOCOL, ipv4::protocol, Ipv4.PROTOCOL_UDP);
        headerChecksum();
        copied(Field.IPV4_SOURCE, ipv4::source, order.source(), Notation::address);
        copied(Field.IPV4_DESTINATION, ipv4::destination, order.destination(), Notation::address);
    }

    private void udp() {
        number(Field.UDP_SOURCE_PORT, udp::sourcePort, order.sourcePort());
        number(Field.UDP_DESTINATION_PORT, udp::destinationPort, order.destinationPort());
        length(Field.UDP_LENGTH, udp::datagramLengthBytes, order.udpLengthBytes());
        udpChecksum();
    }

    private void headerChecksum() {
        if (isThere(Field.IPV4_HEADER_CHECKSUM)) {
            if (frame.length < UDP) {
                return; // the addresses are missing and said to be: there is nothing to compare with
            }
            int found = ipv4.checksum();
            long sum = wordSum(frame, IPV4, UDP) - found;
            checksum(Field.IPV4_HEADER_CHECKSUM, found, order.headerChecksum(), sum, Optional.empty());
        }
    }

    private void udpChecksum() {
        if (!isThere(Field.UDP_CHECKSUM)) {
            return;
        }
        int found = udp.checksum();
        int lengthBytes = udp.datagramLengthBytes();
        if (!udp.hasChecksum()) {
            add(Field.UDP_CHECKSUM, Problem.CHECKSUM_ABSENT, Optional.empty(), Notation.hex16(found));
        } else if (lengthBytes >= Udp.LENGTH_BYTES && lengthBytes <= frame.length - UDP) {
            long datagram = wordSum(frame, UDP, UDP + lengthBytes) - found;
            long pseudoHeader =
                    InternetChecksum.pseudoHeaderSum(ipv4.source(), ipv4.destination(), Ipv4.PROTOCOL_UDP, lengthBytes);
            checksum(Field.UDP_CHECKSUM, found, order.udpChecksum(), pseudoHeader + datagram, Optional.of(datagram));
        }
    }

    private void checksum(Field field, int found, int wanted, long sum, Optional<Long> withoutPseudoHeader) {
        if (!fits(found, sum)) {
            Problem problem = found == wanted ? Problem.WRONG : usualMistake(found, sum, withoutPseudoHeader);
            add(field, problem, Optional.empty(), Notation.hex16(found));
        }
    }

    /**
     * The mistake that gives just the checksum found. Not asked for the checksum of the frame that is wanted: there a
     * summed field is wrong, and a slip of 2 in it may look like two lost carries.
     */
    private static Problem usualMistake(int found, long sum, Optional<Long> withoutPseudoHeader) {
        if (fits(swapped(found), sum)) {
            return Problem.BYTE_ORDER;
        }
        if (found == InternetChecksum.fold(sum)) {
            return Problem.CHECKSUM_NOT_INVERTED;
        }
        if (found == (~sum & 0xFFFF)) {
            return Problem.CHECKSUM_CARRY_LOST;
        }
        return withoutPseudoHeader.isPresent() && fits(found, withoutPseudoHeader.get())
                ? Problem.CHECKSUM_NO_PSEUDO_HEADER
                : Problem.WRONG;
    }

    /** Whether a checksum fits words with that sum, the field itself counted as 0. */
    private static boolean fits(int checksum, long sum) {
        return InternetChecksum.isRight(sum + checksum);
    }

    /**
     * Adds up 16-bit words, an odd byte as the high one, and keeps the carries above bit 15: who loses them gets the low
     * bits of this very number, which a sum modulo 65,535 does not tell.
     */
    static long wordSum(byte[] from, int at, int end) {
        long sum = 0;
        for (int i = at; i < end; i++) {
            sum += (from[i] & 0xFF) << ((i - at) % 2 == 0 ? 8 : 0);
        }
        return sum;
    }

    private void payload() {
        byte[] wanted = order.payloadBytes();
        for (int i = 0; i < wanted.length; i++) {
            Optional<String> expected = Optional.of(Notation.character(wanted[i]));
            if (PAYLOAD + i >= frame.length) {
                add(Field.PAYLOAD, Problem.MISSING, PAYLOAD + i, Optional.empty(), size());
                return;
            }
            if (frame[PAYLOAD + i] != wanted[i]) {
                String found = Notation.character(frame[PAYLOAD + i]);
                add(Field.PAYLOAD, Problem.WRONG, PAYLOAD + i, expected, found);
                return;
            }
        }
    }

    private void padding() {
        int from = PAYLOAD + order.payloadBytes().length;
        int to = order.frameLengthBytes();
        for (int i = from; i < Math.min(to, frame.length); i++) {
            if (frame[i] != 0) {
                String found = Notation.hex8(frame[i]);
                add(Field.ETHERNET_PADDING, Problem.WRONG, i, Optional.of(Notation.hex8((byte) 0)), found);
                return;
            }
        }
        if (frame.length < Ethernet.MIN_FRAME_BYTES) {
            add(Field.ETHERNET_PADDING, Problem.TOO_SHORT, frame.length, Optional.empty(), size());
        } else if (frame.length > to) {
            add(Field.ETHERNET_PADDING, Problem.TOO_LONG, to, Optional.empty(), size());
        }
    }

    private void number(Field field, LongSupplier header, long wanted) {
        copied(field, header, wanted, Long::toString);
    }

    private void copied(Field field, LongSupplier header, long wanted, LongFunction<String> notation) {
        compare(field, header, wanted, notation, Optional.of(notation.apply(wanted)));
    }

    /** A value that the learner is to compute: the finding does not tell it. */
    private void length(Field field, LongSupplier header, long wanted) {
        compare(field, header, wanted, Long::toString, Optional.empty());
    }

    private void compare(
            Field field, LongSupplier header, long wanted, LongFunction<String> notation, Optional<String> expected) {
        if (isThere(field)) {
            long found = header.getAsLong();
            if (found != wanted) {
                boolean isSwapped = field.sizeBytes() == 2 && swapped((int) found) == wanted;
                add(field, isSwapped ? Problem.BYTE_ORDER : Problem.WRONG, expected, notation.apply(found));
            }
        }
    }

    private boolean isThere(Field field) {
        if (field.offset() + field.sizeBytes() <= frame.length) {
            return true;
        }
        add(field, Problem.MISSING, Optional.empty(), size());
        return false;
    }

    private static int swapped(int word) {
        return (word & 0xFF) << 8 | word >>> 8;
    }

    private String size() {
        return Integer.toString(frame.length);
    }

    private void add(Field field, Problem problem, Optional<String> expected, String found) {
        add(field, problem, field.offset(), expected, found);
    }

    private void add(Field field, Problem problem, int offset, Optional<String> expected, String found) {
        findings.add(new Finding(field, problem, offset, expected, found));
    }
}
